//! What the page said of itself since it was loaded: its address, and the text of its store.

use retake_grok::StoreReading;
use retake_grok::post::post_id_of_path;
use retake_grok::splice::SnapshotText;
use retake_protocol::PostId;
use retake_protocol::observer::SnapshotSource;
use retake_session::Event;

use std::sync::Arc;

use crate::recording::Recorded;

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct KnownPage {
    pub(crate) text: SnapshotText,
    /// Where the text was read.
    pub(crate) from: SnapshotSource,
    /// Its path as last heard; empty: nothing was heard.
    pub(crate) path: String,
    /// The conversation that its address names; never an image's id (spec B1).
    pub(crate) conversation: Option<PostId>,
}

impl KnownPage {
    /// The page is gone, or another engine begins.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        *self = Self { text: std::mem::take(&mut self.text), ..Self::default() };
    }

    /// Whether anything was heard of it.
    pub(crate) fn is_known(&self) -> bool {
        self.text.whole().is_some() || !self.path.is_empty()
    }

    pub(crate) fn post_id(&self) -> Option<PostId> {
        post_id_of_path(&self.path)
    }

    /// Its address, as the machine takes it.
    pub(crate) fn route(&self) -> Event {
        Event::RouteChanged { post_id: self.post_id(), conversation: self.conversation.clone() }
    }

    /// Its store, as the machine takes it.
    pub(crate) fn store(&self) -> Event {
        match StoreReading::read(self.text.text()) {
            Ok(reading) => Event::SnapshotRead(Arc::new(reading)),
            Err(problem) => Event::SnapshotUnreadable(problem),
        }
    }

    /// The store's text, as a recording holds it.
    pub(crate) fn snapshot(&self) -> Recorded {
        Recorded::Snapshot { raw: self.text.text().cloned(), from: self.from }
    }

    /// What another engine must be told to know of the page what this one does.
    pub(crate) fn recorded(&self) -> Vec<Recorded> {
        let conversation = self.conversation.as_ref().map(ToString::to_string);
        let mut known =
            vec![Recorded::PageLoad, Recorded::Route { post_id: self.post_id(), conversation }];
        known.extend(self.text.whole().map(|_| self.snapshot()));
        known
    }
}
