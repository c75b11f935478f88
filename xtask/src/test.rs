//! `cargo xtask test`: everything that must hold before a change is handed on.
//!
//! The order is from quick to slow, so that a slip shows early. The sidebar comes first all the
//! same: its files are compiled into the app.

use anyhow::Result;

use crate::fuzz;
use crate::lint;
use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{self, APP_PACKAGES, cargo};
use crate::xvfb::drive_app;

/// Cases of each property test with `--deep`; proptest's own default is 256.
const DEEP_CASES: &str = "20000";

/// How long `--deep` fuzzes in all, in seconds.
const FUZZING_SECONDS: u32 = 60;

/// What can be said after `cargo xtask test`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Try far more cases in the property tests (minutes instead of seconds)
    #[arg(long)]
    deep: bool,
}

/// Lints, then runs every test. Stops at the first step that fails.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new();
    // First of all, so that a machine that lacks them says so now and not in a quarter of an hour.
    steps.step("packages", || setup::ensure(&[Need::BuildPackages, Need::TestPackages]))?;
    lint::steps(&mut steps)?;
    steps.step("page script's tests", || Folder::Injected.script("test"))?;
    steps.step("simulator", || {
        Folder::Simulator.install()?;
        Folder::Simulator.script("build")?;
        Folder::Simulator.script("test")
    })?;
    steps.step("unit and integration tests", || unit_tests(options))?;
    if options.deep {
        steps.step("fuzzing", || fuzz::run(&fuzz::Options { seconds: FUZZING_SECONDS }))?;
    }
    steps.step("xtask's own tests", || {
        workspace::check(cargo().args(["test", "--package", "xtask"]))
    })?;
    end_to_end(&mut steps)
}

fn unit_tests(options: &Options) -> Result<()> {
    let mut command = cargo();
    command.arg("test").args(APP_PACKAGES).arg("--no-fail-fast");
    if options.deep {
        command.env("PROPTEST_CASES", DEEP_CASES).env("RETAKE_DEEP", "1");
    }
    workspace::check(&mut command)
}

/// The built app, driven from outside: only the webview of Linux has a driver for that.
fn end_to_end(steps: &mut Steps) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("\nThe end-to-end tests are left out: this system's webview has no driver.");
        return Ok(());
    }
    let binary = steps.step("the app", workspace::build_app)?;
    steps.step("building the end-to-end tests", || {
        workspace::check(cargo().args(["test", "--package", "retake-e2e", "--no-run"]))
    })?;
    steps.step("end-to-end tests", || {
        let arguments =
            ["test", "--package", "retake-e2e", "--no-fail-fast", "--", "--test-threads=1"];
        drive_app(&binary, &arguments)
    })
}
