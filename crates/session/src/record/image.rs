//! An image, and everything that is kept of one.

use retake_protocol::library::ImageMarks;
use retake_protocol::{ImageKind, MediaId, Millis, PostId, Preferences, Prompt};
use serde::{Deserialize, Serialize};

use super::{ActionRecord, AttemptRecord, LogRecord, SessionRecord};

/// What Grok's store says of an image (spec A6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageFacts {
    /// Grok's id of it; of what is no image, the id of its video.
    pub media_id: MediaId,
    /// Whether it is an image.
    #[serde(default)]
    pub kind: ImageKind,
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
    /// When Retake first saw it.
    pub first_seen_at: Millis,
}

impl ImageFacts {
    /// Those of an image that nothing is known of but its id.
    pub const fn unknown(media_id: MediaId, first_seen_at: Millis) -> Self {
        Self::of_kind(ImageKind::Image, media_id, first_seen_at)
    }

    /// How long its texts are together, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        let prompts = [&self.original_prompt, &self.prompt].into_iter().flatten();
        let prompts = prompts.map(|prompt| prompt.as_str().len()).sum::<usize>();
        prompts + self.image_url.as_ref().map_or(0, String::len)
    }

    /// The same of what need not be an image.
    pub const fn of_kind(kind: ImageKind, media_id: MediaId, first_seen_at: Millis) -> Self {
        Self {
            media_id,
            kind,
            original_prompt: None,
            prompt: None,
            image_url: None,
            width: None,
            height: None,
            create_time: None,
            first_seen_at,
        }
    }
}

/// Everything that is kept of one image: what an export holds of it (spec D6). The order of rows is
/// that of their first storing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageHistory {
    /// The image's facts.
    pub image: ImageFacts,
    /// What the user set; `None`: never anything.
    pub preferences: Option<Preferences>,
    /// Posts of it that the page showed.
    pub posts: Vec<PostId>,
    /// Its sessions.
    pub sessions: Vec<SessionRecord>,
    /// Its attempts.
    pub attempts: Vec<AttemptRecord>,
    /// Its sessions' actions.
    pub actions: Vec<ActionRecord>,
    /// Its log.
    pub log: Vec<LogRecord>,
    /// What the user thinks of it and of its videos (spec K3).
    #[serde(default, skip_serializing_if = "ImageMarks::is_empty")]
    pub marks: ImageMarks,
}

impl ImageHistory {
    /// That of an image that nothing but its facts is known of.
    pub fn empty(image: ImageFacts) -> Self {
        Self {
            image,
            preferences: None,
            posts: Vec::new(),
            sessions: Vec::new(),
            attempts: Vec::new(),
            actions: Vec::new(),
            log: Vec::new(),
            marks: ImageMarks::default(),
        }
    }
}
