//! `cargo xtask stories`: the built app, driven from outside as a user drives it.
//!
//! `cargo xtask test` ends with all of them; this command runs those that one works on.

mod runner;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use self::runner::Stories;
use crate::chromium;
use crate::setup::{self, Need};
use crate::stage;
use crate::steps::Steps;
use crate::workspace::{self, cargo};

/// What building the app may take beside what its tests have compiled.
const APP: Duration = Duration::from_mins(2);
/// What compiling the stories may take, from nothing.
const COMPILING: Duration = Duration::from_mins(3);
/// What all stories may take.
const STORIES: Duration = Duration::from_mins(10);

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
    stage::prepare(&mut steps)?;
    let filter = options.filter.as_deref();
    if options.chromium {
        steps.step("Chromium", || setup::ensure(&[Need::Chromium]))?;
        let filters: Vec<&str> = filter.into_iter().collect();
        return steps.step("stories in Chromium", || chromium::play(&filters));
    }
    match build(&mut steps, filter)? {
        Some(built) => built.play(&mut steps),
        None => Ok(()),
    }
}

/// The app and the stories, ready to be played. Playing them takes no cargo.
pub(crate) struct Built {
    binary: PathBuf,
    stories: Stories,
}

/// Builds the app and the stories whose name contains `filter`. Only the webview of Linux has a driver
/// for them; elsewhere it is `None`.
pub(crate) fn build(steps: &mut Steps, filter: Option<&str>) -> Result<Option<Built>> {
    if !cfg!(target_os = "linux") {
        println!("\nThe end-to-end tests are left out: this system's webview has no driver.");
        return Ok(None);
    }
    let binary = steps.step_within("the app", APP, workspace::build_app)?;
    let stories = steps.step_within("building the stories", COMPILING, || {
        workspace::check(cargo().args(["test", "--package", "retake-e2e", "--lib"]))?;
        Stories::build(filter)
    })?;
    Ok(Some(Built { binary, stories }))
}

impl Built {
    /// Plays the stories.
    pub(crate) fn play(self, steps: &mut Steps) -> Result<()> {
        steps.step_within("stories", STORIES, || self.stories.run(&self.binary))
    }
}
