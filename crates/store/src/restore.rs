//! A backup put in the place of what is stored, while the database is open (spec D6). Where the
//! database itself can't be opened, the shell's `retake restore` puts the file in its place.

use std::path::Path;

use rusqlite::{Connection, MAIN_DB};
use tempfile::NamedTempFile;

use crate::{StoreError, check_backup, connection, schema};

const IS_RUNNING: &str = "SELECT EXISTS (SELECT 1 FROM sessions WHERE outcome = 'pending')";

/// Replaces all content by that of the backup `from`, which is only read. An older one is brought to
/// this program's schema beforehand, in a copy: what fails leaves the database as it is.
pub(crate) fn restore(connection: &mut Connection, from: &Path) -> Result<(), StoreError> {
    check_backup(from)?;
    let failed = |source| StoreError::Write { what: "the backup in the history's place", source };
    let is_running: bool =
        connection.query_row(IS_RUNNING, [], |row| row.get(0)).map_err(failed)?;
    if is_running {
        return Err(StoreError::SessionRunning);
    }
    let copy_failed = |source| StoreError::CopyName { path: from.to_owned(), source };
    let copy = NamedTempFile::new().map_err(copy_failed)?;
    let backup = connection::open_for_reading(from).map_err(failed)?;
    backup.backup(MAIN_DB, copy.path(), None).map_err(failed)?;
    let mut copied = connection::open_for_writing(copy.path()).map_err(failed)?;
    connection::set_up_writing(&copied).map_err(failed)?;
    schema::migrate(&mut copied, from)?;
    // Closed, it is one tidy file.
    copied.close().map_err(|(_, error)| failed(error))?;
    // SQLite's backup, the other way round: all of it or, where it breaks off, nothing.
    connection.restore(MAIN_DB, copy.path(), None::<fn(_)>).map_err(failed)
}
