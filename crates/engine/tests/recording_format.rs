//! Spec F2, F6: what the engine records is what a replay reads, and a broken end costs only itself.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use retake_engine::recording::{CutLine, Line, Recorded, is_recording, read, time_of, write};
use retake_engine::replay::{Confirm, replay};
use retake_engine::{Engine, Input, Settings};
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::observer::{ActionResult, FullSnapshot, Signal, Splice, StreamPiece};
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, Millis, Prompt, Refusal};
use retake_store::Store;
use serde_json::{Value, json};

/// What is recorded, with a new engine, of each input a millisecond after the one before.
fn recorded(inputs: Vec<Input>) -> Vec<Line> {
    let mut engine = engine(Settings::default());
    let lines = tap(&mut engine, 0);
    for (input, now) in inputs.into_iter().zip(1..) {
        engine.handle(input, now).expect("the store in memory works");
    }
    engine.stop_recording();
    // Before the inputs stands what the engine was at.
    lines.lock().expect("no line panicked").split_off(2)
}

fn engine(settings: Settings) -> Engine {
    let store = Store::in_memory().expect("SQLite works in memory");
    Engine::open(store, settings, 0).expect("the store is empty")
}

fn tap(engine: &mut Engine, now: Millis) -> Arc<Mutex<Vec<Line>>> {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let taken = Arc::clone(&lines);
    let take = move |line| {
        taken.lock().expect("no line panicked").push(line);
        ControlFlow::Continue(())
    };
    engine.start_recording(take, now);
    lines
}

fn json_of(line: &Line) -> Value {
    let text = write(line).expect("a line is JSON");
    serde_json::from_str(&text).expect("a line is JSON")
}

#[test]
fn f2_each_input_is_a_line_that_reads_as_the_same_event() {
    let start = StartSession {
        media_id: None,
        prompt: Prompt::new("slow pan across a mountain lake"),
        max_retries: Some(3),
        video_goal: None,
    };
    let preferences = SetPreferences { auto_retry: Some(false), ..SetPreferences::default() };
    let result = Signal::ActionResult {
        action_id: ActionId(1),
        result: ActionResult::Refused(Refusal::ControlMissing),
    };
    let piece = StreamPiece { stream: 2, text: "{\"progress\":4".into(), end: None };
    let refused = Signal::AccessRefused { reason: Refusal::SignInNeeded };
    let progress = Signal::Progress { percent: 61.0, attempt_id: AttemptId::new("a") };
    for (input, line) in [
        (
            Input::Signal(Signal::Route { path: "/imagine/post/p1/".into(), conversation: None }),
            json!({ "at": 1, "type": "route", "post_id": "p1" }),
        ),
        (
            Input::Signal(Signal::Route { path: "/imagine".into(), conversation: None }),
            json!({ "at": 1, "type": "route", "post_id": null }),
        ),
        (
            Input::Signal(progress),
            json!({ "at": 1, "type": "progress", "percent": 61.0, "attempt_id": "a" }),
        ),
        (
            Input::Signal(result),
            json!({ "at": 1, "type": "action_result", "action_id": 1, "result": "control_missing" }),
        ),
        (Input::Signal(Signal::RateLimited), json!({ "at": 1, "type": "rate_limited" })),
        (Input::Signal(Signal::PageLoad), json!({ "at": 1, "type": "page_load" })),
        (Input::Signal(Signal::ModerationSeen), json!({ "at": 1, "type": "moderation_seen" })),
        (
            Input::Signal(refused),
            json!({ "at": 1, "type": "access_refused", "reason": "sign_in_needed" }),
        ),
        (
            Input::Stream(piece),
            json!({ "at": 1, "type": "stream", "stream": 2, "text": "{\"progress\":4",
                    "end": null }),
        ),
        (
            Input::Start(start),
            json!({ "at": 1, "type": "start", "max_retries": 3,
                    "prompt": "slow pan across a mountain lake" }),
        ),
        (Input::UserActive, json!({ "at": 1, "type": "user_active" })),
        (Input::Signal(Signal::UserActive), json!({ "at": 1, "type": "user_active" })),
        (
            Input::ChangeQueue(QueueChange::GoOn),
            json!({ "at": 1, "type": "queue", "change": { "do": "go_on" } }),
        ),
        (Input::Stop(None), json!({ "at": 1, "type": "stop" })),
        (Input::Resume(None), json!({ "at": 1, "type": "resume" })),
        (Input::PageUnloaded, json!({ "at": 1, "type": "page_unload" })),
        (Input::Slept(1), json!({ "at": 1, "type": "slept", "ms": 1 })),
        (
            Input::Signal(Signal::Clock { grok_ms: 7 }),
            json!({ "at": 1, "type": "clock", "grok_ms": 7 }),
        ),
        (
            Input::SetPreferences(preferences),
            json!({ "at": 1, "type": "preferences", "auto_retry": false }),
        ),
    ] {
        let lines = recorded(vec![input]);
        let [recorded] = &lines[..] else { panic!("one line for {line}, got {lines:?}") };
        assert_eq!(json_of(recorded), line);
        let text = write(recorded).unwrap();
        assert_eq!(read(&text).unwrap().lines, lines, "{text}");
    }
}

