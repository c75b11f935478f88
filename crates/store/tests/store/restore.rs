//! Spec D6: a restored file is data and nothing else. Each file here is what somebody might talk a user
//! into restoring.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use retake_grok::quota::ProductQuota;
use retake_protocol::{AttemptOutcome, SessionId};
use retake_session::record::{AttemptRecord, Change};
use retake_store::{Backup, Store, StoreError};
use rusqlite::Connection;

use crate::support::*;

/// A history of one image with a saved video, its backup, and what an attacker does to it.
struct Seat {
    place: Place,
    backup: PathBuf,
}

impl Seat {
    fn new() -> Self {
        let place = Place::new();
        let store = place.open();
        let video = AttemptRecord {
            video_url: Some("/video.mp4".into()),
            ..ended_attempt("lake", "lake-video", AttemptOutcome::Completed, 40)
        };
        let changes = vec![
            Change::Image(full_facts("lake")),
            preferences("lake"),
            Change::Session(full_session("lake", 7)),
            Change::Attempt(full_attempt("lake", "lake-try", SessionId(7))),
            Change::Attempt(video),
            Change::Action(full_action("lake", 7, 9)),
            post_of("lake", "lake-post"),
            log("lake", Some(7), 41, "lake ended"),
        ];
        store.apply(&changes).unwrap();
        assert!(store.ask_for_video(&media("lake"), &attempt_id("lake-video"), 60).unwrap());
        store.put_picture(&media("lake"), "image", &[1, 2, 3], 60, 1_000).unwrap();
        let backup = place.folder.path().join("backup.db");
        store.back_up(&backup).unwrap();
        Self { place, backup }
    }

    /// Changes the backup by hand.
    fn attack(&self, sql: &str) {
        let connection = Connection::open(&self.backup).unwrap();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        connection.execute_batch(sql).unwrap();
    }

    fn read(&self) -> Result<Backup, StoreError> {
        Backup::read(&self.backup, &self.place.path, None)
    }

    /// An empty history elsewhere, in which the backup was restored.
    fn restored(&self) -> (Place, Store) {
        let place = Place::new();
        let store = place.open();
        let backup = Backup::read(&self.backup, &place.path, None).unwrap();
        store.restore(&backup, &[]).unwrap();
        (place, store)
    }
}

