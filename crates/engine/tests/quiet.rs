//! What costs nothing: a snapshot that tells nothing new writes nothing.

use retake_engine::{Effect, Engine, Input, Settings};
use retake_protocol::observer::{FullSnapshot, Signal, Splice};
use retake_store::Store;
use rusqlite::Connection;

const STORE: &str = r#"{"state":{"videoByMediaId":{"lake":[{"id":"v1","status":"completed"}]},
    "imageByMediaId":{"lake":[{"id":"lake","prompt":"a mountain lake"}]}},"version":1}"#;

/// Changes whenever another connection has committed something.
fn data_version(watcher: &Connection) -> i64 {
    watcher.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("a pragma")
}

#[test]
fn a_snapshot_that_changes_nothing_costs_no_transaction() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("retake.db");
    let mut engine = Engine::open(Store::open(&database).unwrap(), Settings::default(), 0).unwrap();
    let watcher = Connection::open(&database).unwrap();
    let before = data_version(&watcher);
    let route = Signal::Route { path: "/imagine/post/lake".into(), conversation: None };
    engine.handle(Input::Signal(route), 0).unwrap();
    let whole =
        |sequence| Input::FullSnapshot(FullSnapshot::of_session(sequence, Some(STORE.into())));
    engine.handle(whole(1), 10).unwrap();
    let first = data_version(&watcher);
    assert_ne!(first, before, "the first sight of an attempt is stored");

    for sequence in 2..50 {
        let handled =
            engine.handle(whole(sequence), 10 * i64::try_from(sequence).unwrap()).unwrap();
        let stored = |effect: &Effect| matches!(effect, Effect::HistoryChanged(_));
        assert!(!handled.effects.iter().any(stored), "nothing was stored");
    }
    let length = STORE.encode_utf16().count();
    let same =
        Splice { sequence: 50, kept_head: length, kept_tail: 0, middle: String::new(), length };
    engine.handle(Input::Splice(same), 1_000).unwrap();
    assert_eq!(data_version(&watcher), first, "no transaction was made");
}
