//! Tauri's command line, of a version that is pinned here, in `target/tools`.
//!
//! It comes from npm as a finished program; building it from crates.io would take minutes.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::npm::npm_name;
use crate::workspace::{check, output_of, program, tools_folder};

const VERSION: &str = "2.12.5";

/// Where its program is, once it is installed.
pub(crate) fn tauri() -> PathBuf {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    folder().join("node_modules").join(".bin").join(name)
}

/// Installs it where it is missing or of another version.
pub(super) fn ensure() -> Result<()> {
    let answer = output_of(program(&tauri().to_string_lossy()).arg("--version"));
    if answer.is_ok_and(|answer| answer.split_whitespace().any(|word| word == VERSION)) {
        return Ok(());
    }
    println!("Fetching Tauri's command line {VERSION} from npm");
    fs::create_dir_all(folder())?;
    let flags = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix"];
    let package = format!("@tauri-apps/cli@{VERSION}");
    check(program(npm_name()).args(flags).arg(folder()).arg(package))
        .context("nothing can be packed without it; is the network reachable?")
}

fn folder() -> PathBuf {
    tools_folder().join("tauri")
}
