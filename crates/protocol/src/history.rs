//! What the sidebar shows of everything that was: pages of images, and one image whole.

use serde::{Deserialize, Serialize};

use crate::log::LogLine;
use crate::view::{SessionView, Totals};
use crate::{
    ActionId, ActionKind, ActionState, AttemptId, AttemptOutcome, DerivedKind, ImageKind, Layer,
    LayerSource, MediaId, Millis, Pick, PostId, Preferences, Prompt, Refusal, SessionId,
    VideoQuality,
};

/// `history_page`: images with an attempt or a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Only images whose prompts or ids hold this text; blank: all.
    pub search: String,
    /// Which come first.
    #[serde(default)]
    pub order: HistoryOrder,
    /// Which are left out.
    #[serde(default)]
    pub filter: HistoryFilter,
    /// Where the page before this one ended.
    pub after: Option<HistoryCursor>,
    /// How many cards: 1–200.
    pub limit: u32,
}

/// Which images come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryOrder {
    /// The last active ones.
    #[default]
    Recent,
    /// Those with the most videos.
    MostVideos,
    /// Those with the best success rate.
    BestRate,
}

/// Which images are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryFilter {
    /// Only images that this is true of.
    pub outcome: Option<HistoryOutcome>,
    /// Only images that were active at this time or later.
    pub since: Option<Millis>,
    /// Only images whose last activity lies before this time.
    pub before: Option<Millis>,
}

/// What must be true of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryOutcome {
    /// It has a finished video.
    Completed,
    /// It has none yet.
    WithoutVideo,
    /// An attempt was moderated.
    Moderated,
    /// An attempt failed.
    Failed,
    /// A session runs for it.
    Running,
    /// Its last session can be resumed (spec C13, L4).
    Resumable,
}

/// A place in the list: the last card of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryCursor {
    /// What that card is ordered by: a time in ms, a number of videos, or a rate in millionths.
    pub rank: i64,
    /// That card's image.
    pub media_id: MediaId,
}

/// The answer to [`HistoryQuery`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// The cards, in the order that was asked for.
    pub cards: Vec<ImageCard>,
    /// Where to go on; `None`: this was the last page.
    pub next: Option<HistoryCursor>,
}

/// One image in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageCard {
    /// Its id.
    pub media_id: MediaId,
    /// Whether it is an image, or stands for a video without one.
    #[serde(default)]
    pub kind: ImageKind,
    /// Grok's `originalPrompt`, or its `prompt`.
    pub original_prompt: Option<Prompt>,
    /// Its attempts by outcome.
    pub totals: Totals,
    /// How many sessions it had.
    pub sessions: u32,
    /// Whether one is active.
    pub is_running: bool,
    /// Whether its last session can be resumed (spec C13, L4).
    #[serde(default)]
    pub can_resume: bool,
    /// When something of it was last stored.
    pub last_active_at: Millis,
}

/// `image_detail`: one image whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageDetail {
    /// Its card.
    pub card: ImageCard,
    /// Its width and height in pixels, where Grok said them.
    pub size: Option<(u32, u32)>,
    /// Grok's create time.
    pub create_time: Option<Millis>,
    /// When Retake first saw it.
    pub first_seen_at: Millis,
    /// Posts under which the page showed it, in order of first sight.
    pub posts: Vec<PostId>,
    /// What the user set for it.
    pub preferences: Preferences,
    /// Failures of all its attempts by layer (spec C5): at 0–24, 25–87, 88–100 %.
    pub layers: [u32; 3],
    /// Its sessions, newest first.
    pub sessions: Vec<SessionView>,
    /// Its attempts, newest first.
    pub attempts: Vec<AttemptView>,
    /// What its sessions decided on, newest first.
    pub actions: Vec<ActionView>,
    /// Log lines that belong to no session, newest first.
    pub log: Vec<LogLine>,
}

/// One attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptView {
    /// Grok's id of it.
    pub attempt_id: AttemptId,
    /// The session it was counted in.
    pub session_id: Option<SessionId>,
    /// How far it came or how it ended.
    pub outcome: AttemptOutcome,
    /// For a failure: how far it had come.
    pub layer: Option<Layer>,
    /// How that is known.
    pub layer_source: Option<LayerSource>,
    /// The last progress seen before it ended, in percent (0–100).
    pub percent: Option<f64>,
    /// What Grok says it was made with.
    pub prompt: Option<Prompt>,
    /// Grok's create time.
    pub create_time: Option<Millis>,
    /// The video's length, in seconds.
    pub length_seconds: Option<f64>,
    /// Grok's name of the video's resolution, such as `480p`.
    pub resolution: Option<String>,
    /// What it is where it was made of a video, and counts nowhere (spec A9).
    #[serde(default)]
    pub derived: Option<DerivedKind>,
    /// When Retake first saw it.
    pub first_seen_at: Millis,
    /// When Retake saw it end.
    pub ended_at: Option<Millis>,
    /// Whether its video is saved.
    #[serde(default)]
    pub video: VideoView,
    /// Whether the user picked or rejected its video (spec K3, L2).
    #[serde(default)]
    pub pick: Pick,
}

/// Whether an attempt's video is saved as a file of the user's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum VideoView {
    /// There is none to save.
    #[default]
    None,
    /// It can be saved.
    Offered,
    /// It was asked for, and is not there yet.
    Saving,
    /// It is saved.
    Saved {
        /// The file's name, without its folder.
        file: String,
        /// Which of Grok's files of the video it is (spec N8).
        quality: VideoQuality,
        /// The file's size.
        bytes: u64,
        /// When it was saved.
        saved_at: Millis,
    },
    /// It could not be saved.
    Failed {
        /// Why, and what to do, in plain words.
        reason: String,
    },
}

/// One decision to click, and its result (spec C8, C9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionView {
    /// Retake's number of it, in order of scheduling.
    pub action_id: ActionId,
    /// The session that decided on it.
    pub session_id: SessionId,
    /// Why it was scheduled.
    pub kind: ActionKind,
    /// How far it has come.
    pub state: ActionState,
    /// When it might be issued at the earliest.
    pub due_at: Millis,
    /// When it was handed to the page.
    pub issued_at: Option<Millis>,
    /// When the page answered.
    pub answered_at: Option<Millis>,
    /// Why the page did not click.
    pub refusal: Option<Refusal>,
}
