//! The queue: when no session runs and nobody has touched the page for a while, the page is brought to
//! the next image that is lined up, and its session is started there.
//!
//! It acts for a user who is away, so in doubt it stands still and says why: at a rate limit, when a
//! session was stopped or heard nothing, after a start of the app, when the page does not show the image.

use retake_protocol::queue::{QueueChange, QueueEntryView, QueuePause, QueueState, QueueView};
use retake_protocol::{MediaId, Millis, QueueEntryId, SessionOutcome};

use crate::event::{CommandRefused, Start};
use crate::machine::Machine;
use crate::record::{Change, QueueEntry};

/// How many images may be lined up.
const MOST_ENTRIES: usize = 200;
/// How long a page that was brought to an image gets to finish loading before its session starts, in
/// ms: its store is read well before its controls are there.
const SETTLES_WITHIN_MS: Millis = 3_000;
/// How long the page may take to show the next image, in ms.
const SHOWN_WITHIN_MS: Millis = 30_000;

/// The queue, and what it is at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    /// The next one first; positions grow.
    entries: Vec<QueueEntry>,
    pub(crate) state: QueueState,
    /// Since when the page is on its way to the next image.
    bringing_since: Option<Millis>,
}

impl Queue {
    /// As it was when the app last ended: it waits for the user.
    pub(crate) fn recalled(entries: Vec<QueueEntry>) -> Self {
        let state = if entries.is_empty() {
            QueueState::Running
        } else {
            QueueState::Paused(QueuePause::Restarted)
        };
        Self { entries, state, bringing_since: None }
    }

    /// The rows changed under the machine.
    pub(crate) fn refresh(&mut self, entries: Vec<QueueEntry>) {
        self.entries = entries;
    }

    fn find(&self, entry_id: QueueEntryId) -> Result<usize, CommandRefused> {
        let place = self.entries.iter().position(|entry| entry.entry_id == entry_id);
        place.ok_or(CommandRefused::NotQueued)
    }
}

impl Machine {
    /// What the user does with the queue.
    pub(crate) fn change_queue(&mut self, change: QueueChange) -> Result<(), CommandRefused> {
        // Who lines up one image may be about to line up another.
        self.user_active();
        match change {
            QueueChange::Add { media_id, prompt, max_retries, video_goal } => {
                let start = Start { prompt, max_retries, video_goal };
                return self.line_up(media_id, start);
            }
            QueueChange::Remove { entry_id } => {
                let place = self.queue.find(entry_id)?;
                self.take_out(place);
            }
            QueueChange::Sooner { entry_id } => {
                let place = self.queue.find(entry_id)?;
                self.swap_with_the_one_before(place);
            }
            QueueChange::Clear => {
                while !self.queue.entries.is_empty() {
                    self.take_out(0);
                }
            }
            QueueChange::Pause => self.pause_queue(QueuePause::User),
            QueueChange::GoOn => {
                self.queue.state = QueueState::Running;
                self.queue.bringing_since = None;
            }
        }
        Ok(())
    }

    fn line_up(&mut self, media_id: Option<MediaId>, start: Start) -> Result<(), CommandRefused> {
        let media_id = media_id.or_else(|| self.shown().cloned()).ok_or(CommandRefused::NoImage)?;
        let is_met = self.images.get(&media_id).is_some_and(|image| image.is_stored)
            || self.shown() == Some(&media_id);
        if !is_met {
            return Err(CommandRefused::NoImage);
        }
        CommandRefused::check_range("max retries", start.max_retries)?;
        CommandRefused::check_range("the video goal", start.video_goal)?;
        if self.queue.entries.len() == MOST_ENTRIES {
            return Err(CommandRefused::QueueFull { most: MOST_ENTRIES });
        }
        let preferences = self.preferences(&media_id);
        self.keep_again(&media_id);
        self.store_facts(&media_id);
        let last = self.queue.entries.last();
        let entry = QueueEntry {
            entry_id: QueueEntryId(self.last_queue_entry_id + 1),
            position: last.map_or(1, |last| last.position + 1),
            media_id,
            prompt: start.prompt,
            max_retries: start.max_retries.unwrap_or(preferences.max_retries),
            video_goal: start.video_goal.unwrap_or(preferences.video_goal),
            added_at: self.now,
        };
        if self.queue.entries.is_empty() {
            // A new queue begins to run; what an old one stopped at is over.
            self.queue.state = QueueState::Running;
        }
        self.last_queue_entry_id = entry.entry_id.0;
        self.output.put(Change::Queued(entry.clone()));
        self.queue.entries.push(entry);
        Ok(())
    }

    fn take_out(&mut self, place: usize) -> QueueEntry {
        let entry = self.queue.entries.remove(place);
        self.queue.bringing_since = None;
        let (media_id, entry_id) = (entry.media_id.clone(), entry.entry_id);
        self.output.put(Change::Unqueued { media_id, entry_id });
        entry
    }

