//! Where pictures and videos may be fetched from: Grok's own media hosts, or the simulator on this machine.
//! The address is Grok's store's, or that of a file that the user imported, so it may name any host.
//!
//! Hosts are compared whole, never by prefix or suffix.

use url::Url;

use crate::grok_url::{GrokUrl, Site};

/// Where Grok's relative addresses point to.
const ASSETS: &str = "https://assets.grok.com/";

/// Where Grok keeps what was generated: what is the user's own, and what is public.
const MEDIA_HOSTS: &[&str] = &["assets.grok.com", "imagine-public.x.ai"];

/// The url behind an address of Grok's store; `None`: nothing is fetched from there.
pub(crate) fn resolve(grok: &GrokUrl, address: &str) -> Option<Url> {
    let base = if address.starts_with('/') { grok.origin() } else { ASSETS.to_owned() };
    let url = Url::parse(&base).ok()?.join(address).ok()?;
    may_be_fetched(grok, &url).then_some(url)
}

/// Whether a picture or a video may come from `url`, for a page that started at `grok`.
pub(crate) fn may_be_fetched(grok: &GrokUrl, url: &Url) -> bool {
    let has_password = !url.username().is_empty() || url.password().is_some();
    let is_media_host = grok.site() == Site::Grok
        && url.scheme() == "https"
        && url.port().is_none()
        && url.host_str().is_some_and(|host| MEDIA_HOSTS.contains(&host));
    // A blob has the origin of the page that made it.
    let is_own = matches!(url.scheme(), "http" | "https") && grok.is_origin_of(url);
    !has_password && (is_own || is_media_host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROK: &str = "https://grok.com";
    const LOOPBACK: &str = "http://127.0.0.1:4000";

    #[test]
    fn n2_addresses_of_groks_media_are_made_whole() {
        for (grok, address, expected) in [
            (
                GROK,
                "users/u1/generated/v/generated_video.mp4",
                "https://assets.grok.com/users/u1/generated/v/generated_video.mp4",
            ),
            (
                GROK,
                "https://assets.grok.com/a.mp4?cache=1",
                "https://assets.grok.com/a.mp4?cache=1",
            ),
            (GROK, "https://imagine-public.x.ai/a.mp4", "https://imagine-public.x.ai/a.mp4"),
            (GROK, "/imagine-public/images/a.jpg", "https://grok.com/imagine-public/images/a.jpg"),
            (LOOPBACK, "/assets/lake.mp4?id=1", "http://127.0.0.1:4000/assets/lake.mp4?id=1"),
            (LOOPBACK, "http://127.0.0.1:4000/a.mp4", "http://127.0.0.1:4000/a.mp4"),
        ] {
            let url = resolve(&grok.parse().unwrap(), address);
            assert_eq!(url.unwrap().as_str(), expected, "{address}");
        }
    }

    #[test]
    fn n2_nothing_else_is_fetched() {
        for (grok, address) in [
            (GROK, "http://assets.grok.com/a.mp4"),
            (GROK, "https://assets.grok.com.example/a.mp4"),
            (GROK, "https://evil.assets.grok.com/a.mp4"),
            (GROK, "https://assets.grok.com:8443/a.mp4"),
            (GROK, "https://user:word@assets.grok.com/a.mp4"),
            (GROK, "https://assets.grok.com@example.com/a.mp4"),
            (GROK, "//example.com/a.mp4"),
            (GROK, "/\\example.com/a.mp4"),
            (GROK, "http://127.0.0.1:4000/a.mp4"),
            (GROK, "file:///etc/hosts"),
            (GROK, "data:video/mp4,x"),
            (GROK, "blob:https://grok.com/1"),
            (GROK, "javascript:alert(1)"),
            (LOOPBACK, "users/u1/a.mp4"),
            (LOOPBACK, "https://assets.grok.com/a.mp4"),
            (LOOPBACK, "http://127.0.0.1:4001/a.mp4"),
            (LOOPBACK, "//example.com/a.mp4"),
        ] {
            assert_eq!(resolve(&grok.parse().unwrap(), address), None, "{address}");
        }
    }
}
