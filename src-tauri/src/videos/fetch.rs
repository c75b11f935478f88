//! One download by the page's webview, which has the user's cookies: nothing else of Retake goes to
//! the network. The downloads that the page itself starts are not touched. What becomes of the
//! file is left to `keep`, and trying again to the parent module.
//!
//! On Linux WebKitGTK is asked for the download. Elsewhere the page is asked to fetch the video and to
//! hand it over as a download of its own, which `on_download` then knows by its name; that way is
//! type-checked here and was never run.

use std::path::PathBuf;

use url::Url;

use super::keep::WEB_PAGE;
use super::queue::Trouble;
use crate::grok_url::GrokUrl;
use crate::media_address::may_be_fetched;

/// The largest video that is taken, in bytes.
pub(crate) const MOST_BYTES: u64 = 500_000_000;

/// What to fetch, and where to.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Where the page started: which addresses may be answered from.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the page fetches it itself"))]
    pub(crate) grok: GrokUrl,
    pub(crate) url: Url,
    /// An empty file to be written over.
    pub(crate) partial: PathBuf,
    /// What is longer is not taken, in bytes.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "its file is looked at"))]
    pub(crate) most_bytes: u64,
}

/// Called once with how a download ended.
pub(crate) type Ended = Box<dyn FnOnce(Result<(), Trouble>) + Send>;

/// How an answer begins.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK reports it"))]
pub(crate) struct Answer<'a> {
    /// HTTP's; 0: unknown.
    pub(crate) status: u32,
    /// Where it came from, after all redirections.
    pub(crate) url: &'a str,
    /// Its media type.
    pub(crate) mime: &'a str,
    /// Its length in bytes; 0: unknown.
    pub(crate) length: u64,
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK reports it"))]
impl Answer<'_> {
    /// Refuses what can't become a video, before anything of it is written.
    pub(crate) fn check(&self, wanted: &Wanted) -> Result<(), Trouble> {
        let Wanted { grok, most_bytes, .. } = wanted;
        match self.status {
            0 | 200..=299 => {}
            status => return Err(refusal(status)),
        }
        if self.mime.eq_ignore_ascii_case("text/html") {
            return Err(Trouble::NeedsUser(WEB_PAGE.into()));
        }
        if !Url::parse(self.url).is_ok_and(|url| may_be_fetched(grok, &url)) {
            return Err(Trouble::Lasting(
                "The video's address leads away from Grok, and is not followed. Open the image on \
                 the page, and try again if its video plays there."
                    .into(),
            ));
        }
        if self.length > *most_bytes { Err(too_large()) } else { Ok(()) }
    }
}

pub(crate) fn too_large() -> Trouble {
    Trouble::Lasting(format!(
        "The video is larger than {} MB: save it by Grok's own button.",
        MOST_BYTES / 1_000_000
    ))
}

/// What is said of an answer that is none.
pub(crate) fn refusal(status: u32) -> Trouble {
    match status {
        401 | 403 => Trouble::NeedsUser(format!(
            "Grok refuses the video (HTTP {status}), as when you are signed out. Sign in on the \
             page, then try again."
        )),
        404 | 410 => Trouble::Lasting(format!(
            "Grok no longer has the video (HTTP {status}). Open the image on the page, and try \
             again if its video plays there."
        )),
        _ => Trouble::Passing(format!("Grok could not give the video (HTTP {status}).")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIDEO: Answer<'_> = Answer {
        status: 200,
        url: "https://assets.grok.com/a.mp4",
        mime: "video/mp4",
        length: 812,
    };

    fn check(answer: Answer<'_>) -> Result<(), Trouble> {
        answer.check(&Wanted {
            grok: "https://grok.com".parse().unwrap(),
            url: "https://assets.grok.com/a.mp4".parse().unwrap(),
            partial: PathBuf::new(),
            most_bytes: MOST_BYTES,
        })
    }

    #[test]
    fn a_video_of_groks_is_taken_also_where_little_is_known_of_it() {
        check(VIDEO).unwrap();
        check(Answer { status: 0, length: 0, mime: "application/octet-stream", ..VIDEO }).unwrap();
        check(Answer { length: MOST_BYTES, ..VIDEO }).unwrap();
    }

    #[test]
    fn n3_what_can_not_become_a_video_is_refused_with_what_to_do() {
        for (answer, expected) in [
            (Answer { status: 403, ..VIDEO }, "HTTP 403"),
            (Answer { status: 401, ..VIDEO }, "Sign in"),
            (Answer { status: 404, ..VIDEO }, "no longer has"),
            (Answer { mime: "text/HTML", ..VIDEO }, "web page"),
            (Answer { url: "https://accounts.x.ai/sign-in", ..VIDEO }, "away from Grok"),
            (Answer { length: MOST_BYTES + 1, ..VIDEO }, "larger than 500 MB"),
        ] {
            let Err(Trouble::Lasting(reason) | Trouble::NeedsUser(reason)) = check(answer) else {
                panic!("{answer:?} was not refused for good");
            };
            assert!(reason.contains(expected), "{reason}");
        }
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        for status in [429, 500, 503] {
            assert!(matches!(check(Answer { status, ..VIDEO }), Err(Trouble::Passing(_))));
        }
    }
}
