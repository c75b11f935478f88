//! A disk that is really full, and one that is really read-only: a file system in memory, mounted in
//! a namespace of the test's own, so that no other program sees it and nobody needs to be root.
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use retake_engine::{Effect, Engine, EngineError, Handled, Input, Settings};
use retake_protocol::command::StartSession;
use retake_protocol::observer::{Signal, WholeText};
use retake_protocol::{ActionId, MediaId, Prompt, SessionOutcome};
use retake_store::{Store, StoreError, check_backup};
use rusqlite::Connection;

/// Set in the test's second life, inside the namespace.
const INSIDE: &str = "RETAKE_TEST_INSIDE";

/// Runs `scene` on a file system of `kilobytes`: starts the test `name` once more inside a
/// namespace, and there the scene.
fn on_disk_of(kilobytes: u32, name: &str, scene: impl FnOnce(&Disk)) {
    if std::env::var_os(INSIDE).is_none() {
        let test = std::env::current_exe().expect("the test's own program");
        let output = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount"])
            .arg(test)
            .args(["--exact", name, "--nocapture"])
            .env(INSIDE, "1")
            .output()
            .expect("`unshare` of util-linux");
        let said = String::from_utf8_lossy(&output.stdout);
        let failed = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "inside the namespace: {said}\n{failed}");
        assert!(said.contains("1 passed"), "the scene was played: {said}");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk(folder.path().to_owned());
    disk.mount(&["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"]);
    scene(&disk);
    let unmounted = Command::new("umount").arg(folder.path()).status().expect("`umount`");
    assert!(unmounted.success(), "nothing holds the disk any more");
}

struct Disk(PathBuf);

impl Disk {
    fn mount(&self, arguments: &[&str]) {
        let status = Command::new("mount").args(arguments).arg(&self.0).status().expect("`mount`");
        assert!(status.success(), "mount {arguments:?}");
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Everything on it, byte by byte.
    fn contents(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let files =
            fs::read_dir(&self.0).expect("a folder").map(|file| file.expect("a file").path());
        let mut contents: Vec<_> =
            files.map(|path| (path.clone(), fs::read(path).expect("a readable file"))).collect();
        contents.sort();
        contents
    }
}

/// An image's page, on which every generation is moderated.
struct Page {
    now: i64,
    /// What the engine acknowledged.
    acknowledged: BTreeSet<String>,
    shown: Vec<String>,
    issued: BTreeSet<ActionId>,
    sequence: u64,
}

impl Page {
    fn new() -> Self {
        let (acknowledged, issued) = (BTreeSet::new(), BTreeSet::new());
        Self { now: 0, acknowledged, shown: Vec::new(), issued, sequence: 0 }
    }

    fn tell(&mut self, engine: &mut Engine, input: Input) -> Result<(), EngineError> {
        self.now += 9_000;
        let handled: Handled = engine.handle(input, self.now)?;
        for effect in handled.effects {
            if let Effect::Issue(action) = effect {
                assert!(self.issued.insert(action.action_id), "an action is handed over once");
                let (action_id, result) = (action.action_id, "clicked".to_owned());
                self.tell(engine, Input::Signal(Signal::ActionResult { action_id, result }))?;
            }
        }
        Ok(())
    }

    fn open(&mut self, engine: &mut Engine) -> Result<(), EngineError> {
        let path = "/imagine/post/lake".to_owned();
        self.tell(engine, Input::Signal(Signal::Route { path }))?;
        self.snapshot(engine)
    }

    fn start(&mut self, engine: &mut Engine) -> Result<(), EngineError> {
        let prompt = Prompt::new("slow pan across a mountain lake");
        let bounds = StartSession { prompt, max_retries: Some(50), video_goal: Some(1) };
        self.tell(engine, Input::Start(bounds))
    }

    /// One more attempt, with a prompt that takes some room.
    fn next_attempt(&mut self, engine: &mut Engine) -> Result<(), EngineError> {
        let id = format!("attempt-{}", self.shown.len());
        self.shown.push(id.clone());
        self.snapshot(engine)?;
        self.acknowledged.extend(self.shown.iter().cloned());
        Ok(())
    }

