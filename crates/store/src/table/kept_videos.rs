//! `kept_videos`: which videos are to be saved, which are, and which could not be; and of which of the saved
//! ones a better file is wanted. Fetching them is the shell's.

use std::collections::BTreeSet;

use retake_protocol::history::VideoView;
use retake_protocol::{AttemptId, MediaId, Millis, Prompt, VideoQuality};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;
use crate::videos::{
    ReplacementStatus, SavedFile, SavedVideo, VideoFile, VideoSource, VideoStatus,
};

// Asking again begins again, at the end of the line.
const ASK: &str = "
    INSERT OR REPLACE INTO kept_videos (number, media_id, attempt_id, asked_at)
    SELECT coalesce((SELECT max(number) FROM kept_videos), 0) + 1, media_id, attempt_id, :now
    FROM attempts
    WHERE media_id = :media_id AND attempt_id = :attempt_id
        AND outcome = 'completed' AND video_url <> ''";

const SET: &str = "
    UPDATE kept_videos
    SET partial = :partial, path = :path, quality = :quality, bytes = :bytes, modified_at = :modified_at,
        saved_at = :saved_at, failure = :failure, better_asked_at = NULL, better_quality = NULL,
        better_bytes = NULL, better_modified_at = NULL
    WHERE media_id = :media_id AND attempt_id = :attempt_id";

// Nothing of the saved file is touched.
const SET_REPLACEMENT: &str = "
    UPDATE kept_videos
    SET better_asked_at = CASE WHEN :is_over THEN NULL ELSE coalesce(better_asked_at, :asked_at) END,
        partial = :partial, better_quality = :quality, better_bytes = :bytes,
        better_modified_at = :modified_at
    WHERE media_id = :media_id AND attempt_id = :attempt_id AND path IS NOT NULL";

const GIVE_UP_FILE: &str = "
    UPDATE kept_videos SET given_up = ltrim(coalesce(given_up, '') || ' ' || :quality)
    WHERE media_id = :media_id AND attempt_id = :attempt_id";

pub(crate) const OPEN_REPLACEMENTS: &str = "
    SELECT media_id, attempt_id FROM kept_videos
    WHERE better_asked_at IS NOT NULL ORDER BY better_asked_at, number";

pub(crate) const REPLACEABLE: &str = "
    SELECT k.attempt_id FROM kept_videos k
    JOIN attempts a ON a.media_id = k.media_id AND a.attempt_id = k.attempt_id
    WHERE k.media_id = :media_id AND k.path IS NOT NULL AND k.better_asked_at IS NULL
        AND ((a.hd_1080_url <> '' AND coalesce(k.quality, 'base') <> 'hd_1080'
              AND instr(' ' || coalesce(k.given_up, '') || ' ', ' hd_1080 ') = 0)
            OR (a.hd_url <> '' AND coalesce(k.quality, 'base') = 'base'
                AND instr(' ' || coalesce(k.given_up, '') || ' ', ' hd ') = 0))
    ORDER BY k.number";

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
           nullif(i.image_url, '') AS image_url,
           k.partial, k.path, k.quality, k.bytes, k.modified_at, k.given_up, k.better_quality,
           k.better_bytes, k.better_modified_at,
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
    let (mut partial, mut file, mut saved_at, mut failure) = (None, None, None, None);
    match outcome {
        VideoStatus::Fetching { partial: unfinished } => partial = Some(unfinished),
        VideoStatus::Saved { file: saved, at } => (file, saved_at) = (Some(saved), Some(at)),
        VideoStatus::Failed { reason } => failure = Some(reason),
    }
    connection.prepare_cached(SET)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":attempt_id": attempt_id.as_str(),
        ":partial": partial,
        ":path": file.map(|file| &file.path),
        ":quality": file.map(|file| file.quality.as_str()),
        ":bytes": file.and_then(|file| i64::try_from(file.bytes).ok()),
        ":modified_at": file.and_then(|file| file.modified_at),
        ":saved_at": saved_at,
        ":failure": failure,
    })?;
    Ok(())
}

