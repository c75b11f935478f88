//! What is done with the history while the engine runs: forgetting, importing, and taking over what
//! the browser extension left (spec D6, E). The engine hears of each, since the rows change under
//! its machine. Files and questions to the user are left to the shell.

use retake_grok::extension::{self, ExtensionReading, LegacyEntry, OldOwner};
use retake_protocol::{MediaId, PostId};
pub use retake_session::importing::EntryStatus;
use retake_session::importing::FoundEntry;
use retake_session::merging::Tally;
use retake_store::{Backup, Scope, Store, StoreError};

use crate::engine::{Engine, EngineError};
use crate::input::{Effect, Handled};
use crate::transfer::HistoryFile;

/// What may be done.
#[derive(Debug)]
pub enum Maintenance {
    /// Join histories from a file (spec D6).
    Import(HistoryFile),
    /// Delete a history for good (spec D6).
    Forget(Scope),
    /// Put a backup in the place of the whole history (spec D6).
    Restore {
        /// The backup, read and checked.
        backup: Backup,
        /// Settings that come along, by name and value.
        settings: Vec<(String, String)>,
    },
    /// Take over what the extension left: the text of `{key: value}` (spec E1).
    ImportExtension(String),
}

/// Its outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// What an import came to.
    Imported(Tally),
    /// Of how many images the history was forgotten.
    Forgotten(usize),
    /// The history is that of the backup.
    Restored,
    /// The outcome of each key of the extension.
    ExtensionImported(Vec<KeyReport>),
    /// It was not done, and nothing changed: why, in plain words.
    Refused(String),
}

/// The answer to an [`Maintenance`].
#[derive(Clone, Debug, PartialEq)]
pub struct MaintenanceResult {
    /// In the order in which they are to be done.
    pub effects: Vec<Effect>,
    /// Its outcome.
    pub outcome: Outcome,
}

/// The outcome of one key of the extension (spec E3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyReport {
    /// The key, with the way to the part of it that is meant.
    pub key: String,
    /// Its outcome.
    pub outcome: KeyStatus,
}

/// The outcome of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyStatus {
    /// It is part of an image's history, waits for its image, or was here already.
    Kept(EntryStatus),
    /// It could not be read; what was wrong.
    Malformed(&'static str),
}

/// What the entries that wait are stored under (spec E3); tried at every snapshot, at no cost where
/// there are none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waiting {
    posts: Vec<PostId>,
    /// These wait for the end of their session.
    images: Vec<MediaId>,
}

impl Waiting {
    pub(crate) fn of(store: &Store) -> Result<Self, StoreError> {
        let mut waiting = Self::default();
        for entry in store.waiting_entries()? {
            match entry.owner {
                OldOwner::Post(post_id) => waiting.posts.push(post_id),
                OldOwner::Image(media_id) => waiting.images.push(media_id),
            }
        }
        Ok(waiting)
    }
}

impl Engine {
    /// An image that is being worked on must not change under its session.
    pub(crate) fn import(
        &mut self,
        file: HistoryFile,
        handled: &mut Handled,
    ) -> Result<Outcome, EngineError> {
        let active = self.machine.active_images();
        if let Some(media_id) = file.images().find(|media_id| active.contains(media_id)) {
            return Ok(Outcome::Refused(format!(
                "a session is running for image {media_id}, which is in the file: stop it and \
                 import again"
            )));
        }
        let outcome = match self.store.import(file) {
            Ok(tally) => Outcome::Imported(tally),
            Err(StoreError::InvalidHistory(unfit)) => {
                return Ok(Outcome::Refused(format!("{unfit}; nothing of the file was taken")));
            }
            Err(error) => return Err(error.into()),
        };
        self.refresh(handled)?;
        Ok(outcome)
    }

    pub(crate) fn forget(
        &mut self,
        what: &Scope,
        handled: &mut Handled,
    ) -> Result<Outcome, EngineError> {
        let media_id = match what {
            Scope::Image(media_id) => Some(media_id),
            Scope::All => None,
        };
        let outcome = match self.store.forget(what) {
            Ok(images) => Outcome::Forgotten(images),
            Err(running @ StoreError::SessionRunning) => {
                return Ok(Outcome::Refused(running.to_string()));
            }
            Err(error) => return Err(error.into()),
        };
        self.machine.forget(media_id);
        self.refresh(handled)?;
        Ok(outcome)
    }

