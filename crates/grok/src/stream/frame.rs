//! One frame of a generation: Grok's `streamingVideoGenerationResponse`.

use retake_protocol::{AttemptId, Millis, PostId, Prompt};

use crate::create_time::create_time;
use crate::fields::Fields;
use crate::ids::{id_of_reference, uuid_of_path};
use crate::image::{is_video_file, pixels};
use crate::lenient_json::Field;

/// What a frame says of the video that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenFrame {
    /// Grok's `videoId`, `videoPostId` and `assetId`, each once and at least one; of a frame that has
    /// none of them, the id in its file's address.
    pub ids: Vec<AttemptId>,
    /// Grok's `progress`, in percent (0–100; what is more counts as 100).
    pub progress: Option<f64>,
    /// Grok's `moderated`. Below 100 % it may be taken back.
    pub is_moderated: bool,
    /// The address or the path of the finished video: Grok's `videoUrl`, `contentUrl`, `assetUrl` or
    /// `fileUri`, where that is a video's.
    pub video_url: Option<String>,
    /// Grok's `assetId`: the file that is being made. Alone it is no end.
    pub file: Option<PostId>,
    /// Grok's `thumbnailImageUrl`.
    pub thumbnail_url: Option<String>,
    /// What the video is made of: Grok's `parentPostId`, else the file in `imageReference`. Since
    /// autumn 2026 frames don't say.
    pub image: Option<PostId>,
    /// Grok's `sideBySideIndex`: which of the two videos of one press it is, from 0.
    pub side_by_side: Option<u32>,
    /// Grok's `resolutionName`: as the video is made, which may not be as it was asked for.
    pub resolution: Option<String>,
    /// Grok's `width` and `height`.
    pub size: Option<Pixels>,
    /// Grok's `videoPrompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `mode`.
    pub mode: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
}

/// A picture's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels, at least 1.
    pub width: u32,
    /// In pixels, at least 1.
    pub height: u32,
}

impl SeenFrame {
    /// A frame that says nothing but which video it is of.
    pub fn named(id: AttemptId) -> Self {
        Self {
            ids: vec![id],
            progress: None,
            is_moderated: false,
            video_url: None,
            file: None,
            thumbnail_url: None,
            image: None,
            side_by_side: None,
            resolution: None,
            size: None,
            prompt: None,
            mode: None,
            create_time: None,
        }
    }

    /// Reads a frame. One that names no video has no ids; of one that says nothing at all, `None`.
    pub(super) fn of(fields: &Fields<'_>) -> Option<Self> {
        let image = fields.get("parentPostId").id().and_then(PostId::new);
        let image = image.or_else(|| id_of_reference(&fields.get("imageReference").text()?));
        let video_url =
            fields.first(&["videoUrl", "contentUrl", "assetUrl", "fileUri"], video_address);
        let ids = ids(fields, image.as_ref(), video_url.as_deref());
        let progress = fields.get("progress").number().filter(|percent| *percent >= 0.0);
        let frame = Self {
            progress: progress.map(|percent| percent.min(100.0)),
            is_moderated: is_moderated(fields),
            video_url,
            file: fields.get("assetId").id().and_then(PostId::new),
            thumbnail_url: fields.filled_text(&["thumbnailImageUrl", "thumbnailUrl"]),
            image,
            side_by_side: fields.get("sideBySideIndex").whole().and_then(|n| u32::try_from(n).ok()),
            resolution: fields.filled_text(&["resolutionName"]),
            size: size(fields),
            prompt: fields.filled_text(&["videoPrompt", "prompt"]).map(Prompt::new),
            mode: fields.filled_text(&["mode"]),
            create_time: create_time(fields.get("createTime")),
            ids,
        };
        let says_something =
            !frame.ids.is_empty() || frame.progress.is_some() || frame.is_moderated;
        says_something.then_some(frame)
    }
}

/// Whether a frame, a record or an entry says that it was moderated, in any of the forms.
pub(crate) fn is_moderated(fields: &Fields<'_>) -> bool {
    let moderated = fields.get("moderated");
    moderated.is_true()
        || fields.get("isModerated").is_true()
        || moderated.field_of("isModerated").is_some_and(Field::is_true)
}

/// The id of the image is none of the video's (spec A1).
fn ids(fields: &Fields<'_>, image: Option<&PostId>, url: Option<&str>) -> Vec<AttemptId> {
    let named = ["videoId", "videoPostId", "assetId"];
    let mut ids: Vec<AttemptId> = Vec::new();
    for id in named.iter().filter_map(|name| AttemptId::new(fields.get(name).id()?)) {
        if !ids.contains(&id) && image != Some(&id.as_post()) {
            ids.push(id);
        }
    }
    if ids.is_empty() {
        ids.extend(url.and_then(uuid_of_path).map(|id| id.as_attempt()));
    }
    ids
}

/// A finished video's: a picture or a part of it may stand in the same field.
fn video_address(field: Field<'_>) -> Option<String> {
    let address = field.filled_text()?;
    let is_content = address.split(['?', '#']).next()?.contains("/content");
    (is_content || is_video_file(&address)).then_some(address)
}

fn size(fields: &Fields<'_>) -> Option<Pixels> {
    let resolution = fields.get("resolution").fields().unwrap_or_default();
    let of = |name: &str| pixels(fields.get(name)).or_else(|| pixels(resolution.get(name)));
    Some(Pixels { width: of("width")?, height: of("height")? })
}
