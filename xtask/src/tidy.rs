//! The project's own rules, which no ready-made tool checks.
//!
//! Each rule is a function over a path and a text, and each finding says which file to edit and
//! how. What a compiler, a formatter or a linter can find is left to them.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::workspace::{output_of, program, root};

mod guide;
mod languages;
mod local_paths;
mod migrations;
mod module_docs;
mod npm_licences;
mod rules;

/// A broken rule: the file to edit, from the root, and what to do there.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    file: String,
    advice: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file, self.advice)
    }
}

/// A file of the repository, as the rules see it.
struct File {
    path: String,
    text: String,
}

/// Checks every file that git knows or would add.
pub(crate) fn check() -> Result<()> {
    let files = files()?;
    let mut findings: Vec<Finding> = files.iter().flat_map(of_one_file).collect();
    findings.extend(migrations::findings(&files)?);
    findings.extend(rules::findings(&files));
    findings.extend(languages::findings(&files));
    findings.extend(guide::findings(&files));
    if findings.is_empty() {
        println!("{} files keep to them", files.len());
        return Ok(());
    }
    for finding in &findings {
        println!("{finding}");
    }
    bail!(
        "{} places break one of the project's rules; each line above names the file to edit",
        findings.len()
    )
}

fn of_one_file(file: &File) -> Vec<Finding> {
    let found = [
        module_docs::finding(&file.path, &file.text),
        local_paths::finding(&file.path, &file.text),
        lints_apply(&file.path, &file.text),
        npm_licences::finding(&file.path, &file.text),
    ];
    let name = |advice| Finding { file: file.path.clone(), advice };
    found.into_iter().flatten().map(name).collect()
}

/// A crate that forgets this line escapes every lint of the workspace without a word.
fn lints_apply(path: &str, text: &str) -> Option<String> {
    let is_crate = path.ends_with("/Cargo.toml") && text.contains("[package]");
    if !is_crate || text.contains("[lints]\nworkspace = true") {
        return None;
    }
    Some("add `[lints]` with `workspace = true`, so that the workspace's lints apply".to_owned())
}

/// The text files, without what `.gitignore` names and what was deleted.
fn files() -> Result<Vec<File>> {
    let flags = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listing = output_of(program("git").args(flags))?;
    let mut paths: Vec<&str> = listing.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    Ok(paths.into_iter().filter_map(|path| read(&root(), path)).collect())
}

/// A picture or a video is no text, and a deleted file is none either.
fn read(root: &Path, path: &str) -> Option<File> {
    let text = fs::read_to_string(root.join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_without_the_workspace_lints_is_found() {
        assert!(lints_apply("crates/new/Cargo.toml", "[package]\nname = \"new\"\n").is_some());
    }

    #[test]
    fn a_crate_with_them_and_the_workspace_itself_are_fine() {
        let text = "[package]\nname = \"new\"\n\n[lints]\nworkspace = true\n";
        assert_eq!(lints_apply("crates/new/Cargo.toml", text), None);
        assert_eq!(lints_apply("Cargo.toml", "[workspace]\n"), None);
    }

    #[test]
    fn a_finding_starts_with_the_file_to_edit() {
        let finding = Finding { file: "ui/src/lib.rs".to_owned(), advice: "open it".to_owned() };
        assert_eq!(finding.to_string(), "ui/src/lib.rs: open it");
    }
}
