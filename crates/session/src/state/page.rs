//! Which image the page shows (spec B1–B3, C16).

use std::collections::BTreeMap;
use std::sync::Arc;

use retake_grok::StoreReading;
use retake_protocol::view::{NoImageReason, PageView};
use retake_protocol::{MediaId, Millis, PostId};

use super::State;
use crate::event::{Lookup, OwnedId, StoredOwner};
use crate::image::{Display, ImageMachine, Progress};

/// For so long the panel keeps showing the image before while a new post of it resolves, in ms
/// (spec B2).
const LINGERS_FOR_MS: Millis = 2_000;

/// So many of the images that a video was made of are offered (spec B4).
const MOST_SOURCES: usize = 8;

/// What the page is known to show, beside the image in the [`crate::context::Context`].
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    post_id: Option<PostId>,
    /// Since when a read store has matched nothing for `post_id`.
    unresolved_since: Option<Millis>,
    /// The last well-formed store of this page load.
    reading: Option<Arc<StoreReading>>,
    /// What the page displayed while the image of `post_id` was not known.
    display: Option<Display>,
    /// The post that the page's main picture is (spec B1).
    main_picture: Option<PostId>,
    lingering: Option<Lingering>,
    /// Videos that were made of several files, by each of their ids, and those files (spec B4).
    of_several: BTreeMap<PostId, Arc<[PostId]>>,
}

/// The image that the page showed before a post whose image is not known yet.
#[derive(Clone, Debug)]
struct Lingering {
    media_id: MediaId,
    until: Millis,
}

impl Page {
    /// The post in the url.
    pub(super) fn post_id(&self) -> Option<&PostId> {
        self.post_id.as_ref()
    }

    /// The last well-formed store of this page load.
    pub(super) fn reading(&self) -> Option<&Arc<StoreReading>> {
        self.reading.as_ref()
    }

    /// A video with these ids was made of several files (spec B4).
    pub(super) fn made_of_several(&mut self, ids: &[PostId], inputs: &[PostId]) {
        let inputs: Arc<[PostId]> = inputs.iter().take(MOST_SOURCES).cloned().collect();
        self.of_several.extend(ids.iter().map(|id| (id.clone(), Arc::clone(&inputs))));
    }

    /// A well-formed store was read.
    pub(super) fn read(&mut self, reading: Arc<StoreReading>) {
        self.reading = Some(reading);
    }

    /// The page displays a progress of an unknown image.
    pub(super) fn displayed(&mut self, progress: Progress, now: Millis) {
        self.display = Some(Display::after(self.display, progress, now));
    }

    /// Forgets what the page shows, but not what its store said.
    pub(super) fn forget_post(&mut self) {
        *self = Self { reading: self.reading.take(), ..Self::default() };
    }

    /// Time that the machine slept counts for no clock (spec C21).
    pub(super) fn slept(&mut self, ms: Millis) {
        if let Some(since) = &mut self.unresolved_since {
            *since += ms;
        }
    }
}

