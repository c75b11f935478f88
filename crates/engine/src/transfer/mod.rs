//! Exports of the history, and the import of one (spec D6): the forms of the files. Choosing and
//! naming a file is left to the shell, what joins how to `retake_session::merging`.

mod csv;
mod json;
mod prompts;
mod queue_file;

use std::io::{self, Write};
use std::ops::ControlFlow;

use retake_session::record::ImageHistory;
use retake_store::{Scope, Store, StoreError};

pub use json::{Histories, HistoryFile, ImportError, is_export, read};
pub use prompts::{PromptsError, is_prompts_file, prompts_file, read_prompts};
pub use queue_file::{QueueFileError, read_queue_file};

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All that is kept, to be imported again.
    Json,
    /// One row an attempt, for a spreadsheet. It can't be imported.
    Csv,
}

/// Why an export was not written whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Occurs when the history can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Occurs when the file can't be written.
    #[error("failed to write the export; check that the disk has space left")]
    Write(#[from] io::Error),
}

/// Writes the history that `which` names, one image after another, and answers of how many. Two
/// exports of one history are the same bytes.
pub fn export(
    store: &Store,
    which: &Scope,
    form: Form,
    file: impl Write,
) -> Result<u32, ExportError> {
    match form {
        Form::Json => write(store, which, json::Export::start(file)?),
        Form::Csv => write(store, which, csv::Export::start(file)?),
    }
}

/// What an export is written to, image by image.
trait ExportWriter {
    fn add(&mut self, history: &ImageHistory) -> io::Result<()>;
    fn end(&mut self) -> io::Result<()>;
}

fn write(store: &Store, which: &Scope, mut sheet: impl ExportWriter) -> Result<u32, ExportError> {
    let (mut outcome, mut images) = (Ok(()), 0);
    store.histories(which, |history| {
        outcome = sheet.add(&history);
        images += 1;
        if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    outcome?;
    sheet.end()?;
    Ok(images)
}
