//! A page that was asked for and does not come: a server that accepts and stays silent, an address that
//! the webview refuses without a word (spec P5). What the webview itself reports is `page_errors`'.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use retake_locale::{Text, text};
use url::Url;

/// How long a page may take to begin.
const PATIENCE: Duration = Duration::from_secs(10);

/// Watches the loads that Retake begins. Cheap to clone.
#[derive(Clone)]
pub(crate) struct LoadWatch(Arc<Inner>);

struct Inner {
    /// Counts loads and arrivals: a load is over when another number stands here.
    number: AtomicU64,
    /// Told a sentence without a full stop.
    tell: Box<dyn Fn(Text) + Send + Sync>,
}

impl LoadWatch {
    /// Nothing is awaited; `tell` is called for pages that do not come.
    pub(crate) fn new(tell: impl Fn(Text) + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner { number: AtomicU64::new(0), tell: Box::new(tell) }))
    }

    /// The page is to show `url` from now on.
    pub(crate) fn expect(&self, url: &Url) {
        let number = self.next();
        let (watch, host) = (self.clone(), host_of(url));
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(PATIENCE).await;
            if watch.0.number.load(Ordering::Relaxed) == number {
                tracing::warn!(host, "the page does not come");
                (watch.0.tell)(text::page_silent(host));
            }
        });
    }

    /// Something of a page is there, or the webview says why not.
    pub(crate) fn arrived(&self) {
        self.next();
    }

    fn next(&self) -> u64 {
        self.0.number.fetch_add(1, Ordering::Relaxed) + 1
    }
}

fn host_of(url: &Url) -> String {
    url.host_str().unwrap_or("The page").to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    fn watch() -> (LoadWatch, Receiver<Text>) {
        let (sender, told) = channel();
        (LoadWatch::new(move |what| sender.send(what).unwrap()), told)
    }

    #[test]
    fn p5_only_the_load_that_was_begun_last_is_awaited() {
        let (watch, _told) = watch();
        let url: Url = "https://grok.com/imagine".parse().unwrap();
        let number = |watch: &LoadWatch| watch.0.number.load(Ordering::Relaxed);
        watch.expect(&url);
        let first = number(&watch);
        watch.arrived();
        assert_ne!(number(&watch), first, "it has arrived");
        assert_eq!(host_of(&url), "grok.com");
    }
}
