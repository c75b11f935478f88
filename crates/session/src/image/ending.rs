//! How a session ends (spec C10–C14, C18, C21).

use retake_protocol::{Millis, SessionOutcome};

use super::ImageMachine;
use super::attempts::Key;
use super::session::{EndedSession, Session, Step};
use crate::context::Context;
use crate::log;
use crate::record::Change;

/// For so long after a click an outcome is waited for at most, in ms, whatever signs of life there
/// are (spec C10).
pub(super) const LONGEST_WAIT_MS: Millis = 15 * 60 * 1_000;

impl ImageMachine {
    /// Ends the active session. Its scheduled action is dropped (spec C12), and its row with the log's
    /// last line is the summary of spec C18.
    pub(crate) fn end_session(&mut self, outcome: SessionOutcome, cx: &mut Context) {
        self.drop_scheduled(cx);
        self.count_announced(cx);
        let Some(session) = &mut self.session else { return };
        let is_reached = session.record.counters.videos_generated >= session.record.video_goal;
        let outcome = if is_reached { SessionOutcome::Success } else { outcome };
        session.record.outcome = outcome;
        session.record.ended_at = Some(cx.now());
        let summary = log::summary(&session.record);
        self.log(cx, None, summary);
        let Some(Session { record, log, step, open_press, .. }) = self.session.take() else {
            return;
        };
        let open_press = match step {
            Step::Issued { at, counted_since: false, .. } => Some(at),
            _ => open_press,
        };
        cx.put(Change::Session(record.clone()));
        cx.session_ended(record.session_id, outcome);
        self.last_session = Some(EndedSession { record, log, open_press });
    }

    /// When the session ends by time alone: for want of a sign of life (spec C10), or because Grok
    /// forgot the image (spec C13).
    pub(crate) fn end_deadline(&self, cx: &Context) -> Option<Millis> {
        let session = self.session.as_ref()?;
        [timeout(session, cx), self.stale_at(session, cx)].into_iter().flatten().min()
    }

    /// Off the page nothing goes stale.
    fn stale_at(&self, session: &Session, cx: &Context) -> Option<Millis> {
        let shown = cx.shown().filter(|shown| shown.media_id == *self.media_id())?;
        let since = session.missing_since?.max(shown.since);
        Some(cx.deadline(since + cx.settings().stale_grace_ms))
    }

    /// Ends the session if its time has come.
    pub(crate) fn expire(&mut self, cx: &mut Context) {
        let Some(session) = &self.session else { return };
        let is_past = |deadline: Option<Millis>| deadline.is_some_and(|at| at <= cx.now());
        if is_past(timeout(session, cx)) {
            self.end_session_unseen(cx);
        } else if is_past(self.stale_at(session, cx)) {
            self.end_session(SessionOutcome::Stale, cx);
        }
    }

    /// Nothing was heard since the last click. What was under way for the session is unknown from now on,
    /// unless its press waits longer (spec C10).
    fn end_session_unseen(&mut self, cx: &mut Context) {
        let session_id = self.session_id();
        let open: Vec<Key> = self.attempts.open().collect();
        for key in open {
            let is_own = self.attempts.get(key).is_some_and(|attempt| {
                attempt.record.seen_in == session_id
                    && attempt.may_count()
                    && !self.under_way.contains(attempt.record.pressed_at)
            });
            if is_own {
                self.end_not_seen(key, cx);
            }
        }
        self.end_session(SessionOutcome::TimedOut, cx);
    }

    /// Notes whether a well-formed store holds the image's key or any attempt of it (spec C13).
    pub(crate) fn note_presence(&mut self, presence: Presence, cx: &Context) {
        let Some(session) = &mut self.session else { return };
        match presence {
            Presence::There => {
                session.was_in_store = true;
                session.missing_since = None;
            }
            Presence::Missing if session.was_in_store => {
                session.missing_since.get_or_insert(cx.now());
            }
            Presence::Missing => {}
        }
    }

    /// So much time counts for no clock (spec C21).
    pub(crate) fn set_clocks_back(&mut self, ms: Millis) {
        self.under_way.set_clocks_back(ms);
        self.attempts.set_clocks_back(ms);
        if let Some(hinted_at) = &mut self.hinted_at {
            *hinted_at += ms;
        }
        let Some(session) = &mut self.session else { return };
        for since in
            [&mut session.last_activity_at, &mut session.missing_since, &mut session.open_press]
                .into_iter()
                .flatten()
        {
            *since += ms;
        }
    }
}

/// When a session ends for want of a sign of life, or because it has waited long enough.
fn timeout(session: &Session, cx: &Context) -> Option<Millis> {
    let silent = session.last_activity_at? + cx.settings().attempt_timeout_ms;
    let longest = session.open_press.map_or(silent, |at| at + LONGEST_WAIT_MS);
    Some(cx.deadline(silent.min(longest)))
}

/// Whether the store holds an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    There,
    Missing,
}
