//! An attempt that has ended: whether it counts, where, and as what (spec C3, C4, C7).

use retake_protocol::{AttemptOutcome, Millis, Refusal};

use super::ImageMachine;
use super::announced::is_about;
use super::attempts::Key;
use super::progress::ProgressSource;
use super::session::{LastCounted, Step};
use crate::context::Context;
use crate::log;
use crate::record::{Change, Counted};

/// What one snapshot brought for an image.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Attempts that have ended, in the store's order.
    pub(super) ended: Vec<Key>,
    /// Attempts that had ended and have another fate now (spec C7).
    pub(super) corrected: Vec<(Key, AttemptOutcome)>,
    /// Whether the session's counters changed otherwise.
    pub(super) changes_counts: bool,
    pub(super) has_activity: bool,
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
    /// Counts what ended, in order of create time and then of the store, and decides once (spec C6).
    pub(super) fn close(&mut self, mut batch: Batch, cx: &mut Context) {
        // A stable sort: equal and missing times keep the store's order.
        batch.ended.sort_by_cached_key(|key| {
            let create_time =
                self.attempts.get(*key).and_then(|attempt| attempt.record.create_time);
            (create_time.is_none(), create_time)
        });
        let mut is_free_again = false;
        let mut counts = batch.changes_counts;
        for key in batch.ended {
            match self.end_attempt(key, cx) {
                End::Counted => counts = true,
                End::Earlier => is_free_again = true,
                End::Outside => {}
            }
        }
        for (key, outcome) in batch.corrected {
            counts |= self.correct(key, outcome, cx);
        }
        if counts || (is_free_again && self.waits_for_a_generation()) {
            self.decide(cx);
        }
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
        self.announced.retain(|announced| !is_about(announced, &attempt.record.aliases));
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
                let position = session.counted;
                session.counted += 1;
                attempt.record.counted = Some(Counted { session_id: session.id(), position });
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
        let now = cx.now();
        let Some(attempt) = self.attempts.get(key) else { return };
        let record = attempt.record.clone();
        let (Some(session), Some(counted)) = (&mut self.session, record.counted) else { return };
        session.record.counters.add(record.outcome, record.layer);
        if record.outcome != AttemptOutcome::Completed {
            session.record.last_failure_time = Some(now);
        }
        session.last_counted =
            Some(LastCounted { position: counted.position, outcome: record.outcome, at: now });
        session.percent = None;
        session.open_press = None;
        session.making.learn(&record);
        match &mut session.step {
            // Its answer is still out: until then the clock of spec C10 goes on.
            Step::Issued { counted_meanwhile, .. } => *counted_meanwhile = true,
            Step::AwaitingOutcome => {
                session.step = Step::Idle;
                session.sign_of_life = None;
            }
            Step::Idle | Step::Scheduled(_) | Step::NeedsUser(_) => session.sign_of_life = None,
        }
        let line = log::counted(&record, &session.record);
        let session = session.record.clone();
        self.log(cx, Some(&record.attempt_id), line);
        cx.put(Change::Attempt(record));
        cx.put(Change::Session(session));
    }

    /// An attempt that had ended has another fate now (spec C7, H2): what its running session counted
    /// moves, a session that has ended keeps its counters. Whether a running session changed.
    fn correct(&mut self, key: Key, outcome: AttemptOutcome, cx: &mut Context) -> bool {
        let Some(attempt) = self.attempts.get(key) else { return false };
        let (was, was_in_layer) = (attempt.record.outcome, attempt.record.layer);
        self.attempts.set_outcome(key, outcome);
        let Some(attempt) = self.attempts.get_mut(key) else { return false };
        attempt.set_layer();
        let record = attempt.record.clone();
        cx.put(Change::Attempt(record.clone()));
        let line = log::corrected(&record);
        let counted = record.counted;
        self.log(cx, Some(&record.attempt_id), line);
        let (Some(session), Some(counted)) = (&mut self.session, counted) else { return false };
        if counted.session_id != session.id() {
            return false;
        }
        session.record.counters.remove(was, was_in_layer);
        session.record.counters.add(outcome, record.layer);
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
        true
    }

    /// Takes an attempt out of the running session's counters (spec A1). Whether it was in them.
    pub(super) fn uncount(&mut self, key: Key, cx: &mut Context) -> bool {
        let Some(attempt) = self.attempts.get_mut(key) else { return false };
        let (outcome, layer) = (attempt.record.outcome, attempt.record.layer);
        let (Some(session), Some(counted)) = (&mut self.session, attempt.record.counted) else {
            return false;
        };
        if counted.session_id != session.id() {
            return false;
        }
        attempt.record.counted = None;
        session.record.counters.remove(outcome, layer);
        cx.put(Change::Session(session.record.clone()));
        true
    }

    /// Something moved on the image: the clock of spec C10 starts again, if it runs.
    pub(super) fn note_activity(&mut self, cx: &Context) {
        let now: Millis = cx.now();
        if let Some(session) = &mut self.session
            && session.sign_of_life.is_some()
        {
            session.sign_of_life = Some(now);
        }
    }
}
