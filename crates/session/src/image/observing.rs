//! What a snapshot says of an image's attempts: which are new, which are one, what has changed
//! (spec A1, A7, C2, C5, H1). What it means for the session is `counting`'s and `deciding`'s.

use std::collections::BTreeSet;

use retake_grok::{Derivation, SeenAttempt};
use retake_protocol::log::LogEvent;
use retake_protocol::{
    AttemptId, AttemptOutcome, DiagnosticKind, Millis, SessionId, Source, is_uuid,
};

use super::ImageMachine;
use super::attempt::Attempt;
use super::attempts::Key;
use super::counting::Batch;
use super::progress::{Progress, ProgressSource};
use crate::context::{Context, StoreNews};
use crate::record::{AttemptRecord, Change, Decision};

/// How far apart two create times of one attempt may be, in ms (spec A1).
const ONE_ATTEMPT_MS: Millis = 3_000;

/// A create time before 2023 says nothing of a session: Imagine is younger (spec C2).
const EARLIEST_CREATE_TIME: Millis = 1_672_531_200_000;

/// Nor does one that is more than a day ahead, in ms.
const DAY_MS: Millis = 86_400_000;

/// No video is made sooner after a start, in ms: without a readable create time, one that is first
/// seen by then was there before.
pub(super) const SHORTEST_GENERATION_MS: Millis = 3_000;

/// An entry of a snapshot that belongs to the image.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Observed<'a> {
    pub(crate) seen: &'a SeenAttempt,
    /// What it was made of a video by, and which (spec A9); `None`: it is of the image's series.
    pub(crate) derived: Option<(Derivation, Option<&'a AttemptId>)>,
}

