//! `cargo deny`, of a version that is pinned here, in `target/tools`.
//!
//! It is compiled without optimisation: that takes about a minute on two cores, a third of the
//! optimised build, and the check itself is three seconds either way.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace::{cargo, check, output_of, tools_folder};

const VERSION: &str = "0.20.2";

/// Installs `cargo deny` where it is missing or of another version.
pub(super) fn ensure() -> Result<()> {
    let answer = output_of(cargo().args(["deny", "--version"])).unwrap_or_default();
    if answer.split_whitespace().any(|word| word == VERSION) {
        return Ok(());
    }
    let folder = tools_folder();
    println!("Installing cargo-deny {VERSION} into {} (about a minute)", folder.display());
    let build = folder.join("build");
    check(
        cargo()
            .args(["install", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--quiet"])
            .arg("--root")
            .arg(&folder)
            .arg("--target-dir")
            .arg(&build),
    )
    .context("licences and sources can't be checked without it; is the network reachable?")?;
    fs::remove_dir_all(&build).with_context(|| format!("failed to remove {}", build.display()))
}
