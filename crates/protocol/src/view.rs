//! What the session machine knows and the sidebar shows: the whole of it in each update, since it is
//! small and a lost update then costs nothing. What the app around the machine knows is in `shell`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::log::LogLine;
use crate::queue::QueueView;
use crate::shell::ShellView;
use crate::{
    ActionKind, AttemptId, AttemptOutcome, DiagnosticKind, MediaId, Millis, PostId, Preferences,
    Prompt, Refusal, SessionId, SessionOutcome, Source,
};

/// One message on the sidebar's channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Update {
    /// The state of page and session, whole.
    Panel(Box<PanelView>),
    /// What the app around the session machine knows, whole.
    Shell(Box<ShellView>),
    /// Something of this image was stored: a history view that shows it asks again.
    HistoryChanged {
        /// The image.
        media_id: MediaId,
    },
    /// The history is another one: a part was deleted, or one was imported or restored.
    HistoryReplaced,
    /// The user marked images or videos, perhaps in the other window: their marks are asked for again (spec K3).
    MarksChanged,
    /// Settings were changed, perhaps the language (spec L7).
    SettingsChanged,
    /// A session has ended, or needs the user (spec W2): a sound may tell so (spec L8).
    Attention,
}

/// Everything that the session machine knows and the sidebar shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PanelView {
    /// The engine's clock when this was made: countdowns count from here.
    pub now: Millis,
    /// What the page shows.
    pub page: PageView,
    /// The image on the page, once it is known.
    pub image: Option<ImageView>,
    /// That image's active session, else its last one.
    pub session: Option<SessionView>,
    /// Active sessions of images that are not on the page (spec C16).
    pub elsewhere: Vec<SessionView>,
    /// Sessions that the app's last end cut off and that can be resumed, newest first (spec L4).
    #[serde(default)]
    pub interrupted: Vec<SessionView>,
    /// The limit of Grok's that was met last, until something is pressed again (spec C11).
    #[serde(default)]
    pub limit: Option<LimitView>,
    /// How many videos are left, where Grok told the page (spec H10).
    #[serde(default)]
    pub quota: Option<QuotaView>,
    /// The last generations of the image on the page, newest first: which sources reported each (spec H11).
    #[serde(default)]
    pub generations: Vec<GenerationView>,
    /// What is queued.
    #[serde(default)]
    pub queue: QueueView,
    /// The latest problems, newest first, at most 50.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which sources reported a generation (spec H11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GenerationView {
    /// The attempt; `None`: nothing named it.
    pub attempt_id: Option<AttemptId>,
    /// When it was first reported, or asked for.
    pub at: Millis,
    /// The sources that reported it.
    pub told_by: BTreeSet<Source>,
    /// The source that its end was learned from; `None`: it has not ended.
    pub decided_by: Option<Source>,
    /// How that stands.
    pub state: GenerationState,
}

/// What is to be said of the sources of a generation (spec H11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GenerationState {
    /// The store reported it.
    AllWell,
    /// The store is silent: the other sources decide.
    StoreSilent,
    /// A request was seen, and nothing that can be read of its answer.
    AnswerUnreadable,
    /// The page was clicked, and nothing was seen at all.
    NothingSeen,
    /// It is under way.
    UnderWay,
    /// Nobody saw its end (spec H9).
    EndNotSeen,
    /// Nothing tells which image it is of: it is kept, and counts nowhere (spec A8).
    ImageUnknown,
}

/// A limit of Grok's (spec C11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitView {
    /// When it was met.
    pub since: Millis,
    /// When it ends; `None`: Grok did not say.
    pub ends: Option<LimitEnd>,
}

/// When a limit ends, as Grok said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LimitEnd {
    /// The next time that the user's clock shows this.
    AtTime {
        /// 0–23.
        hour: u8,
        /// 0–59.
        minute: u8,
    },
    /// A moment.
    At {
        /// Milliseconds since the Unix epoch.
        at: Millis,
    },
}

/// How many videos are left, as Grok told the page (spec H10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaView {
    /// `None`: plenty, or it was not said.
    pub remaining: Option<u32>,
    /// Whether any may be made now.
    pub is_available: Option<bool>,
    /// When more come.
    pub next_available_at: Option<Millis>,
}

