//! One test for each recording under `tests/recordings`: it prints what stands beside it. So
//! `cargo test -p retake-engine c9` runs the recordings of rule C9.
//!
//! A recording is named after what it shows, beginning with its rule (`docs/spec.md`). Those in
//! `conformance` are compared whole, key by key; an expectation in `rules` holds only the fields that
//! matter to it. A `.jsonl` may open with a line `{"options": […]}`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay};
use serde_json::{Value, json};

/// How many recordings a folder holds. Raise it by hand with each new one, so that none gets lost.
const FOLDERS: [(&str, usize); 2] = [("conformance", 11), ("rules", 324)];

/// A recording in which nothing happens. No expectation fits it, or it would not see whether the
/// recording's own lines were read at all.
const NOTHING: &str = r#"{"at": 0, "type": "tick"}"#;

fn main() -> Result<()> {
    let mut trials = vec![Trial::test("f7_the_comparison_sees_what_differs", || {
        Ok(the_comparison_sees_what_differs()?)
    })];
    for (folder, count) in FOLDERS {
        let paths = recordings(folder)?;
        let found = paths.len();
        trials.push(Trial::test(format!("f2_{folder}_holds_{count}_recordings"), move || {
            ensure_counted(folder, found, count)
        }));
        trials.extend(paths.into_iter().map(of_recording));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit()
}

/// The test of a recording; its name is the file's.
fn of_recording(path: PathBuf) -> Trial {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', "_");
    Trial::test(name, move || {
        let found = check(&path)?;
        if found.is_empty() { Ok(()) } else { Err(format!("{}\n{found}", path.display()).into()) }
    })
}

fn ensure_counted(folder: &str, found: usize, count: usize) -> Result<(), Failed> {
    if found == count {
        return Ok(());
    }
    let file = file!();
    Err(format!("{folder} holds {found} recordings, not {count}: write so in {file}").into())
}

fn recordings(folder: &str) -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/recordings").join(folder);
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    Ok(paths)
}

/// What the recording at `path` does not print as expected; empty where it does.
fn check(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path)?;
    let expected = path.with_extension("expected.json");
    let expected = fs::read_to_string(&expected).with_context(|| expected.display().to_string())?;
    let expected: Value = serde_json::from_str(&expected)?;
    let (confirm, text) = match text.strip_prefix("{\"options\": [\"--no-auto-confirm\"]}\n") {
        Some(rest) => (Confirm::FromRecording, rest),
        None => (Confirm::Automatic, text.as_str()),
    };
    let nothing = played(NOTHING, confirm)?;
    if difference(&expected, &nothing)?.is_empty() {
        return Ok(
            "  the expectation asks for nothing that the recording brings about\n".to_owned()
        );
    }
    let actual = played(text, confirm)?;
    let mut found = difference(&expected, &actual)?;
    found.push_str(&of_the_store_alone(text, &actual)?);
    if !found.is_empty() {
        writeln!(found, "  whole output: {actual:#}")?;
    }
    Ok(found)
}

/// H invariant 9: without the lines of section H the store alone tells and decides, as in the first version.
/// What of `actual` says otherwise; empty: nothing.
fn of_the_store_alone(text: &str, actual: &Value) -> Result<String> {
    const OTHERS: [&str; 4] = ["request", "stream", "answer", "record"];
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    // The last line of a recording may be cut.
    let mut lines = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    if lines.any(|line| OTHERS.iter().any(|other| line["type"] == *other)) {
        return Ok(String::new());
    }
    let mut found = String::new();
    for attempt in actual["attempts"].as_array().into_iter().flatten() {
        let is_told = attempt["told_by"] == json!(["store"]);
        if !is_told || !["store", ""].contains(&attempt["decided_by"].as_str().unwrap_or("")) {
            writeln!(found, "  h invariant 9: not by the store alone: {attempt}")?;
        }
    }
    Ok(found)
}

/// What a recording prints.
fn played(text: &str, confirm: Confirm) -> Result<Value> {
    Ok(serde_json::to_value(replay(text, Settings::default(), confirm)?)?)
}

fn difference(expected: &Value, actual: &Value) -> Result<String> {
    let mut found = String::new();
    differences("", expected, actual, &mut found)?;
    Ok(found)
}

/// Where `actual` is not what `expected` asks for. Objects may hold more than is asked for.
fn differences(at: &str, expected: &Value, actual: &Value, found: &mut String) -> Result<()> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, value) in expected {
                let at = format!("{at}.{key}");
                differences(&at, value, actual.get(key).unwrap_or(&Value::Null), found)?;
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                differences(&format!("{at}[{index}]"), expected, actual, found)?;
            }
        }
        _ if expected == actual => {}
        _ => writeln!(found, "  {at}: expected {expected}, got {actual}")?,
    }
    Ok(())
}

/// A wrong number and a missing row are both seen.
fn the_comparison_sees_what_differs() -> Result<()> {
    let expected = json!({"sessions": [{"failures": 1}], "actions": [{}]});
    let actual = json!({"sessions": [{"failures": 2}], "actions": []});
    let found = difference(&expected, &actual)?;
    ensure!(found.lines().count() == 2, "{found}");
    Ok(())
}
