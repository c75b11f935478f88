//! A command that runs beside a long step, which leaves the processor idle much of the time. It has the
//! lowest priority, and what it prints is shown when it is waited for.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::{program, shown, tools_folder};

/// A command under way. Dropping it ends it.
pub(crate) struct Background {
    line: String,
    child: Child,
    /// Where its output goes.
    log: PathBuf,
}

impl Background {
    /// Starts `command`; its output goes to a file of this name until it is waited for.
    pub(crate) fn start(name: &str, command: &Command) -> Result<Self> {
        let line = shown(command);
        let folder = tools_folder();
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        let log = folder.join(name);
        let output = File::create(&log).with_context(|| format!("creating {}", log.display()))?;
        let errors = output.try_clone().context("sharing the file between two outputs")?;
        let child = program("nice")
            .args(["-n", "19"])
            .arg(command.get_program())
            .args(command.get_args())
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .with_context(|| format!("failed to start `{line}`"))?;
        Ok(Self { line, child, log })
    }

    /// Waits for its end, and shows what it printed.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status = self.child.wait().with_context(|| format!("waiting for `{}`", self.line))?;
        println!("$ {}", self.line);
        let printed = fs::read_to_string(&self.log);
        print!("{}", printed.with_context(|| format!("reading {}", self.log.display()))?);
        if !status.success() {
            bail!("`{}` failed ({status}); its own words are above", self.line);
        }
        Ok(())
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(name: &str, script: &str) -> Result<()> {
        let mut command = program("sh");
        command.args(["-c", script]);
        Background::start(name, &command)?.finish()
    }

    #[test]
    fn a_failure_beside_other_work_is_a_failure() {
        assert!(ran("background-test-ok.log", "exit 0").is_ok());
        let error = ran("background-test-failed.log", "exit 3").unwrap_err().to_string();
        assert!(error.starts_with("`sh -c exit 3` failed"), "{error}");
    }
}