    /// The machine starts again on what is stored then.
    pub(crate) fn restore(
        &mut self,
        backup: &Backup,
        settings: &[(String, String)],
        handled: &mut Handled,
    ) -> Result<Outcome, EngineError> {
        match self.store.restore(backup, settings) {
            Ok(()) => {}
            Err(running @ StoreError::SessionRunning) => {
                return Ok(Outcome::Refused(running.to_string()));
            }
            Err(error) => return Err(error.into()),
        }
        self.start_again(handled)?;
        self.waiting = Waiting::of(&self.store)?;
        handled.effects.push(Effect::HistoryReplaced);
        Ok(Outcome::Restored)
    }

    pub(crate) fn import_extension(
        &mut self,
        text: &str,
        handled: &mut Handled,
    ) -> Result<Outcome, EngineError> {
        let ExtensionReading { entries, malformed } = match extension::read_file(text) {
            Ok(reading) => reading,
            Err(error) => return Ok(Outcome::Refused(format!("{error}; nothing was taken"))),
        };
        let keys: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
        let outcomes = self.keep_entries(entries, handled)?.into_iter().map(KeyStatus::Kept);
        let kept = keys.into_iter().zip(outcomes).map(|(key, outcome)| KeyReport { key, outcome });
        let malformed = malformed.into_iter().map(|malformed| KeyReport {
            key: malformed.key,
            outcome: KeyStatus::Malformed(malformed.reason),
        });
        Ok(Outcome::ExtensionImported(kept.chain(malformed).collect()))
    }

    /// Spec E3: what waits is tried again with what a snapshot has told.
    pub(crate) fn retry_waiting(&mut self, handled: &mut Handled) -> Result<(), EngineError> {
        let Waiting { posts, images } = &self.waiting;
        if posts.is_empty() && images.is_empty() {
            return Ok(());
        }
        let active = self.machine.active_images();
        let found = self.machine.images_of(posts);
        let mut found = found.iter().map(|(_, media_id)| media_id).chain(images);
        if found.all(|media_id| active.contains(media_id)) {
            return Ok(());
        }
        let entries = self.store.waiting_entries()?;
        self.keep_entries(entries, handled).map(drop)
    }

    fn keep_entries(
        &mut self,
        entries: Vec<LegacyEntry>,
        handled: &mut Handled,
    ) -> Result<Vec<EntryStatus>, EngineError> {
        let found: Result<Vec<_>, StoreError> = (entries.into_iter())
            .map(|entry| Ok(FoundEntry { media_id: self.image_of(&entry)?, entry }))
            .collect();
        let outcomes = self.store.import_extension(&found?, self.now)?;
        self.waiting = Waiting::of(&self.store)?;
        if outcomes.iter().any(|outcome| matches!(outcome, EntryStatus::Taken(_))) {
            self.refresh(handled)?;
        }
        Ok(outcomes)
    }

    /// The image of an entry, by spec B1. One that has a running session has none yet: its
    /// preferences and its last session must not change under it.
    fn image_of(&self, entry: &LegacyEntry) -> Result<Option<MediaId>, StoreError> {
        let image = match &entry.owner {
            OldOwner::Image(media_id) => Some(media_id.clone()),
            OldOwner::Post(post_id) => {
                let seen = self.machine.images_of([post_id]).pop();
                match seen {
                    Some((_, media_id)) => Some(media_id),
                    None => self.store.owner_of(post_id)?.map(|owner| owner.media_id),
                }
            }
        };
        let active = self.machine.active_images();
        Ok(image.filter(|media_id| !active.contains(media_id)))
    }

    /// The rows changed under the machine: it loads what is stored now, and then gets again what
    /// the page shows.
    fn refresh(&mut self, handled: &mut Handled) -> Result<(), EngineError> {
        let output = self.machine.refresh(self.store.load_state()?);
        self.commit(output, handled)?;
        handled.effects.push(Effect::HistoryReplaced);
        self.tell_page(handled)
    }
}
