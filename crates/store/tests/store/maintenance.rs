//! Spec D6: a backup while others write, and a history that is gone when it was forgotten.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::{fs, thread};

use retake_protocol::{AttemptOutcome, SessionId, SessionOutcome};
use retake_session::record::{AttemptRecord, Change, ImageFacts, SessionRecord};
use retake_store::{Backup, Scope, Store, StoreError};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::support::*;

fn whole_history(image: &str, session_id: i64) -> Vec<Change> {
    vec![
        Change::Image(full_facts(image)),
        preferences(image),
        Change::Session(full_session(image, session_id)),
        Change::Attempt(full_attempt(image, &format!("{image}-try"), SessionId(session_id))),
        Change::Action(full_action(image, session_id, session_id)),
        post_of(image, &format!("{image}-post")),
        log(image, Some(session_id), 41, &format!("{image} ended")),
    ]
}

/// The file and what stands beside it in its write-ahead log.
fn bytes_of(path: &Path) -> Vec<u8> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let mut bytes = fs::read(path).unwrap();
    bytes.extend(fs::read(log).unwrap_or_default());
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part.eq_ignore_ascii_case(text.as_bytes()))
}

#[test]
fn r1_a_backup_while_others_write_is_whole_and_of_one_moment() {
    let place = Place::new();
    let store = place.open();
    store.apply(&whole_history("lake", 1)).unwrap();
    let copy = place.folder.path().join("copy.db");

    let is_over = AtomicBool::new(false);
    let (first_written, wait_for_first) = mpsc::sync_channel(1);
    thread::scope(|scope| {
        let (store, is_over) = (&store, &is_over);
        scope.spawn(move || {
            for number in 0.. {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                store.apply(&listed_image(&format!("image-{number}"), number)).unwrap();
                let _ = first_written.try_send(());
            }
        });
        wait_for_first.recv().unwrap();
        store.back_up(&copy).unwrap();
        is_over.store(true, Ordering::Relaxed);
    });

    let check: String = Connection::open(&copy)
        .unwrap()
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
    let restored = Store::open(&copy).unwrap();
    let detail_in = |store: &Store| store.image_detail(&media("lake")).unwrap();
    assert_eq!(detail_in(&restored), detail_in(&store));
    assert!(partials_in(place.folder.path()).is_empty());
}

/// What an unfinished copy would have left.
fn partials_in(folder: &Path) -> Vec<OsString> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.as_encoded_bytes().ends_with(b".partial")).collect()
}

#[test]
fn d6_a_backup_touches_no_file_of_a_name_like_its_own() {
    let place = Place::new();
    let store = place.open();
    store.apply(&whole_history("lake", 1)).unwrap();
    let beside = place.folder.path().join("copy.db.partial");
    fs::write(&beside, "something of the user's").unwrap();

    store.back_up(&place.folder.path().join("copy.db")).unwrap();
    assert_eq!(fs::read(&beside).unwrap(), b"something of the user's");
    assert_eq!(partials_in(place.folder.path()), ["copy.db.partial"], "and leaves none behind");
}

#[test]
fn d6_a_backup_that_can_not_be_written_says_so_and_leaves_nothing() {
    let place = Place::new();
    let nowhere = place.folder.path().join("nowhere").join("copy.db");
    let refused = place.open().back_up(&nowhere).unwrap_err();
    assert!(matches!(refused, StoreError::CopyName { .. }), "got {refused:?}");
    assert!(refused.to_string().contains("the database is as it was"), "got {refused}");
    assert!(!nowhere.parent().unwrap().exists());
}

#[test]
fn r1_a_backup_replaces_no_file() {
    let place = Place::new();
    let store = place.open();
    let copy = place.folder.path().join("copy.db");
    fs::write(&copy, "something of the user's").unwrap();

    let refused = store.back_up(&copy).unwrap_err();
    assert!(matches!(refused, StoreError::CopyExists { .. }), "got {refused:?}");
    assert_eq!(fs::read(&copy).unwrap(), b"something of the user's");
}

#[test]
fn r4_a_forgotten_image_leaves_no_trace_in_the_file() {
    let place = Place::new();
    let store = place.open();
    store.apply(&whole_history("lake", 1)).unwrap();
    store.apply(&listed_image("forest", 50)).unwrap();
    assert!(holds(&bytes_of(&place.path), "lake-try"), "the test looks in the right place");

    assert_eq!(store.forget(&Scope::Image(media("lake"))).unwrap(), 1);
    let bytes = bytes_of(&place.path);
    for trace in ["lake-try", "lake-post", "slow pan", "the same lake", "lake ended"] {
        assert!(!holds(&bytes, trace), "{trace:?} is still in the file");
    }
    assert_eq!(found(&store, ""), ["forest"]);
    assert!(found(&store, "lake-try").is_empty());
    let last = store.load_state().unwrap().last_session_id;
    assert_eq!(last, Some(SessionId(1)), "its session's number does not come back");
}

