//! Histories whole: read one after another for an export, and joined from a file in one transaction
//! (spec D6). What joins how is `retake_session::merging`'s; files and formats are `retake-engine`'s.

use std::ops::ControlFlow;

use retake_protocol::MediaId;
use retake_session::merging::{Numbers, Tally, join};
use retake_session::record::ImageHistory;
use rusqlite::{Connection, Result, TransactionBehavior};

use crate::table::{actions, attempts, images, log_lines, marks, posts, preferences, sessions};
use crate::{StoreError, writer};

/// Which histories are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// That of one image.
    Image(MediaId),
    /// All, in order of first sight. The settings are no history.
    All,
}

impl From<Option<MediaId>> for Scope {
    fn from(media_id: Option<MediaId>) -> Self {
        media_id.map_or(Self::All, Self::Image)
    }
}

/// Reads histories one by one, until `take` breaks.
pub(crate) fn read(
    connection: &Connection,
    which: &Scope,
    mut take: impl FnMut(ImageHistory) -> ControlFlow<()>,
) -> Result<()> {
    let ids = match which {
        Scope::Image(media_id) => vec![media_id.clone()],
        Scope::All => images::ids(connection)?,
    };
    for media_id in ids {
        if let Some(history) = history(connection, &media_id)?
            && take(history).is_break()
        {
            break;
        }
    }
    Ok(())
}

fn history(connection: &Connection, media_id: &MediaId) -> Result<Option<ImageHistory>> {
    let Some(image) = images::facts(connection, media_id)? else { return Ok(None) };
    Ok(Some(ImageHistory {
        image,
        preferences: preferences::read(connection, media_id)?,
        posts: posts::of_image(connection, media_id)?,
        sessions: sessions::of_image(connection, media_id)?,
        attempts: attempts::of_image(connection, media_id)?,
        actions: actions::of_image(connection, media_id)?,
        log: log_lines::of_image(connection, media_id)?,
        marks: marks::of_image(connection, media_id)?,
    }))
}

/// Joins all histories of a file, or none of them.
pub(crate) fn import(
    connection: &mut Connection,
    histories: impl Iterator<Item = ImageHistory>,
) -> std::result::Result<Tally, StoreError> {
    let failed = |source| StoreError::Write { what: "the imported history", source };
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let last_session = sessions::last_id(&transaction).map_err(failed)?;
    let mut numbers = Numbers::after(last_session, actions::last_id(&transaction).map_err(failed)?);
    let mut tally = Tally::default();
    for file in histories {
        let here = history(&transaction, &file.image.media_id).map_err(failed)?;
        let owned = posts::owned(&transaction, &file.posts).map_err(failed)?;
        let changes = join(here.as_ref(), file, &owned, &mut numbers, &mut tally)?;
        writer::apply(&transaction, &changes).map_err(failed)?;
    }
    transaction.commit().map_err(failed)?;
    Ok(tally)
}
