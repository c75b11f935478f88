//! Tries what was packed: the judges look at it, and the .deb is installed into a bare Debian, runs
//! there, and is removed without a trace but the user's data.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::bare_system::BareSystem;
use super::judges;
use crate::steps::Steps;
use crate::workspace::root;

/// A history, and a session as it was recorded: what the installed program is tried with.
const HISTORY: &str = "fuzz/seeds/import/story.json";
const RECORDING: &str =
    "tests/recordings/rules/c6-a-batch-counts-in-order-of-create-time-missing-ones-last.jsonl";

/// Where the program keeps the history of the bare system's user.
const DATA: &str = "home/someone/.local/share/retake/retake.db";

/// All of it, as steps of a longer command.
pub(super) fn steps(steps: &mut Steps, packages: &[PathBuf], is_debug: bool) -> Result<()> {
    let deb = ending_in(packages, "deb")?;
    steps.step("judges of the .deb", || judges::of_deb(deb, is_debug))?;
    if let Ok(rpm) = ending_in(packages, "rpm") {
        steps.step("judges of the .rpm", || judges::of_rpm(rpm))?;
    }
    let system = steps.step("a bare Debian", || BareSystem::make(deb))?;
    let before = system.files()?;
    steps.step("installed", || system.install(deb))?;
    steps.step("it runs", || runs(&system))?;
    steps.step("removed", || {
        system.purge()?;
        let after = system.files()?;
        let left: Vec<_> = after.difference(&before).collect();
        let foreign = left.iter().filter(|path| !path.starts_with("home/someone"));
        let foreign: Vec<_> = foreign.map(|path| path.display().to_string()).collect();
        ensure!(foreign.is_empty(), "it left behind: {}", foreign.join(", "));
        ensure!(after.contains(Path::new(DATA)), "the user's history went with it");
        println!("nothing is left but the user's {} files and folders", left.len());
        Ok(())
    })
}

fn ending_in<'a>(packages: &'a [PathBuf], ending: &str) -> Result<&'a Path> {
    let found = packages.iter().find(|package| package.extension().is_some_and(|is| is == ending));
    found.map(PathBuf::as_path).with_context(|| format!("there is no .{ending} to try"))
}

/// The program says which it is, replays a recording, and takes in a history.
fn runs(system: &BareSystem) -> Result<()> {
    let version = system.output(&["retake", "--version"])?;
    println!("{}", version.trim());
    let wanted = format!("retake {}\n", env!("CARGO_PKG_VERSION"));
    ensure!(version.starts_with(&wanted), "`retake --version` says {version}");
    let recording = system.take_in(&root().join(RECORDING))?;
    let answer = system.output(&["retake", "replay", &recording])?;
    let answer: serde_json::Value = serde_json::from_str(&answer).context("reading the replay")?;
    let actions = answer["actions"].as_array().map_or(0, Vec::len);
    println!("it replays a recording: {actions} actions");
    ensure!(actions > 0, "the recording has actions, and the replay none");
    let history = system.take_in(&root().join(HISTORY))?;
    println!("{}", system.output(&["retake", "import", &history])?.trim());
    Ok(())
}
