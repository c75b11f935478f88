//! What stands beside a saved video, as JSON: its prompt, ids and times. How the file is called is
//! `keep`'s.

use std::io::{self, Write as _};
use std::path::Path;

use jiff::Timestamp;
use retake_protocol::{Millis, Prompt};
use retake_store::VideoSource;
use serde::Serialize;
use tempfile::NamedTempFile;

use super::Video;
use super::keep::{Content, unfinished};

/// What stands beside a video.
#[derive(Serialize)]
pub(super) struct Sidecar<'a> {
    format: &'static str,
    version: u32,
    file: &'a str,
    bytes: u64,
    media_id: &'a str,
    attempt_id: &'a str,
    session_id: Option<i64>,
    number: u32,
    prompt: Option<&'a str>,
    original_prompt: Option<&'a str>,
    length_seconds: Option<f64>,
    resolution: Option<&'a str>,
    quality: &'static str,
    create_time: Option<String>,
    finished_at: Option<String>,
    saved_at: Option<String>,
}

impl<'a> Sidecar<'a> {
    /// The address is left out: it names the user's account.
    pub(super) fn of(
        (video, source): (&'a Video, &'a VideoSource),
        (file, content): (&'a str, Content),
        now: Millis,
    ) -> Self {
        Self {
            format: "retake-video",
            version: 1,
            file,
            bytes: content.bytes,
            media_id: video.media_id.as_str(),
            attempt_id: video.attempt_id.as_str(),
            session_id: source.session_id.map(|id| id.0),
            number: source.number,
            prompt: source.prompt.as_ref().map(Prompt::as_str),
            original_prompt: source.original_prompt.as_ref().map(Prompt::as_str),
            length_seconds: source.length_seconds,
            resolution: source.resolution.as_deref(),
            quality: content.quality.as_str(),
            create_time: source.create_time.and_then(in_words),
            finished_at: in_words(source.finished_at),
            saved_at: in_words(now),
        }
    }

    /// Writes it to the disk, under a name for what is unfinished.
    pub(super) fn write(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut file = unfinished(folder)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        Ok(file)
    }
}

/// As in RFC 3339, in UTC; a time that no calendar has is none.
fn in_words(at: Millis) -> Option<String> {
    Timestamp::from_millisecond(at).ok().map(|at| at.to_string())
}
