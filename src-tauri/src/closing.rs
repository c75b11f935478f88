//! Closing the window while a session runs asks first; a second try closes it, so that a sidebar that
//! does not answer keeps nobody in (spec W3).

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the window may close.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    is_running: AtomicBool,
    is_asked: AtomicBool,
}

/// What to do when the window is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Close {
    /// It closes.
    Now,
    /// It stays, and the sidebar asks.
    Ask,
}

impl Closing {
    /// Whether a session runs.
    pub(crate) fn set_running(&self, is_running: bool) {
        self.is_running.store(is_running, Ordering::Relaxed);
    }

    /// The window is to be closed.
    pub(crate) fn requested(&self) -> Close {
        let is_running = self.is_running.load(Ordering::Relaxed);
        if is_running && !self.is_asked.swap(true, Ordering::Relaxed) {
            Close::Ask
        } else {
            Close::Now
        }
    }

    /// The user wants it to stay open.
    pub(crate) fn keep_open(&self) {
        self.is_asked.store(false, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w3_closing_in_mid_session_asks_once_until_the_user_keeps_it_open() {
        let closing = Closing::default();
        assert_eq!(closing.requested(), Close::Now, "nothing runs");
        closing.set_running(true);
        assert_eq!(closing.requested(), Close::Ask);
        assert_eq!(closing.requested(), Close::Now, "who tries again means it");
        closing.keep_open();
        assert_eq!(closing.requested(), Close::Ask);
    }
}
