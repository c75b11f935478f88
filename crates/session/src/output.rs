//! What comes out of the machine for one event.

use retake_protocol::MediaId;
use retake_protocol::observer::PageAction;

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
}

impl Output {
    /// Adds a row; of a session, an action or preferences only the last version of an event counts.
    pub(crate) fn put(&mut self, change: Change) {
        let same = self.changes.iter_mut().find(|earlier| match (&**earlier, &change) {
            (Change::Session(a), Change::Session(b)) => a.session_id == b.session_id,
            (Change::Action(a), Change::Action(b)) => a.action_id == b.action_id,
            (Change::Queued(a), Change::Queued(b)) => a.entry_id == b.entry_id,
            (Change::Preferences { media_id: a, .. }, Change::Preferences { media_id: b, .. }) => {
                a == b
            }
            _ => false,
        });
        match same {
            Some(earlier) => *earlier = change,
            None => self.changes.push(change),
        }
    }

    /// The images that any change is about, each once.
    pub fn touched_images(&self) -> Vec<MediaId> {
        let mut touched: Vec<MediaId> = Vec::new();
        for change in &self.changes {
            let media_id = change.media_id();
            if !touched.contains(media_id) {
                touched.push(media_id.clone());
            }
        }
        touched
    }
}
