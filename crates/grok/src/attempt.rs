//! One entry of `videoByMediaId`, in every shape that Grok's store was seen with (spec A1–A4).

use retake_protocol::{AttemptId, AttemptOutcome, Millis, PostId, Prompt};

use crate::create_time::create_time;
use crate::ids::id_of_reference;
use crate::lenient_json::{Field, FromObject};

/// One attempt as a snapshot shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenAttempt {
    /// All ids it goes by, without repetition, at least one; the first is the attempt's id
    /// (spec A1).
    pub aliases: Vec<AttemptId>,
    /// What it was made from, the surest first: Grok's `parentPostId`, its first input
    /// (`inputMediaItems`, `imageReferences`, `imageReference`), `originalPostId` (spec A8, B1).
    pub made_from: Vec<PostId>,
    /// Grok's `originalRefType`, where it says that a video was worked on and no new one was made of
    /// an image (spec A9).
    pub derivation: Option<Derivation>,
    /// How far it has come or how it ended (spec A3).
    pub outcome: AttemptOutcome,
    /// Whether the id is the page's own until Grok gives the real one (spec A1).
    pub is_placeholder: bool,
    /// Grok's `status` where it is none of the known ones (spec A3).
    pub unknown_status: Option<String>,
    /// Grok's `progress`, in percent (0–100). Of a terminal entry it says nothing (spec C5).
    pub percent: Option<f64>,
    /// Grok's `prompt` or `videoPrompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `videoUrl` or `mediaUrl`.
    pub video_url: Option<String>,
    /// The same video in high definition: Grok's `hdMediaUrl` or `hdKey` (spec A9).
    pub hd_url: Option<String>,
    /// The same with 1080 lines: Grok's `hd1080MediaUrl` or `hd1080Key` (spec A9).
    pub hd_1080_url: Option<String>,
    /// Grok's `thumbnailUrl` or `thumbnailImageUrl`.
    pub thumbnail_url: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// Grok's `videoDuration`, in seconds.
    pub length_seconds: Option<f64>,
    /// Grok's `resolutionName`.
    pub resolution: Option<String>,
    /// Grok's `mode`.
    pub mode: Option<String>,
    /// Grok's `sideBySideIndex`: which of the two videos of one press it is, from 0 (spec H5).
    pub side_by_side: Option<u32>,
}

/// What a name takes beside its text, in bytes.
const BYTES_OF_NAME: usize = 128;

/// How long an attempt's names and texts are together, in bytes.
pub fn text_bytes(
    aliases: &[AttemptId],
    prompt: Option<&Prompt>,
    texts: [&Option<String>; 7],
) -> usize {
    let names = aliases.iter().map(|alias| alias.as_str().len() + BYTES_OF_NAME).sum::<usize>();
    let texts = texts.into_iter().flatten().map(String::len).sum::<usize>();
    names + texts + prompt.map_or(0, |prompt| prompt.as_str().len())
}

/// What was done to a video (spec A9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// It was made longer.
    Extension,
    /// It was made larger.
    Upscale,
    /// It was changed in another way.
    Edit,
}

impl Derivation {
    /// From Grok's `originalRefType`, such as `ORIGINAL_REF_TYPE_VIDEO_EXTENSION`; `None`: an image
    /// was the origin, or nothing is said.
    pub(crate) fn of_reference(kind: &str) -> Option<Self> {
        let kind = kind.to_ascii_uppercase();
        if kind.contains("EXTENSION") {
            Some(Self::Extension)
        } else if kind.contains("UPSCALE") {
            Some(Self::Upscale)
        } else {
            kind.contains("VIDEO").then_some(Self::Edit)
        }
    }
}

impl SeenAttempt {
    /// Its id: the first alias.
    pub fn id(&self) -> &AttemptId {
        &self.aliases[0]
    }

    /// How long its names and texts are together, in bytes; a name has a row of its own beside them.
    pub fn text_bytes(&self) -> usize {
        text_bytes(
            &self.aliases,
            self.prompt.as_ref(),
            [
                &self.unknown_status,
                &self.video_url,
                &self.hd_url,
                &self.hd_1080_url,
                &self.thumbnail_url,
                &self.resolution,
                &self.mode,
            ],
        )
    }

    /// Whether the two share an alias, and so are the same attempt (spec A1).
    pub fn shares_alias(&self, other: &Self) -> bool {
        self.aliases.iter().any(|alias| other.aliases.contains(alias))
    }

