//! What can be checked of other systems on this one: their code is compiled, and nothing is linked.
//!
//! Windows is checked on a Linux that has a compiler for it (Debian's mingw-w64, which C code and the
//! program's resources need). Running it is `windows`' job.

use std::time::Duration;

use anyhow::Result;

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
    if !cfg!(target_os = "linux") {
        println!("\nCode for other systems is checked on Linux alone.");
        return Ok(());
    }
    steps.step_within("set-up for Windows", SET_UP, || setup::ensure(&[Need::WindowsTarget]))?;
    steps.step_within("code for Windows", BUDGET, || {
        let scope =
            ["--workspace", "--exclude", "retake-e2e", "--all-targets", "--target", WINDOWS];
        check(cargo().arg("clippy").args(scope).args(["--", "-D", "warnings"]))
    })
}
