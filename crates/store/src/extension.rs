//! What the browser extension left is kept, and becomes history (spec E3, E4). Reading it is
//! `retake-grok`'s, finding its images `retake-engine`'s, and what it becomes is
//! `retake_session::importing`'s.

use std::collections::BTreeSet;

use retake_grok::extension::LegacyEntry;
use retake_protocol::{MediaId, Millis, SessionId};
use retake_session::importing::MergedImage;
use retake_session::record::{Change, ImageFacts};
use rusqlite::{Connection, Result, Transaction, TransactionBehavior};

use crate::table::extension_entries::{self, KeptEntry};
use crate::table::{images, log_lines, posts, preferences, sessions};
use crate::{StoreError, writer};

/// An entry of the extension, and its image where that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEntry {
    /// The entry.
    pub entry: LegacyEntry,
    /// Its image; `None`: it is to wait.
    pub media_id: Option<MediaId>,
}

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    /// It is part of the image's history now.
    Taken(MediaId),
    /// It is kept, and waits for its image.
    Waits,
    /// It was taken before, as it is.
    Unchanged,
}

/// The entries that wait for their image, in order of arrival.
pub(crate) fn waiting(connection: &Connection) -> Result<Vec<LegacyEntry>> {
    Ok(extension_entries::waiting(connection)?.into_iter().map(|kept| kept.entry).collect())
}

/// Keeps entries, and derives the sessions of their images again, all in one transaction. Answers
/// the outcome of each, in order.
pub(crate) fn import_extension(
    connection: &mut Connection,
    found: &[FoundEntry],
    now: Millis,
) -> std::result::Result<Vec<EntryStatus>, StoreError> {
    let failed = |source| StoreError::Write { what: "what the extension left", source };
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let outcomes = import_in(&transaction, found, now).map_err(failed)?;
    transaction.commit().map_err(failed)?;
    Ok(outcomes)
}

fn import_in(
    transaction: &Transaction<'_>,
    found: &[FoundEntry],
    now: Millis,
) -> Result<Vec<EntryStatus>> {
    let mut outcomes = Vec::with_capacity(found.len());
    let mut touched = BTreeSet::new();
    for found in found {
        let outcome = status_of(transaction, found)?;
        if let EntryStatus::Taken(media_id) = &outcome {
            touched.insert(media_id.clone());
        }
        outcomes.push(outcome);
    }
    // What the user has set since must be told from what an earlier import has set.
    let before: Vec<_> = (touched.into_iter())
        .map(|media_id| Ok((imported_preferences(transaction, &media_id)?, media_id)))
        .collect::<Result<_>>()?;
    for (found, outcome) in found.iter().zip(&outcomes) {
        match outcome {
            EntryStatus::Unchanged => {}
            EntryStatus::Waits => keep(transaction, found.entry.clone(), None, now)?,
            EntryStatus::Taken(media_id) => {
                keep(transaction, found.entry.clone(), Some(media_id.clone()), now)?;
            }
        }
    }
    for (preferences, media_id) in before {
        derive(transaction, &media_id, preferences.as_ref(), now)?;
    }
    Ok(outcomes)
}

fn status_of(transaction: &Transaction<'_>, found: &FoundEntry) -> Result<EntryStatus> {
    let here = extension_entries::read(transaction, &found.entry.key)?;
    // Once found, an image stays, whether or not it would be found now.
    let image_here = here.as_ref().and_then(|here| here.media_id.clone());
    if image_here.is_some() && here.is_some_and(|here| here.entry == found.entry) {
        return Ok(EntryStatus::Unchanged);
    }
    let media_id = image_here.or_else(|| found.media_id.clone());
    Ok(media_id.map_or(EntryStatus::Waits, EntryStatus::Taken))
}

fn keep(
    transaction: &Transaction<'_>,
    entry: LegacyEntry,
    media_id: Option<MediaId>,
    now: Millis,
) -> Result<()> {
    if let Some(media_id) = &media_id
        && !images::is_known(transaction, media_id)?
    {
        let facts = ImageFacts::unknown(media_id.clone(), now);
        images::write(transaction, &facts)?;
    }
    extension_entries::write(transaction, &KeptEntry { entry, imported_at: now, media_id })
}

fn merged(transaction: &Transaction<'_>, media_id: &MediaId) -> Result<Option<MergedImage>> {
    let entries = extension_entries::of_image(transaction, media_id)?;
    let entries: Vec<LegacyEntry> = entries.into_iter().map(|kept| kept.entry).collect();
    Ok(MergedImage::of(&entries))
}

type Preferences = retake_protocol::Preferences;

fn imported_preferences(
    transaction: &Transaction<'_>,
    media_id: &MediaId,
) -> Result<Option<Preferences>> {
    Ok(merged(transaction, media_id)?.map(|merged| merged.preferences))
}

/// Writes the session that an image's entries are now. Preferences that the user has set here stay:
/// only those that `before` had set give way.
fn derive(
    transaction: &Transaction<'_>,
    media_id: &MediaId,
    before: Option<&Preferences>,
    now: Millis,
) -> Result<()> {
    let Some(merged) = merged(transaction, media_id)? else { return Ok(()) };
    let imported_at = extension_entries::of_image(transaction, media_id)?;
    let imported_at = imported_at.first().map_or(now, |kept| kept.imported_at);
    let session_id = match extension_entries::session(transaction, media_id)? {
        Some(session_id) => session_id,
        None => SessionId(sessions::last_id(transaction)?.map_or(0, |id| id.0) + 1),
    };
    let imported = merged.session(media_id, session_id, imported_at);
    let mut changes = vec![Change::Session(imported.session)];
    for post_id in imported.posts {
        if posts::owner(transaction, &post_id)?.is_none() {
            changes.push(Change::Post { media_id: media_id.clone(), post_id });
        }
    }
    let here = preferences::read(transaction, media_id)?;
    if here.is_none() || here.as_ref() == before {
        let (media_id, preferences) = (media_id.clone(), merged.preferences);
        changes.push(Change::Preferences { media_id, preferences });
    }
    log_lines::clear_session(transaction, session_id)?;
    changes.extend(imported.log.into_iter().map(Change::Log));
    writer::apply(transaction, &changes)?;
    extension_entries::write_session(transaction, media_id, session_id)
}