    /// Takes in a second entry of the same attempt. The outcome that came later in an attempt's life
    /// wins (moderation comes after completion); else what the later entry says.
    pub(crate) fn absorb(&mut self, later: Self) {
        let mut merged = if rank(later.outcome) >= rank(self.outcome) {
            Self { aliases: self.aliases.clone(), ..later.clone() }
        } else {
            self.clone()
        };
        for alias in later.aliases {
            merged.add_alias(alias);
        }
        merged.create_time = self.create_time.or(later.create_time);
        merged.hd_url = later.hd_url.or(self.hd_url.take());
        merged.hd_1080_url = later.hd_1080_url.or(self.hd_1080_url.take());
        merged.derivation = self.derivation.or(later.derivation);
        merged.side_by_side = self.side_by_side.or(later.side_by_side);
        merged.is_placeholder = self.is_placeholder && later.is_placeholder;
        if merged.made_from.is_empty() {
            merged.made_from.clone_from(&self.made_from);
        }
        *self = merged;
    }

    pub(crate) fn add_alias(&mut self, alias: AttemptId) {
        if !self.aliases.contains(&alias) {
            self.aliases.push(alias);
        }
    }
}

fn rank(outcome: AttemptOutcome) -> u8 {
    match outcome {
        AttemptOutcome::Pending | AttemptOutcome::Unknown => 0,
        AttemptOutcome::Processing => 1,
        AttemptOutcome::Completed => 2,
        AttemptOutcome::Failed => 3,
        AttemptOutcome::Moderated => 4,
    }
}

/// The fields of an entry as they stood.
#[derive(Default)]
pub(crate) struct AttemptFields<'de> {
    id: Field<'de>,
    video_id: Field<'de>,
    video_post_id: Field<'de>,
    item_id: Field<'de>,
    optimistic_id: Field<'de>,
    inflight_id: Field<'de>,
    asset_id: Field<'de>,
    parent_post_id: Field<'de>,
    original_post_id: Field<'de>,
    original_ref_type: Field<'de>,
    input_media_items: Field<'de>,
    image_references: Field<'de>,
    image_reference: Field<'de>,
    conversation_id: Field<'de>,
    is_placeholder: Field<'de>,
    status: Field<'de>,
    complete: Field<'de>,
    moderated: Field<'de>,
    is_moderated: Field<'de>,
    progress: Field<'de>,
    prompt: Field<'de>,
    video_prompt: Field<'de>,
    video_url: Field<'de>,
    media_url: Field<'de>,
    hd_media_url: Field<'de>,
    hd_key: Field<'de>,
    hd_1080_media_url: Field<'de>,
    hd_1080_key: Field<'de>,
    thumbnail_url: Field<'de>,
    thumbnail_image_url: Field<'de>,
    create_time: Field<'de>,
    video_duration: Field<'de>,
    resolution_name: Field<'de>,
    mode: Field<'de>,
    side_by_side_index: Field<'de>,
    /// The key that it stood under in an object of entries, unless that is an index.
    key: Option<String>,
}

impl<'de> FromObject<'de> for AttemptFields<'de> {
    fn field(&mut self, name: &str) -> Option<&mut Field<'de>> {
        Some(match name {
            "id" => &mut self.id,
            "videoId" => &mut self.video_id,
            "videoPostId" => &mut self.video_post_id,
            "itemId" => &mut self.item_id,
            "optimisticId" => &mut self.optimistic_id,
            "inflightId" => &mut self.inflight_id,
            "assetId" => &mut self.asset_id,
            "parentPostId" => &mut self.parent_post_id,
            "originalPostId" => &mut self.original_post_id,
            "originalRefType" => &mut self.original_ref_type,
            "inputMediaItems" => &mut self.input_media_items,
            "imageReferences" => &mut self.image_references,
            "imageReference" => &mut self.image_reference,
            "conversationId" => &mut self.conversation_id,
            "isTemporaryVideoGenPlaceholder" => &mut self.is_placeholder,
            "status" => &mut self.status,
            "complete" => &mut self.complete,
            "moderated" => &mut self.moderated,
            "isModerated" => &mut self.is_moderated,
            "progress" => &mut self.progress,
            "prompt" => &mut self.prompt,
            "videoPrompt" => &mut self.video_prompt,
            "videoUrl" => &mut self.video_url,
            "mediaUrl" => &mut self.media_url,
            "hdMediaUrl" => &mut self.hd_media_url,
            "hdKey" => &mut self.hd_key,
            "hd1080MediaUrl" => &mut self.hd_1080_media_url,
            "hd1080Key" => &mut self.hd_1080_key,
            "thumbnailUrl" => &mut self.thumbnail_url,
            "thumbnailImageUrl" => &mut self.thumbnail_image_url,
            "createTime" => &mut self.create_time,
            "videoDuration" => &mut self.video_duration,
            "resolutionName" => &mut self.resolution_name,
            "mode" => &mut self.mode,
            "sideBySideIndex" => &mut self.side_by_side_index,
            _ => return None,
        })
    }

    fn is_entry(&self) -> bool {
        [self.id, self.video_id, self.video_post_id].into_iter().any(Field::is_scalar)
    }

    fn take_key(&mut self, key: &str) {
        let is_index = key.bytes().all(|byte| byte.is_ascii_digit());
        self.key = (!is_index).then(|| key.to_owned());
    }
}

