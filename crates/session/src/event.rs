//! What goes into the machine.

use retake_grok::stream::SeenGeneration;
use retake_grok::{StoreProblem, StoreReading};
use retake_protocol::command::SetPreferences;
use retake_protocol::observer::ActionResult;
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, MediaId, PostId, Preferences, Prompt, Refusal};

/// One thing that happened, in the past tense, or one that the user asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page was loaded anew: nothing is known of its route and store until it says so.
    PageLoaded,
    /// The page shows another post, or none.
    RouteChanged {
        /// The post id in the url.
        post_id: Option<PostId>,
    },
    /// A snapshot was read.
    SnapshotRead(StoreReading),
    /// A snapshot was no store (spec A5).
    SnapshotUnreadable(StoreProblem),
    /// The page's progress display changed.
    ProgressSeen {
        /// Percent, 0–100; anything else is passed over.
        percent: f64,
        /// The attempt it belongs to, where the page says so.
        attempt_id: Option<AttemptId>,
    },
    /// The page answered an action.
    ActionAnswered {
        /// The action.
        action_id: ActionId,
        /// Clicked or refused.
        result: ActionResult,
    },
    /// The generation's stream said something, before the store does.
    GenerationSeen(SeenGeneration),
    /// A rate limit was seen (spec C11).
    RateLimitSeen,
    /// A toast told of a moderation, before the store does.
    ModerationSeen,
    /// Grok refused a generation until the user does something on the page: HTTP 403.
    AccessRefused(Refusal),
    /// A piece of the page script reported a problem.
    PageProblem {
        /// The piece.
        piece: String,
        /// What went wrong.
        message: String,
    },
    /// The user asks to start a session for the image on the page.
    Start(Start),
    /// The user asks to stop the session of the image on the page.
    Stop,
    /// The user asks to resume the last session of the image on the page.
    Resume,
    /// The user changes preferences of the image on the page.
    SetPreferences(SetPreferences),
    /// The user changes the queue.
    ChangeQueue(QueueChange),
    /// The user has touched page or sidebar.
    UserActive,
    /// Time passed, nothing else.
    TimePassed,
}

/// What a session starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Typed before each click; blank: nothing is typed.
    pub prompt: Prompt,
    /// 1–50; `None`: the preference.
    pub max_retries: Option<u32>,
    /// 1–50; `None`: the preference.
    pub video_goal: Option<u32>,
}

/// What the machine lacks for an event: the caller looks it up and gives it by
/// [`crate::Machine::recall_image`] or [`crate::Machine::recall_owner`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// What is stored of an image.
    Image(MediaId),
    /// The image that a stored attempt or image with this post id belongs to (spec B1).
    Owner(PostId),
}

/// Why a command was refused. It changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandRefused {
    /// Occurs when the page shows no post, or one whose image is not known.
    #[error("the page shows no image that Retake knows: open an image of yours in the page first")]
    NoImage,
    /// Occurs when auto-retry is off for the image (spec C1).
    #[error("auto-retry is off for this image: turn it on to start a session")]
    AutoRetryOff,
    /// Occurs when the image has an active session (spec C1).
    #[error("this image has a running session: stop it before you start another")]
    AlreadyActive,
    /// Occurs when there is nothing to stop.
    #[error("this image has no running session to stop")]
    NotActive,
    /// Occurs when the image never had a session, or its last one ended for good (spec C13).
    #[error("this image has no session to resume: start a new one")]
    NothingToResume,
    /// Occurs when an entry of the queue is gone.
    #[error("this is lined up no longer: it was started or taken out")]
    NotQueued,
    /// Occurs when too many images are lined up.
    #[error("{most} images are lined up: take some out first")]
    QueueFull {
        /// How many there may be.
        most: usize,
    },
    /// Occurs when a number is out of its range (spec C17).
    #[error(
        "{name} must be a whole number from {from} to {to}, not {value}",
        from = Preferences::RANGE.start(),
        to = Preferences::RANGE.end()
    )]
    OutOfRange {
        /// The field, in words.
        name: &'static str,
        /// As given.
        value: u32,
    },
}

impl CommandRefused {
    /// Checks max retries or the goal against [`Preferences::RANGE`].
    pub(crate) fn check_range(name: &'static str, value: Option<u32>) -> Result<(), Self> {
        match value {
            Some(value) if !Preferences::RANGE.contains(&value) => {
                Err(Self::OutOfRange { name, value })
            }
            _ => Ok(()),
        }
    }
}
