//! `preferences`: what the user set for an image. Their range is the machine's to check.

use retake_protocol::{MediaId, Preferences};
use rusqlite::{Connection, OptionalExtension, Result, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO preferences (media_id, max_retries, video_goal, auto_retry, last_prompt)
    VALUES (:media_id, :max_retries, :video_goal, :auto_retry, :last_prompt)
    ON CONFLICT (media_id) DO UPDATE SET
        max_retries = excluded.max_retries,
        video_goal = excluded.video_goal,
        auto_retry = excluded.auto_retry,
        last_prompt = excluded.last_prompt";

pub(crate) const READ: &str = "
    SELECT max_retries, video_goal, auto_retry, last_prompt
    FROM preferences WHERE media_id = :media_id";

pub(crate) fn write(
    connection: &Connection,
    media_id: &MediaId,
    preferences: &Preferences,
) -> Result<()> {
    let Preferences { max_retries, video_goal, auto_retry, last_prompt } = preferences;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":max_retries": max_retries,
        ":video_goal": video_goal,
        ":auto_retry": auto_retry,
        ":last_prompt": last_prompt.as_str(),
    })?;
    Ok(())
}

pub(crate) fn read(connection: &Connection, media_id: &MediaId) -> Result<Option<Preferences>> {
    connection
        .prepare_cached(READ)?
        .query_row(named_params! { ":media_id": media_id.as_str() }, |row| {
            Ok(Preferences {
                max_retries: row.get("max_retries")?,
                video_goal: row.get("video_goal")?,
                auto_retry: row.get("auto_retry")?,
                last_prompt: column::prompt(row, "last_prompt")?,
            })
        })
        .optional()
}
