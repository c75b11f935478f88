//! `library_filters`: filters of the library that the user keeps under a name (spec K3).

use retake_protocol::library::{LibraryFilter, NamedFilter};
use rusqlite::{Connection, Error, Result, named_params};

const WRITE: &str = "
    INSERT INTO library_filters (name, filter) VALUES (:name, :filter)
    ON CONFLICT (name) DO UPDATE SET filter = excluded.filter";

/// Keeps a filter, or gives a kept name another one.
pub(crate) fn write(connection: &Connection, kept: &NamedFilter) -> Result<()> {
    let NamedFilter { name, filter } = kept;
    let filter = serde_json::to_string(filter)
        .map_err(|error| Error::ToSqlConversionFailure(Box::new(error)))?;
    connection
        .prepare_cached(WRITE)?
        .execute(named_params! { ":name": name, ":filter": filter })?;
    Ok(())
}

/// Keeps a filter no longer.
pub(crate) fn delete(connection: &Connection, name: &str) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM library_filters WHERE name = :name")?
        .execute(named_params! { ":name": name })?;
    Ok(())
}

/// Keeps none of them any longer.
pub(crate) fn clear(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM library_filters", []).map(drop)
}

/// All of them by name. One that a newer Retake wrote and this one can't read is left out.
pub(crate) fn all(connection: &Connection) -> Result<Vec<NamedFilter>> {
    let mut query =
        connection.prepare_cached("SELECT name, filter FROM library_filters ORDER BY name")?;
    let rows = query.query_map([], |row| Ok((row.get("name")?, row.get("filter")?)))?;
    let rows: Vec<(String, String)> = rows.collect::<Result<_>>()?;
    let read = rows.into_iter().filter_map(|(name, filter)| {
        let filter: LibraryFilter = serde_json::from_str(&filter).ok()?;
        Some(NamedFilter { name, filter })
    });
    Ok(read.collect())
}