/// Names every table with a row that holds one of the texts, whatever the column and its type.
fn tables_that_hold(path: &Path, texts: &[&str]) -> BTreeSet<String> {
    let connection = Connection::open(path).unwrap();
    let mut tables =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    let holds_one = |table: &String| {
        let mut query = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = row.get_ref(column).unwrap()
                else {
                    continue;
                };
                if texts.iter().any(|text| holds(bytes, text)) {
                    return true;
                }
            }
        }
        false
    };
    tables.filter(holds_one).collect()
}

/// The three-letter pieces that the search index knows, as it says itself.
fn pieces_in_index(path: &Path) -> BTreeSet<String> {
    let connection = Connection::open(path).unwrap();
    let vocabulary = "CREATE VIRTUAL TABLE temp.pieces USING fts5vocab (main, search_index, row)";
    connection.execute_batch(vocabulary).unwrap();
    let mut query = connection.prepare("SELECT term FROM temp.pieces").unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// What the extension left of an image, as it is kept.
fn keep_extension_entry(path: &Path, image: &str, session_id: i64) {
    let connection = Connection::open(path).unwrap();
    connection
        .execute(
            "INSERT INTO extension_entries (key, owner_id, value, imported_at, media_id)
             VALUES ('useGrokRetryVideoSessions_store/' || ?1, ?1, '{}', 5, ?1)",
            [image],
        )
        .unwrap();
    connection
        .execute(
            "INSERT INTO extension_sessions (media_id, session_id) VALUES (?1, ?2)",
            rusqlite::params![image, session_id],
        )
        .unwrap();
}

#[test]
fn d6_a_forgotten_image_leaves_no_row_and_no_piece_of_a_text_in_any_table() {
    let place = Place::new();
    let store = place.open();
    // Letters that stand together nowhere else.
    let (image, pieces) = ("qzxwvj", ["qzx", "zxw", "xwv", "wvj"]);
    let with_video = AttemptRecord {
        video_url: Some("/video.mp4".into()),
        ..ended_attempt(image, &format!("{image}-video"), AttemptOutcome::Completed, 40)
    };
    store.apply(&[whole_history(image, 1), vec![Change::Attempt(with_video)]].concat()).unwrap();
    store.apply(&listed_image("forest", 50)).unwrap();
    keep_extension_entry(&place.path, image, 1);
    let video = attempt_id(&format!("{image}-video"));
    assert!(store.ask_for_video(&media(image), &video, 60).unwrap());
    let holding = tables_that_hold(&place.path, &[image]);
    for table in [
        "images",
        "preferences",
        "sessions",
        "attempts",
        "attempt_aliases",
        "posts",
        "actions",
        "log_lines",
        "search_texts",
        "extension_entries",
        "extension_sessions",
        "kept_videos",
    ] {
        assert!(holding.contains(table), "the test looks into {table}: {holding:?}");
    }
    let known = pieces_in_index(&place.path);
    assert!(pieces.iter().all(|piece| known.contains(*piece)), "and into the index: {known:?}");
    assert_eq!(found(&store, image), [image]);

    assert_eq!(store.forget(&Scope::Image(media(image))).unwrap(), 1);
    assert_eq!(tables_that_hold(&place.path, &pieces), BTreeSet::new());
    let known = pieces_in_index(&place.path);
    assert!(pieces.iter().all(|piece| !known.contains(*piece)), "left in the index: {known:?}");
    assert!(known.contains("for"), "the other image is still found by its pieces");
    let bytes = bytes_of(&place.path);
    for trace in pieces.into_iter().chain([image]) {
        assert!(!holds(&bytes, trace), "{trace:?} is still in the file");
        assert!(found(&store, trace).is_empty(), "{trace:?} is still found");
    }
    assert_eq!(found(&store, "forest"), ["forest"]);
}

/// A row that is written again leaves its old bytes behind where nothing overwrites them, long before
/// anybody thinks of forgetting it.
#[test]
fn r4_what_was_changed_before_it_was_forgotten_leaves_no_trace_either() {
    let place = Place::new();
    let store = place.open();
    let image = "qzxwvj";
    store.apply(&whole_history(image, 1)).unwrap();
    store.apply(&listed_image("forest", 50)).unwrap();
    for number in 0..40 {
        let prompt = format!("{image} number {number} {}", "and on ".repeat(number * 30));
        let prompt = Some(retake_protocol::Prompt::new(prompt));
        store
            .apply(&[
                Change::Image(ImageFacts { prompt: prompt.clone(), ..full_facts(image) }),
                Change::Attempt(AttemptRecord { prompt, ..attempt(image, "a-try") }),
                log(image, Some(1), 60, &format!("{image} was seen {number} times")),
            ])
            .unwrap();
    }
    store.forget(&Scope::Image(media(image))).unwrap();
    let bytes = bytes_of(&place.path);
    for trace in ["qzx", "zxw", "xwv", "wvj", "and on"] {
        assert!(!holds(&bytes, trace), "{trace:?} is still in the file");
    }
    assert_eq!(found(&store, ""), ["forest"]);
}

#[test]
fn d6_everything_can_be_forgotten() {
    let store = Store::in_memory().unwrap();
    store.apply(&whole_history("lake", 1)).unwrap();
    store.apply(&whole_history("forest", 2)).unwrap();
    assert_eq!(store.forget(&Scope::All).unwrap(), 2);
    assert!(found(&store, "").is_empty());
    assert_eq!(store.forget(&Scope::All).unwrap(), 0, "there is nothing left");
}

#[test]
fn r4_the_disk_gets_its_space_back_when_everything_is_forgotten() {
    let place = Place::new();
    let store = place.open();
    for number in 0..400 {
        store.apply(&whole_history(&format!("image-{number}"), number + 1)).unwrap();
    }
    store.forget(&Scope::Image(media("image-1"))).unwrap();
    let before = fs::metadata(&place.path).unwrap().len();
    store.forget(&Scope::All).unwrap();
    let after = fs::metadata(&place.path).unwrap().len();
    assert!(after * 2 < before, "{before} bytes became {after}");
}

#[test]
fn r3_nothing_is_forgotten_under_a_running_session() {
    let store = Store::in_memory().unwrap();
    store.apply(&whole_history("lake", 1)).unwrap();
    let running = SessionRecord { outcome: SessionOutcome::Pending, ..session("lake", 2) };
    store.apply(&[Change::Session(running)]).unwrap();

    for what in [Scope::Image(media("lake")), Scope::All] {
        let refused = store.forget(&what).unwrap_err();
        assert!(matches!(refused, StoreError::SessionRunning), "got {refused:?}");
    }
    assert_eq!(found(&store, ""), ["lake"]);
    assert_eq!(store.forget(&Scope::Image(media("forest"))).unwrap(), 0, "another is free to go");
}

#[test]
fn d6_only_a_sound_history_of_a_known_version_may_be_restored() {
    let place = Place::new();
    let store = place.open();
    store.apply(&whole_history("lake", 1)).unwrap();
    let file = |name: &str| place.folder.path().join(name);
    store.back_up(&file("good.db")).unwrap();
    let read = |name: &str| Backup::read(&file(name), &place.path, None);
    read("good.db").expect("a backup may be restored");

    fs::write(file("text.db"), "this is a text and no database at all".repeat(40)).unwrap();
    let refused = read("text.db").unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }), "got {refused:?}");

    let foreign = Connection::open(file("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE lakes (name TEXT)").unwrap();
    let refused = read("foreign.db").unwrap_err();
    assert!(matches!(refused, StoreError::NotRetake { .. }), "got {refused:?}");

    fs::copy(file("good.db"), file("newer.db")).unwrap();
    let newer = Connection::open(file("newer.db")).unwrap();
    newer.pragma_update(None, "user_version", 999).unwrap();
    drop(newer);
    let refused = read("newer.db").unwrap_err();
    assert!(matches!(refused, StoreError::SchemaTooNew { .. }), "got {refused:?}");
}

