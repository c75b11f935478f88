//! What `replay` refuses, and by which line. What recordings come to is in `recordings.rs`.

use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay};

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
