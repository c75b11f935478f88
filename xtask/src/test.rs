//! `cargo xtask test`: everything that must hold before a change is handed on.
//!
//! The order is from quick to slow, so that a slip shows early. The sidebar comes first all the
//! same: its files are compiled into the app.

use std::time::Duration;

use anyhow::Result;

use crate::chromium;
use crate::fuzz;
use crate::lint;
use crate::npm::Folder;
use crate::other_systems;
use crate::restarts;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::stories;
use crate::workspace::{self, APP_PACKAGES, cargo};

/// Cases of each property test with `--deep`; proptest's own default is 256.
const DEEP_CASES: &str = "20000";

/// How long `--deep` fuzzes in all, in seconds.
const FUZZING_SECONDS: u32 = 60;

/// What all of it may take from a clean clone on a bare machine that does nothing else.
const BUDGET: Duration = Duration::from_mins(25);

/// What fetching the system's packages may take, the first time.
const PACKAGES: Duration = Duration::from_mins(2);
/// What the page script's tests may take.
const SCRIPT: Duration = Duration::from_mins(1);
/// What the simulator's own tests may take, with fetching its packages.
const SIMULATOR: Duration = Duration::from_mins(2);
/// What compiling and running the tests of all crates may take, from nothing.
const UNIT_TESTS: Duration = Duration::from_mins(5);
/// What compiling and running xtask's own tests may take.
const OWN_TESTS: Duration = Duration::from_mins(1);

/// What can be said after `cargo xtask test`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Try far more cases in the property tests (minutes instead of seconds)
    #[arg(long)]
    deep: bool,
}

/// Lints, then runs every test. Stops at the first step that fails.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = if options.deep { Steps::new() } else { Steps::within(BUDGET) };
    // First of all, so that a machine that lacks them says so now and not in a quarter of an hour.
    steps.step_within("packages", PACKAGES, || {
        setup::ensure(&[Need::BuildPackages, Need::TestPackages, Need::Codecs])
    })?;
    lint::steps(&mut steps)?;
    steps.step_within("page script's tests", SCRIPT, || Folder::Injected.script("test"))?;
    steps.step_within("simulator", SIMULATOR, || {
        Folder::Simulator.install()?;
        Folder::Simulator.script("build")?;
        Folder::Simulator.script("test")
    })?;
    if options.deep {
        steps.step("unit and integration tests", || unit_tests(options))?;
        steps.step("fuzzing", || fuzz::run(&fuzz::Options { seconds: FUZZING_SECONDS }))?;
    } else {
        steps.step_within("unit and integration tests", UNIT_TESTS, || unit_tests(options))?;
    }
    steps.step_within("xtask's own tests", OWN_TESTS, || {
        workspace::check(cargo().args(["test", "--package", "xtask"]))
    })?;
    let stories = stories::build(&mut steps, None)?;
    // Stories wait more than they compute: what they leave idle is enough for a compiler.
    let windows = other_systems::start(&mut steps)?;
    if let Some(stories) = stories {
        stories.play(&mut steps)?;
    }
    other_systems::finish(windows, &mut steps)?;
    chromium::steps(&mut steps)?;
    if options.deep && cfg!(target_os = "linux") {
        steps.step("restarts", || restarts::play(restarts::DEEP_ROUNDS))?;
    }
    Ok(())
}

fn unit_tests(options: &Options) -> Result<()> {
    let mut command = cargo();
    command.arg("test").args(APP_PACKAGES).arg("--no-fail-fast");
    if options.deep {
        command.env("PROPTEST_CASES", DEEP_CASES).env("RETAKE_DEEP", "1");
    }
    workspace::check(&mut command)
}
