//! `cargo xtask restarts`: sessions through kills, restarts, reloads and other images, in the built app.
//!
//! What is done and checked is `tests/e2e/examples/restarts.rs`. `cargo xtask test --deep` ends with it.

use anyhow::Result;

use crate::stage;
use crate::steps::Steps;
use crate::workspace::{self, app_binary, target_folder};
use crate::xvfb::drive_app;

/// Rounds on each version of the page in `--deep`: seven of them are kills, seven restarts.
pub(crate) const DEEP_ROUNDS: u32 = 28;

/// What can be said after `cargo xtask restarts`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many sessions on each version of the page; every fourth is killed
    #[arg(default_value_t = DEEP_ROUNDS)]
    rounds: u32,
}

/// Builds everything and has it run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new();
    stage::prepare(&mut steps)?;
    steps.step("the app", workspace::build_app)?;
    steps.step("restarts", || play(options.rounds))
}

/// Plays them with the app that is built.
pub(crate) fn play(rounds: u32) -> Result<()> {
    let rounds = rounds.to_string();
    let run = ["run", "--package", "retake-e2e", "--example", "restarts", "--", &rounds];
    drive_app(&app_binary(&target_folder()?), &run)
}
