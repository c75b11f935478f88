//! Opening: how the writer's and the readers' connections are set up. What is in the file is left
//! to `schema`.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Result};

/// How long a connection waits for a lock that another program holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The statements of this crate, with room to spare.
const CACHED_STATEMENTS: usize = 96;

/// Opens or creates the file for writing, and changes nothing in it: not even on closing, until
/// [`set_up_writing`] was called. So a file that turns out to be too new stays as it is.
pub(crate) fn open_for_writing(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// Makes commits durable: WAL, and a sync at every commit, so that what was acknowledged survives
/// a power cut (spec C9).
pub(crate) fn set_up_writing(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    let mode: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get("journal_mode"))?;
    if !matches!(mode.as_str(), "wal" | "memory") {
        // Some network folders can't; the database is still sound there, but readers wait.
        tracing::warn!(mode, "the database's folder does not support write-ahead logging");
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    Ok(())
}

/// A database in memory, seen by this connection alone.
pub(crate) fn open_in_memory() -> Result<Connection> {
    let connection = Connection::open_in_memory()?;
    set_up_writing(&connection)?;
    Ok(connection)
}

/// Opens a file that the writer has already brought up to date. It can't write by mistake.
pub(crate) fn open_for_reading(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    Ok(connection)
}
