//! `extension_entries`: what the browser extension left, by its keys, in order of arrival (spec E);
//! and `extension_sessions`: which session the entries of an image became.

use retake_grok::extension::{LegacyEntry, OldOwner};
use retake_protocol::{MediaId, PostId, SessionId};
use retake_session::importing::KeptEntry;
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO extension_entries (key, post_id, owner_id, value, imported_at, media_id)
    VALUES (:key, :post_id, :owner_id, :value, :imported_at, :media_id)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, media_id = excluded.media_id";

const READ: &str = "SELECT * FROM extension_entries WHERE key = :key";

pub(crate) const OF_IMAGE: &str =
    "SELECT * FROM extension_entries WHERE media_id = :media_id ORDER BY number";

pub(crate) const WAITING: &str =
    "SELECT * FROM extension_entries WHERE media_id IS NULL ORDER BY number";

pub(crate) const SESSION: &str =
    "SELECT session_id FROM extension_sessions WHERE media_id = :media_id";

const WRITE_SESSION: &str = "
    INSERT INTO extension_sessions (media_id, session_id) VALUES (:media_id, :session_id)
    ON CONFLICT (media_id) DO NOTHING";

/// A new entry is the last one; one that was here keeps its place and its first time.
pub(crate) fn write(connection: &Connection, kept: &KeptEntry) -> Result<()> {
    let KeptEntry { entry, imported_at, media_id } = kept;
    let (post_id, owner_id) = match &entry.owner {
        OldOwner::Post(post_id) => (Some(post_id.as_str()), None),
        OldOwner::Image(media_id) => (None, Some(media_id.as_str())),
    };
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":key": entry.key,
        ":post_id": post_id,
        ":owner_id": owner_id,
        ":value": entry.kept(),
        ":imported_at": imported_at,
        ":media_id": media_id.as_ref().map(MediaId::as_str),
    })?;
    Ok(())
}

pub(crate) fn read(connection: &Connection, key: &str) -> Result<Option<KeptEntry>> {
    connection.prepare_cached(READ)?.query_row(named_params! { ":key": key }, kept_of).optional()
}

/// The entries that were found to be of an image, in order of arrival.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<KeptEntry>> {
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, kept_of)?
        .collect()
}

/// The entries that wait for their image, in order of arrival.
pub(crate) fn waiting(connection: &Connection) -> Result<Vec<KeptEntry>> {
    connection.prepare_cached(WAITING)?.query_map([], kept_of)?.collect()
}

/// Deletes the entries that wait.
pub(crate) fn drop_waiting(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM extension_entries WHERE media_id IS NULL", []).map(drop)
}

/// The session that an image's entries became.
pub(crate) fn session(connection: &Connection, media_id: &MediaId) -> Result<Option<SessionId>> {
    connection
        .prepare_cached(SESSION)?
        .query_row(named_params! { ":media_id": media_id.as_str() }, |row| {
            row.get("session_id").map(SessionId)
        })
        .optional()
}

/// Says which session an image's entries became.
pub(crate) fn write_session(
    connection: &Connection,
    media_id: &MediaId,
    session_id: SessionId,
) -> Result<()> {
    connection.prepare_cached(WRITE_SESSION)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":session_id": session_id.0,
    })?;
    Ok(())
}

fn kept_of(row: &Row<'_>) -> Result<KeptEntry> {
    let key: String = row.get("key")?;
    let post_id = column::optional_string_enum(row, "post_id", |text| PostId::new(text))?;
    let owner = match post_id {
        Some(post_id) => OldOwner::Post(post_id),
        None => OldOwner::Image(column::media_id(row, "owner_id")?),
    };
    let entry = |kept: &str| LegacyEntry::from_kept(key, owner, kept);
    Ok(KeptEntry {
        entry: column::string_enum(row, "value", entry)?,
        imported_at: row.get("imported_at")?,
        media_id: column::optional_string_enum(row, "media_id", |text| MediaId::new(text))?,
    })
}
