//! The queue: when no session runs and nobody has touched the page for a while, the page is brought to
//! the next image, and its session is started there (spec M1–M7).
//!
//! It acts for a user who is away, so when unsure it pauses and says why: at a rate limit, when a
//! session was stopped or heard nothing, after a start of the app, when the page does not show the
//! image. An entry stays until its session has come to one of its own ends: what a limit or a silence
//! cut off goes on from there (spec C11, C13). What the user does with the queue is
//! `changing`'s, what it is done with `done`'s.

mod changing;
mod done;

use retake_protocol::queue::{QueueEntryView, QueuePause, QueueState, QueueView};
use retake_protocol::{DiagnosticKind, Millis, Prompt, QueueEntryId, SessionId, SessionOutcome};

use super::State;
use crate::event::{CommandRefused, Start};
use crate::record::{Change, QueueEntry};
use done::Done;

/// How long a page that was brought to an image gets to finish loading before its session starts, in
/// ms (spec M3): its store is read well before its controls are there.
const SETTLES_WITHIN_MS: Millis = 3_000;
/// How long the page may take to show the next image, in ms (spec M4).
const SHOWN_WITHIN_MS: Millis = 30_000;

/// The queue, and what it is at.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    /// The next one first; positions grow.
    entries: Vec<QueueEntry>,
    done: Done,
    state: QueueState,
    /// Since when the page is on its way to the next image.
    navigating_since: Option<Millis>,
    /// When the user last touched page or sidebar, as far as that was told.
    user_active_at: Option<Millis>,
}

impl Queue {
    /// As it was when the app last ended: it waits for the user (spec M7).
    pub(super) fn loaded(stored: Vec<QueueEntry>) -> Self {
        let (entries, done) = Done::loaded(stored);
        let state = if entries.is_empty() {
            QueueState::Running
        } else {
            QueueState::Paused(QueuePause::Restarted)
        };
        Self { entries, done, state, ..Self::default() }
    }

    fn entries(&self) -> &[QueueEntry] {
        &self.entries
    }

    fn find(&self, entry_id: QueueEntryId) -> Result<usize, CommandRefused> {
        let place = self.entries.iter().position(|entry| entry.entry_id == entry_id);
        place.ok_or(CommandRefused::NotQueued)
    }

    /// A new queue begins to run; what an old one stopped at is over.
    fn begin_if_empty(&mut self) {
        if self.entries.is_empty() {
            self.state = QueueState::Running;
        }
    }

    /// Pauses, if there is anything to pause.
    fn pause(&mut self, why: QueuePause) {
        if !self.entries.is_empty() && self.state == QueueState::Running {
            self.state = QueueState::Paused(why);
            self.navigating_since = None;
        }
    }
}

impl State {
    /// Takes up what is stored now.
    pub(crate) fn refresh_queue(&mut self, stored: Vec<QueueEntry>) {
        (self.queue.entries, self.queue.done) = Done::loaded(stored);
    }

    /// Pauses the queue, if there is anything in it.
    pub(crate) fn pause_queue(&mut self, why: QueuePause) {
        self.queue.pause(why);
    }

    /// Sessions that this event has ended.
    pub(crate) fn queue_sees_ends(&mut self) {
        for (session_id, outcome) in self.cx.take_ended() {
            self.queue_sees_end(session_id, outcome);
        }
    }

    /// A session ended: its entry is done with, or goes on from there; some ends are no reason to go
    /// on without the user (spec M4, M5).
    fn queue_sees_end(&mut self, session_id: SessionId, outcome: SessionOutcome) {
        let of_session = |entry: &QueueEntry| entry.session_id == Some(session_id);
        let place = self.queue.entries.iter().position(of_session);
        let is_done = matches!(
            outcome,
            SessionOutcome::Success | SessionOutcome::MaxRetries | SessionOutcome::Cancelled
        );
        if let Some(place) = place.filter(|_| is_done) {
            self.finish_entry(place, outcome);
        }
        match outcome {
            SessionOutcome::RateLimited => self.pause_queue(QueuePause::RateLimited),
            SessionOutcome::Cancelled => self.pause_queue(QueuePause::Stopped),
            SessionOutcome::TimedOut => self.pause_queue(QueuePause::TimedOut),
            _ => {}
        }
    }

    /// The user has touched page or sidebar: the page is theirs for a while.
    pub(crate) fn user_active(&mut self) {
        let now = self.cx().now();
        let queue = &mut self.queue;
        queue.user_active_at = Some(now);
        queue.navigating_since = None;
    }

