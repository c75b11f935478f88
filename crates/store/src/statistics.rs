//! Sums over the whole history, made by `SQLite` (spec D3): from the columns that triggers keep and
//! from sessions, so that no attempt is read for them.

use retake_protocol::Millis;
use retake_protocol::statistics::{DayCount, Pace, Statistics};
use retake_protocol::view::Totals;
use rusqlite::{Connection, Result, named_params};

const TOTALS: &str = "SELECT completed, moderated, failed FROM history_totals";

const NEWEST: &str = "SELECT max(started_at) FROM sessions";

pub(crate) const DAY: &str = "
    SELECT coalesce(sum(videos_generated), 0) AS videos, coalesce(sum(moderated), 0) AS moderated,
           coalesce(sum(failed), 0) AS failed
    FROM sessions WHERE started_at >= :from AND started_at < :until";

/// A day of somebody's calendar. Where it begins and ends, the database does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// As in ISO 8601: `2026-11-21`.
    pub date: String,
    /// Its first moment, in ms.
    pub from: Millis,
    /// The first moment after it, in ms.
    pub until: Millis,
}

const LAYERS: &str = "
    SELECT coalesce(sum(layer1_failures), 0) AS first, coalesce(sum(layer2_failures), 0) AS second,
           coalesce(sum(layer3_failures), 0) AS third
    FROM (SELECT * FROM sessions ORDER BY started_at DESC LIMIT 2000)";

/// What a time per attempt is known from at least.
const TIMED_SESSIONS: usize = 5;

pub(crate) const ENDED: &str = "
    SELECT videos_generated, moderated, failed, ended_at - started_at AS span,
           outcome IN ('success', 'max_retries') AS ended_by_itself
    FROM sessions WHERE ended_at IS NOT NULL ORDER BY started_at DESC LIMIT 100";

/// `days_to` gives the days to count, up to the one of a moment in ms.
pub(crate) fn read(
    connection: &Connection,
    days_to: impl Fn(Millis) -> Vec<CalendarDay>,
) -> Result<Statistics> {
    let totals = connection.prepare_cached(TOTALS)?.query_row([], |row| {
        let (completed, moderated): (u32, u32) = (row.get("completed")?, row.get("moderated")?);
        let failed: u32 = row.get("failed")?;
        Ok(Totals { attempts: completed + moderated + failed, completed, moderated, failed })
    })?;
    let layers = connection
        .prepare_cached(LAYERS)?
        .query_row([], |row| Ok([row.get("first")?, row.get("second")?, row.get("third")?]))?;
    let newest: Option<Millis> =
        connection.prepare_cached(NEWEST)?.query_row([], |row| row.get(0))?;
    let days = newest.map(days_to).unwrap_or_default().into_iter();
    let days: Vec<DayCount> = days.map(|day| count(connection, day)).collect::<Result<_>>()?;
    Ok(Statistics { totals, layers, days })
}

fn count(connection: &Connection, day: CalendarDay) -> Result<DayCount> {
    let CalendarDay { date, from, until } = day;
    connection.prepare_cached(DAY)?.query_row(
        named_params! { ":from": from, ":until": until },
        |row| {
            Ok(DayCount {
                date,
                videos: row.get("videos")?,
                moderated: row.get("moderated")?,
                failed: row.get("failed")?,
            })
        },
    )
}

/// What the newest sessions took (spec M8).
pub(crate) fn pace(connection: &Connection) -> Result<Pace> {
    let mut pace = Pace::default();
    // Of each session that nobody interrupted: how long an attempt took, in ms.
    let mut spans: Vec<Millis> = Vec::new();
    let mut statement = connection.prepare_cached(ENDED)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let videos: u32 = row.get("videos_generated")?;
        let credits = videos + row.get::<_, u32>("moderated")?;
        let attempts = credits + row.get::<_, u32>("failed")?;
        pace.videos += videos;
        pace.credits += credits;
        pace.attempts += attempts;
        if attempts > 0 && row.get("ended_by_itself")? {
            spans.push(row.get::<_, Millis>("span")? / Millis::from(attempts));
        }
    }
    spans.sort_unstable();
    pace.attempt_ms = (spans.len() >= TIMED_SESSIONS).then(|| spans[spans.len() / 2]);
    Ok(pace)
}
