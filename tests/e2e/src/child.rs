//! Processes that end with the test that started them, by their id.

use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A started process. Dropping it ends it.
#[derive(Debug)]
pub struct Process {
    child: Child,
    name: String,
}

impl Process {
    /// Starts `command` with its standard output to be read by the caller.
    pub fn start(name: &str, command: &mut Command) -> Result<Self> {
        let child = (command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn())
            .with_context(|| format!("failed to start {name}: {command:?}"))?;
        Ok(Self { child, name: name.to_owned() })
    }

    /// Its standard output, once.
    pub fn output(&mut self) -> Result<std::process::ChildStdout> {
        self.child.stdout.take().with_context(|| format!("{}: output was taken", self.name))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Closing its input is the polite way; the simulator ends by that alone.
        drop(self.child.stdin.take());
        if let Err(error) = self.child.kill() {
            eprintln!("{} had ended before: {error}", self.name);
        }
        let _ended = self.child.wait();
    }
}
