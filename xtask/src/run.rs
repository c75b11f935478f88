//! `cargo xtask run`: build the sidebar and the app, and start it.
//!
//! With `--demo` it shows the simulator instead of grok.com and keeps its data in
//! `target/demo-data`, away from the user's own.

use std::env;

use anyhow::{Result, bail};

use crate::npm::Folder;
use crate::setup::{self, Need};
use crate::simulator::{DemoPage, Simulator};
use crate::workspace;
use crate::{PROFILE, ui};

/// What can be said after `cargo xtask run`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Show the simulator in place of grok.com: no account is needed, nothing is spent
    #[arg(long)]
    demo: bool,
    /// Which of Grok's pages the demo shows
    #[arg(long, value_enum, default_value_t, requires = "demo")]
    page: DemoPage,
    /// What follows `--` goes to Retake itself
    #[arg(last = true)]
    arguments: Vec<String>,
}

/// Builds and starts Retake, and ends when it does.
pub(crate) fn run(options: &Options) -> Result<()> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().find_map(env::var_os);
    if cfg!(target_os = "linux") && display.is_none_or(|name| name.is_empty()) {
        bail!(
            "this machine has no display: run it from a desktop, or under a virtual display by \
             `xvfb-run --auto-servernum cargo xtask run` (Debian packages xvfb and xauth)"
        );
    }
    setup::ensure(&[Need::BuildPackages, Need::WasmTarget, Need::Codecs])?;
    ui::build(PROFILE)?;
    let binary = workspace::build_app()?;
    let mut app = workspace::program(&binary.to_string_lossy());
    if !options.demo {
        return workspace::check(app.args(&options.arguments));
    }
    setup::ensure(&[Need::Node])?;
    Folder::Simulator.install()?;
    Folder::Simulator.script("build")?;
    let simulator = Simulator::start_demo(options.page)?;
    let data = workspace::target_folder()?.join("demo-data");
    println!("The demo's data is kept in {}; delete it to begin again", data.display());
    app.args(["--grok-url", simulator.url()]).arg("--data-dir").arg(&data);
    workspace::check(app.args(&options.arguments))
}
