//! What WebKitGTK reports of a download beside Tauri: whose it is, how much has come, and a way to end it.
//! Everything here happens on the main thread.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::Duration;

use anyhow::Context as _;
use gtk::glib;
use retake_protocol::download::DownloadNumber;
use tauri::{AppHandle, Manager as _, Webview};
use webkit2gtk::{
    Download, DownloadExt as _, URIRequestExt as _, URIResponseExt as _, WebContextExt as _,
    WebView, WebViewExt as _,
};

use super::Downloads;
use super::policy::MAX_BYTES;

/// The least time between two tellings of how much has come.
const TELL_EVERY: Duration = Duration::from_millis(250);

thread_local! {
    /// What can be cancelled, by its address.
    static UNDER_WAY: RefCell<HashMap<String, Download>> = RefCell::default();
}

/// Watches every download of the webviews that share the page's cookies. Only the page's own may save
/// something: a window to sign in has nothing to save.
pub(crate) fn watch(page: &Webview, downloads: &Downloads) -> anyhow::Result<()> {
    let downloads = downloads.clone();
    page.with_webview(move |platform| {
        let view = platform.inner();
        let Some(context) = view.context() else { return };
        context.connect_download_started(move |_, download| take(&downloads, &view, download));
    })
    .context("watching the page's downloads")
}

/// Ends a download that is under way.
pub(crate) fn cancel(app: &AppHandle, number: DownloadNumber) -> anyhow::Result<()> {
    let url = app.state::<Downloads>().url_of(number).context("this download has ended")?;
    app.run_on_main_thread(move || {
        let download = UNDER_WAY.with_borrow_mut(|under_way| under_way.remove(&url));
        if let Some(download) = download {
            download.cancel();
        }
    })
    .context("reaching the main thread")
}

fn take(downloads: &Downloads, page: &WebView, download: &Download) {
    if download.web_view().is_some_and(|view| view != *page) {
        return download.cancel();
    }
    let Some(url) = download.request().and_then(|request| request.uri()) else { return };
    let url = url.to_string();
    UNDER_WAY.with_borrow_mut(|under_way| under_way.insert(url.clone(), download.clone()));
    {
        let (downloads, url) = (downloads.clone(), url.clone());
        let told = Cell::new(None);
        download.connect_received_data(move |download, _| {
            let of = download.response().map(|response| response.content_length());
            let of = of.filter(|length| *length > 0);
            let bytes = download.received_data_length();
            if bytes.max(of.unwrap_or(0)) > MAX_BYTES && downloads.too_large(&url) {
                return download.cancel();
            }
            let now = glib::monotonic_time();
            let is_due = told.get().is_none_or(|at: i64| {
                u128::from((now - at).unsigned_abs()) >= TELL_EVERY.as_micros()
            });
            if is_due {
                told.set(Some(now));
                downloads.progress(&url, bytes, of);
            }
        });
    }
    download.connect_finished(move |_| {
        UNDER_WAY.with_borrow_mut(|under_way| under_way.remove(&url));
    });
}
