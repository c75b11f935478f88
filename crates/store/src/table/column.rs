//! Reading columns that hold more than `SQLite` knows: ids, words, prompts. What does not fit is an
//! error that names the column; the value of an id or a word may stand in it, a prompt never does.

use retake_protocol::{AttemptId, MediaId, PostId, Prompt};
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row};

/// A column holds what this program has no word for.
#[derive(Debug, thiserror::Error)]
#[error("column {column} holds {value:?}, which this Retake does not know")]
struct UnknownValue {
    column: &'static str,
    value: String,
}

/// A word of the spec, or anything else that is read from text by `parse`.
pub(crate) fn string_enum<T>(
    row: &Row<'_>,
    column: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T> {
    parsed(row, column, row.get(column)?, parse)
}

/// The same where the column may be null.
pub(crate) fn optional_string_enum<T>(
    row: &Row<'_>,
    column: &'static str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>> {
    let value: Option<String> = row.get(column)?;
    value.map(|value| parsed(row, column, value, parse)).transpose()
}

fn parsed<T>(
    row: &Row<'_>,
    column: &'static str,
    value: String,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T> {
    if let Some(parsed) = parse(&value) {
        return Ok(parsed);
    }
    let index = row.as_ref().column_index(column)?;
    let unknown = Box::new(UnknownValue { column, value });
    Err(Error::FromSqlConversionFailure(index, Type::Text, unknown))
}

pub(crate) fn media_id(row: &Row<'_>, column: &'static str) -> Result<MediaId> {
    string_enum(row, column, |text| MediaId::new(text))
}

pub(crate) fn attempt_id(row: &Row<'_>, column: &'static str) -> Result<AttemptId> {
    string_enum(row, column, |text| AttemptId::new(text))
}

pub(crate) fn post_id(row: &Row<'_>, column: &'static str) -> Result<PostId> {
    string_enum(row, column, |text| PostId::new(text))
}

pub(crate) fn prompt(row: &Row<'_>, column: &'static str) -> Result<Prompt> {
    row.get::<_, String>(column).map(Prompt::new)
}

pub(crate) fn optional_prompt(row: &Row<'_>, column: &'static str) -> Result<Option<Prompt>> {
    Ok(row.get::<_, Option<String>>(column)?.map(Prompt::new))
}
