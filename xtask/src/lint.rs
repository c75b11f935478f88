//! `cargo xtask lint`: every check that needs no test to run.
//!
//! rustfmt, clippy, TypeScript and cargo-deny each check their own; the project's rules that
//! none of them knows are in [`tidy`]. `.unwrap()` outside tests and reads of the clock are
//! clippy's (`clippy.toml` and the workspace's lints).

use std::time::Duration;

use anyhow::Result;

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{cargo, check};
use crate::{PROFILE, advisories, tidy, ui};

/// What a check that compiles nothing may take.
const QUICK: Duration = Duration::from_secs(10);
/// What a check may take that asks a registry or starts Node.
const SHORT: Duration = Duration::from_secs(30);
/// What fetching tools may take, the first time.
const SET_UP: Duration = Duration::from_mins(3);
/// What compiling the sidebar may take, from nothing.
const SIDEBAR: Duration = Duration::from_mins(2);
/// What clippy may take, from nothing.
const CLIPPY: Duration = Duration::from_mins(4);

/// All of it, with the time that each check took.
pub(crate) fn run() -> Result<()> {
    steps(&mut Steps::new())
}

/// The checks as steps of a longer command. The sidebar is built along the way: the app's macros
/// refuse to compile without it.
pub(crate) fn steps(steps: &mut Steps) -> Result<()> {
    steps.step_within("set-up", SET_UP, || {
        setup::ensure(&[
            Need::RustComponents,
            Need::WasmTarget,
            Need::BuildPackages,
            Need::Node,
            Need::CargoDeny,
        ])
    })?;
    steps.step_within("format", QUICK, || check(cargo().args(["fmt", "--all", "--check"])))?;
    steps.step_within("format and lock file of fuzz/", QUICK, || {
        // A workspace of its own, which only `--deep` compiles: without this, a dependency that a
        // crate gains would be found missing from its lock file there.
        let manifest = ["--manifest-path", "fuzz/Cargo.toml"];
        check(cargo().arg("fmt").args(manifest).args(["--", "--check"]))?;
        check(cargo().arg("tree").args(manifest).args(["--locked", "--depth", "0"]))
    })?;
    steps.step_within("the project's rules", QUICK, tidy::check)?;
    steps.step_within("licences and sources", SHORT, || {
        check(cargo().args(["deny", "--workspace", "check", "licenses", "bans", "sources"]))
    })?;
    steps.step_within("advisories", SHORT, advisories::check_lock_file)?;
    steps.step_within("types of the page script", SHORT, || {
        Folder::Injected.install()?;
        Folder::Injected.script("check")
    })?;
    steps.step_within("sidebar", SIDEBAR, || ui::build(PROFILE))?;
    steps.step_within("clippy", CLIPPY, || {
        check(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })
}
