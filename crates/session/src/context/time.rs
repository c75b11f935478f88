//! The time, and how long things wait (spec C2, C21, H2).

use retake_protocol::Millis;

use super::Context;

/// For so long after the machine woke no clock runs out, in ms (spec C21).
const AFTER_WAKING_MS: Millis = 15_000;

/// The deadline of a clock that stands.
pub(crate) const NEVER: Millis = Millis::MAX;

/// How far before a moment something may have been created that followed it, in ms, where Grok's clock
/// is known (spec C2).
const GROK_CLOCK_SLACK_MS: Millis = 3_000;

/// The same where only this machine's clock is known.
const OWN_CLOCK_SLACK_MS: Millis = 120_000;

/// For so long an end that another source reported waits for the store's, in ms (spec H2).
const STORE_HAS_FOR_MS: Millis = 10_000;

/// The same in a page load whose store did not tell one in time.
const SILENT_STORE_HAS_FOR_MS: Millis = 3_000;

impl Context {
    /// Time never goes back: an earlier `now` than before is passed over.
    pub(crate) fn advance(&mut self, now: Millis) {
        self.now = self.now.max(now);
    }

    pub(crate) fn now(&self) -> Millis {
        self.now
    }

    /// This moment by Grok's clock; `None`: its clock is not known (spec C2).
    pub(crate) fn at_grok(&self, moment: Millis) -> Option<Millis> {
        Some(moment + self.grok_ahead?)
    }

    pub(crate) fn set_grok_clock(&mut self, grok_now: Millis) {
        self.grok_ahead = Some(grok_now - self.now);
    }

    /// Whether Grok's clock is known.
    pub(crate) fn knows_grok_clock(&self) -> bool {
        self.grok_ahead.is_some()
    }

    /// The earliest create time of what followed `moment` (spec C2).
    pub(crate) fn earliest_since(&self, moment: Millis) -> Millis {
        let at_grok = self.at_grok(moment).map(|moment| moment - GROK_CLOCK_SLACK_MS);
        at_grok.unwrap_or(moment - OWN_CLOCK_SLACK_MS)
    }

    /// For how long an end waits for the store's, in ms (spec H2).
    pub(crate) fn store_has_for(&self) -> Millis {
        if self.page_load.is_store_silent { SILENT_STORE_HAS_FOR_MS } else { STORE_HAS_FOR_MS }
    }

    /// The store let an end pass.
    pub(crate) fn note_silent_store(&mut self) {
        self.page_load.is_store_silent = true;
    }

    /// The store reported an attempt, or the page was loaded again.
    pub(crate) fn trust_store(&mut self) {
        self.page_load.is_store_silent = false;
    }

    /// The machine slept and woke just now.
    pub(crate) fn wake(&mut self) {
        self.woke_at = Some(self.now);
    }

    /// The page is gone.
    pub(crate) fn unload(&mut self) {
        self.unloaded_since.get_or_insert(self.now);
    }

    /// The page is there again; the answer is for how long it was gone, in ms.
    pub(crate) fn load(&mut self) -> Millis {
        self.unloaded_since.take().map_or(0, |since| self.now - since)
    }

    /// Whether there is a page.
    pub(crate) fn is_loaded(&self) -> bool {
        self.unloaded_since.is_none()
    }

    /// A deadline as it holds: none runs out right after waking, nor while there is no page (spec C21).
    pub(crate) fn deadline(&self, at: Millis) -> Millis {
        if !self.is_loaded() {
            return NEVER;
        }
        self.woke_at.map_or(at, |woke_at| at.max(woke_at + AFTER_WAKING_MS))
    }
}
