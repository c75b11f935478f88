//! What is passed over of images whose history the user deleted (spec D6): Grok's page still holds
//! their attempts, which would be back with the next snapshot.

use std::collections::{BTreeMap, BTreeSet};

use retake_protocol::{AttemptId, MediaId};

/// See the module. It lasts until the app ends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Suppressed(BTreeMap<MediaId, OfImage>);

#[derive(Clone, Debug, Default)]
struct OfImage {
    /// The names of the attempts that Grok's page held then.
    attempts: BTreeSet<AttemptId>,
    /// Until something new happens, not even the image's facts are kept.
    is_whole: bool,
}

impl Suppressed {
    /// Passes over an image whole, until something new happens to it.
    pub(crate) fn add_image(&mut self, media_id: MediaId) {
        self.0.entry(media_id).or_default().is_whole = true;
    }

    /// Passes over attempts that Grok's page holds of an image.
    pub(crate) fn add_attempts(
        &mut self,
        media_id: MediaId,
        aliases: impl Iterator<Item = AttemptId>,
    ) {
        self.0.entry(media_id).or_default().attempts.extend(aliases);
    }

    /// Whether this is an attempt that the user deleted.
    pub(crate) fn has_attempt(&self, media_id: &MediaId, aliases: &[AttemptId]) -> bool {
        self.0
            .get(media_id)
            .is_some_and(|image| aliases.iter().any(|alias| image.attempts.contains(alias)))
    }

    /// Whether nothing of this image is to be kept for now.
    pub(crate) fn has_image(&self, media_id: &MediaId) -> bool {
        self.0.get(media_id).is_some_and(|image| image.is_whole)
    }

    /// Something new happens to the image: from now on it is kept again.
    pub(crate) fn unsuppress(&mut self, media_id: &MediaId) {
        if let Some(image) = self.0.get_mut(media_id) {
            image.is_whole = false;
        }
    }
}
