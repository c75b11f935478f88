//! Set-up: what a command needs of the machine is checked, and installed where that can be done.
//!
//! A check takes milliseconds and prints nothing when all is there. Debian and Ubuntu packages are
//! installed by `apt-get`; everywhere else the error says in one sentence what to install. Tools
//! that only this repository needs go to `target/tools`, not into anyone's home.

use anyhow::Result;

use crate::other_systems::WINDOWS;

mod deny;
mod node;
mod packages;
mod rust;
mod tauri;

pub(crate) use packages::{as_root, has_chromium};
pub(crate) use tauri::tauri;

/// One thing that a command needs.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// The libraries that the app is linked with, and a C compiler.
    BuildPackages,
    /// A virtual display and the driver that the end-to-end tests speak to.
    TestPackages,
    /// Chromium and its driver, for the stories that are played in it as well.
    Chromium,
    /// The compiler's `wasm32-unknown-unknown` target, for the sidebar.
    WasmTarget,
    /// The compiler's target for Windows, and a C compiler for it.
    WindowsTarget,
    /// What runs Windows' programs.
    Wine,
    /// What plays Grok's videos in the webview.
    Codecs,
    /// `cargo fmt` and `cargo clippy`.
    RustComponents,
    /// Node.js and npm, for the simulator and the page script's tests. The app itself needs neither.
    Node,
    /// `cargo deny`, for licences and sources.
    CargoDeny,
    /// Tauri's command line, which packs the app.
    Tauri,
    /// What packages are tried with: a bare system, and the judges of what is in them.
    PackageTests,
}

/// Sees to it that all of these are there.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    for need in needs {
        match need {
            Need::BuildPackages => packages::ensure(packages::BUILD)?,
            Need::TestPackages => packages::ensure(packages::TEST)?,
            Need::Chromium => packages::ensure(packages::CHROMIUM)?,
            Need::WasmTarget => rust::ensure_target(rust::WASM)?,
            Need::WindowsTarget => {
                packages::ensure(packages::WINDOWS)?;
                rust::ensure_target(WINDOWS)?;
            }
            Need::Wine => packages::ensure(packages::WINE)?,
            Need::Codecs => packages::ensure_codecs()?,
            Need::RustComponents => rust::ensure_components()?,
            Need::Node => node::ensure()?,
            Need::CargoDeny => deny::ensure()?,
            Need::Tauri => tauri::ensure()?,
            Need::PackageTests => packages::ensure(packages::PACKAGE_TESTS)?,
        }
    }
    Ok(())
}
