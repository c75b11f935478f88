//! The only place that reads the clock: everything else gets its time as an argument.

#![allow(clippy::disallowed_methods, reason = "this is the one clock")]

use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use retake_protocol::Millis;

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
}

impl Clock {
    /// A clock that starts at the system's time.
    pub(crate) fn new() -> Self {
        Self { last: Mutex::new(Reading { now: wall(), monotonic: Instant::now() }) }
    }

    /// Milliseconds since the Unix epoch, never less than before.
    pub(crate) fn now(&self) -> Millis {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let monotonic = Instant::now();
        let passed = (monotonic - last.monotonic).as_millis();
        let now = later(*last, passed, wall());
        // A part of a millisecond would be lost with each reading: wait until there is a whole one.
        if now > last.now {
            *last = Reading { now, monotonic };
        }
        now
    }
}

fn later(last: Reading, passed: u128, wall: Millis) -> Millis {
    let bridged = last.now.saturating_add(Millis::try_from(passed).unwrap_or(Millis::MAX));
    bridged.max(wall)
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
        let last = Reading { now: 10_000, monotonic: Instant::now() };
        for (passed, wall, now) in [(5, 10_005, 10_005), (5, 4_000, 10_005), (5, 90_000, 90_000)] {
            assert_eq!(later(last, passed, wall), now, "{passed} ms on, the system says {wall}");
        }
    }
}
