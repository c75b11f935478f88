//! Every recording under `tests/recordings` prints what stands beside it.
//!
//! `conformance/` came with the spec and is compared whole, key by key. `rules/` is our own: each
//! recording is named after what it shows, beginning with its rule, and its expectation holds
//! only the fields that matter to it. A `.jsonl` may open with a line `{"options": […]}`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay};
use serde_json::Value;

fn recordings(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/recordings").join(folder);
    let entries = fs::read_dir(&folder).expect("the recordings are part of the repository");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ext| ext == "jsonl")).collect();
    paths.sort();
    paths
}

/// Where `actual` is not what `expected` asks for. Objects may hold more than is asked for.
fn differences(at: &str, expected: &Value, actual: &Value, found: &mut String) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, value) in expected {
                let at = format!("{at}.{key}");
                differences(&at, value, actual.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                differences(&format!("{at}[{index}]"), expected, actual, found);
            }
        }
        _ if expected == actual => {}
        _ => writeln!(found, "  {at}: expected {expected}, got {actual}").expect("a string"),
    }
}

fn check(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a readable recording");
    let expected = path.with_extension("expected.json");
    let expected = fs::read_to_string(&expected)
        .unwrap_or_else(|error| panic!("{}: {error}", expected.display()));
    let expected: Value = serde_json::from_str(&expected).expect("an expectation is JSON");
    let (confirm, text) = match text.strip_prefix("{\"options\": [\"--no-auto-confirm\"]}\n") {
        Some(rest) => (Confirm::FromRecording, rest),
        None => (Confirm::Automatic, text.as_str()),
    };
    let mut found = String::new();
    match replay(text, Settings::default(), confirm) {
        Ok(report) => {
            let actual = serde_json::to_value(report).expect("a report is JSON");
            differences("", &expected, &actual, &mut found);
            if !found.is_empty() {
                writeln!(found, "  whole output: {actual:#}").expect("a string");
            }
        }
        Err(error) => writeln!(found, "  the replay failed: {error}").expect("a string"),
    }
    if found.is_empty() { found } else { format!("{}\n{found}", path.display()) }
}

fn check_all(folder: &str, at_least: usize) {
    let paths = recordings(folder);
    assert!(paths.len() >= at_least, "{folder}: only {} recordings", paths.len());
    let failures: String = paths.iter().map(|path| check(path)).collect();
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn f_the_recordings_of_the_spec_print_their_expected_output() {
    check_all("conformance", 11);
}

#[test]
fn f_the_recordings_of_our_own_print_what_their_names_say() {
    check_all("rules", 60);
}

/// Found while fuzzing: a timer that is set at such a time is due after the last moment there is.
#[test]
fn f_a_time_that_no_clock_shows_is_refused_by_its_line() {
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
fn f_what_a_recording_began_with_is_refused_by_its_line_where_it_makes_no_sense() {
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

#[test]
fn the_comparison_itself_sees_a_wrong_number_and_a_missing_row() {
    let mut found = String::new();
    let expected = serde_json::json!({"sessions": [{"failures": 1}], "actions": [{}]});
    let actual = serde_json::json!({"sessions": [{"failures": 2}], "actions": []});
    differences("", &expected, &actual, &mut found);
    assert_eq!(found.lines().count(), 2, "{found}");
}
