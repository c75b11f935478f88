//! `attempt_aliases`: all ids that an attempt goes by (spec A1), which is how a video's post finds
//! its image (spec B1).

use std::collections::HashMap;

use retake_protocol::{AttemptId, MediaId};
use rusqlite::{Connection, OptionalExtension, Result, named_params};

use super::column;

const READ: &str = "
    SELECT alias FROM attempt_aliases WHERE attempt = :attempt ORDER BY position";

const CLEAR: &str = "DELETE FROM attempt_aliases WHERE attempt = :attempt";

const WRITE: &str = "
    INSERT INTO attempt_aliases (alias, attempt, position) VALUES (:alias, :attempt, :position)
    ON CONFLICT (alias, attempt) DO NOTHING";

pub(crate) const OF_IMAGE: &str = "
    SELECT l.attempt, l.alias
    FROM attempts a JOIN attempt_aliases l ON l.attempt = a.number
    WHERE a.media_id = :media_id ORDER BY l.attempt, l.position";

// Where two images had an attempt of one id, the later one is more likely the page's.
pub(crate) const OWNER: &str = "
    SELECT a.media_id
    FROM attempt_aliases l JOIN attempts a ON a.number = l.attempt
    WHERE l.alias = :alias ORDER BY l.attempt DESC LIMIT 1";

/// Makes `aliases` the list of the attempt with this number. Most writes of an attempt change none
/// of its ids, and then nothing is written.
pub(crate) fn write(connection: &Connection, attempt: i64, aliases: &[AttemptId]) -> Result<()> {
    if of_attempt(connection, attempt)? == aliases {
        return Ok(());
    }
    connection.prepare_cached(CLEAR)?.execute(named_params! { ":attempt": attempt })?;
    let mut insert = connection.prepare_cached(WRITE)?;
    for (position, alias) in (0_i64..).zip(aliases) {
        insert.execute(named_params! {
            ":alias": alias.as_str(),
            ":attempt": attempt,
            ":position": position,
        })?;
    }
    Ok(())
}

/// The aliases of all attempts of an image, by the attempt's number.
pub(crate) fn of_image(
    connection: &Connection,
    media_id: &MediaId,
) -> Result<HashMap<i64, Vec<AttemptId>>> {
    let mut statement = connection.prepare_cached(OF_IMAGE)?;
    let mut rows = statement.query(named_params! { ":media_id": media_id.as_str() })?;
    let mut aliases: HashMap<i64, Vec<AttemptId>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let alias = column::attempt_id(row, "alias")?;
        aliases.entry(row.get("attempt")?).or_default().push(alias);
    }
    Ok(aliases)
}

/// The image of the attempt that goes by `alias`.
pub(crate) fn owner(connection: &Connection, alias: &AttemptId) -> Result<Option<MediaId>> {
    connection
        .prepare_cached(OWNER)?
        .query_row(named_params! { ":alias": alias.as_str() }, |row| {
            column::media_id(row, "media_id")
        })
        .optional()
}

fn of_attempt(connection: &Connection, attempt: i64) -> Result<Vec<AttemptId>> {
    connection
        .prepare_cached(READ)?
        .query_map(named_params! { ":attempt": attempt }, |row| column::attempt_id(row, "alias"))?
        .collect()
}
