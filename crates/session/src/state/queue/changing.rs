//! What the user does with the queue: adding, editing, moving and removing what waits, pausing it and having it go
//! on (spec M1, M4, M6).

use retake_protocol::QueueEntryId;
use retake_protocol::queue::{MOST_ENTRIES, QueueChange, QueuePause, QueueState};

use super::super::State;
use crate::event::{CommandRefused, Start};
use crate::record::{Change, QueueEntry};

impl State {
    /// What the user does with the queue.
    pub(crate) fn change_queue(&mut self, change: QueueChange) -> Result<(), CommandRefused> {
        // Who adds one image may be about to add another.
        self.user_active();
        match change {
            QueueChange::Add { media_id, prompt, max_retries, video_goal } => {
                let start = Start { media_id, prompt, max_retries, video_goal };
                return self.enqueue(start);
            }
            QueueChange::Remove { entry_id } => {
                let place = self.queue.find(entry_id)?;
                self.remove_entry(place);
            }
            QueueChange::MoveUp { entry_id } => {
                let place = self.queue.find(entry_id)?;
                self.swap_with_the_one_before(place);
            }
            QueueChange::Edit { entry_id, prompt, max_retries, video_goal } => {
                CommandRefused::check_range("max retries", Some(max_retries))?;
                CommandRefused::check_range("the video goal", Some(video_goal))?;
                let place = self.waiting(entry_id)?;
                let known = &self.queue.entries[place];
                let edited = QueueEntry { prompt, max_retries, video_goal, ..known.clone() };
                self.replace_entry(place, edited);
            }
            QueueChange::MoveBefore { entry_id, before } => self.move_entry(entry_id, before)?,
            QueueChange::Clear => self.clear_queue(),
            QueueChange::RetryFailed => return self.retry_failed(),
            QueueChange::ClearDone => self.clear_done(),
            QueueChange::RestoreDone => self.restore_done(),
            QueueChange::Pause => self.queue.pause(QueuePause::User),
            QueueChange::GoOn => {
                let queue = &mut self.queue;
                queue.state = QueueState::Running;
                queue.navigating_since = None;
            }
        }
        Ok(())
    }

    /// Adds an image at the end; one that waits already keeps its place and takes what is new (spec M1).
    fn enqueue(&mut self, start: Start) -> Result<(), CommandRefused> {
        let shown = || self.cx().shown().map(|shown| shown.media_id.clone());
        let media_id = start.media_id.or_else(shown).ok_or(CommandRefused::NoImage)?;
        let image = self.image(&media_id).filter(|image| image.is_image());
        let image = image.filter(|image| image.is_stored() || self.cx().shows(&media_id));
        let preferences = image.ok_or(CommandRefused::NoImage)?.preferences(self.cx());
        CommandRefused::check_range("max retries", start.max_retries)?;
        CommandRefused::check_range("the video goal", start.video_goal)?;
        let entries = self.queue.entries();
        let same = |entry: &&QueueEntry| entry.media_id == media_id && !self.is_running(entry);
        let waiting = entries.iter().find(same).cloned();
        if waiting.is_none() && entries.len() == MOST_ENTRIES {
            return Err(CommandRefused::QueueFull { most: MOST_ENTRIES });
        }
        let last = entries.last().map_or(0, |last| last.position);
        let (images, cx) = self.parts();
        if let Some(image) = images.get_mut(&media_id) {
            image.keep(cx);
        }
        let (entry_id, position, added_at) = match waiting {
            Some(entry) => (entry.entry_id, entry.position, entry.added_at),
            None => (cx.next_queue_entry_id(), last + 1, cx.now()),
        };
        let entry = QueueEntry {
            entry_id,
            position,
            media_id,
            prompt: start.prompt,
            max_retries: start.max_retries.unwrap_or(preferences.max_retries),
            video_goal: start.video_goal.unwrap_or(preferences.video_goal),
            added_at,
            session_id: None,
            done: None,
        };
        cx.put(Change::Queued(entry.clone()));
        let queue = &mut self.queue;
        queue.begin_if_empty();
        match queue.entries.iter_mut().find(|known| known.entry_id == entry.entry_id) {
            Some(known) => *known = entry,
            None => queue.entries.push(entry),
        }
        Ok(())
    }

    fn remove_entry(&mut self, place: usize) {
        let queue = &mut self.queue;
        let QueueEntry { media_id, entry_id, .. } = queue.entries.remove(place);
        queue.navigating_since = None;
        self.parts().1.put(Change::Unqueued { media_id, entry_id });
    }

    /// Removes what waits; the entry of the running session goes with that (spec M6).
    fn clear_queue(&mut self) {
        let mut place = 0;
        while let Some(entry) = self.queue.entries.get(place) {
            if self.is_running(entry) {
                place += 1;
            } else {
                self.remove_entry(place);
            }
        }
    }

    /// Where an entry stands that waits: one whose session runs is left alone (spec M6).
    fn waiting(&self, entry_id: QueueEntryId) -> Result<usize, CommandRefused> {
        let place = self.queue.find(entry_id)?;
        if self.is_running(&self.queue.entries[place]) {
            return Err(CommandRefused::NotQueued);
        }
        Ok(place)
    }

    /// A session that was begun for other values is not gone on with (spec M6).
    fn replace_entry(&mut self, place: usize, edited: QueueEntry) {
        let queue = &mut self.queue;
        if queue.entries[place] == edited {
            return;
        }
        let edited = QueueEntry { session_id: None, ..edited };
        queue.entries[place] = edited.clone();
        self.parts().1.put(Change::Queued(edited));
    }

    /// The positions stay as they are; which entry has which is new.
    fn move_entry(
        &mut self,
        entry_id: QueueEntryId,
        before: Option<QueueEntryId>,
    ) -> Result<(), CommandRefused> {
        let from = self.waiting(entry_id)?;
        let to = before.map(|before| self.waiting(before)).transpose()?;
        let queue = &mut self.queue;
        let to = to.unwrap_or(queue.entries.len());
        // Taken out first, what stands behind it comes one place nearer.
        let to = if from < to { to - 1 } else { to };
        let positions: Vec<i64> = queue.entries.iter().map(|entry| entry.position).collect();
        let moved = queue.entries.remove(from);
        queue.entries.insert(to, moved);
        queue.navigating_since = None;
        for (place, position) in positions.into_iter().enumerate() {
            if self.queue.entries[place].position != position {
                self.queue.entries[place].position = position;
                let entry = self.queue.entries[place].clone();
                self.parts().1.put(Change::Queued(entry));
            }
        }
        Ok(())
    }

    fn swap_with_the_one_before(&mut self, place: usize) {
        let Some(before) = place.checked_sub(1) else { return };
        let queue = &mut self.queue;
        let entries = &mut queue.entries;
        entries.swap(before, place);
        let position = entries[before].position;
        entries[before].position = entries[place].position;
        entries[place].position = position;
        queue.navigating_since = None;
        for place in [before, place] {
            let entry = self.queue.entries[place].clone();
            self.parts().1.put(Change::Queued(entry));
        }
    }
}
