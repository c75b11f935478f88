//! `queue_entries`: images that are lined up, in the order of their places.

use retake_protocol::QueueEntryId;
use retake_session::record::QueueEntry;
use rusqlite::{Connection, Result, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO queue_entries
        (entry_id, position, media_id, prompt, max_retries, video_goal, added_at)
    VALUES (:entry_id, :position, :media_id, :prompt, :max_retries, :video_goal, :added_at)
    ON CONFLICT (entry_id) DO UPDATE SET position = excluded.position";

const ALL: &str = "SELECT * FROM queue_entries ORDER BY position, entry_id";

/// Lines an image up, or gives one that is lined up another place.
pub(crate) fn write(connection: &Connection, entry: &QueueEntry) -> Result<()> {
    let QueueEntry { entry_id, position, media_id, prompt, max_retries, video_goal, added_at } =
        entry;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":entry_id": entry_id.0,
        ":position": position,
        ":media_id": media_id.as_str(),
        ":prompt": prompt.as_str(),
        ":max_retries": max_retries,
        ":video_goal": video_goal,
        ":added_at": added_at,
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
            })
        })?
        .collect()
}
