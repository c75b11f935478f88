//! The licences of everything that the app is made of, as one text.
//!
//! `cargo metadata` says which crates those are; their own licence files are taken, and the text of the
//! licence they name where they ship none. Whether a licence is allowed is cargo-deny's to judge.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::workspace::{cargo, output_of, program};

/// What the app's file is made of: the app itself, and the sidebar in it.
const PARTS: [(&str, Option<&str>); 2] =
    [("retake", None), ("retake-ui", Some("wasm32-unknown-unknown"))];

/// What is in it besides crates.
const OTHERS: [(&str, &str); 2] =
    [("The Rust standard library", "MIT OR Apache-2.0"), ("Icons of Lucide", "ISC")];

/// How files with a licence or a notice begin, in small letters.
const FILES: [&str; 5] = ["licen", "copying", "notice", "unlicense", "copyright"];

/// Which crates and things each text is of.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// All of them, each text once, under the names of those that are under it.
pub(super) fn text() -> Result<String> {
    let mut texts = Texts::new();
    let host = host()?;
    for (part, target) in PARTS {
        let metadata = metadata(target.unwrap_or(&host))?;
        for package in parts_of(&metadata, part)? {
            add(&mut texts, package)?;
        }
    }
    for (name, licence) in OTHERS {
        for text in named_texts(name, licence)? {
            texts.entry(text).or_default().insert(format!("{name} ({licence})"));
        }
    }
    Ok(joined(&texts))
}

/// The system that is built for here.
fn host() -> Result<String> {
    let words = output_of(program("rustc").arg("-vV"))?;
    let line = words.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned).context("`rustc -vV` names no host")
}

fn metadata(target: &str) -> Result<Value> {
    let flags = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
    serde_json::from_str(&output_of(cargo().args(flags))?).context("reading `cargo metadata`")
}

/// The crates that `part` is linked with; what only builds or tests it stays outside.
fn parts_of<'a>(metadata: &'a Value, part: &str) -> Result<Vec<&'a Value>> {
    let packages = metadata["packages"].as_array().context("no packages")?;
    let nodes = metadata["resolve"]["nodes"].as_array().context("no graph")?;
    let nodes: BTreeMap<_, _> = nodes.iter().map(|node| (node["id"].as_str(), node)).collect();
    let first = packages.iter().find(|package| package["name"] == part && is_own(package));
    let mut waiting = vec![first.with_context(|| format!("no package {part}"))?["id"].as_str()];
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if seen.insert(id) {
            let deps = nodes.get(&id).and_then(|node| node["deps"].as_array());
            let linked = deps.into_iter().flatten().filter(|dep| is_linked(dep));
            waiting.extend(linked.map(|dep| dep["pkg"].as_str()));
        }
    }
    let is_in = |package: &&Value| seen.contains(&package["id"].as_str()) && !is_own(package);
    Ok(packages.iter().filter(is_in).collect())
}

fn is_own(package: &Value) -> bool {
    package["source"].is_null()
}

fn is_linked(dep: &Value) -> bool {
    dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

fn add(texts: &mut Texts, package: &Value) -> Result<()> {
    let field = |name: &str| package[name].as_str().unwrap_or_default();
    let (name, licence) = (field("name"), field("license"));
    let manifest = Path::new(field("manifest_path"));
    let folder = manifest.parent().with_context(|| format!("{name} has no folder"))?;
    let mut found = own_texts(folder).with_context(|| format!("reading the licences of {name}"))?;
    if found.is_empty() {
        found = named_texts(name, licence)?;
    }
    let whose = format!("{name} {} ({licence}) {}", field("version"), field("repository"));
    for text in found {
        texts.entry(text).or_default().insert(whose.trim_end().to_owned());
    }
    Ok(())
}

/// The licence files that a crate ships.
fn own_texts(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if entry.path().is_file() && FILES.iter().any(|start| name.starts_with(start)) {
            let text = fs::read(entry.path())?;
            found.push(tidy(&String::from_utf8_lossy(&text)));
        }
    }
    Ok(found)
}

/// The texts of the licences that an expression names.
fn named_texts(name: &str, licence: &str) -> Result<Vec<String>> {
    let expression = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX)
        .map_err(|error| anyhow::anyhow!("{name} is under `{licence}`: {error}"))?;
    let mut found = Vec::new();
    for requirement in expression.requirements() {
        let Some(id) = requirement.req.license.id() else {
            bail!("{name} is under `{licence}` and ships no text of it");
        };
        found.push(tidy(id.text()));
    }
    Ok(found)
}

/// The same text, however its lines end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn joined(texts: &Texts) -> String {
    let mut joined =
        "Retake is made with the work of others, under these licences. Where one may be \
                      chosen among several, all are given.\n"
            .to_owned();
    for (text, whose) in texts {
        let rule = "=".repeat(80);
        let names: Vec<&str> = whose.iter().map(String::as_str).collect();
        // Writing to a text can't fail.
        let _ = write!(joined, "\n{rule}\n{}\n{rule}\n\n{text}\n", names.join("\n"));
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_there_once_with_all_whose_it_is() {
        let whose = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let texts = Texts::from([("Do as you like.".to_owned(), whose(&["a 1.0", "b 2.0"]))]);
        let joined = joined(&texts);
        assert!(joined.contains("\na 1.0\nb 2.0\n"), "{joined}");
        assert_eq!(joined.matches("Do as you like.").count(), 1);
    }

    #[test]
    fn a_named_licence_has_its_text() {
        let texts = named_texts("a", "MIT/Apache-2.0").unwrap();
        assert_eq!(texts.len(), 2);
        assert!(texts.iter().any(|text| text.contains("Apache License")));
        assert!(named_texts("a", "As-You-Like").is_err());
    }

    #[test]
    fn what_is_only_built_or_tested_with_is_no_part() {
        let dep = |kind: &str| serde_json::json!({ "dep_kinds": [{ "kind": kind }] });
        assert!(!is_linked(&dep("dev")) && !is_linked(&dep("build")));
        assert!(is_linked(&serde_json::json!({ "dep_kinds": [{ "kind": null }] })));
    }
}
