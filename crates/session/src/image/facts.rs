//! What is known of the image itself (spec A6), and whether that is kept.

use retake_grok::SeenImage;

use super::{ImageMachine, Kept};
use crate::context::Context;
use crate::record::{Change, ImageFacts};

impl ImageMachine {
    /// Takes over what a record says of an image that is kept, where nothing is known yet (spec H8).
    pub(crate) fn learn_missing(&mut self, seen: &SeenImage, cx: &mut Context) {
        let known = &self.facts;
        let has_prompt = known.prompt.is_some() || known.original_prompt.is_some();
        let missing = SeenImage {
            prompt: seen.prompt.clone().filter(|_| !has_prompt),
            image_url: seen.image_url.clone().filter(|_| known.image_url.is_none()),
            create_time: seen.create_time.filter(|_| known.create_time.is_none()),
            ..seen.clone()
        };
        if self.kept != Kept::Not || !self.is_empty() {
            self.merge_facts(&missing, cx);
        }
    }

    /// Takes over what a snapshot says of the image; a field that it lacks stays as it was (spec A6).
    pub(crate) fn merge_facts(&mut self, seen: &SeenImage, cx: &mut Context) {
        let known = &self.facts;
        let learned = ImageFacts {
            media_id: known.media_id.clone(),
            kind: known.kind,
            original_prompt: seen.original_prompt.clone().or(known.original_prompt.clone()),
            prompt: seen.prompt.clone().or(known.prompt.clone()),
            image_url: seen.image_url.clone().or(known.image_url.clone()),
            width: seen.width.or(known.width),
            height: seen.height.or(known.height),
            create_time: seen.create_time.or(known.create_time),
            first_seen_at: known.first_seen_at,
        };
        if learned != self.facts && !self.may_store(&learned, cx) {
            return;
        }
        if learned != self.facts && self.kept == Kept::Current {
            self.kept = Kept::Outdated;
        }
        let is_first = self.kept == Kept::Not;
        self.facts = learned;
        if !is_first || self.takes_itself(cx) {
            self.store_facts(cx);
        }
    }

    /// Whether the budget has room for what its row would grow by.
    fn may_store(&self, learned: &ImageFacts, cx: &mut Context) -> bool {
        let growth = learned.text_bytes().saturating_sub(self.facts.text_bytes());
        self.kept == Kept::Not || cx.takes_growth(self.media_id(), growth, self.claim())
    }

    /// Whether its own row is there, or may be (see `budget`).
    pub(crate) fn takes_itself(&self, cx: &mut Context) -> bool {
        self.kept != Kept::Not
            || cx.suppressed().has_image(self.media_id())
            || cx.takes_row(self.media_id(), self.facts.text_bytes(), self.claim())
    }

    /// Writes the image's facts, unless they are stored as they are.
    pub(crate) fn store_facts(&mut self, cx: &mut Context) {
        if self.kept != Kept::Current && !cx.suppressed().has_image(self.media_id()) {
            self.kept = Kept::Current;
            cx.put(Change::Image(self.facts.clone()));
        }
    }

    /// Something new happens to it: it is kept, also where the user had deleted its history.
    pub(crate) fn keep(&mut self, cx: &mut Context) {
        cx.suppressed_mut().unsuppress(&self.facts.media_id);
        self.store_facts(cx);
    }
}
