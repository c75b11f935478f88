//! Copies rows of a file from outside into a fresh database of the same version. What the fresh
//! database computes by its own triggers (totals, search texts) is left to them.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};

use super::foreign::{Finding, Foreign, unfit};
use crate::StoreError;

/// The tables that are copied, in an order in which triggers find the rows that they look for.
/// Settings and what Grok said is left are left out: those that are here stay.
pub(super) const COPIED: &[&str] = &[
    "images",
    "preferences",
    "posts",
    "sessions",
    "attempts",
    "attempt_aliases",
    "actions",
    "presses",
    "log_lines",
    "extension_entries",
    "extension_sessions",
    "pictures",
    "kept_prompts",
    "kept_videos",
    "queue_entries",
    "image_tags",
    "attempt_tags",
    "library_filters",
];

/// What triggers compute in the tables that are copied.
const COMPUTED: &[(&str, &[&str])] = &[
    (
        "images",
        &[
            "attempts",
            "completed",
            "moderated",
            "failed",
            "sessions",
            "active_sessions",
            "last_active_at",
            "saved",
            "last_outcome",
            "made_at",
        ],
    ),
    ("attempts", &["saved", "made_at"]),
];

/// Numbers that were given out once never come back, also those of rows that are gone.
const NUMBERED: &[&str] = &["sessions", "actions"];
/// The largest number that is taken over: there must be room for those to come.
const MAX_NUMBER: i64 = 1 << 53;

/// Copies everything, or answers what kept it from being copied.
pub(super) fn copy(
    foreign: &Foreign,
    fresh: &mut Connection,
    video_folder: Option<&Path>,
) -> Result<(), StoreError> {
    copy_tables(foreign, fresh, video_folder).map_err(|finding| foreign.damaged(&finding))
}

fn copy_tables(
    foreign: &Foreign,
    fresh: &mut Connection,
    video_folder: Option<&Path>,
) -> Result<(), Finding> {
    let transaction = fresh.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for table in COPIED {
        copy_table(foreign, &transaction, table)?;
    }
    for table in NUMBERED {
        raise_number(foreign, &transaction, table)?;
    }
    keep_videos_of(&transaction, video_folder)?;
    Ok(transaction.commit()?)
}

fn copy_table(foreign: &Foreign, fresh: &Transaction<'_>, table: &str) -> Result<(), Finding> {
    let wanted = columns_of(fresh, table)?;
    if wanted.is_empty() {
        // This version had no such table yet.
        return Ok(());
    }
    let there = foreign.columns(table)?.ok_or_else(|| unfit(table, "is missing"))?;
    let computed =
        COMPUTED.iter().find(|(of, _)| *of == table).map_or(&[][..], |(_, columns)| columns);
    let wanted: Vec<_> =
        wanted.into_iter().filter(|column| !computed.contains(&column.as_str())).collect();
    if let Some(missing) = wanted.iter().find(|column| !there.contains(column)) {
        return Err(unfit(table, format!("lacks the column `{missing}`")));
    }
    let names = wanted.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let places = vec!["?"; wanted.len()].join(", ");
    let mut insert = fresh.prepare(&format!("INSERT INTO {table} ({names}) VALUES ({places})"))?;
    // No index of the file is believed.
    let mut query = foreign.prepare(&format!("SELECT {names} FROM {table} NOT INDEXED"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let values: rusqlite::Result<Vec<Value>> =
            (0..wanted.len()).map(|place| row.get(place)).collect();
        insert.execute(params_from_iter(values?))?;
    }
    Ok(())
}

fn columns_of(fresh: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut query = fresh.prepare("SELECT name FROM pragma_table_info(?1)")?;
    query.query_map([table], |row| row.get(0))?.collect()
}

fn raise_number(foreign: &Foreign, fresh: &Transaction<'_>, table: &str) -> Result<(), Finding> {
    if foreign.columns("sqlite_sequence")?.is_none() {
        return Ok(());
    }
    let number: Option<Value> = foreign
        .prepare("SELECT max(seq) FROM sqlite_sequence WHERE name = ?1")?
        .query_row([table], |row| row.get(0))?;
    let Some(Value::Integer(number)) = number else { return Ok(()) };
    if !(0..=MAX_NUMBER).contains(&number) {
        return Err(unfit(table, format!("has given out the number {number}")));
    }
    let known = fresh.execute(
        "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1",
        (table, number),
    )?;
    if known == 0 {
        fresh
            .execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (table, number))?;
    }
    Ok(())
}

