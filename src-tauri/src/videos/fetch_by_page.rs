//! A download by the page itself, where the platform's webview can't be asked for one: the page
//! fetches the video and hands it over as a download, which is known by the name it was given. Was
//! type-checked and never run.

#![cfg_attr(target_os = "linux", allow(dead_code, reason = "it is only tested here"))]

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use tauri::webview::{DownloadEvent, WebviewBuilder};
use tauri::{Webview, Wry};
use url::Url;

use super::fetch::{Ended, Wanted};
use super::queue::Trouble;

/// The download that is under way, if one is. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct VideoFetcher(Arc<Mutex<Option<Open>>>);

struct Open {
    /// What the page calls the download.
    name: String,
    partial: PathBuf,
    /// What the webview calls it, once it has begun.
    url: Option<Url>,
    ended: Ended,
}

impl VideoFetcher {
    /// Has the webview report its downloads; `others` takes those of the page's own, and answers
    /// whether they go on.
    pub(crate) fn watched(
        &self,
        builder: WebviewBuilder<Wry>,
        others: impl Fn(DownloadEvent<'_>) -> bool + Send + Sync + 'static,
    ) -> WebviewBuilder<Wry> {
        let fetcher = self.clone();
        builder.on_download(move |_, event| fetcher.take(event, &others))
    }

    /// Begins the download; `ended` is called once with the outcome, while the page is there.
    pub(crate) fn fetch(
        &self,
        page: &Webview,
        wanted: &Wanted,
        ended: Ended,
    ) -> anyhow::Result<()> {
        let script = self.expect(wanted, ended)?;
        page.eval(script).context("asking the page for a video")
    }

    fn take(&self, event: DownloadEvent<'_>, others: &dyn Fn(DownloadEvent<'_>) -> bool) -> bool {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match event {
            DownloadEvent::Requested { url, destination } => {
                let name = destination.file_name().unwrap_or_default();
                let Some(open) = open.as_mut().filter(|open| name == open.name.as_str()) else {
                    return others(DownloadEvent::Requested { url, destination });
                };
                destination.clone_from(&open.partial);
                open.url = Some(url);
                // Not every webview writes over a file; where it stays, the download fails.
                let _ = fs::remove_file(&open.partial);
                true
            }
            DownloadEvent::Finished { url, path, success } => {
                let own = open.take_if(|open| open.url.as_ref() == Some(&url));
                let Some(Open { ended, .. }) = own else {
                    return others(DownloadEvent::Finished { url, path, success });
                };
                let broken = || Trouble::Passing("The download broke off.".into());
                ended(if success { Ok(()) } else { Err(broken()) });
                true
            }
            other => others(other),
        }
    }

    fn expect(&self, wanted: &Wanted, ended: Ended) -> anyhow::Result<String> {
        let name = wanted.partial.file_name().unwrap_or_default().to_string_lossy();
        // A dot in front would be replaced.
        let name = name.trim_start_matches('.').to_owned();
        let script = script(&wanted.url, &name)?;
        let open = Open { name, partial: wanted.partial.clone(), url: None, ended };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(open);
        Ok(script)
    }
}

/// What the page does: a function of the address and of the download's name.
const HAND_OVER: &str = include_str!("hand_over.js");

fn script(url: &Url, name: &str) -> anyhow::Result<String> {
    let arguments = serde_json::to_string(&[url.as_str(), name]).context("naming a download")?;
    Ok(format!("({HAND_OVER})(...{arguments});"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn expected(partial: &Path) -> (VideoFetcher, Receiver<Result<(), Trouble>>) {
        let wanted = Wanted {
            grok: "https://grok.com".parse().unwrap(),
            url: "https://assets.grok.com/a.mp4".parse().unwrap(),
            partial: partial.to_owned(),
            most_bytes: super::super::fetch::MOST_BYTES,
        };
        let (sender, ends) = channel();
        let downloads = VideoFetcher::default();
        let ended = Box::new(move |outcome| sender.send(outcome).unwrap());
        let script = downloads.expect(&wanted, ended).unwrap();
        assert!(script.contains(r#"["https://assets.grok.com/a.mp4","retake-x.part"]"#));
        (downloads, ends)
    }

    fn requested(downloads: &VideoFetcher, url: &str, name: &str) -> PathBuf {
        let mut destination = Path::new("/home/of/user").join(name);
        let url = url.parse().unwrap();
        let event = DownloadEvent::Requested { url, destination: &mut destination };
        assert!(downloads.take(event, &|_| true));
        destination
    }

    fn finished(downloads: &VideoFetcher, url: &str, success: bool) {
        let url = url.parse().unwrap();
        let event = DownloadEvent::Finished { url, path: None, success };
        assert!(downloads.take(event, &|_| true));
    }

    #[test]
    fn a_download_of_the_pages_own_goes_where_it_went() {
        let place = tempfile::tempdir().unwrap();
        let (downloads, ends) = expected(&place.path().join(".retake-x.part"));
        let destination = requested(&downloads, "https://grok.com/a.mp4", "a.mp4");
        assert_eq!(destination, Path::new("/home/of/user/a.mp4"));
        finished(&downloads, "https://grok.com/a.mp4", true);
        assert!(ends.try_recv().is_err(), "that was another one");
    }

    #[test]
    fn the_download_that_was_asked_for_goes_to_its_unfinished_file_and_is_told_of_once() {
        let place = tempfile::tempdir().unwrap();
        let partial = place.path().join(".retake-x.part");
        for (success, expected_end) in
            [(true, Ok(())), (false, Err(Trouble::Passing("The download broke off.".into())))]
        {
            let (downloads, ends) = expected(&partial);
            assert_eq!(requested(&downloads, "blob:https://grok.com/1", "retake-x.part"), partial);
            for _ in 0..2 {
                finished(&downloads, "blob:https://grok.com/1", success);
            }
            assert_eq!(ends.try_iter().collect::<Vec<_>>(), [expected_end]);
        }
    }
}
