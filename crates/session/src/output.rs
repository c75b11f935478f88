//! What comes out of the machine for one event.

use std::collections::{BTreeSet, HashMap};

use retake_protocol::observer::PageAction;
use retake_protocol::{ActionId, AttemptId, MediaId, Millis, QueueEntryId, SessionId};

use crate::event::CommandRefused;
use crate::record::Change;

/// All that one event led to. The changes must be stored before the actions are handed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// Rows to be written in one transaction; none: nothing to store.
    pub changes: Vec<Change>,
    /// Actions to be handed to the page, once, after the changes are committed.
    pub actions: Vec<PageAction>,
    /// An image that the page is to be brought to.
    pub show: Option<MediaId>,
    /// Why the command was refused; then there are no changes.
    pub refused: Option<CommandRefused>,
    /// Where in `changes` the row of a key stands.
    places: HashMap<RowKey, usize>,
}

/// What makes two changes versions of the same row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum RowKey {
    Image(MediaId),
    Preferences(MediaId),
    Attempt(MediaId, AttemptId),
    Session(SessionId),
    Action(ActionId),
    Press(MediaId, Millis),
    Queued(QueueEntryId),
    VideoQuota,
}

impl RowKey {
    fn of(change: &Change) -> Option<Self> {
        Some(match change {
            Change::Image(facts) => Self::Image(facts.media_id.clone()),
            Change::Preferences { media_id, .. } => Self::Preferences(media_id.clone()),
            Change::Attempt(attempt) => {
                Self::Attempt(attempt.media_id.clone(), attempt.attempt_id.clone())
            }
            Change::Session(session) => Self::Session(session.session_id),
            Change::Action(action) => Self::Action(action.action_id),
            Change::Press(press) => Self::Press(press.media_id.clone(), press.pressed_at),
            Change::Queued(entry) => Self::Queued(entry.entry_id),
            Change::VideoQuota(_) => Self::VideoQuota,
            Change::Log(_)
            | Change::Unqueued { .. }
            | Change::Mark { .. }
            | Change::Post { .. }
            | Change::AttemptReplaced { .. }
            | Change::ImageGone { .. } => return None,
        })
    }
}

impl Output {
    /// Adds a row; of several versions of one only the last counts.
    pub(crate) fn put(&mut self, change: Change) {
        let place = self.changes.len();
        if let Change::AttemptReplaced { media_id, attempt_id, .. } = &change {
            // Should the attempt come back, its row is written after this.
            self.places.remove(&RowKey::Attempt(media_id.clone(), attempt_id.clone()));
        }
        let Some(key) = RowKey::of(&change) else { return self.changes.push(change) };
        let known = *self.places.entry(key).or_insert(place);
        match self.changes.get_mut(known) {
            Some(earlier) => *earlier = change,
            None => self.changes.push(change),
        }
    }

    /// The images that any change is about, each once.
    pub fn touched_images(&self) -> BTreeSet<MediaId> {
        self.changes.iter().filter_map(|change| change.media_id().cloned()).collect()
    }
}
