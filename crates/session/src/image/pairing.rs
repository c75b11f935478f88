//! Two videos of one press that only the store reports (spec H5).

use retake_protocol::Millis;

use super::ImageMachine;
use super::attempt::Attempt;
use super::attempts::Key;
use crate::context::Context;

/// How far apart the videos of one press are created at most, in ms (spec H5).
const PAIR_WITHIN_MS: u64 = 2_000;

/// Among how many of the newest attempts the other video of a press is looked for.
const PAIR_AMONG: usize = 16;

/// How many presses may have the same moment; each is reported by its own.
const PRESSES_AT_ONCE: Millis = 64;

impl ImageMachine {
    /// Two entries that the store says were made side by side are of one press, also where no request
    /// was seen (spec H5).
    pub(super) fn tie_to_pair(&mut self, key: Key, cx: &mut Context) {
        let attempt = self.attempts.get(key).filter(|attempt| attempt.side_by_side.is_some());
        let Some(attempt) = attempt else { return };
        let is_alone = |other: &Attempt| {
            let pressed_at = other.record.pressed_at;
            pressed_at.is_none_or(|at| self.attempts.of_press(at).count() < 2)
        };
        let is_other = |other: &Key| {
            let other = self.attempts.get(*other);
            other.is_some_and(|other| is_pair(attempt, other) && is_alone(other))
        };
        let Some(other) = self.attempts.newest_keys().take(PAIR_AMONG).find(is_other) else {
            return;
        };
        let Some(known) = self.attempts.get(other) else { return };
        let pressed_at = known.record.pressed_at.unwrap_or_else(|| {
            let is_taken = |at: &Millis| {
                self.under_way.contains(Some(*at)) || self.attempts.of_press(*at).next().is_some()
            };
            let since = known.record.first_seen_at;
            (since..since + PRESSES_AT_ONCE).find(|at| !is_taken(at)).unwrap_or(since)
        });
        for one in [key, other] {
            self.attempts.set_press(one, pressed_at);
            self.put_attempt(one, cx);
        }
    }
}

/// Whether the two are the videos of one press: Grok numbers them, and made them together.
fn is_pair(one: &Attempt, other: &Attempt) -> bool {
    let numbers = one.side_by_side.zip(other.side_by_side);
    let times = one.record.create_time.zip(other.record.create_time);
    numbers.is_some_and(|(one, other)| one != other)
        && times.is_some_and(|(one, other)| one.abs_diff(other) <= PAIR_WITHIN_MS)
        && one.record.prompt == other.record.prompt
        && one.may_count()
        && other.may_count()
}
