//! A download by WebKitGTK: its own signals report this one alone, so that the page's downloads go
//! on as if this were not here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use anyhow::Context as _;
use gtk::glib;
use gtk::glib::object::ObjectExt as _;
use tauri::webview::{DownloadEvent, WebviewBuilder};
use tauri::{Webview, Wry};
use webkit2gtk::{Download, DownloadExt as _, URIResponseExt as _, WebView, WebViewExt as _};

use super::fetch::{Answer, Ended, Wanted, refusal, too_large};
use super::queue::Trouble;

/// A download that brings nothing for so long is taken for broken.
const MOST_SILENCE: Duration = Duration::from_secs(30);

/// How videos are downloaded here.
#[derive(Default)]
pub(crate) struct VideoFetcher {}

#[allow(clippy::unused_self, reason = "elsewhere it holds what is under way")]
impl VideoFetcher {
    /// Retake's own downloads have signals of their own; `others` takes those of the page's, and
    /// answers whether they go on.
    pub(crate) fn watched(
        &self,
        builder: WebviewBuilder<Wry>,
        others: impl Fn(DownloadEvent<'_>) -> bool + Send + Sync + 'static,
    ) -> WebviewBuilder<Wry> {
        builder.on_download(move |_, event| others(event))
    }

    /// Begins the download; `ended` is called once with the outcome.
    pub(crate) fn fetch(
        &self,
        page: &Webview,
        wanted: &Wanted,
        ended: Ended,
    ) -> anyhow::Result<()> {
        let wanted = wanted.clone();
        page.with_webview(move |platform| begin(&platform.inner(), wanted, ended))
            .context("asking the page's webview for a video")
    }
}

/// What went wrong first: what follows from it is not told.
type First = Rc<RefCell<Option<Trouble>>>;

fn begin(view: &WebView, wanted: Wanted, ended: Ended) {
    let Some(download) = view.download_uri(wanted.url.as_str()) else {
        ended(Err(Trouble::Passing("The page's webview takes no download.".into())));
        return;
    };
    let first = First::default();
    download.set_allow_overwrite(true);
    let most_bytes = wanted.most_bytes;
    let destination = wanted.partial.to_string_lossy().into_owned();
    let trouble = Rc::clone(&first);
    download.connect_decide_destination(move |download, _| {
        match check(download, &wanted) {
            Ok(()) => download.set_destination(&destination),
            Err(refused) => stop(download, &trouble, refused),
        }
        true
    });
    let trouble = Rc::clone(&first);
    download.connect_received_data(move |download, _| {
        if download.received_data_length() > most_bytes {
            stop(download, &trouble, too_large());
        }
    });
    let trouble = Rc::clone(&first);
    download.connect_failed(move |download, error| {
        let status = download.response().map_or(0, |response| response.status_code());
        let of_answer = (status >= 400).then(|| refusal(status));
        let broken = || Trouble::Passing(format!("The download broke off: {}.", error.message()));
        trouble.borrow_mut().get_or_insert_with(|| of_answer.unwrap_or_else(broken));
    });
    let (trouble, ended) = (Rc::clone(&first), Cell::new(Some(ended)));
    download.connect_finished(move |_| {
        if let Some(ended) = ended.take() {
            ended(trouble.take().map_or(Ok(()), Err));
        }
    });
    watch_for_silence(&download, first);
}

fn check(download: &Download, wanted: &Wanted) -> Result<(), Trouble> {
    let Some(response) = download.response() else { return Ok(()) };
    let (url, mime) = (response.uri().unwrap_or_default(), response.mime_type());
    Answer {
        status: response.status_code(),
        url: &url,
        mime: &mime.unwrap_or_default(),
        length: response.content_length(),
    }
    .check(wanted)
}

fn stop(download: &Download, first: &First, trouble: Trouble) {
    first.borrow_mut().get_or_insert(trouble);
    download.cancel();
}

fn watch_for_silence(download: &Download, first: First) {
    let (download, last) = (download.downgrade(), Cell::new(0));
    glib::timeout_add_local(MOST_SILENCE, move || {
        let Some(download) = download.upgrade() else { return glib::ControlFlow::Break };
        let received = download.received_data_length();
        if last.replace(received) != received {
            return glib::ControlFlow::Continue;
        }
        stop(&download, &first, Trouble::Passing("The download came to a halt.".into()));
        glib::ControlFlow::Break
    });
}
