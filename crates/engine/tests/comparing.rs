//! Spec D4: Grok's own entries are compared with what is known here.

use retake_engine::{Engine, Input, Settings};
use retake_protocol::DiagnosticKind;
use retake_protocol::log::LogEvent;
use retake_protocol::observer::{FullSnapshot, Signal};
use retake_store::Store;

fn engine() -> Engine {
    let mut engine = Engine::open(Store::in_memory().expect("a database"), Settings::default(), 0)
        .expect("an engine");
    engine
        .handle(
            Input::Signal(Signal::Route { path: "/imagine/post/lake".into(), conversation: None }),
            0,
        )
        .expect("handled");
    engine
}

/// Shows the engine a store whose image has these entries.
fn show(engine: &mut Engine, sequence: u32, entries: &str) {
    let text = format!(r#"{{"state":{{"videoByMediaId":{{"lake":[{entries}]}}}},"version":1}}"#);
    let whole = FullSnapshot::of_session(sequence.into(), Some(text));
    engine.handle(Input::FullSnapshot(whole), i64::from(sequence) * 1_000).expect("handled");
}

fn differences(engine: &Engine) -> Vec<(String, u32)> {
    let diagnostics = engine.panel(9_000).diagnostics.into_iter();
    diagnostics
        .filter(|one| one.kind == DiagnosticKind::CountsDiffer)
        .map(|one| (one.message, one.count))
        .collect()
}

fn logged(engine: &Engine) -> usize {
    let lake = retake_protocol::MediaId::new("lake").expect("an id");
    let detail = engine.store().image_detail(&lake).expect("a history").expect("an image");
    detail.log.iter().filter(|line| matches!(line.event, LogEvent::Disagreed { .. })).count()
}

#[test]
fn d4_a_fate_that_grok_takes_back_is_told_once_and_the_known_one_stays() {
    let mut engine = engine();
    show(&mut engine, 1, r#"{"id":"v1","status":"failed"},{"id":"v2","status":"completed"}"#);
    assert_eq!(differences(&engine), []);
    for sequence in 2..5 {
        show(
            &mut engine,
            sequence,
            r#"{"id":"v1","status":"completed"},{"id":"v2","status":"completed"}"#,
        );
    }
    let expected = "Grok's outcome of an attempt is completed, and here it is failed".to_owned();
    assert_eq!(differences(&engine), [(expected, 1)]);
    assert_eq!(logged(&engine), 1);
    let report = engine.store().report().unwrap();
    assert_eq!((report.images[0].completed, report.images[0].failed), (1, 1));
}

#[test]
fn d4_fewer_entries_and_fates_that_go_on_are_normal() {
    let mut engine = engine();
    show(&mut engine, 1, r#"{"id":"v1","status":"completed"},{"id":"v2","status":"processing"}"#);
    show(&mut engine, 2, r#"{"id":"v2","status":"completed"}"#);
    show(&mut engine, 3, r#"{"id":"v2","status":"completed","moderated":true}"#);
    show(&mut engine, 4, "");
    assert_eq!(differences(&engine), []);
    assert_eq!(logged(&engine), 0);
}