/// No path of the file is believed: a saved video is known again where a file of its name lies in
/// the folder of this machine. The others were not asked for here.
fn keep_videos_of(fresh: &Transaction<'_>, folder: Option<&Path>) -> rusqlite::Result<()> {
    if columns_of(fresh, "kept_videos")?.is_empty() {
        return Ok(());
    }
    let rows: Vec<(i64, Option<String>)> = fresh
        .prepare("SELECT number, path FROM kept_videos")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (number, path) in rows {
        let here = path.as_deref().and_then(|path| file_here(path, folder?));
        match here {
            Some(path) => fresh.execute(
                "UPDATE kept_videos SET path = ?2, partial = NULL, failure = NULL WHERE number = ?1",
                (number, path),
            )?,
            None => fresh.execute("DELETE FROM kept_videos WHERE number = ?1", [number])?,
        };
    }
    Ok(())
}

/// No file is replaced because of a backup (spec N9): none is asked for, and where the backup does not tell
/// when a file was last written to, it counts as changed. `fresh` is of the newest version.
pub(super) fn replace_nothing(fresh: &Connection) -> rusqlite::Result<()> {
    fresh.execute_batch(
        "UPDATE kept_videos
         SET modified_at = coalesce(modified_at, 0), better_asked_at = NULL, better_quality = NULL,
             better_bytes = NULL, better_modified_at = NULL",
    )
}

/// The file of this name in `folder`, whichever system wrote the path.
fn file_here(path: &str, folder: &Path) -> Option<String> {
    let name = path.rsplit(['/', '\\']).next().filter(|name| !matches!(*name, "" | "." | ".."))?;
    let file = folder.join(name);
    let is_file = file.symlink_metadata().is_ok_and(|about| about.is_file());
    is_file.then(|| file.to_str().map(str::to_owned)).flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{connection, schema};

    /// What the fresh database makes by itself, or what stays as it is here.
    const NOT_COPIED: &[&str] =
        &["settings", "history_totals", "search_texts", "sqlite_sequence", "video_quota"];

    #[test]
    fn d6_every_table_is_copied_or_left_out_for_a_reason() {
        let mut fresh = connection::open_in_memory().unwrap();
        schema::migrate(&mut fresh, Path::new(":memory:")).unwrap();
        let mut query = fresh
            .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
            .unwrap();
        let tables: BTreeSet<String> =
            query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let known = COPIED.iter().chain(NOT_COPIED).map(|name| (*name).to_owned());
        let mut known: BTreeSet<String> = known.collect();
        known.insert("sqlite_schema".to_owned());
        assert_eq!(tables, known, "say of a new table whether a restore copies it");
    }

    #[test]
    fn d6_a_saved_video_is_looked_for_by_its_name_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("lake.mp4"), "video").unwrap();
        std::fs::create_dir(folder.path().join("folder")).unwrap();
        let here = folder.path().join("lake.mp4").to_str().map(str::to_owned);
        for path in ["/home/u/videos/lake.mp4", r"C:\videos\lake.mp4", r"\\share\lake.mp4"] {
            assert_eq!(file_here(path, folder.path()), here, "{path}");
        }
        for path in ["/etc/passwd", "", "..", "/", "folder", "lake.mp4/.."] {
            assert_eq!(file_here(path, folder.path()), None, "{path}");
        }
    }
}
