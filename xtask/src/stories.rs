//! `cargo xtask stories`: the built app, driven from outside as a user drives it.
//!
//! `cargo xtask test` ends with all of them; this command runs those that one works on.

mod runner;

use anyhow::Result;

use self::runner::Stories;
use crate::chromium;
use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{self, cargo};

/// What can be said after `cargo xtask stories`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only the stories whose name contains this
    filter: Option<String>,
    /// Play them in Chromium, the engine of WebView2, without the app
    #[arg(long)]
    chromium: bool,
}

/// Builds the sidebar, the simulator and the app, then runs the stories.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new();
    steps.step("packages", || setup::ensure(&[Need::BuildPackages, Need::TestPackages]))?;
    steps.step("sidebar", || crate::ui::build(crate::PROFILE))?;
    steps.step("simulator", || {
        Folder::Simulator.install()?;
        Folder::Simulator.script("build")
    })?;
    let filter = options.filter.as_deref();
    if options.chromium {
        steps.step("Chromium", || setup::ensure(&[Need::Chromium]))?;
        let filters: Vec<&str> = filter.into_iter().collect();
        return steps.step("stories in Chromium", || chromium::play(&filters));
    }
    self::steps(&mut steps, filter)
}

/// Builds the app and runs the stories whose name contains `filter`. Only the webview of Linux has
/// a driver for that; elsewhere nothing is run.
pub(crate) fn steps(steps: &mut Steps, filter: Option<&str>) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("\nThe end-to-end tests are left out: this system's webview has no driver.");
        return Ok(());
    }
    let binary = steps.step("the app", workspace::build_app)?;
    let stories = steps.step("building the stories", || {
        workspace::check(cargo().args(["test", "--package", "retake-e2e", "--lib"]))?;
        Stories::build(filter)
    })?;
    steps.step("stories", || stories.run(&binary))
}
