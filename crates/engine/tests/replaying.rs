//! What `replay` promises of any recording. What each recording comes to is in `recordings.rs`.

use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay};
use serde_json::Value;

/// Found while fuzzing: a timer that is set at such a time is due after the last moment there is.
#[test]
fn f5_a_time_that_no_clock_shows_is_refused_by_its_line() {
    let story = |at: i64| {
        format!(
            "{{\"at\":0,\"type\":\"tick\"}}\n{{\"at\":{at},\"type\":\"route\",\"post_id\":\"lake\"}}\n\
             {{\"at\":{at},\"type\":\"start\",\"prompt\":\"slow pan across a mountain lake\"}}\n"
        )
    };
    let refusal = |at| {
        let replayed = replay(&story(at), Settings::default(), Confirm::Automatic);
        replayed.err().map(|error| error.to_string())
    };
    for at in [i64::MAX, i64::MAX - 4_000, 1 << 53] {
        let error = refusal(at).unwrap();
        assert!(error.starts_with("line 2 ") && error.contains(&at.to_string()), "{error}");
    }
    let latest = (1 << 53) - 1;
    assert_eq!(refusal(latest), None, "a time that JavaScript counts exactly is one");
}

#[test]
fn f2_what_a_recording_began_with_is_refused_by_its_line_where_it_makes_no_sense() {
    for (line, hint) in [
        (r#"{"at":0,"type":"settings"}"#, "missing field `values`"),
        (r#"{"at":0,"type":"settings","values":{"cooldown":1}}"#, "there are: cooldown_ms"),
        (r#"{"at":0,"type":"settings","values":{"cooldown_ms":-1}}"#, "0 to 3600000"),
        (r#"{"at":0,"type":"settings","values":{"cooldown_ms":1.5}}"#, "expected i64"),
        (r#"{"at":0,"type":"actions_from"}"#, "missing field `action_id`"),
    ] {
        let replayed = replay(line, Settings::default(), Confirm::Automatic);
        let error = replayed.expect_err(line).to_string();
        assert!(error.starts_with("line 1 ") && error.contains(hint), "{error}");
    }
}

/// Image `lake` is on the page.
const LAKE: &str = r#"{"at":0,"type":"route","post_id":"lake"}
{"at":1,"type":"snapshot","store":{"state":{"videoByMediaId":{"lake":[]},"imageByMediaId":{"lake":[{"id":"lake"}]}}}}
"#;

fn printed(recording: &str) -> Value {
    let report = replay(recording, Settings::default(), Confirm::Automatic).expect("a recording");
    serde_json::to_value(report).expect("a report is JSON")
}

#[test]
fn f1_a_recording_prints_the_same_whenever_it_is_replayed() {
    let story = format!("{LAKE}{}", r#"{"at":2,"type":"start","prompt":"slow pan"}"#);
    let first = printed(&story);
    assert_eq!(first["actions"][0]["issued_at"], 2, "the clock is the recording's");
    assert_eq!(printed(&story), first);
}

#[test]
fn f8_a_command_that_is_refused_changes_nothing_and_adds_a_diagnostic() {
    let before = printed(LAKE);
    for command in [
        r#""type":"start","prompt":"slow pan","max_retries":51"#,
        r#""type":"start","prompt":"slow pan","media_id":"hill""#,
        r#""type":"stop""#,
        r#""type":"resume""#,
        r#""type":"preferences","video_goal":0"#,
        r#""type":"queue","change":{"do":"remove","entry_id":7}"#,
    ] {
        let mut after = printed(&format!("{LAKE}{{\"at\":2,{command}}}"));
        assert_eq!(after["diagnostics"][0]["kind"], "command_refused", "{command}");
        after["diagnostics"] = before["diagnostics"].clone();
        assert_eq!(after, before, "{command}");
    }
}
