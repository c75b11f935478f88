//! `cargo xtask bench`: what ARCHITECTURE.md promises of Retake's cost, beside its floors and targets.
//!
//! First the parts that need no window, then the page script in the real webview. Both are measured in
//! optimised programs, so the app is compiled once more than for the tests.

use std::env;

use anyhow::Result;

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{self, cargo};
use crate::xvfb::Xvfb;

/// Measures everything, and prints it. Nothing fails because it is slow.
pub(crate) fn run() -> Result<()> {
    let mut steps = Steps::new();
    steps.step("engine and store", || {
        workspace::check(cargo().args(["run", "--package", "retake-benches", "--profile", "bench"]))
    })?;
    if cfg!(target_os = "linux") { in_the_page(&mut steps) } else { Ok(()) }
}

/// Only the webview of Linux has a driver, and a kernel that tells of single threads.
fn in_the_page(steps: &mut Steps) -> Result<()> {
    steps.step("packages", || setup::ensure(&[Need::BuildPackages, Need::TestPackages]))?;
    steps.step("sidebar and simulator", || {
        setup::ensure(&[Need::WasmTarget])?;
        crate::ui::build(crate::PROFILE)?;
        Folder::Simulator.install()?;
        Folder::Simulator.script("build")
    })?;
    steps.step("the app, optimised", || {
        workspace::check(cargo().args(["build", "--release", "--package", "retake"]))
    })?;
    let binary = workspace::target_folder()?.join("release/retake");
    steps.step("the page script in the page", || {
        let xvfb = Xvfb::start()?;
        let mut command = workspace::program("dbus-run-session");
        command
            .arg("--")
            .arg(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["run", "--package", "retake-e2e", "--example", "page_cost"])
            .env("RETAKE_BINARY", &binary)
            .env("RETAKE_SIM", Folder::Simulator.path())
            .env("DISPLAY", xvfb.display())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY");
        workspace::check(&mut command)
    })
}
