//! What the machine does when the database changed under it (spec D6): a history was forgotten, or
//! one was imported. Running sessions go on; everything else is recalled when it is met again.

use retake_grok::SeenAttempt;
use retake_protocol::{MediaId, PostId, SessionId};

use crate::machine::Machine;
use crate::output::Output;
use crate::page::Page;
use crate::record::StartRecall;

impl Machine {
    /// Forgets an image, or with `None` every one, none of which may have an active session. Grok's
    /// page still holds their attempts: those are passed over until the app ends, or they would be
    /// back with the next snapshot.
    pub fn forget(&mut self, media_id: Option<&MediaId>) {
        let is_meant = |other: &MediaId| media_id.is_none_or(|media_id| media_id == other);
        let seen = self.page.reading.iter().flat_map(|reading| {
            let attempts = reading.videos.iter().map(|videos| &videos.media_id);
            attempts.chain(reading.images.iter().map(|image| &image.media_id))
        });
        let shown = self.page.image.iter();
        let met: Vec<MediaId> = self
            .images
            .keys()
            .chain(seen)
            .chain(shown)
            .filter(|id| is_meant(id))
            .cloned()
            .collect();
        for media_id in met {
            self.forgotten.entry(media_id).or_default().is_whole = true;
        }
        let Some(reading) = &self.page.reading else { return };
        for videos in reading.videos.iter().filter(|videos| is_meant(&videos.media_id)) {
            let aliases = videos.attempts.iter().flat_map(|attempt| attempt.aliases.clone());
            let forgotten = self.forgotten.entry(videos.media_id.clone()).or_default();
            forgotten.attempts.extend(aliases);
        }
    }

    /// Takes up what is stored now. What it holds of images without a running session is dropped;
    /// sessions that came as running ones run nowhere, and become `interrupted` (spec C14). The
    /// caller tells it the page's route and store again.
    pub fn refresh(&mut self, recall: StartRecall) -> Output {
        self.images.retain(|_, image| image.session.is_some());
        self.owners.clear();
        if !self.page.image.as_ref().is_some_and(|media_id| self.images.contains_key(media_id)) {
            let reading = self.page.reading.take();
            self.page = Page { reading, ..Page::default() };
        }
        self.last_session_id =
            recall.last_session_id.map_or(0, |id| id.0).max(self.last_session_id);
        self.last_action_id = recall.last_action_id.map_or(0, |id| id.0).max(self.last_action_id);
        self.queue.refresh(recall.queue);
        let (mut sessions, mut actions) = (recall.active_sessions, recall.open_actions);
        sessions.retain(|session| !self.running_sessions().any(|id| id == session.session_id));
        actions.retain(|action| !self.open_actions.contains_key(&action.action_id));
        self.interrupt(sessions, actions);
        std::mem::take(&mut self.output)
    }

    fn running_sessions(&self) -> impl Iterator<Item = SessionId> {
        self.images.values().filter_map(|image| Some(image.session.as_ref()?.record.session_id))
    }

    /// Whether this is an attempt that the user had forgotten.
    pub(crate) fn is_forgotten(&self, media_id: &MediaId, seen: &SeenAttempt) -> bool {
        self.forgotten.get(media_id).is_some_and(|forgotten| {
            seen.aliases.iter().any(|alias| forgotten.attempts.contains(alias))
        })
    }

    /// Whether nothing of this image is to be kept for now.
    pub(crate) fn is_forgotten_whole(&self, media_id: &MediaId) -> bool {
        self.forgotten.get(media_id).is_some_and(|forgotten| forgotten.is_whole)
    }

    /// Something new happens to the image: from now on it is kept again.
    pub(crate) fn keep_again(&mut self, media_id: &MediaId) {
        if let Some(forgotten) = self.forgotten.get_mut(media_id) {
            forgotten.is_whole = false;
        }
    }

    /// A post of the image that is met for the first time, and is to be kept.
    pub(crate) fn is_new_post(&mut self, media_id: &MediaId, post_id: &PostId) -> bool {
        post_id.as_image() != *media_id
            && !self.is_forgotten_whole(media_id)
            && self.image_mut(media_id).posts.insert(post_id.clone())
    }
}
