//! `settings`: values by name, as text. What names there are and what they mean is the shell's.

use rusqlite::{Connection, OptionalExtension, Result, named_params};

const WRITE: &str = "
    INSERT INTO settings (name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";

const READ: &str = "SELECT value FROM settings WHERE name = :name";

pub(crate) fn write(connection: &Connection, name: &str, value: &str) -> Result<()> {
    connection.prepare_cached(WRITE)?.execute(named_params! { ":name": name, ":value": value })?;
    Ok(())
}

pub(crate) fn read(connection: &Connection, name: &str) -> Result<Option<String>> {
    connection
        .prepare_cached(READ)?
        .query_row(named_params! { ":name": name }, |row| row.get("value"))
        .optional()
}

/// All of them, by name.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(String, String)>> {
    let mut query = connection.prepare_cached("SELECT name, value FROM settings ORDER BY name")?;
    query.query_map([], |row| Ok((row.get("name")?, row.get("value")?)))?.collect()
}