    fn snapshot(&mut self, engine: &mut Engine) -> Result<(), EngineError> {
        self.sequence += 1;
        let attempt = |id: &String| {
            let prompt = format!("{id} over the lake, ").repeat(200);
            format!(r#"{{"id":"{id}","moderated":true,"prompt":"{prompt}"}}"#)
        };
        let attempts: Vec<_> = self.shown.iter().map(attempt).collect();
        let text = format!(
            r#"{{"state":{{"videoByMediaId":{{"lake":[{}]}}}},"version":1}}"#,
            attempts.join(",")
        );
        let whole = WholeText { sequence: self.sequence, text: Some(text) };
        self.tell(engine, Input::WholeText(whole))
    }
}

fn stored_attempts(database: &Path) -> Vec<String> {
    let connection = Connection::open(database).expect("a database");
    let verdict: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("SQLite looks it over");
    assert_eq!(verdict, "ok");
    let mut query = connection.prepare("SELECT attempt_id FROM attempts").expect("a query");
    let rows = query.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn a_full_disk_loses_nothing_acknowledged_and_clicks_nothing() {
    on_disk_of(2_000, "a_full_disk_loses_nothing_acknowledged_and_clicks_nothing", |disk| {
        let ballast = disk.file("ballast");
        fs::write(&ballast, vec![0; 1_000_000]).expect("room for the ballast");
        let database = disk.file("retake.db");
        let store = Store::open(&database).expect("a database");
        let mut engine = Engine::open(store, Settings::default(), 0).expect("an engine");
        let mut page = Page::new();
        page.open(&mut engine).expect("room at first");
        page.start(&mut engine).expect("room at first");

        let full = (0..50).find_map(|_| page.next_attempt(&mut engine).err());
        let sentence = anyhow::Error::from(full.expect("the disk is full")).to_string();
        assert!(!page.acknowledged.is_empty(), "some were stored before");
        let issued = page.issued.clone();
        for _ in 0..3 {
            let again = page.snapshot(&mut engine).expect_err("it is still full");
            let again = format!("{sentence}: {:#}", anyhow::Error::from(again));
            assert!(again.contains("check that the disk has space left"), "{again}");
        }
        assert_eq!(page.issued, issued, "nothing is clicked that can't be stored");

        fs::remove_file(&ballast).expect("the ballast");
        page.snapshot(&mut engine).expect("there is room again");
        page.start(&mut engine).expect("and a session can be started");
        page.next_attempt(&mut engine).expect("and goes on");
        drop(engine);
        let stored = stored_attempts(&database);
        for attempt in &page.acknowledged {
            let times = stored.iter().filter(|stored| *stored == attempt).count();
            assert_eq!(times, 1, "{attempt} was acknowledged");
        }
        let report = Store::open(&database).expect("it opens").report().expect("a report");
        let (first, counted) = &report.sessions[0];
        assert_eq!(first.outcome, SessionOutcome::Interrupted);
        assert_eq!(first.counters.failures() as usize, counted.len());
    });
}

#[test]
fn a_read_only_disk_is_read_and_left_as_it_is() {
    on_disk_of(4_000, "a_read_only_disk_is_read_and_left_as_it_is", |disk| {
        let database = disk.file("retake.db");
        let store = Store::open(&database).expect("a database");
        let mut engine = Engine::open(store.clone(), Settings::default(), 0).expect("an engine");
        let mut page = Page::new();
        page.open(&mut engine).expect("it is stored");
        page.next_attempt(&mut engine).expect("it is stored");
        store.back_up(&disk.file("backup.db")).expect("a backup");
        drop((engine, store));
        disk.mount(&["-o", "remount,ro"]);
        let before = disk.contents();

        let error = Store::open(&database).expect_err("it can't be written");
        assert!(matches!(error, StoreError::Open { .. }), "{error:?}");
        assert!(error.to_string().contains("can be written to"), "{error}");
        let store = Store::open_read_only(&database).expect("it can be read");
        let lake = MediaId::new("lake").expect("an id");
        let detail = store.image_detail(&lake).expect("it is read").expect("it is there");
        assert_eq!(detail.card.totals.moderated, 1);
        assert!(store.set_setting("name", "value").is_err(), "nothing is written");
        check_backup(&disk.file("backup.db")).expect("a backup is looked over all the same");
        drop(store);
        assert_eq!(disk.contents(), before);
    });
}
