//! What the user does with the whole history: a copy of the database, and forgetting (spec D6, R1,
//! R3, R4).
//! Asking for a confirmation and finding a place for the copy are left to the caller.

use std::io;
use std::path::Path;

use rusqlite::{Connection, MAIN_DB, TransactionBehavior, named_params};
use tempfile::TempPath;

use crate::StoreError;
use crate::table::{extension_entries, kept_prompts, library_filters};
use crate::transfer::Scope;

const IS_RUNNING: &str = "
    SELECT EXISTS (SELECT 1 FROM sessions
                   WHERE outcome = 'pending' AND media_id = coalesce(:media_id, media_id))";

// Everything hangs on the image's row and goes with it.
const FORGET: &str = "DELETE FROM images WHERE media_id = coalesce(:media_id, media_id)";

/// Removes the rows and empties the write-ahead log: what the user deletes is not left readable in the
/// file, for `SQLite` and the search index overwrite whatever is deleted or changed. Answers how many
/// images were forgotten.
pub(crate) fn forget(connection: &mut Connection, what: &Scope) -> Result<usize, StoreError> {
    let outcome = forget_rows(connection, what);
    // From here on the rows are gone, so a failure must not read as if they were kept. Of an empty
    // history the disk gets its space back; that of one image is too little to copy the others for.
    if *what == Scope::All
        && outcome.is_ok()
        && let Err(error) = connection.execute_batch("VACUUM")
    {
        tracing::warn!(%error, "the database's file keeps its size");
    }
    if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
        tracing::warn!(%error, "the write-ahead log keeps what was forgotten until the app ends");
    }
    outcome
}

fn forget_rows(connection: &mut Connection, what: &Scope) -> Result<usize, StoreError> {
    let failed = |source| StoreError::Write { what: "that a history is forgotten", source };
    let media_id = match what {
        Scope::Image(media_id) => Some(media_id.as_str()),
        Scope::All => None,
    };
    let which = named_params! { ":media_id": media_id };
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let is_running: bool =
        transaction.query_row(IS_RUNNING, which, |row| row.get(0)).map_err(failed)?;
    if is_running {
        return Err(StoreError::SessionRunning);
    }
    let forgotten = transaction.execute(FORGET, which).map_err(failed)?;
    if *what == Scope::All {
        extension_entries::drop_waiting(&transaction).map_err(failed)?;
        kept_prompts::clear(&transaction).map_err(failed)?;
        library_filters::clear(&transaction).map_err(failed)?;
    }
    transaction.commit().map_err(failed)?;
    Ok(forgotten)
}

/// Refuses a name that is taken: a backup never replaces a file by itself.
pub(crate) fn check_free(copy: &Path) -> Result<(), StoreError> {
    match copy.try_exists() {
        Ok(false) => Ok(()),
        Ok(true) => Err(StoreError::CopyExists { path: copy.to_owned() }),
        Err(source) => Err(StoreError::CopyName { path: copy.to_owned(), source }),
    }
}

/// A file of its own, beside the place of the copy, for what is written until it is whole. It goes
/// where that fails, and is nobody else's: its name is made up and was free.
pub(crate) fn partial_of(copy: &Path) -> io::Result<TempPath> {
    let mut prefix = copy.file_name().unwrap_or_default().to_owned();
    prefix.push(".");
    let folder = match copy.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut partial = tempfile::Builder::new();
    partial.prefix(&prefix).suffix(".partial");
    Ok(partial.tempfile_in(folder)?.into_temp_path())
}

/// Copies by `SQLite`'s online backup, which also takes what is still in the write-ahead log. The
/// copy has no log of its own: looked at, it stays one file, also where nothing can be written.
pub(crate) fn copy_to(connection: &Connection, partial: &Path) -> rusqlite::Result<()> {
    connection.backup(MAIN_DB, partial, None)?;
    let copy = Connection::open(partial)?;
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))
}

/// Gives a whole copy its name, so that a file of that name is always a whole one. A file that got
/// the name in the meantime stays.
pub(crate) fn name_copy(partial: TempPath, copy: &Path) -> Result<(), StoreError> {
    let path = || copy.to_owned();
    partial.persist_noclobber(copy).map_err(|failure| match failure.error {
        taken if taken.kind() == io::ErrorKind::AlreadyExists => {
            StoreError::CopyExists { path: path() }
        }
        source => StoreError::CopyName { path: path(), source },
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn d6_a_file_that_got_the_name_while_the_copy_was_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        let partial = partial_of(&copy).unwrap();
        fs::write(&partial, "the copy").unwrap();
        fs::write(&copy, "something of the user's").unwrap();
        let refused = name_copy(partial, &copy).unwrap_err();
        assert!(matches!(refused, StoreError::CopyExists { .. }), "got {refused:?}");
        assert_eq!(fs::read(&copy).unwrap(), b"something of the user's");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the copy is tidied away");
    }
}
