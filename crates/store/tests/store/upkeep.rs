//! Spec D6: a backup while others write, and a history that is gone when it was forgotten.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::{fs, thread};

use retake_protocol::{SessionId, SessionOutcome};
use retake_session::record::{Change, SessionRecord};
use retake_store::{Forget, Store, StoreError, check_backup};
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
fn d6_a_backup_while_others_write_is_whole_and_of_one_moment() {
    let place = Place::new();
    let store = place.open();
    store.apply(whole_history("lake", 1)).unwrap();
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
                store.apply(listed_image(&format!("image-{number}"), number)).unwrap();
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
    let names = fs::read_dir(place.folder.path()).unwrap().map(|file| file.unwrap().file_name());
    let others = names.filter(|name| !name.to_string_lossy().contains(".db")).count();
    assert_eq!(others, 0, "nothing half done is left beside it");
}

#[test]
fn d6_a_backup_replaces_no_file() {
    let place = Place::new();
    let store = place.open();
    let copy = place.folder.path().join("copy.db");
    fs::write(&copy, "something of the user's").unwrap();

    let refused = store.back_up(&copy).unwrap_err();
    assert!(matches!(refused, StoreError::CopyExists { .. }), "got {refused:?}");
    assert_eq!(fs::read(&copy).unwrap(), b"something of the user's");
}

#[test]
fn d6_a_forgotten_image_leaves_no_trace_in_the_file() {
    let place = Place::new();
    let store = place.open();
    store.apply(whole_history("lake", 1)).unwrap();
    store.apply(listed_image("forest", 50)).unwrap();
    assert!(holds(&bytes_of(&place.path), "lake-try"), "the test looks in the right place");

    assert_eq!(store.forget(Forget::Image(media("lake"))).unwrap(), 1);
    let bytes = bytes_of(&place.path);
    for trace in ["lake-try", "lake-post", "slow pan", "the same lake", "lake ended"] {
        assert!(!holds(&bytes, trace), "{trace:?} is still in the file");
    }
    assert_eq!(found(&store, ""), ["forest"]);
    assert!(found(&store, "lake-try").is_empty());
    let tables = rows_of_every_table(&place.path);
    assert!(tables.len() > 10, "the test looks into every table");
    for (table, rows) in tables {
        for trace in ["lake-try", "lake-post", "slow pan", "the same lake", "lake ended"] {
            assert!(!rows.contains(trace), "{table} still speaks of it: {rows}");
        }
    }
    let pieces = pieces_of_the_search_index(&place.path);
    assert!(pieces.contains(&"for".to_owned()), "the other image is still found: {pieces:?}");
    for trace in ["-tr", "-po", "slo"] {
        assert!(!pieces.contains(&trace.to_owned()), "{trace:?} is still in the index");
    }
    let last = store.recall_start().unwrap().last_session_id;
    assert_eq!(last, Some(SessionId(1)), "its session's number does not come back");
}

fn pieces_of_the_search_index(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE temp.pieces USING fts5vocab(main, search_index, 'row')",
        )
        .unwrap();
    let mut query = connection.prepare("SELECT term FROM temp.pieces").unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Each table with what its rows hold, as text; the search index's own pieces among them.
fn rows_of_every_table(path: &Path) -> Vec<(String, String)> {
    let connection = Connection::open(path).unwrap();
    let mut names = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'search_index'")
        .unwrap();
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let rows_of = |name: &String| {
        let mut query = connection.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let width = query.column_count();
        let mut rows = query.query([]).unwrap();
        let mut text = String::new();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..width {
                let value = row.get_ref(column).unwrap();
                // Of a blob the bytes as they are: a piece of three letters shows in them.
                if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = value {
                    text.push_str(&String::from_utf8_lossy(bytes));
                }
            }
        }
        text
    };
    names.iter().map(|name| (name.clone(), rows_of(name))).collect()
}

#[test]
fn d6_everything_can_be_forgotten() {
    let store = Store::in_memory().unwrap();
    store.apply(whole_history("lake", 1)).unwrap();
    store.apply(whole_history("forest", 2)).unwrap();
    assert_eq!(store.forget(Forget::Everything).unwrap(), 2);
    assert!(found(&store, "").is_empty());
    assert_eq!(store.forget(Forget::Everything).unwrap(), 0, "there is nothing left");
}

#[test]
fn d6_nothing_is_forgotten_under_a_running_session() {
    let store = Store::in_memory().unwrap();
    store.apply(whole_history("lake", 1)).unwrap();
    let running = SessionRecord { outcome: SessionOutcome::Pending, ..session("lake", 2) };
    store.apply(vec![Change::Session(running)]).unwrap();

    for what in [Forget::Image(media("lake")), Forget::Everything] {
        let refused = store.forget(what).unwrap_err();
        assert!(matches!(refused, StoreError::SessionRunning), "got {refused:?}");
    }
    assert_eq!(found(&store, ""), ["lake"]);
    assert_eq!(store.forget(Forget::Image(media("forest"))).unwrap(), 0, "another is free to go");
}

#[test]
fn d6_only_a_sound_history_of_a_known_version_may_be_restored() {
    let place = Place::new();
    let store = place.open();
    store.apply(whole_history("lake", 1)).unwrap();
    let file = |name: &str| place.folder.path().join(name);
    store.back_up(&file("good.db")).unwrap();
    check_backup(&file("good.db")).expect("a backup may be restored");

    fs::write(file("text.db"), "this is a text and no database at all".repeat(40)).unwrap();
    let refused = check_backup(&file("text.db")).unwrap_err();
    assert!(matches!(refused, StoreError::Open { .. }), "got {refused:?}");

    let foreign = Connection::open(file("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE lakes (name TEXT)").unwrap();
    let refused = check_backup(&file("foreign.db")).unwrap_err();
    assert!(matches!(refused, StoreError::NotRetake { .. }), "got {refused:?}");

    fs::copy(file("good.db"), file("newer.db")).unwrap();
    let newer = Connection::open(file("newer.db")).unwrap();
    newer.pragma_update(None, "user_version", 999).unwrap();
    drop(newer);
    let refused = check_backup(&file("newer.db")).unwrap_err();
    assert!(matches!(refused, StoreError::SchemaTooNew { .. }), "got {refused:?}");
}

#[test]
fn d6_a_damaged_backup_is_found_before_it_is_restored() {
    let place = Place::new();
    let store = place.open();
    for number in 0..200 {
        store.apply(listed_image(&format!("image-{number}"), number)).unwrap();
    }
    let file = place.folder.path().join("damaged.db");
    store.back_up(&file).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    // The pages after the schema's: a disk that fails does not ask which.
    for byte in &mut bytes[100_000..140_000] {
        *byte = !*byte;
    }
    fs::write(&file, bytes).unwrap();
    let refused = check_backup(&file).unwrap_err();
    let is_found = matches!(refused, StoreError::Damaged { .. } | StoreError::Open { .. });
    assert!(is_found, "got {refused:?}");
    assert!(refused.to_string().contains("damaged.db"), "{refused}");
}