fn schema_of(path: &Path) -> BTreeSet<(String, String)> {
    let connection = Connection::open(path).unwrap();
    let mut query = connection
        .prepare("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// As Retake makes it.
fn fresh_schema() -> BTreeSet<(String, String)> {
    let place = Place::new();
    drop(place.open());
    schema_of(&place.path)
}

#[test]
fn d6_everything_of_a_history_comes_back() {
    let seat = Seat::new();
    let (place, store) = seat.restored();
    let here = seat.place.open();
    let detail_in = |store: &Store| store.image_detail(&media("lake")).unwrap().unwrap();
    assert_eq!(detail_in(&store).sessions, detail_in(&here).sessions);
    assert_eq!(detail_in(&store).attempts.len(), detail_in(&here).attempts.len());
    assert_eq!(page(&store, "").cards, page(&here, "").cards, "totals are counted again");
    assert_eq!(store.report().unwrap(), here.report().unwrap());
    assert_eq!(store.picture(&media("lake"), "image").unwrap(), Some(vec![1, 2, 3]));
    assert_eq!(found(&store, "slow pan"), ["lake"], "search texts are made again");
    let last = store.load_state().unwrap().last_session_id;
    assert_eq!(last, Some(SessionId(7)));
    drop(store);
    assert_eq!(schema_of(&place.path), fresh_schema());
}

#[test]
fn h10_what_is_left_now_is_not_what_was_left_at_the_backup() {
    let seat = Seat::new();
    let left = |remaining| {
        quota(ProductQuota { remaining: Some(remaining), ..ProductQuota::default() }, 70)
    };
    let store = seat.place.open();
    store.apply(&[Change::VideoQuota(left(12))]).unwrap();
    let backup = seat.place.folder.path().join("later.db");
    store.back_up(&backup).unwrap();
    store.apply(&[Change::VideoQuota(left(3))]).unwrap();
    let backup = Backup::read(&backup, &seat.place.path, None).unwrap();
    store.restore(&backup, &[]).unwrap();
    assert_eq!(store.load_state().unwrap().video_quota, Some(left(3)));
}

#[test]
fn d6_a_backup_of_an_older_version_is_brought_up_to_date() {
    let place = Place::new();
    let old = place.folder.path().join("old.db");
    let connection = Connection::open(&old).unwrap();
    for migration in [
        include_str!("../../migrations/0001_records.sql"),
        include_str!("../../migrations/0002_image_totals.sql"),
        include_str!("../../migrations/0003_search.sql"),
    ] {
        connection.execute_batch(migration).unwrap();
    }
    connection
        .execute_batch(
            "INSERT INTO images (media_id, prompt, first_seen_at) VALUES ('lake', 'slow pan', 5);
             INSERT INTO attempts (media_id, attempt_id, outcome, first_seen_at)
             VALUES ('lake', 'try', 'moderated', 6);
             PRAGMA user_version = 3;",
        )
        .unwrap();
    drop(connection);
    let store = place.open();
    store.restore(&Backup::read(&old, &place.path, None).unwrap(), &[]).unwrap();
    let card = &page(&store, "").cards[0];
    assert_eq!((card.totals.attempts, card.totals.moderated), (1, 1));
    assert_eq!(found(&store, "slow pan"), ["lake"]);
}

/// Finding 4 of the security review: nothing of a schema comes along, whatever it is.
#[test]
fn r2_no_schema_of_a_file_comes_along() {
    let seat = Seat::new();
    seat.attack(
        "CREATE TABLE mine (prompt TEXT);
         CREATE TRIGGER keep AFTER DELETE ON images
         BEGIN INSERT INTO mine VALUES (old.prompt); END;
         CREATE TRIGGER plant AFTER INSERT ON images
         BEGIN INSERT OR REPLACE INTO settings VALUES ('allow_camera', 'on'); END;
         CREATE VIEW also AS SELECT * FROM images;
         CREATE INDEX slow ON images (upper(prompt));",
    );
    let (place, store) = seat.restored();
    assert_eq!(found(&store, "slow pan"), ["lake"]);
    drop(store);
    assert_eq!(schema_of(&place.path), fresh_schema());
}

#[test]
fn d6_no_setting_and_no_unfinished_file_of_a_backup_comes_along() {
    let seat = Seat::new();
    let victim = seat.place.folder.path().join("id_rsa");
    fs::write(&victim, "key").unwrap();
    seat.attack(&format!(
        "INSERT INTO settings VALUES ('generate_control_selector', '#delete');
         UPDATE kept_videos SET partial = '{0}', path = NULL, failure = NULL;
         INSERT INTO kept_videos (media_id, attempt_id, asked_at, path)
         VALUES ('lake', 'lake-try', 1, '{0}');",
        victim.display()
    ));
    let (_place, store) = seat.restored();
    assert_eq!(store.setting("generate_control_selector").unwrap(), None);
    assert!(store.open_videos().unwrap().is_empty(), "nothing is fetched because of a file");
    for attempt in ["lake-video", "lake-try"] {
        assert_eq!(store.video(&media("lake"), &attempt_id(attempt)).unwrap(), None, "{attempt}");
    }
}

#[test]
fn d6_a_saved_video_is_known_again_where_its_file_is_here() {
    let seat = Seat::new();
    let videos = tempfile::tempdir().unwrap();
    fs::write(videos.path().join("lake.mp4"), "video").unwrap();
    seat.attack(
        "UPDATE kept_videos SET path = '/home/other/videos/lake.mp4', bytes = 5, saved_at = 9",
    );
    let place = Place::new();
    let store = place.open();
    let backup = Backup::read(&seat.backup, &place.path, Some(videos.path())).unwrap();
    store.restore(&backup, &[]).unwrap();
    let video = store.video(&media("lake"), &attempt_id("lake-video")).unwrap().unwrap();
    let saved = video.saved.unwrap();
    assert_eq!(Path::new(&saved.path), videos.path().join("lake.mp4"));
    assert_eq!(
        saved.modified_at,
        Some(0),
        "nobody knows how it was: it counts as changed (spec N9)"
    );
}

#[test]
fn n9_no_file_is_replaced_because_of_a_backup() {
    let seat = Seat::new();
    let videos = tempfile::tempdir().unwrap();
    fs::write(videos.path().join("lake.mp4"), "video").unwrap();
    seat.attack(
        "UPDATE kept_videos SET path = '/other/lake.mp4', bytes = 5, saved_at = 9, modified_at = 8,
             better_asked_at = 9, better_quality = 'hd', better_bytes = 5, better_modified_at = 8",
    );
    let place = Place::new();
    let store = place.open();
    let backup = Backup::read(&seat.backup, &place.path, Some(videos.path())).unwrap();
    store.restore(&backup, &[]).unwrap();
    assert!(store.open_replacements().unwrap().is_empty());
    let video = store.video(&media("lake"), &attempt_id("lake-video")).unwrap().unwrap();
    assert_eq!((video.placing, video.saved.unwrap().modified_at), (None, Some(8)));
}

#[test]
fn d6_a_file_that_is_not_what_retake_makes_is_refused_with_what_is_wrong() {
    for (name, sql, hint) in [
        (
            "an endless view for a table",
            "DROP TABLE settings; CREATE VIEW settings (name, value) AS
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n",
            "is a view",
        ),
        (
            "an announced end that waits for ever",
            "UPDATE attempts SET announced_outcome = 'completed', announced_by = 'stream',
                 announced_certainty = 'told', announced_at = 9223372036854775807",
            "which no calendar has",
        ),
        (
            "a press at no time",
            "INSERT INTO presses (media_id, pressed_at, requests, state)
                 VALUES ('lake', -9223372036854775808, 1, 'ended')",
            "which no calendar has",
        ),
        (
            "a view for a table that is copied",
            "ALTER TABLE kept_prompts RENAME TO mine;
             CREATE VIEW kept_prompts AS SELECT * FROM mine",
            "is a view",
        ),
        (
            "a virtual table for a table",
            "DROP TABLE kept_prompts;
             CREATE VIRTUAL TABLE kept_prompts USING fts5 (number, prompt, name, kept_at)",
            "is a virtual",
        ),
        (
            "a computed column",
            "DROP TABLE kept_prompts; CREATE TABLE kept_prompts (number INTEGER PRIMARY KEY,
             prompt TEXT AS (hex(zeroblob(1000))), name TEXT, kept_at INTEGER)",
            "lacks the column `prompt`",
        ),
        ("a table that is missing", "DROP TABLE queue_entries", "is missing"),
        ("a column that is missing", "ALTER TABLE kept_prompts DROP COLUMN name", "lacks"),
        (
            "a value of another type",
            "ALTER TABLE kept_prompts RENAME TO mine; CREATE TABLE kept_prompts
             (number INTEGER PRIMARY KEY, prompt, name, kept_at);
             INSERT INTO kept_prompts VALUES (1, x'00', NULL, 'soon')",
            "",
        ),
        ("an unknown word", "UPDATE attempts SET outcome = 'sold'", ""),
        ("a row that refers to none", "UPDATE posts SET media_id = 'nowhere'", ""),
        (
            "a number that leaves no room",
            "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'sessions'",
            "given out",
        ),
        ("a name that is no image's", "UPDATE images SET media_id = ''", ""),
    ] {
        let seat = Seat::new();
        seat.attack(sql);
        let refused = seat.read().expect_err(name);
        let sentence = refused.to_string();
        assert!(matches!(refused, StoreError::Damaged { .. }), "{name}: {refused:?}");
        assert!(
            sentence.contains("nothing was changed") && sentence.contains(hint),
            "{name}: {sentence}"
        );
        let left = fs::read_dir(seat.place.folder.path()).unwrap().count();
        assert!(left <= 4, "{name}: the fresh database is tidied away");
    }
}

#[test]
fn d6_what_is_no_database_or_not_there_is_refused() {
    let place = Place::new();
    let list = place.folder.path().join("list.txt");
    fs::write(&list, "milk, bread").unwrap();
    for from in [list, place.folder.path().join("nothing there")] {
        Backup::read(&from, &place.path, None).unwrap_err();
    }
}

#[test]
fn d6_reading_a_file_ends_also_where_its_rows_do_not() {
    let seat = Seat::new();
    // Reached through the one thing that is still evaluated: the table behind the name.
    seat.attack(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE VIEW images AS WITH RECURSIVE n (i) AS
         (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n', type = 'table'
         WHERE name = 'images';",
    );
    let sentence = seat.read().unwrap_err().to_string();
    assert!(
        sentence.contains("nothing was changed") || sentence.contains("failed to open"),
        "{sentence}"
    );
}