    fn swap_with_the_one_before(&mut self, place: usize) {
        let Some(before) = place.checked_sub(1) else { return };
        let entries = &mut self.queue.entries;
        entries.swap(before, place);
        let position = entries[before].position;
        entries[before].position = entries[place].position;
        entries[place].position = position;
        self.queue.bringing_since = None;
        for place in [before, place] {
            let entry = self.queue.entries[place].clone();
            self.output.put(Change::Queued(entry));
        }
    }

    /// Has the queue stand still, if there is one.
    pub(crate) fn pause_queue(&mut self, why: QueuePause) {
        if !self.queue.entries.is_empty() && self.queue.state == QueueState::Running {
            self.queue.state = QueueState::Paused(why);
            self.queue.bringing_since = None;
        }
    }

    /// A session ended: some ends are no reason to go on without the user.
    pub(crate) fn queue_sees_end(&mut self, outcome: SessionOutcome) {
        match outcome {
            SessionOutcome::RateLimited => self.pause_queue(QueuePause::RateLimited),
            SessionOutcome::Cancelled => self.pause_queue(QueuePause::Stopped),
            SessionOutcome::TimedOut => self.pause_queue(QueuePause::TimedOut),
            _ => {}
        }
    }

    /// The user has touched page or sidebar: the page is theirs for a while.
    pub(crate) fn user_active(&mut self) {
        self.user_active_at = Some(self.now);
        self.queue.bringing_since = None;
    }

    /// Whether it is the queue's turn at all.
    fn is_queues_turn(&self) -> bool {
        self.queue.state == QueueState::Running
            && !self.queue.entries.is_empty()
            && self.images.values().all(|image| image.session.is_none())
    }

    /// From when on nobody is taken the page from.
    fn page_is_free_at(&self) -> Option<Millis> {
        self.user_active_at.map(|at| at + self.settings.queue_idle_ms)
    }

    /// When a page that shows the next image has had its time to load.
    fn settled_at(&self) -> Millis {
        self.page.shown_since + SETTLES_WITHIN_MS
    }

    /// Brings the page to the next image, or starts its session there, when its time has come.
    pub(crate) fn advance_queue(&mut self) {
        if !self.is_queues_turn() || self.page_is_free_at().is_some_and(|at| at > self.now) {
            self.queue.bringing_since = None;
            return;
        }
        let next = self.queue.entries[0].media_id.clone();
        if self.shown() == Some(&next) {
            if self.settled_at() <= self.now {
                self.start_next();
            }
            return;
        }
        match self.queue.bringing_since {
            None => {
                self.queue.bringing_since = Some(self.now);
                self.output.show = Some(next);
            }
            Some(since) if since + SHOWN_WITHIN_MS <= self.now => {
                self.pause_queue(QueuePause::NotShown);
            }
            Some(_) => {}
        }
    }

    fn start_next(&mut self) {
        let QueueEntry { prompt, max_retries, video_goal, .. } = self.queue.entries[0].clone();
        let start = Start { prompt, max_retries: Some(max_retries), video_goal: Some(video_goal) };
        match self.start_session(start) {
            Ok(()) => {
                let QueueEntry { media_id, .. } = self.take_out(0);
                self.log(&media_id, None, "Its turn in the queue has come".to_owned());
            }
            Err(refused) => {
                self.note("queue", refused.to_string());
                self.pause_queue(QueuePause::Refused);
            }
        }
    }

    /// When the queue does something by time alone.
    pub(crate) fn queue_deadline(&self) -> Option<Millis> {
        if !self.is_queues_turn() {
            return None;
        }
        let free_at = self.page_is_free_at().filter(|at| *at > self.now);
        let is_there = self.shown() == Some(&self.queue.entries[0].media_id);
        free_at.or_else(|| {
            if is_there {
                return Some(self.settled_at()).filter(|at| *at > self.now);
            }
            Some(self.queue.bringing_since? + SHOWN_WITHIN_MS)
        })
    }

    /// What the sidebar shows of it.
    pub(crate) fn queue_view(&self) -> QueueView {
        let view = |entry: &QueueEntry| QueueEntryView {
            entry_id: entry.entry_id,
            media_id: entry.media_id.clone(),
            original_prompt: self.images.get(&entry.media_id).and_then(|image| {
                let facts = &image.facts;
                facts.original_prompt.clone().or_else(|| facts.prompt.clone())
            }),
            prompt: entry.prompt.clone(),
            max_retries: entry.max_retries,
            video_goal: entry.video_goal,
        };
        QueueView {
            entries: self.queue.entries.iter().map(view).collect(),
            state: self.queue.state,
            next_at: self.is_queues_turn().then(|| self.page_is_free_at().unwrap_or(self.now)),
        }
    }
}
