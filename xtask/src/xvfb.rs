//! A private virtual display for what drives the app, so that no window jumps at the user.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};

use crate::npm::Folder;
use crate::workspace;

/// Runs cargo with `arguments`, which drive the app `binary` and the simulator, on a display of its own.
pub(crate) fn drive_app(binary: &Path, arguments: &[&str]) -> Result<()> {
    let xvfb = Xvfb::start()?;
    let mut command = workspace::program("dbus-run-session");
    command
        .arg("--")
        .arg(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .env("RETAKE_BINARY", binary)
        .env("RETAKE_SIM", Folder::Simulator.path())
        .env("DISPLAY", &xvfb.display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY");
    workspace::check(&mut command)
}

/// A running Xvfb. Dropping it ends it.
pub(crate) struct Xvfb {
    child: Child,
    display: String,
}

impl Xvfb {
    /// Starts one on a free display, large enough for the app and its sidebar.
    pub(crate) fn start() -> Result<Self> {
        // It picks the display itself and writes the number when it is ready for clients.
        let mut child = workspace::program("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("failed to start Xvfb, the virtual display")?;
        let output = child.stdout.take().context("Xvfb has no standard output")?;
        let mut xvfb = Self { child, display: String::new() };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).context("failed to read Xvfb's display")?;
        xvfb.display = display_in(&line)?;
        Ok(xvfb)
    }

    /// Its display, as in `DISPLAY`.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Xvfb {
    fn drop(&mut self) {
        // An Xvfb that is gone already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn display_in(line: &str) -> Result<String> {
    let number = line.trim();
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        bail!("Xvfb ended without a display; run `Xvfb -displayfd 1` to see why");
    }
    Ok(format!(":{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_becomes_a_display() {
        assert_eq!(display_in("99\n").unwrap(), ":99");
    }

    #[test]
    fn no_number_is_an_error_that_says_what_to_do() {
        assert!(display_in("").unwrap_err().to_string().contains("Xvfb -displayfd 1"));
    }
}
