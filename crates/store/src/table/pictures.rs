//! `pictures`: a small picture of each image and video, within a budget (spec D2).

use retake_protocol::{MediaId, Millis};
use rusqlite::{Connection, OptionalExtension, Result, named_params};

const WRITE: &str = "
    INSERT INTO pictures (media_id, key, size, seen_at, bytes)
    VALUES (:media_id, :key, length(:bytes), :seen_at, :bytes)
    ON CONFLICT (media_id, key) DO UPDATE SET
        size = excluded.size, seen_at = excluded.seen_at, bytes = excluded.bytes";

pub(crate) const READ: &str =
    "SELECT bytes FROM pictures WHERE media_id = :media_id AND key = :key";

const TOTAL: &str = "SELECT coalesce(sum(size), 0) FROM pictures";

// As many of the longest unseen as it takes.
const MAKE_PLACE: &str = "
    DELETE FROM pictures WHERE number IN (
        SELECT number FROM (
            SELECT number, sum(size) OVER (ORDER BY seen_at, number) - size AS freed FROM pictures)
        WHERE freed < :too_much)";

// The image's own first, then the newest attempts'.
pub(crate) const MISSING: &str = "
    SELECT 'image' AS key, image_url AS url, 9223372036854775807 AS place FROM images
    WHERE media_id = :media_id AND image_url <> ''
        AND NOT EXISTS (SELECT 1 FROM pictures p
                        WHERE p.media_id = :media_id AND p.key = 'image')
    UNION ALL
    SELECT attempt_id, thumbnail_url, number FROM attempts a
    WHERE media_id = :media_id AND thumbnail_url <> ''
        AND NOT EXISTS (SELECT 1 FROM pictures p
                        WHERE p.media_id = a.media_id AND p.key = a.attempt_id)
    ORDER BY place DESC LIMIT :limit";

/// Keeps a picture, and drops those unseen longest where all of them take more than `budget` bytes.
pub(crate) fn write(
    connection: &Connection,
    media_id: &MediaId,
    key: &str,
    bytes: &[u8],
    now: Millis,
    budget: i64,
) -> Result<()> {
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":media_id": media_id.as_str(),
        ":key": key,
        ":seen_at": now,
        ":bytes": bytes,
    })?;
    let total: i64 = connection.prepare_cached(TOTAL)?.query_row([], |row| row.get(0))?;
    if total > budget {
        let too_much = total - budget;
        connection.prepare_cached(MAKE_PLACE)?.execute(named_params! { ":too_much": too_much })?;
    }
    Ok(())
}

/// What all of them take, in bytes.
pub(crate) fn total(connection: &Connection) -> Result<u64> {
    connection.prepare_cached(TOTAL)?.query_row([], |row| row.get(0).map(i64::unsigned_abs))
}

pub(crate) fn read(
    connection: &Connection,
    media_id: &MediaId,
    key: &str,
) -> Result<Option<Vec<u8>>> {
    connection
        .prepare_cached(READ)?
        .query_row(named_params! { ":media_id": media_id.as_str(), ":key": key }, |row| {
            row.get("bytes")
        })
        .optional()
}

/// The keys and addresses of pictures of an image that are not kept yet.
pub(crate) fn missing(
    connection: &Connection,
    media_id: &MediaId,
    limit: u32,
) -> Result<Vec<(String, String)>> {
    connection
        .prepare_cached(MISSING)?
        .query_map(named_params! { ":media_id": media_id.as_str(), ":limit": limit }, |row| {
            Ok((row.get("key")?, row.get("url")?))
        })?
        .collect()
}
