//! Which entries are new, which wait for their image, and which were imported before (spec E3).

use retake_grok::extension::LegacyEntry;
use retake_protocol::{MediaId, Millis};

/// An entry that was read, and its image where that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundEntry {
    /// The entry.
    pub entry: LegacyEntry,
    /// Its image; `None`: nothing known names it.
    pub media_id: Option<MediaId>,
}

/// An entry as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptEntry {
    /// The entry.
    pub entry: LegacyEntry,
    /// When it was first imported, in ms since the Unix epoch.
    pub imported_at: Millis,
    /// Its image; `None`: it waits.
    pub media_id: Option<MediaId>,
}

/// What an import does with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    /// It is part of the image's history now.
    Taken(MediaId),
    /// It is kept, and waits for its image.
    Waits,
    /// It was imported before, with the same content.
    Unchanged,
}

impl FoundEntry {
    /// What to do with it, where `kept` is stored under the same key.
    ///
    /// An image that was found once stays, even where the entry would no longer lead to it.
    pub fn status(&self, kept: Option<&KeptEntry>) -> EntryStatus {
        let known = kept.and_then(|kept| kept.media_id.as_ref());
        if known.is_some() && kept.is_some_and(|kept| kept.entry == self.entry) {
            return EntryStatus::Unchanged;
        }
        match known.or(self.media_id.as_ref()) {
            Some(media_id) => EntryStatus::Taken(media_id.clone()),
            None => EntryStatus::Waits,
        }
    }

    /// What to store of it; `None`: nothing changes.
    pub fn to_keep(&self, status: &EntryStatus, now: Millis) -> Option<KeptEntry> {
        let media_id = match status {
            EntryStatus::Unchanged => return None,
            EntryStatus::Waits => None,
            EntryStatus::Taken(media_id) => Some(media_id.clone()),
        };
        Some(KeptEntry { entry: self.entry.clone(), imported_at: now, media_id })
    }
}
