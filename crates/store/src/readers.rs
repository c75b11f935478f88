//! Reading beside the writer: a small pool of read-only connections to the file. A database in
//! memory is seen by the writer's connection alone, so its reads wait for the writer's lock. Either way
//! they see what was committed before them.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::StoreError;
use crate::connection::open_for_reading;
use crate::writer::Writer;

/// How many idle connections are kept; more are opened when more threads read at once.
const KEPT_CONNECTIONS: usize = 4;

/// Where reads go.
pub(crate) enum Readers {
    /// To connections of their own.
    File { path: PathBuf, idle: Mutex<Vec<Connection>> },
    /// To the writer's connection.
    Memory,
}

impl Readers {
    pub(crate) fn of_file(path: PathBuf) -> Self {
        Self::File { path, idle: Mutex::default() }
    }

    /// Runs `read` in one read transaction, so that all its queries see the same moment. `what`
    /// names what is read, for the error.
    pub(crate) fn read<T>(
        &self,
        writer: &Writer,
        what: &'static str,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let failed = |source| StoreError::Read { what, source };
        match self {
            Self::File { path, idle } => {
                let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let connection = match kept {
                    Some(connection) => connection,
                    None => open_for_reading(path).map_err(failed)?,
                };
                let answer = at_one_moment(&connection, read);
                let mut idle = idle.lock().unwrap_or_else(PoisonError::into_inner);
                if idle.len() < KEPT_CONNECTIONS {
                    idle.push(connection);
                }
                answer.map_err(failed)
            }
            Self::Memory => at_one_moment(&writer.lock(), read).map_err(failed),
        }
    }
}

fn at_one_moment<T>(
    connection: &Connection,
    read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let transaction = connection.unchecked_transaction()?;
    let answer = read(&transaction)?;
    transaction.finish()?;
    Ok(answer)
}
