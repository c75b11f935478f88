//! Where things stand, and how xtask starts other programs.
//!
//! Every program is started from the repository's root, with the tools that the set-up installed
//! for this repository alone ahead of everything else on `PATH`. What is started, and why, is for
//! the other modules.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The packages that are built and tested together.
///
/// Cargo gives a dependency the features that the chosen packages want of it, so another choice
/// compiles Tauri once more. Hence one choice for everything that ends in the app; xtask, the
/// benches and the end-to-end tests, which share little with it, stay outside.
pub(crate) const APP_PACKAGES: [&str; 9] = [
    "--workspace",
    "--exclude",
    "retake-e2e",
    "--exclude",
    "retake-benches",
    // It only tells Tauri's command line the program's name.
    "--exclude",
    "retake-root",
    "--exclude",
    "xtask",
];

/// The repository's root folder.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable for `cargo run`; a copied binary falls back to where it was built.
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
    Path::new(&manifest).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo puts what it builds: `target`, unless this machine is set up otherwise.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let text = output_of(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&text).context("failed to read the answer of `cargo metadata`")?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("`cargo metadata` names no target_directory; is this cargo newer than xtask?")?;
    Ok(PathBuf::from(folder))
}

/// Where the set-up puts tools that only this repository uses.
pub(crate) fn tools_folder() -> PathBuf {
    root().join("target").join("tools")
}

/// The built app, for a build of `folder` (see [`target_folder`]) in the debug profile.
pub(crate) fn app_binary(folder: &Path) -> PathBuf {
    folder.join("debug").join(format!("retake{}", env::consts::EXE_SUFFIX))
}

/// Builds the app and nothing else, with the very dependencies that the tests compile.
pub(crate) fn build_app() -> Result<PathBuf> {
    // There are no examples. Asking for them makes cargo count the development dependencies'
    // features in, as `cargo test` does; without it the app's whole tree would be compiled twice.
    check(cargo().arg("build").args(APP_PACKAGES).args(["--bin", "retake", "--examples"]))?;
    Ok(app_binary(&target_folder()?))
}

/// The cargo that started xtask.
pub(crate) fn cargo() -> Command {
    program(&env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// A program by its name, to be started from the root.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    let tools = tools_folder();
    let own = [tools.join("bin"), tools.join("node").join("node_modules").join(".bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = own.into_iter().filter(|folder| folder.is_dir());
    if let Ok(path) = env::join_paths(folders.chain(env::split_paths(&inherited))) {
        command.env("PATH", path);
    }
    command
}

/// Whether a program can be started at all. Its output is thrown away.
pub(crate) fn answers(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// Runs a program to its end, its output going to the terminal.
pub(crate) fn check(command: &mut Command) -> Result<()> {
    let line = shown(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("failed to start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status}); its own words are above");
    }
    Ok(())
}

/// Runs a program to its end and gives back what it printed.
pub(crate) fn output_of(command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output = command.output().with_context(|| format!("failed to start `{line}`"))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` failed ({}): {}", output.status, words.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` printed no UTF-8"))
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask").join("Cargo.toml").is_file());
    }

    #[test]
    fn a_failure_names_the_command_that_failed() {
        let error = output_of(cargo().arg("--no-such-flag")).unwrap_err().to_string();
        assert!(error.starts_with("`cargo --no-such-flag` failed"), "{error}");
    }
}
