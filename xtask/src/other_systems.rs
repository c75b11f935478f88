//! What can be checked of other systems on this one: their code is compiled, and nothing is linked.
//!
//! Windows is checked on a Linux that has a compiler for it (Debian's mingw-w64, which C code and the
//! program's resources need). Running it is `windows`' job.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::background::Background;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{cargo, check};

/// The target that Debian's mingw-w64 compiles C code for.
pub(crate) const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// What fetching the compiler's parts may take, the first time.
const SET_UP: Duration = Duration::from_mins(1);
/// What the check may take where nothing is compiled yet.
const BUDGET: Duration = Duration::from_mins(3);

/// Compiles the workspace for Windows, its tests too, without any warning. The end-to-end tests run on Linux
/// alone.
pub(crate) fn steps(steps: &mut Steps) -> Result<()> {
    if !is_checked_here() {
        return Ok(());
    }
    set_up(steps)?;
    steps.step_within("code for Windows", BUDGET, || check(&mut windows()))
}

/// The same, beside other work that needs no cargo; `None`: nothing is checked on this system.
pub(crate) fn start(steps: &mut Steps) -> Result<Option<Background>> {
    if !is_checked_here() {
        return Ok(None);
    }
    set_up(steps)?;
    Background::start("code-for-windows.log", &windows()).map(Some)
}

/// Waits for what was started.
pub(crate) fn finish(started: Option<Background>, steps: &mut Steps) -> Result<()> {
    let Some(started) = started else { return Ok(()) };
    steps.step_within("code for Windows, what is left of it", BUDGET, || started.finish())
}

fn is_checked_here() -> bool {
    if !cfg!(target_os = "linux") {
        println!("\nCode for other systems is checked on Linux alone.");
    }
    cfg!(target_os = "linux")
}

fn set_up(steps: &mut Steps) -> Result<()> {
    steps.step_within("set-up for Windows", SET_UP, || setup::ensure(&[Need::WindowsTarget]))
}

fn windows() -> Command {
    let mut clippy = cargo();
    clippy
        .args(["clippy", "--workspace", "--exclude", "retake-e2e", "--all-targets"])
        .args(["--target", WINDOWS, "--", "-D", "warnings"]);
    clippy
}
