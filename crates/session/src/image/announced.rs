//! Ends that another source than the store reported, or that follow from what one said (spec H2). Each
//! waits for the store to tell one too, and counts when none does. A notice on the page is a hint, and
//! counts as nothing (spec H1).

use retake_protocol::log::LogEvent;
use retake_protocol::{AttemptOutcome, Certainty, DiagnosticKind, Millis, Source};

use super::ImageMachine;
use super::attempts::Key;
use super::counting::Batch;
use super::session::Step;
use crate::context::Context;
use crate::record::{Announcement, Decision};

/// How far apart the page's notice and its store may tell of one attempt, in ms (spec H1).
const CONFIRM_WITHIN_MS: Millis = 10_000;

impl ImageMachine {
    /// Another source than the store tells how an attempt ended.
    pub(crate) fn announce(
        &mut self,
        key: Key,
        outcome: AttemptOutcome,
        decision: Decision,
        cx: &mut Context,
    ) {
        let Some(attempt) = self.attempts.get(key) else { return };
        if attempt.record.outcome.is_terminal() {
            return self.learn_of_end(key, outcome, decision, cx);
        }
        let known = attempt.record.announced;
        if known.is_some_and(|known| !decision.outranks(known.decision)) {
            return;
        }
        let is_news = known.is_none_or(|known| known.outcome != outcome);
        let at = known.filter(|_| !is_news).map_or(cx.now(), |known| known.at);
        let attempt_id = attempt.record.attempt_id.clone();
        self.attempts.set_announced(key, Some(Announcement { outcome, decision, at }));
        self.hinted_at = None;
        self.put_attempt(key, cx);
        if is_news && self.session.is_some() {
            self.log(cx, Some(&attempt_id), LogEvent::Announced { outcome });
        }
    }

    /// More is learned of an attempt that had ended (spec H2).
    fn learn_of_end(
        &mut self,
        key: Key,
        outcome: AttemptOutcome,
        decision: Decision,
        cx: &mut Context,
    ) {
        let Some(attempt) = self.attempts.get_mut(key) else { return };
        // What was kept before sources were told apart is the store's.
        let known = attempt.record.decided.unwrap_or(Decision::of_store());
        if known.by == Source::Store || !decision.outranks(known) {
            return;
        }
        let differs = attempt.record.outcome != outcome;
        attempt.record.decided = Some(decision);
        self.put_attempt(key, cx);
        if differs {
            let corrected = vec![(key, outcome)];
            self.close(Batch { corrected, ..Batch::default() }, cx);
        }
    }

    /// When the next announcement has waited long enough for the store, or a hint for anything.
    pub(crate) fn confirm_deadline(&self, cx: &Context) -> Option<Millis> {
        let hinted = self.hinted_at.map(|at| cx.deadline(at + CONFIRM_WITHIN_MS));
        let announced = self.attempts.announced().map(|(_, announced)| announced.at).min();
        let announced = announced.map(|at| cx.deadline(at + cx.store_has_for()));
        [hinted, announced].into_iter().flatten().min()
    }

    /// Counts what was announced and has waited long enough.
    pub(crate) fn settle_announced(&mut self, cx: &mut Context) {
        let (now, wait) = (cx.now(), cx.store_has_for());
        let due: Vec<Key> = self
            .attempts
            .announced()
            .filter(|(_, announced)| cx.deadline(announced.at + wait) <= now)
            .map(|(key, _)| key)
            .collect();
        if !due.is_empty() {
            cx.note_silent_store();
            let batch = self.end_announced(due);
            self.close(batch, cx);
        }
    }

    /// However a session ends, what is announced for it counts first (spec H2).
    pub(super) fn count_announced(&mut self, cx: &mut Context) {
        let Some(session_id) = self.session_id() else { return };
        let is_of = |key: Key| self.attempts.get(key).is_some_and(|a| a.is_of(session_id));
        let due: Vec<Key> =
            self.attempts.announced().map(|(key, _)| key).filter(|key| is_of(*key)).collect();
        let batch = self.end_announced(due);
        self.count_batch(batch, cx);
    }

    fn end_announced(&mut self, keys: Vec<Key>) -> Batch {
        for key in &keys {
            if let Some(announced) = self.attempts.set_announced(*key, None) {
                self.attempts.set_outcome(*key, announced.outcome);
                if let Some(attempt) = self.attempts.get_mut(*key) {
                    attempt.record.decided = Some(announced.decision);
                    attempt.announced_at = Some(announced.at);
                }
            }
        }
        Batch { ended: keys, ..Batch::default() }
    }

    /// The end that is announced last, for the sidebar; a hint of one counts for it.
    pub(super) fn end_being_checked(&self) -> Option<AttemptOutcome> {
        let announced = self.attempts.announced().map(|(_, announced)| announced);
        let last = announced.max_by_key(|announced| announced.at);
        let hinted = self.hinted_at.map(|_| AttemptOutcome::Moderated);
        last.map(|announced| announced.outcome).or(hinted)
    }

    /// A notice speaks of a moderation: of the attempt that the session waits for, where nothing more
    /// has reported it. The page shows it about when it writes its store, so one that comes soon after
    /// a moderated attempt was counted is of that one, even if the next is under way.
    pub(crate) fn moderation_seen(&mut self, cx: &mut Context) {
        let Some(session) = &self.session else { return };
        let is_of_counted = session.last_counted.is_some_and(|last| {
            last.outcome == AttemptOutcome::Moderated && cx.now() - last.at < CONFIRM_WITHIN_MS
        });
        let waits = matches!(session.step, Step::AwaitingOutcome);
        if waits && !is_of_counted && self.attempts.announced().next().is_none() {
            self.hinted_at = Some(cx.now());
            self.note_activity(cx);
        }
    }

    /// Tells of a hint that nothing followed; the count goes on waiting.
    pub(crate) fn report_unconfirmed(&mut self, cx: &mut Context) {
        let is_due = |at: Millis| cx.deadline(at + CONFIRM_WITHIN_MS) <= cx.now();
        if self.hinted_at.is_some_and(is_due) {
            self.hinted_at = None;
            let told = "a notice on the page said that an attempt is moderated";
            cx.note(DiagnosticKind::NotConfirmed, format!("{told}, and Grok's store does not"));
        }
    }
}

impl Decision {
    /// The page's store told it.
    pub(crate) const fn of_store() -> Self {
        Self { by: Source::Store, certainty: Certainty::Told }
    }

    /// Whether it takes the place of `known`: a told end that of an inferred one, else the later
    /// (spec H2).
    fn outranks(self, known: Self) -> bool {
        self.certainty == Certainty::Told || known.certainty == Certainty::Inferred
    }
}
