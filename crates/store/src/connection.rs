//! Opening: how the writer's and the readers' connections are set up. What is in the file is left
//! to `schema`.

use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use rusqlite::config::DbConfig;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
use rusqlite::{Connection, ErrorCode, OpenFlags, Result};
use url::Url;

use crate::search::add_fold;

/// How long a connection waits for a lock that another program holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The statements of this crate, with room to spare.
const CACHED_STATEMENTS: usize = 96;

const READING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Opens or creates the file for writing, and changes nothing in it: not even on closing, until
/// [`set_up_writing`] was called. So a file that turns out to be too new stays as it is.
pub(crate) fn open_for_writing(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    make_private(path);
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// Prompts are their owner's alone, whatever the umask is and was: `SQLite` gives its log the mode of
/// the file. Where the mode can't be set, the file is used as it is.
#[cfg(unix)]
fn make_private(path: &Path) {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let mut options = fs::OpenOptions::new();
    let made = options.write(true).create_new(true).mode(0o600).open(path);
    let is_there = made.is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists);
    let is_open = |about: fs::Metadata| about.permissions().mode() & 0o077 != 0;
    if is_there
        && fs::metadata(path).is_ok_and(is_open)
        && let Err(error) = fs::set_permissions(path, fs::Permissions::from_mode(0o600))
    {
        tracing::warn!(%error, "other users of this machine may read the database");
    }
}

/// Files here have no mode; a user's folders are closed to others by default.
#[cfg(not(unix))]
fn make_private(_path: &Path) {}

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
    // A row that is written again leaves its old bytes behind: they must not outlive the forgetting
    // of the row, which finds the new ones alone (spec D6).
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    add_fold(connection)
}

/// A database in memory, seen by this connection alone.
pub(crate) fn open_in_memory() -> Result<Connection> {
    let connection = Connection::open_in_memory()?;
    set_up_writing(&connection)?;
    Ok(connection)
}

/// Opens a file that the writer has already brought up to date. It can't write by mistake.
///
/// Where the folder can't be written to, or its disk is full, `SQLite` can't put the index of a write-ahead log there,
/// not even to read. Without a log nothing needs one: the file is then read as what never changes.
pub(crate) fn open_for_reading(path: &Path) -> Result<Connection> {
    let connection = set_up_reading(Connection::open_with_flags(path, READING)?)?;
    match first_read(&connection) {
        Err(error) if needs_a_log_index(&error) && !has_log(path) => {
            let url = unchanging_url(path).ok_or(error)?;
            let flags = READING | OpenFlags::SQLITE_OPEN_URI;
            set_up_reading(Connection::open_with_flags(url, flags)?)
        }
        // What else is wrong with it is said where it is read.
        _ => Ok(connection),
    }
}

fn set_up_reading(connection: Connection) -> Result<Connection> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    add_fold(&connection)?;
    Ok(connection)
}

fn first_read(connection: &Connection) -> Result<()> {
    connection.query_row("PRAGMA user_version", [], |_| Ok(()))
}

fn needs_a_log_index(error: &rusqlite::Error) -> bool {
    let is_refused =
        matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly));
    let has_no_space = matches!(
        error.sqlite_error(),
        Some(error) if error.extended_code == SQLITE_IOERR_SHMSIZE
    );
    is_refused || has_no_space
}

/// Whether commits may stand in the write-ahead log alone. One that can't be looked at counts.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    match fs::metadata(log) {
        Ok(log) => log.len() > 0,
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

/// The file, with `SQLite` taking it that nobody writes to it.
fn unchanging_url(path: &Path) -> Option<String> {
    let mut url = Url::from_file_path(std::path::absolute(path).ok()?).ok()?;
    url.set_query(Some("immutable=1"));
    Some(url.into())
}
