//! `images`: what Grok's store says of an image, and the columns that triggers keep (its totals and
//! its last activity), which no write touches.

use retake_protocol::history::ImageCard;
use retake_protocol::view::Totals;
use retake_protocol::{ImageKind, MediaId, Prompt, SessionOutcome};
use retake_session::record::ImageFacts;
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;
use crate::report::ImageCount;

const WRITE: &str = "
    INSERT INTO images (media_id, kind, original_prompt, prompt, image_url, width, height, create_time,
                        first_seen_at)
    VALUES (:media_id, :kind, :original_prompt, :prompt, :image_url, :width, :height, :create_time,
            :first_seen_at)
    ON CONFLICT (media_id) DO UPDATE SET
        kind = excluded.kind,
        original_prompt = excluded.original_prompt,
        prompt = excluded.prompt,
        image_url = excluded.image_url,
        width = excluded.width,
        height = excluded.height,
        create_time = excluded.create_time,
        first_seen_at = excluded.first_seen_at";

pub(crate) const FACTS: &str = "
    SELECT media_id, kind, original_prompt, prompt, image_url, width, height, create_time,
           first_seen_at
    FROM images WHERE media_id = :media_id";

pub(crate) const CARD: &str = "
    SELECT media_id, kind, coalesce(original_prompt, prompt) AS title, attempts, completed,
           moderated, failed, sessions, active_sessions, last_active_at,
           (SELECT outcome FROM sessions WHERE sessions.media_id = images.media_id
            ORDER BY started_at DESC, session_id DESC LIMIT 1) AS last_outcome
    FROM images WHERE media_id = :media_id";

const COUNTS: &str = "
    SELECT media_id, attempts, completed, moderated, failed
    FROM images WHERE attempts > 0 OR sessions > 0 ORDER BY number";

const DELETE_STAND_IN: &str = "
    DELETE FROM images
    WHERE media_id = :media_id AND kind <> 'image'
        AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.media_id = images.media_id)";

pub(crate) fn write(connection: &Connection, facts: &ImageFacts) -> Result<()> {
    let ImageFacts {
        media_id,
        kind,
        original_prompt,
        prompt,
        image_url,
        width,
        height,
        create_time,
        first_seen_at,
    } = facts;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":kind": kind.as_str(),
        ":original_prompt": original_prompt.as_ref().map(Prompt::as_str),
        ":prompt": prompt.as_ref().map(Prompt::as_str),
        ":image_url": image_url,
        ":width": width,
        ":height": height,
        ":create_time": create_time,
        ":first_seen_at": first_seen_at,
    })?;
    Ok(())
}

pub(crate) fn facts(connection: &Connection, media_id: &MediaId) -> Result<Option<ImageFacts>> {
    connection
        .prepare_cached(FACTS)?
        .query_row(named_params! { ":media_id": media_id.as_str() }, |row| {
            Ok(ImageFacts {
                media_id: column::media_id(row, "media_id")?,
                kind: column::string_enum(row, "kind", ImageKind::from_text)?,
                original_prompt: column::optional_prompt(row, "original_prompt")?,
                prompt: column::optional_prompt(row, "prompt")?,
                image_url: row.get("image_url")?,
                width: row.get("width")?,
                height: row.get("height")?,
                create_time: row.get("create_time")?,
                first_seen_at: row.get("first_seen_at")?,
            })
        })
        .optional()
}

pub(crate) fn card(connection: &Connection, media_id: &MediaId) -> Result<Option<ImageCard>> {
    connection
        .prepare_cached(CARD)?
        .query_row(named_params! { ":media_id": media_id.as_str() }, card_of)
        .optional()
}

/// A row of [`CARD`]'s columns, which the history's lists select too.
pub(crate) fn card_of(row: &Row<'_>) -> Result<ImageCard> {
    Ok(ImageCard {
        media_id: column::media_id(row, "media_id")?,
        kind: column::string_enum(row, "kind", ImageKind::from_text)?,
        original_prompt: column::optional_prompt(row, "title")?,
        totals: totals_of(row)?,
        sessions: row.get("sessions")?,
        is_running: row.get::<_, u32>("active_sessions")? > 0,
        can_resume: column::optional_string_enum(row, "last_outcome", SessionOutcome::from_text)?
            .is_some_and(SessionOutcome::is_resumable),
        last_active_at: row.get("last_active_at")?,
    })
}

/// All images with an attempt or a session, in order of first sight.
pub(crate) fn counts(connection: &Connection) -> Result<Vec<ImageCount>> {
    connection
        .prepare_cached(COUNTS)?
        .query_map([], |row| {
            let Totals { attempts, completed, moderated, failed } = totals_of(row)?;
            let media_id = column::media_id(row, "media_id")?;
            Ok(ImageCount { media_id, attempts, completed, moderated, failed })
        })?
        .collect()
}

/// Deletes a row that stood for an unknown image and holds no attempt any more.
pub(crate) fn delete_stand_in(connection: &Connection, media_id: &MediaId) -> Result<()> {
    connection
        .prepare_cached(DELETE_STAND_IN)?
        .execute(named_params! { ":media_id": media_id.as_str() })?;
    Ok(())
}

/// The ids of all images, in order of first sight.
pub(crate) fn ids(connection: &Connection) -> Result<Vec<MediaId>> {
    connection
        .prepare_cached("SELECT media_id FROM images ORDER BY number")?
        .query_map([], |row| column::media_id(row, "media_id"))?
        .collect()
}

/// Whether there is an image of this id.
pub(crate) fn is_known(connection: &Connection, media_id: &MediaId) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM images WHERE media_id = :media_id")?
        .exists(named_params! { ":media_id": media_id.as_str() })
}

fn totals_of(row: &Row<'_>) -> Result<Totals> {
    Ok(Totals {
        attempts: row.get("attempts")?,
        completed: row.get("completed")?,
        moderated: row.get("moderated")?,
        failed: row.get("failed")?,
    })
}
