//! The user's browser, as the page reaches it: a link for a touch of the user's, and never a loop of them.
//!
//! A webview asks for frames too, and Tauri's question does not say whether the user did something. So
//! what counts is a touch of the page's webview itself, which the system reports (`window::touch`) and no
//! script can make. A hidden frame therefore gets nothing by itself, and one touch opens one link.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use retake_protocol::Millis;
use url::Url;

use crate::clock::Clock;
use crate::navigation::Verdict;

/// So long after a touch a link may be opened, in ms: a page may ask its server first.
const AFTER_TOUCH_MS: Millis = 5_000;
/// How many links may be opened within [`LINKS_WITHIN_MS`].
const MOST_LINKS: usize = 3;
const LINKS_WITHIN_MS: Millis = 10_000;
/// How many links one load of the page may have opened.
const MOST_PER_LOAD: u32 = 30;

/// The user's browser.
pub(crate) struct Outside {
    clock: Arc<Clock>,
    links: Mutex<Links>,
}

impl Outside {
    /// Nothing was opened yet.
    pub(crate) fn new(clock: Arc<Clock>) -> Self {
        Self { clock, links: Mutex::default() }
    }

    /// The user touched the page.
    pub(crate) fn user_acted(&self) {
        let now = self.clock.now();
        self.links().user_acted(now);
    }

    /// The page's webview shows another document.
    pub(crate) fn page_loaded(&self) {
        self.links().page_loaded();
    }

    /// Opens `url` in the user's browser, if it may be opened there.
    pub(crate) fn open(&self, verdict: Verdict, url: &Url) {
        if verdict != Verdict::Browser {
            // A page may want that without end, and the log is on the user's disk.
            tracing::debug!(scheme = url.scheme(), "the page wanted to go where it may not");
            return;
        }
        let now = self.clock.now();
        if let Err(refused) = self.links().admit(now) {
            tracing::debug!("a link of the page was left out: {refused}");
            return;
        }
        tracing::debug!(%url, "opening in the browser");
        if let Err(error) = open::that_detached(url.as_str()) {
            tracing::warn!("opening a link of the page in the browser failed: {error}");
        }
    }

    fn links(&self) -> MutexGuard<'_, Links> {
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why a link was left out, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum Refused {
    #[error("nobody touched the page")]
    Untouched,
    #[error("the page opens more of them than anybody can want")]
    TooMany,
}

/// What was seen so far.
#[derive(Debug, Default)]
struct Links {
    /// The touch that has opened nothing yet.
    touched_at: Option<Millis>,
    /// When the last links were opened.
    opened: VecDeque<Millis>,
    since_load: u32,
}

impl Links {
    /// The user touched the page at `now` (ms).
    fn user_acted(&mut self, now: Millis) {
        self.touched_at = Some(now);
    }

    /// A touch is for the document that it met.
    fn page_loaded(&mut self) {
        self.touched_at = None;
        self.since_load = 0;
    }

    /// Lets a link be opened at `now` (ms), or says why not.
    fn admit(&mut self, now: Millis) -> Result<(), Refused> {
        self.opened.retain(|at| now - at < LINKS_WITHIN_MS);
        if self.touched_at.is_none_or(|at| now - at > AFTER_TOUCH_MS) {
            return Err(Refused::Untouched);
        }
        if self.opened.len() >= MOST_LINKS || self.since_load >= MOST_PER_LOAD {
            return Err(Refused::TooMany);
        }
        self.touched_at = None;
        self.since_load += 1;
        self.opened.push_back(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_follows_a_touch_and_one_touch_opens_one() {
        let mut links = Links::default();
        assert_eq!(links.admit(0), Err(Refused::Untouched));
        links.user_acted(0);
        assert_eq!(links.admit(AFTER_TOUCH_MS), Ok(()));
        assert_eq!(links.admit(AFTER_TOUCH_MS), Err(Refused::Untouched));
        links.user_acted(AFTER_TOUCH_MS);
        assert_eq!(links.admit(2 * AFTER_TOUCH_MS + 1), Err(Refused::Untouched));
    }

    #[test]
    fn a_touch_of_one_document_opens_nothing_for_the_next() {
        let mut links = Links::default();
        links.user_acted(0);
        links.page_loaded();
        assert_eq!(links.admit(1), Err(Refused::Untouched));
    }

    #[test]
    fn a_few_links_are_opened_and_a_loop_of_them_is_not() {
        let mut links = Links::default();
        let touch_and_open = |links: &mut Links, now| {
            (0..200).filter(|_| (links.user_acted(now), links.admit(now).is_ok()).1).count()
        };
        assert_eq!(touch_and_open(&mut links, 0), MOST_LINKS);
        assert_eq!(touch_and_open(&mut links, LINKS_WITHIN_MS - 1), 0);
        assert_eq!(touch_and_open(&mut links, LINKS_WITHIN_MS), MOST_LINKS);
        assert!(links.opened.len() <= MOST_LINKS, "it remembers no more than it needs");
    }

    #[test]
    fn one_load_of_the_page_opens_a_bounded_number() {
        let mut links = Links::default();
        let mut opened = 0;
        for round in 0..2 * Millis::from(MOST_PER_LOAD) {
            links.user_acted(round * LINKS_WITHIN_MS);
            opened += u32::from(links.admit(round * LINKS_WITHIN_MS).is_ok());
        }
        assert_eq!(opened, MOST_PER_LOAD);
    }
}
