//! Signing out: the page is gone before what it keeps on this machine is deleted, and its start opens only
//! when that has ended. A page that is still there could write again what was just deleted.
//!
//! An empty page takes its place first. Then nothing of it runs: its frames went with it, the windows it
//! signed in by are closed, and deleting everything ends its service workers and what the webview keeps of
//! it for going back. A page that does not let go within [`LETS_GO_WITHIN`] is ended with its process.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use tauri::{AppHandle, Manager as _, Webview};
use tokio::sync::oneshot;
use url::Url;

use super::{GROK, navigate, sign_in};
use crate::grok_url::GrokUrl;

/// How long a page may take to go.
const LETS_GO_WITHIN: Duration = Duration::from_secs(5);
/// How long deleting may take.
const DELETED_WITHIN: Duration = Duration::from_secs(30);

/// Who waits for the page to be gone.
#[derive(Default)]
pub(crate) struct Departure(Mutex<Option<oneshot::Sender<()>>>);

impl Departure {
    /// Answers when an empty page is there. One waits at a time.
    fn expect(&self) -> oneshot::Receiver<()> {
        let (gone, is_gone) = oneshot::channel();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(gone);
        is_gone
    }

    /// A document is there, at `url`, in the page's webview.
    pub(super) fn committed(&self, url: &Url) {
        let is_empty = url.as_str() == "about:blank";
        let waiting = is_empty
            .then(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).take())
            .flatten();
        if let Some(gone) = waiting {
            // Who waited may have given up.
            let _ = gone.send(());
        }
    }
}

/// Deletes what the page keeps on this machine, its cookies among it, and opens its start.
pub(crate) async fn clear_page_data(app: &AppHandle, grok_url: &GrokUrl) -> anyhow::Result<()> {
    let page = app.get_webview(GROK).context("finding the page's webview")?;
    sign_in::close_all(app);
    leave(app, &page).await?;
    // What the page wrote as it went may arrive while the first deletion runs, cookies above all.
    for _ in 0..2 {
        delete_all(&page).await?;
    }
    navigate(app, grok_url.start()).context("opening the page's start")
}

async fn delete_all(page: &Webview) -> anyhow::Result<()> {
    let (ended, has_ended) = oneshot::channel();
    delete(page, ended)?;
    tokio::time::timeout(DELETED_WITHIN, has_ended)
        .await
        .context("deleting the page's data takes too long")?
        .context("deleting the page's data")?
        .map_err(|error| anyhow::anyhow!(error))
        .context("deleting the page's data")
}

/// Has an empty page take the page's place.
async fn leave(app: &AppHandle, page: &Webview) -> anyhow::Result<()> {
    let empty: Url = "about:blank".parse().context("reading the empty page's url")?;
    let is_gone = app.state::<Departure>().expect();
    page.navigate(empty.clone()).context("leaving the page")?;
    if tokio::time::timeout(LETS_GO_WITHIN, is_gone).await.is_ok() {
        return Ok(());
    }
    tracing::warn!("the page does not let go, so its process is ended");
    end_process(page)?;
    let is_gone = app.state::<Departure>().expect();
    page.navigate(empty).context("leaving the page")?;
    tokio::time::timeout(LETS_GO_WITHIN, is_gone)
        .await
        .context("the page does not let go: nothing was deleted")?
        .context("waiting for the page to be gone")
}

/// Ends whatever runs in the page.
#[cfg(target_os = "linux")]
fn end_process(page: &Webview) -> anyhow::Result<()> {
    use webkit2gtk::WebViewExt as _;

    page.with_webview(|platform| platform.inner().terminate_web_process())
        .context("ending the page's process")
}

/// Nothing offers that here.
#[cfg(not(target_os = "linux"))]
fn end_process(_page: &Webview) -> anyhow::Result<()> {
    anyhow::bail!("the page does not let go: nothing was deleted")
}

/// Deletes everything, and tells when that is done or why it can't be.
#[cfg(target_os = "linux")]
fn delete(page: &Webview, ended: oneshot::Sender<Result<(), String>>) -> anyhow::Result<()> {
    use gtk::{gio::Cancellable, glib::TimeSpan};
    use webkit2gtk::{
        WebContextExt as _, WebViewExt as _, WebsiteDataManagerExtManual as _, WebsiteDataTypes,
    };

    page.with_webview(move |platform| {
        let manager = platform.inner().context().and_then(|context| context.website_data_manager());
        let Some(manager) = manager else {
            let _ = ended.send(Err("the webview has none that keeps it".to_owned()));
            return;
        };
        let since_ever = TimeSpan::from_seconds(0);
        manager.clear(WebsiteDataTypes::ALL, since_ever, None::<&Cancellable>, |done| {
            // Who waited may have given up.
            let _ = ended.send(done.map_err(|error| error.to_string()));
        });
    })
    .context("reaching the page's webview")
}

/// The platform's webview does not report the end.
#[cfg(not(target_os = "linux"))]
fn delete(page: &Webview, ended: oneshot::Sender<Result<(), String>>) -> anyhow::Result<()> {
    page.clear_all_browsing_data().context("deleting the page's data")?;
    // Who waited may have given up.
    let _ = ended.send(Ok(()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_empty_page_says_that_the_page_is_gone() {
        let departure = Departure::default();
        let mut is_gone = departure.expect();
        departure.committed(&"https://grok.com/imagine".parse().unwrap());
        assert!(is_gone.try_recv().is_err());
        departure.committed(&"about:blank".parse().unwrap());
        assert!(is_gone.try_recv().is_ok());
    }
}
