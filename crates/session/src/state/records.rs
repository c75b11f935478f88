//! What the page's records tell, given to the image that it is of (spec H8).

use retake_grok::record::{AssetKind, SeenAsset};
use retake_grok::{Lineage, Records, SeenAttempt, SeenImage};
use retake_protocol::{AttemptOutcome, Certainty, ImageKind, MediaId, PostId, Source};

use super::State;
use crate::image::{Heard, Observed};
use crate::record::Decision;

impl State {
    /// What the page's records tell (spec H8).
    pub(crate) fn records_read(&mut self, records: &Records) {
        for conversation in &records.conversations {
            self.cx_mut().add_no_image(conversation.clone());
        }
        let mut named = false;
        for asset in &records.assets {
            match asset.kind {
                AssetKind::Image => self.cx_mut().add_told_image(asset.id.clone()),
                AssetKind::Video => self.video_recorded(asset, records),
                AssetKind::Unknown => {}
            }
            named |= self.page.post_id().is_some_and(|post| asset.aliases.contains(post));
        }
        // A video of the same list may have reported the image only now.
        for asset in records.assets.iter().filter(|asset| asset.kind == AssetKind::Image) {
            self.facts_recorded(asset, &asset.id.as_image());
        }
        if named {
            self.resolve_post();
        }
    }

    fn video_recorded(&mut self, asset: &SeenAsset, records: &Records) {
        let seen = of_asset(asset);
        let owner = seen.aliases.iter().find_map(|alias| self.cx().owner(alias)).cloned();
        let home = match records.lineage(&asset.id) {
            Lineage::Image(media_id) => {
                self.cx_mut().add_told_image(media_id.as_post());
                Some(self.image_of_post(&media_id.as_post()).unwrap_or(media_id))
            }
            Lineage::Text => {
                let stand_in = owner.clone().unwrap_or_else(|| asset.id.as_image());
                self.ensure_stand_in(&stand_in, ImageKind::TextVideo);
                Some(stand_in)
            }
            // What nothing ties to an image is kept only where it is known already.
            Lineage::Several => {
                self.page.made_of_several(&asset.aliases, &asset.inputs);
                owner
            }
            Lineage::Unknown => owner,
        };
        let Some(home) = home.filter(|home| self.image(home).is_some()) else { return };
        self.settle(&seen, Some(home.clone()));
        let derived = asset.derivation.map(|derivation| (derivation, None));
        let entry = Observed { seen: &seen, derived };
        let heard = Heard {
            entry,
            source: Source::Record,
            pressed_at: None,
            is_astray: false,
            has_ended: seen.outcome.is_terminal(),
        };
        let (images, cx) = self.parts();
        let Some(image) = images.get_mut(&home) else { return };
        image.hear(heard, cx);
        if seen.outcome.is_terminal() {
            let decision = Decision { by: Source::Record, certainty: Certainty::Told };
            image.announce_of(&seen.aliases, seen.outcome, decision, cx);
        }
        if home == asset.id.as_image() {
            self.facts_recorded(asset, &home);
        }
    }

    /// What a record says of an image, or of a video that stands for itself.
    fn facts_recorded(&mut self, asset: &SeenAsset, media_id: &MediaId) {
        let (images, cx) = self.parts();
        if let Some(image) = images.get_mut(media_id) {
            image.learn_missing(&facts_of(asset, media_id), cx);
        }
    }
}

/// A record as the facts of an image (spec A6). A video is no picture.
fn facts_of(asset: &SeenAsset, media_id: &MediaId) -> SeenImage {
    let picture = || asset.url.clone().or_else(|| asset.file.clone());
    let is_picture = asset.kind == AssetKind::Image && !asset.is_moderated;
    SeenImage {
        media_id: media_id.clone(),
        original_prompt: None,
        prompt: asset.prompt.clone(),
        image_url: is_picture.then(picture).flatten(),
        width: None,
        height: None,
        create_time: asset.create_time,
    }
}

/// A record as an attempt.
fn of_asset(asset: &SeenAsset) -> SeenAttempt {
    let has_file = asset.file.is_some() || asset.url.is_some();
    let outcome = match (asset.is_moderated, has_file) {
        (true, _) => AttemptOutcome::Moderated,
        (false, true) => AttemptOutcome::Completed,
        (false, false) => AttemptOutcome::Processing,
    };
    SeenAttempt {
        aliases: asset.aliases.iter().map(PostId::as_attempt).collect(),
        made_from: asset.inputs.clone(),
        derivation: asset.derivation,
        outcome,
        is_placeholder: false,
        unknown_status: None,
        percent: None,
        prompt: asset.prompt.clone(),
        video_url: asset.url.clone(),
        hd_url: asset.hd_url.clone(),
        hd_1080_url: asset.hd_1080_url.clone(),
        thumbnail_url: None,
        create_time: asset.create_time,
        length_seconds: asset.length_s,
        resolution: asset.resolution.clone(),
        mode: None,
        side_by_side: None,
    }
}
