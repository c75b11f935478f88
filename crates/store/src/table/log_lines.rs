//! `log_lines`: what happened, as JSON. What an older Retake wrote is words, in `message`. Lines are only
//! ever added.

use retake_protocol::log::{LogEvent, LogLine};
use retake_protocol::{AttemptId, MediaId, SessionId};
use retake_session::record::LogRecord;
use rusqlite::{Connection, Error, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO log_lines (media_id, session_id, attempt_id, at, message, event)
    VALUES (:media_id, :session_id, :attempt_id, :at, '', :event)";

pub(crate) const OF_SESSION: &str = "
    SELECT at, message, event, attempt_id FROM log_lines
    WHERE session_id = :session_id ORDER BY number DESC LIMIT :limit";

pub(crate) const OUTSIDE_SESSIONS: &str = "
    SELECT at, message, event, attempt_id FROM log_lines
    WHERE media_id = :media_id AND session_id IS NULL ORDER BY number DESC LIMIT :limit";

pub(crate) const OF_IMAGE: &str = "
    SELECT media_id, session_id, attempt_id, at, message, event FROM log_lines
    WHERE media_id = :media_id ORDER BY number";

pub(crate) fn write(connection: &Connection, line: &LogRecord) -> Result<()> {
    let LogRecord { media_id, session_id, attempt_id, at, event } = line;
    let event = serde_json::to_string(event)
        .map_err(|error| Error::ToSqlConversionFailure(error.into()))?;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":session_id": session_id.map(|session_id| session_id.0),
        ":attempt_id": attempt_id.as_ref().map(AttemptId::as_str),
        ":at": at,
        ":event": event,
    })?;
    Ok(())
}

/// Deletes the lines of a session: those of an imported one are derived again.
pub(crate) fn clear_session(connection: &Connection, session_id: SessionId) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM log_lines WHERE session_id = :session_id")?
        .execute(named_params! { ":session_id": session_id.0 })?;
    Ok(())
}

/// The newest lines of a session, oldest first.
pub(crate) fn of_session(
    connection: &Connection,
    session_id: SessionId,
    limit: u32,
) -> Result<Vec<LogLine>> {
    let mut lines = connection
        .prepare_cached(OF_SESSION)?
        .query_map(named_params! { ":session_id": session_id.0, ":limit": limit }, line_of)?
        .collect::<Result<Vec<_>>>()?;
    lines.reverse();
    Ok(lines)
}

/// The newest lines of an image that belong to no session, newest first.
pub(crate) fn outside_sessions(
    connection: &Connection,
    media_id: &MediaId,
    limit: u32,
) -> Result<Vec<LogLine>> {
    connection
        .prepare_cached(OUTSIDE_SESSIONS)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":limit": limit }, line_of)?
        .collect()
}

/// All lines of an image, oldest first.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<LogRecord>> {
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, |row| {
            Ok(LogRecord {
                media_id: column::media_id(row, "media_id")?,
                session_id: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
                attempt_id: column::optional_string_enum(row, "attempt_id", |text| {
                    AttemptId::new(text)
                })?,
                at: row.get("at")?,
                event: event_of(row)?,
            })
        })?
        .collect()
}

fn line_of(row: &Row<'_>) -> Result<LogLine> {
    Ok(LogLine {
        at: row.get("at")?,
        event: event_of(row)?,
        attempt_id: column::optional_string_enum(row, "attempt_id", |text| AttemptId::new(text))?,
    })
}

/// What can't be read as an event is shown as it stands, so that nothing is lost.
fn event_of(row: &Row<'_>) -> Result<LogEvent> {
    let Some(event) = row.get::<_, Option<String>>("event")? else {
        return Ok(LogEvent::Text { text: row.get("message")? });
    };
    Ok(serde_json::from_str(&event).unwrap_or(LogEvent::Text { text: event }))
}
