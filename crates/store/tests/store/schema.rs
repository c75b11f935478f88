//! Opening databases of every age: new, old, newer than the program, and none at all.

use std::fs;
use std::path::{Path, PathBuf};

use retake_protocol::AttemptOutcome;
use retake_protocol::log::LogEvent;
use retake_session::record::Change;
use retake_store::{Store, StoreError};
use rusqlite::Connection;

use crate::support::*;

/// The schema version of this program.
const NEWEST: u32 = 24;

const STEPS: [&str; NEWEST as usize] = [
    include_str!("../../migrations/0001_records.sql"),
    include_str!("../../migrations/0002_image_totals.sql"),
    include_str!("../../migrations/0003_search.sql"),
    include_str!("../../migrations/0004_extension.sql"),
    include_str!("../../migrations/0005_history_order.sql"),
    include_str!("../../migrations/0006_pictures.sql"),
    include_str!("../../migrations/0007_insight.sql"),
    include_str!("../../migrations/0008_kept_prompts.sql"),
    include_str!("../../migrations/0009_history_totals.sql"),
    include_str!("../../migrations/0010_kept_videos.sql"),
    include_str!("../../migrations/0011_overwriting.sql"),
    include_str!("../../migrations/0012_queue.sql"),
    include_str!("../../migrations/0013_lineage.sql"),
    include_str!("../../migrations/0014_best_rate.sql"),
    include_str!("../../migrations/0015_search_folding.sql"),
    include_str!("../../migrations/0016_sources.sql"),
    include_str!("../../migrations/0017_log_events.sql"),
    include_str!("../../migrations/0018_library.sql"),
    include_str!("../../migrations/0019_presses.sql"),
    include_str!("../../migrations/0020_video_quota.sql"),
    include_str!("../../migrations/0021_queue_done.sql"),
    include_str!("../../migrations/0022_better_files.sql"),
    include_str!("../../migrations/0023_better_file_later.sql"),
    include_str!("../../migrations/0024_own_press.sql"),
];

/// A database as the version of the program that knew so many steps left it, with a history.
fn old_database(place: &Place, version: u32) {
    let connection = Connection::open(&place.path).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    for step in &STEPS[..version as usize] {
        connection.execute_batch(step).unwrap();
    }
    connection.pragma_update(None, "user_version", version).unwrap();
    connection
        .execute_batch(
            "INSERT INTO images (media_id, original_prompt, first_seen_at)
                 VALUES ('lake', 'a mountain lake at dawn', 10);
             INSERT INTO sessions (session_id, media_id, prompt, max_retries, video_goal, moderated,
                     failed, videos_generated, layer1_failures, layer2_failures, layer3_failures,
                     outcome, started_at)
                 VALUES (4, 'lake', 'slow pan', 3, 1, 1, 0, 0, 1, 0, 0, 'pending', 15);
             INSERT INTO attempts (media_id, attempt_id, outcome, prompt, first_seen_at, ended_at)
                 VALUES ('lake', 'one', 'moderated', 'slow pan', 20, 30),
                        ('lake', 'two', 'completed', 'slow pan', 21, 44);
             INSERT INTO attempt_aliases (alias, attempt, position) VALUES ('one', 1, 0), ('two', 2, 0);
             INSERT INTO log_lines (media_id, at, message) VALUES ('lake', 43, 'seen');",
        )
        .unwrap();
}

fn copy_of(place: &Place) -> PathBuf {
    place.folder.path().join(format!("retake.db.before-{NEWEST}.bak"))
}

