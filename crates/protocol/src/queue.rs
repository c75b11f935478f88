//! The queue: images that are queued, each with what its session is to start with.

use retake_locale::Text;
use serde::{Deserialize, Serialize};

use crate::{MediaId, Millis, Prompt, QueueEntryId, SessionOutcome};

/// How many images may be in the queue (spec M1).
pub const MOST_ENTRIES: usize = 200;

/// What the user does with the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum QueueChange {
    /// Lines an image up, at the end.
    Add {
        /// The image; `None`: the one on the page.
        media_id: Option<MediaId>,
        /// Typed before each click; blank: nothing is typed.
        prompt: Prompt,
        /// 1–50; `None`: the preference.
        max_retries: Option<u32>,
        /// 1–50; `None`: the preference.
        video_goal: Option<u32>,
    },
    /// Takes an image out.
    Remove {
        /// Which.
        entry_id: QueueEntryId,
    },
    /// Has an image come one place sooner. Older recordings say `sooner`.
    #[serde(alias = "sooner")]
    MoveUp {
        /// Which.
        entry_id: QueueEntryId,
    },
    /// Changes what an image that waits is to start with; one that was begun before then starts over.
    Edit {
        /// Which.
        entry_id: QueueEntryId,
        /// Typed before each click; blank: nothing is typed.
        prompt: Prompt,
        /// 1–50.
        max_retries: u32,
        /// 1–50.
        video_goal: u32,
    },
    /// Has an image come right before another.
    MoveBefore {
        /// Which.
        entry_id: QueueEntryId,
        /// The other; `None`: it comes last.
        before: Option<QueueEntryId>,
    },
    /// Takes all of them out.
    Clear,
    /// Queues again, at the end, what is done and ended without its goal (spec M9).
    RetryFailed,
    /// Takes what is done off the list.
    ClearDone,
    /// Brings back what the last `ClearDone` of this run took off.
    RestoreDone,
    /// Has the queue stand still.
    Pause,
    /// Has it go on.
    GoOn,
}

impl QueueChange {
    /// The image that it adds, where it adds one by name.
    pub const fn added(&self) -> Option<&MediaId> {
        match self {
            Self::Add { media_id, .. } => media_id.as_ref(),
            _ => None,
        }
    }
}

/// Why the queue stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueuePause {
    /// The user said so.
    User,
    /// Grok's rate limit was seen.
    RateLimited,
    /// The user stopped a session.
    Stopped,
    /// A session ended without a sign of life.
    TimedOut,
    /// The app was started again.
    Restarted,
    /// The page did not show the next image.
    NotShown,
    /// The next image's session was refused.
    Refused,
}

/// Whether the queue runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", content = "why", rename_all = "snake_case")]
pub enum QueueState {
    /// It goes on by itself.
    #[default]
    Running,
    /// It waits for the user.
    Paused(QueuePause),
}

/// The queue as the sidebar shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueView {
    /// What is queued, the next one first.
    pub entries: Vec<QueueEntryView>,
    /// Whether it runs.
    pub state: QueueState,
    /// When the next one's turn comes, if nobody touches the page; `None`: a session runs, or the
    /// queue stands still.
    pub next_at: Option<Millis>,
    /// What is done, the newest first.
    #[serde(default)]
    pub done: Vec<DoneEntryView>,
    /// How many of them `RetryFailed` would queue again.
    #[serde(default)]
    pub failed: usize,
}

/// One image that the queue is done with (spec M9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneEntryView {
    /// Retake's number of it.
    pub entry_id: QueueEntryId,
    /// The image.
    pub media_id: MediaId,
    /// What to call it: the image's own prompt, where it is known.
    pub original_prompt: Option<Prompt>,
    /// Typed before each click.
    pub prompt: Prompt,
    /// How its last session ended.
    pub outcome: SessionOutcome,
    /// When that ended.
    pub at: Millis,
}

/// One image that is queued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueEntryView {
    /// Retake's number of it.
    pub entry_id: QueueEntryId,
    /// The image.
    pub media_id: MediaId,
    /// What to call it: the image's own prompt, where it is known.
    pub original_prompt: Option<Prompt>,
    /// Typed before each click.
    pub prompt: Prompt,
    /// 1–50.
    pub max_retries: u32,
    /// 1–50.
    pub video_goal: u32,
    /// Whether it was begun before and goes on from there.
    #[serde(default)]
    pub goes_on: bool,
}

/// A file of images to be queued, read and not yet queued (spec M10).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueFile {
    /// Rows that can be queued, in the order of the file.
    pub rows: Vec<QueueFileRow>,
    /// Rows that can't.
    pub refused: Vec<RefusedRow>,
}

/// A row that can be queued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueFileRow {
    /// The image.
    pub media_id: MediaId,
    /// What to call it: the image's own prompt, where it is known.
    pub original_prompt: Option<Prompt>,
    /// Typed before each click; blank: nothing is typed.
    pub prompt: Prompt,
    /// 1–50; `None`: the preference.
    pub max_retries: Option<u32>,
    /// 1–50; `None`: the preference.
    pub video_goal: Option<u32>,
}

impl From<&QueueFileRow> for QueueChange {
    fn from(row: &QueueFileRow) -> Self {
        Self::Add {
            media_id: Some(row.media_id.clone()),
            prompt: row.prompt.clone(),
            max_retries: row.max_retries,
            video_goal: row.video_goal,
        }
    }
}

/// A row that can't be queued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Why not.
    pub why: Text,
}
