//! `cargo xtask`: everything that is done to this repository, by one word each.
//!
//! This file is the table of contents: the commands, and which module does each. What a command
//! needs of the machine is asked of [`setup`]; how programs are started stands in [`workspace`].

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod advisories;
mod background;
mod bench;
mod chromium;
mod endurance;
mod fuzz;
mod lint;
mod npm;
mod other_systems;
mod package;
mod papers;
mod pictures;
mod restarts;
mod run;
mod setup;
mod simulator;
mod stage;
mod steps;
mod stories;
mod test;
mod texts;
mod tidy;
mod ui;
mod windows;
mod workspace;
mod xvfb;

/// How the sidebar is built, by every command alike: another profile's files would be other bytes
/// in the app, and the app would be compiled again each time one changes commands.
const PROFILE: ui::Profile = ui::Profile::Release;

/// What can be asked of `cargo xtask`.
#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, run and test Retake", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// One variant a command; the text is what `--help` prints.
#[derive(Subcommand)]
enum Command {
    /// Build Retake and start it
    Run(run::Options),
    /// Lint, then run every test, the end-to-end tests of the built app included
    Test(test::Options),
    /// Run the end-to-end tests of the built app, or some of them
    Stories(stories::Options),
    /// Check format, lints, the project's rules, types of the page script, licences and sources
    Lint,
    /// Measure what ARCHITECTURE.md promises, and print it beside its floors and targets
    Bench,
    /// Make Windows' program here, and try what it does without a window under Wine
    Windows,
    /// Run sessions for hours against the simulator, and print what memory and database become
    Endurance(endurance::Options),
    /// Run sessions through kills, restarts and reloads, and check what was pressed and what is kept
    Restarts(restarts::Options),
    /// Run the fuzzing targets for a while
    Fuzz(fuzz::Options),
    /// Draw the pictures of the README and the guide
    Pictures,
    /// Build the sidebar into ui/dist
    Ui,
    /// Make packages of the app for this system, in target/packages
    Package(package::Options),
    /// Write what packages hold besides the program: licences, man pages, completions
    Papers,
    /// Print what CHANGELOG.md says of a release
    Changes(papers::changelog::Options),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Stories(options) => stories::run(&options),
        Command::Lint => lint::run(),
        Command::Bench => bench::run(),
        Command::Windows => windows::run(),
        Command::Endurance(options) => endurance::run(&options),
        Command::Restarts(options) => restarts::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Package(options) => package::run(&options),
        Command::Pictures => pictures::draw(),
        Command::Papers => papers::write(),
        Command::Changes(options) => papers::changelog::print(&options),
        Command::Ui => setup::ensure(&[setup::Need::WasmTarget]).and_then(|()| ui::build(PROFILE)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