impl AttemptFields<'_> {
    /// The conversation that it was made in: no id of an image (spec B1).
    pub(crate) fn conversation(&self) -> Option<PostId> {
        PostId::new(self.conversation_id.id()?)
    }

    /// The attempt; `None` where it has no usable id (spec A4).
    pub(crate) fn into_attempt(self) -> Option<SeenAttempt> {
        let made_from = self.made_from();
        let aliases = self.aliases(&made_from);
        if aliases.is_empty() {
            return None;
        }
        let video_url = self.video_url.filled_text().or_else(|| self.media_url.filled_text());
        let percent = self.progress.number().filter(|percent| (0.0..=100.0).contains(percent));
        let is_placeholder = self.is_placeholder.is_true();
        let (outcome, unknown_status) = if is_placeholder {
            (AttemptOutcome::Processing, None)
        } else {
            self.signs(video_url.is_some()).outcome()
        };
        Some(SeenAttempt {
            aliases,
            made_from,
            derivation: self
                .original_ref_type
                .text()
                .and_then(|kind| Derivation::of_reference(&kind)),
            outcome,
            is_placeholder,
            unknown_status,
            percent,
            prompt: (self.prompt.filled_text().or_else(|| self.video_prompt.text()))
                .or_else(|| self.prompt.text())
                .map(Prompt::new),
            video_url,
            hd_url: self.hd_media_url.filled_text().or_else(|| self.hd_key.filled_text()),
            hd_1080_url: (self.hd_1080_media_url.filled_text())
                .or_else(|| self.hd_1080_key.filled_text()),
            thumbnail_url: (self.thumbnail_url.filled_text())
                .or_else(|| self.thumbnail_image_url.filled_text()),
            create_time: create_time(self.create_time),
            length_seconds: self.video_duration.number(),
            resolution: self.resolution_name.filled_text(),
            mode: self.mode.filled_text(),
            side_by_side: (self.side_by_side_index.whole())
                .and_then(|index| u32::try_from(index).ok()),
        })
    }

    fn signs(&self, has_video: bool) -> Signs {
        let number = || self.status.number().map(|number| number.to_string());
        let complete = || self.complete.is_true().then(|| "complete".to_owned());
        Signs {
            status: self.status.filled_text().or_else(number).or_else(complete),
            is_moderated: self.is_moderated.is_true()
                || self.moderated.is_true()
                || self.moderated.field_of("isModerated").is_some_and(Field::is_true),
            has_video,
            progress: self.progress.number().unwrap_or(0.0),
        }
    }

    /// The first present of three ids is the attempt's, the others are its aliases (spec A1). What it
    /// was made from is another's id.
    fn aliases(&self, made_from: &[PostId]) -> Vec<AttemptId> {
        let ids = [self.id, self.video_id, self.video_post_id].map(Field::id);
        let other =
            [self.item_id, self.optimistic_id, self.inflight_id, self.asset_id].map(Field::id);
        let mut aliases: Vec<AttemptId> = Vec::new();
        for id in ids.into_iter().chain([self.key.clone()]).chain(other).flatten() {
            let Some(alias) = AttemptId::new(id) else { continue };
            let is_anothers = !aliases.is_empty()
                && made_from.iter().any(|other| other.as_str() == alias.as_str());
            if !is_anothers && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        aliases
    }

    /// Every id that names what it was made from, but for its own.
    fn made_from(&self) -> Vec<PostId> {
        let own = self.id.id().or_else(|| self.video_id.id()).or_else(|| self.video_post_id.id());
        let input = self.input_media_items.first().and_then(|input| input.field_of("id"));
        let named = [
            self.parent_post_id.id(),
            input.and_then(Field::id),
            self.image_references.first().and_then(Field::id),
            self.image_reference.id(),
            self.original_post_id.id(),
        ];
        let mut made_from: Vec<PostId> = Vec::new();
        for text in named.into_iter().flatten() {
            let Some(id) = id_of_reference(&text) else { continue };
            let is_own =
                own.as_ref().is_some_and(|own| PostId::new(own.as_str()).as_ref() == Some(&id));
            if !is_own && !made_from.contains(&id) {
                made_from.push(id);
            }
        }
        made_from
    }
}

