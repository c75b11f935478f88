//! A database file from outside, read as one that may be hostile: its views and triggers are off, its
//! schema is not trusted, and reading it ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, Statement};

use crate::connection::open_for_reading;
use crate::{StoreError, schema};

/// The largest file that is read, in bytes, with its write-ahead log.
const MAX_BYTES: u64 = 16 * 1024 * 1024 * 1024;

/// The longest value of a column, in bytes. Retake's own longest is what the extension left, 4 MB.
const MAX_VALUE_BYTES: i32 = 64 * 1024 * 1024;

/// How many steps of `SQLite`'s machine pass between two looks at the budget.
const STEPS_A_LOOK: i32 = 10_000;
/// Looks that any file is given, and bytes of the file for one look more. Copying a row takes about
/// a step for two bytes, and a recursive view takes steps without end.
const LOOKS: u64 = 2_000;
const BYTES_A_LOOK: u64 = 1_000;

// The tables that every version had from the first on.
const IS_OURS: &str = "
    SELECT count(*) = 3 FROM sqlite_schema
    WHERE type = 'table' AND name IN ('images', 'attempts', 'sessions')";

/// The file, opened for reading.
pub(super) struct Foreign {
    path: PathBuf,
    connection: Connection,
    version: u32,
}

impl Foreign {
    /// Opens the file and looks whether it can be a backup of Retake's: a database, ours, of a version
    /// that is known, not damaged.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |source| StoreError::Open { path: path.to_owned(), source };
        let bytes = size_of(path);
        if bytes > MAX_BYTES {
            return Err(StoreError::TooLarge { path: path.to_owned(), limit: MAX_BYTES });
        }
        let connection = open_for_reading(path).map_err(failed)?;
        distrust(&connection, bytes).map_err(failed)?;
        let is_ours: bool = connection.query_row(IS_OURS, [], |row| row.get(0)).map_err(failed)?;
        if !is_ours {
            return Err(StoreError::NotRetake { path: path.to_owned() });
        }
        schema::check_known(&connection, path)?;
        let version = schema::version(&connection).map_err(failed)?;
        let foreign = Self { path: path.to_owned(), connection, version };
        foreign.check_pages()?;
        Ok(foreign)
    }

    /// The version of its schema.
    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// Its settings by name, whatever they are.
    pub(super) fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read_settings().map_err(|finding| self.damaged(&finding))
    }

    fn read_settings(&self) -> Result<BTreeMap<String, String>, Finding> {
        let columns = self.columns("settings")?.unwrap_or_default();
        if !["name", "value"].iter().all(|name| columns.iter().any(|column| column == name)) {
            return Ok(BTreeMap::new());
        }
        let mut query = self.prepare("SELECT name, value FROM settings NOT INDEXED")?;
        let read = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(read.collect::<rusqlite::Result<_>>()?)
    }

    /// The stored columns of an ordinary table; `None`: the file has no such table. A view or a virtual
    /// table of the name is none, and neither is a table whose columns are computed.
    pub(super) fn columns(&self, table: &str) -> Result<Option<Vec<String>>, Finding> {
        let kind: Option<String> = self
            .prepare("SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?1")?
            .query_map([table], |row| row.get(0))?
            .next()
            .transpose()?;
        match kind.as_deref() {
            None => return Ok(None),
            Some("table") => {}
            Some(other) => return Err(unfit(table, format!("is a {other}"))),
        }
        // A column that is computed is evaluated where it is read, so it is none.
        let mut query = self.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0")?;
        let columns = query.query_map([table], |row| row.get(0))?;
        Ok(Some(columns.collect::<rusqlite::Result<_>>()?))
    }

    /// Prepares a query of the file.
    pub(super) fn prepare(&self, sql: &str) -> rusqlite::Result<Statement<'_>> {
        self.connection.prepare(sql)
    }

    /// What is wrong with the file, as `SQLite` says.
    pub(super) fn damaged(&self, finding: &Finding) -> StoreError {
        super::damaged(&self.path, finding)
    }

    fn check_pages(&self) -> Result<(), StoreError> {
        let checked: rusqlite::Result<String> =
            self.connection.query_row("PRAGMA quick_check (1)", [], |row| row.get(0));
        match checked {
            Ok(finding) if finding == "ok" => Ok(()),
            Ok(finding) => Err(StoreError::Damaged { path: self.path.clone(), finding }),
            Err(error) => Err(self.damaged(&error.into())),
        }
    }
}

/// Why the rows of a file can't be taken over.
#[derive(Debug, thiserror::Error)]
pub(super) enum Finding {
    /// Occurs when `SQLite` can't read a row, or the fresh database does not take it.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// Occurs when a table of the file is not what Retake makes.
    #[error("the table `{table}` {what}")]
    InvalidHistory {
        /// Which.
        table: String,
        /// What is wrong with it.
        what: String,
    },
    /// Occurs when rows refer to none, or an index is not that of its table.
    #[error("{broken} rows refer to none; {check}")]
    Broken {
        /// How many rows.
        broken: i64,
        /// The first finding of `PRAGMA integrity_check`.
        check: String,
    },
}

/// A table of the file is not what Retake makes.
pub(super) fn unfit(table: &str, what: impl Into<String>) -> Finding {
    Finding::InvalidHistory { table: table.to_owned(), what: what.into() }
}

fn size_of(path: &Path) -> u64 {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let bytes = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
    bytes(path).saturating_add(bytes(Path::new(&log)))
}

/// What `SQLite` advises for files from outside (sqlite.org/security.html), and an end to its work.
fn distrust(connection: &Connection, bytes: u64) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    let looks = AtomicU64::new(LOOKS.saturating_add(bytes / BYTES_A_LOOK));
    let is_used_up = move || {
        looks
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
            .is_err()
    };
    connection.progress_handler(STEPS_A_LOOK, Some(is_used_up))
}