#[test]
fn d6_a_damaged_backup_is_found_out_and_left_as_it_is() {
    let place = Place::new();
    let store = place.open();
    for number in 0..200 {
        store.apply(&listed_image(&format!("image-{number}"), number)).unwrap();
    }
    let backup = place.folder.path().join("backup.db");
    store.back_up(&backup).unwrap();
    let damaged = with_a_damaged_page(&backup, "attempts");
    fs::write(&backup, &damaged).unwrap();

    let refused = Backup::read(&backup, &place.path, None).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "got {refused:?}");
    let sentence = refused.to_string();
    assert!(sentence.contains("is damaged; nothing was changed"), "{sentence}");
    assert!(partials_in(place.folder.path()).is_empty());
    assert_eq!(page(&store, "").cards.len(), 200, "what is stored stays");
    assert_eq!(fs::read(&backup).unwrap(), damaged);
}

/// The file's content with the first page of a table overwritten.
fn with_a_damaged_page(path: &Path, table: &str) -> Vec<u8> {
    let connection = Connection::open(path).unwrap();
    let page_number: u32 = connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table], |row| row.get(0))
        .unwrap();
    let page_size: u32 =
        connection.pragma_query_value(None, "page_size", |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = fs::read(path).unwrap();
    let start = ((page_number - 1) * page_size) as usize;
    bytes[start..][..page_size as usize].fill(0xa5);
    bytes
}
