//! `kept_videos`: which videos are to be saved, which are, and which could not be. Fetching them is
//! the shell's.

use retake_protocol::history::VideoView;
use retake_protocol::{AttemptId, MediaId, Millis, Prompt, VideoQuality};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;
use crate::videos::{SavedVideo, VideoFile, VideoSource, VideoStatus};

// Asking again begins again, at the end of the line.
const ASK: &str = "
    INSERT OR REPLACE INTO kept_videos (number, media_id, attempt_id, asked_at)
    SELECT coalesce((SELECT max(number) FROM kept_videos), 0) + 1, media_id, attempt_id, :now
    FROM attempts
    WHERE media_id = :media_id AND attempt_id = :attempt_id
        AND outcome = 'completed' AND video_url <> ''";

const SET: &str = "
    UPDATE kept_videos
    SET partial = :partial, path = :path, quality = :quality, bytes = :bytes, saved_at = :saved_at,
        failure = :failure
    WHERE media_id = :media_id AND attempt_id = :attempt_id";

pub(crate) const OPEN: &str = "
    SELECT media_id, attempt_id FROM kept_videos
    WHERE path IS NULL AND failure IS NULL ORDER BY number";

// Every file is looked at, so every row is read.
const SAVED: &str = "
    SELECT media_id, attempt_id, path, bytes FROM kept_videos WHERE path IS NOT NULL ORDER BY number";

// A video that is older than the wish to have them all was not asked for.
pub(crate) const NEW_OF_IMAGE: &str = "
    SELECT attempt_id FROM attempts a
    WHERE media_id = :media_id AND outcome = 'completed' AND video_url <> ''
        AND ended_at >= :since
        AND (counted_session_id IS NOT NULL OR create_time >= :since)
        AND NOT EXISTS (SELECT 1 FROM kept_videos k
                        WHERE k.media_id = a.media_id AND k.attempt_id = a.attempt_id)
    ORDER BY number";

pub(crate) const SOURCE: &str = "
    SELECT a.attempt_id, a.video_url, a.prompt, a.counted_session_id, a.create_time,
           a.first_seen_at, a.ended_at, a.length_seconds, a.resolution,
           a.hd_url, a.hd_1080_url, coalesce(i.original_prompt, i.prompt) AS original_prompt,
           k.partial, k.path,
           (SELECT count(*) FROM attempts earlier
            WHERE earlier.media_id = a.media_id AND earlier.outcome = 'completed'
                AND earlier.number <= a.number) AS place
    FROM kept_videos k
    JOIN attempts a ON a.media_id = k.media_id AND a.attempt_id = k.attempt_id
    JOIN images i ON i.media_id = k.media_id
    WHERE k.media_id = :media_id AND k.attempt_id = :attempt_id";

const TOTAL: &str = "SELECT coalesce(sum(bytes), 0) FROM kept_videos WHERE path IS NOT NULL";

/// What the saved ones took when they were saved, in bytes.
pub(crate) fn total(connection: &Connection) -> Result<u64> {
    connection.prepare_cached(TOTAL)?.query_row([], |row| row.get(0).map(i64::unsigned_abs))
}

/// Whether there is such a video to be asked for.
pub(crate) fn ask(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
    now: Millis,
) -> Result<bool> {
    let asked = connection.prepare_cached(ASK)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":attempt_id": attempt_id.as_str(),
        ":now": now,
    })?;
    Ok(asked > 0)
}

pub(crate) fn set(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
    outcome: &VideoStatus,
) -> Result<()> {
    let (mut partial, mut path, mut quality, mut bytes, mut saved_at, mut failure) =
        (None, None, None, None, None, None);
    match outcome {
        VideoStatus::Fetching { partial: file } => partial = Some(file),
        VideoStatus::Saved { path: file, quality: of_file, bytes: size, at } => {
            (path, quality) = (Some(file), Some(of_file.as_str()));
            (bytes, saved_at) = (i64::try_from(*size).ok(), Some(at));
        }
        VideoStatus::Failed { reason } => failure = Some(reason),
    }
    connection.prepare_cached(SET)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":attempt_id": attempt_id.as_str(),
        ":partial": partial,
        ":path": path,
        ":quality": quality,
        ":bytes": bytes,
        ":saved_at": saved_at,
        ":failure": failure,
    })?;
    Ok(())
}

