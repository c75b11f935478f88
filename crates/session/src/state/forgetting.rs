//! What the machine does when the database changed under it (spec D6): a history was deleted, or
//! one was imported. Running sessions go on; everything else is loaded when it is met again.

use retake_protocol::{ActionId, MediaId, SessionId};

use super::State;
use crate::context::Ids;
use crate::output::Output;
use crate::record::StoredState;

impl State {
    /// Forgets an image, or with `None` every one, none of which may have an active session. Grok's
    /// page still holds their attempts: those are passed over until the app ends, or they would be
    /// back with the next snapshot.
    pub(crate) fn forget(&mut self, media_id: Option<&MediaId>) {
        let is_meant = |other: &MediaId| media_id.is_none_or(|media_id| media_id == other);
        let reading = self.page.reading().cloned().unwrap_or_default();
        let in_store = reading.containers.iter().filter_map(|container| container.image.as_ref());
        let in_store = in_store.chain(reading.images.iter().map(|image| &image.media_id));
        let met: Vec<MediaId> = (self.images().map(crate::image::ImageMachine::media_id))
            .chain(in_store)
            .chain(self.cx().shown().map(|shown| &shown.media_id))
            .filter(|media_id| is_meant(media_id))
            .cloned()
            .collect();
        let attempts: Vec<_> = (self.attribute(&reading).images())
            .filter(|(media_id, _)| is_meant(media_id))
            .map(|(media_id, entries)| {
                let aliases = entries.iter().flat_map(|entry| entry.seen.aliases.clone());
                (media_id.clone(), aliases.collect::<Vec<_>>())
            })
            .collect();
        self.interrupted.retain(|record| !is_meant(&record.media_id));
        self.pressed_images.retain(|media_id| !is_meant(media_id));
        let suppressed = self.parts().1.suppressed_mut();
        for media_id in met {
            suppressed.add_image(media_id);
        }
        for (media_id, aliases) in attempts {
            suppressed.add_attempts(media_id, aliases.into_iter());
        }
    }

    /// Takes up what is stored now. What it holds of images without a running session is dropped;
    /// sessions that came as running ones run nowhere, and become `interrupted` (spec C14). The
    /// caller tells it the page's route and store again.
    pub(crate) fn refresh(&mut self, stored: StoredState) -> Output {
        self.drop_images_without_session();
        let shown = self.cx().shown().map(|shown| shown.media_id.clone());
        if shown.is_none_or(|media_id| self.image(&media_id).is_none()) {
            self.page.forget_post();
            self.parts().1.show_nothing();
        }
        let StoredState { mut active_sessions, mut open_actions, queue, pressed_images, .. } =
            stored;
        self.pressed_images = pressed_images;
        let running: Vec<SessionId> =
            self.images().filter_map(crate::image::ImageMachine::session_id).collect();
        let (_, cx) = self.parts();
        cx.raise_ids(Ids {
            session: stored.last_session_id.map_or(0, |id| id.0),
            action: stored.last_action_id.map_or(0, |id| id.0),
            queue_entry: queue.iter().map(|entry| entry.entry_id.0).max().unwrap_or(0),
        });
        let unanswered: Vec<ActionId> = cx.clicks().unanswered().collect();
        active_sessions.retain(|session| !running.contains(&session.session_id));
        open_actions.retain(|action| {
            !unanswered.contains(&action.action_id) && !running.contains(&action.session_id)
        });
        self.refresh_queue(queue);
        self.interrupt(active_sessions, open_actions);
        self.parts().1.take_output()
    }

    /// The rows changed: what is not being worked on is loaded when it is met again.
    fn drop_images_without_session(&mut self) {
        self.images.retain(|_, image| image.has_session());
        self.stored_owners.clear();
        self.cx.keep_owners_of(|media_id| self.images.contains_key(media_id));
    }
}
