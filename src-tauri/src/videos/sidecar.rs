//! What stands beside a saved video, as JSON: its prompt, ids and times. How the file is called is
//! `keep`'s.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use jiff::Timestamp;
use retake_protocol::{Millis, Prompt};
use retake_store::{SavedFile, VideoSource};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::Video;
use super::keep::unfinished;

/// What such a file calls itself.
const FORMAT: &str = "retake-video";

/// The longest one that is read, in bytes: a prompt is the longest thing in it.
const MOST_BYTES: u64 = 1_000_000;

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
        file: &'a SavedFile,
        now: Millis,
    ) -> Self {
        Self {
            format: FORMAT,
            version: 1,
            file: name_of(Path::new(&file.path)),
            bytes: file.bytes,
            media_id: video.media_id.as_str(),
            attempt_id: video.attempt_id.as_str(),
            session_id: source.session_id.map(|id| id.0),
            number: source.number,
            prompt: source.prompt.as_ref().map(Prompt::as_str),
            original_prompt: source.original_prompt.as_ref().map(Prompt::as_str),
            length_seconds: source.length_seconds,
            resolution: source.resolution.as_deref(),
            quality: file.quality.as_str(),
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

/// Whether `beside` is what Retake wrote of the video at `path`, with nothing of the user's own added.
pub(super) fn is_of(beside: &Path, path: &Path) -> bool {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "they are named, so that any other is seen")]
    struct Head {
        format: String,
        version: IgnoredAny,
        file: String,
        bytes: IgnoredAny,
        media_id: IgnoredAny,
        attempt_id: IgnoredAny,
        session_id: IgnoredAny,
        number: IgnoredAny,
        prompt: IgnoredAny,
        original_prompt: IgnoredAny,
        length_seconds: IgnoredAny,
        resolution: IgnoredAny,
        #[serde(default)]
        quality: IgnoredAny,
        create_time: IgnoredAny,
        finished_at: IgnoredAny,
        saved_at: IgnoredAny,
    }
    let read = || {
        let mut text = Vec::new();
        File::open(beside)?.take(MOST_BYTES).read_to_end(&mut text)?;
        io::Result::Ok(text)
    };
    let head = read().ok().and_then(|text| serde_json::from_slice::<Head>(&text).ok());
    head.is_some_and(|head| head.format == FORMAT && head.file == name_of(path))
}

/// A video's path is text.
fn name_of(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

/// As in RFC 3339, in UTC; a time that no calendar has is none.
fn in_words(at: Millis) -> Option<String> {
    Timestamp::from_millisecond(at).ok().map(|at| at.to_string())
}
