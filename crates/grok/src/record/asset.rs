//! One file: an asset record of autumn 2026, or a post of spring.

use retake_protocol::{Millis, PostId, Prompt};

use crate::attempt::Derivation;
use crate::browser_json::well_formed;
use crate::create_time::create_time;
use crate::fields::Fields;
use crate::image::is_video_file;
use crate::lenient_json::Field;
use crate::request::{VideoKind, VideoRequest};
use crate::stream::is_moderated;

/// What is known of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenAsset {
    /// Grok's `assetId`, of a post `id`.
    pub id: PostId,
    /// All ids it goes by, each once, the first of them [`SeenAsset::id`].
    pub aliases: Vec<PostId>,
    /// What it is.
    pub kind: AssetKind,
    /// What it was made of, each once: Grok's `inputAssets`, else `input_assets`, `image_references`
    /// or `image_reference` of `auxKeys`, else that of the turn that made it; of a post
    /// `parentPostId`, else `inputMediaItems`, else `originalPostId`.
    pub inputs: Vec<PostId>,
    /// What kind of request made it, where that is said and it is a video.
    pub made_as: Option<VideoKind>,
    /// What was done to the video that it was made of (spec A9).
    pub derivation: Option<Derivation>,
    /// Grok's `moderated`, also in `auxKeys`.
    pub is_moderated: bool,
    /// Grok's `key`: the path of the file.
    pub file: Option<String>,
    /// Of a post: Grok's `videoUrl` or `mediaUrl`.
    pub url: Option<String>,
    /// The path or address of the same video in high definition: Grok's `hdKey` or `hdMediaUrl`.
    pub hd_url: Option<String>,
    /// The same with 1080 lines: Grok's `hd1080Key` or `hd1080MediaUrl`.
    pub hd_1080_url: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// Grok's `duration` as it was asked for, or `videoDuration`; in seconds.
    pub length_s: Option<f64>,
    /// Grok's `resolutionName`, as it was asked for.
    pub resolution: Option<String>,
    /// Grok's `prompt`.
    pub prompt: Option<Prompt>,
    /// The conversation that it was made in: Grok's `sourceConversationId` or `conversationId`.
    pub conversation: Option<PostId>,
    /// The turn that made it: Grok's `responseId`.
    pub response: Option<PostId>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetKind {
    /// A picture.
    Image,
    /// A video.
    Video,
    /// It is not said.
    Unknown,
}

impl SeenAsset {
    /// Reads a record; `None`: it is none of a file.
    pub(super) fn of(record: Field<'_>, fields: &Fields<'_>) -> Option<Self> {
        let aliases = aliases(fields)?;
        let id = aliases.first()?.clone();
        let request = VideoRequest::of_made(record);
        let aux_keys = fields.get("auxKeys").fields().unwrap_or_default();
        let inputs = inputs(fields, &aux_keys, request.as_ref());
        let made_as = request.as_ref().map(|request| request.kind);
        let said = request.unwrap_or_default();
        let text = |names: &[&str]| fields.filled_text(names);
        let name = |names: &[&str]| fields.first(names, |field| PostId::new(field.id()?));
        Some(Self {
            kind: AssetKind::of(fields, made_as.is_some()),
            derivation: derivation(fields, &aux_keys, made_as),
            is_moderated: is_moderated(fields) || is_moderated(&aux_keys),
            file: text(&["key"]),
            url: text(&["videoUrl", "mediaUrl"]),
            hd_url: text(&["hdKey", "hdMediaUrl"]),
            hd_1080_url: text(&["hd1080Key", "hd1080MediaUrl"]),
            create_time: create_time(fields.get("createTime")),
            length_s: said.length_s.or_else(|| fields.get("videoDuration").number()),
            resolution: said.resolution.or_else(|| text(&["resolutionName"])),
            prompt: said.prompt.or_else(|| prompt(fields)),
            conversation: name(&["sourceConversationId", "conversationId"]),
            response: name(&["responseId"]),
            id,
            aliases,
            inputs,
            made_as,
        })
    }

