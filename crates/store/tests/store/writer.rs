//! One transaction for all changes of an event: all or nothing, once or twice, in any order.

use std::thread;

use retake_protocol::SessionId;
use retake_session::record::Change;
use retake_store::{Store, StoreError};

use crate::support::*;

fn a_whole_event() -> Vec<Change> {
    vec![
        Change::Image(full_facts("lake")),
        preferences("lake"),
        Change::Session(session("lake", 1)),
        Change::Attempt(full_attempt("lake", "one", SessionId(1))),
        Change::Action(action("lake", 1, 1)),
        post_of("lake", "post-7"),
    ]
}

#[test]
fn applying_twice_changes_nothing() {
    let store = Store::in_memory().unwrap();
    store.apply(&a_whole_event()).unwrap();
    let once = everything(&store);
    store.apply(&a_whole_event()).unwrap();
    assert_eq!(everything(&store), once);
}

#[test]
fn the_order_within_a_transaction_does_not_matter() {
    let forwards = Store::in_memory().unwrap();
    let backwards = Store::in_memory().unwrap();
    forwards.apply(&a_whole_event()).unwrap();
    backwards.apply(&a_whole_event().into_iter().rev().collect::<Vec<_>>()).unwrap();
    assert_eq!(everything(&forwards), everything(&backwards));
}

#[test]
fn a_transaction_is_all_or_nothing() {
    let place = Place::new();
    let store = place.open();
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    let before = everything(&store);

    let error = store
        .apply(&[
            Change::Session(session("lake", 1)),
            Change::Attempt(attempt("lake", "one")),
            Change::Action(action("lake", 99, 1)),
        ])
        .unwrap_err();
    assert!(matches!(error, StoreError::Write { .. }), "session 99 is unknown, got {error:?}");
    assert_eq!(everything(&store), before);

    store.apply(&a_whole_event()).expect("a failed transaction leaves the store in order");
}

#[test]
fn what_refers_to_an_unknown_image_is_refused() {
    let store = Store::in_memory().unwrap();
    for change in a_whole_event() {
        if !matches!(change, Change::Image(_)) {
            assert!(store.apply(&[change]).is_err());
        }
    }
    assert!(store.apply(&[log("lake", None, 50, "seen")]).is_err());
    assert_eq!(store.load_image(&media("lake")).unwrap(), None);
}

#[test]
fn an_event_without_changes_is_nothing_to_store() {
    Store::in_memory().unwrap().apply(&[]).unwrap();
}

#[test]
fn dropping_the_last_handle_leaves_one_tidy_file() {
    let place = Place::new();
    let store = place.open();
    let clone = store.clone();
    store.apply(&a_whole_event()).unwrap();
    drop(store);
    clone.load_state().expect("a clone keeps the database open");
    drop(clone);

    let left: Vec<_> = std::fs::read_dir(place.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["retake.db"], "the write-ahead log went into the file");
}

#[test]
fn reopening_keeps_everything() {
    let place = Place::new();
    let store = place.open();
    store.apply(&a_whole_event()).unwrap();
    store.apply(&[log("lake", Some(1), 50, "started")]).unwrap();
    store.set_setting("cooldown_ms", "9000").unwrap();
    let before = everything(&store);
    drop(store);

    let store = place.open();
    assert_eq!(everything(&store), before);
    assert_eq!(store.setting("cooldown_ms").unwrap().as_deref(), Some("9000"));
}

#[test]
fn many_threads_write_through_clones_and_nothing_is_lost() {
    let place = Place::new();
    let store = place.open();
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    let writers: Vec<_> = (0..8)
        .map(|writer| {
            let store = store.clone();
            thread::spawn(move || {
                for number in 0..10 {
                    let id = format!("{writer}-{number}");
                    store.apply(&[Change::Attempt(attempt("lake", &id))]).unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(page(&store, "").cards[0].totals.attempts, 80);
}

#[test]
fn a_setting_is_what_it_was_last_set_to() {
    let store = Store::in_memory().unwrap();
    assert_eq!(store.setting("theme").unwrap(), None);
    store.set_setting("theme", "dark").unwrap();
    store.set_setting("theme", "").unwrap();
    assert_eq!(store.setting("theme").unwrap().as_deref(), Some(""));
}

/// All that can be read of the image `lake`, as text to compare.
fn everything(store: &Store) -> String {
    let lake = media("lake");
    format!(
        "{:#?}",
        (
            store.load_state().unwrap(),
            store.load_image(&lake).unwrap(),
            store.image_detail(&lake).unwrap(),
            page(store, ""),
            page(store, "mountain"),
            store.report().unwrap(),
        )
    )
}
