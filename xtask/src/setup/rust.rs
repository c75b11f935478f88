//! The compiler's parts: the targets beside this machine's own, and the tools that `lint` calls.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace::{answers, cargo, check, output_of, program};

/// What the sidebar is compiled for.
pub(super) const WASM: &str = "wasm32-unknown-unknown";

/// Installs one of the compiler's targets.
pub(super) fn ensure_target(target: &str) -> Result<()> {
    let libraries = ["--print", "target-libdir", "--target", target];
    let folder = output_of(program("rustc").args(libraries))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if !has_rustup() {
        bail!(
            "the compiler lacks the target {target}: install Rust by https://rustup.rs, \
             or your system's package of that target for this very compiler"
        );
    }
    println!("Installing the Rust target {target}");
    check(program("rustup").args(["target", "add", target])).with_context(|| {
        format!("nothing compiles for {target} without it; is the network reachable?")
    })
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
