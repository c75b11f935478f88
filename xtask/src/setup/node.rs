//! Node.js and npm, which the simulator and the page script's tests run on.

use anyhow::{Result, bail};

use super::packages;
use crate::npm::npm_name;
use crate::workspace::{answers, check, output_of, program, tools_folder};

/// The oldest major version that the simulator's build and the test runner work with.
const OLDEST: u32 = 20;

/// Debian 12 and Ubuntu 24.04 carry an older Node: with its npm a newer one is fetched.
const NEWER: [&str; 2] = ["node@22", "npm@10"];

/// Sees to it that a Node that is new enough, and npm, can be started.
pub(super) fn ensure() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if packages::has_apt() && !has_npm() {
        packages::install(&["nodejs", "npm"])?;
    }
    if !is_there() && has_npm() {
        fetch_newer()?;
    }
    if is_there() {
        return Ok(());
    }
    bail!("install Node.js {OLDEST} or newer with npm (https://nodejs.org), then run this again")
}

fn is_there() -> bool {
    let version = output_of(program("node").arg("--version")).ok();
    version.as_deref().and_then(major).is_some_and(|major| major >= OLDEST) && has_npm()
}

fn has_npm() -> bool {
    answers(program(npm_name()).arg("--version"))
}

/// Installs a newer Node from npm's registry, for this repository alone.
fn fetch_newer() -> Result<()> {
    let folder = tools_folder().join("node");
    println!("This machine's Node.js is older than {OLDEST}: fetching {} from npm", NEWER[0]);
    std::fs::create_dir_all(&folder)?;
    let flags = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix"];
    check(program(npm_name()).args(flags).arg(&folder).args(NEWER))
}

/// The major version in what `node --version` prints (`v20.20.2`).
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_nodes_own_words() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v18.4.0-nightly\n"), Some(18));
    }

    #[test]
    fn other_words_are_no_version() {
        assert_eq!(major(""), None);
        assert_eq!(major("node: not found"), None);
    }
}