/// What of an entry says how far it has come (spec A3).
#[derive(Clone, Debug, Default)]
struct Signs {
    status: Option<String>,
    is_moderated: bool,
    has_video: bool,
    /// Percent.
    progress: f64,
}

impl Signs {
    /// Spec A3. The second value is the status where it is an unknown one.
    fn outcome(self) -> (AttemptOutcome, Option<String>) {
        use AttemptOutcome::{Completed, Failed, Moderated, Pending, Processing};
        let word = self.status.as_deref().map(last_word);
        match word.as_deref() {
            // Moderation is the nearer word for an end that Grok calls both.
            Some("completed" | "complete" | "failed") if self.is_moderated => (Moderated, None),
            Some("completed" | "complete") => (Completed, None),
            Some("failed") => (Failed, None),
            Some("moderated") => (Moderated, None),
            Some("pending") => (Pending, None),
            Some("processing") => (Processing, None),
            Some(_) => match self.without_status() {
                Pending => (Processing, self.status),
                known => (known, self.status),
            },
            None => (self.without_status(), None),
        }
    }

    fn without_status(&self) -> AttemptOutcome {
        if self.is_moderated {
            AttemptOutcome::Moderated
        } else if self.has_video {
            AttemptOutcome::Completed
        } else if self.progress > 0.0 {
            // Also at 100 %: that alone is no end, whatever time passes.
            AttemptOutcome::Processing
        } else {
            AttemptOutcome::Pending
        }
    }
}

/// Of a status word as `VIDEO_STATUS_COMPLETED` the last part, in lower case.
fn last_word(status: &str) -> String {
    let mut words = status.split(|letter: char| !letter.is_alphanumeric());
    words.rfind(|word| !word.is_empty()).unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a3_the_outcome_follows_the_status_or_its_absence() {
        use AttemptOutcome::{Completed, Failed, Moderated, Pending, Processing};
        let cases = [
            (None, true, false, 100.0, Moderated),
            (None, true, true, 0.0, Moderated),
            (None, false, true, 0.0, Completed),
            (None, false, false, 100.0, Processing),
            (None, false, false, 99.9, Processing),
            (None, false, false, 0.0, Pending),
            (Some("completed"), false, false, 0.0, Completed),
            (Some("COMPLETED"), false, true, 0.0, Completed),
            (Some("VIDEO_STATUS_COMPLETED"), false, true, 0.0, Completed),
            (Some("complete"), false, false, 0.0, Completed),
            (Some("completed"), true, false, 0.0, Moderated),
            (Some("failed"), false, false, 0.0, Failed),
            (Some("GENERATION_FAILED"), false, true, 0.0, Failed),
            (Some("failed"), true, false, 0.0, Moderated),
            (Some("Moderated"), false, true, 0.0, Moderated),
            (Some("processing"), false, false, 100.0, Processing),
            (Some("pending"), false, false, 40.0, Pending),
        ];
        for (status, is_moderated, has_video, progress, expected) in cases {
            let status = status.map(str::to_owned);
            let signs = Signs { status, is_moderated, has_video, progress };
            assert_eq!(signs.clone().outcome(), (expected, None), "{signs:?}");
        }
    }

    #[test]
    fn a3_beside_an_unknown_status_only_moderation_or_a_url_decides() {
        use AttemptOutcome::{Completed, Moderated, Processing};
        for (is_moderated, has_video, progress, expected) in [
            (false, false, 0.0, Processing),
            (false, false, 100.0, Processing),
            (true, false, 0.0, Moderated),
            (false, true, 0.0, Completed),
        ] {
            let signs = Signs { status: Some("expired".into()), is_moderated, has_video, progress };
            assert_eq!(signs.clone().outcome(), (expected, Some("expired".into())), "{signs:?}");
        }
    }
}