    /// Whether the session of an entry is running.
    fn is_running(&self, entry: &QueueEntry) -> bool {
        entry.session_id.is_some()
            && self.image(&entry.media_id).and_then(crate::image::ImageMachine::session_id)
                == entry.session_id
    }

    /// The next entry, if it is the queue's turn at all.
    fn next_entry(&self) -> Option<&QueueEntry> {
        let queue = &self.queue;
        let is_turn =
            queue.state == QueueState::Running && self.images().all(|image| !image.has_session());
        queue.entries.first().filter(|_| is_turn)
    }

    /// From when on nobody is taken the page from (spec M2).
    fn page_is_free_at(&self) -> Option<Millis> {
        let idle = self.cx().settings().queue_idle_ms;
        self.queue.user_active_at.map(|at| at + idle)
    }

    /// When a page that shows the next image has had its time to load.
    fn settled_at(&self) -> Option<Millis> {
        self.cx().shown().map(|shown| shown.since + SETTLES_WITHIN_MS)
    }

    /// Brings the page to the next image, or starts its session there, when its time has come.
    pub(crate) fn advance_queue(&mut self) {
        let now = self.cx().now();
        let is_taken = self.page_is_free_at().is_some_and(|at| at > now);
        let Some(next) = self.next_entry().filter(|_| !is_taken).cloned() else {
            self.queue.navigating_since = None;
            return;
        };
        if self.cx().shows(&next.media_id) {
            if self.settled_at().is_some_and(|at| at <= now) {
                self.start_next(next);
            }
            return;
        }
        match self.queue.navigating_since {
            None => {
                self.queue.navigating_since = Some(now);
                self.parts().1.output().show = Some(next.media_id);
            }
            Some(since) if since + SHOWN_WITHIN_MS <= now => {
                self.pause_queue(QueuePause::NotShown);
            }
            Some(_) => {}
        }
    }

    fn start_next(&mut self, mut entry: QueueEntry) {
        let start = Start {
            media_id: None,
            prompt: entry.prompt.clone(),
            max_retries: Some(entry.max_retries),
            video_goal: Some(entry.video_goal),
        };
        let session_id = entry.session_id;
        let begun = self.begin_on_page(Some(&entry.media_id), |image, cx| {
            let was_begun = session_id.is_some() && image.last_session_id() == session_id;
            if was_begun && image.can_resume() { image.resume(cx) } else { image.start(start, cx) }
        });
        let (images, cx) = self.parts();
        match begun {
            Ok(()) => {
                if let Some(image) = images.get_mut(&entry.media_id) {
                    image.log_turn(cx);
                    entry.session_id = image.session_id();
                }
                cx.put(Change::Queued(entry.clone()));
                let entries = &mut self.queue.entries;
                if let Some(known) = entries.first_mut() {
                    *known = entry;
                }
            }
            Err(refused) => {
                cx.note(DiagnosticKind::Queue, refused.to_string());
                self.pause_queue(QueuePause::Refused);
            }
        }
    }

    /// When the queue does something by time alone.
    pub(crate) fn queue_deadline(&self) -> Option<Millis> {
        let next = self.next_entry()?;
        let now = self.cx().now();
        let free_at = self.page_is_free_at().filter(|at| *at > now);
        free_at.or_else(|| {
            if self.cx().shows(&next.media_id) {
                return self.settled_at().filter(|at| *at > now);
            }
            Some(self.queue.navigating_since? + SHOWN_WITHIN_MS)
        })
    }

    /// What the sidebar shows of it: what waits.
    pub(crate) fn queue_view(&self) -> QueueView {
        let view = |entry: &QueueEntry| QueueEntryView {
            entry_id: entry.entry_id,
            media_id: entry.media_id.clone(),
            original_prompt: self.prompt_of_queued(entry),
            prompt: entry.prompt.clone(),
            max_retries: entry.max_retries,
            video_goal: entry.video_goal,
            goes_on: entry.session_id.is_some(),
        };
        let waiting = self.queue.entries.iter().filter(|entry| !self.is_running(entry));
        let next_at = self.next_entry().map(|_| self.page_is_free_at().unwrap_or(self.cx().now()));
        QueueView {
            entries: waiting.map(view).collect(),
            state: self.queue.state,
            next_at,
            done: self.done_views(),
            failed: self.queue.failed().len(),
        }
    }

    fn prompt_of_queued(&self, entry: &QueueEntry) -> Option<Prompt> {
        self.image(&entry.media_id).and_then(crate::image::ImageMachine::original_prompt)
    }
}
