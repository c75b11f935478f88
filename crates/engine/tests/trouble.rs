//! A database that can't be written, can't be read, or is held by another: each gets a sentence,
//! nothing is handed to the page, and nothing that was stored is lost.

use std::fs;
use std::path::PathBuf;

use retake_engine::{Effect, Engine, Handled, Input, Settings};
use retake_protocol::command::StartSession;
use retake_protocol::observer::{ActionResult, FullSnapshot, Signal};
use retake_protocol::{Prompt, SessionOutcome};
use retake_store::Store;
use rusqlite::Connection;
use tempfile::TempDir;

/// A folder with a database in it.
struct Place {
    _folder: TempDir,
    database: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("retake.db");
        Self { _folder: folder, database }
    }

    fn engine(&self) -> Engine {
        let store = Store::open(&self.database).expect("a database");
        Engine::open(store, Settings::default(), 0).expect("an engine")
    }

    /// Makes every write of an action fail from now on, as a full disk would.
    fn refuse_writes(&self) {
        let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON actions
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END";
        self.execute(refuse);
    }

    fn allow_writes(&self) {
        self.execute("DROP TRIGGER refuse");
    }

    fn execute(&self, statement: &str) {
        let connection = Connection::open(&self.database).expect("a database");
        connection.execute_batch(statement).expect("a statement");
    }
}

fn snapshot(sequence: u64) -> Input {
    let store = r#"{"state":{"imageByMediaId":{"lake":[{"id":"lake"}]}},"version":1}"#;
    Input::FullSnapshot(FullSnapshot::of_session(sequence, Some(store.into())))
}

fn start() -> Input {
    let prompt = Prompt::new("slow pan across a mountain lake");
    Input::Start(StartSession { media_id: None, prompt, max_retries: None, video_goal: None })
}

fn show_image(engine: &mut Engine) {
    let route = Signal::Route { path: "/imagine/post/lake".into(), conversation: None };
    engine.handle(Input::Signal(route), 0).expect("a route");
    engine.handle(snapshot(1), 10).expect("a snapshot");
}

fn issued(handled: &Handled) -> usize {
    handled.effects.iter().filter(|effect| matches!(effect, Effect::Issue(_))).count()
}

#[test]
fn c9_a_commit_that_fails_hands_nothing_over_and_it_goes_on_once_there_is_room() {
    let place = Place::new();
    let mut engine = place.engine();
    show_image(&mut engine);
    place.refuse_writes();
    let error = engine.handle(start(), 1_000).unwrap_err();
    let sentence = format!("{error}: {}", std::error::Error::source(&error).unwrap());
    assert!(sentence.contains("nothing of it was kept"), "{sentence}");
    assert!(engine.store().report().unwrap().sessions.is_empty(), "none of the event was kept");

    place.allow_writes();
    let handled = engine.handle(start(), 2_000).unwrap();
    assert_eq!(handled.refused, None, "it still knows what the page shows");
    assert_eq!(issued(&handled), 1);
}

#[test]
fn r6_a_session_that_ran_when_a_commit_failed_is_interrupted_with_what_was_stored() {
    let place = Place::new();
    let mut engine = place.engine();
    show_image(&mut engine);
    engine.handle(start(), 1_000).unwrap();
    let attempt = r#"{"state":{"videoByMediaId":{"lake":[{"id":"v1","status":"completed",
        "moderated":true}]},"imageByMediaId":{"lake":[{"id":"lake"}]}},"version":1}"#;
    let clicked = Signal::ActionResult {
        action_id: retake_protocol::ActionId(1),
        result: ActionResult::Clicked,
    };
    engine.handle(Input::Signal(clicked), 1_100).unwrap();
    place.refuse_writes();
    let whole = FullSnapshot::of_session(2, Some(attempt.into()));
    engine.handle(Input::FullSnapshot(whole), 31_000).unwrap_err();
    place.allow_writes();
    let handled = engine.handle(Input::TimePassed, 32_000).unwrap();
    assert_eq!(issued(&handled), 0);
    let report = engine.store().report().unwrap();
    assert_eq!(report.sessions[0].0.outcome, SessionOutcome::Interrupted);
    assert_eq!(report.images[0].moderated, 1, "what the page still shows is taken in again");
}

#[test]
fn r5_a_truncated_database_is_refused_with_a_sentence_and_left_as_it_is() {
    let place = Place::new();
    show_image(&mut place.engine());
    let whole = fs::read(&place.database).unwrap();
    let torn = &whole[..whole.len() / 3 + 100];
    fs::write(&place.database, torn).unwrap();
    let refused = Store::open(&place.database)
        .and_then(|store| store.report())
        .expect_err("a third of a database is none");
    let sentence = refused.to_string();
    assert!(sentence.starts_with("failed to"), "{sentence}");
    assert_eq!(fs::read(&place.database).unwrap(), torn, "not a byte was changed");
}

#[test]
fn a_file_that_is_no_database_is_refused_with_a_sentence_and_left_as_it_is() {
    let place = Place::new();
    fs::write(&place.database, "slow pan across a mountain lake\n".repeat(200)).unwrap();
    let before = fs::read(&place.database).unwrap();
    let sentence = Store::open(&place.database).unwrap_err().to_string();
    assert!(sentence.contains("failed to open the database at"), "{sentence}");
    assert_eq!(fs::read(&place.database).unwrap(), before);
}

#[test]
fn a_database_that_another_program_holds_is_refused_with_a_sentence_and_can_still_be_read() {
    let place = Place::new();
    let mut engine = place.engine();
    show_image(&mut engine);
    let holder = Connection::open(&place.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = engine.handle(start(), 1_000).unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("failed to store"), "{source}");
    let reader = Store::open_read_only(&place.database).unwrap();
    assert!(reader.report().unwrap().sessions.is_empty());
    holder.execute_batch("ROLLBACK").unwrap();
    assert_eq!(issued(&engine.handle(start(), 9_000).unwrap()), 1);
}

#[test]
fn a_read_only_store_reads_and_refuses_to_write() {
    let place = Place::new();
    let mut engine = place.engine();
    show_image(&mut engine);
    engine.handle(start(), 1_000).unwrap();
    drop(engine);
    let before = fs::read(&place.database).unwrap();
    let store = Store::open_read_only(&place.database).unwrap();
    assert_eq!(store.report().unwrap().sessions.len(), 1);
    store.set_setting("theme", "dark").unwrap_err();
    drop(store);
    assert_eq!(fs::read(&place.database).unwrap(), before);
}

#[test]
fn nothing_is_created_where_there_is_no_database_to_read() {
    let place = Place::new();
    Store::open_read_only(&place.database).unwrap_err();
    assert!(!place.database.exists());
}
