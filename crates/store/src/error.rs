//! What can go wrong with the database, worded for the person who has to do something about it.
//! The cause is kept as `source` and not repeated in the text.

use std::io;
use std::path::PathBuf;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Occurs when the file can't be opened or is not a database.
    #[error(
        "failed to open the database at {path}; check that its folder exists and can be written \
         to, that the disk has space left, and that no other program holds the file"
    )]
    Open {
        /// The database.
        path: PathBuf,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
    /// Occurs when the file is there and can't be written to.
    #[error(
        "the database at {path} can't be written to; nothing was changed: make the file and its \
         folder writable and start Retake again"
    )]
    ReadOnly {
        /// The database.
        path: PathBuf,
    },
    /// Occurs when a newer Retake has written the file. It is left as it is.
    #[error(
        "the database at {path} has schema version {found}, but this Retake knows versions only \
         up to {known}; nothing was changed: start the newer Retake that wrote it, or put back one \
         of the copies named {copies} beside it"
    )]
    SchemaTooNew {
        /// The database.
        path: PathBuf,
        /// Its schema version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
        /// How the copies made before migrations are named.
        copies: String,
    },
    /// Occurs when a database of an older version is opened for reading alone.
    #[error(
        "the database at {path} has schema version {found} and must be brought to {known}, which \
         takes writing; nothing was changed: make the file and its folder writable and start again"
    )]
    SchemaOlder {
        /// The database.
        path: PathBuf,
        /// Its schema version.
        found: u32,
        /// This program's version.
        known: u32,
    },
    /// Occurs when the copy before a migration can't be written. No migration was made then.
    #[error(
        "failed to copy the database to {path} before bringing it to a new version; nothing was \
         changed: free some space in that folder and start again"
    )]
    Backup {
        /// The copy.
        path: PathBuf,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
    /// Occurs when the finished copy can't be given its name. No migration was made then.
    #[error(
        "failed to give the copy of the database its name {path}; nothing was changed: check that \
         the folder can be written to and start again"
    )]
    BackupName {
        /// The copy.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Occurs when a backup is to get the name of a file that is there.
    #[error(
        "failed to back up the database to {path}: there is a file of that name, and it was left as \
         it is; choose another name or move that file away"
    )]
    CopyExists {
        /// The file.
        path: PathBuf,
    },
    /// Occurs when a finished backup can't be given its name.
    #[error(
        "failed to write the backup {path}; the database is as it was: check that its folder \
         exists and can be written to"
    )]
    CopyName {
        /// The backup.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Occurs when a file that is to be restored is a database of another program, or empty.
    #[error(
        "{path} holds no history of Retake; nothing was changed: choose a file that `retake backup` wrote"
    )]
    NotRetake {
        /// The file.
        path: PathBuf,
    },
    /// Occurs when a file that is to be restored is larger than any history.
    #[error("{path} is larger than {limit} bytes; nothing was changed: choose a backup of Retake")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// In bytes.
        limit: u64,
    },
    /// Occurs when a file that is to be restored is damaged.
    #[error(
        "{path} is damaged; nothing was changed: choose another backup (`SQLite` says: {finding})"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first finding of `PRAGMA integrity_check`.
        finding: String,
    },
    /// Occurs when a history is to be forgotten or replaced while a session runs for it.
    #[error("nothing was changed, since a session is running: stop it and try again")]
    SessionRunning,
    /// Occurs when a file that is to be imported holds what no Retake has written.
    #[error("failed to import: {0}; nothing was changed: choose another file")]
    InvalidHistory(#[from] retake_session::merging::InvalidHistory),
    /// Occurs when a migration fails. It is rolled back as a whole.
    #[error(
        "failed to bring the database at {path} to schema version {known}; it is as it was before: \
         report this with the message below"
    )]
    Migrate {
        /// The database.
        path: PathBuf,
        /// The version it was to have.
        known: u32,
        /// What the migration said.
        source: rusqlite_migration::Error,
    },
    /// Occurs when a transaction can't be committed. Nothing of it was kept.
    #[error(
        "failed to store {what}; nothing of it was kept: check that the disk has space left and \
         that the data folder can be written to"
    )]
    Write {
        /// What was to be stored.
        what: &'static str,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
    /// Occurs when rows can't be read.
    #[error(
        "failed to read {what} from the database; start Retake again, and report it if it stays"
    )]
    Read {
        /// What was asked for.
        what: &'static str,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
}
