//! An attempt that has ended: whether it counts, where, and as what (spec C3, C4, C7).

use retake_protocol::log::LogEvent;
use retake_protocol::{AttemptOutcome, Millis, Refusal};

use super::ImageMachine;
use super::attempts::Key;
use super::progress::ProgressSource;
use super::session::{LastCounted, Step};
use super::tally::tally;
use crate::context::Context;
use crate::log;
use crate::record::Change;

/// What one snapshot brought for an image.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Attempts that have ended, in the store's order.
    pub(super) ended: Vec<Key>,
    /// Attempts that had ended and have another outcome now (spec C7).
    pub(super) corrected: Vec<(Key, AttemptOutcome)>,
    /// Whether the session's counters changed otherwise.
    pub(super) changes_counts: bool,
    pub(super) has_activity: bool,
}

/// What counting a batch came to.
#[derive(Clone, Copy, Debug)]
pub(super) struct News {
    /// The session's counters changed.
    pub(super) counts: bool,
    /// What was under way before the session has ended.
    pub(super) is_free_again: bool,
}

/// What the end of an attempt is to the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Counted,
    /// It was under way before the session and is none of it (spec C2).
    Earlier,
    Outside,
}

impl ImageMachine {
    /// Counts what ended, and decides once (spec C6).
    pub(super) fn close(&mut self, batch: Batch, cx: &mut Context) {
        let news = self.count_batch(batch, cx);
        if news.counts || (news.is_free_again && self.waits_for_a_generation()) {
            self.decide(cx);
        }
    }

    /// Counts what ended, in order of create time and then of the store.
    pub(super) fn count_batch(&mut self, mut batch: Batch, cx: &mut Context) -> News {
        // A stable sort: equal and missing times keep the store's order.
        batch.ended.sort_by_cached_key(|key| {
            let create_time =
                self.attempts.get(*key).and_then(|attempt| attempt.record.create_time);
            (create_time.is_none(), create_time)
        });
        let mut news = News { counts: batch.changes_counts, is_free_again: false };
        for key in batch.ended {
            match self.end_attempt(key, cx) {
                End::Counted => news.counts = true,
                End::Earlier => news.is_free_again = true,
                End::Outside => {}
            }
            let pressed_at = self.attempts.get(key).and_then(|attempt| attempt.record.pressed_at);
            self.review_press(pressed_at, cx);
        }
        for (key, outcome) in batch.corrected {
            news.counts |= self.correct(key, outcome, cx);
        }
        // The end of one video of a press may make a failed try of the other (spec H5).
        news.counts |= self.recount(cx);
        news
    }

    /// Whether the session does nothing only because a generation was under way.
    fn waits_for_a_generation(&self) -> bool {
        let step = self.session.as_ref().map(|session| &session.step);
        matches!(step, Some(Step::Idle | Step::NeedsUser(Refusal::GenerationUnderWay)))
    }

    /// An attempt has ended (spec C2, C3).
    fn end_attempt(&mut self, key: Key, cx: &mut Context) -> End {
        let now = cx.now();
        let Some(attempt) = self.attempts.get_mut(key) else { return End::Outside };
        attempt.record.ended_at = Some(now);
        if !attempt.may_count() {
            attempt.set_layer();
            self.put_attempt(key, cx);
            return End::Outside;
        }
        self.hinted_at = None;
        // What the page displayed was this one's (spec C5), and is used up either way. The display
        // lags behind the stream.
        if let Some(display) = self.display.take().and_then(|display| display.progress(now))
            && attempt.progress_source == ProgressSource::Page
            && display.order > attempt.progress_order
        {
            attempt.record.percent = Some(display.percent);
        }
        attempt.set_layer();
        let seen_in = attempt.record.seen_in;
        let end = match &mut self.session {
            Some(session) if seen_in != Some(session.id()) => End::Earlier,
            Some(session) if session.awaits_earlier && !session.may_have_pressed() => {
                session.awaits_earlier = false;
                attempt.record.seen_in = None;
                End::Earlier
            }
            Some(session) => {
                attempt.record.counted = Some(session.next_place(key));
                End::Counted
            }
            None => End::Outside,
        };
        match end {
            End::Counted => self.count(key, cx),
            End::Earlier | End::Outside => self.put_attempt(key, cx),
        }
        if let (End::Outside, Some(last)) = (end, &mut self.last_session)
            && seen_in == Some(last.record.session_id)
        {
            last.open_press = None;
        }
        end
    }

