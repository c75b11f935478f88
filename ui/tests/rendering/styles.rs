//! The style sheets are joined into one: where two of them style the same class, the later one changes
//! what belongs to the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[test]
fn every_class_is_styled_in_one_sheet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut sheets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the style sheets are there") {
        let path = entry.expect("an entry").path();
        let sheet = path.file_name().expect("a name").to_string_lossy().into_owned();
        for class in classes(&fs::read_to_string(&path).expect("a text")) {
            sheets.entry(class).or_default().insert(sheet.clone());
        }
    }
    assert!(sheets.len() > 100, "the classes are found: {}", sheets.len());
    sheets.retain(|_, sheets| sheets.len() > 1);
    assert!(sheets.is_empty(), "styled more than once: {sheets:?}");
}

#[test]
fn a_class_that_stands_alone_is_found_and_one_of_a_medium_is_not() {
    let sheet = "
        @layer parts {
          /* .said { } */
          .tile, ul.list { color: red; }
          .tile .name { color: red; }
          @media (forced-colors: active) { .lost { color: red; } }
          .last { color: red; }
        }";
    assert_eq!(classes(sheet), ["last", "list", "tile"].map(str::to_owned).into());
}

/// The classes that a sheet styles wherever they stand: alone in a selector, and not for a medium alone.
fn classes(sheet: &str) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    let (mut depth, mut medium, mut selector) = (0, None, String::new());
    for character in without_comments(sheet).chars() {
        match character {
            '{' => {
                depth += 1;
                let name = selector.trim();
                if name.starts_with("@media") && medium.is_none() {
                    medium = Some(depth);
                } else if medium.is_none() {
                    classes.extend(name.split(',').filter_map(alone).map(str::to_owned));
                }
                selector.clear();
            }
            '}' => {
                medium = medium.filter(|&begun| begun < depth);
                depth -= 1;
                selector.clear();
            }
            ';' => selector.clear(),
            _ => selector.push(character),
        }
    }
    classes
}

fn alone(selector: &str) -> Option<&str> {
    let (element, class) = selector.trim().split_once('.')?;
    let is_name = |text: &str| text.chars().all(|one| one.is_ascii_alphanumeric() || one == '-');
    (is_name(element) && is_name(class)).then_some(class)
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |text, (_, rest)| text + rest)
}
