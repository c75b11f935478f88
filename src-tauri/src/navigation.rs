//! Where the page may go: its own site and the hosts it signs in at. Everything else belongs in
//! the user's browser (`outside`; spec O1).
//!
//! Hosts are compared whole. A webview asks for frames too and does not tell them apart, so
//! what a frame needs is allowed as well.

use anyhow::ensure;
use retake_protocol::page::{AddressView, PageSite};
use url::Url;

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

/// The page's own site, and those that it signs in at.
#[derive(Clone, Debug)]
pub(crate) struct Sites {
    grok: GrokUrl,
    /// Of a simulator; those of Grok are known.
    sign_in: Vec<GrokUrl>,
}

impl Sites {
    /// Those of a page that started at `grok`. Sign-in sites can be named for a simulator alone.
    pub(crate) fn new(grok: GrokUrl, sign_in: Vec<GrokUrl>) -> anyhow::Result<Self> {
        let are_simulated = sign_in.iter().chain([&grok]).all(|site| site.site() == Site::Loopback);
        ensure!(
            sign_in.is_empty() || are_simulated,
            "--sign-in-url is for a simulator on this machine: Grok's own sign-in sites are known"
        );
        Ok(Self { grok, sign_in })
    }

    /// The page's own site.
    pub(crate) fn grok(&self) -> &GrokUrl {
        &self.grok
    }

    /// Whether `url` is of the page's own site.
    pub(crate) fn is_own(&self, url: &Url) -> bool {
        self.grok.is_origin_of(url)
    }

    /// Whether signing in leads through `url`.
    pub(crate) fn is_sign_in(&self, url: &Url) -> bool {
        self.sign_in.iter().any(|site| site.is_origin_of(url))
            || self.is_host_of(url, SIGN_IN_HOSTS)
    }

    fn is_host_of(&self, url: &Url, hosts: &[&str]) -> bool {
        self.grok.site() == Site::Grok
            && url.scheme() == "https"
            && url.port().is_none()
            && hosts.contains(&url.host_str().unwrap_or_default())
    }

    /// Where the page is, in plain words; `None`: nowhere that has an address.
    pub(crate) fn address(&self, url: &Url) -> Option<AddressView> {
        let site = if self.is_own(url) { PageSite::Grok } else { PageSite::SignIn };
        let host = url.host_str()?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Some(AddressView { host, path: url.path().to_owned(), site })
    }
}

/// Where a window that the page opens belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WindowVerdict {
    /// Into a window to sign in.
    SignIn,
    /// Into the page itself.
    Page,
    /// Nowhere in the app.
    Elsewhere(Verdict),
}

/// Where a window with `url` belongs. Flows begin with an empty window, too.
pub(crate) fn judge_window(sites: &Sites, url: &Url) -> WindowVerdict {
    let is_own_sign_in = sites.is_own(url) && url.path().starts_with("/sign-in");
    if sites.is_sign_in(url) || is_own_sign_in || url.as_str() == "about:blank" {
        WindowVerdict::SignIn
    } else if sites.is_own(url) {
        WindowVerdict::Page
    } else {
        WindowVerdict::Elsewhere(judge(sites, url))
    }
}

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

/// Where `url` may be opened.
pub(crate) fn judge(sites: &Sites, url: &Url) -> Verdict {
    let is_own = sites.is_own(url);
    // A frame without a url of its own; it has its parent's origin.
    let is_blank = matches!(url.as_str(), "about:blank" | "about:srcdoc");
    let own_origin = sites.grok.origin();
    let is_blob = url.scheme() == "blob" && own_origin == url.origin().ascii_serialization();
    let is_frame = sites.is_host_of(url, FRAME_HOSTS);
    if is_own || is_blank || is_blob || is_frame || sites.is_sign_in(url) {
        Verdict::Stay
    } else if url.scheme() == "https" {
        Verdict::Browser
    } else {
        Verdict::Refuse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o1_the_page_stays_on_its_site_and_where_it_signs_in() {
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
            let sites = Sites::new(from.parse().unwrap(), Vec::new()).unwrap();
            assert_eq!(judge(&sites, &to.parse().unwrap()), verdict, "{from} to {to}");
        }
    }

    #[test]
    fn windows_to_sign_in_open_in_the_app_and_others_in_the_browser() {
        let sites = Sites::new("https://grok.com".parse().unwrap(), Vec::new()).unwrap();
        for (to, verdict) in [
            ("https://accounts.x.ai/sign-in?x=1", WindowVerdict::SignIn),
            ("https://accounts.google.com/o/oauth2", WindowVerdict::SignIn),
            ("about:blank", WindowVerdict::SignIn),
            ("https://grok.com/sign-in", WindowVerdict::SignIn),
            ("https://grok.com/imagine/saved", WindowVerdict::Page),
            ("https://accounts.x.ai.example/", WindowVerdict::Elsewhere(Verdict::Browser)),
            ("https://example.com/", WindowVerdict::Elsewhere(Verdict::Browser)),
            ("http://accounts.x.ai/", WindowVerdict::Elsewhere(Verdict::Refuse)),
            ("file:///etc/hosts", WindowVerdict::Elsewhere(Verdict::Refuse)),
            ("javascript:alert(1)", WindowVerdict::Elsewhere(Verdict::Refuse)),
        ] {
            assert_eq!(judge_window(&sites, &to.parse().unwrap()), verdict, "{to}");
        }
    }

    #[test]
    fn sign_in_sites_are_named_for_a_simulator_alone() {
        let local = |port| format!("http://127.0.0.1:{port}").parse::<GrokUrl>().unwrap();
        let grok = || "https://grok.com".parse::<GrokUrl>().unwrap();
        assert!(Sites::new(grok(), vec![local(1)]).is_err());
        assert!(Sites::new(local(1), vec![grok()]).is_err());
        let sites = Sites::new(local(1), vec![local(2)]).unwrap();
        for (to, verdict) in [
            ("http://127.0.0.1:2/sign-in", WindowVerdict::SignIn),
            ("http://127.0.0.1:3/sign-in", WindowVerdict::Elsewhere(Verdict::Refuse)),
        ] {
            assert_eq!(judge_window(&sites, &to.parse().unwrap()), verdict, "{to}");
        }
    }

    #[test]
    fn an_address_tells_whose_page_it_is() {
        let sites = Sites::new("https://grok.com".parse().unwrap(), Vec::new()).unwrap();
        let address = |url: &str| sites.address(&url.parse().unwrap());
        let told = address("https://grok.com/imagine/post/1?x=secret").unwrap();
        assert_eq!((told.host.as_str(), told.path.as_str()), ("grok.com", "/imagine/post/1"));
        assert_eq!(told.site, PageSite::Grok);
        assert_eq!(address("https://x.com/login").unwrap().site, PageSite::SignIn);
        assert_eq!(address("about:blank"), None);
    }
}
