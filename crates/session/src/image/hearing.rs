//! What streams and records say of the image's attempts (spec H3, H8): which they are, and how far they
//! have come. Their ends are `announced`'s.

use std::collections::BTreeSet;

use retake_grok::SeenAttempt;
use retake_protocol::{AttemptId, AttemptOutcome, Millis, Source, is_uuid};

use super::ImageMachine;
use super::attempt::Attempt;
use super::attempts::Key;
use super::counting::Batch;
use super::ending::LONGEST_WAIT_MS;
use super::observing::{Observed, SHORTEST_GENERATION_MS, says_nothing};
use super::progress::{Progress, ProgressSource};
use crate::context::Context;
use crate::record::Decision;

/// Something that another source than the store says of an attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard<'a> {
    pub(crate) entry: Observed<'a>,
    pub(crate) source: Source,
    /// When the page asked for it; `None`: no request was seen.
    pub(crate) pressed_at: Option<Millis>,
    /// Whether a session pressed for another image than Grok took (spec C9): it counts in none.
    pub(crate) is_astray: bool,
    /// Whether its source told an end of it.
    pub(crate) has_ended: bool,
}

impl Heard<'_> {
    fn sources(&self) -> impl Iterator<Item = Source> {
        let request = self.pressed_at.map(|_| Source::Request);
        [Some(self.source), request].into_iter().flatten()
    }
}

impl ImageMachine {
    /// Takes over what is said; the answer is the attempt's place here. `None`: it is passed over.
    pub(crate) fn hear(&mut self, heard: Heard<'_>, cx: &mut Context) -> Option<Key> {
        let seen = heard.entry.seen;
        if cx.suppressed().has_attempt(self.media_id(), &seen.aliases) {
            return None;
        }
        let mut batch = Batch::default();
        let key = match self.attempts.find_all(&seen.aliases)[..] {
            [] => None,
            [key] => Some(key),
            _ => self.join(&seen.aliases, &mut batch, cx),
        };
        let key = key.or_else(|| match heard.pressed_at {
            Some(pressed_at) => self.placeholder_of_press(pressed_at),
            None => self.given_up_press_of(heard),
        });
        if key.is_none() && !self.takes_new(seen, cx) {
            return None;
        }
        self.keep(cx);
        let key = match key {
            Some(key) => {
                if self.takes_news(key, seen, cx) {
                    self.hear_of_known(key, heard, cx);
                }
                key
            }
            None => self.hear_of_new(heard, cx),
        };
        self.close(batch, cx);
        Some(key)
    }

    /// The store's own entry for a press whose video it could not name yet (spec A1).
    fn placeholder_of_press(&self, pressed_at: Millis) -> Option<Key> {
        let is_it = |key: &Key| {
            self.attempts.get(*key).is_some_and(|attempt| {
                let record = &attempt.record;
                let is_temporary = attempt.is_placeholder || !is_uuid(record.attempt_id.as_str());
                let is_unnamed =
                    |source: &Source| matches!(source, Source::Store | Source::Request);
                is_temporary && record.told_by.iter().all(is_unnamed)
            })
        };
        self.attempts.of_press(pressed_at).find(is_it)
    }

    /// The attempt without a name that a record is of: the oldest whose end nobody saw, and that was
    /// asked for not long before the record's time (spec A1, H9).
    fn given_up_press_of(&self, heard: Heard<'_>) -> Option<Key> {
        let created = heard.entry.seen.create_time.filter(|_| heard.source == Source::Record)?;
        let is_it = |key: &Key| {
            let Some(record) = self.attempts.get(*key).map(|attempt| &attempt.record) else {
                return false;
            };
            let is_unnamed = record.told_by.iter().all(|source| *source == Source::Request);
            record.outcome == AttemptOutcome::Unknown
                && is_unnamed
                && record.pressed_at.is_some_and(|at| (at..at + LONGEST_WAIT_MS).contains(&created))
        };
        self.attempts.unknown_to_store().find(is_it)
    }

    fn hear_of_known(&mut self, key: Key, heard: Heard<'_>, cx: &mut Context) {
        let seen = heard.entry.seen;
        for alias in &seen.aliases {
            if self.attempts.add_alias(key, alias) {
                cx.set_owner(alias.clone(), self.facts.media_id.clone());
            }
        }
        let order = cx.next_progress();
        let Some(attempt) = self.attempts.get_mut(key) else { return };
        let before = attempt.record.clone();
        attempt.merge_entry(seen);
        if let Some((derivation, from)) = heard.entry.derived {
            attempt.derive(derivation, from);
        }
        attempt.record.told_by.extend(heard.sources());
        attempt.take_stream_progress(seen, heard.source, order);
        let is_moving = before.percent != attempt.record.percent;
        let has_press = attempt.record.pressed_at.is_some();
        let ended_at = attempt.record.ended_at;
        let mut changed = before != attempt.record;
        // What had ended before a request is none of its videos. To tie what has ended changes tries (spec
        // H5), which no frame of a video that is under way may do.
        let is_of = |pressed_at: &Millis| {
            ended_at.is_none_or(|ended_at| heard.has_ended && ended_at > *pressed_at)
        };
        if let Some(pressed_at) = heard.pressed_at.filter(|_| !has_press).filter(is_of) {
            self.attempts.set_press(key, pressed_at);
            if !heard.is_astray {
                self.take_into_session_of(key, pressed_at);
            }
            changed = true;
        }
        if changed {
            self.put_attempt(key, cx);
        }
        if is_moving {
            self.press_moved(heard.pressed_at, cx);
            self.show_percent_of(key);
        }
    }

