//! What the user thinks of an image or a video (spec K3): columns of `images` and `attempts`, and their
//! tags. The rows themselves are written by `images` and `attempts`, which leave these columns alone.

use std::collections::BTreeMap;

use retake_protocol::library::{ImageMarks, ItemId, Mark, MarkChange};
use retake_protocol::{AttemptId, MediaId, Pick};
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Result, Row, named_params};

use super::column;

const SET_OF_IMAGE: &str = "
    UPDATE images SET rating = :rating, pick = :pick, note = :note WHERE number = :number";

const SET_OF_VIDEO: &str = "
    UPDATE attempts SET rating = :rating, pick = :pick, note = :note WHERE number = :number";

pub(crate) const OF_IMAGE: &str = "
    SELECT number, rating, pick, note,
           (SELECT json_group_array(tag ORDER BY tag) FROM image_tags t
            WHERE t.image = images.number) AS tags
    FROM images WHERE media_id = :media_id";

pub(crate) const OF_VIDEO: &str = "
    SELECT number, attempt_id, rating, pick, note,
           (SELECT json_group_array(tag ORDER BY tag) FROM attempt_tags t
            WHERE t.attempt = attempts.number) AS tags
    FROM attempts WHERE media_id = :media_id AND attempt_id = :attempt_id";

pub(crate) const OF_VIDEOS: &str = "
    SELECT number, attempt_id, rating, pick, note,
           (SELECT json_group_array(tag ORDER BY tag) FROM attempt_tags t
            WHERE t.attempt = attempts.number) AS tags
    FROM attempts WHERE media_id = :media_id";

/// Everything that is marked of one image.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<ImageMarks> {
    let which = named_params! { ":media_id": media_id.as_str() };
    let image = connection.prepare_cached(OF_IMAGE)?.query_row(which, mark_of).optional()?;
    let videos: Vec<(AttemptId, Mark)> = connection
        .prepare_cached(OF_VIDEOS)?
        .query_map(which, |row| Ok((column::attempt_id(row, "attempt_id")?, mark_of(row)?)))?
        .collect::<Result<_>>()?;
    let videos: BTreeMap<_, _> =
        videos.into_iter().filter(|(_, mark)| *mark != Mark::default()).collect();
    Ok(ImageMarks { image: image.unwrap_or_default(), videos })
}

/// The number of an item's row and its mark; `None`: there is no such item.
fn find(connection: &Connection, item: &ItemId) -> Result<Option<(i64, Mark)>> {
    let numbered = |row: &Row<'_>| Ok((row.get("number")?, mark_of(row)?));
    let media_id = item.media_id.as_str();
    match &item.attempt_id {
        None => connection
            .prepare_cached(OF_IMAGE)?
            .query_row(named_params! { ":media_id": media_id }, numbered),
        Some(attempt_id) => connection.prepare_cached(OF_VIDEO)?.query_row(
            named_params! { ":media_id": media_id, ":attempt_id": attempt_id.as_str() },
            numbered,
        ),
    }
    .optional()
}

/// Changes the marks of items; of one that was forgotten nothing is kept.
pub(crate) fn change(connection: &Connection, items: &[ItemId], change: &MarkChange) -> Result<()> {
    for item in items {
        if let Some((number, before)) = find(connection, item)? {
            let mut after = before.clone();
            change.apply_to(&mut after);
            write_row(connection, item, number, (&before, &after))?;
        }
    }
    Ok(())
}

/// Replaces the whole mark of an item.
pub(crate) fn write(connection: &Connection, item: &ItemId, mark: &Mark) -> Result<()> {
    match find(connection, item)? {
        Some((number, before)) => write_row(connection, item, number, (&before, mark)),
        None => Ok(()),
    }
}

/// What is marked of a video goes over to the one that it turned out to be; what that one has stays.
pub(crate) fn move_to(
    connection: &Connection,
    from: (&MediaId, &AttemptId),
    to: (&MediaId, &AttemptId),
) -> Result<()> {
    let item = |(media_id, attempt_id): (&MediaId, &AttemptId)| ItemId {
        media_id: media_id.clone(),
        attempt_id: Some(attempt_id.clone()),
    };
    let Some((_, old)) = find(connection, &item(from))? else { return Ok(()) };
    let Some((number, here)) = find(connection, &item(to))? else { return Ok(()) };
    let joined = retake_session::merging::joined_mark(&here, old);
    write_row(connection, &item(to), number, (&here, &joined))
}

fn write_row(
    connection: &Connection,
    item: &ItemId,
    number: i64,
    (before, after): (&Mark, &Mark),
) -> Result<()> {
    let Mark { rating, pick, note, tags } = after;
    let is_image = item.attempt_id.is_none();
    let set = if is_image { SET_OF_IMAGE } else { SET_OF_VIDEO };
    connection.prepare_cached(set)?.execute(named_params! {
        ":number": number,
        ":rating": rating,
        ":pick": pick.as_str(),
        ":note": note,
    })?;
    let (add, drop) = if is_image {
        (
            "INSERT OR IGNORE INTO image_tags (image, tag) VALUES (?1, ?2)",
            "DELETE FROM image_tags WHERE image = ?1 AND tag = ?2",
        )
    } else {
        (
            "INSERT OR IGNORE INTO attempt_tags (attempt, tag) VALUES (?1, ?2)",
            "DELETE FROM attempt_tags WHERE attempt = ?1 AND tag = ?2",
        )
    };
    for tag in before.tags.iter().filter(|tag| !tags.contains(tag)) {
        connection.prepare_cached(drop)?.execute((number, tag))?;
    }
    for tag in tags.iter().filter(|tag| !before.tags.contains(tag)) {
        connection.prepare_cached(add)?.execute((number, tag))?;
    }
    Ok(())
}

/// The mark in a row of the columns `rating`, `pick`, `note` and `tags`.
pub(crate) fn mark_of(row: &Row<'_>) -> Result<Mark> {
    let tags: String = row.get("tags")?;
    let tags = serde_json::from_str(&tags)
        .map_err(|error| Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))?;
    Ok(Mark {
        rating: row.get("rating")?,
        pick: column::string_enum(row, "pick", Pick::from_text)?,
        note: row.get("note")?,
        tags,
    })
}
