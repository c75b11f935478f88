//! Opening: how the writer's and the readers' connections are set up. What is in the file is left
//! to `schema`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags, Result};

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
    let connection = opened_for_reading(path, OpenFlags::empty())?;
    match connection.query_row("PRAGMA schema_version", [], |_| Ok(())) {
        // With a write-ahead log even a reader writes, beside the file. On a read-only disk nobody
        // does, so the file can be taken for one that never changes.
        Err(Error::SqliteFailure(failure, _)) if failure.code == ErrorCode::CannotOpen => {
            tracing::warn!(
                "the database's folder can't be written to: it is read as it lies there"
            );
            opened_for_reading(&never_changing(path), OpenFlags::SQLITE_OPEN_URI)
        }
        // Whatever else is wrong shows with the first query.
        _ => Ok(connection),
    }
}

fn opened_for_reading(path: &Path, more: OpenFlags) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    Ok(connection)
}

/// The file as a URI that says so (<https://www.sqlite.org/uri.html>).
fn never_changing(path: &Path) -> PathBuf {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    PathBuf::from(format!("file:{path}?immutable=1"))
}
