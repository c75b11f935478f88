//! The commands are listed once. That each is allowed to some webview, and called by the sidebar or the
//! page script, no compiler checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::list::{SPLICE, with_commands};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The texts of all files below `folder` that end in `ending`, one after another.
fn all_of(folder: &str, ending: &str) -> String {
    let mut folders = vec![root().join(folder)];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("node_modules")).then_some(path));
            } else if path.to_string_lossy().ends_with(ending) {
                text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    text
}

fn quoted(text: &str) -> BTreeSet<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

macro_rules! names {
    ($($module:ident :: $command:ident,)+) => { [$(stringify!($command),)+ SPLICE] };
}

fn declared() -> BTreeSet<String> {
    with_commands!(names).into_iter().map(str::to_owned).collect()
}

#[test]
fn every_declared_command_is_allowed_to_some_webview() {
    let allowed = quoted(&all_of("src-tauri/capabilities", ".json"));
    let allowed = allowed.iter().filter_map(|text| text.strip_prefix("allow-"));
    let allowed: BTreeSet<String> = allowed.map(|name| name.replace('-', "_")).collect();
    assert_eq!(allowed, declared());
}

#[test]
fn every_declared_command_has_a_caller() {
    let callers = all_of("ui/src", ".rs") + &all_of("injected", ".js");
    let mut uncalled = declared();
    uncalled.retain(|name| !callers.contains(&format!("\"{name}\"")));
    assert!(uncalled.is_empty(), "nobody calls {uncalled:?}");
}

#[test]
fn what_the_sidebar_calls_is_declared() {
    let ui = all_of("ui/src", ".rs");
    let declared = declared();
    let calls = ui.split("call(\"").skip(1).chain(ui.split("invoke(\"").skip(1));
    let names: BTreeSet<_> = calls.map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(names.len() > 30, "the calls are found: {names:?}");
    let unknown: Vec<_> = names.into_iter().filter(|name| !declared.contains(*name)).collect();
    assert!(unknown.is_empty(), "no such command: {unknown:?}");
}