    /// Adds an attempt that has ended to its session's counters (spec C4).
    fn count(&mut self, key: Key, cx: &mut Context) {
        self.tie_to_press(key);
        let pressed_at = self.attempts.get(key).and_then(|attempt| attempt.record.pressed_at);
        self.review_press(pressed_at, cx);
        let is_awaited = self.is_awaited(key) && !self.under_way.contains(pressed_at);
        let Some(attempt) = self.attempts.get_mut(key) else { return };
        let at = attempt.announced_at.take().unwrap_or(cx.now());
        let record = attempt.record.clone();
        let (Some(session), Some(counted)) = (&mut self.session, record.counted) else { return };
        if record.outcome != AttemptOutcome::Completed {
            session.record.last_failure_time = Some(cx.now());
        }
        session.last_counted =
            Some(LastCounted { position: counted.position, outcome: record.outcome, at });
        session.percent = None;
        session.video_settings.observe(&record);
        if is_awaited {
            session.open_press = None;
            session.outcome_seen();
        }
        cx.put(Change::Attempt(record.clone()));
        self.recount(cx);
        if let Some(session) = &self.session {
            let event = log::counted(&record, &session.record, session.pressed_by(&record));
            cx.put(Change::Session(session.record.clone()));
            self.log(cx, Some(&record.attempt_id), event);
        }
    }

    /// An attempt that nothing tied to a press is the session's own, where that has no other.
    fn tie_to_press(&mut self, key: Key) {
        let press = self.session.as_ref().and_then(|session| session.last_click.press);
        let is_free = |at: &Millis| self.attempts.of_press(*at).next().is_none();
        let is_untied =
            self.attempts.get(key).is_some_and(|attempt| attempt.record.pressed_at.is_none());
        if let Some(pressed_at) = press.filter(is_free).filter(|_| is_untied) {
            self.attempts.set_press(key, pressed_at);
        }
    }

    /// Adds up the session's attempts again (spec C4, H5). Whether a counter changed.
    pub(super) fn recount(&mut self, cx: &mut Context) -> bool {
        let Some(session) = &self.session else { return false };
        let records =
            session.counted.iter().filter_map(|key| Some(&self.attempts.get(*key)?.record));
        let counters = tally(records, |pressed_at| self.may_go_on(pressed_at));
        let Some(session) = &mut self.session else { return false };
        let has_changed = session.record.counters != counters;
        if has_changed {
            session.record.counters = counters;
            cx.put(Change::Session(session.record.clone()));
        }
        has_changed
    }

    /// Whether another video of a press may still come (spec H5).
    pub(super) fn may_go_on(&self, pressed_at: Millis) -> bool {
        self.under_way.contains(Some(pressed_at))
    }

    /// An attempt that had ended has another outcome now (spec C7, H2): what its running session counted
    /// moves, a session that has ended keeps its counters. Whether a running session changed.
    fn correct(&mut self, key: Key, outcome: AttemptOutcome, cx: &mut Context) -> bool {
        self.attempts.set_outcome(key, outcome);
        let Some(attempt) = self.attempts.get_mut(key) else { return false };
        attempt.set_layer();
        let record = attempt.record.clone();
        cx.put(Change::Attempt(record.clone()));
        let counted = record.counted;
        self.log(cx, Some(&record.attempt_id), LogEvent::Corrected { outcome });
        let (Some(session), Some(counted)) = (&mut self.session, counted) else { return false };
        if counted.session_id != session.id() {
            return false;
        }
        if outcome != AttemptOutcome::Completed {
            session.record.last_failure_time = Some(cx.now());
        }
        // A later attempt stays the last one, and what is under way goes on.
        if let Some(last) = &mut session.last_counted
            && last.position == counted.position
        {
            last.outcome = outcome;
        }
        cx.put(Change::Session(session.record.clone()));
        self.recount(cx);
        true
    }

    /// Takes an attempt out of the running session's counters (spec A1). Whether it was in them.
    pub(super) fn uncount(&mut self, key: Key, cx: &mut Context) -> bool {
        let (Some(attempt), Some(session)) = (self.attempts.get_mut(key), &mut self.session) else {
            return false;
        };
        let is_counted =
            attempt.record.counted.is_some_and(|counted| counted.session_id == session.id());
        if is_counted {
            attempt.record.counted = None;
            session.counted.retain(|counted| *counted != key);
            self.recount(cx);
        }
        is_counted
    }

    /// Something moved on the image: the clock of spec C10 starts again, if it runs.
    pub(super) fn note_activity(&mut self, cx: &Context) {
        let now: Millis = cx.now();
        let Some(session) = &mut self.session else { return };
        session.last_click.has_sign = true;
        let press = session.last_click.press;
        if session.last_activity_at.is_some() {
            session.last_activity_at = Some(now);
        } else if matches!(session.step, Step::NeedsUser(Refusal::ClickNotTaken)) {
            // The click was taken after all (spec H9).
            session.step = Step::AwaitingOutcome;
            session.last_activity_at = Some(now);
        }
        self.under_way.note_activity(press, now);
    }
}
