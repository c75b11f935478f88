//! What an image's log says, as data: the core makes these, the database keeps them as JSON, and the
//! sidebar words them (`ui/src/words/log.rs`).

use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    ActionKind, AttemptId, AttemptOutcome, Layer, LayerSource, Millis, Refusal, SessionOutcome,
};

/// One line of a session's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// When it happened.
    pub at: Millis,
    /// What happened.
    pub event: LogEvent,
    /// The attempt it is about.
    pub attempt_id: Option<AttemptId>,
}

/// What happened to an image.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogEvent {
    /// A line of words: an older Retake or the browser extension wrote it.
    Text {
        /// As it stood there.
        text: String,
    },
    /// A session began (spec C1).
    Started(Bounds),
    /// A session began at the user's own press on the page (spec C22).
    StartedAtPress(Bounds),
    /// A session began for what an earlier one left (spec C13).
    Resumed(Bounds),
    /// The user changed a running session's bounds (spec C17).
    BoundsChanged(Bounds),
    /// The session began since its turn in the queue had come (spec M3).
    TurnCame,
    /// An action is due later, for the cooldown (spec C8).
    Waiting {
        /// What the action is.
        action: ActionKind,
        /// From this line on.
        wait_ms: Millis,
    },
    /// Auto-retry is off: nothing was scheduled (spec C15).
    AutoRetryOff,
    /// The page clicked (spec C9).
    Clicked {
        /// What the action was.
        action: ActionKind,
    },
    /// The page did not click; another action follows (spec C9).
    NotClicked {
        /// Its reason.
        refusal: Refusal,
    },
    /// The session waits for the user (spec C9).
    NeedsUser {
        /// For what.
        refusal: Refusal,
        /// Where length or resolution changed: how (spec U3).
        change: Option<SettingsChange>,
    },
    /// The last attempt had another length or resolution, which is corrected before the next click
    /// (spec U2).
    SettingsChanged(SettingsChange),
    /// The user said to go on.
    Continued,
    /// The user said that the picture in the page's request is this image under another id (spec C9).
    NameAccepted,
    /// A source tells an end, which waits for the store's (spec H2).
    Announced {
        /// Completed, moderated or failed.
        outcome: AttemptOutcome,
    },
    /// Nobody saw the end of an attempt: it is unknown, and counts as nothing (spec C10, H9).
    EndNotSeen,
    /// An attempt was counted in the session (spec C3).
    Counted {
        /// Completed, moderated or failed.
        outcome: AttemptOutcome,
        /// Who pressed for it.
        pressed_by: PressedBy,
        /// Of a failure: how far it had come; `None`: not known.
        percent: Option<u8>,
        /// Of a failure.
        layer: Option<Layer>,
        /// How its layer is known.
        layer_source: Option<LayerSource>,
        /// The session with it.
        score: Score,
    },
    /// An attempt that had ended has another outcome now (spec C7, H2).
    Corrected {
        /// What it is now.
        outcome: AttemptOutcome,
    },
    /// Grok's store says another outcome of an attempt than is known here, which stays (spec D4).
    Disagreed {
        /// What the store says.
        told: AttemptOutcome,
        /// What is known here.
        kept: AttemptOutcome,
    },
    /// Two attempts turned out to be one (spec A1).
    Joined {
        /// The other one, which is gone.
        other: AttemptId,
    },
    /// The session ended (spec C18).
    Ended(SessionSummary),
    /// What the browser extension had noted of an attempt's progress, as it stood there (spec E2).
    ExtensionProgress {
        /// Its entry.
        text: String,
    },
    /// The browser extension's own numbers of a session that was taken over (spec E4).
    TakenOver {
        /// Its `videosGenerated`.
        videos: u32,
        /// Its `retryCount`.
        retries: u32,
        /// Its `creditsUsed`.
        credits: u32,
        /// Its failures in layers 1 to 3.
        layer_failures: [u32; 3],
    },
}

/// A session's bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bounds {
    /// Wanted videos: 1–50.
    pub video_goal: u32,
    /// Accepted failures beyond the first try: 1–50.
    pub max_retries: u32,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Score {
    /// Finished videos.
    pub videos: u32,
    /// Retries used up: at most `bounds.max_retries` (spec C4).
    pub retries: u32,
    /// What it may come to.
    pub bounds: Bounds,
}

/// How a session ended (spec C18). Prompt, image and times stand in the rows beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SessionSummary {
    /// How it ended.
    pub outcome: SessionOutcome,
    /// What it came to.
    pub score: Score,
    /// Moderated and completed attempts (spec C4).
    pub credits: u32,
    /// Failures in layers 1 to 3.
    pub layer_failures: [u32; 3],
    /// From its start to its end.
    pub lasted_ms: Millis,
}

/// Another length or resolution than the session's first attempt had (spec U2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SettingsChange {
    /// In seconds, where it changed.
    pub length_s: Option<Change<u32>>,
    /// Grok's name of it, such as `480p`, where it changed.
    pub resolution: Option<Change<String>>,
}

/// What the first attempt had, and what the last one had instead.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Change<T> {
    /// The first.
    pub wanted: T,
    /// The last.
    pub made: T,
}

/// Who pressed for an attempt (spec C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PressedBy {
    /// The session.
    Retake,
    /// The user.
    User,
    /// No request was seen for it.
    Unknown,
}

impl LogEvent {
    /// A line of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// Reads an event, or the words that an export of an older Retake has in its place.
    ///
    /// # Errors
    ///
    /// Where it is neither.
    pub fn deserialize_or_text<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Event(LogEvent),
        }
        Ok(match Written::deserialize(value)? {
            Written::Text(text) => Self::Text { text },
            Written::Event(event) => event,
        })
    }
}
