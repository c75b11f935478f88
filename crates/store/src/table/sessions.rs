//! `sessions`: one row a session, active or ended. With its image's row it holds the summary of
//! spec C18.

use retake_protocol::{MediaId, PostId, SessionId, SessionOutcome};
use retake_session::record::{Counters, SessionRecord};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO sessions (session_id, media_id, prompt, max_retries, video_goal, moderated, failed,
                          videos_generated, layer1_failures, layer2_failures, layer3_failures,
                          outcome, current_post_id, started_at, ended_at, last_failure_time,
                          resumed_from, beside)
    VALUES (:session_id, :media_id, :prompt, :max_retries, :video_goal, :moderated, :failed,
            :videos_generated, :layer1_failures, :layer2_failures, :layer3_failures,
            :outcome, :current_post_id, :started_at, :ended_at, :last_failure_time, :resumed_from,
            :beside)
    ON CONFLICT (session_id) DO UPDATE SET
        prompt = excluded.prompt,
        max_retries = excluded.max_retries,
        video_goal = excluded.video_goal,
        moderated = excluded.moderated,
        failed = excluded.failed,
        videos_generated = excluded.videos_generated,
        layer1_failures = excluded.layer1_failures,
        layer2_failures = excluded.layer2_failures,
        layer3_failures = excluded.layer3_failures,
        outcome = excluded.outcome,
        current_post_id = excluded.current_post_id,
        started_at = excluded.started_at,
        ended_at = excluded.ended_at,
        last_failure_time = excluded.last_failure_time,
        resumed_from = excluded.resumed_from,
        beside = excluded.beside";

pub(crate) const NEWEST_OF_IMAGE: &str = "
    SELECT * FROM sessions WHERE media_id = :media_id
    ORDER BY started_at DESC, session_id DESC LIMIT :limit";

pub(crate) const OF_IMAGE: &str =
    "SELECT * FROM sessions WHERE media_id = :media_id ORDER BY started_at, session_id";

// Written out for the index of the same condition.
pub(crate) const ACTIVE: &str =
    "SELECT * FROM sessions WHERE outcome = 'pending' ORDER BY session_id";

const ALL: &str = "SELECT * FROM sessions ORDER BY session_id";

// AUTOINCREMENT's own book: it also knows the numbers of sessions that were deleted.
const LAST_ID: &str = "SELECT seq FROM sqlite_sequence WHERE name = 'sessions'";

pub(crate) fn write(connection: &Connection, session: &SessionRecord) -> Result<()> {
    let SessionRecord {
        session_id,
        media_id,
        prompt,
        max_retries,
        video_goal,
        counters,
        outcome,
        current_post_id,
        started_at,
        ended_at,
        last_failure_time,
        resumed_from,
    } = session;
    let Counters {
        moderated,
        failed,
        videos_generated,
        layer1_failures,
        layer2_failures,
        layer3_failures,
        beside,
    } = counters;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":session_id": session_id.0,
        ":media_id": media_id.as_str(),
        ":prompt": prompt.as_str(),
        ":max_retries": max_retries,
        ":video_goal": video_goal,
        ":moderated": moderated,
        ":failed": failed,
        ":videos_generated": videos_generated,
        ":layer1_failures": layer1_failures,
        ":layer2_failures": layer2_failures,
        ":layer3_failures": layer3_failures,
        ":outcome": outcome.as_str(),
        ":current_post_id": current_post_id.as_ref().map(PostId::as_str),
        ":started_at": started_at,
        ":ended_at": ended_at,
        ":last_failure_time": last_failure_time,
        ":resumed_from": resumed_from.map(|from| from.0),
        ":beside": beside,
    })?;
    Ok(())
}

/// The newest sessions of an image, newest first.
pub(crate) fn newest_of_image(
    connection: &Connection,
    media_id: &MediaId,
    limit: u32,
) -> Result<Vec<SessionRecord>> {
    connection
        .prepare_cached(NEWEST_OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":limit": limit }, record_of)?
        .collect()
}

/// All sessions of an image, in order of start.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<SessionRecord>> {
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, record_of)?
        .collect()
}

/// The sessions that have not ended, in order of start.
pub(crate) fn active(connection: &Connection) -> Result<Vec<SessionRecord>> {
    connection.prepare_cached(ACTIVE)?.query_map([], record_of)?.collect()
}

/// All sessions, in order of start.
pub(crate) fn all(connection: &Connection) -> Result<Vec<SessionRecord>> {
    connection.prepare_cached(ALL)?.query_map([], record_of)?.collect()
}

/// The highest number that a session was ever given.
pub(crate) fn last_id(connection: &Connection) -> Result<Option<SessionId>> {
    connection
        .prepare_cached(LAST_ID)?
        .query_row([], |row| row.get("seq").map(SessionId))
        .optional()
}

fn record_of(row: &Row<'_>) -> Result<SessionRecord> {
    Ok(SessionRecord {
        session_id: SessionId(row.get("session_id")?),
        media_id: column::media_id(row, "media_id")?,
        prompt: column::prompt(row, "prompt")?,
        max_retries: row.get("max_retries")?,
        video_goal: row.get("video_goal")?,
        counters: Counters {
            moderated: row.get("moderated")?,
            failed: row.get("failed")?,
            videos_generated: row.get("videos_generated")?,
            layer1_failures: row.get("layer1_failures")?,
            layer2_failures: row.get("layer2_failures")?,
            layer3_failures: row.get("layer3_failures")?,
            beside: row.get("beside")?,
        },
        outcome: column::string_enum(row, "outcome", SessionOutcome::from_text)?,
        current_post_id: column::optional_string_enum(row, "current_post_id", |text| {
            PostId::new(text)
        })?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        last_failure_time: row.get("last_failure_time")?,
        resumed_from: row.get::<_, Option<i64>>("resumed_from")?.map(SessionId),
    })
}
