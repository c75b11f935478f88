//! `attempts`: one row a video generation, in order of first sight. Its ids stand in
//! `attempt_aliases`; writing and reading an attempt takes them along.
use std::collections::BTreeSet;

use retake_protocol::history::AttemptView;
use retake_protocol::{
    AttemptId, AttemptOutcome, Certainty, DerivedKind, ImageKind, Layer, LayerSource, MediaId,
    Millis, Pick, Prompt, SessionId, Source,
};
use retake_session::record::{Announcement, AttemptRecord, Counted, Decision, Derived};
use rusqlite::{Connection, Result, Row, named_params};

use super::{attempt_aliases, column, kept_videos, marks};
use crate::report::ToldAttempt;

const WRITE: &str = "
    INSERT INTO attempts (media_id, attempt_id, outcome, unknown_status, prompt, video_url,
                          thumbnail_url, create_time, length_seconds, resolution, mode, percent,
                          derived, derived_from, layer, layer_source, first_seen_at, ended_at, seen_in_session_id,
                          counted_session_id, counted_position, pressed_at, told_by, decided_by,
                          decided_certainty, announced_outcome, announced_by, announced_certainty,
                          announced_at, hd_url, hd_1080_url)
    VALUES (:media_id, :attempt_id, :outcome, :unknown_status, :prompt, :video_url,
            :thumbnail_url, :create_time, :length_seconds, :resolution, :mode, :percent,
            :derived, :derived_from, :layer, :layer_source, :first_seen_at, :ended_at, :seen_in_session_id,
            :counted_session_id, :counted_position, :pressed_at, :told_by, :decided_by,
            :decided_certainty, :announced_outcome, :announced_by, :announced_certainty, :announced_at,
            :hd_url, :hd_1080_url)
    ON CONFLICT (media_id, attempt_id) DO UPDATE SET
        outcome = excluded.outcome,
        unknown_status = excluded.unknown_status,
        prompt = excluded.prompt,
        video_url = excluded.video_url,
        thumbnail_url = excluded.thumbnail_url,
        create_time = excluded.create_time,
        length_seconds = excluded.length_seconds,
        resolution = excluded.resolution,
        mode = excluded.mode,
        percent = excluded.percent,
        derived = excluded.derived,
        derived_from = excluded.derived_from,
        layer = excluded.layer,
        layer_source = excluded.layer_source,
        first_seen_at = excluded.first_seen_at,
        ended_at = excluded.ended_at,
        seen_in_session_id = excluded.seen_in_session_id,
        counted_session_id = excluded.counted_session_id,
        counted_position = excluded.counted_position,
        pressed_at = excluded.pressed_at,
        told_by = excluded.told_by,
        decided_by = excluded.decided_by,
        decided_certainty = excluded.decided_certainty,
        announced_outcome = excluded.announced_outcome,
        announced_by = excluded.announced_by,
        announced_certainty = excluded.announced_certainty,
        announced_at = excluded.announced_at,
        hd_url = excluded.hd_url,
        hd_1080_url = excluded.hd_1080_url
    RETURNING number";

pub(crate) const OF_IMAGE: &str = "
    SELECT number, media_id, attempt_id, outcome, unknown_status, prompt, video_url, thumbnail_url,
           create_time, length_seconds, resolution, mode, percent, derived, derived_from, layer,
           layer_source, first_seen_at, ended_at, seen_in_session_id, counted_session_id, counted_position,
           pressed_at, told_by, decided_by, decided_certainty, announced_outcome, announced_by,
           announced_certainty, announced_at, hd_url, hd_1080_url
    FROM attempts WHERE media_id = :media_id ORDER BY number";

pub(crate) const NEWEST_OF_IMAGE: &str = "
    SELECT a.attempt_id, a.counted_session_id, a.outcome, a.layer, a.layer_source, a.percent,
           a.prompt, a.create_time, a.length_seconds, a.resolution, a.first_seen_at, a.ended_at,
           a.derived, a.pick,
           a.outcome = 'completed' AND coalesce(a.video_url, '') <> '' AS has_video,
           k.asked_at, k.path, k.quality, k.bytes, k.saved_at, k.failure
    FROM attempts a
    LEFT JOIN kept_videos k ON k.media_id = a.media_id AND k.attempt_id = a.attempt_id
    WHERE a.media_id = :media_id ORDER BY a.number DESC LIMIT :limit";

