//! `kept_prompts`: prompts that the user keeps, under a name or without one.

use retake_protocol::prompts::KeptPrompt;
use retake_protocol::{Millis, Prompt};
use rusqlite::{Connection, Result, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO kept_prompts (prompt, name, kept_at) VALUES (:prompt, :name, :kept_at)
    ON CONFLICT (prompt) DO UPDATE SET name = excluded.name";

const ALL: &str = "SELECT prompt, name FROM kept_prompts ORDER BY number";

/// Keeps a prompt, or gives a kept one another name.
pub(crate) fn write(connection: &Connection, kept: &KeptPrompt, kept_at: Millis) -> Result<()> {
    let KeptPrompt { prompt, name } = kept;
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":prompt": prompt.as_str(),
        ":name": name,
        ":kept_at": kept_at,
    })?;
    Ok(())
}

/// Keeps a prompt no longer.
pub(crate) fn delete(connection: &Connection, prompt: &Prompt) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM kept_prompts WHERE prompt = :prompt")?
        .execute(named_params! { ":prompt": prompt.as_str() })?;
    Ok(())
}

/// Keeps none of them any longer.
pub(crate) fn clear(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM kept_prompts", []).map(drop)
}

/// All of them, in the order in which they were kept.
pub(crate) fn all(connection: &Connection) -> Result<Vec<KeptPrompt>> {
    connection
        .prepare_cached(ALL)?
        .query_map([], |row| {
            Ok(KeptPrompt { prompt: column::prompt(row, "prompt")?, name: row.get("name")? })
        })?
        .collect()
}
