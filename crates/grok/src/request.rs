//! What a request for a video asks for (spec H4), in the form of 2026's autumn and in those of before.
//! Turns of a conversation and records of a file carry the same inputs and are read by it too. Whose
//! press a request is, and what its inputs turn out to be, is for others to say.

use retake_protocol::{PostId, Prompt};
use serde::{Deserialize, Deserializer, Serialize};

use crate::browser_json::well_formed;
use crate::fields::Fields;
use crate::ids::{id_of_reference, uuid_of_path};
use crate::lenient_json::Field;

/// One request for a video. What can't be read of it is absent. Its serialised form is the `request`
/// line of a recording (spec F3).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VideoRequest {
    /// What kind of video is asked for.
    pub kind: VideoKind,
    /// What the video is to be made of, in order and each once: images, or the video that is to be
    /// changed. Grok's `inputAssets`, `firstFrameAsset` and `lastFrameAsset`, `parentPostId` or
    /// `extendPostId`; else the file in `message`.
    #[serde(deserialize_with = "usable_ids")]
    pub inputs: Vec<PostId>,
    /// Grok's `prompt`, else `message` without its address and mode; `None`: there is none.
    pub prompt: Option<Prompt>,
    /// Grok's `duration` or `videoLength`, in seconds; above 0.
    pub length_s: Option<f64>,
    /// Grok's `resolutionName`, such as `480p`.
    pub resolution: Option<String>,
    /// Grok's `aspectRatio`, such as `3:2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aspect: Option<String>,
    /// Grok's `mode`, such as `custom`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Grok's `conversationId`, where the request itself names it; never an image (spec B1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<PostId>,
}

/// What a video is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VideoKind {
    /// An image.
    ImageToVideo,
    /// Text alone.
    TextToVideo,
    /// A video that is made longer.
    Extension,
    /// A video that is changed.
    Edit,
    /// Something else, such as a loop, or it is not known.
    #[default]
    #[serde(other)]
    Other,
}

/// How deep a request is searched for the settings of its video.
const MOST_LEVELS: usize = 8;

/// How many inputs are read; Grok takes a handful.
const MOST_INPUTS: usize = 64;

/// The model of videos, in Grok's `modelName`.
const VIDEO_MODEL: &str = "imagine-video-gen";

impl VideoRequest {
    /// Reads the body of a request. `None`, no JSON, or a request for something else than a video: all
    /// is absent, and the kind is [`VideoKind::Other`].
    pub fn read(body: Option<&str>) -> Self {
        let json = well_formed(body.unwrap_or_default());
        Self::of(Field::of(&json)).unwrap_or_default()
    }

    /// Reads an object that asks for a video; `None`: it does not.
    pub(crate) fn of(request: Field<'_>) -> Option<Self> {
        let fields = request.fields()?;
        let message = Message::of(fields.get("message"));
        let attached = fields.get("fileAttachments").ids();
        Self::of_object(request, &fields, Beside { message, attached })
    }

    /// Reads an object that carries what asked for the video that it made; `None`: it does not. Its
    /// message is Grok's, and its attachments are what was made.
    pub(crate) fn of_made(made: Field<'_>) -> Option<Self> {
        Self::of_object(made, &made.fields()?, Beside::default())
    }

    fn of_object(object: Field<'_>, fields: &Fields<'_>, beside: Beside) -> Option<Self> {
        let mut read = match Asked::of(object, fields)? {
            Asked::Input(kind, input) => Self { kind, ..Self::of_input(&input) },
            Asked::Settings(settings) => Self::of_settings(&settings, &beside),
            Asked::Name => Self { inputs: beside.inputs(), ..Self::default() },
        };
        read.prompt = read.prompt.or(beside.message.prompt);
        read.mode = read.mode.or(beside.message.mode);
        read.conversation = fields.get("conversationId").id().and_then(PostId::new);
        Some(read)
    }

    /// As since 2026: what stands under the kind of the video in `mediaGenInput`. Inputs are named by
    /// what they are for, as `inputAssets` and `firstFrameAsset`.
    fn of_input(input: &Fields<'_>) -> Self {
        let assets = input.iter().filter(|(name, _)| {
            name.ends_with("Asset") || name.ends_with("Assets") || *name == "imageReferences"
        });
        Self { inputs: once(assets.flat_map(|(_, field)| field.ids())), ..Self::of_common(input) }
    }

    /// As before: `videoGenModelConfig`.
    fn of_settings(settings: &Fields<'_>, beside: &Beside) -> Self {
        let is_extension = settings.get("isVideoExtension").is_true();
        let reference =
            |name: &str| settings.get(name).id().and_then(|text| id_of_reference(&text));
        let extended = reference("extendPostId").filter(|_| is_extension);
        let first = extended.or_else(|| reference("parentPostId"));
        let others = settings.get("imageReferences").ids().into_iter().filter(|_| !is_extension);
        let mut inputs = once(first.into_iter().chain(others));
        if inputs.is_empty() {
            inputs = beside.inputs();
        }
        let kind = if is_extension {
            VideoKind::Extension
        } else if settings.get("isVideoEdit").is_true() {
            VideoKind::Edit
        } else if inputs.is_empty() {
            VideoKind::TextToVideo
        } else {
            VideoKind::ImageToVideo
        };
        Self { kind, inputs, ..Self::of_common(settings) }
    }