    /// What is tied to a press of a session is never outside of it (spec C2).
    fn take_into_session_of(&mut self, key: Key, pressed_at: Millis) {
        let session_id = self.session_of_press(pressed_at);
        if let Some(attempt) = self.attempts.get_mut(key)
            && attempt.record.seen_in.is_none()
            && !attempt.record.outcome.is_terminal()
            && attempt.may_count()
        {
            attempt.record.seen_in = session_id;
        }
    }

    /// What the sidebar shows of the generation that the session made.
    fn show_percent_of(&mut self, key: Key) {
        let Some(attempt) = self.attempts.get(key) else { return };
        let is_own = self.session_id().is_some_and(|session_id| attempt.is_of(session_id));
        if let Some(percent) = attempt.record.percent.filter(|_| is_own) {
            self.set_percent(percent);
        }
    }

    fn hear_of_new(&mut self, heard: Heard<'_>, cx: &mut Context) -> Key {
        let seen = heard.entry.seen;
        let mut attempt = Attempt::new(self.facts.media_id.clone(), seen, cx.now());
        attempt.merge_entry(seen);
        attempt.record.outcome = AttemptOutcome::Pending;
        if let Some((derivation, from)) = heard.entry.derived {
            attempt.derive(derivation, from);
        }
        attempt.record.told_by.extend(heard.sources());
        if attempt.may_count() && !heard.is_astray {
            attempt.record.seen_in = match heard.pressed_at {
                Some(pressed_at) => self.session_of_press(pressed_at),
                // A record without a time to tell it by counts in no session (spec C2).
                None if heard.source == Source::Record && says_nothing(seen.create_time, cx) => {
                    None
                }
                None => self.session_of_new(&attempt.record, cx),
            };
        }
        attempt.take_stream_progress(seen, heard.source, cx.next_progress());
        for alias in &seen.aliases {
            cx.set_owner(alias.clone(), self.facts.media_id.clone());
        }
        let key = self.attempts.insert(attempt);
        if let Some(pressed_at) = heard.pressed_at {
            self.attempts.set_press(key, pressed_at);
        }
        self.put_attempt(key, cx);
        self.press_moved(heard.pressed_at, cx);
        self.show_percent_of(key);
        key
    }

    /// Another source than the store tells how the attempt with these names ended.
    pub(crate) fn announce_of(
        &mut self,
        aliases: &[AttemptId],
        outcome: AttemptOutcome,
        decision: Decision,
        cx: &mut Context,
    ) {
        if let Some(key) = self.attempts.find(aliases) {
            self.announce(key, outcome, decision, cx);
        }
    }

    /// The attempt that a new entry of the store is, of those that only other sources reported: the
    /// oldest that was not asked for after the entry was created (spec A1). An entry that is under way is
    /// none that has ended, and one that a press under way waits for is none whose end nobody saw.
    pub(super) fn heard_of(
        &self,
        seen: &SeenAttempt,
        present: &BTreeSet<Key>,
        cx: &Context,
    ) -> Option<Key> {
        let is_awaited = self.press_of_new(seen, cx).is_some();
        let is_it = |key: &Key| {
            let Some(attempt) = self.attempts.get(*key) else { return false };
            let record = &attempt.record;
            let is_given_up = record.outcome == AttemptOutcome::Unknown;
            let since = record.pressed_at.unwrap_or(record.first_seen_at);
            let urls = record.video_url.as_ref().zip(seen.video_url.as_ref());
            is_since(seen, since, cx)
                && !(is_given_up && is_awaited)
                && (seen.outcome.is_terminal() || !record.outcome.is_terminal())
                && !present.contains(key)
                && urls.is_none_or(|(one, other)| one == other)
        };
        self.attempts.unknown_to_store().find(is_it)
    }

    /// The press that a new entry of the store is of: the oldest under way that no attempt is of yet.
    pub(super) fn press_of_new(&self, seen: &SeenAttempt, cx: &Context) -> Option<Millis> {
        let is_free = |at: &Millis| self.attempts.of_press(*at).next().is_none();
        self.under_way.oldest().find(|at| is_free(at) && is_since(seen, *at, cx))
    }
}

/// Whether an entry may have been created after this moment, or a little before (spec C2).
fn is_since(seen: &SeenAttempt, moment: Millis, cx: &Context) -> bool {
    match seen.create_time.filter(|at| !says_nothing(Some(*at), cx)) {
        Some(created) => created >= cx.earliest_since(moment),
        // No video is made so soon.
        None => {
            seen.outcome != AttemptOutcome::Completed || cx.now() - moment >= SHORTEST_GENERATION_MS
        }
    }
}

impl Attempt {
    /// A stream tells the progress exactly (spec C5).
    fn take_stream_progress(&mut self, seen: &SeenAttempt, source: Source, order: u64) {
        if source != Source::Stream || self.record.outcome.is_terminal() {
            return;
        }
        let Some(percent) = seen.percent else { return };
        if self.record.percent != Some(percent) || self.progress_source != ProgressSource::Stream {
            self.take_progress(Progress { percent, order, source: ProgressSource::Stream });
        }
        if self.record.outcome == AttemptOutcome::Pending && percent > 0.0 {
            self.record.outcome = AttemptOutcome::Processing;
        }
    }
}
