//! Which page Retake opens: grok.com, or a simulator on this machine (spec G2).
//!
//! Hosts are compared whole, never by prefix or suffix: `https://grok.com.example` is not Grok.

use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use retake_protocol::MediaId;
use url::{Host, Url};

/// What stays as it is in a path segment; ids are UUIDs, so nothing else is expected.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The page's origin, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GrokUrl {
    base: Url,
    site: Site,
}

/// What stands behind the origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// grok.com itself.
    Grok,
    /// Something on this machine.
    Loopback,
}

impl GrokUrl {
    /// What stands behind it.
    pub(crate) fn site(&self) -> Site {
        self.site
    }

    /// As in `location.origin`, such as `https://grok.com`.
    pub(crate) fn origin(&self) -> String {
        self.base.origin().ascii_serialization()
    }

    /// Whether `url` is of the same scheme, host and port.
    pub(crate) fn is_origin_of(&self, url: &Url) -> bool {
        url.origin() == self.base.origin()
    }

    /// Where the page starts.
    pub(crate) fn start(&self) -> Url {
        self.at("/imagine")
    }

    /// An image's own page.
    pub(crate) fn post_of(&self, media_id: &MediaId) -> Url {
        self.at(&format!("/imagine/post/{}", utf8_percent_encode(media_id.as_str(), IN_PATH)))
    }

    fn at(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        url.set_path(path);
        url
    }
}

impl FromStr for GrokUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let base = Url::parse(text).map_err(|error| format!("this is no url: {error}"))?;
        let is_bare = base.username().is_empty()
            && base.password().is_none()
            && base.path() == "/"
            && base.query().is_none()
            && base.fragment().is_none();
        if !is_bare {
            return Err("give scheme, host and port alone, such as https://grok.com".into());
        }
        let site = site_of(&base).ok_or(
            "only https://grok.com or an http(s) address of this machine \
             (localhost, 127.0.0.0/8, [::1]) can be opened",
        )?;
        Ok(Self { base, site })
    }
}

fn site_of(base: &Url) -> Option<Site> {
    let is_loopback = match base.host()? {
        Host::Domain(domain) => domain == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    match base.scheme() {
        "http" | "https" if is_loopback => Some(Site::Loopback),
        "https" if base.host_str() == Some("grok.com") && base.port().is_none() => Some(Site::Grok),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g2_grok_and_loopback_addresses_are_taken() {
        for (text, site, origin) in [
            ("https://grok.com", Site::Grok, "https://grok.com"),
            ("https://grok.com/", Site::Grok, "https://grok.com"),
            ("https://GROK.com:443", Site::Grok, "https://grok.com"),
            ("http://localhost:4000", Site::Loopback, "http://localhost:4000"),
            ("https://localhost", Site::Loopback, "https://localhost"),
            ("http://127.0.0.1:4000/", Site::Loopback, "http://127.0.0.1:4000"),
            ("http://127.8.9.10", Site::Loopback, "http://127.8.9.10"),
            ("http://[::1]:4000", Site::Loopback, "http://[::1]:4000"),
        ] {
            let url: GrokUrl = text.parse().unwrap();
            assert_eq!((url.site(), url.origin().as_str()), (site, origin), "{text}");
        }
    }

    #[test]
    fn g2_anything_else_is_refused() {
        for text in [
            "",
            "grok.com",
            "http://grok.com",
            "https://grok.com:8443",
            "https://www.grok.com",
            "https://grok.com.example",
            "https://evilgrok.com",
            "https://grok.com@example.com",
            "https://user@grok.com",
            "https://grok.com/imagine",
            "https://grok.com?x=1",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "http://[::2]",
            "ftp://localhost",
            "file:///etc/hosts",
            "javascript:alert(1)",
        ] {
            assert!(text.parse::<GrokUrl>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_id_is_encoded_in_the_url_of_its_post() {
        let grok: GrokUrl = "http://127.0.0.1:4000".parse().unwrap();
        for (id, url) in [
            ("11111111-aaaa-4aaa", "http://127.0.0.1:4000/imagine/post/11111111-aaaa-4aaa"),
            ("a/../b?c#d", "http://127.0.0.1:4000/imagine/post/a%2F..%2Fb%3Fc%23d"),
        ] {
            assert_eq!(grok.post_of(&MediaId::new(id).unwrap()).as_str(), url);
        }
        assert_eq!(grok.start().as_str(), "http://127.0.0.1:4000/imagine");
    }
}
