//! What the page script tells the backend, and what it is asked to do.
//!
//! The page is not trusted: every text here is checked for size and shape by the shell before
//! the engine sees it. The page script's types of these shapes, `injected/wire.d.ts`, are made from
//! them by a test.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ActionId, AttemptId, MediaId, Millis, PostId, Prompt, Refusal};

/// The longest snapshot text taken, in bytes. sessionStorage holds 5 million UTF-16 units at most.
pub const MAX_SNAPSHOT_BYTES: usize = 16 * 1024 * 1024;

/// The text of the page's store, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FullSnapshot {
    /// Counts the texts and splices of one page load, from 1.
    pub sequence: u64,
    /// The text; `None` where the key is absent.
    pub text: Option<String>,
    /// Where it was read.
    #[serde(default)]
    pub from: SnapshotSource,
}

impl FullSnapshot {
    /// What sessionStorage holds.
    pub fn of_session(sequence: u64, text: Option<String>) -> Self {
        Self { sequence, text, from: SnapshotSource::Session }
    }
}

/// Where the page keeps a store (spec H1, H7: one source, whichever it is).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SnapshotSource {
    /// `sessionStorage['useMediaStore']`.
    #[default]
    Session,
    /// The store object in the page's memory.
    Memory,
}

/// The change from one text to the next: what lies between a kept head and a kept tail is
/// replaced. All counts are in UTF-16 code units, as JavaScript counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Splice {
    /// One more than that of the text it builds on.
    pub sequence: u64,
    /// How much of the old text's start is kept.
    pub kept_head: usize,
    /// How much of the old text's end is kept.
    pub kept_tail: usize,
    /// What stands between them now.
    pub middle: String,
    /// How long the new text is: a splice that yields another length is refused.
    pub length: usize,
}

/// What the backend answers to a text or a splice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SnapshotReply {
    /// It fits; go on with splices.
    Accepted,
    /// A gap or a mismatch: send the whole text next.
    SendFullSnapshot,
}

/// What an action came to, as the page script reports it: `clicked`, or a [`Refusal`]'s text (spec F2).
/// A reason that this version does not know is still a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "\"clicked\" | Refusal"))]
#[serde(from = "String", into = "String")]
pub enum ActionResult {
    /// The generate control was clicked.
    Clicked,
    /// Nothing was clicked.
    Refused(Refusal),
}

const CLICKED: &str = "clicked";

impl From<String> for ActionResult {
    fn from(text: String) -> Self {
        match text.as_str() {
            CLICKED => Self::Clicked,
            reason => Self::Refused(Refusal::from_text(reason).unwrap_or(Refusal::Other)),
        }
    }
}

impl From<ActionResult> for String {
    fn from(result: ActionResult) -> Self {
        match result {
            ActionResult::Clicked => CLICKED,
            ActionResult::Refused(refusal) => refusal.as_str(),
        }
        .to_owned()
    }
}

/// How a press of the user's was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum PressSign {
    /// The user pressed the control itself, or Enter in the prompt box.
    #[default]
    Control,
    /// The user clicked somewhere, and the page asked for a video at once.
    Request,
}

/// One thing that the page script saw. What it means is decided by the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Signal {
    /// The script has started in a freshly loaded page.
    PageLoad,
    /// The page's address; the engine reads the post id from it.
    Route {
        /// As in `location.pathname`: no query, no hash.
        path: String,
        /// The query's `conversation` or `conversationId`; it is never an image's id (spec B1).
        #[serde(default)]
        conversation: Option<String>,
    },
    /// The page's main picture, an `img` outside buttons, holds the post id of the address in its own
    /// (spec B1).
    MainPicture {
        /// The post.
        post_id: PostId,
    },
    /// The page's progress display.
    Progress {
        /// Percent, 0–100.
        percent: f64,
        /// The attempt it belongs to, where the page says so.
        attempt_id: Option<AttemptId>,
    },
    /// A rate limit was seen (spec C11). Said by recordings of before; the page script sends notices
    /// and answers.
    RateLimited,
    /// A notice reported a moderation; it does not say of which attempt.
    ModerationSeen,
    /// A text of the page that tells the user something: a toast, an alert, a status (spec C11).
    Notice {
        /// What can be seen of it, at most [`MAX_NOTICE_BYTES`].
        text: String,
        /// Whether the user can see it.
        visible: bool,
    },
    /// Somebody touched the page: a key, a pointer, a wheel.
    UserActive,
    /// The user pressed the generate control.
    UserPress {
        /// How that was seen.
        #[serde(default)]
        by: PressSign,
    },
    /// Grok refused a generation until the user does something. Said by recordings of before.
    AccessRefused {
        /// Why.
        reason: Refusal,
    },
    /// The page asks Grok for a video (spec H4).
    Request {
        /// Numbers the stream that answers it; the page script counts from 1 in each page load.
        stream: u32,
        /// The request's body as the page sent it, at most [`MAX_REQUEST_BYTES`]; `None`: it is for a
        /// video, and can't be read.
        body: Option<String>,
    },
    /// An HTTP answer that matters to spec H6 or H10.
    Answer(Answer),
    /// What the page fetched by itself of assets and conversations (spec H8): an asset record, a list of
    /// them, a conversation's turns, a post.
    Record {
        /// The answer's body, at most [`MAX_RECORD_BYTES`].
        body: String,
    },
    /// What Grok's clock says: the `Date` of an uncached answer under `/rest/` (spec C2).
    Clock {
        /// Milliseconds since the Unix epoch.
        grok_ms: Millis,
    },
    /// What an action came to.
    ActionResult {
        /// The action as it was handed over.
        action_id: ActionId,
        /// How it went.
        result: ActionResult,
    },
    /// A piece of the script failed; shown in diagnostics.
    Problem {
        /// The file of `injected/` it happened in.
        piece: String,
        /// What went wrong. No prompt and no text of the page.
        message: String,
    },
}