impl ImageMachine {
    /// Takes over the image's entries of a snapshot, in the store's order, counts what ended, and
    /// decides once (spec C6).
    pub(crate) fn observe(&mut self, entries: &[Observed<'_>], cx: &mut Context) {
        let mut batch = Batch::default();
        let known: Vec<Vec<Key>> =
            entries.iter().map(|entry| self.attempts.find_all(&entry.seen.aliases)).collect();
        let present: BTreeSet<Key> = known.iter().flatten().copied().collect();
        for (entry, keys) in entries.iter().zip(known) {
            if cx.suppressed().has_attempt(self.media_id(), &entry.seen.aliases) {
                continue;
            }
            let key = match keys[..] {
                // An entry before this one may have been the same attempt's.
                [] => self
                    .attempts
                    .find(&entry.seen.aliases)
                    .or_else(|| self.placeholder_of(entry.seen, &present))
                    .or_else(|| self.heard_of(entry.seen, &present, cx)),
                [key] => Some(key),
                _ => self.join(&entry.seen.aliases, &mut batch, cx),
            };
            if key.is_none() && !self.takes_new(entry.seen, cx) {
                continue;
            }
            self.keep(cx);
            match key {
                Some(key) => self.observe_attempt(key, entry, &mut batch, cx),
                None => self.meet_new(entry, &mut batch, cx),
            }
        }
        if batch.has_activity {
            self.note_activity(cx);
        }
        self.close(batch, cx);
        self.compare(entries, cx);
    }

    /// Whether the budget has room for an attempt that is not known, and for its image.
    pub(super) fn takes_new(&self, seen: &SeenAttempt, cx: &mut Context) -> bool {
        self.takes_itself(cx) && cx.takes_row(self.media_id(), seen.text_bytes(), self.claim())
    }

    /// Spec D4: each end that the store tells must be known here as the same. A correction was taken
    /// over already, so what still differs is a page that took something back, or a mistake of
    /// Retake's; either is to be seen. It is logged once in a run and shows in diagnostics.
    fn compare(&mut self, entries: &[Observed<'_>], cx: &mut Context) {
        for seen in entries.iter().map(|entry| entry.seen) {
            let known = self.attempts.find(&seen.aliases).and_then(|key| self.attempts.get(key));
            let Some(record) = known.map(|attempt| &attempt.record) else { continue };
            let differs = seen.outcome.is_terminal() && record.outcome != seen.outcome;
            if !differs || self.disagreed.contains(&record.attempt_id) {
                continue;
            }
            let attempt_id = record.attempt_id.clone();
            let (kept, told) = (record.outcome, seen.outcome);
            self.disagreed.insert(attempt_id.clone());
            self.log(cx, Some(&attempt_id), LogEvent::Disagreed { told, kept });
            let (here, there) = (kept.as_str(), told.as_str());
            cx.note(
                DiagnosticKind::CountsDiffer,
                format!("Grok's outcome of an attempt is {there}, and here it is {here}"),
            );
        }
    }

    /// The entry that an attempt with an id of the page's own was before Grok gave the real one: of
    /// the attempts under way that this snapshot lacks, the oldest (spec A1). The page drops the one
    /// and writes the other, and does not always say that they are the same.
    fn placeholder_of(&self, seen: &SeenAttempt, present: &BTreeSet<Key>) -> Option<Key> {
        if !is_uuid(seen.id().as_str()) {
            return None;
        }
        let is_it = |attempt: &Attempt| {
            let record = &attempt.record;
            let is_temporary = attempt.is_placeholder || !is_uuid(record.attempt_id.as_str());
            let times = record.create_time.zip(seen.create_time);
            let is_near = times
                .is_some_and(|(one, other)| one.abs_diff(other) <= ONE_ATTEMPT_MS.unsigned_abs());
            is_temporary && is_near && attempt.store_said.is_some()
        };
        let mut missing = self.attempts.open().filter(|key| !present.contains(key));
        missing.find(|key| self.attempts.get(*key).is_some_and(is_it))
    }

    /// What is new of a known attempt.
    fn observe_attempt(
        &mut self,
        key: Key,
        entry: &Observed<'_>,
        batch: &mut Batch,
        cx: &mut Context,
    ) {
        let seen = entry.seen;
        if !self.takes_news(key, seen, cx) {
            return;
        }
        let mut changed = false;
        for alias in &seen.aliases {
            if self.attempts.add_alias(key, alias) {
                cx.set_owner(alias.clone(), self.facts.media_id.clone());
                changed = true;
            }
        }
        let early = self.named.take(&seen.aliases).map(|named| named.progress);
        let order = cx.next_progress();
        if self.attempts.is_in_store(key) {
            changed = true;
            self.tie_what_a_record_told(key, seen, cx);
        }
        let Some(attempt) = self.attempts.get_mut(key) else { return };
        changed |= attempt.merge_entry(seen);
        if let Some((derivation, from)) = entry.derived {
            changed |= attempt.derive(derivation, from);
        }
        let (was, percent) = (attempt.record.outcome, attempt.record.percent);
        changed |= attempt.observe_progress(seen, early, order);
        batch.has_activity |= !was.is_terminal() && attempt.record.percent != percent;
        let is_news = attempt.store_said != Some(seen.outcome);
        attempt.store_said = Some(seen.outcome);
        if is_news && cx.store_news() == StoreNews::Spoken {
            cx.trust_store();
        }
        let may_correct = is_news
            && cx.store_news() == StoreNews::Spoken
            && (seen.outcome != AttemptOutcome::Completed || seen.video_url.is_some());
        match (was.is_terminal(), seen.outcome.is_terminal()) {
            (false, true) => {
                attempt.record.decided = Some(Decision::of_store());
                self.attempts.set_announced(key, None);
                self.attempts.set_outcome(key, seen.outcome);
                batch.ended.push(key);
            }
            (true, true) if is_news => {
                if was != seen.outcome && may_correct {
                    attempt.record.decided = Some(Decision::of_store());
                    batch.corrected.push((key, seen.outcome));
                } else if was == seen.outcome
                    && attempt.record.decided != Some(Decision::of_store())
                {
                    attempt.record.decided = Some(Decision::of_store());
                    self.put_attempt(key, cx);
                } else if changed {
                    self.put_attempt(key, cx);
                }
            }
            _ if changed => self.put_attempt(key, cx),
            _ => {}
        }
    }

    /// An attempt that a record alone told of is of no press, and without a time of no session (spec C2). The
    /// store's entry of it says more, and is taken as its first sight.
    fn tie_what_a_record_told(&mut self, key: Key, seen: &SeenAttempt, cx: &Context) {
        let Some(attempt) = self.attempts.get(key) else { return };
        let record = &attempt.record;
        let is_open = record.pressed_at.is_none() && !record.outcome.is_terminal();
        let is_of_a_record = record.told_by == [Source::Record, Source::Store].into();
        if !is_open || !is_of_a_record || !attempt.may_count() {
            return;
        }
        let create_time = record.create_time.or(seen.create_time);
        let record = AttemptRecord { create_time, ..record.clone() };
        let press = self.press_of_new(seen, cx);
        let first_sight = || self.session_of_first_sight(&record, seen.outcome, cx);
        let seen_in = match press {
            Some(pressed_at) => self.session_of_press(pressed_at),
            None => record.seen_in.or_else(first_sight),
        };
        if let Some(attempt) = self.attempts.get_mut(key) {
            attempt.record.seen_in = seen_in;
        }
        if let Some(pressed_at) = press {
            self.attempts.set_press(key, pressed_at);
        }
    }

    /// Whether the budget has room for what is new of a known attempt: longer texts, more names, and a
    /// line of the log where its outcome is another one now. Else it is met with a later snapshot.
    pub(super) fn takes_news(&self, key: Key, seen: &SeenAttempt, cx: &mut Context) -> bool {
        let Some(attempt) = self.attempts.get(key) else { return false };
        let growth = seen.text_bytes().saturating_sub(attempt.record.text_bytes());
        let (was, is) = (attempt.record.outcome, seen.outcome);
        let is_corrected = was.is_terminal() && is.is_terminal() && was != is;
        cx.takes_growth(self.media_id(), growth, self.claim())
            && (!is_corrected || cx.takes_row(self.media_id(), 0, self.claim()))
    }

    fn meet_new(&mut self, entry: &Observed<'_>, batch: &mut Batch, cx: &mut Context) {
        let seen = entry.seen;
        let mut attempt = Attempt::new(self.facts.media_id.clone(), seen, cx.now());
        attempt.merge_entry(seen);
        attempt.record.outcome = AttemptOutcome::Pending;
        if let Some((derivation, from)) = entry.derived {
            attempt.derive(derivation, from);
        }
        let named = self.named.take(&seen.aliases);
        let press = self.press_of_new(seen, cx).filter(|_| attempt.may_count());
        if attempt.may_count() {
            attempt.record.seen_in = match (&named, press) {
                (Some(named), _) => named.seen_in,
                (None, Some(pressed_at)) => self.session_of_press(pressed_at),
                (None, None) => self.session_of_first_sight(&attempt.record, seen.outcome, cx),
            };
            batch.has_activity = true;
        }
        let early = named.map(|named| named.progress);
        attempt.observe_progress(seen, early, cx.next_progress());
        attempt.store_said = Some(seen.outcome);
        attempt.record.told_by.insert(Source::Store);
        for alias in &seen.aliases {
            cx.set_owner(alias.clone(), self.facts.media_id.clone());
        }
        if cx.store_news() == StoreNews::Spoken {
            cx.trust_store();
        }
        let decided = seen.outcome.is_terminal().then(Decision::of_store);
        attempt.record.decided = decided;
        let key = self.attempts.insert(attempt);
        match press {
            Some(pressed_at) => self.attempts.set_press(key, pressed_at),
            None => self.tie_to_pair(key, cx),
        }
        self.attempts.set_outcome(key, seen.outcome);
        if seen.outcome.is_terminal() {
            batch.ended.push(key);
        } else {
            self.put_attempt(key, cx);
        }
    }

    /// The session of an attempt that is first seen now (spec C2, C3).
    fn session_of_first_sight(
        &self,
        record: &AttemptRecord,
        outcome: AttemptOutcome,
        cx: &Context,
    ) -> Option<SessionId> {
        let session = self.session_of_new(record, cx);
        let started_at = self.session.as_ref().map(|session| session.record.started_at);
        let was_there_before = outcome == AttemptOutcome::Completed
            && says_nothing(record.create_time, cx)
            && started_at.is_some_and(|at| cx.now() - at < SHORTEST_GENERATION_MS);
        session.filter(|_| !was_there_before)
    }

    /// The session that an attempt is of, by when it was created and first seen: the active one, or
    /// the last one, where that ended with a press under way (spec C2, C13).
    pub(super) fn session_of_new(&self, record: &AttemptRecord, cx: &Context) -> Option<SessionId> {
        let is_since = |begins_at: Millis| {
            let Some(at) = record.create_time.filter(|_| !says_nothing(record.create_time, cx))
            else {
                return true;
            };
            at >= cx.earliest_since(begins_at)
        };
        if let Some(session) = &self.session {
            let is_of = record.first_seen_at >= session.begins_at && is_since(session.begins_at);
            return is_of.then(|| session.id());
        }
        let last = self.last_session.as_ref()?;
        let pressed_at = last.open_press?;
        let is_of = cx.now() - pressed_at <= super::ending::LONGEST_WAIT_MS && is_since(pressed_at);
        is_of.then_some(last.record.session_id)
    }

    /// Writes the row of an attempt.
    pub(super) fn put_attempt(&self, key: Key, cx: &mut Context) {
        if let Some(attempt) = self.attempts.get(key) {
            cx.put(Change::Attempt(attempt.record.clone()));
        }
    }
}

/// Whether a create time is none that a session can be told by (spec C2).
pub(super) fn says_nothing(create_time: Option<Millis>, cx: &Context) -> bool {
    create_time.is_none_or(|at| at < EARLIEST_CREATE_TIME || at > cx.now() + DAY_MS)
}

impl Attempt {
    /// The progress of an entry counts only while the entry is not terminal (spec C5). Whether
    /// anything changed.
    fn observe_progress(
        &mut self,
        seen: &SeenAttempt,
        early: Option<Progress>,
        order: u64,
    ) -> bool {
        if self.record.outcome.is_terminal() {
            return false;
        }
        let before = (self.record.percent, self.record.outcome);
        if let Some(early) = early {
            self.take_progress(early);
        }
        let may_lag = self.progress_source == ProgressSource::Page;
        let from_entry = seen.percent.filter(|_| may_lag && !seen.outcome.is_terminal());
        // Only a changed number is news: an entry repeats its last one in every snapshot.
        if let Some(percent) = from_entry.filter(|percent| self.record.percent != Some(*percent)) {
            self.take_progress(Progress { percent, order, source: ProgressSource::Page });
        }
        // What nobody saw the end of stays so until a source states an end (spec H9).
        if !seen.outcome.is_terminal() && self.record.outcome != AttemptOutcome::Unknown {
            self.record.outcome = seen.outcome;
        }
        before != (self.record.percent, self.record.outcome)
    }
}