impl State {
    /// The images of those of `posts` that the page's store, as last read, knows (spec B1).
    pub(crate) fn images_of<'a>(
        &self,
        posts: impl IntoIterator<Item = &'a PostId>,
    ) -> Vec<(&'a PostId, MediaId)> {
        let reading = self.page.reading.as_ref();
        reading.map(|reading| reading.images_of(posts)).unwrap_or_default()
    }

    /// What is lacking to resolve `post_id`, and then to know its image.
    pub(crate) fn lookup_of_post(
        &self,
        post_id: &PostId,
        reading: Option<&StoreReading>,
    ) -> Option<Lookup> {
        if self.cx().owner(&post_id.as_attempt()).is_some() {
            return None;
        }
        if !self.has_looked_up(post_id) {
            return Some(Lookup::Owner(post_id.clone()));
        }
        let stored = self.stored_owner(post_id);
        let by_store = || {
            let image = reading.and_then(|reading| reading.image_of(post_id));
            image.filter(|image| !self.cx().is_no_image(&image.as_post()))
        };
        let image = match stored {
            Some(StoredOwner { media_id, of: OwnedId::Attempt }) => media_id.clone(),
            Some(owner) => by_store().unwrap_or_else(|| owner.media_id.clone()),
            None => by_store()?,
        };
        self.image(&image).is_none().then_some(Lookup::Image(image))
    }

    /// A load forgets what the page showed; sessions learn of it through what follows.
    pub(crate) fn page_loaded(&mut self) {
        self.page = Page::default();
        self.presses.clear();
        let (images, cx) = self.parts();
        cx.set_sees_requests(false);
        cx.set_needs_prompt(false);
        cx.forget_user_press();
        cx.trust_store();
        cx.show_nothing();
        for image in images.values_mut() {
            image.page_loaded();
        }
    }

    /// A route change alone changes nothing but `current_post_id` (spec B3).
    pub(crate) fn route_changed(&mut self, post_id: Option<PostId>) {
        if self.page.post_id == post_id {
            return;
        }
        let until = self.cx().now() + LINGERS_FOR_MS;
        let shown = self.cx().shown().map(|shown| shown.media_id.clone());
        let page = &mut self.page;
        page.lingering = match shown {
            Some(media_id) if post_id.is_some() => Some(Lingering { media_id, until }),
            Some(_) | None => None,
        };
        page.post_id = post_id;
        page.unresolved_since = None;
        page.display = None;
        self.resolve_post();
    }

    /// The page's main picture is a post: where nothing else reports it, that is an image (spec B1).
    pub(crate) fn main_picture_seen(&mut self, post_id: PostId) {
        self.page.main_picture = Some(post_id);
        self.resolve_post();
    }

    /// What is lacking to resolve the post on show: where something told that it is an image, that
    /// image as well.
    pub(crate) fn lookup_of_shown(&self, post_id: &PostId) -> Option<Lookup> {
        let lookup = self.lookup_of_post(post_id, self.page.reading.as_deref());
        let is_told =
            self.cx().is_told_image(post_id) || self.page.main_picture.as_ref() == Some(post_id);
        lookup.or_else(|| is_told.then(|| self.lookup_of_picture(post_id)).flatten())
    }

    /// Finds the image of the post on the page again (spec B1).
    pub(crate) fn resolve_post(&mut self) {
        let now = self.cx().now();
        self.note_video_on_page();
        let image = self.page.post_id.clone().and_then(|post_id| {
            let media_id = self.image_of_post(&post_id)?;
            Some((post_id, media_id))
        });
        if let Some((post_id, media_id)) = image {
            self.show(&media_id, &post_id);
        } else {
            let page = &mut self.page;
            if page.post_id.is_some() && page.reading.is_some() {
                page.unresolved_since.get_or_insert(now);
            }
            self.parts().1.show_nothing();
        }
    }

    /// A favourite that is a video stays one, also when a later store does not list it.
    fn note_video_on_page(&mut self) {
        let page = &self.page;
        if let (Some(post_id), Some(reading)) = (&page.post_id, &page.reading)
            && reading.is_video(post_id)
        {
            let post_id = post_id.clone();
            self.parts().1.add_no_image(post_id);
        }
    }

    /// The image of a post that need not be the one on the page (spec B1).
    pub(crate) fn image_of_post(&self, post_id: &PostId) -> Option<MediaId> {
        let of_attempt = |owner: &&StoredOwner| owner.of == OwnedId::Attempt;
        let stored = self.stored_owner(post_id);
        let kept = self.cx().owner(&post_id.as_attempt());
        let kept = kept.or_else(|| stored.filter(of_attempt).map(|owner| &owner.media_id));
        if let Some(kept) = kept {
            let image = self.image(kept).filter(|image| image.is_image());
            if let Some(image) = image {
                return Some(image.media_id().clone());
            }
        }
        let in_store = self.page.reading.as_ref().and_then(|reading| reading.image_of(post_id));
        let in_store = in_store.filter(|image| !self.cx().is_no_image(&image.as_post()));
        // An image that is only in memory may have been looked up for its id alone.
        let is_told =
            self.cx().is_told_image(post_id) || self.page.main_picture.as_ref() == Some(post_id);
        let is_met = |image: &&ImageMachine| is_told || image.is_stored() || !image.is_empty();
        let may_be_image = !self.cx().is_no_image(post_id);
        let itself = || self.image(&post_id.as_image()).filter(|image| image.is_image());
        let itself = || itself().filter(|_| may_be_image).filter(is_met);
        let shown_before = || {
            let stored = stored.filter(|owner| !of_attempt(owner));
            self.cx().image_of_post(post_id).or(stored.map(|owner| &owner.media_id)).cloned()
        };
        let made_in = || self.presses.image_of_conversation(post_id).cloned();
        let itself = || itself().map(|image| image.media_id().clone());
        in_store.or_else(itself).or_else(shown_before).or_else(made_in)
    }

    fn show(&mut self, media_id: &MediaId, post_id: &PostId) {
        let page = &mut self.page;
        page.unresolved_since = None;
        page.lingering = None;
        let early = page.display.take();
        let favorite =
            page.reading.as_ref().and_then(|reading| reading.favorites.image(media_id.as_str()));
        let (images, cx) = self.parts();
        cx.show(media_id.clone(), post_id.clone());
        let Some(image) = images.get_mut(media_id) else { return };
        // The other favourites are not kept: nobody opened them.
        if let Some(seen) = favorite {
            image.merge_facts(&seen, cx);
        }
        image.shown(post_id, early, cx);
    }

    /// The image that the panel shows: the one on the page, or for a moment the one before (spec B2).
    pub(crate) fn image_on_panel(&self, now: Millis) -> Option<&ImageMachine> {
        let shown = self.cx().shown().map(|shown| &shown.media_id);
        let lingering = || {
            let lingering = self.page.lingering.as_ref().filter(|one| one.until > now);
            let lingering = lingering.filter(|_| self.why_no_image().is_none());
            lingering.map(|lingering| &lingering.media_id)
        };
        self.image(shown.or_else(lingering)?)
    }

    /// What the panel says of the page (spec B2).
    pub(crate) fn page_view(&self, now: Millis) -> PageView {
        let Some(post_id) = self.page.post_id.clone() else { return PageView::NoPost };
        if self.image_on_panel(now).is_some() {
            return PageView::Image { post_id };
        }
        if let Some(why) = self.why_no_image() {
            let sources = self.sources_of(&post_id);
            return PageView::NoImage { post_id, why, sources };
        }
        match self.unresolved_deadline() {
            Some(deadline) if deadline <= now => {
                let (why, sources) = (NoImageReason::NotTold, Vec::new());
                PageView::NoImage { post_id, why, sources }
            }
            _ => PageView::Loading { post_id },
        }
    }

    /// Why the post on the page can have no image, where that is reported (spec B4).
    pub(super) fn why_no_image(&self) -> Option<NoImageReason> {
        let post_id = self.page.post_id.as_ref()?;
        let owner = self.cx.owner(&post_id.as_attempt()).and_then(|owner| self.image(owner));
        if owner.is_some_and(ImageMachine::is_text_video) {
            Some(NoImageReason::TextVideo)
        } else if self.page.of_several.contains_key(post_id) {
            Some(NoImageReason::SeveralSources)
        } else {
            None
        }
    }

    /// The images that a video of several files was made of; a video among the files is none (spec B4).
    fn sources_of(&self, post_id: &PostId) -> Vec<MediaId> {
        let inputs = self.page.of_several.get(post_id).into_iter().flat_map(|inputs| inputs.iter());
        let images = inputs.filter(|input| {
            let is_video = self.cx.owner(&input.as_attempt()).is_some();
            !is_video && !self.cx.is_no_image(input)
        });
        images.map(PostId::as_image).collect()
    }

    /// When the panel changes because the post on the page still matches nothing.
    pub(crate) fn unresolved_deadlines(&self) -> [Option<Millis>; 2] {
        let lingering = self.page.lingering.as_ref().map(|lingering| lingering.until);
        [self.unresolved_deadline(), lingering.filter(|_| self.cx().shown().is_none())]
    }

    /// When the post on the page is said to show no image (spec B2).
    fn unresolved_deadline(&self) -> Option<Millis> {
        let since = self.page.unresolved_since?;
        Some(self.cx().deadline(since + self.cx().settings().unresolved_after_ms))
    }
}