    /// Takes what a second record of the same file says beyond this one.
    pub(super) fn absorb(&mut self, other: Self) {
        if self.kind == AssetKind::Unknown {
            self.kind = other.kind;
        }
        if self.inputs.is_empty() {
            self.inputs = other.inputs;
            self.made_as = self.made_as.or(other.made_as);
        }
        self.derivation = self.derivation.or(other.derivation);
        self.is_moderated |= other.is_moderated;
        self.file = self.file.take().or(other.file);
        self.url = self.url.take().or(other.url);
        self.hd_url = self.hd_url.take().or(other.hd_url);
        self.hd_1080_url = self.hd_1080_url.take().or(other.hd_1080_url);
        self.create_time = self.create_time.or(other.create_time);
        self.length_s = self.length_s.or(other.length_s);
        self.resolution = self.resolution.take().or(other.resolution);
        self.prompt = self.prompt.take().or(other.prompt);
        self.conversation = self.conversation.take().or(other.conversation);
        self.response = self.response.take().or(other.response);
    }
}

/// What a post is of sets it apart from other objects with an `id`.
fn aliases(fields: &Fields<'_>) -> Option<Vec<PostId>> {
    let id = |name: &&str| fields.get(name).id().and_then(PostId::new);
    let is_post = ["mediaType", "mimeType", "mediaUrl", "videoUrl"];
    let names: &[&str] = if id(&"assetId").is_some() {
        &["assetId"]
    } else if is_post.iter().any(|name| fields.get(name).filled_text().is_some()) {
        &["id", "videoId", "videoPostId", "itemId"]
    } else {
        return None;
    };
    let mut aliases: Vec<PostId> = Vec::new();
    for alias in names.iter().filter_map(id) {
        if !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    Some(aliases)
}

/// The surest that names any.
fn inputs(
    fields: &Fields<'_>,
    aux_keys: &Fields<'_>,
    request: Option<&VideoRequest>,
) -> Vec<PostId> {
    let of_items = || {
        let items = fields.get("inputMediaItems").list_or_one();
        items.into_iter().flat_map(|item| item.field_of("id").unwrap_or_default().ids()).collect()
    };
    let sources: [&dyn Fn() -> Vec<PostId>; 7] = [
        &|| request.map(|request| request.inputs.clone()).unwrap_or_default(),
        &|| ids_in_text(aux_keys.get("input_assets")),
        &|| ids_in_text(aux_keys.get("image_references")),
        &|| ids_in_text(aux_keys.get("image_reference")),
        &|| fields.get("parentPostId").ids(),
        &of_items,
        &|| fields.get("originalPostId").ids(),
    ];
    sources.iter().map(|ids| ids()).find(|ids| !ids.is_empty()).unwrap_or_default()
}

/// The ids of a list that stands as JSON in a text, or as itself.
fn ids_in_text(field: Field<'_>) -> Vec<PostId> {
    let text = field.text().filter(|text| text.trim_start().starts_with('['));
    text.map_or_else(|| field.ids(), |text| Field::of(&well_formed(&text)).ids())
}

fn derivation(
    fields: &Fields<'_>,
    aux_keys: &Fields<'_>,
    made_as: Option<VideoKind>,
) -> Option<Derivation> {
    let media = fields.get("mediaGenInput").fields().unwrap_or_default();
    let is_upscale = || media.iter().any(|(name, _)| name.to_ascii_lowercase().contains("upscale"));
    match made_as {
        Some(VideoKind::Extension) => Some(Derivation::Extension),
        Some(VideoKind::Edit) => Some(Derivation::Edit),
        _ if aux_keys.get("is_ext").is_true() => Some(Derivation::Extension),
        _ if is_upscale() => Some(Derivation::Upscale),
        _ => Derivation::of_reference(&fields.get("originalRefType").text()?),
    }
}

fn prompt(fields: &Fields<'_>) -> Option<Prompt> {
    let media = fields.get("mediaGenInput").fields().unwrap_or_default();
    let of_input = || media.iter().find_map(|(_, input)| input.field_of("prompt")?.filled_text());
    let text = fields.filled_text(&["prompt", "videoPrompt", "originalPrompt"]);
    text.or_else(of_input).map(Prompt::new)
}

impl AssetKind {
    /// By its type, else by the ending of its file, else by what made it.
    fn of(fields: &Fields<'_>, is_made_as_video: bool) -> Self {
        for name in ["mimeType", "mediaType"] {
            let kind = fields.get(name).text().unwrap_or_default().to_ascii_lowercase();
            if kind.contains("video") {
                return Self::Video;
            }
            if kind.contains("image") {
                return Self::Image;
            }
        }
        let file = fields.filled_text(&["key", "videoUrl", "mediaUrl"]).unwrap_or_default();
        let media = fields.get("mediaGenInput").fields().unwrap_or_default();
        if is_made_as_video || is_video_file(&file) {
            Self::Video
        } else if media.iter().any(|(name, _)| name.ends_with("ToImage")) {
            Self::Image
        } else {
            Self::Unknown
        }
    }
}