#[test]
fn f2_a_splice_is_recorded_as_the_whole_text_and_one_that_does_not_fit_not_at_all() {
    let splice = |sequence, length| {
        Input::Splice(Splice { sequence, kept_head: 1, kept_tail: 1, middle: "x".into(), length })
    };
    let lines = recorded(vec![
        Input::FullSnapshot(FullSnapshot::of_session(1, Some("{}".into()))),
        splice(2, 3),
        splice(9, 3),
        Input::FullSnapshot(FullSnapshot::of_session(10, None)),
    ]);
    let texts: Vec<_> = lines.iter().map(|line| json_of(line)["raw"].clone()).collect();
    assert_eq!(texts, [json!("{}"), json!("{x}"), json!(null)]);
}

#[test]
fn f2_timers_and_problems_of_the_page_script_are_not_recorded() {
    let problem = Signal::Problem { piece: "toasts.js".into(), message: "gone".into() };
    assert!(recorded(vec![Input::TimePassed, Input::Signal(problem)]).is_empty());
}

#[test]
fn f2_a_recording_begins_with_the_settings_and_tells_when_they_change() {
    let settings = Settings { cooldown_ms: 250, default_video_goal: 7, ..Settings::default() };
    let mut engine = engine(settings.clone());
    let lines = tap(&mut engine, 1);
    engine.set_settings(Settings::default());
    let text: Vec<_> = lines.lock().unwrap().iter().map(|line| write(line).unwrap()).collect();
    let read = read(&text.join("\n")).unwrap().lines;
    let events: Vec<_> = read.into_iter().map(|line| line.event).collect();
    let [before, after] =
        [settings, Settings::default()].map(|values| Recorded::Settings { values });
    assert_eq!(events, [before, Recorded::ActionsFrom { action_id: ActionId(1) }, after]);
}

#[test]
fn f2_a_recording_that_begins_in_the_middle_tells_what_is_known_of_the_page() {
    let mut engine = engine(Settings::default());
    let text = r#"{"state":{"videoByMediaId":{"lake":[{"id":"v"}]}}}"#;
    engine.handle(Input::Signal(Signal::PageLoad), 1).unwrap();
    let route = Signal::Route { path: "/imagine/post/lake".into(), conversation: None };
    engine.handle(Input::Signal(route), 2).unwrap();
    let whole = FullSnapshot::of_session(1, Some(text.to_owned()));
    engine.handle(Input::FullSnapshot(whole), 3).unwrap();
    let lines = tap(&mut engine, 9);
    let types: Vec<_> =
        lines.lock().unwrap().iter().map(|line| json_of(line)["type"].clone()).collect();
    let known = ["settings", "actions_from", "page_load", "route", "snapshot", "preferences"];
    assert_eq!(types, known);
}

const WHOLE: &str = "{\"at\":0,\"type\":\"tick\"}\n{\"at\":5,\"type\":\"stop\"}\n";

#[test]
fn f6_a_recording_whose_last_line_is_cut_is_read_up_to_it_and_the_cut_is_told() {
    let whole = read(WHOLE).unwrap();
    assert_eq!(whole.cut, None);
    let cut_line = r#"{"at":9,"type":"progress","percent":50}"#;
    for length in 1..cut_line.len() {
        let text = format!("{WHOLE}{}", &cut_line[..length]);
        let cut = read(&text).unwrap();
        assert_eq!(
            (cut.lines, cut.cut),
            (whole.lines.clone(), Some(CutLine { line: 3 })),
            "{text}"
        );
    }
    let report = replay(&format!("{WHOLE}{{\"at\":9,"), Settings::default(), Confirm::Automatic);
    let report = serde_json::to_value(report.unwrap()).unwrap();
    let told = report["diagnostics"].as_array().unwrap();
    let told =
        told.iter().find(|told| told["kind"] == "recording_cut").expect("the cut is reported");
    assert!(told["message"].as_str().unwrap().starts_with("line 3 is cut short"), "{told}");
}

#[test]
fn f2_a_line_that_is_cut_in_the_middle_or_no_line_at_all_is_refused_by_its_number() {
    for (text, hint) in [
        ("{\"at\":0,\"ty\n{\"at\":5,\"type\":\"stop\"}\n", "line 1 "),
        ("{\"at\":0,\"type\":\"tick\"}\n{\"at\":5,\n{\"at\":6,\"type\":\"stop\"}", "line 2 "),
        ("{\"at\":0,\"type\":\"tick\"}\nmilk, bread", "line 2 "),
        ("{\"at\":0,\"ty", "line 1 "),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.starts_with(hint), "{error}");
    }
}

#[test]
fn f2_a_recording_is_told_by_its_first_line_and_gives_the_time_of_each() {
    assert!(is_recording(WHOLE.lines().next().unwrap()));
    for no_recording in ["", "milk, bread", "{}", r#"{"at":0}"#, r#"{"at":0,"type":"milk"}"#] {
        assert!(!is_recording(no_recording), "{no_recording}");
    }
    assert_eq!(time_of(r#"{"at":7,"type":"tick"}"#), Some(7));
    assert_eq!(time_of(r#"{"at":7,"type":"ti"#), None);
}
