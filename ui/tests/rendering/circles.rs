//! The modules of the sidebar import each other one way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_module_imports_what_imports_it() {
    let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = BTreeMap::new();
    read(&source, &source, &mut texts);
    assert!(texts.len() > 30, "the sources are found: {}", texts.len());
    let circle = circle_in(&imports(&texts));
    assert_eq!(circle, None, "a circle: move what both need to a module of its own");
}

#[test]
fn a_circle_is_found_whatever_its_length() {
    let texts = [
        ("components::one", "use crate::components::two::Two;"),
        ("components::two", "use crate::three::{self, Three};"),
        ("three", "fn four() { crate::components::one::run() }"),
        ("four", "use crate::three::Three;"),
    ];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let circle = circle_in(&imports(&BTreeMap::from(texts)));
    assert_eq!(circle.map(|circle| circle.len()), Some(3));
}

/// Every source by the path of its module; `mod.rs` and `lib.rs` only list the others.
fn read(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(root, &path, texts);
            continue;
        }
        let inside = path.strip_prefix(root).expect("inside").with_extension("");
        let name = inside.to_string_lossy().replace(['/', '\\'], "::");
        if !matches!(name.rsplit("::").next(), Some("mod" | "lib" | "main")) {
            texts.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
}

/// Which module names which.
fn imports(texts: &BTreeMap<String, String>) -> Imports {
    let named = |name: &str, text: &str| {
        let path = format!("crate::{name}");
        text.match_indices(&path).any(|(at, _)| {
            // `crate::state` is not named by `crate::states`, nor `crate::hooks` by a module in it.
            !text[at + path.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
        })
    };
    let of = |this: &String, text: &str| {
        texts.keys().filter(|name| *name != this && named(name, text)).cloned().collect()
    };
    texts.iter().map(|(name, text)| (name.clone(), of(name, text))).collect()
}

/// A circle, as the modules on it.
fn circle_in(imports: &Imports) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    imports.keys().find_map(|name| walk(name, imports, &mut Vec::new(), &mut done))
}

fn walk(
    name: &String,
    imports: &Imports,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(place) = way.iter().position(|one| one == name) {
        return Some(way[place..].to_vec());
    }
    if !done.insert(name.clone()) {
        return None;
    }
    way.push(name.clone());
    let found = imports[name].iter().find_map(|next| walk(next, imports, way, done));
    way.pop();
    found
}
