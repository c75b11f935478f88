//! What a window to sign in says of itself: whose page it holds, or that it holds none.
//!
//! Somebody types a password into what stands under this title. So a host has to be that of a page which
//! is there, and not of one that was asked for. When that is, the window's own watch says (`sign_in`).

use retake_locale::{Text, text};
use url::Url;

use crate::navigation::Sites;

/// What is inside a window to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing that came from anywhere.
    Nothing,
    /// What the page itself put there, or a page of its own site.
    OwnPage,
    /// A page of this host.
    Host(String),
}

impl Holds {
    /// What is inside where `committed` came last, and the window's url is `current`.
    pub(super) fn of(sites: &Sites, committed: Option<&Url>, current: Option<&Url>) -> Self {
        let Some(current) = current.filter(|url| url.scheme() != "about") else {
            return Self::Nothing;
        };
        if sites.is_own(current) {
            return Self::OwnPage;
        }
        let host = committed.filter(|url| !sites.is_own(url)).and_then(Url::host_str);
        host.map_or(Self::Nothing, |host| Self::Host(host.to_owned()))
    }

    /// The window's title: whose page it is stands first.
    pub(super) fn title(&self) -> Text {
        match self {
            Self::Nothing => text::title_sign_in_empty(),
            Self::OwnPage => text::title_sign_in_own(),
            Self::Host(host) => text::title_sign_in(host.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROK: &str = "https://grok.com/imagine";
    const GOOGLE: &str = "https://accounts.google.com/signin";

    fn title(committed: Option<&str>, current: Option<&str>) -> String {
        let sites = Sites::new("https://grok.com".parse().unwrap(), Vec::new()).unwrap();
        let url = |url: &str| url.parse::<Url>().unwrap();
        let (committed, current) = (committed.map(url), current.map(url));
        let holds = Holds::of(&sites, committed.as_ref(), current.as_ref());
        retake_locale::plurals::english().say(&holds.title())
    }

    #[test]
    fn a_title_names_a_host_only_after_a_committed_load() {
        for (committed, current, whose) in [
            (None, None, "An empty page"),
            (None, Some(GOOGLE), "An empty page"),
            (Some("about:blank"), Some(GOOGLE), "An empty page"),
            (Some(GROK), Some(GOOGLE), "An empty page"),
            (Some(GOOGLE), Some(GOOGLE), "accounts.google.com"),
            (Some(GOOGLE), Some("https://x.com/login"), "accounts.google.com"),
        ] {
            let title = title(committed, current);
            assert_eq!(title, format!("{whose} – sign in – Retake"), "{committed:?} {current:?}");
        }
    }

    #[test]
    fn a_title_gives_the_host_up_where_the_url_is_the_openers_or_none() {
        assert!(title(Some(GOOGLE), Some("about:blank")).starts_with("An empty page"));
        assert!(title(Some(GOOGLE), None).starts_with("An empty page"));
        assert!(title(Some(GOOGLE), Some(GROK)).starts_with("Grok's own page"));
    }
}