fn version_of(connection: &Connection) -> u32 {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_new_database_needs_no_copy() {
    let place = Place::new();
    place.open();
    assert!(!copy_of(&place).exists());
    assert_eq!(version_of(&Connection::open(&place.path).unwrap()), NEWEST);
}

#[test]
fn each_old_database_is_brought_to_the_newest_schema_with_its_history() {
    for version in 1..=NEWEST {
        let place = Place::new();
        old_database(&place, version);
        let store = place.open();

        let card = page(&store, "").cards.remove(0);
        assert_eq!(card.totals.attempts, 2, "from version {version}");
        assert_eq!((card.totals.moderated, card.totals.completed), (1, 1), "from {version}");
        assert_eq!((card.sessions, card.is_running), (1, true), "from version {version}");
        assert_eq!(card.last_active_at, 44, "from version {version}");
        let detail = store.image_detail(&card.media_id).unwrap().unwrap();
        assert_eq!(detail.log[0].event, LogEvent::text("seen"), "from version {version}");
        for search in ["slow pan", "mountain", "two", "lake"] {
            assert_eq!(found(&store, search), ["lake"], "{search:?} from version {version}");
        }
        store
            .apply(&[Change::Attempt(ended_attempt("lake", "one", AttemptOutcome::Completed, 50))])
            .unwrap();
        assert_eq!(page(&store, "").cards[0].totals.completed, 2, "from version {version}");
    }
}

#[test]
fn every_way_to_the_newest_schema_ends_at_the_same_one() {
    let schema = |place: &Place| -> Vec<String> {
        place.open();
        let connection = Connection::open(&place.path).unwrap();
        let mut statement =
            connection.prepare("SELECT sql FROM sqlite_schema ORDER BY name").unwrap();
        let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        rows.filter_map(Result::unwrap).collect()
    };
    let fresh = schema(&Place::new());
    for version in 1..NEWEST {
        let place = Place::new();
        old_database(&place, version);
        assert_eq!(schema(&place), fresh, "from version {version}");
    }
}

#[test]
fn r5_a_database_is_copied_beside_itself_before_it_is_migrated() {
    let place = Place::new();
    old_database(&place, 1);
    place.open();

    let copy = Connection::open(copy_of(&place)).unwrap();
    assert_eq!(version_of(&copy), 1, "the copy is of the old version");
    let attempts: u32 =
        copy.query_row("SELECT count(*) FROM attempts", [], |row| row.get(0)).unwrap();
    assert_eq!(attempts, 2, "with all that was in it");
}

#[test]
fn an_up_to_date_database_is_not_copied() {
    let place = Place::new();
    old_database(&place, NEWEST);
    place.open();
    assert!(!copy_of(&place).exists());
}

#[test]
fn without_a_copy_there_is_no_migration() {
    let place = Place::new();
    old_database(&place, 1);
    // A folder of the copy's name can't be replaced by the copy.
    fs::create_dir_all(copy_of(&place).join("in the way")).unwrap();
    let error = Store::open(&place.path).unwrap_err();
    assert!(matches!(error, StoreError::BackupName { .. }), "got {error:?}");
    assert_eq!(version_of(&Connection::open(&place.path).unwrap()), 1);
}

/// All that a database holds: its version, its schema, and the rows of its oldest tables.
fn content_of(path: &Path) -> (u32, Vec<String>) {
    let connection = Connection::open(path).unwrap();
    let mut content = Vec::new();
    for query in [
        "SELECT name || coalesce(sql, '') FROM sqlite_schema ORDER BY name",
        "SELECT media_id || original_prompt || first_seen_at FROM images ORDER BY number",
        "SELECT media_id || prompt || outcome FROM sessions ORDER BY session_id",
        "SELECT attempt_id || outcome || prompt || ended_at FROM attempts ORDER BY number",
        "SELECT alias || attempt FROM attempt_aliases ORDER BY alias",
        "SELECT at || message FROM log_lines ORDER BY number",
    ] {
        let mut statement = connection.prepare(query).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        content.extend(rows.map(Result::unwrap));
    }
    let verdict: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
    (version_of(&connection), content)
}

#[test]
fn a_migration_that_fails_leaves_the_old_database_in_use_and_a_whole_copy_beside_it() {
    let place = Place::new();
    old_database(&place, 1);
    {
        // The second step works then and the third one does not: both must be undone.
        let in_the_way = Connection::open(&place.path).unwrap();
        in_the_way.execute_batch("CREATE TABLE search_texts (name TEXT)").unwrap();
    }
    let before = content_of(&place.path);
    assert_eq!(before.0, 1);

    for time in ["first", "second"] {
        let error = Store::open(&place.path).unwrap_err();
        assert!(matches!(error, StoreError::Migrate { .. }), "{time}: got {error:?}");
        let sentence = error.to_string();
        assert!(sentence.contains("it is as it was before"), "{time}: {sentence}");
        assert_eq!(content_of(&place.path), before, "{time}: the database");
        assert_eq!(content_of(&copy_of(&place)), before, "{time}: its copy");
    }
    let error = Store::open_read_only(&place.path).unwrap_err();
    assert!(matches!(error, StoreError::SchemaOlder { found: 1, .. }), "got {error:?}");
    assert!(error.to_string().contains("nothing was changed"), "got {error}");
    assert_eq!(content_of(&place.path), before);
}

#[test]
fn r5_a_newer_schema_is_refused_and_nothing_is_changed() {
    let place = Place::new();
    place.open().apply(&listed_image("lake", 10)).unwrap();
    {
        let newer = Connection::open(&place.path).unwrap();
        newer.pragma_update(None, "user_version", NEWEST + 1).unwrap();
    }
    let before = fs::read(&place.path).unwrap();

    let message = Store::open(&place.path).unwrap_err().to_string();
    for part in [
        &format!("version {}", NEWEST + 1),
        &format!("up to {NEWEST}"),
        "nothing was changed",
        "retake.db.before-*.bak",
    ] {
        assert!(message.contains(part), "{part:?} is missing in: {message}");
    }
    assert_eq!(fs::read(&place.path).unwrap(), before, "the file is as it was");
    assert!(!copy_of(&place).exists());
}

/// A newer program may have crashed and left its last commits in the write-ahead log: they must
/// not go into the file before that program looks at them again.
#[test]
fn a_newer_schema_is_refused_with_its_write_ahead_log_untouched() {
    let place = Place::new();
    place.open();
    let log = place.folder.path().join("retake.db-wal");
    let crashed = Place::new();
    {
        let newer = Connection::open(&place.path).unwrap();
        newer.pragma_update(None, "user_version", NEWEST + 1).unwrap();
        fs::copy(&place.path, &crashed.path).unwrap();
        fs::copy(&log, crashed.folder.path().join("retake.db-wal")).unwrap();
    }
    let log = crashed.folder.path().join("retake.db-wal");
    let before = (fs::read(&crashed.path).unwrap(), fs::read(&log).unwrap());

    let error = Store::open(&crashed.path).unwrap_err();
    let StoreError::SchemaTooNew { found, known, .. } = error else { panic!("got {error:?}") };
    assert_eq!((found, known), (NEWEST + 1, NEWEST));
    assert_eq!((fs::read(&crashed.path).unwrap(), fs::read(&log).unwrap()), before);
}

#[test]
fn what_is_no_database_is_refused_and_left_alone() {
    let place = Place::new();
    let text = "this is a shopping list and not a database, although it is long enough for one";
    fs::write(&place.path, text.repeat(20)).unwrap();
    let error = Store::open(&place.path).unwrap_err();
    assert!(matches!(error, StoreError::Open { .. }), "got {error:?}");
    assert!(error.to_string().contains("retake.db"), "the message names the file: {error}");
    assert_eq!(fs::read_to_string(&place.path).unwrap(), text.repeat(20));
}

#[test]
fn a_folder_that_does_not_exist_is_named_in_the_error() {
    let place = Place::new();
    let error = Store::open(&place.folder.path().join("nowhere/retake.db")).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "got {error}");
}

#[test]
fn each_migration_opens_with_its_reason() {
    for step in STEPS {
        assert!(step.starts_with("-- Why: "), "got {:?}", step.lines().next());
    }
}

#[test]
fn a_write_is_on_the_disk_before_it_is_acknowledged() {
    let place = Place::new();
    let store = place.open();
    store.apply(&listed_image("lake", 10)).unwrap();
    // What a crash leaves: the files as they are now, without a tidy end.
    let after = Place::new();
    for name in ["retake.db", "retake.db-wal"] {
        fs::copy(place.folder.path().join(name), after.folder.path().join(name)).unwrap();
    }
    assert_eq!(found(&after.open(), ""), ["lake"]);
}

#[test]
fn an_old_database_is_not_read_as_if_it_were_a_new_one() {
    let place = Place::new();
    old_database(&place, 1);
    let error = Store::open_read_only(&place.path).unwrap_err();
    assert!(matches!(error, StoreError::SchemaOlder { found: 1, .. }), "got {error:?}");
    assert!(error.to_string().contains("writable"), "{error}");
}
