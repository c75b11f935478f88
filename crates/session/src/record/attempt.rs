//! An attempt as it is known, and how its end was learned.

use std::collections::BTreeSet;

use retake_protocol::{
    AttemptId, AttemptOutcome, Certainty, DerivedKind, Layer, LayerSource, MediaId, Millis, Prompt,
    SessionId, Source,
};
use serde::{Deserialize, Serialize};

/// One attempt as it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptRecord {
    /// The image it was made from.
    pub media_id: MediaId,
    /// Its first id (spec A1); never changes.
    pub attempt_id: AttemptId,
    /// All ids it goes by, its own first.
    pub aliases: Vec<AttemptId>,
    /// How far it has come or how it ended.
    pub outcome: AttemptOutcome,
    /// Grok's status string where it is not a known one (spec A3).
    pub unknown_status: Option<String>,
    /// Grok's `prompt` or `videoPrompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `videoUrl` or `mediaUrl`.
    pub video_url: Option<String>,
    /// The same video in high definition: Grok's `hdMediaUrl` or `hdKey` (spec A9, N8).
    #[serde(default)]
    pub hd_url: Option<String>,
    /// The same with 1080 lines: Grok's `hd1080MediaUrl` or `hd1080Key` (spec A9, N8).
    #[serde(default)]
    pub hd_1080_url: Option<String>,
    /// Grok's `thumbnailUrl` or `thumbnailImageUrl`.
    pub thumbnail_url: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// Grok's `videoDuration`, in seconds.
    pub length_seconds: Option<f64>,
    /// Grok's `resolutionName`, such as `480p`.
    pub resolution: Option<String>,
    /// Grok's `mode`, such as `normal`.
    pub mode: Option<String>,
    /// The last progress seen before it became terminal, in percent (0–100).
    pub percent: Option<f64>,
    /// What it is where it is no attempt of the image's series, and counts nowhere (spec A9).
    #[serde(default)]
    pub derived: Option<Derived>,
    /// Once terminal: its layer (spec C5).
    pub layer: Option<Layer>,
    /// How the layer is known.
    pub layer_source: Option<LayerSource>,
    /// When Retake first saw it.
    pub first_seen_at: Millis,
    /// When Retake saw it become terminal.
    pub ended_at: Option<Millis>,
    /// The session that it is of: the one that was active on its image when it was first seen
    /// (spec C2), or that had ended before while it was under way (spec C13).
    pub seen_in: Option<SessionId>,
    /// The session that counted it, and as which one there, from 0 (spec C3).
    pub counted: Option<Counted>,
    /// When the page asked for it, which also tells the videos of one press (spec H4, H5); `None`: no
    /// request was seen.
    #[serde(default)]
    pub pressed_at: Option<Millis>,
    /// The sources that reported it (spec H1).
    #[serde(default)]
    pub told_by: BTreeSet<Source>,
    /// What its end was learned from (spec H2); `None`: it has not ended, or was kept before that was.
    #[serde(default)]
    pub decided: Option<Decision>,
    /// An end that waits for the store to tell one too (spec H2).
    #[serde(default)]
    pub announced: Option<Announcement>,
}

/// What an end was learned from (spec H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The source.
    pub by: Source,
    /// Told, or inferred from what it said.
    pub certainty: Certainty,
}

/// An end that does not count yet (spec H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Completed, moderated or failed.
    pub outcome: AttemptOutcome,
    /// What it was learned from.
    pub decision: Decision,
    /// When it was first told.
    pub at: Millis,
}

impl AttemptRecord {
    /// How long its names and texts are together, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        retake_grok::text_bytes(
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
}

impl Announcement {
    /// The same, told no later than `now`.
    pub(crate) fn until(self, now: Millis) -> Self {
        Self { at: self.at.min(now), ..self }
    }
}

/// What was made of a video (spec A9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derived {
    /// What was done to the video.
    pub kind: DerivedKind,
    /// The video; `None`: Grok did not say.
    pub from: Option<AttemptId>,
}

/// Where an attempt was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The session.
    pub session_id: SessionId,
    /// Its place in the counting order of that session, from 0.
    pub position: u32,
}
