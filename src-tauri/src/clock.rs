//! The only place that reads the clock: everything else gets its time as an argument.

#![allow(clippy::disallowed_methods, reason = "this is the one clock")]

use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use retake_protocol::Millis;

/// A jump of the system's clock ahead of the monotonic one by so much, in ms, is a sleep: the monotonic
/// clock of Linux and macOS stands still while the machine sleeps. A clock that was set forward looks
/// the same, and is none the worse for being taken for one.
const SLEEP_MS: Millis = 5_000;

/// Milliseconds since the Unix epoch that neither go backwards nor stand still: a step back of
/// the system's clock is bridged by the monotonic one, and time asleep counts.
#[derive(Debug)]
pub(crate) struct Clock {
    last: Mutex<Reading>,
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    now: Millis,
    monotonic: Instant,
    /// Time asleep that nobody has been told about, in ms.
    slept: Millis,
}

impl Clock {
    /// A clock that starts at the system's time.
    pub(crate) fn new() -> Self {
        let last = Reading { now: wall(), monotonic: Instant::now(), slept: 0 };
        Self { last: Mutex::new(last) }
    }

    /// Milliseconds since the Unix epoch, never less than before.
    pub(crate) fn now(&self) -> Millis {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let monotonic = Instant::now();
        let passed = (monotonic - last.monotonic).as_millis();
        let (now, asleep) = later(last.now, passed, wall());
        // A part of a millisecond would be lost with each reading: wait until there is a whole one.
        if now > last.now {
            let slept = last.slept.saturating_add(asleep);
            *last = Reading { now, monotonic, slept };
        }
        now
    }

    /// How long the machine slept since the last call, in ms (spec C21).
    pub(crate) fn take_slept(&self) -> Millis {
        self.now();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut last.slept)
    }
}

/// The time now, and how much of what has passed since `last` the machine was asleep.
fn later(last: Millis, passed: u128, wall: Millis) -> (Millis, Millis) {
    let bridged = last.saturating_add(Millis::try_from(passed).unwrap_or(Millis::MAX));
    let ahead = wall.saturating_sub(bridged);
    (bridged.max(wall), if ahead >= SLEEP_MS { ahead } else { 0 })
}

fn wall() -> Millis {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since_epoch.as_millis()).unwrap_or(Millis::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_back_of_the_system_neither_turns_nor_stops_the_clock() {
        for (passed, wall, now) in [(5, 10_005, 10_005), (5, 4_000, 10_005), (5, 10_600, 10_600)] {
            assert_eq!(later(10_000, passed, wall), (now, 0), "{passed} ms on, and {wall}");
        }
    }

    #[test]
    fn c21_time_that_the_monotonic_clock_did_not_see_was_sleep() {
        assert_eq!(later(10_000, 5, 3_610_005), (3_610_005, 3_600_000));
        assert_eq!(later(10_000, 3_600_000, 3_610_000), (3_610_000, 0), "awake all the time");
    }
}
