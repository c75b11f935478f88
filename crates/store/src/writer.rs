//! The one connection that writes. A caller holds its lock for one transaction and waits for the
//! commit; what fails is rolled back whole.
//!
//! A lock and not a thread with a queue: every caller waits for its own commit anyway, so a thread
//! would add two hand-overs to each write and spare no wait (figures: ARCHITECTURE.md).

use std::sync::{Mutex, MutexGuard, PoisonError};

use retake_session::record::Change;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{StoreError, table};

/// The connection, behind its lock. Dropping it closes the database, which brings the write-ahead log
/// into the file.
pub(crate) struct Writer {
    connection: Mutex<Connection>,
}

impl Writer {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection: Mutex::new(connection) }
    }

    /// Runs `write` in one transaction and commits it. `what` names what is written, for the error.
    pub(crate) fn write<T>(
        &self,
        what: &'static str,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.with_connection(|connection| {
            let failed = |source| StoreError::Write { what, source };
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(failed)?;
            let written = write(&transaction).map_err(failed)?;
            transaction.commit().map_err(failed)?;
            Ok(written)
        })
    }

    /// Lends the connection to what needs more than one transaction, or an error of its own.
    pub(crate) fn with_connection<T>(
        &self,
        task: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let outcome = task(&mut self.lock());
        if let Err(error) = &outcome {
            tracing::error!(%error, "a transaction was rolled back");
        }
        outcome
    }

    /// The connection as it is, for reads of a database that only this connection sees.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic under the lock has rolled its transaction back, so the connection is sound.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Images come first whatever the order of the changes: the triggers that keep their totals and
/// texts look for their rows. The rest is free to refer forwards (foreign keys wait for the commit).
pub(crate) fn apply(transaction: &Transaction<'_>, changes: &[Change]) -> rusqlite::Result<()> {
    for change in changes {
        if let Change::Image(facts) = change {
            table::images::write(transaction, facts)?;
        }
    }
    for change in changes {
        match change {
            Change::Image(_) => {}
            Change::Preferences { media_id, preferences } => {
                table::preferences::write(transaction, media_id, preferences)?;
            }
            Change::Attempt(attempt) => table::attempts::write(transaction, attempt)?,
            Change::Session(session) => table::sessions::write(transaction, session)?,
            Change::Action(action) => table::actions::write(transaction, action)?,
            Change::Press(press) => table::presses::write(transaction, press)?,
            Change::Log(line) => table::log_lines::write(transaction, line)?,
            Change::Queued(entry) => table::queue_entries::write(transaction, entry)?,
            Change::Unqueued { media_id: _, entry_id } => {
                table::queue_entries::delete(transaction, *entry_id)?;
            }
            Change::Post { media_id, post_id } => {
                table::posts::write(transaction, media_id, post_id)?;
            }
            Change::VideoQuota(quota) => table::video_quota::write(transaction, quota)?,
            Change::Mark { item, mark } => table::marks::write(transaction, item, mark)?,
            Change::AttemptReplaced { media_id, attempt_id, by } => {
                table::attempts::replace(transaction, media_id, attempt_id, by)?;
            }
            Change::ImageGone { media_id } => {
                table::images::delete_stand_in(transaction, media_id)?;
            }
        }
    }
    Ok(())
}
