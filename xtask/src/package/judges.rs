//! Those who know what a package has to look like: Debian's and freedesktop.org's own tools.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::workspace::{check, output_of, program, root, tools_folder};

/// What a package holds beside the program; a name is its file's end.
const HELD: [&str; 9] = [
    "/usr/bin/retake",
    "/usr/share/applications/Retake.desktop",
    "/usr/share/bash-completion/completions/retake",
    "/usr/share/fish/vendor_completions.d/retake.fish",
    "/usr/share/icons/hicolor/48x48/apps/retake.png",
    "/usr/share/icons/hicolor/scalable/apps/retake.svg",
    "/usr/share/man/man1/retake.1.gz",
    "/usr/share/man/man1/retake-replay.1.gz",
    "/usr/share/metainfo/app.retake.desktop.metainfo.xml",
];

/// Lintian, and the judges of the desktop entry and the software centre's data.
pub(super) fn of_deb(deb: &Path, is_debug: bool) -> Result<()> {
    let folder = root().join("target").join("unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    check(program("dpkg-deb").arg("--extract").arg(deb).arg(&folder))?;
    holds(|path| folder.join(&path[1..]).is_file())?;
    for document in ["copyright", "changelog.gz", "licences.txt.gz", "NEWS.gz", "README.md"] {
        let path = folder.join("usr/share/doc/retake").join(document);
        ensure!(path.is_file(), "the package lacks its document {document}");
    }
    let entry = folder.join("usr/share/applications/Retake.desktop");
    check(program("desktop-file-validate").arg(entry))?;
    check(program("appstreamcli").args(["validate-tree", "--no-net"]).arg(&folder))?;
    says_what_it_needs(deb, &folder.join("usr/bin/retake"))?;
    let mut lintian = program("lintian");
    // What is overridden, and why, stands in packaging/linux/lintian-overrides.
    lintian.args(["--fail-on", "error,warning"]);
    if is_debug {
        lintian.args(["--suppress-tags", "unstripped-binary-or-object"]);
    }
    check(lintian.arg(deb))
}

/// rpm reads it, its digests are right, and it names what videos need.
pub(super) fn of_rpm(rpm: &Path) -> Result<()> {
    check(program("rpm").args(["--checksig", "--verbose"]).arg(rpm))?;
    let about = |question: &str| {
        output_of(program("rpm").args(["--query", "--package", question]).arg(rpm))
    };
    let files = about("--list")?;
    holds(|path| files.lines().any(|line| line == path))?;
    ensure!(files.contains("/usr/share/licenses/retake/licences.txt"), "it lacks the licences");
    let needs = about("--requires")?;
    ensure!(needs.contains("libwebkit2gtk-4.1.so"), "it does not require its webview: {needs}");
    let recommends = about("--recommends")?;
    ensure!(recommends.contains("gstreamer1-plugin-libav"), "videos lack a decoder: {recommends}");
    Ok(())
}

fn holds(has: impl Fn(&str) -> bool) -> Result<()> {
    let missing: Vec<_> = HELD.into_iter().filter(|path| !has(path)).collect();
    ensure!(missing.is_empty(), "the package lacks {}", missing.join(", "));
    Ok(())
}

/// The C library of the package's `Depends` is as new as the program needs it. A program that is built on
/// a newer system needs a newer one.
fn says_what_it_needs(deb: &Path, binary: &Path) -> Result<()> {
    // The tool wants to stand in a source package.
    let folder = tools_folder().join("shlibdeps");
    fs::create_dir_all(folder.join("debian"))?;
    fs::write(
        folder.join("debian/control"),
        "Source: retake\n\nPackage: retake\nArchitecture: any\n",
    )?;
    let mut tool = program("dpkg-shlibdeps");
    tool.current_dir(&folder).arg("-O").arg(binary);
    let needed = output_of(&mut tool)?;
    let said = output_of(program("dpkg-deb").arg("--field").arg(deb).arg("Depends"))?;
    let (needed, said) = (
        libc(&needed).context("dpkg-shlibdeps names no C library")?,
        libc(&said).context("`depends` in tauri.conf.json names no libc6")?,
    );
    let order = [needed, "le", said];
    check(program("dpkg").arg("--compare-versions").args(order)).with_context(|| {
        format!(
            "the program needs libc6 {needed} and tauri.conf.json says {said}; build it on an older \
             system, or say so there"
        )
    })
}

/// The version in `libc6 (>= 2.34)`.
fn libc(depends: &str) -> Option<&str> {
    let (_, rest) = depends.split_once("libc6 (>= ")?;
    rest.split(')').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_c_librarys_version_is_found_among_the_others() {
        let depends = "libdbus-1-3 (>= 1.9), libc6 (>= 2.34), libgtk-3-0 (>= 3.9)";
        assert_eq!(libc(depends), Some("2.34"));
        assert_eq!(libc("libdbus-1-3"), None);
    }
}
