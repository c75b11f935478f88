//! `cargo xtask lint`: every check that needs no test to run.
//!
//! rustfmt, clippy, TypeScript and cargo-deny each judge their own; the rules of this house that
//! none of them knows are in [`house`]. `.unwrap()` outside tests and reads of the clock are
//! clippy's (`clippy.toml` and the workspace's lints).

use std::time::Duration;

use anyhow::Result;

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{cargo, check};
use crate::{PROFILE, advisories, house, ui};

/// What a check that compiles nothing may take.
const QUICK: Duration = Duration::from_secs(10);

/// All of it, with the time that each check took.
pub(crate) fn run() -> Result<()> {
    steps(&mut Steps::new())
}

/// The checks as steps of a longer command. The sidebar is built by the way: the app's macros
/// refuse to compile without it.
pub(crate) fn steps(steps: &mut Steps) -> Result<()> {
    steps.step("set-up", || {
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
    steps.step_within("house rules", QUICK, house::check)?;
    steps.step("licences and sources", || {
        check(cargo().args(["deny", "--workspace", "check", "licenses", "bans", "sources"]))
    })?;
    steps.step("advisories", advisories::check_lock_file)?;
    steps.step("types of the page script", || {
        Folder::Injected.install()?;
        Folder::Injected.script("check")
    })?;
    steps.step("sidebar", || ui::build(PROFILE))?;
    steps.step("clippy", || {
        check(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })
}