    fn of_common(fields: &Fields<'_>) -> Self {
        let length_s = fields.first(&["duration", "videoLength"], Field::number);
        Self {
            prompt: fields.filled_text(&["prompt"]).and_then(filled_prompt),
            length_s: length_s.filter(|seconds| *seconds > 0.0),
            resolution: fields.filled_text(&["resolutionName"]),
            aspect: fields.filled_text(&["aspectRatio"]),
            mode: fields.filled_text(&["mode"]),
            ..Self::default()
        }
    }
}

/// What makes an object a request for a video.
enum Asked<'de> {
    /// It names the kind, and what the video is to be made of.
    Input(VideoKind, Fields<'de>),
    /// It has settings of the video model.
    Settings(Fields<'de>),
    /// It names the tool or the model.
    Name,
}

impl<'de> Asked<'de> {
    fn of(request: Field<'de>, fields: &Fields<'de>) -> Option<Self> {
        let media = fields.get("mediaGenInput").fields().unwrap_or_default();
        let by_input = media.iter().find_map(|(name, input)| {
            Some(Self::Input(VideoKind::of_input_name(name)?, input.fields()?))
        });
        let by_settings = || {
            let settings = request.find("videoGenModelConfig", MOST_LEVELS)?;
            settings.fields().map(Self::Settings)
        };
        let by_name = || {
            let has_tool = fields.get("toolOverrides").field_of("videoGen");
            let is_named = has_tool.is_some_and(Field::is_true)
                || fields.get("modelName").text().as_deref() == Some(VIDEO_MODEL);
            is_named.then_some(Self::Name)
        };
        by_input.or_else(by_settings).or_else(by_name)
    }
}

impl VideoKind {
    /// From a name in `mediaGenInput`; `None`: it asks for no video.
    fn of_input_name(name: &str) -> Option<Self> {
        Some(match name {
            "imageToVideo" => Self::ImageToVideo,
            "textToVideo" => Self::TextToVideo,
            "videoExtension" => Self::Extension,
            "videoEdit" => Self::Edit,
            _ if name.ends_with("ToVideo") => Self::Other,
            _ => return None,
        })
    }
}

/// What a request says beside its settings.
#[derive(Default)]
struct Beside {
    message: Message,
    attached: Vec<PostId>,
}

impl Beside {
    /// The image whose address the message begins with, else what is attached.
    fn inputs(&self) -> Vec<PostId> {
        self.message.file.clone().map_or_else(|| self.attached.clone(), |file| vec![file])
    }
}

/// `message`: the prompt, before 2026 behind the address of the image, with the mode at its end.
#[derive(Default)]
struct Message {
    file: Option<PostId>,
    prompt: Option<Prompt>,
    mode: Option<String>,
}

impl Message {
    fn of(field: Field<'_>) -> Self {
        let Some(text) = field.text() else { return Self::default() };
        let (address, text) = split_address(text.trim());
        let (text, mode) = split_mode(text);
        Self {
            file: address.and_then(uuid_of_path),
            prompt: filled_prompt(text.to_owned()),
            mode: mode.map(str::to_owned),
        }
    }
}

/// The address that a text begins with, and the rest.
fn split_address(text: &str) -> (Option<&str>, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let is_address = first.starts_with("https://") || first.starts_with("http://");
    if is_address { (Some(first), rest.trim()) } else { (None, text) }
}

/// A text without its last word, where that is `--mode=…`, and the mode.
fn split_mode(text: &str) -> (&str, Option<&str>) {
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let last = text.get(start..).and_then(|word| word.strip_prefix("--mode="));
    match (last, text.get(..start)) {
        (Some(mode), Some(before)) => (before.trim_end(), (!mode.is_empty()).then_some(mode)),
        _ => (text, None),
    }
}

fn once(ids: impl Iterator<Item = PostId>) -> Vec<PostId> {
    let mut inputs = Vec::new();
    for id in ids {
        if !inputs.contains(&id) && inputs.len() < MOST_INPUTS {
            inputs.push(id);
        }
    }
    inputs
}

fn filled_prompt(text: String) -> Option<Prompt> {
    let prompt = Prompt::new(text);
    (!prompt.is_blank()).then_some(prompt)
}

/// A blank or overlong id in a recording is none.
fn usable_ids<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PostId>, D::Error> {
    let ids = Vec::<String>::deserialize(deserializer)?;
    Ok(ids.into_iter().filter_map(PostId::new).collect())
}
