//! `video_quota`: what Grok said last is left (spec H10). One row, or none.

use retake_grok::quota::ProductQuota;
use retake_session::record::VideoQuota;
use rusqlite::{Connection, OptionalExtension, Result, named_params};

const WRITE: &str = "
    INSERT INTO video_quota (number, is_available, remaining, window_s, next_available_at, since)
    VALUES (1, :is_available, :remaining, :window_s, :next_available_at, :since)
    ON CONFLICT (number) DO UPDATE SET
        is_available = excluded.is_available,
        remaining = excluded.remaining,
        window_s = excluded.window_s,
        next_available_at = excluded.next_available_at,
        since = excluded.since";

pub(crate) fn write(connection: &Connection, quota: &VideoQuota) -> Result<()> {
    let VideoQuota { left, since } = quota;
    let ProductQuota { is_available, remaining, window_s, next_available_at } = left;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":is_available": is_available,
        ":remaining": remaining,
        ":window_s": window_s,
        ":next_available_at": next_available_at,
        ":since": since,
    })?;
    Ok(())
}

pub(crate) fn read(connection: &Connection) -> Result<Option<VideoQuota>> {
    connection
        .prepare_cached("SELECT * FROM video_quota")?
        .query_row([], |row| {
            let left = ProductQuota {
                is_available: row.get("is_available")?,
                remaining: row.get("remaining")?,
                window_s: row.get("window_s")?,
                next_available_at: row.get("next_available_at")?,
            };
            Ok(VideoQuota { left, since: row.get("since")? })
        })
        .optional()
}
