//! What may happen.

use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::{AttemptOutcome, Millis};

/// What the answer to a request says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Said {
    Percent(u32),
    /// Moderated below 100 %, which may be taken back.
    Doubted,
    Completed,
    Moderated,
    Ended(StreamEnd),
}

/// What happens, as small numbers that shrink well.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Show a post of an image: its own, or one of its videos'.
    Route {
        image: usize,
        video: Option<usize>,
    },
    Away,
    /// An attempt of an image takes a new state; the next snapshot shows it.
    Attempt {
        image: usize,
        number: usize,
        outcome: AttemptOutcome,
    },
    /// Grok's store forgets an image.
    Forget {
        image: usize,
    },
    Snapshot,
    Unreadable,
    Progress {
        percent: u32,
    },
    /// The page asks for an attempt; the user's own press where `by_user`.
    Request {
        image: usize,
        number: usize,
    },
    UserPress,
    /// The answer to the request for an attempt says something.
    Stream {
        image: usize,
        number: usize,
        said: Said,
    },
    /// A record of the page's tells how an attempt has ended.
    Record {
        image: usize,
        number: usize,
        outcome: AttemptOutcome,
    },
    /// The user lines an image up, has the queue go on, or touches the page.
    QueueUp {
        image: usize,
    },
    QueueGoOn,
    Touch,
    /// A generation is refused until the user does something.
    Refuse,
    Start {
        max_retries: u32,
        video_goal: u32,
    },
    Stop,
    Resume,
    Preferences {
        max_retries: Option<u32>,
        video_goal: Option<u32>,
        auto_retry: Option<bool>,
    },
    Answer {
        result: ActionResult,
        times: u32,
    },
    /// The page never answers: the message was lost on its way.
    LoseAnswer,
    RateLimit,
    PageLoad,
    /// The page is gone until it is loaded again, or says where it is.
    PageUnload,
    Restart,
    /// The machine sleeps for a while.
    Sleep,
    Wait {
        ms: Millis,
    },
}
