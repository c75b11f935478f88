//! Builds the sidebar into `ui/dist`: wasm, its glue, stylesheet and page.
//!
//! `wasm-bindgen` is called as a library, so that one lock file pins both halves of the glue. The
//! app embeds what lies in `ui/dist`; files that come out the same are not written again, so that
//! an unchanged sidebar does not compile the app again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::texts;
use crate::workspace::{cargo, check, root, target_folder};

/// The stylesheets in the order of their layers' declaration.
const STYLES: [&str; 12] = [
    "tokens", "base", "controls", "head", "results", "palette", "panel", "history", "log",
    "settings", "library", "machine",
];

/// How the sidebar is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and fast: the workspace's profile `wasm`.
    Release,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "wasm",
        }
    }
}

/// Builds everything that the window's sidebar loads.
pub(crate) fn build(profile: Profile) -> Result<()> {
    check(cargo().args([
        "build",
        "--package",
        "retake-ui",
        "--bin",
        "retake-ui",
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        profile.name(),
    ]))?;
    let target = target_folder()?;
    let wasm = target.join("wasm32-unknown-unknown").join(profile.name()).join("retake-ui.wasm");
    let staging = target.join("ui");
    bind(&wasm, &staging)?;
    let sources = root().join("ui");
    for name in ["index.html", "boot.js"] {
        let text = fs::read(sources.join(name)).with_context(|| format!("reading ui/{name}"))?;
        fs::write(staging.join(name), text).with_context(|| format!("writing {name}"))?;
    }
    fs::write(staging.join("style.css"), styles(&sources.join("styles"))?)
        .context("writing style.css")?;
    texts::write(&staging)?;
    let dist = sources.join("dist");
    copy_changed(&staging, &dist)?;
    let size = fs::metadata(dist.join("retake-ui_bg.wasm"))?.len();
    println!("the sidebar is in ui/dist; its wasm has {} KiB", size / 1024);
    Ok(())
}

fn bind(wasm: &Path, into: &Path) -> Result<()> {
    if into.exists() {
        fs::remove_dir_all(into).with_context(|| format!("emptying {}", into.display()))?;
    }
    fs::create_dir_all(into).with_context(|| format!("making {}", into.display()))?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(into))
        .with_context(|| format!("joining {} with its JavaScript", wasm.display()))
}

/// All stylesheets as one.
fn styles(folder: &Path) -> Result<String> {
    let mut joined = String::new();
    for name in STYLES {
        let path = folder.join(format!("{name}.css"));
        joined +=
            &fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    }
    Ok(joined)
}

/// Makes `to` hold what `from` holds, touching only what differs.
fn copy_changed(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(to).with_context(|| format!("reading {}", to.display()))? {
        let entry = entry?;
        if !from.join(entry.file_name()).exists() {
            fs::remove_file(entry.path())
                .with_context(|| format!("removing {}", entry.path().display()))?;
        }
    }
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        if entry.path().is_dir() {
            // Snippets, which this sidebar has none of.
            continue;
        }
        let new = fs::read(entry.path())?;
        let target = to.join(entry.file_name());
        if fs::read(&target).ok().as_ref() != Some(&new) {
            fs::write(&target, new).with_context(|| format!("writing {}", target.display()))?;
        }
    }
    Ok(())
}
