//! Which images wait in the queue, known everywhere in the sidebar by context.

use std::rc::Rc;

use retake_protocol::MediaId;
use retake_protocol::queue::QueueView;
use yew::prelude::*;

/// The images that wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queued(Rc<[MediaId]>);

impl Queued {
    /// Those of the queue.
    pub fn of(queue: &QueueView) -> Self {
        Self(queue.entries.iter().map(|entry| entry.media_id.clone()).collect())
    }
}

/// Whether this image waits; outside of the sidebar nobody knows.
#[hook]
pub fn use_is_queued(media_id: Option<&MediaId>) -> bool {
    let queued = use_context::<Queued>().unwrap_or_default();
    media_id.is_some_and(|media_id| queued.0.contains(media_id))
}
