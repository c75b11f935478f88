//! The JSON form: one object, and in its `images` one image a line, so that a large file can be
//! looked at and compared line by line.

use std::io::{self, Write};

use retake_session::record::ImageHistory;
use serde::Deserialize;

use super::Sheet;

/// What an export says that it is.
const FORMAT: &str = "retake-history";

/// Raised when a field of [`ImageHistory`] changes its name or meaning.
const VERSION: u32 = 1;

/// Why a file can't be imported. Nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Occurs when the file is no JSON, or not in the form of an export.
    #[error("the file is no export of Retake: {0}; choose a file that `retake export` wrote")]
    Form(#[from] serde_json::Error),
    /// Occurs when the file is JSON of another program.
    #[error(
        "the file is no export of Retake: its `format` is {0:?}, not {FORMAT:?}; choose a file \
         that `retake export` wrote"
    )]
    Format(String),
    /// Occurs when a newer Retake has written the file.
    #[error(
        "the file is of version {0} of the export's form, and this Retake knows {VERSION}: import \
         it with the newer Retake that wrote it"
    )]
    Newer(u32),
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Body {
    images: Vec<ImageHistory>,
}

/// Reads an export whole. Whether its rows fit together is checked when they are joined.
pub fn read(text: &str) -> Result<Vec<ImageHistory>, ImportError> {
    let Head { format, version } = serde_json::from_str(text)?;
    if format != FORMAT {
        return Err(ImportError::Format(format));
    }
    if version != VERSION {
        return Err(ImportError::Newer(version));
    }
    let Body { images } = serde_json::from_str(text)?;
    Ok(images)
}

pub(super) struct Export<W> {
    file: W,
    is_first: bool,
}

impl<W: Write> Export<W> {
    pub(super) fn start(mut file: W) -> io::Result<Self> {
        write!(file, r#"{{"format":"{FORMAT}","version":{VERSION},"images":["#)?;
        Ok(Self { file, is_first: true })
    }
}

impl<W: Write + Send + 'static> Sheet for Export<W> {
    fn add(&mut self, history: &ImageHistory) -> io::Result<()> {
        self.file.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        Ok(serde_json::to_writer(&mut self.file, history)?)
    }

    fn end(&mut self) -> io::Result<()> {
        self.file.write_all(b"\n]}\n")?;
        self.file.flush()
    }
}
