//! `queue_entries`: images that wait for their turn, in the order of their places, and those that the
//! queue is done with.

use retake_protocol::{Millis, QueueEntryId, SessionId, SessionOutcome};
use retake_session::record::{QueueDone, QueueEntry};
use rusqlite::{Connection, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO queue_entries
        (entry_id, position, media_id, prompt, max_retries, video_goal, added_at, session_id,
         outcome, done_at)
    VALUES (:entry_id, :position, :media_id, :prompt, :max_retries, :video_goal, :added_at,
            :session_id, :outcome, :done_at)
    ON CONFLICT (entry_id) DO UPDATE SET
        position = excluded.position,
        prompt = excluded.prompt,
        max_retries = excluded.max_retries,
        video_goal = excluded.video_goal,
        added_at = excluded.added_at,
        session_id = excluded.session_id,
        outcome = excluded.outcome,
        done_at = excluded.done_at";

const ALL: &str = "SELECT * FROM queue_entries ORDER BY position, entry_id";

/// Adds an image, or changes an entry.
pub(crate) fn write(connection: &Connection, entry: &QueueEntry) -> Result<()> {
    let QueueEntry {
        entry_id,
        position,
        media_id,
        prompt,
        max_retries,
        video_goal,
        added_at,
        session_id,
        done,
    } = entry;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":entry_id": entry_id.0,
        ":position": position,
        ":media_id": media_id.as_str(),
        ":prompt": prompt.as_str(),
        ":max_retries": max_retries,
        ":video_goal": video_goal,
        ":added_at": added_at,
        ":session_id": session_id.map(|session_id| session_id.0),
        ":outcome": done.map(|done| done.outcome.as_str()),
        ":done_at": done.map(|done| done.at),
    })?;
    Ok(())
}

/// Takes one out.
pub(crate) fn delete(connection: &Connection, entry_id: QueueEntryId) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM queue_entries WHERE entry_id = :entry_id")?
        .execute(named_params! { ":entry_id": entry_id.0 })?;
    Ok(())
}

/// All of them, the next one first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<QueueEntry>> {
    connection
        .prepare_cached(ALL)?
        .query_map([], |row| {
            Ok(QueueEntry {
                entry_id: QueueEntryId(row.get("entry_id")?),
                position: row.get("position")?,
                media_id: column::media_id(row, "media_id")?,
                prompt: column::prompt(row, "prompt")?,
                max_retries: row.get("max_retries")?,
                video_goal: row.get("video_goal")?,
                added_at: row.get("added_at")?,
                session_id: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
                done: done(row)?,
            })
        })?
        .collect()
}

fn done(row: &Row<'_>) -> Result<Option<QueueDone>> {
    let outcome = column::optional_string_enum(row, "outcome", SessionOutcome::from_text)?;
    let at: Option<Millis> = row.get("done_at")?;
    Ok(outcome.zip(at).map(|(outcome, at)| QueueDone { outcome, at }))
}