pub(crate) const LAYERS_OF_IMAGE: &str = "
    SELECT count(*) FILTER (WHERE layer = '1') AS first,
           count(*) FILTER (WHERE layer = '2') AS second,
           count(*) FILTER (WHERE layer = '3') AS third
    FROM attempts WHERE media_id = :media_id AND derived IS NULL";

const ALL_TOLD: &str = "
    SELECT a.media_id, i.kind, a.attempt_id, a.outcome, a.told_by, a.decided_by, a.decided_certainty,
           a.counted_session_id
    FROM attempts a JOIN images i ON i.media_id = a.media_id ORDER BY a.number";

const COUNTED_IN: &str = "
    SELECT attempt_id FROM attempts
    WHERE counted_session_id = :session_id ORDER BY counted_position";

// What the other attempt has already stays: then there is nothing to move.
const MOVE_VIDEO: &str = "
    UPDATE OR IGNORE kept_videos SET media_id = :new_media_id, attempt_id = :new_attempt_id
    WHERE media_id = :media_id AND attempt_id = :attempt_id";

const MOVE_PICTURE: &str = "
    UPDATE OR IGNORE pictures SET media_id = :new_media_id, key = :new_attempt_id
    WHERE media_id = :media_id AND key = :attempt_id";

const DELETE_VIDEO: &str =
    "DELETE FROM kept_videos WHERE media_id = :media_id AND attempt_id = :attempt_id";

const DELETE_PICTURE: &str =
    "DELETE FROM pictures WHERE media_id = :media_id AND key = :attempt_id";

const DELETE: &str = "DELETE FROM attempts WHERE media_id = :media_id AND attempt_id = :attempt_id";

pub(crate) fn write(connection: &Connection, attempt: &AttemptRecord) -> Result<()> {
    let AttemptRecord {
        media_id,
        attempt_id,
        aliases,
        outcome,
        unknown_status,
        prompt,
        video_url,
        hd_url,
        hd_1080_url,
        thumbnail_url,
        create_time,
        length_seconds,
        resolution,
        mode,
        percent,
        derived,
        layer,
        layer_source,
        first_seen_at,
        ended_at,
        seen_in,
        counted,
        pressed_at,
        told_by,
        decided,
        announced,
    } = attempt;
    let told_by: Vec<&str> = told_by.iter().map(|source| source.as_str()).collect();
    let announced_by = announced.map(|announced| announced.decision);
    let number = connection.prepare_cached(WRITE)?.query_row(
        named_params! {
            ":media_id": media_id.as_str(),
            ":attempt_id": attempt_id.as_str(),
            ":outcome": outcome.as_str(),
            ":unknown_status": unknown_status,
            ":prompt": prompt.as_ref().map(Prompt::as_str),
            ":video_url": video_url,
            ":hd_url": hd_url,
            ":hd_1080_url": hd_1080_url,
            ":thumbnail_url": thumbnail_url,
            ":create_time": create_time,
            ":length_seconds": length_seconds,
            ":resolution": resolution,
            ":mode": mode,
            ":percent": percent,
            ":derived": derived.as_ref().map(|derived| derived.kind.as_str()),
            ":derived_from": derived.as_ref().and_then(|derived| Some(derived.from.as_ref()?.as_str())),
            ":layer": layer.map(Layer::as_str),
            ":layer_source": layer_source.map(LayerSource::as_str),
            ":first_seen_at": first_seen_at,
            ":ended_at": ended_at,
            ":seen_in_session_id": seen_in.map(|session_id| session_id.0),
            ":counted_session_id": counted.map(|counted| counted.session_id.0),
            ":counted_position": counted.map(|counted| counted.position),
            ":pressed_at": pressed_at,
            ":told_by": told_by.join(","),
            ":decided_by": decided.map(|decision| decision.by.as_str()),
            ":decided_certainty": decided.map(|decision| decision.certainty.as_str()),
            ":announced_outcome": announced.map(|announced| announced.outcome.as_str()),
            ":announced_by": announced_by.map(|decision| decision.by.as_str()),
            ":announced_certainty": announced_by.map(|decision| decision.certainty.as_str()),
            ":announced_at": announced.map(|announced| announced.at),
        },
        |row| row.get("number"),
    )?;
    attempt_aliases::write(connection, number, aliases)
}

