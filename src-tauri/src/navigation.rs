//! Where the page may go: its own site and the hosts it signs in at. Everything else belongs in
//! the user's browser.
//!
//! Hosts are compared whole. A webview asks for frames too and does not tell them apart, so
//! what a frame needs is allowed as well.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use retake_protocol::Millis;
use url::Url;

use crate::clock::Clock;
use crate::grok_url::{GrokUrl, Site};

/// The hosts that signing in to grok.com leads through.
const SIGN_IN_HOSTS: &[&str] = &[
    "accounts.x.ai",
    "auth.grok.com",
    "x.ai",
    "x.com",
    "accounts.google.com",
    "appleid.apple.com",
];

/// The host that Cloudflare's check is a frame of.
const FRAME_HOSTS: &[&str] = &["challenges.cloudflare.com"];

/// What to do with a url that the page wants to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The webview goes there.
    Stay,
    /// The user's browser opens it.
    Browser,
    /// Nobody opens it.
    Refuse,
}

/// Where `url` may be opened, for a page that started at `grok`.
pub(crate) fn judge(grok: &GrokUrl, url: &Url) -> Verdict {
    let is_own = grok.is_origin_of(url);
    // A frame without a url of its own; it has its parent's origin.
    let is_blank = matches!(url.as_str(), "about:blank" | "about:srcdoc");
    let is_blob = url.scheme() == "blob" && grok.origin() == url.origin().ascii_serialization();
    if is_own || is_blank || is_blob || is_known_host(grok, url) {
        Verdict::Stay
    } else if url.scheme() == "https" {
        Verdict::Browser
    } else {
        Verdict::Refuse
    }
}

fn is_known_host(grok: &GrokUrl, url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    grok.site() == Site::Grok
        && url.scheme() == "https"
        && url.port().is_none()
        && (SIGN_IN_HOSTS.contains(&host) || FRAME_HOSTS.contains(&host))
}

/// How many links the page may have opened in the user's browser within [`LINKS_WITHIN`].
const MOST_LINKS: usize = 3;

/// In ms.
const LINKS_WITHIN: Millis = 10_000;

/// The user's browser, as the page reaches it: a few links, and not a loop of them.
pub(crate) struct Outside {
    clock: Arc<Clock>,
    opened: Mutex<LinkLimit>,
}

impl Outside {
    /// Nothing was opened yet.
    pub(crate) fn new(clock: Arc<Clock>) -> Self {
        Self { clock, opened: Mutex::default() }
    }

    /// Opens `url` in the user's browser, if it may be opened there.
    pub(crate) fn open(&self, verdict: Verdict, url: &Url) {
        if verdict != Verdict::Browser {
            tracing::info!(scheme = url.scheme(), "the page wanted to go where it may not");
            return;
        }
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if !opened.takes_one(self.clock.now()) {
            tracing::warn!(
                "the page opens more links than anybody can want; this one was left out"
            );
            return;
        }
        tracing::debug!(%url, "opening in the browser");
        if let Err(error) = open::that_detached(url.as_str()) {
            tracing::warn!("opening a link of the page in the browser failed: {error}");
        }
    }
}

/// When the last links were opened.
#[derive(Debug, Default)]
struct LinkLimit(VecDeque<Millis>);

impl LinkLimit {
    /// Whether one more may be opened at `now` (ms); then it counts as opened.
    fn takes_one(&mut self, now: Millis) -> bool {
        self.0.retain(|at| now - at < LINKS_WITHIN);
        let is_free = self.0.len() < MOST_LINKS;
        if is_free {
            self.0.push_back(now);
        }
        is_free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_links_are_opened_and_a_loop_of_them_is_not() {
        let mut limit = LinkLimit::default();
        let opened = |limit: &mut LinkLimit, now| (0..200).filter(|_| limit.takes_one(now)).count();
        assert_eq!(opened(&mut limit, 0), 3);
        assert_eq!(opened(&mut limit, 9_999), 0);
        assert_eq!(opened(&mut limit, 10_000), 3);
        assert!(limit.0.len() <= 3, "it remembers no more than it needs");
    }

    #[test]
    fn the_page_stays_on_its_site_and_where_it_signs_in() {
        let grok = "https://grok.com";
        let loopback = "http://127.0.0.1:4000";
        for (from, to, verdict) in [
            (grok, "https://grok.com/imagine/post/1", Verdict::Stay),
            (grok, "https://accounts.x.ai/sign-in?x=1", Verdict::Stay),
            (grok, "https://challenges.cloudflare.com/turnstile", Verdict::Stay),
            (grok, "about:blank", Verdict::Stay),
            (grok, "about:srcdoc", Verdict::Stay),
            (grok, "blob:https://grok.com/1", Verdict::Stay),
            (grok, "blob:https://example.com/1", Verdict::Refuse),
            (grok, "https://grok.com:8443/", Verdict::Browser),
            (grok, "https://grok.com.example/", Verdict::Browser),
            (grok, "https://evil.accounts.x.ai/", Verdict::Browser),
            (grok, "https://accounts.x.ai.example/", Verdict::Browser),
            (grok, "https://example.com/", Verdict::Browser),
            (grok, "http://grok.com/", Verdict::Refuse),
            (grok, "http://accounts.x.ai/", Verdict::Refuse),
            (grok, "http://127.0.0.1:4000/", Verdict::Refuse),
            (grok, "tauri://localhost/", Verdict::Refuse),
            (grok, "file:///etc/hosts", Verdict::Refuse),
            (grok, "javascript:alert(1)", Verdict::Refuse),
            (loopback, "http://127.0.0.1:4000/imagine", Verdict::Stay),
            (loopback, "http://127.0.0.1:4001/imagine", Verdict::Refuse),
            (loopback, "https://accounts.x.ai/", Verdict::Browser),
            (loopback, "https://grok.com/", Verdict::Browser),
        ] {
            let verdict_here = judge(&from.parse().unwrap(), &to.parse().unwrap());
            assert_eq!(verdict_here, verdict, "{from} to {to}");
        }
    }
}
