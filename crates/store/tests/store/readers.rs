//! Readers see what is committed, whole transactions at a time, and never wait for the writer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use retake_protocol::AttemptOutcome;
use retake_session::record::Change;
use retake_store::Store;

use crate::support::*;

/// Every event adds a moderated and a completed attempt, so a reader that sees them in unequal
/// numbers has seen a part of one.
#[test]
fn concurrent_readers_see_whole_events_only() {
    let place = Place::new();
    let store = place.open();
    store.apply(&listed_image("lake", 10)).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    assert_even(&store);
                }
            });
        }
        for number in 0..50 {
            let ended = |kind: &str, outcome| {
                Change::Attempt(ended_attempt("lake", &format!("{kind}-{number}"), outcome, 20))
            };
            store
                .apply(&[
                    ended("moderated", AttemptOutcome::Moderated),
                    ended("completed", AttemptOutcome::Completed),
                ])
                .unwrap();
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(page(&store, "").cards[0].totals.attempts, 101);
}

fn assert_even(store: &Store) {
    let detail = store.image_detail(&media("lake")).unwrap().unwrap();
    let totals = detail.card.totals;
    assert_eq!(totals.moderated, totals.completed, "half an event was seen");
    assert_eq!(
        usize::try_from(totals.attempts).unwrap(),
        detail.attempts.len(),
        "the card and the list are of one moment"
    );
}

#[test]
fn a_reader_goes_on_while_another_program_writes() {
    let place = Place::new();
    let store = place.open();
    store.apply(&listed_image("lake", 10)).unwrap();
    let other = rusqlite::Connection::open(&place.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE images SET prompt = 'unfinished';").unwrap();
    let facts = store.load_image(&media("lake")).unwrap().unwrap().facts;
    assert_eq!(facts.prompt, None, "what is not committed is not seen");
}

#[test]
fn what_was_applied_is_read_at_once_in_memory_too() {
    let store = Store::in_memory().unwrap();
    for number in 0..20 {
        store.apply(&listed_image(&format!("image-{number}"), number)).unwrap();
        assert_eq!(page(&store, "").cards.len(), usize::try_from(number).unwrap() + 1);
    }
}

#[test]
fn two_databases_in_memory_know_nothing_of_each_other() {
    let (one, other) = (Store::in_memory().unwrap(), Store::in_memory().unwrap());
    one.apply(&listed_image("lake", 10)).unwrap();
    assert_eq!(page(&other, "").cards, []);
}