/// Deletes an attempt that turned out to be another one; what hangs on it goes over to that.
pub(crate) fn replace(
    connection: &Connection,
    media_id: &MediaId,
    attempt_id: &AttemptId,
    by: &(MediaId, AttemptId),
) -> Result<()> {
    for sql in [MOVE_VIDEO, MOVE_PICTURE] {
        connection.prepare_cached(sql)?.execute(named_params! {
            ":media_id": media_id.as_str(),
            ":attempt_id": attempt_id.as_str(),
            ":new_media_id": by.0.as_str(),
            ":new_attempt_id": by.1.as_str(),
        })?;
    }
    marks::move_to(connection, (media_id, attempt_id), (&by.0, &by.1))?;
    for sql in [DELETE_VIDEO, DELETE_PICTURE, DELETE] {
        connection.prepare_cached(sql)?.execute(named_params! {
            ":media_id": media_id.as_str(),
            ":attempt_id": attempt_id.as_str(),
        })?;
    }
    Ok(())
}

/// All attempts of an image, in order of first sight.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<AttemptRecord>> {
    let mut aliases = attempt_aliases::of_image(connection, media_id)?;
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, |row| {
            let aliases = aliases.remove(&row.get("number")?).unwrap_or_default();
            record_of(row, aliases)
        })?
        .collect()
}

/// The newest attempts of an image, newest first.
pub(crate) fn newest_of_image(
    connection: &Connection,
    media_id: &MediaId,
    limit: u32,
) -> Result<Vec<AttemptView>> {
    connection
        .prepare_cached(NEWEST_OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":limit": limit }, view_of)?
        .collect()
}

/// How many attempts of an image failed in each layer (spec C5).
pub(crate) fn layers_of_image(connection: &Connection, media_id: &MediaId) -> Result<[u32; 3]> {
    connection
        .prepare_cached(LAYERS_OF_IMAGE)?
        .query_row(named_params! { ":media_id": media_id.as_str() }, |row| {
            Ok([row.get("first")?, row.get("second")?, row.get("third")?])
        })
}

/// The attempts that a session counted, in counting order (spec F7).
pub(crate) fn counted_in(connection: &Connection, session_id: SessionId) -> Result<Vec<AttemptId>> {
    connection
        .prepare_cached(COUNTED_IN)?
        .query_map(named_params! { ":session_id": session_id.0 }, |row| {
            column::attempt_id(row, "attempt_id")
        })?
        .collect()
}

/// Which sources reported each attempt, in order of first sight (spec F).
pub(crate) fn all_told(connection: &Connection) -> Result<Vec<ToldAttempt>> {
    connection.prepare_cached(ALL_TOLD)?.query_map([], told_of)?.collect()
}

fn told_of(row: &Row<'_>) -> Result<ToldAttempt> {
    let kind = column::string_enum(row, "kind", ImageKind::from_text)?;
    let media_id = column::media_id(row, "media_id")?;
    Ok(ToldAttempt {
        attempt_id: column::attempt_id(row, "attempt_id")?,
        media_id: (kind == ImageKind::Image).then_some(media_id),
        outcome: column::string_enum(row, "outcome", AttemptOutcome::from_text)?,
        told_by: told_by(&row.get::<_, String>("told_by")?),
        decided: decision_of(row, "decided_by", "decided_certainty")?,
        counted_in: row.get::<_, Option<i64>>("counted_session_id")?.map(SessionId),
    })
}