/// The longest text of a notice, in bytes.
pub const MAX_NOTICE_BYTES: usize = 2_000;

/// The longest body of a request for a video, in bytes.
pub const MAX_REQUEST_BYTES: usize = 256 * 1024;

/// The longest record, in bytes.
pub const MAX_RECORD_BYTES: usize = 1024 * 1024;

/// The longest body of an answer, in bytes.
pub const MAX_ANSWER_BYTES: usize = 64 * 1024;

/// An HTTP answer to a request for a video that begins no stream, or one about quotas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answer {
    /// The stream of the request that it answers; `None`: another request.
    #[serde(default)]
    pub stream: Option<u32>,
    /// The path of the request, without query.
    pub path: String,
    /// HTTP's status; 0 where there was no answer at all.
    pub status: u16,
    /// `retry-after`, `date`, `cf-mitigated` and `content-type` where the answer has them, by their
    /// names in lower case.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Its beginning, at most [`MAX_ANSWER_BYTES`].
    #[serde(default)]
    pub body: String,
}

/// The longest piece of a generation's stream, in bytes.
pub const MAX_STREAM_PIECE_BYTES: usize = 256 * 1024;

/// The next piece of the answer to a request for a video, as the page receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(from = "PieceText")]
pub struct StreamPiece {
    /// Which answer: the page script counts them from 1 in each page load.
    pub stream: u32,
    /// What came; it may end anywhere.
    pub text: String,
    /// `None`: more may come.
    pub end: Option<StreamEnd>,
}

/// How a stream ended (spec H3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StreamEnd {
    /// Grok closed it in order.
    Closed,
    /// The connection broke, or the page cancelled it.
    Broken,
    /// It ran into a bound of ours, and nothing more of it is read.
    Cut,
}

/// Older recordings say `is_end` and nothing of how.
#[derive(Deserialize)]
struct PieceText {
    stream: u32,
    text: String,
    #[serde(default)]
    end: Option<StreamEnd>,
    #[serde(default)]
    is_end: bool,
}

impl From<PieceText> for StreamPiece {
    fn from(PieceText { stream, text, end, is_end }: PieceText) -> Self {
        Self { stream, text, end: end.or(is_end.then_some(StreamEnd::Closed)) }
    }
}

/// What the page script is asked to do: one click, with the prompt in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PageAction {
    /// To be answered with.
    pub action_id: ActionId,
    /// The post that the page must show, else `not_this_image`.
    pub post_id: PostId,
    /// The image that a video is made of, and every other id of it. Where the page shows a video of it
    /// and has modes, it goes back to this picture first (spec C9).
    pub image_ids: Vec<MediaId>,
    /// What the prompt box must hold; blank: leave it as it is.
    pub prompt: Prompt,
    /// What the video is to be made with; `None`: with what the page has.
    pub settings: Option<VideoSettings>,
}

/// What a video is to be made with, so that a retry is one of the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VideoSettings {
    /// In seconds; `None`: not known.
    pub length: Option<Required<f64>>,
    /// As Grok names it, such as `720p`; `None`: not known.
    pub resolution: Option<Required<String>>,
}

/// One thing that is wanted of a video.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Required<Value> {
    /// What is wanted.
    pub value: Value,
    /// How sure the page script has to be of it.
    pub strictness: Strictness,
}

/// How sure the page script has to be that a video will be made as it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Strictness {
    /// It puts right what the page shows to be otherwise, and goes on where the page shows nothing.
    BestEffort,
    /// It opens the page's menu for it, and does not click unless the page shows what is wanted.
    Mandatory,
}

#[cfg(test)]
mod tests;
