//! `cargo xtask bench`: what ARCHITECTURE.md promises of Retake's cost, beside its floors and targets.
//!
//! First the parts that need no window, then the page script in the real webview. Both are measured in
//! optimised programs, so the app is compiled once more than for the tests.

use anyhow::Result;

use crate::stage;
use crate::steps::Steps;
use crate::workspace::{self, cargo};
use crate::xvfb::drive_app;

/// Measures everything, and prints it. Nothing fails because it is slow.
pub(crate) fn run() -> Result<()> {
    let mut steps = Steps::new();
    steps.step("engine and store", || {
        workspace::check(cargo().args(["run", "--package", "retake-benches", "--profile", "bench"]))
    })?;
    if cfg!(target_os = "linux") { in_the_page(&mut steps) } else { Ok(()) }
}

/// Only the webview of Linux has a driver, and a kernel that reports single threads.
fn in_the_page(steps: &mut Steps) -> Result<()> {
    stage::prepare(steps)?;
    steps.step("the app, optimised", || {
        workspace::check(cargo().args(["build", "--release", "--package", "retake"]))
    })?;
    let binary = workspace::target_folder()?.join("release/retake");
    let measure =
        |example| drive_app(&binary, &["run", "--package", "retake-e2e", "--example", example]);
    steps.step("the page script in the page", || measure("page_cost"))?;
    steps.step("the page script in autumn's page", || measure("page_cost_autumn"))
}
