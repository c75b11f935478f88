//! The releases in `CHANGELOG.md`: their versions, dates and what is said of each.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::workspace::root;

/// What can be said after `cargo xtask changes`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The release, such as 0.2.0 or v0.2.0: it has to be the version that Cargo.toml names
    version: String,
}

/// Prints the release's section, for its page. A tag of another version is an error.
pub(crate) fn print(options: &Options) -> Result<()> {
    let changes =
        fs::read_to_string(root().join("CHANGELOG.md")).context("reading CHANGELOG.md")?;
    let version = options.version.trim_start_matches('v');
    let own = env!("CARGO_PKG_VERSION");
    ensure!(version == own, "{version} is asked for, and Cargo.toml says {own}: tag that one");
    let found = releases(&changes).into_iter().find(|release| release.version == version);
    let release = found.with_context(|| {
        format!("CHANGELOG.md has no section `## [{version}] - <day>`; write it before the tag")
    })?;
    println!("{}", release.text);
    Ok(())
}

/// A release's section.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Release<'a> {
    /// Its version, such as `0.2.0`.
    pub(crate) version: &'a str,
    /// Its day, such as `2026-11-26`.
    pub(crate) date: &'a str,
    /// What changed, in Markdown, without the section's heading.
    pub(crate) text: &'a str,
}

/// All of them, in the file's order, which is newest first. What is unreleased is none.
pub(crate) fn releases(changes: &str) -> Vec<Release<'_>> {
    changes.split("\n## ").skip(1).filter_map(release).collect()
}

/// A section that begins `[0.2.0] - 2026-11-26`.
fn release(section: &str) -> Option<Release<'_>> {
    let (heading, text) = section.split_once('\n')?;
    let (version, date) = heading.strip_prefix('[')?.split_once("] - ")?;
    Some(Release { version, date: date.trim(), text: text.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGES: &str = "# Changelog\n\n## [Unreleased]\n\n- Soon.\n\n\
         ## [0.2.0] - 2026-11-26\n\n### Added\n\n- All.\n\n## [0.1.0] - 2026-01-02\n\n- Some.\n";

    #[test]
    fn each_release_has_its_day_and_its_text() {
        let all = releases(CHANGES);
        let texts: Vec<_> = all.iter().map(|one| (one.version, one.date, one.text)).collect();
        assert_eq!(
            texts,
            [("0.2.0", "2026-11-26", "### Added\n\n- All."), ("0.1.0", "2026-01-02", "- Some.")]
        );
    }

    #[test]
    fn every_place_that_names_the_version_names_the_same() {
        let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
        let changes = read("CHANGELOG.md");
        let newest = releases(&changes).remove(0);
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(newest.version, version, "CHANGELOG.md");
        let config = read("tauri.conf.json");
        assert!(config.contains(&format!("\"version\": \"{version}\"")), "tauri.conf.json");
        let release = format!("<release version=\"{version}\" date=\"{}\"/>", newest.date);
        assert!(
            read("packaging/linux/app.retake.desktop.metainfo.xml").contains(&release),
            "the metainfo lacks {release}"
        );
    }
}
