//! What the queue is done with: it stays listed with its outcome until it is cleared, and what ended
//! without its goal can be queued again (spec M9).

use retake_protocol::SessionOutcome;
use retake_protocol::queue::{DoneEntryView, MOST_ENTRIES};

use super::super::State;
use crate::event::CommandRefused;
use crate::record::{Change, QueueDone, QueueEntry};

/// How many entries stay listed that are done (spec M9).
const MOST_DONE: usize = 50;

/// What is done.
#[derive(Clone, Debug, Default)]
pub(super) struct Done {
    /// The oldest first.
    entries: Vec<QueueEntry>,
    /// What was cleared last, for undoing it.
    cleared: Vec<QueueEntry>,
}

impl Done {
    /// What waits, the next one first, and what is done.
    pub(super) fn loaded(stored: Vec<QueueEntry>) -> (Vec<QueueEntry>, Self) {
        let (mut entries, waiting): (Vec<_>, Vec<_>) =
            stored.into_iter().partition(|entry| entry.done.is_some());
        entries.sort_by_key(|entry| entry.done.map(|done| done.at));
        (waiting, Self { entries, cleared: Vec::new() })
    }
}

impl State {
    /// The session of an entry came to one of its own ends (spec M5).
    pub(super) fn finish_entry(&mut self, place: usize, outcome: SessionOutcome) {
        let at = self.cx().now();
        let queue = &mut self.queue;
        let mut entry = queue.entries.remove(place);
        entry.done = Some(QueueDone { outcome, at });
        queue.navigating_since = None;
        queue.done.entries.push(entry.clone());
        let oldest = (queue.done.entries.len() > MOST_DONE).then(|| queue.done.entries.remove(0));
        let (_, cx) = self.parts();
        cx.put(Change::Queued(entry));
        if let Some(QueueEntry { media_id, entry_id, .. }) = oldest {
            cx.put(Change::Unqueued { media_id, entry_id });
        }
    }

    /// Queues again the images whose last entry ended without its goal, the oldest first, and none that
    /// is queued already.
    pub(super) fn retry_failed(&mut self) -> Result<(), CommandRefused> {
        let retried = self.queue.failed();
        let (now, queue) = (self.cx().now(), &mut self.queue);
        if queue.entries.len() + retried.len() > MOST_ENTRIES {
            return Err(CommandRefused::QueueFull { most: MOST_ENTRIES });
        }
        if !retried.is_empty() {
            queue.begin_if_empty();
        }
        for mut entry in retried {
            let queue = &mut self.queue;
            queue.done.entries.retain(|done| done.entry_id != entry.entry_id);
            entry.position = queue.entries.last().map_or(0, |last| last.position) + 1;
            entry.added_at = now;
            (entry.session_id, entry.done) = (None, None);
            queue.entries.push(entry.clone());
            self.parts().1.put(Change::Queued(entry));
        }
        Ok(())
    }

    pub(super) fn clear_done(&mut self) {
        let done = &mut self.queue.done;
        done.cleared = std::mem::take(&mut done.entries);
        for QueueEntry { media_id, entry_id, .. } in self.queue.done.cleared.clone() {
            self.parts().1.put(Change::Unqueued { media_id, entry_id });
        }
    }

    /// What was cleared is older than what has been done since.
    pub(super) fn restore_done(&mut self) {
        let done = &mut self.queue.done;
        let mut cleared = std::mem::take(&mut done.cleared);
        let room = MOST_DONE - done.entries.len();
        cleared.drain(..cleared.len().saturating_sub(room));
        for entry in &cleared {
            self.parts().1.put(Change::Queued(entry.clone()));
        }
        self.queue.done.entries.splice(0..0, cleared);
    }

    /// What the sidebar shows of it, the newest first.
    pub(super) fn done_views(&self) -> Vec<DoneEntryView> {
        let view = |entry: &QueueEntry| {
            let QueueDone { outcome, at } = entry.done?;
            Some(DoneEntryView {
                entry_id: entry.entry_id,
                media_id: entry.media_id.clone(),
                original_prompt: self.prompt_of_queued(entry),
                prompt: entry.prompt.clone(),
                outcome,
                at,
            })
        };
        self.queue.done.entries.iter().rev().filter_map(view).collect()
    }
}

impl super::Queue {
    /// What may be queued again: see [`State::retry_failed`].
    pub(super) fn failed(&self) -> Vec<QueueEntry> {
        let mut last_of_images: Vec<&QueueEntry> = Vec::new();
        for entry in &self.done.entries {
            last_of_images.retain(|earlier| earlier.media_id != entry.media_id);
            last_of_images.push(entry);
        }
        let may_be_retried = |entry: &&QueueEntry| {
            entry.done.is_some_and(|done| done.outcome != SessionOutcome::Success)
                && self.entries.iter().all(|queued| queued.media_id != entry.media_id)
        };
        last_of_images.into_iter().filter(may_be_retried).cloned().collect()
    }
}
