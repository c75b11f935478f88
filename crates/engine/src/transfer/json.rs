//! The JSON form: one object, and in its `images` one image a line, so that a large file can be
//! looked at and compared line by line.
//!
//! A file is many times its size once all of its rows are in memory. So its text is kept, with the place of
//! each image in it, and one image's rows at a time.

use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

use retake_protocol::MediaId;
use retake_session::record::ImageHistory;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::ExportWriter;

/// What an export says that it is.
const FORMAT: &str = "retake-history";

/// Raised when a field of [`ImageHistory`] changes its name or meaning, or one is added that an older
/// Retake would lose. In version 1 a line of the log was words, and there were no ratings, tags and notes; it
/// is still read.
const VERSION: u32 = 2;

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
struct Body<'a> {
    #[serde(borrow)]
    images: Vec<&'a RawValue>,
}

/// An export that was read, and holds what it says that it holds. Whether its rows fit together is checked
/// when they are joined.
#[derive(Clone, PartialEq, Eq)]
pub struct HistoryFile {
    text: String,
    images: Vec<(MediaId, Range<usize>)>,
}

impl HistoryFile {
    /// Whose histories it holds, in its order.
    pub fn images(&self) -> impl Iterator<Item = &MediaId> {
        self.images.iter().map(|(media_id, _)| media_id)
    }
}

/// Prompts are kept out of logs.
impl fmt::Debug for HistoryFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "HistoryFile({} images, {} bytes)", self.images.len(), self.text.len())
    }
}

impl IntoIterator for HistoryFile {
    type Item = ImageHistory;
    type IntoIter = Histories;

    fn into_iter(self) -> Histories {
        Histories { text: self.text, images: self.images.into_iter() }
    }
}

/// The histories of a file, one after another.
pub struct Histories {
    text: String,
    images: std::vec::IntoIter<(MediaId, Range<usize>)>,
}

impl Iterator for Histories {
    type Item = ImageHistory;

    fn next(&mut self) -> Option<ImageHistory> {
        let (_, place) = self.images.next()?;
        // It was read once already, so it can be read.
        serde_json::from_str(self.text.get(place)?).ok()
    }
}

/// Whether a text says that it is an export of the history.
pub fn is_export(text: &str) -> bool {
    serde_json::from_str::<Head>(text).is_ok_and(|head| head.format == FORMAT)
}

/// Reads an export from its beginning to its end.
pub fn read(text: impl Into<String>) -> Result<HistoryFile, ImportError> {
    let text = text.into();
    let Head { format, version } = serde_json::from_str(&text)?;
    if format != FORMAT {
        return Err(ImportError::Format(format));
    }
    if version > VERSION {
        return Err(ImportError::Newer(version));
    }
    let Body { images } = serde_json::from_str(&text)?;
    let begin = text.as_ptr() as usize;
    let place = |image: &RawValue| -> Result<_, ImportError> {
        let history: ImageHistory = serde_json::from_str(image.get())?;
        let start = image.get().as_ptr() as usize - begin;
        Ok((history.image.media_id, start..start + image.get().len()))
    };
    let images = images.into_iter().map(place).collect::<Result<Vec<_>, _>>()?;
    Ok(HistoryFile { text, images })
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

impl<W: Write> ExportWriter for Export<W> {
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
