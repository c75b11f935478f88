//! Packages of the operating system: Debian's and Ubuntu's are installed, others are named.
//!
//! Only Linux needs any: elsewhere the webview is a part of the system.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::{answers, check, output_of, program};

/// Debian's names of what the app is built with.
pub(super) const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// Debian's names of what the end-to-end tests run with.
pub(super) const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "dbus-x11",
    "xdotool",
    "xclip",
    "imagemagick",
    "fontconfig",
    "fonts-dejavu-core",
];

/// Debian's names of the engine of WebView2, and its driver.
pub(super) const CHROMIUM: &[&str] = &["chromium", "chromium-driver"];

/// Debian's names of what packages are tried with.
pub(super) const PACKAGE_TESTS: &[&str] =
    &["appstream", "debootstrap", "desktop-file-utils", "dpkg-dev", "lintian", "rpm"];

/// Debian's name of the C compiler for Windows.
pub(super) const WINDOWS: &[&str] = &["gcc-mingw-w64-x86-64"];

/// Debian's names of what runs Windows' programs.
pub(super) const WINE: &[&str] = &["wine", "wine64"];

/// Debian's names of what plays H.264 and AAC in the webview.
const CODECS: &[&str] =
    &["gstreamer1.0-libav", "gstreamer1.0-plugins-bad", "gstreamer1.0-plugins-good"];

/// Installs what plays videos, where its names are known. Elsewhere the app itself says what is missing.
pub(super) fn ensure_codecs() -> Result<()> {
    if cfg!(target_os = "linux") && has_apt() { ensure(CODECS) } else { Ok(()) }
}

/// Installs those of the packages that are missing.
pub(super) fn ensure(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !has_apt() {
        return ensure_by_hand(wanted);
    }
    let missing = missing_of(wanted)?;
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// Whether Chromium and its driver are installed, or can be: Ubuntu has them as snaps alone.
pub(crate) fn has_chromium() -> bool {
    let is_there = answers(program("chromium").arg("--version"))
        && answers(program("chromedriver").arg("--version"));
    is_there || output_of(program("apt-cache").args(["show", "chromium-driver"])).is_ok()
}

/// Whether this is Debian or a derivative.
pub(super) fn has_apt() -> bool {
    answers(program("apt-get").arg("--version")) && answers(program("dpkg-query").arg("--version"))
}

/// Installs packages by `apt-get`, and says so.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    println!("Installing Debian packages: {}", packages.join(" "));
    let advice = || format!("install these packages by hand: {}", packages.join(" "));
    check(apt_get()?.arg("update")).with_context(advice)?;
    let flags = ["install", "--yes", "--no-install-recommends"];
    check(apt_get()?.args(flags).args(packages)).with_context(advice)
}

fn apt_get() -> Result<Command> {
    let mut command = as_root("env")?;
    // sudo drops the environment; a question on the terminal would stop an unattended run.
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    Ok(command)
}

/// A program by its name, to be started as root.
pub(crate) fn as_root(name: &str) -> Result<Command> {
    if output_of(program("id").arg("-u"))?.trim() == "0" {
        return Ok(program(name));
    }
    if !answers(program("sudo").arg("--version")) {
        bail!("this user is not root and there is no sudo, so `{name}` can't be started as root");
    }
    let mut sudo = program("sudo");
    sudo.arg(name);
    Ok(sudo)
}

fn missing_of<'a>(wanted: &[&'a str]) -> Result<Vec<&'a str>> {
    // dpkg-query fails when it does not know one of them, and still lists the others.
    let format = "--showformat=${Package} ${db:Status-Abbrev}\\n";
    let output = program("dpkg-query")
        .args(["--show", format])
        .args(wanted)
        .output()
        .context("failed to start dpkg-query, to see which packages are installed")?;
    Ok(missing_in(wanted, &String::from_utf8_lossy(&output.stdout)))
}

/// Those of `wanted` that the listing (a name and dpkg's status a line) does not show as installed.
fn missing_in<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let installed = |name: &str| {
        listing.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(name) && words.next() == Some("ii")
        })
    };
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

/// Without `apt-get` the names differ, so only what can be seen of them is checked.
fn ensure_by_hand(wanted: &[&str]) -> Result<()> {
    let there = if wanted == BUILD {
        answers(program("pkg-config").args(["--exists", "webkit2gtk-4.1"]))
    } else if wanted == PACKAGE_TESTS {
        false
    } else if wanted == WINE {
        can_start("wine")
    } else if wanted == WINDOWS {
        can_start("x86_64-w64-mingw32-gcc")
    } else {
        ["WebKitWebDriver", "Xvfb", "dbus-run-session"].into_iter().all(can_start)
    };
    if there {
        return Ok(());
    }
    bail!(
        "install your system's packages for what Debian calls {}, then run this again",
        wanted.join(", ")
    )
}

/// Whether there is a program of this name.
fn can_start(name: &str) -> bool {
    answers(program("sh").args(["-c", &format!("command -v {name}")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_package_that_is_fully_installed_counts() {
        let listing = "xvfb ii \nxdotool rc \ndbus-x11 un \n";
        assert_eq!(
            missing_in(&["xvfb", "xdotool", "dbus-x11", "imagemagick"], listing),
            ["xdotool", "dbus-x11", "imagemagick"]
        );
    }

    #[test]
    fn a_longer_name_is_another_package() {
        assert_eq!(missing_in(&["xvfb"], "xvfb-extras ii \n"), ["xvfb"]);
    }

    #[test]
    fn nothing_is_missing_where_all_are_installed() {
        assert!(missing_in(&["xvfb"], "xvfb ii \n").is_empty());
    }
}
