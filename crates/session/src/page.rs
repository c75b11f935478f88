//! Which image the page shows (spec B1–B3, C16).

use retake_grok::StoreReading;
use retake_protocol::view::PageView;
use retake_protocol::{MediaId, Millis, PostId};

use crate::event::Want;
use crate::image::Progress;
use crate::machine::Machine;
use crate::record::Change;

/// What the page is known to show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) post_id: Option<PostId>,
    /// The image of `post_id`, once it is known.
    pub(crate) image: Option<MediaId>,
    /// Since when the page has shown a post of `image` without a break.
    pub(crate) shown_since: Millis,
    /// Since when a read store has matched nothing for `post_id`.
    pub(crate) unresolved_since: Option<Millis>,
    /// The last well-formed store of this page load.
    pub(crate) reading: Option<StoreReading>,
    /// A progress that came while the image of `post_id` was not known.
    pub(crate) progress: Option<Progress>,
}

impl Machine {
    /// The images of those of `posts` that the page's store, as last read, knows (spec B1).
    pub fn images_of<'a>(
        &self,
        posts: impl IntoIterator<Item = &'a PostId>,
    ) -> Vec<(&'a PostId, MediaId)> {
        let reading = self.page.reading.as_ref();
        reading.map(|reading| reading.images_of(posts)).unwrap_or_default()
    }

    /// What is lacking to resolve `post_id`, and then to know its image.
    pub(crate) fn want_for_post(
        &self,
        post_id: &PostId,
        reading: Option<&StoreReading>,
    ) -> Option<Want> {
        let image = match reading.and_then(|reading| reading.image_of(post_id)) {
            Some(media_id) => media_id,
            None => match self.owners.get(post_id) {
                None => return Some(Want::Owner(post_id.clone())),
                Some(owner) => owner.clone()?,
            },
        };
        (!self.images.contains_key(&image)).then_some(Want::Image(image))
    }

    /// A load forgets what the page showed; sessions learn of it through what follows.
    pub(crate) fn page_loaded(&mut self) {
        self.page = Page::default();
        for image in self.images.values_mut() {
            if let Some(session) = &mut image.session {
                session.key_lacking_since = None;
            }
        }
    }

    /// A route change alone changes nothing but `current_post_id` (spec B3).
    pub(crate) fn route_changed(&mut self, post_id: Option<PostId>) {
        if self.page.post_id == post_id {
            return;
        }
        self.page.post_id = post_id;
        self.page.unresolved_since = None;
        self.page.progress = None;
        self.resolve_post();
        self.owners.clear();
    }

    /// Finds the image of the post on the page anew (spec B1). An image found before stays, when
    /// Grok forgot it meanwhile.
    pub(crate) fn resolve_post(&mut self) {
        let Some(post_id) = self.page.post_id.clone() else {
            self.page.image = None;
            return;
        };
        if let Some(media_id) = self.image_of_post(&post_id) {
            return self.show(media_id, post_id);
        }
        self.page.image = None;
        if self.page.reading.is_some() {
            self.page.unresolved_since.get_or_insert(self.now);
        }
    }

    /// The image of a post that need not be the one on the page (spec B1).
    pub(crate) fn image_of_post(&self, post_id: &PostId) -> Option<MediaId> {
        let in_store = self.page.reading.as_ref().and_then(|reading| reading.image_of(post_id));
        let stored = || self.owners.get(post_id).cloned().flatten();
        in_store.or_else(stored).or_else(|| self.known_owner(post_id))
    }

    /// The image in memory that showed this post, has an attempt of that id, or is it.
    fn known_owner(&self, post_id: &PostId) -> Option<MediaId> {
        let attempt_id = [post_id.as_attempt()];
        let owner = self.images.iter().find(|(_, image)| {
            image.posts.contains(post_id) || image.find_attempt(&attempt_id).is_some()
        });
        let itself = || self.images.get_key_value(&post_id.as_image());
        owner.or_else(itself).map(|(media_id, _)| media_id.clone())
    }

    fn show(&mut self, media_id: MediaId, post_id: PostId) {
        if self.page.image.as_ref() != Some(&media_id) {
            self.page.shown_since = self.now;
        }
        self.page.image = Some(media_id.clone());
        self.page.unresolved_since = None;
        self.learn_shown_image(&media_id);
        let early = self.page.progress.take();
        let image = self.image_mut(&media_id);
        image.loose_progress = early.or(image.loose_progress);
        let moved = image.session.as_mut().and_then(|session| {
            let moved = session.record.current_post_id.as_ref() != Some(&post_id);
            session.record.current_post_id = Some(post_id.clone());
            moved.then(|| session.record.clone())
        });
        if self.is_new_post(&media_id, &post_id) {
            self.store_facts(&media_id);
            self.output.put(Change::Post { media_id, post_id });
        }
        if let Some(record) = moved {
            self.output.put(Change::Session(record));
        }
    }

    /// Takes over what a favourite says of the image on the page; the other favourites are not
    /// kept: nobody opened them.
    fn learn_shown_image(&mut self, media_id: &MediaId) {
        let Some(reading) = &self.page.reading else { return };
        let Some(seen) = reading.favorites.image(media_id.as_str()) else { return };
        if self.image_mut(media_id).learn(&seen) {
            self.image_mut(media_id).is_stored = false;
            self.store_facts(media_id);
        }
    }

    /// Writes the image's facts, unless they are stored as they are.
    pub(crate) fn store_facts(&mut self, media_id: &MediaId) {
        if self.is_forgotten_whole(media_id) {
            return;
        }
        let image = self.image_mut(media_id);
        if !image.is_stored {
            image.is_stored = true;
            let facts = image.facts.clone();
            self.output.put(Change::Image(facts));
        }
    }

    /// What the panel says of the page (spec B2).
    pub(crate) fn page_view(&self, now: Millis) -> PageView {
        let Some(post_id) = self.page.post_id.clone() else { return PageView::NoPost };
        if self.page.image.is_some() {
            return PageView::Image { post_id };
        }
        match self.unresolved_deadline() {
            Some(deadline) if deadline <= now => PageView::NoImage { post_id },
            _ => PageView::Loading { post_id },
        }
    }

    /// When the post on the page is said to show no image (spec B2).
    pub(crate) fn unresolved_deadline(&self) -> Option<Millis> {
        Some(self.page.unresolved_since? + self.settings.unresolved_after_ms)
    }
}
