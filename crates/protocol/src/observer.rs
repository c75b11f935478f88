//! What the page script tells the backend, and what it is asked to do.
//!
//! The page is not trusted: every text here is checked for size and shape by the shell before
//! the engine sees it. The JavaScript side of these shapes is `injected/bridge.js`.

use serde::{Deserialize, Serialize};

use crate::{ActionId, AttemptId, PostId, Prompt, Refusal};

/// The longest snapshot text taken, in bytes. sessionStorage holds 5 million UTF-16 units at most.
pub const MAX_SNAPSHOT_BYTES: usize = 16 * 1024 * 1024;

/// The text of `sessionStorage['useMediaStore']`, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeText {
    /// Counts the texts and splices of one page load, from 1.
    pub sequence: u64,
    /// The text; `None` where the key is absent.
    pub text: Option<String>,
}

/// The change from one text to the next: what lies between a kept head and a kept tail is
/// replaced. All counts are in UTF-16 code units, as JavaScript counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[serde(rename_all = "snake_case")]
pub enum SnapshotReply {
    /// It fits; go on with splices.
    Accepted,
    /// A gap or a mismatch: send the whole text next.
    SendWholeText,
}

/// What an action came to, as the page script reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionResult {
    /// The generate control was clicked.
    Clicked,
    /// Nothing was clicked.
    Refused(Refusal),
}

impl ActionResult {
    /// Reads the `result` of spec F: `clicked`, or a refusal reason. A reason that this version
    /// does not know is a refusal all the same.
    pub fn from_text(text: &str) -> Self {
        match text {
            "clicked" => Self::Clicked,
            reason => Self::Refused(Refusal::from_text(reason).unwrap_or(Refusal::Other)),
        }
    }
}

/// One thing that the page script saw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Signal {
    /// The script has started in a freshly loaded page.
    PageLoad,
    /// The page's path, as in `location.pathname`; the backend reads the post id from it.
    Route {
        /// The path alone: no query, no hash.
        path: String,
    },
    /// The page's progress display.
    Progress {
        /// Percent, 0–100.
        percent: f64,
        /// The attempt it belongs to, where the page says so.
        attempt_id: Option<AttemptId>,
    },
    /// A toast or an HTTP 429 told of a rate limit (spec C11).
    RateLimited,
    /// A toast told of a moderation; of which attempt it does not say.
    ModerationSeen,
    /// Somebody touched the page: a key, a pointer, a wheel.
    UserActive,
    /// Grok refused a generation until the user does something on the page.
    AccessRefused {
        /// `sign_in_needed` or `cloudflare_check`, as in [`Refusal`].
        reason: String,
    },
    /// What an action came to.
    ActionResult {
        /// The action as it was handed over.
        action_id: ActionId,
        /// `clicked`, or a [`Refusal`]'s text.
        result: String,
    },
    /// A piece of the script failed; shown in diagnostics.
    Problem {
        /// The file of `injected/` it happened in.
        piece: String,
        /// What went wrong.
        message: String,
    },
}

/// The longest piece of a generation's stream, in bytes.
pub const MAX_STREAM_PIECE_BYTES: usize = 256 * 1024;

/// The next piece of the answer to a generation request, as the page receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamPiece {
    /// Which answer: the page script counts them from 1 in each page load.
    pub stream: u32,
    /// What came; it may end anywhere.
    pub text: String,
    /// Whether nothing more comes.
    #[serde(default)]
    pub is_end: bool,
}

/// What the page script is asked to do: one click, with the prompt in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageAction {
    /// To be answered with.
    pub action_id: ActionId,
    /// The post that the page must show, else `not_this_image`.
    pub post_id: PostId,
    /// What the prompt box must hold; blank: leave it as it is.
    pub prompt: Prompt,
    /// What the video is to be made with; `None`: with what the page has.
    pub settings: Option<VideoSettings>,
}

/// What a video is to be made with, so that a retry is one of the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VideoSettings {
    /// In seconds; `None`: not known.
    pub length: Option<Wish<f64>>,
    /// As Grok names it, such as `720p`; `None`: not known.
    pub resolution: Option<Wish<String>>,
}

/// One thing that is wanted of a video.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish<Value> {
    /// What is wanted.
    pub value: Value,
    /// How sure the page script has to be of it.
    pub firmness: Firmness,
}

/// How sure the page script has to be that a video will be made as it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Firmness {
    /// It puts right what the page shows to be otherwise, and goes on where the page shows nothing.
    WhereShown,
    /// It opens the page's menu for it, and does not click unless the page shows what is wanted.
    Surely,
}
