//! `cargo xtask papers`: what packages hold besides the program and its icons, written to
//! `target/papers`.
//!
//! Tauri's command line calls it between building and bundling (`beforeBundleCommand`), so it is there
//! for the packages. Which file goes where stands in `tauri.conf.json`; what is written by hand lies in
//! `packaging`. Licences are needed everywhere, the rest on Linux alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace::{check, output_of, program, root, target_folder};

pub(crate) mod changelog;
mod licences;

/// Where they are written, from the root; `tauri.conf.json` names it.
const FOLDER: &str = "target/papers";

/// Writes all of it again.
pub(crate) fn write() -> Result<()> {
    let folder = root().join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {FOLDER}"))?;
    }
    write_licences()?;
    if cfg!(target_os = "linux") {
        write_by_the_app(&folder)?;
        write_for_debian(&folder)?;
    }
    println!("the papers are in {FOLDER}");
    Ok(())
}

/// Writes the licences of everything that the app is made of, and says where.
pub(crate) fn write_licences() -> Result<PathBuf> {
    let file = root().join(FOLDER).join("licences.txt");
    write_text(&file, &licences::text()?)?;
    Ok(file)
}

/// Man pages and completions: the app itself makes them of its command line.
fn write_by_the_app(folder: &Path) -> Result<()> {
    let (man, completions) = (folder.join("man"), folder.join("completions"));
    check(program(&built_app()?.to_string_lossy()).arg("papers").arg(&completions))?;
    fs::create_dir_all(&man)?;
    for entry in fs::read_dir(&completions)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "1") {
            let page = man.join(path.file_name().unwrap_or_default());
            fs::rename(&path, &page)?;
            compress(&page)?;
        }
    }
    Ok(())
}

/// The app that Tauri's command line has just built.
fn built_app() -> Result<PathBuf> {
    let is_debug = std::env::var("TAURI_ENV_DEBUG").is_ok_and(|value| value == "true");
    Ok(target_folder()?.join(if is_debug { "debug" } else { "release" }).join("retake"))
}

/// The folder of documents, as Debian's policy wants it.
fn write_for_debian(folder: &Path) -> Result<()> {
    let to = folder.join("debian");
    fs::create_dir_all(&to)?;
    fs::copy(root().join("packaging/linux/copyright"), to.join("copyright"))?;
    fs::copy(root().join("README.md"), to.join("README.md"))?;
    let changes =
        fs::read_to_string(root().join("CHANGELOG.md")).context("reading CHANGELOG.md")?;
    write_text(&to.join("NEWS"), &changes)?;
    write_text(&to.join("changelog"), &debian_changelog(&changes)?)?;
    fs::copy(folder.join("licences.txt"), to.join("licences.txt"))?;
    for name in ["NEWS", "changelog", "licences.txt"] {
        compress(&to.join(name))?;
    }
    Ok(())
}

/// The releases in the form that Debian's tools read. What changed stands beside it, in `NEWS.gz`.
fn debian_changelog(changes: &str) -> Result<String> {
    let entry = |release: changelog::Release<'_>| {
        let date = ["--utc", "--rfc-email", "--date", release.date];
        let date = output_of(program("date").env("LC_ALL", "C").args(date))?;
        Ok(format!(
            "retake ({}) unstable; urgency=medium\n\n  * What changed is in \
             /usr/share/doc/retake/NEWS.gz.\n\n -- {MAINTAINER}  {}\n\n",
            release.version,
            date.trim()
        ))
    };
    changelog::releases(changes).into_iter().map(entry).collect()
}

/// Debian wants an address; the project has none but its repository.
const MAINTAINER: &str = "The Retake maintainers <maintainers@retake.invalid>";

/// Replaces a file by its compressed form, the same bytes at every time.
fn compress(file: &Path) -> Result<()> {
    check(program("gzip").args(["--best", "--no-name", "--force"]).arg(file))
}

fn write_text(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().context("a file lies in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn debian_hears_of_each_release() {
        let text =
            debian_changelog("## [Unreleased]\n\n## [0.2.0] - 2026-11-26\n- All.\n").unwrap();
        assert!(text.starts_with("retake (0.2.0) unstable; urgency=medium\n"), "{text}");
        assert!(text.contains(">  Thu, 26 Nov 2026 00:00:00 +0000\n"), "{text}");
    }
}
