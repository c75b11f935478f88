//! The stand-in for grok.com, as a child of `run --demo`.
//!
//! It ends when its standard input closes, so also when xtask is killed. The
//! end-to-end tests start their own. What it shows and plays is `tests/grok-sim`'s business.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::npm::Folder;
use crate::workspace;

/// Which of Grok's pages it plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum DemoPage {
    /// Of spring 2026
    V1,
    /// Of autumn 2026
    #[default]
    V2,
}

/// A running simulator. Dropping it ends it.
pub(crate) struct Simulator {
    child: Child,
    url: String,
}

impl Simulator {
    /// Starts the demo on a free port and waits until it serves.
    pub(crate) fn start_demo(page: DemoPage) -> Result<Self> {
        let version = match page {
            DemoPage::V1 => "v1",
            DemoPage::V2 => "v2",
        };
        let mut child = workspace::program("node")
            .arg("server/main.mjs")
            .args(["--demo", "--version", version, "--port", "0", "--until-stdin-closes"])
            .current_dir(Folder::Simulator.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("failed to start the simulator by node")?;
        let output = child.stdout.take().context("the simulator has no standard output")?;
        let mut simulator = Self { child, url: String::new() };
        simulator.url = first_url(output)?;
        Ok(simulator)
    }

    /// Where it serves, as it said itself.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // It keeps nothing that a hard end could harm. Neither call can fail in a way that matters:
        // a simulator that is gone already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads the line that says it is ready, and passes on whatever it prints later.
fn first_url(output: ChildStdout) -> Result<String> {
    let mut lines = BufReader::new(output);
    let mut line = String::new();
    lines.read_line(&mut line).context("failed to read what the simulator prints")?;
    if line.is_empty() {
        bail!("the simulator ended before it was ready; its own words are above");
    }
    let url = url_in(&line)?;
    // Unread, the pipe would fill and stop the simulator.
    thread::spawn(move || {
        for line in lines.lines().map_while(Result::ok) {
            let _ = writeln!(std::io::stdout(), "simulator: {line}");
        }
    });
    Ok(url)
}

/// The `url` of the simulator's first line, `{"url": "http://127.0.0.1:40123"}`.
fn url_in(line: &str) -> Result<String> {
    let value: serde_json::Value = serde_json::from_str(line)
        .with_context(|| format!("the simulator's first line is not JSON: {}", line.trim()))?;
    value["url"]
        .as_str()
        .map(str::to_owned)
        .with_context(|| format!("the simulator's first line has no url: {}", line.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_gives_the_url() {
        let line = "{\"url\":\"http://127.0.0.1:40123\",\"demo\":true}\n";
        assert_eq!(url_in(line).unwrap(), "http://127.0.0.1:40123");
    }

    #[test]
    fn another_line_is_shown_in_the_error() {
        let error = format!("{:#}", url_in("listening on 40123\n").unwrap_err());
        assert!(error.contains("is not JSON: listening on 40123"), "{error}");
        let error = format!("{:#}", url_in("{\"port\":40123}\n").unwrap_err());
        assert!(error.contains("has no url: {\"port\":40123}"), "{error}");
    }
}
