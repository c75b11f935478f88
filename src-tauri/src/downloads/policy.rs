//! Which downloads of the page may begin: those that follow a touch of the user's, and not too many.

use retake_protocol::Millis;

/// So long after a touch of the page a download may begin, in ms: a page may fetch a file first.
const AFTER_TOUCH_MS: Millis = 30_000;
/// How many may follow one touch, as by a button that saves several.
const MOST_PER_TOUCH: u32 = 10;
/// How many may be under way at once.
const MOST_AT_ONCE: usize = 10;
/// How many may begin within an hour.
const MOST_PER_HOUR: usize = 200;
const HOUR_MS: Millis = 3_600_000;
/// The largest file, in bytes.
pub(super) const MAX_BYTES: u64 = 2_000_000_000;

/// Why a download was refused, in plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refused {
    #[error("The page wanted to save a file without a click of yours, so it was refused.")]
    Untouched,
    #[error(
        "The page wanted to save more than {MOST_PER_TOUCH} files at one click, so it was refused."
    )]
    TooMany,
    #[error("The page saves {MOST_AT_ONCE} files already. Try again when they are there.")]
    TooManyAtOnce,
    #[error("The page has saved {MOST_PER_HOUR} files within an hour, so it was refused.")]
    TooManyInAnHour,
}

/// What was seen so far.
#[derive(Debug, Default)]
pub(super) struct Policy {
    touched_at: Option<Millis>,
    since_touch: u32,
    /// When downloads began within the last hour.
    begun: Vec<Millis>,
}

impl Policy {
    /// The user touched the page at `now`.
    pub(super) fn user_acted(&mut self, now: Millis) {
        self.touched_at = Some(now);
        self.since_touch = 0;
    }

    /// Lets a download begin at `now`, while `running` are under way, or says why not.
    pub(super) fn admit(&mut self, running: usize, now: Millis) -> Result<(), Refused> {
        self.begun.retain(|at| now - at < HOUR_MS);
        let is_touched = self.touched_at.is_some_and(|at| now - at <= AFTER_TOUCH_MS);
        if !is_touched {
            return Err(Refused::Untouched);
        }
        if self.since_touch >= MOST_PER_TOUCH {
            return Err(Refused::TooMany);
        }
        if running >= MOST_AT_ONCE {
            return Err(Refused::TooManyAtOnce);
        }
        if self.begun.len() >= MOST_PER_HOUR {
            return Err(Refused::TooManyInAnHour);
        }
        self.since_touch += 1;
        self.begun.push(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_a_download_follows_a_touch() {
        let mut policy = Policy::default();
        assert_eq!(policy.admit(0, 0), Err(Refused::Untouched));
        policy.user_acted(0);
        assert_eq!(policy.admit(0, AFTER_TOUCH_MS), Ok(()));
        assert_eq!(policy.admit(0, AFTER_TOUCH_MS + 1), Err(Refused::Untouched));
    }

    #[test]
    fn s1_downloads_are_bounded_by_touch_at_once_and_in_an_hour() {
        let mut policy = Policy::default();
        policy.user_acted(0);
        for _ in 0..MOST_PER_TOUCH {
            assert_eq!(policy.admit(0, 1), Ok(()));
        }
        assert_eq!(policy.admit(0, 1), Err(Refused::TooMany));
        policy.user_acted(2);
        assert_eq!(policy.admit(MOST_AT_ONCE, 2), Err(Refused::TooManyAtOnce));
        let mut begun = MOST_PER_TOUCH as usize;
        while begun < MOST_PER_HOUR {
            policy.user_acted(3);
            assert_eq!(policy.admit(0, 3), Ok(()));
            begun += 1;
        }
        policy.user_acted(4);
        assert_eq!(policy.admit(0, 4), Err(Refused::TooManyInAnHour));
        policy.user_acted(HOUR_MS + 4);
        assert_eq!(policy.admit(0, HOUR_MS + 4), Ok(()));
    }
}
