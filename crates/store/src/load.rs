//! What the session machine asks for: an image whole, what was open at the last end, and whose post
//! one is. It puts the tables' rows together and judges none of them.

use retake_protocol::{MediaId, PostId};
use retake_session::record::{StoredImage, StoredState};
use retake_session::{OwnedId, StoredOwner};
use rusqlite::{Connection, Result};

use crate::table::{
    actions, attempt_aliases, attempts, images, posts, preferences, presses, queue_entries,
    sessions, video_quota,
};

pub(crate) fn start(connection: &Connection) -> Result<StoredState> {
    Ok(StoredState {
        last_session_id: sessions::last_id(connection)?,
        last_action_id: actions::last_id(connection)?,
        last_click_at: actions::last_click_at(connection)?
            .max(presses::last_that_began(connection)?),
        active_sessions: sessions::active(connection)?,
        open_actions: actions::open(connection)?,
        queue: queue_entries::all(connection)?,
        pressed_images: presses::images_under_way(connection)?,
        video_quota: video_quota::read(connection)?,
    })
}

pub(crate) fn image(connection: &Connection, media_id: &MediaId) -> Result<Option<StoredImage>> {
    let Some(facts) = images::facts(connection, media_id)? else {
        return Ok(None);
    };
    let last_session = sessions::newest_of_image(connection, media_id, 1)?.pop();
    let last_press = match &last_session {
        Some(session) => actions::last_press_of_session(connection, session.session_id)?,
        None => None,
    };
    Ok(Some(StoredImage {
        facts,
        preferences: preferences::read(connection, media_id)?,
        attempts: attempts::of_image(connection, media_id)?,
        last_session,
        last_press,
        posts: posts::of_image(connection, media_id)?,
        presses: presses::under_way(connection, media_id)?,
        pictures: presses::pictures(connection, media_id)?,
    }))
}

/// Spec B1, its last step: an attempt or image stored earlier has the post as its id.
pub(crate) fn owner(connection: &Connection, post_id: &PostId) -> Result<Option<StoredOwner>> {
    if let Some(media_id) = attempt_aliases::owner(connection, &post_id.as_attempt())? {
        return Ok(Some(StoredOwner { media_id, of: OwnedId::Attempt }));
    }
    let media_id = post_id.as_image();
    if images::is_known(connection, &media_id)? {
        return Ok(Some(StoredOwner { media_id, of: OwnedId::Image }));
    }
    let media_id = posts::owner(connection, post_id)?;
    Ok(media_id.map(|media_id| StoredOwner { media_id, of: OwnedId::Post }))
}
