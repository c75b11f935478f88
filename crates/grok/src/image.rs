//! One entry of `imageByMediaId`, `favoritesById` or `byId` (spec A6): an image, or a video that Grok
//! keeps among them.

use retake_protocol::{MediaId, Millis, PostId, Prompt};

use crate::create_time::create_time;
use crate::ids::id_of_reference;
use crate::lenient_json::{Field, FromObject};

/// What is known of an image.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenImage {
    /// Its id.
    pub media_id: MediaId,
    /// Grok's `originalPrompt`.
    pub original_prompt: Option<Prompt>,
    /// Grok's `prompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `mediaUrl`.
    pub image_url: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
}

/// The endings of a video's file.
const VIDEO_ENDINGS: [&str; 4] = [".mp4", ".webm", ".mov", ".m4v"];

/// The fields of one entry as they stood.
#[derive(Default)]
pub(crate) struct ImageFields<'de> {
    id: Field<'de>,
    original_prompt: Field<'de>,
    prompt: Field<'de>,
    media_url: Field<'de>,
    width: Field<'de>,
    height: Field<'de>,
    resolution: Field<'de>,
    create_time: Field<'de>,
    media_type: Field<'de>,
    mime_type: Field<'de>,
    video_duration: Field<'de>,
    conversation_id: Field<'de>,
    parent_post_id: Field<'de>,
    original_post_id: Field<'de>,
    input_media_items: Field<'de>,
}

impl<'de> FromObject<'de> for ImageFields<'de> {
    fn field(&mut self, name: &str) -> Option<&mut Field<'de>> {
        Some(match name {
            "id" => &mut self.id,
            "originalPrompt" => &mut self.original_prompt,
            "prompt" => &mut self.prompt,
            "mediaUrl" => &mut self.media_url,
            "width" => &mut self.width,
            "height" => &mut self.height,
            "resolution" => &mut self.resolution,
            "createTime" => &mut self.create_time,
            "mediaType" => &mut self.media_type,
            "mimeType" => &mut self.mime_type,
            "videoDuration" => &mut self.video_duration,
            "conversationId" => &mut self.conversation_id,
            "parentPostId" => &mut self.parent_post_id,
            "originalPostId" => &mut self.original_post_id,
            "inputMediaItems" => &mut self.input_media_items,
            _ => return None,
        })
    }

    fn is_entry(&self) -> bool {
        [self.id, self.media_url, self.prompt, self.create_time].into_iter().any(Field::is_scalar)
    }
}

impl ImageFields<'_> {
    /// Whether the entry is a video, by its type, its duration or its file's ending (spec B1).
    pub(crate) fn is_video(&self) -> bool {
        let says_video = |field: Field<'_>| {
            field.text().is_some_and(|text| text.to_ascii_lowercase().contains("video"))
        };
        says_video(self.media_type)
            || says_video(self.mime_type)
            || self.video_duration.number().is_some_and(|seconds| seconds > 0.0)
            || self.media_url.text().is_some_and(|url| is_video_file(&url))
    }

    /// The entry's own id, which need not be the key that it stands under.
    pub(crate) fn id(&self) -> Option<MediaId> {
        MediaId::new(self.id.id()?)
    }

    /// The conversation that it was made in: no id of an image (spec B1).
    pub(crate) fn conversation(&self) -> Option<PostId> {
        PostId::new(self.conversation_id.id()?)
    }

    /// Of a video: what it was made from, the surest first.
    pub(crate) fn made_from(&self) -> Vec<PostId> {
        let input = self.input_media_items.first().and_then(|input| input.field_of("id"));
        let named = [self.parent_post_id, input.unwrap_or_default(), self.original_post_id];
        let ids = named.into_iter().filter_map(Field::id);
        ids.filter_map(|text| id_of_reference(&text)).collect()
    }

    pub(crate) fn into_image(self, media_id: MediaId) -> SeenImage {
        let of_resolution = |name| self.resolution.field_of(name).unwrap_or_default();
        SeenImage {
            media_id,
            original_prompt: self.original_prompt.filled_text().map(Prompt::new),
            prompt: self.prompt.filled_text().map(Prompt::new),
            image_url: self.media_url.filled_text(),
            width: pixels(self.width).or_else(|| pixels(of_resolution("width"))),
            height: pixels(self.height).or_else(|| pixels(of_resolution("height"))),
            create_time: create_time(self.create_time),
        }
    }
}

/// Whether an address or a path is that of a video's file, by its ending.
pub(crate) fn is_video_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    VIDEO_ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// A width or a height, at least 1 and at most a million.
pub(crate) fn pixels(field: Field<'_>) -> Option<u32> {
    let number = field.number().filter(|number| (1.0..=1e6).contains(number))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked")]
    Some(number as u32)
}
