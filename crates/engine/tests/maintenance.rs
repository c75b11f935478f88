//! Forgetting, importing and taking over while the engine runs (spec D6, E).

use retake_engine::maintenance::{EntryStatus, KeyStatus, Maintenance, Outcome};
use retake_engine::{Effect, Engine, Input, Settings, transfer};
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::history::{HistoryQuery, ImageCard};
use retake_protocol::observer::{FullSnapshot, Signal};
use retake_protocol::{MediaId, Prompt, SessionOutcome};
use retake_store::{Backup, Scope, Store};

/// An engine on a database in memory, with a page that shows what the test says.
struct Desk {
    engine: Engine,
    store: Store,
    now: i64,
    sequence: u64,
}

impl Desk {
    fn new() -> Self {
        Self::on(Store::in_memory().expect("a store"))
    }

    fn on(store: Store) -> Self {
        let engine = Engine::open(store.clone(), Settings::default(), 0).expect("an engine");
        Self { engine, store, now: 0, sequence: 0 }
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        self.now += 1000;
        let handled = self.engine.handle(input, self.now).expect("it is handled");
        assert_eq!(handled.refused, None);
        handled.effects
    }

    fn run_maintenance(&mut self, work: Maintenance) -> Outcome {
        self.now += 1000;
        self.engine.run_maintenance(work, self.now).expect("it is done").outcome
    }

    /// The page shows `post`, and Grok's store holds `videos`: the body of `videoByMediaId`.
    fn page(&mut self, post: &str, videos: &str) {
        self.input(Input::Signal(Signal::Route {
            path: format!("/imagine/post/{post}"),
            conversation: None,
        }));
        self.snapshot(videos);
    }

