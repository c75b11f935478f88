//! `cargo xtask endurance`: the app at work for hours, against the simulator on a display of its own.
//!
//! What it does and prints is `tests/e2e/examples/endurance.rs`. Nothing is judged: the figures are for a
//! reader, who looks for what grows with time and not with the history.

use anyhow::Result;

use crate::stage;
use crate::steps::Steps;
use crate::workspace;
use crate::xvfb::drive_app;

/// What can be said after `cargo xtask endurance`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long the sessions go on
    #[arg(long, default_value_t = 8.0)]
    hours: f64,
    /// After how many sessions to end, where that comes first
    #[arg(long)]
    sessions: Option<u32>,
    /// How many seconds lie between two sessions
    #[arg(long, default_value_t = 5)]
    pause: u32,
}

/// Builds everything and has it run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new();
    stage::prepare(&mut steps)?;
    let binary = steps.step("the app", workspace::build_app)?;
    steps.step("endurance", || {
        let (hours, pause) = (options.hours.to_string(), options.pause.to_string());
        let sessions = options.sessions.map(|sessions| sessions.to_string());
        let mut run =
            vec!["run", "--package", "retake-e2e", "--example", "endurance", "--", &hours, &pause];
        run.extend(sessions.as_deref());
        drive_app(&binary, &run)
    })
}
