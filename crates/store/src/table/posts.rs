//! `posts`: which image the page showed under which post (spec B1). A post is a page of one image:
//! told again, the newer word counts.

use std::collections::BTreeSet;

use retake_protocol::{MediaId, PostId};
use rusqlite::{Connection, OptionalExtension, Result, named_params};

use super::column;

const WRITE: &str = "
    INSERT INTO posts (post_id, media_id) VALUES (:post_id, :media_id)
    ON CONFLICT (post_id) DO UPDATE SET media_id = excluded.media_id";

pub(crate) const OF_IMAGE: &str =
    "SELECT post_id FROM posts WHERE media_id = :media_id ORDER BY number";

pub(crate) const OWNER: &str = "SELECT media_id FROM posts WHERE post_id = :post_id";

pub(crate) fn write(connection: &Connection, media_id: &MediaId, post_id: &PostId) -> Result<()> {
    connection.prepare_cached(WRITE)?.execute(named_params! {
        ":post_id": post_id.as_str(),
        ":media_id": media_id.as_str(),
    })?;
    Ok(())
}

/// The posts of an image, in order of first sight.
pub(crate) fn of_image(connection: &Connection, media_id: &MediaId) -> Result<Vec<PostId>> {
    connection
        .prepare_cached(OF_IMAGE)?
        .query_map(named_params! { ":media_id": media_id.as_str() }, |row| {
            column::post_id(row, "post_id")
        })?
        .collect()
}

/// The image that the page showed under this post.
pub(crate) fn owner(connection: &Connection, post_id: &PostId) -> Result<Option<MediaId>> {
    connection
        .prepare_cached(OWNER)?
        .query_row(named_params! { ":post_id": post_id.as_str() }, |row| {
            column::media_id(row, "media_id")
        })
        .optional()
}

/// Those of the posts that belong to an image.
pub(crate) fn owned(connection: &Connection, posts: &[PostId]) -> Result<BTreeSet<PostId>> {
    let mut owned = BTreeSet::new();
    for post_id in posts {
        if owner(connection, post_id)?.is_some() {
            owned.insert(post_id.clone());
        }
    }
    Ok(owned)
}