pub(crate) fn set_replacement(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
    status: &ReplacementStatus,
) -> Result<()> {
    let (mut asked_at, mut partial, mut file) = (None, None, None);
    match status {
        ReplacementStatus::Asked { at } => asked_at = Some(at),
        ReplacementStatus::Fetching { partial: unfinished } => partial = Some(unfinished),
        ReplacementStatus::Placing { partial: finished, file: whole } => {
            (partial, file) = (Some(finished), Some(whole));
        }
        ReplacementStatus::Over => {}
    }
    connection.prepare_cached(SET_REPLACEMENT)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":attempt_id": attempt_id.as_str(),
        ":is_over": *status == ReplacementStatus::Over,
        ":asked_at": asked_at,
        ":partial": partial,
        ":quality": file.map(|file| file.quality.as_str()),
        ":bytes": file.and_then(|file| i64::try_from(file.bytes).ok()),
        ":modified_at": file.and_then(|file| file.modified_at),
    })?;
    Ok(())
}

pub(crate) fn give_up_file(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
    quality: VideoQuality,
) -> Result<()> {
    connection.prepare_cached(GIVE_UP_FILE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":attempt_id": attempt_id.as_str(),
        ":quality": quality.as_str(),
    })?;
    Ok(())
}

pub(crate) fn open(connection: &Connection) -> Result<Vec<(MediaId, AttemptId)>> {
    which(connection, OPEN)
}

pub(crate) fn open_replacements(connection: &Connection) -> Result<Vec<(MediaId, AttemptId)>> {
    which(connection, OPEN_REPLACEMENTS)
}

fn which(connection: &Connection, sql: &str) -> Result<Vec<(MediaId, AttemptId)>> {
    connection
        .prepare_cached(sql)?
        .query_map([], |row| {
            Ok((column::media_id(row, "media_id")?, column::attempt_id(row, "attempt_id")?))
        })?
        .collect()
}

pub(crate) fn replaceable(connection: &Connection, media_id: &MediaId) -> Result<Vec<AttemptId>> {
    connection
        .prepare_cached(REPLACEABLE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, |row| {
            column::attempt_id(row, "attempt_id")
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
                bytes: bytes_of(row, "bytes")?,
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
        image_url: row.get("image_url")?,
        create_time: row.get("create_time")?,
        finished_at: row
            .get::<_, Option<Millis>>("ended_at")?
            .map_or_else(|| row.get("first_seen_at"), Ok)?,
        length_seconds: row.get("length_seconds")?,
        resolution: row.get("resolution")?,
        partial: row.get("partial")?,
        given_up: given_up_of(row)?,
        saved: saved_of(row)?,
        placing: placing_of(row)?,
    })
}

/// The files that could not be had; a word that is no file's names none.
fn given_up_of(row: &Row<'_>) -> Result<BTreeSet<VideoQuality>> {
    let given_up: Option<String> = row.get("given_up")?;
    let words = given_up.iter().flat_map(|text| text.split_whitespace());
    Ok(words.filter_map(VideoQuality::from_text).collect())
}

fn saved_of(row: &Row<'_>) -> Result<Option<SavedFile>> {
    let Some(path) = row.get("path")? else { return Ok(None) };
    Ok(Some(SavedFile {
        path,
        quality: quality_of(row)?,
        bytes: bytes_of(row, "bytes")?,
        modified_at: row.get("modified_at")?,
    }))
}

/// It takes the saved one's place, so its path is that one's.
fn placing_of(row: &Row<'_>) -> Result<Option<SavedFile>> {
    let quality = column::optional_string_enum(row, "better_quality", VideoQuality::from_text)?;
    let (Some(path), Some(quality)) = (row.get("path")?, quality) else { return Ok(None) };
    Ok(Some(SavedFile {
        path,
        quality,
        bytes: bytes_of(row, "better_bytes")?,
        modified_at: row.get("better_modified_at")?,
    }))
}

fn bytes_of(row: &Row<'_>, column: &str) -> Result<u64> {
    Ok(row.get::<_, Option<i64>>(column)?.unwrap_or_default().unsigned_abs())
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
            bytes: bytes_of(row, "bytes")?,
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
