//! `cargo xtask package`: packages of the app for this system, in `target/packages`.
//!
//! Tauri's own command line builds and packs; `tauri.conf.json` says what goes where. This module sees to
//! it that the command line is there and gathers what it made. Whether a package works is shown by
//! [`check`], which is a step of its own because it needs root, the network and minutes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::papers;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::workspace::{check, program, root, target_folder};

mod bare_system;
mod check;
mod judges;

/// What can be said after `cargo xtask package`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Pack a debug build: quick to make, large, and only for trying
    #[arg(long)]
    debug: bool,
    /// What to make, by Tauri's names [default: deb,rpm or dmg or nsis,msi]
    #[arg(long, value_delimiter = ',')]
    bundles: Vec<String>,
    /// Compile for another target, such as universal-apple-darwin
    #[arg(long)]
    target: Option<String>,
    /// Sign on Windows with the certificate of this thumbprint
    #[arg(long, value_name = "THUMBPRINT")]
    certificate: Option<String>,
    /// Then judge the packages, and install, run and remove the .deb in a bare system of its own
    #[arg(long)]
    check: bool,
}

/// Makes the packages, and tries them where that is asked for.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new();
    steps.step("set-up", || {
        setup::ensure(&[Need::BuildPackages, Need::WasmTarget, Need::Node, Need::Tauri])?;
        if options.check { setup::ensure(&[Need::PackageTests]) } else { Ok(()) }
    })?;
    let packages = steps.step("packages", || {
        let bundles = bundle_folder(options)?;
        if bundles.exists() {
            fs::remove_dir_all(&bundles).context("removing the packages of before")?;
        }
        build(options)?;
        gather(&bundles, &root().join("target").join("packages"))
    })?;
    for package in &packages {
        let size = fs::metadata(package)?.len();
        println!("{:>7.1} MiB  {}", mebibytes(size), package.display());
    }
    if options.check { check::steps(&mut steps, &packages, options.debug) } else { Ok(()) }
}

/// Has Tauri's command line build and pack.
fn build(options: &Options) -> Result<()> {
    let mut command = program(&setup::tauri().to_string_lossy());
    command.args(["build", "--ci", "--bundles"]);
    if options.bundles.is_empty() {
        command.arg(default_bundles());
    } else {
        command.arg(options.bundles.join(","));
    }
    if options.debug {
        command.arg("--debug");
    }
    if let Some(target) = &options.target {
        command.args(["--target", target]);
    }
    if cfg!(windows) {
        // A resource has to be there before the build, and on no other system is it one.
        papers::write_licences()?;
        let resources = r#"{"bundle":{"resources":{"target/papers/licences.txt":"licences.txt"}}}"#;
        command.args(["--config", resources]);
    }
    if let Some(thumbprint) = &options.certificate {
        command.arg("--config").arg(signing(thumbprint));
    }
    check(&mut command)
}

/// How Windows' own tool signs, as a piece of `tauri.conf.json`. A signature without a time ends with its
/// certificate.
fn signing(thumbprint: &str) -> String {
    let windows = serde_json::json!({
        "certificateThumbprint": thumbprint,
        "digestAlgorithm": "sha256",
        "timestampUrl": "http://timestamp.digicert.com",
    });
    serde_json::json!({ "bundle": { "windows": windows } }).to_string()
}

fn default_bundles() -> &'static str {
    if cfg!(windows) {
        "nsis,msi"
    } else if cfg!(target_os = "macos") {
        "dmg"
    } else {
        "deb,rpm"
    }
}

/// Where Tauri's command line puts packages, in a folder for each kind.
fn bundle_folder(options: &Options) -> Result<PathBuf> {
    let mut folder = target_folder()?;
    folder.extend(&options.target);
    Ok(folder.join(if options.debug { "debug" } else { "release" }).join("bundle"))
}

/// Copies the packages into one folder, which holds nothing else afterwards.
fn gather(bundles: &Path, to: &Path) -> Result<Vec<PathBuf>> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("emptying {}", to.display()))?;
    }
    fs::create_dir_all(to)?;
    let mut gathered = Vec::new();
    for kind in fs::read_dir(bundles).context("Tauri's command line made no packages")? {
        for file in fs::read_dir(kind?.path())? {
            let file = file?.path();
            if is_package(&file) {
                let place = to.join(file.file_name().context("a package has a name")?);
                fs::copy(&file, &place)?;
                gathered.push(place);
            }
        }
    }
    ensure!(!gathered.is_empty(), "Tauri's command line made no packages");
    gathered.sort();
    Ok(gathered)
}

fn is_package(file: &Path) -> bool {
    const ENDINGS: [&str; 6] = ["AppImage", "deb", "dmg", "exe", "msi", "rpm"];
    let ending = file.extension().and_then(|ending| ending.to_str());
    file.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending))
}

#[expect(clippy::cast_precision_loss, reason = "a printed size, of files far below 2^52 bytes")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1024 * 1024)
}
