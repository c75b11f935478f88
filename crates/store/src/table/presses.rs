//! `presses`: one row a press of the generate control whose request was seen (spec H12).

use retake_protocol::{ActionId, MediaId, Millis, PostId, PressState, SessionId};
use retake_session::record::PressRecord;
use rusqlite::{Connection, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO presses (media_id, pressed_at, action_id, begins_session, picture, requests, state)
    VALUES (:media_id, :pressed_at, :action_id, :begins_session, :picture, :requests, :state)
    ON CONFLICT (media_id, pressed_at) DO UPDATE SET
        action_id = excluded.action_id,
        begins_session = excluded.begins_session,
        picture = excluded.picture,
        requests = excluded.requests,
        state = excluded.state";

// All are written out for the index of the same condition.
pub(crate) const UNDER_WAY: &str = "
    SELECT * FROM presses WHERE media_id = :media_id AND state = 'under_way' ORDER BY pressed_at";

pub(crate) const IMAGES_UNDER_WAY: &str =
    "SELECT DISTINCT media_id FROM presses WHERE state = 'under_way' ORDER BY media_id";

pub(crate) const PICTURES: &str = "
    SELECT DISTINCT picture FROM presses
    WHERE media_id = :media_id AND picture IS NOT NULL ORDER BY picture";

const ALL: &str = "SELECT * FROM presses ORDER BY media_id, pressed_at";

// Written out for the index of the same condition.
pub(crate) const LAST_THAT_BEGAN: &str =
    "SELECT max(pressed_at) AS at FROM presses WHERE begins_session IS NOT NULL";

pub(crate) fn write(connection: &Connection, press: &PressRecord) -> Result<()> {
    let PressRecord { media_id, pressed_at, action_id, begins_session, picture, requests, state } =
        press;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":pressed_at": pressed_at,
        ":action_id": action_id.map(|action_id| action_id.0),
        ":begins_session": begins_session.map(|session_id| session_id.0),
        ":picture": picture.as_ref().map(PostId::as_str),
        ":requests": requests,
        ":state": state.as_str(),
    })?;
    Ok(())
}

/// The presses of an image that are under way, oldest first.
pub(crate) fn under_way(connection: &Connection, media_id: &MediaId) -> Result<Vec<PressRecord>> {
    connection
        .prepare_cached(UNDER_WAY)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, record_of)?
        .collect()
}

/// Every press.
pub(crate) fn all(connection: &Connection) -> Result<Vec<PressRecord>> {
    connection.prepare_cached(ALL)?.query_map([], record_of)?.collect()
}

/// The images with a press under way.
pub(crate) fn images_under_way(connection: &Connection) -> Result<Vec<MediaId>> {
    connection
        .prepare_cached(IMAGES_UNDER_WAY)?
        .query_map([], |row| column::media_id(row, "media_id"))?
        .collect()
}

/// The pictures that requests for videos of an image named, each once.
pub(crate) fn pictures(connection: &Connection, media_id: &MediaId) -> Result<Vec<PostId>> {
    connection
        .prepare_cached(PICTURES)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, |row| {
            column::post_id(row, "picture")
        })?
        .collect()
}

/// When the user last pressed, where a session began at it.
pub(crate) fn last_that_began(connection: &Connection) -> Result<Option<Millis>> {
    connection.prepare_cached(LAST_THAT_BEGAN)?.query_row([], |row| row.get("at"))
}

fn record_of(row: &Row<'_>) -> Result<PressRecord> {
    Ok(PressRecord {
        media_id: column::media_id(row, "media_id")?,
        pressed_at: row.get("pressed_at")?,
        action_id: row.get::<_, Option<i64>>("action_id")?.map(ActionId),
        begins_session: row.get::<_, Option<i64>>("begins_session")?.map(SessionId),
        picture: column::optional_string_enum(row, "picture", |text| PostId::new(text))?,
        requests: row.get("requests")?,
        state: column::string_enum(row, "state", PressState::from_text)?,
    })
}