pub(crate) fn open(connection: &Connection) -> Result<Vec<(MediaId, AttemptId)>> {
    connection
        .prepare_cached(OPEN)?
        .query_map([], |row| {
            Ok((column::media_id(row, "media_id")?, column::attempt_id(row, "attempt_id")?))
        })?
        .collect()
}

/// All that are saved, in order of asking.
pub(crate) fn saved(connection: &Connection) -> Result<Vec<SavedVideo>> {
    connection
        .prepare_cached(SAVED)?
        .query_map([], |row| {
            Ok(SavedVideo {
                media_id: column::media_id(row, "media_id")?,
                attempt_id: column::attempt_id(row, "attempt_id")?,
                path: row.get("path")?,
                bytes: row.get::<_, Option<i64>>("bytes")?.unwrap_or_default().unsigned_abs(),
            })
        })?
        .collect()
}

pub(crate) fn new_of_image(
    connection: &Connection,
    media_id: &MediaId,
    since: Millis,
) -> Result<Vec<AttemptId>> {
    connection
        .prepare_cached(NEW_OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":since": since }, |row| {
            column::attempt_id(row, "attempt_id")
        })?
        .collect()
}

pub(crate) fn source(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
) -> Result<Option<VideoSource>> {
    let which =
        named_params! { ":media_id": media_id.as_str(), ":attempt_id": attempt_id.as_str() };
    connection.prepare_cached(SOURCE)?.query_row(which, source_of).optional()
}

fn source_of(row: &Row<'_>) -> Result<VideoSource> {
    Ok(VideoSource {
        files: files_of(row)?,
        number: row.get("place")?,
        session_id: row
            .get::<_, Option<i64>>("counted_session_id")?
            .map(retake_protocol::SessionId),
        prompt: column::optional_prompt(row, "prompt")?,
        original_prompt: row.get::<_, Option<String>>("original_prompt")?.map(Prompt::new),
        create_time: row.get("create_time")?,
        finished_at: row
            .get::<_, Option<Millis>>("ended_at")?
            .map_or_else(|| row.get("first_seen_at"), Ok)?,
        length_seconds: row.get("length_seconds")?,
        resolution: row.get("resolution")?,
        partial: row.get("partial")?,
        path: row.get("path")?,
    })
}

/// The best first.
fn files_of(row: &Row<'_>) -> Result<Vec<VideoFile>> {
    let columns = [
        (VideoQuality::Hd1080, "hd_1080_url"),
        (VideoQuality::Hd, "hd_url"),
        (VideoQuality::Base, "video_url"),
    ];
    let mut files = Vec::new();
    for (quality, column) in columns {
        let address: Option<String> = row.get(column)?;
        files.extend(
            address
                .filter(|address| !address.is_empty())
                .map(|address| VideoFile { quality, address }),
        );
    }
    Ok(files)
}

/// Which file of the video is saved; none is named where only the usual one was ever saved.
fn quality_of(row: &Row<'_>) -> Result<VideoQuality> {
    let quality = column::optional_string_enum(row, "quality", VideoQuality::from_text)?;
    Ok(quality.unwrap_or(VideoQuality::Base))
}

/// What the history says of an attempt's video; the columns are those of an attempt with what is
/// known of its saving beside it.
pub(crate) fn view_of(row: &Row<'_>) -> Result<VideoView> {
    let asked_at: Option<Millis> = row.get("asked_at")?;
    let (path, failure): (Option<String>, Option<String>) = (row.get("path")?, row.get("failure")?);
    Ok(match (asked_at, path, failure) {
        (_, Some(path), _) => VideoView::Saved {
            file: file_name_of(&path),
            quality: quality_of(row)?,
            bytes: row.get::<_, Option<i64>>("bytes")?.unwrap_or_default().unsigned_abs(),
            saved_at: row.get::<_, Option<Millis>>("saved_at")?.unwrap_or_default(),
        },
        (_, None, Some(reason)) => VideoView::Failed { reason },
        (Some(_), None, None) => VideoView::Saving,
        (None, None, None) if row.get("has_video")? => VideoView::Offered,
        (None, None, None) => VideoView::None,
    })
}

fn file_name_of(path: &str) -> String {
    let name = std::path::Path::new(path).file_name();
    name.map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}
