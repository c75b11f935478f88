//! The schema: the numbered files of `migrations/`, which are never edited once released, and the
//! copy of the database that is made before they change one (spec R5). The tables' contents are left to
//! `table`.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::backup::Backup;
use rusqlite_migration::{M, Migrations};

use crate::StoreError;
use crate::connection::open_in_memory;
use crate::maintenance::{copy_to, partial_of};

const STEPS: &[M<'_>] = &[
    M::up(include_str!("../migrations/0001_records.sql")),
    M::up(include_str!("../migrations/0002_image_totals.sql")),
    M::up(include_str!("../migrations/0003_search.sql")),
    M::up(include_str!("../migrations/0004_extension.sql")),
    M::up(include_str!("../migrations/0005_history_order.sql")),
    M::up(include_str!("../migrations/0006_pictures.sql")),
    M::up(include_str!("../migrations/0007_insight.sql")),
    M::up(include_str!("../migrations/0008_kept_prompts.sql")),
    M::up(include_str!("../migrations/0009_history_totals.sql")),
    M::up(include_str!("../migrations/0010_kept_videos.sql")),
    M::up(include_str!("../migrations/0011_overwriting.sql")),
    M::up(include_str!("../migrations/0012_queue.sql")),
    M::up(include_str!("../migrations/0013_lineage.sql")),
    M::up(include_str!("../migrations/0014_best_rate.sql")),
    M::up(include_str!("../migrations/0015_search_folding.sql")),
    M::up(include_str!("../migrations/0016_sources.sql")),
    M::up(include_str!("../migrations/0017_log_events.sql")),
    M::up(include_str!("../migrations/0018_library.sql")),
    M::up(include_str!("../migrations/0019_presses.sql")),
    M::up(include_str!("../migrations/0020_video_quota.sql")),
    M::up(include_str!("../migrations/0021_queue_done.sql")),
    M::up(include_str!("../migrations/0022_better_files.sql")),
    M::up(include_str!("../migrations/0023_better_file_later.sql")),
    M::up(include_str!("../migrations/0024_own_press.sql")),
];

/// The newest schema version that this program knows.
const KNOWN: u32 = 24;
const _: () = assert!(STEPS.len() == KNOWN as usize);

/// Refuses a database that a newer Retake has written. Reads one number and changes nothing.
pub(crate) fn check_known(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let found =
        version(connection).map_err(|source| StoreError::Open { path: path.to_owned(), source })?;
    if found <= KNOWN {
        return Ok(());
    }
    let copies = backup_path(path, "*").file_name().unwrap_or_default().display().to_string();
    Err(StoreError::SchemaTooNew { path: path.to_owned(), found, known: KNOWN, copies })
}

/// Refuses a database that is not of this program's version: one that can't be written can't be
/// brought up to date either.
pub(crate) fn check_current(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    check_known(connection, path)?;
    let path = || path.to_owned();
    match version(connection) {
        Ok(KNOWN) => Ok(()),
        Ok(found) => Err(StoreError::SchemaOlder { path: path(), found, known: KNOWN }),
        Err(source) => Err(StoreError::Open { path: path(), source }),
    }
}

/// Brings the database to the newest version, all steps in one transaction. One that holds
/// something is copied beside itself first.
pub(crate) fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let open_failed = |source| StoreError::Open { path: path.to_owned(), source };
    if version(connection).map_err(open_failed)? == KNOWN {
        return Ok(());
    }
    if holds_something(connection).map_err(open_failed)? {
        back_up(connection, &backup_path(path, &KNOWN.to_string()))?;
    }
    migrate(connection, path)
}

/// A database in memory without a row, of the newest version: what [`in_memory`] copies.
static EMPTY: Mutex<Option<Connection>> = Mutex::new(None);

/// A database in memory, of the newest version. The steps run once in a process: copying what they made is far
/// quicker, and a replay or a test may open hundreds.
pub(crate) fn in_memory(path: &Path) -> Result<Connection, StoreError> {
    let open_failed = |source| StoreError::Open { path: path.to_owned(), source };
    let mut empty = EMPTY.lock().unwrap_or_else(PoisonError::into_inner);
    let empty = match &mut *empty {
        Some(empty) => empty,
        none => {
            let mut first = open_in_memory().map_err(open_failed)?;
            migrate(&mut first, path)?;
            none.insert(first)
        }
    };
    let mut copy = open_in_memory().map_err(open_failed)?;
    let copied = Backup::new(empty, &mut copy).and_then(|backup| backup.step(-1));
    copied.map(|_| copy).map_err(open_failed)
}

/// Runs the steps that are missing, without a copy.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|source| StoreError::Migrate {
        path: path.to_owned(),
        known: KNOWN,
        source,
    })
}

/// Makes an empty database of an older version, to be filled and then brought up to date.
pub(crate) fn migrate_to(
    connection: &mut Connection,
    version: u32,
    path: &Path,
) -> Result<(), StoreError> {
    Migrations::from_slice(STEPS)
        .to_version(connection, version as usize)
        .map_err(|source| StoreError::Migrate { path: path.to_owned(), known: version, source })
}

/// The schema's version.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get("user_version"))
}

fn holds_something(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
}

/// `retake.db` → `retake.db.before-3.bak`.
fn backup_path(path: &Path, version: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".before-{version}.bak"));
    name.into()
}

/// Copies the database by `SQLite`'s own backup, which also takes what is still in the write-ahead
/// log. The copy gets its name when it is whole, so a file of that name is always a whole one.
fn back_up(connection: &Connection, copy: &Path) -> Result<(), StoreError> {
    let name_failed = |source| StoreError::BackupName { path: copy.to_owned(), source };
    let partial = partial_of(copy).map_err(name_failed)?;
    copy_to(connection, &partial)
        .map_err(|source| StoreError::Backup { path: copy.to_owned(), source })?;
    // The copy that an earlier try has left makes place for it.
    partial.persist(copy).map_err(|failure| name_failed(failure.error))?;
    tracing::info!(copy = %copy.display(), "the database was copied before its migration");
    Ok(())
}