/// What the page shows, as far as the session panel cares (spec B2).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum PageView {
    /// No post is open.
    #[default]
    NoPost,
    /// A post is open whose image is not known yet: inputs are disabled, start says `Loading…`.
    Loading {
        /// The post in the url.
        post_id: PostId,
    },
    /// The store was read and nothing matched for 10 s.
    NoImage {
        /// The post in the url.
        post_id: PostId,
        /// Why not.
        #[serde(default)]
        why: NoImageReason,
        /// The images that it was made of, where it is a video of several (spec B4).
        #[serde(default)]
        sources: Vec<MediaId>,
    },
    /// The image of the post is known.
    Image {
        /// The post in the url.
        post_id: PostId,
    },
}

/// Why a post has no image (spec B2, B4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoImageReason {
    /// Nothing reports it.
    #[default]
    NotTold,
    /// It is a video that was made of several files, none of which is the original.
    SeveralSources,
    /// It is a video from text alone.
    TextVideo,
}

/// The image on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageView {
    /// Its id.
    pub media_id: MediaId,
    /// Grok's `originalPrompt`, or its `prompt`.
    pub original_prompt: Option<Prompt>,
    /// What the user set for it.
    pub preferences: Preferences,
    /// Its attempts so far.
    pub totals: Totals,
}

/// How many attempts there are, by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// All of them, finished or not.
    pub attempts: u32,
    /// Finished videos.
    pub completed: u32,
    /// Moderated by Grok.
    pub moderated: u32,
    /// Failed for a technical reason.
    pub failed: u32,
}

/// One session, as the panel and the history show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionView {
    /// Retake's number of it.
    pub session_id: SessionId,
    /// The image it is for.
    pub media_id: MediaId,
    /// The image's original prompt: what to call it where its picture is not shown.
    pub original_prompt: Option<Prompt>,
    /// What is typed before each click.
    pub prompt: Prompt,
    /// Accepted failures beyond the first try: 1–50.
    pub max_retries: u32,
    /// Wanted videos: 1–50.
    pub video_goal: u32,
    /// Moderated and failed attempts counted.
    pub failures: u32,
    /// `failures`, but at most max retries (spec C4).
    pub retry_count: u32,
    /// Finished videos counted.
    pub videos_generated: u32,
    /// Moderated and completed attempts counted.
    pub credits_used: u32,
    /// Failures at 0–24 %.
    pub layer1_failures: u32,
    /// Failures at 25–87 %.
    pub layer2_failures: u32,
    /// Failures at 88–100 %.
    pub layer3_failures: u32,
    /// The last post of the image that the page showed.
    pub current_post_id: Option<PostId>,
    /// `pending` while it runs.
    pub outcome: SessionOutcome,
    /// Whether a new session can go on from it (spec C13).
    #[serde(default)]
    pub can_resume: bool,
    /// When it started.
    pub started_at: Millis,
    /// When it ended.
    pub ended_at: Option<Millis>,
    /// What it is doing now; `Ended` once it has.
    pub activity: Activity,
    /// Its log, oldest first; in the panel the last 50 lines.
    pub log: Vec<LogLine>,
}

/// What an active session is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Activity {
    /// An action is scheduled and due.
    Countdown {
        /// What the action is.
        kind: ActionKind,
        /// Why the one before it was refused; `None`: none was.
        #[serde(default)]
        refused: Option<Refusal>,
        /// When it will be issued, if the page still shows the image.
        due_at: Millis,
    },
    /// An action was handed to the page, which has not answered yet.
    Clicking,
    /// A generation is under way.
    Generating {
        /// Percent, 0–100, where any was seen.
        percent: Option<f64>,
    },
    /// The page was loaded again while a generation was under way: nothing has been heard of it since.
    Reloaded,
    /// The generation's stream ended the attempt; Grok's store is yet to confirm it.
    Confirming {
        /// Completed, moderated or failed.
        outcome: AttemptOutcome,
    },
    /// The page shows another image, or none; it goes on when its image is back (spec C16).
    Elsewhere,
    /// Auto-retry is off: attempts are counted, nothing is clicked (spec C15).
    Paused,
    /// The page refused several times in a row; the user must do something (spec C9).
    NeedsUser {
        /// The last refusal.
        refusal: Refusal,
        /// What Grok said when it refused, where it did (spec H6).
        grok_says: Option<String>,
    },
    /// Nothing is scheduled or under way.
    Quiet,
    /// It has ended; see `outcome`.
    Ended,
}

/// One thing that was not as expected. It never ends a session by itself (spec A5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// When it was last seen.
    pub at: Millis,
    /// How often it was seen.
    pub count: u32,
    /// What was not as expected.
    pub kind: DiagnosticKind,
    /// What was seen, in plain words. No prompt.
    pub message: String,
}
