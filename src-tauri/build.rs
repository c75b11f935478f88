//! Declares the commands, so that none is open to a webview by default, and checks that the
//! sidebar's files are there to be embedded. Lists the page script's parts. Everything else is
//! `tauri-build`'s.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use tauri_build::{AppManifest, Attributes, WindowsAttributes};

#[path = "src/commands/list.rs"]
mod list;

macro_rules! names {
    ($($module:ident :: $command:ident,)+) => { &[$(stringify!($command),)+ list::SPLICE] };
}

/// Every command: each gets a permission `allow-<command>`, which only `capabilities/` hands out.
const COMMANDS: &[&str] = list::with_commands!(names);

fn main() -> Result<()> {
    tell_commit();
    write_parts().context("listing the parts of the page script")?;
    let sidebar = Path::new("../ui/dist/index.html");
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=capabilities");
    ensure!(
        sidebar.exists(),
        "building retake embeds the sidebar, and ui/dist/index.html is not there: \
         run `cargo xtask ui` first"
    );
    let attributes = Attributes::new()
        .config_path("../tauri.conf.json")
        .app_manifest(AppManifest::new().commands(COMMANDS))
        .windows_attributes(WindowsAttributes::new());
    tauri_build::try_build(attributes).context("preparing the build of the shell")
}

/// Hands the commit to `src/version.rs`. A build without git, or from a tarball, is one without it.
fn tell_commit() {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim_end().to_owned())
    };
    // Sources that lie in another project's checkout are none of its commits.
    if git(&["rev-parse", "--show-prefix"]).as_deref() != Some("src-tauri/")
        || git(&["ls-files", "build.rs"]).as_deref() != Some("build.rs")
    {
        return;
    }
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name]);
        // Cargo would run this each time for the sake of a file that is not there.
        if let Some(path) = path.filter(|path| Path::new(path).exists()) {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    if let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) {
        println!("cargo:rustc-env=RETAKE_COMMIT={commit}");
    }
}

/// Writes `injected/files.txt` as the list that `src/page_script.rs` includes.
fn write_parts() -> Result<()> {
    let injected = Path::new("../injected").canonicalize()?;
    println!("cargo:rerun-if-changed=../injected");
    let listed = fs::read_to_string(injected.join("files.txt"))?;
    let parts = listed.lines().map(|name| {
        let path = injected.join(name);
        format!("    ({name:?}, include_str!({:?})),\n", path.display().to_string())
    });
    let parts: String = parts.collect();
    let to = Path::new(&env::var("OUT_DIR")?).join("page_script_parts.rs");
    fs::write(to, format!("&[\n{parts}]\n"))?;
    Ok(())
}
