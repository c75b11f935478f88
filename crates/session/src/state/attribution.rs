//! To which image each entry of a snapshot belongs (spec A8), and which are made of a video and no
//! attempts of an image's series (spec A9).

use std::collections::HashMap;

use retake_grok::{Derivation, SeenAttempt, SeenContainer, StoreReading};
use retake_protocol::{AttemptId, ImageKind, MediaId, PostId};

use super::State;
use crate::event::OwnedId;
use crate::image::{ImageMachine, Observed};
use crate::record::Change;

/// The entries of a snapshot by image, in the store's order.
#[derive(Default)]
pub(crate) struct Attributed<'a> {
    images: Vec<(MediaId, Vec<Observed<'a>>)>,
    places: HashMap<MediaId, usize>,
}

impl<'a> Attributed<'a> {
    pub(crate) fn images(&self) -> impl Iterator<Item = (&MediaId, &[Observed<'a>])> {
        self.images.iter().map(|(media_id, entries)| (media_id, entries.as_slice()))
    }

    /// Whether the store holds an attempt of this image, under whatever key.
    pub(crate) fn holds(&self, media_id: &MediaId) -> bool {
        self.places.contains_key(media_id)
    }

    fn add(&mut self, media_id: MediaId, entry: Option<Observed<'a>>) {
        let images = &mut self.images;
        let place = *self.places.entry(media_id.clone()).or_insert_with(|| {
            images.push((media_id, Vec::new()));
            images.len() - 1
        });
        images[place].1.extend(entry);
    }
}

impl State {
    /// Gives each entry to its image. An attempt that was kept under another one and has not counted
    /// there moves; one that nothing ties to an image is kept by itself until something does.
    pub(crate) fn attribute<'a>(&mut self, reading: &'a StoreReading) -> Attributed<'a> {
        let mut attributed = Attributed::default();
        for container in &reading.containers {
            if let Some(image) = self.image_of_container(container) {
                attributed.add(image.clone(), None);
            }
            for seen in &container.attempts {
                let derived = derivation_of(seen, reading);
                let home = self.home_of(seen, derived, container, reading);
                let media_id = self.settle(seen, home);
                attributed.add(media_id, Some(Observed { seen, derived }));
            }
        }
        attributed
    }

    /// The image that an entry belongs to, as far as is known.
    pub(crate) fn home_in(
        &self,
        seen: &SeenAttempt,
        container: &SeenContainer,
        reading: &StoreReading,
    ) -> Option<MediaId> {
        self.home_of(seen, derivation_of(seen, reading), container, reading)
    }

    /// Spec A8: the image of what it was made from, else the one that it was first kept under, else
    /// the one whose key it stands under. Once counted it keeps its image.
    fn home_of(
        &self,
        seen: &SeenAttempt,
        derived: Option<(Derivation, Option<&AttemptId>)>,
        container: &SeenContainer,
        reading: &StoreReading,
    ) -> Option<MediaId> {
        let owner = seen.aliases.iter().find_map(|alias| self.cx().owner(alias));
        let owner = owner.and_then(|media_id| self.image(media_id));
        if let Some(owner) = owner
            && owner.attempt(&seen.aliases).is_some_and(|attempt| attempt.counted.is_some())
        {
            return Some(owner.media_id().clone());
        }
        let of_video = |id: &PostId| {
            let kept = self.cx().owner(&id.as_attempt()).and_then(|owner| self.image(owner));
            let kept = kept.filter(|image| image.is_image()).map(|image| image.media_id().clone());
            let in_store = || reading.image_of(id);
            kept.or_else(in_store).filter(|image| !self.cx().is_no_image(&image.as_post()))
        };
        let made_from = || match derived {
            Some(_) => seen.made_from.iter().find_map(of_video),
            None => seen.made_from.iter().find_map(|origin| self.image_itself(origin, reading)),
        };
        let kept = || owner.filter(|owner| owner.is_image()).map(|owner| owner.media_id().clone());
        let of_container = || of_video(&container.key);
        let by_key = || self.image_of_container(container).cloned();
        made_from().or_else(kept).or_else(by_key).or_else(of_container)
    }

    /// The image whose key this is.
    pub(crate) fn image_of_container<'a>(
        &self,
        container: &'a SeenContainer,
    ) -> Option<&'a MediaId> {
        container.image.as_ref().filter(|image| !self.cx().is_no_image(&image.as_post()))
    }

    /// This id as an image, if it is one's.
    fn image_itself(&self, id: &PostId, reading: &StoreReading) -> Option<MediaId> {
        if self.cx().is_no_image(id) {
            return None;
        }
        let itself = id.as_image();
        let is_known = || self.image(&itself).is_some_and(ImageMachine::is_image);
        let is_stored = || self.stored_owner(id).is_some_and(|owner| owner.of == OwnedId::Image);
        (reading.is_image(id) || is_known() || is_stored()).then_some(itself)
    }

    /// Has an attempt stand where it belongs, and answers under which id that is.
    pub(crate) fn settle(&mut self, seen: &SeenAttempt, home: Option<MediaId>) -> MediaId {
        let mut owners: Vec<MediaId> =
            seen.aliases.iter().filter_map(|alias| self.cx().owner(alias)).cloned().collect();
        owners.dedup();
        let home = home.unwrap_or_else(|| {
            let kept = owners.first().cloned().unwrap_or_else(|| seen.id().as_image());
            self.ensure_stand_in(&kept, ImageKind::Unknown);
            kept
        });
        for owner in owners.into_iter().filter(|owner| *owner != home) {
            self.move_attempt(seen, &owner, &home);
        }
        home
    }

    fn move_attempt(&mut self, seen: &SeenAttempt, from: &MediaId, to: &MediaId) {
        let (images, cx) = self.parts();
        // An image that has no room for its row can't take it; the attempt stays where it is.
        if !images.get(to).is_some_and(|image| image.takes_itself(cx)) {
            return;
        }
        let Some(attempt) =
            images.get_mut(from).and_then(|image| image.take_attempt(&seen.aliases, cx))
        else {
            return;
        };
        if let Some(image) = images.get_mut(to) {
            image.adopt(attempt, cx);
        }
        if images.get(from).is_some_and(|image| !image.is_image() && image.is_empty()) {
            images.remove(from);
            cx.put(Change::ImageGone { media_id: from.clone() });
        }
    }
}

/// What was made of a video, and of which (spec A9): Grok says so, or its input is a video.
fn derivation_of<'a>(
    seen: &'a SeenAttempt,
    reading: &'a StoreReading,
) -> Option<(Derivation, Option<&'a AttemptId>)> {
    let input = seen.made_from.first();
    let video = input.and_then(|input| video_of(input, reading));
    match seen.derivation {
        Some(derivation) => Some((derivation, video)),
        None => video.map(|video| (Derivation::Edit, Some(video))),
    }
}

/// The id of the attempt that `id` is another name of, in this store.
fn video_of<'a>(id: &PostId, reading: &'a StoreReading) -> Option<&'a AttemptId> {
    let (_, attempt) = reading.attempt_of(id)?;
    (!reading.is_image(id)).then(|| attempt.id())
}
