//! A disk that is really full, and one that can't be written to: the engine on a file system of
//! its own, of four megabytes (spec C9, D1). A test runs itself again in a namespace where it may
//! mount one; that takes no rights, but a Linux that allows user namespaces.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use retake_engine::{Effect, Engine, EngineError, Handled, Input, Settings};
use retake_protocol::command::StartSession;
use retake_protocol::observer::{ActionResult, FullSnapshot, Signal};
use retake_protocol::{ActionId, Prompt, SessionOutcome};
use retake_store::{Backup, Store, StoreError};
use rusqlite::Connection;
use serde_json::json;

/// Says to a test that it runs in the namespace, and where the small disk is.
const SMALL_DISK: &str = "RETAKE_SMALL_DISK";

const MOUNT_AND_RUN: &str = r#"mount -t tmpfs -o size=4m tmpfs "$RETAKE_SMALL_DISK" && exec "$@""#;

/// Runs `body` with a small disk: in the test's second process. The first one waits for it.
fn on_a_small_disk(test: &str, body: impl FnOnce(&Path)) {
    if let Some(disk) = std::env::var_os(SMALL_DISK) {
        body(Path::new(&disk));
        return;
    }
    let disk = tempfile::tempdir().expect("a folder to mount on");
    let this_program = std::env::current_exe().expect("the test's own file");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", MOUNT_AND_RUN, "sh"])
        .arg(this_program)
        .args(["--exact", test, "--nocapture"])
        .env(SMALL_DISK, disk.path())
        .output()
        .expect("`unshare` of util-linux is there");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "on the small disk (this takes user namespaces: `unshare -Urm true` must work):\n\
         {said}{complained}"
    );
}

/// A page with a session, and the messages that it got.
struct Page {
    engine: Engine,
    at: i64,
    sequence: u64,
    attempts: Vec<serde_json::Value>,
    acknowledged: BTreeSet<String>,
    issued: BTreeSet<i64>,
    unanswered: Vec<ActionId>,
}

impl Page {
    fn open(database: &Path) -> Self {
        let store = Store::open(database).expect("a database");
        let engine = Engine::open(store, Settings::default(), 0).expect("an engine");
        Self {
            engine,
            at: 0,
            sequence: 0,
            attempts: Vec::new(),
            acknowledged: BTreeSet::new(),
            issued: BTreeSet::new(),
            unanswered: Vec::new(),
        }
    }

    fn tell(&mut self, input: Input) -> Result<Handled, EngineError> {
        self.at += 31_000;
        let handled = self.engine.handle(input, self.at)?;
        for effect in &handled.effects {
            if let Effect::Issue(action) = effect {
                assert!(self.issued.insert(action.action_id.0), "an action came twice");
                self.unanswered.push(action.action_id);
            }
        }
        Ok(handled)
    }

    fn show_image(&mut self) -> Result<(), EngineError> {
        self.tell(Input::Signal(Signal::Route {
            path: "/imagine/post/lake".into(),
            conversation: None,
        }))?;
        self.show_attempts()
    }

    fn show_attempts(&mut self) -> Result<(), EngineError> {
        self.sequence += 1;
        let state = json!({
            "videoByMediaId": {"lake": self.attempts},
            "imageByMediaId": {"lake": [{"id": "lake"}]},
        });
        let text = json!({"state": state, "version": 1}).to_string();
        let whole = FullSnapshot::of_session(self.sequence, Some(text));
        self.tell(Input::FullSnapshot(whole))?;
        let ids = self.attempts.iter().filter_map(|attempt| attempt["id"].as_str());
        self.acknowledged.extend(ids.map(str::to_owned));
        Ok(())
    }

    /// A start where nothing runs, a click for every action, and a new attempt.
    fn go_on(&mut self) -> Result<(), EngineError> {
        let prompt = Prompt::new("slow pan across a mountain lake");
        self.tell(Input::Start(StartSession {
            media_id: None,
            prompt,
            max_retries: None,
            video_goal: None,
        }))?;
        while let Some(action_id) = self.unanswered.pop() {
            let result = ActionResult::Clicked;
            self.tell(Input::Signal(Signal::ActionResult { action_id, result }))?;
        }
        let number = self.attempts.len() + 1;
        self.attempts.push(json!({
            "id": format!("v{number}"), "status": "completed", "moderated": !number.is_multiple_of(3),
        }));
        self.show_attempts()
    }
}

