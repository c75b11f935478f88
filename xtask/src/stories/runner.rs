//! Runs stories, each in a process of its own, a few side by side, each of those on a display of its own.
//!
//! A story spends most of its time waiting for the app, so two of them take little longer than one. What
//! a story prints is shown only when it fails.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::npm::Folder;
use crate::workspace::{cargo, output_of, program, root};
use crate::xvfb::Xvfb;

/// How many stories run side by side at most: with more, the waits in them begin to tell.
const MOST_WORKERS: usize = 2;

/// The built stories.
pub(super) struct Stories {
    executable: PathBuf,
    names: VecDeque<String>,
}

/// A story that failed, and what it printed.
struct Failure {
    name: String,
    printed: String,
}

impl Stories {
    /// Builds them, and keeps those whose name contains `filter`.
    pub(super) fn build(filter: Option<&str>) -> Result<Self> {
        let build = ["test", "--package", "retake-e2e", "--test", "stories", "--no-run"];
        let messages =
            output_of(cargo().args(build).args(["--message-format", "json-render-diagnostics"]))?;
        let executable = executable_in(&messages)?;
        let mut list = program(&executable.to_string_lossy());
        list.args(["--list", "--format", "terse"]).args(filter);
        let names = names_in(&output_of(&mut list)?);
        if names.is_empty() {
            bail!("no story has {} in its name", filter.unwrap_or_default());
        }
        Ok(Self { executable, names })
    }

    /// Runs them all against the app `binary`, and fails with the names of those that failed.
    pub(super) fn run(self, binary: &Path) -> Result<()> {
        let count = self.names.len();
        let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
        println!("{count} stories, {workers} side by side");
        let names = Mutex::new(self.names);
        let failures = Mutex::new(Vec::new());
        thread::scope(|scope| {
            let work = || {
                worker(&names, &failures, |display, name| {
                    story(&self.executable, binary, display, name).output()
                })
            };
            let all: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            all.into_iter()
                .try_for_each(|one| one.join().map_err(|_| anyhow!("a worker panicked"))?)
        })?;
        told(&failures.into_inner().unwrap_or_else(PoisonError::into_inner), count)
    }
}

/// Runs one story after the other until none is left.
fn worker(
    names: &Mutex<VecDeque<String>>,
    failures: &Mutex<Vec<Failure>>,
    run: impl Fn(&str, &str) -> std::io::Result<Output>,
) -> Result<()> {
    let xvfb = Xvfb::start()?;
    while let Some(name) = next(names) {
        let play = || {
            let started = now();
            let output = run(xvfb.display(), &name).context("failed to start dbus-run-session")?;
            println!("{}", line(&name, output.status.success(), started.elapsed()));
            anyhow::Ok((output.status.success(), [output.stdout, output.stderr].concat()))
        };
        let (mut is_success, mut printed) = play()?;
        if !is_success && was_ended_by_glib(&printed) {
            println!("GLib ended a webview's process ({GLIB_FAULT}): {name} is played again");
            (is_success, printed) = play()?;
        }
        if !is_success {
            let printed = String::from_utf8_lossy(&printed).into_owned();
            failures.lock().unwrap_or_else(PoisonError::into_inner).push(Failure { name, printed });
        }
    }
    Ok(())
}

/// `GLib` 2.74 takes a call that a signal interrupted for one that failed, and ends the process. Seen a few
/// times in thousands of starts, on a busy machine alone; the driver's session is over with it.
const GLIB_FAULT: &str = "getauxval () failed: Interrupted system call";

fn was_ended_by_glib(printed: &[u8]) -> bool {
    String::from_utf8_lossy(printed).contains(GLIB_FAULT)
}

fn next(names: &Mutex<VecDeque<String>>) -> Option<String> {
    names.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}

/// One story, as a command. The story's own package is where cargo would start it.
fn story(executable: &Path, binary: &Path, display: &str, name: &str) -> Command {
    let mut command = program("dbus-run-session");
    command
        .arg("--")
        .arg(executable)
        .args([name, "--exact", "--nocapture"])
        .current_dir(root().join("tests").join("e2e"))
        .env("RETAKE_BINARY", binary)
        .env("RETAKE_SIM", Folder::Simulator.path())
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY");
    command
}

/// Shows what the failed ones printed, and last of all their names.
fn told(failures: &[Failure], count: usize) -> Result<()> {
    if failures.is_empty() {
        return Ok(());
    }
    for failure in failures {
        println!("\n---- {} ----\n{}", failure.name, failure.printed.trim());
    }
    println!("\nfailures:");
    for failure in failures {
        println!("    {}", failure.name);
    }
    bail!("{} of {count} stories failed; what they printed is above", failures.len())
}

fn line(name: &str, is_success: bool, took: Duration) -> String {
    let outcome = if is_success { "ok" } else { "FAILED" };
    format!("test {name} ... {outcome} ({:.1} s)", took.as_secs_f64())
}

/// The test program among cargo's messages, one JSON object a line.
fn executable_in(messages: &str) -> Result<PathBuf> {
    let objects = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
    let mut executables = objects.filter_map(|message: serde_json::Value| {
        let is_stories = message["target"]["name"] == "stories";
        message["executable"].as_str().filter(|_| is_stories).map(PathBuf::from)
    });
    executables.next().context("cargo names no program of the stories; is it newer than xtask?")
}

/// The names in libtest's short list.
fn names_in(list: &str) -> VecDeque<String> {
    list.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "shows how long a story took; nothing is tested by it"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_test_program_is_read() {
        let list = "story::a: test\nautumn::b_2: test\nstory::c: benchmark\n";
        assert_eq!(names_in(list), ["story::a", "autumn::b_2"]);
    }

    #[test]
    fn the_program_is_that_of_the_stories() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"retake_e2e"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"stories"},"executable":"/t/stories-1"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable_in(messages).unwrap(), Path::new("/t/stories-1"));
        assert!(executable_in("").is_err());
    }

    #[test]
    fn a_line_says_how_a_story_went_and_how_long_it_took() {
        let took = Duration::from_millis(5_260);
        assert_eq!(line("story::a", true, took), "test story::a ... ok (5.3 s)");
        assert_eq!(line("story::a", false, took), "test story::a ... FAILED (5.3 s)");
    }

    #[test]
    fn only_a_process_that_glib_ended_is_told_from_a_failure() {
        let printed =
            "(WebKitWebProcess:2): GLib-ERROR **: getauxval () failed: Interrupted system call";
        assert!(was_ended_by_glib(printed.as_bytes()));
        assert!(!was_ended_by_glib(b"waited without success until the page is there"));
    }

    #[test]
    fn failed_stories_fail_the_command_and_are_counted() {
        let failure = Failure { name: "story::a".into(), printed: "it waited".into() };
        let error = told(&[failure], 3).unwrap_err().to_string();
        assert!(error.starts_with("1 of 3 stories failed"), "{error}");
        assert!(told(&[], 3).is_ok());
    }
}
