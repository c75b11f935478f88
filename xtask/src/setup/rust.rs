//! The compiler's parts: the sidebar's target, and the tools that `lint` calls.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace::{answers, cargo, check, output_of, program};

const WASM: &str = "wasm32-unknown-unknown";

/// Installs the target that the sidebar is compiled for.
pub(super) fn ensure_wasm_target() -> Result<()> {
    let folder = output_of(program("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if !has_rustup() {
        bail!(
            "the compiler lacks the target {WASM}: install Rust by https://rustup.rs, \
             or your system's package of that target for this very compiler"
        );
    }
    println!("Installing the Rust target {WASM}");
    check(program("rustup").args(["target", "add", WASM]))
        .context("the sidebar can't be compiled without it; is the network reachable?")
}

/// Installs `cargo fmt` and `cargo clippy`.
pub(super) fn ensure_components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answers(cargo().args([subcommand, "--version"])) {
            continue;
        }
        if !has_rustup() {
            bail!("`cargo {subcommand}` is missing: install your system's package {component}");
        }
        println!("Installing the Rust component {component}");
        check(program("rustup").args(["component", "add", component]))?;
    }
    Ok(())
}

fn has_rustup() -> bool {
    answers(program("rustup").arg("--version"))
}
