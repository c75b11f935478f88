//! What everything that drives the built app needs first: packages, the sidebar, the simulator.

use anyhow::Result;

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::steps::Steps;

/// Installs and builds it.
pub(crate) fn prepare(steps: &mut Steps) -> Result<()> {
    steps.step("packages", || {
        let programs = [Need::BuildPackages, Need::TestPackages, Need::Codecs];
        setup::ensure(&programs)?;
        setup::ensure(&[Need::WasmTarget, Need::Node])
    })?;
    steps.step("sidebar", || crate::ui::build(crate::PROFILE))?;
    steps.step("simulator", || {
        Folder::Simulator.install()?;
        Folder::Simulator.script("build")
    })
}