    fn snapshot(&mut self, videos: &str) {
        self.sequence += 1;
        let text = format!(r#"{{"state":{{"videoByMediaId":{videos}}},"version":1}}"#);
        self.input(Input::FullSnapshot(FullSnapshot::of_session(self.sequence, Some(text))));
    }

    fn start(&mut self) {
        let prompt = Prompt::new("slow pan across a mountain lake");
        self.input(Input::Start(StartSession {
            media_id: None,
            prompt,
            max_retries: Some(5),
            video_goal: Some(1),
        }));
    }

    fn cards(&self) -> Vec<ImageCard> {
        let query = HistoryQuery { limit: 100, ..HistoryQuery::default() };
        self.store.history_page(&query).expect("a page").cards
    }

    fn export(&self) -> String {
        export(&self.store)
    }
}

fn id(text: &str) -> MediaId {
    MediaId::new(text).expect("an id")
}

fn export(store: &Store) -> String {
    let mut bytes = Vec::new();
    let form = transfer::Form::Json;
    transfer::export(store, &Scope::All, form, &mut bytes).expect("an export");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

const ONE_FAILED: &str = r#"{"lake":[{"id":"a","moderated":true}]}"#;

#[test]
fn d6_what_is_forgotten_stays_forgotten_while_the_page_still_shows_it() {
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[{"id":"a","videoUrl":"https://x/a.mp4"}],"hill":[{"id":"b"}]}"#);
    let forget = Maintenance::Forget(Scope::Image(id("lake")));
    assert_eq!(desk.run_maintenance(forget), Outcome::Forgotten(1));
    desk.snapshot(r#"{"lake":[{"id":"a","videoUrl":"https://x/a.mp4"}],"hill":[{"id":"b"}]}"#);
    let ids: Vec<_> = desk.cards().into_iter().map(|card| card.media_id).collect();
    assert_eq!(ids, [id("hill")]);
    assert!(!desk.export().contains("lake"), "nothing at all is kept of it");
}

#[test]
fn d6_a_forgotten_image_is_kept_again_from_the_next_new_attempt_on() {
    let mut desk = Desk::new();
    desk.page("lake", ONE_FAILED);
    desk.run_maintenance(Maintenance::Forget(Scope::All));
    desk.start();
    desk.snapshot(r#"{"lake":[{"id":"a","moderated":true},{"id":"c","moderated":true}]}"#);
    let card = desk.cards().remove(0);
    assert_eq!((card.totals.attempts, card.totals.moderated), (1, 1));
    assert_eq!(desk.engine.panel(desk.now).session.unwrap().failures, 1);
}

#[test]
fn r3_nothing_is_forgotten_under_a_running_session() {
    let mut desk = Desk::new();
    desk.page("lake", ONE_FAILED);
    desk.start();
    let outcome = desk.run_maintenance(Maintenance::Forget(Scope::All));
    assert!(matches!(&outcome, Outcome::Refused(why) if why.contains("session")), "{outcome:?}");
    assert_eq!(desk.cards().len(), 1);
    assert!(desk.engine.panel(desk.now).session.is_some());
}

#[test]
fn d6_an_imported_attempt_is_known_to_the_running_engine() {
    let mut other = Desk::new();
    other.page("lake", ONE_FAILED);
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[]}"#);
    let file = transfer::read(other.export()).unwrap();
    let Outcome::Imported(tally) = desk.run_maintenance(Maintenance::Import(file)) else {
        panic!("imported")
    };
    assert_eq!((tally.new_images, tally.new_attempts), (1, 1));
    desk.start();
    desk.snapshot(ONE_FAILED);
    let session = desk.engine.panel(desk.now).session.unwrap();
    assert_eq!(session.failures, 0, "it was known at the start (spec C2)");
}

#[test]
fn r3_nothing_is_imported_under_a_running_session_and_others_go_on() {
    let mut other = Desk::new();
    other.page("lake", ONE_FAILED);
    other.start();
    let file = transfer::read(other.export()).unwrap();

    let mut same = Desk::new();
    same.page("lake", ONE_FAILED);
    same.start();
    let refused = same.run_maintenance(Maintenance::Import(file.clone()));
    assert!(matches!(&refused, Outcome::Refused(why) if why.contains("lake")), "{refused:?}");

    let mut desk = Desk::new();
    desk.page("hill", r#"{"hill":[]}"#);
    desk.start();
    assert!(matches!(desk.run_maintenance(Maintenance::Import(file)), Outcome::Imported(_)));
    let running = desk.engine.panel(desk.now).session.unwrap();
    assert_eq!((running.media_id, running.outcome), (id("hill"), SessionOutcome::Pending));
    let lake = desk.store.image_detail(&id("lake")).unwrap().unwrap();
    assert_eq!(lake.sessions[0].outcome, SessionOutcome::Interrupted, "it runs nowhere");
    desk.snapshot(r#"{"hill":[{"id":"x","moderated":true}]}"#);
    assert_eq!(desk.engine.panel(desk.now).session.unwrap().failures, 1);
}

/// Two posts of one image, one of them unknown yet, and one broken value.
const LEFT: &str = r#"{
    "grokRetrySession_lake": {"retryCount":2,"videosGenerated":1,"creditsUsed":3,"layer1Failures":2,
        "lastAttemptTime":50,"maxRetries":7,"lastPromptValue":"slow pan across a mountain lake"},
    "grokRetrySession_later": {"creditsUsed":2,"layer2Failures":1,"lastFailureTime":90},
    "grokRetrySession_broken": "no JSON",
    "theme": "dark"}"#;

fn outcomes(outcome: Outcome) -> Vec<(String, KeyStatus)> {
    let Outcome::ExtensionImported(report) = outcome else { panic!("taken over, not {outcome:?}") };
    report.into_iter().map(|key| (key.key, key.outcome)).collect()
}

fn key(post: &str, outcome: KeyStatus) -> (String, KeyStatus) {
    (format!("grokRetrySession_{post}"), outcome)
}

#[test]
fn e3_each_key_is_reported_and_what_finds_no_image_waits_for_a_snapshot() {
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[]}"#);
    let outcome = desk.run_maintenance(Maintenance::ImportExtension(LEFT.into()));
    assert_eq!(
        outcomes(outcome),
        [
            key("lake", KeyStatus::Kept(EntryStatus::Taken(id("lake")))),
            key("later", KeyStatus::Kept(EntryStatus::Waits)),
            key("broken", KeyStatus::Malformed("its value is no JSON object")),
        ]
    );
    let session = |desk: &Desk| desk.store.image_detail(&id("lake")).unwrap().unwrap().sessions;
    assert_eq!(session(&desk)[0].credits_used, 3);

    desk.snapshot(r#"{"lake":[{"id":"later","moderated":true}]}"#);
    let merged = session(&desk);
    assert_eq!(merged.len(), 1, "all entries of an image are one session");
    let merged = &merged[0];
    assert_eq!((merged.layer1_failures, merged.layer2_failures), (2, 1));
    assert_eq!((merged.started_at, merged.ended_at), (50, Some(90)));
    assert_eq!(merged.outcome, SessionOutcome::Interrupted, "none becomes active (spec E4)");
}

#[test]
fn e3_importing_twice_changes_nothing() {
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[{"id":"later","moderated":true}]}"#);
    desk.run_maintenance(Maintenance::ImportExtension(LEFT.into()));
    let before = desk.export();
    assert!(before.contains("\"taken_over\""));
    let again = outcomes(desk.run_maintenance(Maintenance::ImportExtension(LEFT.into())));
    assert_eq!(again[0], key("lake", KeyStatus::Kept(EntryStatus::Unchanged)));
    assert_eq!(again[1], key("later", KeyStatus::Kept(EntryStatus::Unchanged)));
    assert_eq!(desk.export(), before);
}

#[test]
fn e2_preferences_that_the_user_set_here_stay() {
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[]}"#);
    let change = SetPreferences { max_retries: Some(9), ..SetPreferences::default() };
    desk.input(Input::SetPreferences(change));
    desk.run_maintenance(Maintenance::ImportExtension(LEFT.into()));
    let preferences = |desk: &Desk| desk.engine.panel(desk.now).image.unwrap().preferences;
    assert_eq!(preferences(&desk).max_retries, 9);

    let mut fresh = Desk::new();
    fresh.page("lake", r#"{"lake":[]}"#);
    fresh.run_maintenance(Maintenance::ImportExtension(LEFT.into()));
    assert_eq!(preferences(&fresh).max_retries, 7, "the running engine knows of them");
}

#[test]
fn e4_an_image_with_a_running_session_takes_its_old_entries_after_the_end() {
    let mut desk = Desk::new();
    desk.page("lake", r#"{"lake":[]}"#);
    desk.start();
    let taken = outcomes(desk.run_maintenance(Maintenance::ImportExtension(LEFT.into())));
    assert_eq!(taken[0], key("lake", KeyStatus::Kept(EntryStatus::Waits)));
    desk.snapshot(r#"{"lake":[],"hill":[]}"#);
    assert_eq!(desk.engine.panel(desk.now).session.unwrap().outcome, SessionOutcome::Pending);
    desk.input(Input::Stop(None));
    desk.snapshot(r#"{"lake":[]}"#);
    let sessions = desk.store.image_detail(&id("lake")).unwrap().unwrap().sessions;
    let outcomes: Vec<_> = sessions.iter().map(|session| session.outcome).collect();
    assert_eq!(outcomes, [SessionOutcome::Cancelled, SessionOutcome::Interrupted]);
    let shown = desk.engine.panel(desk.now).session.unwrap();
    assert_eq!(shown.outcome, SessionOutcome::Cancelled, "the last one is that which started last");
}

#[test]
fn e1_what_is_no_object_of_keys_is_refused_by_name() {
    let mut desk = Desk::new();
    for text in ["", "[]", "{", "slow pan"] {
        let outcome = desk.run_maintenance(Maintenance::ImportExtension(text.into()));
        assert!(matches!(outcome, Outcome::Refused(_)), "{text:?}: {outcome:?}");
    }
}

#[test]
fn d6_a_backup_takes_the_place_of_the_history_while_the_engine_runs() {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    let mut desk = Desk::on(Store::open(&folder.path().join("retake.db")).unwrap());
    desk.page("lake", ONE_FAILED);
    let before = desk.export();
    desk.store.back_up(&backup).unwrap();

    desk.page("hill", r#"{"hill":[{"id":"b"}]}"#);
    desk.start();
    let restore = || Maintenance::Restore {
        backup: Backup::read(&backup, &folder.path().join("retake.db"), None).unwrap(),
        settings: Vec::new(),
    };
    let refused = desk.run_maintenance(restore());
    assert!(matches!(&refused, Outcome::Refused(why) if why.contains("running")), "{refused:?}");
    desk.input(Input::Stop(None));
    desk.page("lake", ONE_FAILED);
    assert_eq!(desk.run_maintenance(restore()), Outcome::Restored);
    assert_eq!(desk.export(), before);
    desk.start();
    desk.snapshot(r#"{"lake":[{"id":"a","moderated":true},{"id":"c","moderated":true}]}"#);
    assert_eq!(desk.engine.panel(desk.now).session.unwrap().failures, 1, "`a` was known");
}