fn database_on(disk: &Path) -> PathBuf {
    disk.join("retake.db")
}

/// Takes all that is left of the disk but a little.
fn fill(disk: &Path) -> PathBuf {
    let ballast = disk.join("ballast");
    fs::write(&ballast, vec![0; 5 << 19]).expect("a large file");
    ballast
}

fn sentence_of(error: &EngineError) -> String {
    let EngineError::Store(source) = error;
    format!("{error}: {source}")
}

/// What must hold of the database whatever happened.
fn check(page: &Page, database: &Path) {
    let connection = Connection::open(database).expect("a database");
    let verdict: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a verdict");
    assert_eq!(verdict, "ok");
    for id in &page.acknowledged {
        let times: u32 = connection
            .query_row("SELECT count(*) FROM attempts WHERE attempt_id = ?", [id], |row| row.get(0))
            .expect("a count");
        assert_eq!(times, 1, "attempt {id} was acknowledged");
    }
    let report = page.engine.store().report().expect("a report");
    for action_id in &page.issued {
        let is_stored = report.actions.iter().any(|action| action.action_id.0 == *action_id);
        assert!(is_stored, "action {action_id} was handed over without a commit");
    }
    for (session, attempts) in &report.sessions {
        let sum = session.counters.failures() + session.counters.videos_generated;
        assert_eq!(sum as usize, attempts.len(), "the counters of {}", session.session_id);
    }
}

#[test]
fn c9_a_full_disk_loses_nothing_acknowledged_and_it_goes_on_once_there_is_space() {
    on_a_small_disk(
        "c9_a_full_disk_loses_nothing_acknowledged_and_it_goes_on_once_there_is_space",
        |disk| {
            let database = database_on(disk);
            let mut page = Page::open(&database);
            page.show_image().unwrap();
            let ballast = fill(disk);
            let error = loop {
                assert!(page.attempts.len() < 10_000, "the disk is never full");
                if let Err(error) = page.go_on() {
                    break error;
                }
            };
            let sentence = sentence_of(&error);
            assert!(sentence.contains("nothing of it was kept"), "{sentence}");
            assert!(sentence.contains("space"), "{sentence}");
            let EngineError::Store(StoreError::Write { source, .. }) = &error else {
                panic!("got {error:?}");
            };
            let code = source.sqlite_error_code();
            assert_eq!(code, Some(rusqlite::ErrorCode::DiskFull), "it is what it says it is");
            let issued = page.issued.len();
            assert!(page.acknowledged.len() > 3 && issued > 3, "it did something before");
            for _ in 0..5 {
                page.go_on().unwrap_err();
            }
            assert_eq!(page.issued.len(), issued, "nothing is handed over on a full disk");
            check(&page, &database);

            fs::remove_file(ballast).unwrap();
            page.unanswered.clear();
            page.tell(Input::TimePassed).unwrap();
            let report = page.engine.store().report().unwrap();
            let is_running = |outcome| outcome == SessionOutcome::Pending;
            assert!(!report.sessions.iter().any(|(session, _)| is_running(session.outcome)));
            for _ in 0..5 {
                page.go_on().unwrap();
            }
            assert!(page.issued.len() > issued, "it goes on");
            assert_eq!(page.acknowledged.len(), page.attempts.len(), "with all that was shown");
            check(&page, &database);
        },
    );
}

/// Changes what is mounted, from within the namespace.
fn mount(arguments: &[&str], at: &Path) {
    let mounted = Command::new("mount").args(arguments).arg(at).status().expect("`mount`");
    assert!(mounted.success(), "mount {arguments:?}");
}

/// Of the mount alone: the options of the whole file system name a user that the namespace of an
/// ordinary user does not know.
fn make_read_only(mounted: &Path) {
    mount(&["-o", "remount,bind,ro"], mounted);
}

/// A history of one session on the disk, tidily closed.
fn write_history(disk: &Path) -> Vec<u8> {
    let mut page = Page::open(&database_on(disk));
    page.show_image().expect("space");
    page.go_on().expect("space");
    drop(page);
    fs::read(database_on(disk)).expect("the database")
}

