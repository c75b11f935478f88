//! A migration that someone may have run is never edited: their database would differ from ours.
//!
//! `xtask/migrations.txt` holds git's id of each migration's content. This module compares; when a
//! migration runs, and what it does, is `crates/store`'s.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::{File, Finding};
use crate::workspace::{output_of, program};

const FOLDER: &str = "crates/store/migrations/";
const RECORD: &str = "xtask/migrations.txt";

/// What differs between the migrations and their record.
pub(super) fn findings(files: &[File]) -> Result<Vec<Finding>> {
    let record = files.iter().find(|file| file.path == RECORD);
    let record = record.with_context(|| format!("{RECORD} is missing; it may be empty"))?;
    let paths = files.iter().map(|file| file.path.as_str());
    let paths: Vec<&str> = paths.filter(|path| is_migration(path)).collect();
    let ids = output_of(program("git").args(["hash-object", "--no-filters", "--"]).args(&paths))?;
    let present = paths.into_iter().zip(ids.lines()).collect();
    Ok(compared(&present, &read_record(&record.text)))
}

fn is_migration(path: &str) -> bool {
    path.starts_with(FOLDER) && Path::new(path).extension().is_some_and(|ending| ending == "sql")
}

/// Path to id, of lines `<id> <path>`; `#` opens a comment.
fn read_record(text: &str) -> BTreeMap<&str, &str> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(id, path)| (path, id)).collect()
}

fn compared(present: &BTreeMap<&str, &str>, recorded: &BTreeMap<&str, &str>) -> Vec<Finding> {
    let new_or_edited = present.iter().filter_map(|(path, id)| match recorded.get(path) {
        Some(known) if known == id => None,
        Some(_) => Some(finding(
            path,
            format!(
                "put it back as it was and write a new migration instead; only while no release \
                 contains it, replace its line in {RECORD} by `{id} {path}`"
            ),
        )),
        None => Some(finding(RECORD, format!("add the new migration's line `{id} {path}`"))),
    });
    let gone = recorded.keys().filter(|path| !present.contains_key(*path));
    let gone = gone.map(|path| finding(path, "put this migration back".to_owned()));
    new_or_edited.chain(gone).collect()
}

fn finding(file: &str, advice: String) -> Finding {
    Finding { file: file.to_owned(), advice }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORDED: &str = "# ids\naaaa crates/store/migrations/0001_first.sql\n";
    const FIRST: &str = "crates/store/migrations/0001_first.sql";

    fn check(present: &[(&'static str, &'static str)]) -> Vec<String> {
        let found = compared(&present.iter().copied().collect(), &read_record(RECORDED));
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_untouched_migration_passes() {
        assert!(check(&[(FIRST, "aaaa")]).is_empty());
    }

    #[test]
    fn an_edited_one_is_to_be_put_back() {
        let found = check(&[(FIRST, "bbbb")]);
        assert!(found[0].starts_with(&format!("{FIRST}: put it back")), "{found:?}");
    }

    #[test]
    fn a_new_one_is_to_be_recorded_by_a_line_to_copy() {
        let second = "crates/store/migrations/0002_second.sql";
        assert_eq!(
            check(&[(FIRST, "aaaa"), (second, "cccc")]),
            [format!("{RECORD}: add the new migration's line `cccc {second}`")]
        );
    }

    #[test]
    fn a_deleted_one_is_to_come_back() {
        assert_eq!(check(&[]), [format!("{FIRST}: put this migration back")]);
    }
}
