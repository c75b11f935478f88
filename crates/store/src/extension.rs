//! What the browser extension left is stored, and becomes history (spec E3, E4): reads the rows that
//! `retake_session::importing` decides by, and writes what it decides, in one transaction. Reading the
//! entries is `retake-grok`'s, finding their images `retake-engine`'s.

use std::collections::BTreeMap;

use retake_grok::extension::LegacyEntry;
use retake_protocol::{MediaId, Millis, SessionId};
use retake_session::importing::{EntryStatus, FoundEntry, KeptEntry, KnownImage, named_posts};
use retake_session::record::ImageFacts;
use rusqlite::{Connection, Result, Transaction, TransactionBehavior};

use crate::table::{extension_entries, images, log_lines, posts, preferences, sessions};
use crate::{StoreError, writer};

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
    let mut earlier = BTreeMap::new();
    for found in found {
        let kept = extension_entries::read(transaction, &found.entry.key)?;
        let status = found.status(kept.as_ref());
        if let EntryStatus::Taken(media_id) = &status
            && !earlier.contains_key(media_id)
        {
            let entries = extension_entries::of_image(transaction, media_id)?;
            earlier.insert(media_id.clone(), entries);
        }
        outcomes.push(status);
    }
    for (found, status) in found.iter().zip(&outcomes) {
        if let Some(kept) = found.to_keep(status, now) {
            keep(transaction, &kept)?;
        }
    }
    for (media_id, earlier_entries) in earlier {
        write_history(transaction, media_id, earlier_entries)?;
    }
    Ok(outcomes)
}

fn keep(transaction: &Transaction<'_>, kept: &KeptEntry) -> Result<()> {
    // The entry's row refers to the image's.
    if let Some(media_id) = &kept.media_id
        && !images::is_known(transaction, media_id)?
    {
        images::write(transaction, &ImageFacts::unknown(media_id.clone(), kept.imported_at))?;
    }
    extension_entries::write(transaction, kept)
}

/// Writes the rows that an image's entries are now.
fn write_history(
    transaction: &Transaction<'_>,
    media_id: MediaId,
    earlier_entries: Vec<KeptEntry>,
) -> Result<()> {
    let entries = extension_entries::of_image(transaction, &media_id)?;
    let session_id = session_of(transaction, &media_id)?;
    let known = KnownImage {
        session_id,
        preferences: preferences::read(transaction, &media_id)?,
        owned_posts: posts::owned(transaction, &named_posts(&entries))?,
        entries,
        earlier_entries,
        media_id,
    };
    let Some(rows) = known.rows() else { return Ok(()) };
    // The session may have been imported before, with another log.
    log_lines::clear_session(transaction, session_id)?;
    writer::apply(transaction, &rows)?;
    extension_entries::write_session(transaction, &known.media_id, session_id)
}

/// The session that the image's entries became before, else the next free id.
fn session_of(transaction: &Transaction<'_>, media_id: &MediaId) -> Result<SessionId> {
    if let Some(session_id) = extension_entries::session(transaction, media_id)? {
        return Ok(session_id);
    }
    Ok(SessionId(sessions::last_id(transaction)?.map_or(0, |id| id.0) + 1))
}