fn refused_for_writing(database: &Path) {
    let refused = Store::open(database).expect_err("it can't be written to");
    let sentence = refused.to_string();
    assert!(matches!(refused, StoreError::ReadOnly { .. }), "got {refused:?}");
    assert!(sentence.contains("can't be written to; nothing was changed"), "{sentence}");
}

#[test]
fn a_read_only_disk_gets_a_sentence_and_its_history_is_read() {
    on_a_small_disk("a_read_only_disk_gets_a_sentence_and_its_history_is_read", |disk| {
        let database = database_on(disk);
        let before = write_history(disk);
        make_read_only(disk);
        refused_for_writing(&database);
        let store = Store::open_read_only(&database).unwrap();
        assert_eq!(store.report().unwrap().sessions.len(), 1);
        store.set_setting("theme", "dark").unwrap_err();
        let elsewhere = tempfile::tempdir().unwrap();
        Backup::read(&database, &elsewhere.path().join("retake.db"), None)
            .expect("a backup on a read-only disk may be restored");
        assert_eq!(fs::read(&database).unwrap(), before, "not a byte was changed");
    });
}

#[test]
fn a_read_only_file_gets_a_sentence_and_its_history_is_read() {
    on_a_small_disk("a_read_only_file_gets_a_sentence_and_its_history_is_read", |disk| {
        let database = database_on(disk);
        let before = write_history(disk);
        // Modes bind nobody who runs as root; a mount does.
        let file = database.to_str().expect("a name in UTF-8");
        mount(&["--bind", file], &database);
        make_read_only(&database);
        refused_for_writing(&database);
        let store = Store::open_read_only(&database).unwrap();
        assert_eq!(store.report().unwrap().sessions.len(), 1);
        store.set_setting("theme", "dark").unwrap_err();
        assert_eq!(fs::read(&database).unwrap(), before, "not a byte was changed");
    });
}

#[test]
fn what_a_crash_left_in_the_log_is_read_on_a_read_only_disk_or_refused_but_never_left_out() {
    let test =
        "what_a_crash_left_in_the_log_is_read_on_a_read_only_disk_or_refused_but_never_left_out";
    on_a_small_disk(test, |disk| {
        let database = database_on(disk);
        let mut page = Page::open(&database);
        page.show_image().unwrap();
        page.go_on().unwrap();
        let beside = |name: &str, end: &str| disk.join(format!("{name}{end}"));
        for end in ["", "-wal", "-shm"] {
            fs::copy(beside("retake.db", end), beside("crashed.db", end)).unwrap();
        }
        for end in ["", "-wal"] {
            fs::copy(beside("retake.db", end), beside("no index.db", end)).unwrap();
        }
        drop(page);
        make_read_only(disk);
        let crashed = Store::open_read_only(&disk.join("crashed.db")).unwrap();
        assert_eq!(crashed.report().unwrap().sessions.len(), 1);
        let refused = Store::open_read_only(&disk.join("no index.db")).unwrap_err();
        assert!(matches!(refused, StoreError::Open { .. }), "got {refused:?}");
        assert!(beside("no index.db", "-wal").exists(), "the log is kept for a better day");
    });
}

/// Takes the very last byte.
fn fill_up(disk: &Path) {
    let mut ballast = fs::File::create(disk.join("ballast")).expect("a file");
    while ballast.write_all(&[0; 4096]).is_ok() {}
}

#[test]
fn on_a_disk_that_is_full_at_the_start_the_history_is_read() {
    on_a_small_disk("on_a_disk_that_is_full_at_the_start_the_history_is_read", |disk| {
        let database = database_on(disk);
        let before = write_history(disk);
        fill_up(disk);
        let opened = Store::open(&database).map_err(EngineError::from);
        let started = opened.and_then(|store| Engine::open(store, Settings::default(), 99_000_000));
        let error = started.expect_err("the session that ran can't be interrupted without space");
        let sentence = sentence_of(&error);
        assert!(sentence.contains("space left"), "{sentence}");
        let store = Store::open_read_only(&database).unwrap();
        assert_eq!(store.report().unwrap().sessions.len(), 1);
        assert_eq!(fs::read(&database).unwrap(), before, "not a byte was changed");
    });
}