fn record_of(row: &Row<'_>, aliases: Vec<AttemptId>) -> Result<AttemptRecord> {
    Ok(AttemptRecord {
        media_id: column::media_id(row, "media_id")?,
        attempt_id: column::attempt_id(row, "attempt_id")?,
        aliases,
        outcome: column::string_enum(row, "outcome", AttemptOutcome::from_text)?,
        unknown_status: row.get("unknown_status")?,
        prompt: column::optional_prompt(row, "prompt")?,
        video_url: row.get("video_url")?,
        hd_url: row.get("hd_url")?,
        hd_1080_url: row.get("hd_1080_url")?,
        thumbnail_url: row.get("thumbnail_url")?,
        create_time: row.get("create_time")?,
        length_seconds: row.get("length_seconds")?,
        resolution: row.get("resolution")?,
        mode: row.get("mode")?,
        percent: row.get("percent")?,
        derived: derived_of(row)?,
        layer: column::optional_string_enum(row, "layer", Layer::from_text)?,
        layer_source: column::optional_string_enum(row, "layer_source", LayerSource::from_text)?,
        first_seen_at: row.get("first_seen_at")?,
        ended_at: row.get("ended_at")?,
        seen_in: row.get::<_, Option<i64>>("seen_in_session_id")?.map(SessionId),
        counted: counted_of(row)?,
        pressed_at: row.get("pressed_at")?,
        told_by: told_by(&row.get::<_, String>("told_by")?),
        decided: decision_of(row, "decided_by", "decided_certainty")?,
        announced: announced_of(row)?,
    })
}

/// The words in a list that commas part; unknown ones are a newer version's.
fn told_by(list: &str) -> BTreeSet<Source> {
    list.split(',').filter_map(Source::from_text).collect()
}

fn decision_of(
    row: &Row<'_>,
    by: &'static str,
    certainty: &'static str,
) -> Result<Option<Decision>> {
    let by = column::optional_string_enum(row, by, Source::from_text)?;
    let certainty = column::optional_string_enum(row, certainty, Certainty::from_text)?;
    Ok(by.zip(certainty).map(|(by, certainty)| Decision { by, certainty }))
}

fn announced_of(row: &Row<'_>) -> Result<Option<Announcement>> {
    let outcome =
        column::optional_string_enum(row, "announced_outcome", AttemptOutcome::from_text)?;
    let decision = decision_of(row, "announced_by", "announced_certainty")?;
    let at: Option<Millis> = row.get("announced_at")?;
    Ok(outcome.zip(decision).zip(at).map(|((outcome, decision), at)| Announcement {
        outcome,
        decision,
        at,
    }))
}

fn derived_of(row: &Row<'_>) -> Result<Option<Derived>> {
    let kind = column::optional_string_enum(row, "derived", DerivedKind::from_text)?;
    let from = column::optional_string_enum(row, "derived_from", |text| AttemptId::new(text))?;
    Ok(kind.map(|kind| Derived { kind, from }))
}

fn counted_of(row: &Row<'_>) -> Result<Option<Counted>> {
    let session_id: Option<i64> = row.get("counted_session_id")?;
    session_id
        .map(|session_id| {
            let position = row.get("counted_position")?;
            Ok(Counted { session_id: SessionId(session_id), position })
        })
        .transpose()
}

fn view_of(row: &Row<'_>) -> Result<AttemptView> {
    Ok(AttemptView {
        attempt_id: column::attempt_id(row, "attempt_id")?,
        session_id: row.get::<_, Option<i64>>("counted_session_id")?.map(SessionId),
        outcome: column::string_enum(row, "outcome", AttemptOutcome::from_text)?,
        layer: column::optional_string_enum(row, "layer", Layer::from_text)?,
        layer_source: column::optional_string_enum(row, "layer_source", LayerSource::from_text)?,
        percent: row.get("percent")?,
        prompt: column::optional_prompt(row, "prompt")?,
        create_time: row.get("create_time")?,
        length_seconds: row.get("length_seconds")?,
        resolution: row.get("resolution")?,
        derived: column::optional_string_enum(row, "derived", DerivedKind::from_text)?,
        first_seen_at: row.get("first_seen_at")?,
        ended_at: row.get("ended_at")?,
        video: kept_videos::view_of(row)?,
        pick: column::string_enum(row, "pick", Pick::from_text)?,
    })
}
