//! A file that the user is talked into opening.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result};
use retake_e2e::app::binary;
use tempfile::TempDir;

fn retake(arguments: &[&Path]) -> Result<Output> {
    Command::new(binary()).args(arguments).output().context("failed to run retake")
}

/// Deeper than any parser goes that keeps its place on a stack.
fn deep(around: (&str, &str)) -> String {
    let nested = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    format!("{}{nested}{}", around.0, around.1)
}

#[test]
fn a_file_that_is_nested_without_end_is_refused_and_nothing_ends() -> Result<()> {
    let place = TempDir::new()?;
    let data_dir = place.path().join("data");
    let export = r#"{"format":"retake-history","version":1,"images":["#;
    let post = r#"{"grokRetrySession_post":"#;
    for (name, around) in
        [("list.json", ("", "")), ("export.json", (export, "]}")), ("extension.json", (post, "}"))]
    {
        let file = place.path().join(name);
        fs::write(&file, deep(around))?;
        let done = retake(&["import".as_ref(), &file, "--data-dir".as_ref(), &data_dir])?;
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.code().is_some(), "{name} ended it by a signal: {said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
    let recording = place.path().join("recording.jsonl");
    let snapshot = (r#"{"at":1,"type":"snapshot","store":"#, "}\n");
    fs::write(&recording, format!("{}{{\"at\":2,\"type\":\"tick\"}}\n", deep(snapshot)))?;
    let done = retake(&["replay".as_ref(), &recording])?;
    assert!(done.status.code().is_some(), "{}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

#[test]
fn a_file_that_names_itself_in_escapes_changes_no_terminal() -> Result<()> {
    let place = TempDir::new()?;
    let data_dir = place.path().join("data");
    let file = place.path().join("old.json");
    let key = "grokRetrySession_\\u001b]0;mine\\u0007\\u001b[2J";
    fs::write(
        &file,
        format!(r#"{{"{key}":"no object","grokRetrySession_a":{{"videosGenerated":1}}}}"#),
    )?;
    let done = retake(&["import".as_ref(), &file, "--data-dir".as_ref(), &data_dir])?;
    for said in [&done.stdout, &done.stderr] {
        let said = String::from_utf8_lossy(said);
        assert!(!said.contains(['\u{1b}', '\u{7}']), "{said:?}");
    }
    Ok(())
}
