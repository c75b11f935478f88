//! npm in one of the repository's JavaScript folders: install what the lock file says, run a script.
//!
//! Which scripts there are stands in each folder's `package.json`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace;

/// A folder with a `package.json` and a `package-lock.json`, from the root.
#[derive(Clone, Copy)]
pub(crate) enum Folder {
    /// The page script: its type-check and its tests.
    Injected,
    /// The stand-in for grok.com.
    Simulator,
}

impl Folder {
    /// The folder's full path.
    pub(crate) fn path(self) -> PathBuf {
        workspace::root().join(match self {
            Self::Injected => "injected",
            Self::Simulator => "tests/grok-sim",
        })
    }

    /// Installs what the lock file says; does nothing when that was done for this lock file.
    pub(crate) fn install(self) -> Result<()> {
        let folder = self.path();
        let lock = folder.join("package-lock.json");
        let wanted =
            fs::read(&lock).with_context(|| format!("failed to read {}", lock.display()))?;
        let mark = folder.join("node_modules").join(".installed-lock.json");
        if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        self.npm(&["ci", "--no-audit", "--no-fund"])?;
        write_mark(&mark, &wanted)
    }

    /// Runs a script of the folder's `package.json`.
    pub(crate) fn script(self, name: &str) -> Result<()> {
        self.npm(&["run", "--silent", name])
    }

    fn npm(self, arguments: &[&str]) -> Result<()> {
        workspace::check(workspace::program(npm_name()).args(arguments).current_dir(self.path()))
            .with_context(|| format!("in {}", self.path().display()))
    }
}

fn write_mark(mark: &Path, lock: &[u8]) -> Result<()> {
    // A lock file without packages makes no folder.
    if let Some(folder) = mark.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to create {}", folder.display()))?;
    }
    fs::write(mark, lock).with_context(|| format!("failed to write {}", mark.display()))
}

/// npm is a script, and Windows names scripts by their ending.
pub(crate) fn npm_name() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
