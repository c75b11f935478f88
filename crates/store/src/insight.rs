//! Sums over the whole history, made by `SQLite` (spec D3): from the columns that triggers keep and
//! from sessions, so that no attempt is read for them.

use retake_protocol::insight::{DayCount, Insight};
use retake_protocol::view::Totals;
use rusqlite::{Connection, Result};

const TOTALS: &str = "SELECT completed, moderated, failed FROM history_totals";

// Days are those of UTC: where the user's own day begins, the database does not know.
pub(crate) const DAYS: &str = "
    SELECT started_at / 86400000 * 86400000 AS day, sum(videos_generated) AS videos,
           sum(moderated) AS moderated, sum(failed) AS failed
    FROM sessions
    WHERE started_at >= (SELECT max(started_at) FROM sessions) - 2592000000
    GROUP BY day ORDER BY day DESC LIMIT 30";

const LAYERS: &str = "
    SELECT coalesce(sum(layer1_failures), 0) AS first, coalesce(sum(layer2_failures), 0) AS second,
           coalesce(sum(layer3_failures), 0) AS third
    FROM (SELECT * FROM sessions ORDER BY started_at DESC LIMIT 2000)";

pub(crate) fn read(connection: &Connection) -> Result<Insight> {
    let totals = connection.prepare_cached(TOTALS)?.query_row([], |row| {
        let (completed, moderated): (u32, u32) = (row.get("completed")?, row.get("moderated")?);
        let failed: u32 = row.get("failed")?;
        Ok(Totals { attempts: completed + moderated + failed, completed, moderated, failed })
    })?;
    let layers = connection
        .prepare_cached(LAYERS)?
        .query_row([], |row| Ok([row.get("first")?, row.get("second")?, row.get("third")?]))?;
    let mut days: Vec<DayCount> = connection
        .prepare_cached(DAYS)?
        .query_map([], |row| {
            Ok(DayCount {
                day: row.get("day")?,
                videos: row.get("videos")?,
                moderated: row.get("moderated")?,
                failed: row.get("failed")?,
            })
        })?
        .collect::<Result<_>>()?;
    days.reverse();
    Ok(Insight { totals, layers, days })
}
