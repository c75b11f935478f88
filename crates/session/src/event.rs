//! What goes into the machine.

use std::sync::Arc;

use retake_grok::{
    Quota, Records, RefusalReading, StoreProblem, StoreReading, StreamEvent, Until, VideoRequest,
};
use retake_locale::{Text, text};
use retake_protocol::command::{CommandError, Remedy, SetPreferences};
use retake_protocol::observer::{ActionResult, PressSign};
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, MediaId, Millis, PostId, Preferences, Prompt, Refusal};

/// One thing that happened, in the past tense, or one that the user asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page was loaded again: nothing is known of its route and store until it says so.
    PageLoaded,
    /// The page is gone until it is loaded again (spec C21).
    PageUnloaded,
    /// The page shows another post, or none.
    RouteChanged {
        /// The post id in the url.
        post_id: Option<PostId>,
        /// The conversation that the url names; never an image (spec B1).
        conversation: Option<PostId>,
    },
    /// The page's main picture is the post on show (spec B1).
    MainPictureSeen {
        /// The post.
        post_id: PostId,
    },
    /// A snapshot was read.
    SnapshotRead(Arc<StoreReading>),
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
    /// The page asked Grok for a video (spec H4).
    RequestSeen {
        /// The stream that answers it.
        stream: u32,
        /// What it asks for.
        request: VideoRequest,
    },
    /// The answer to a request said something (spec H3).
    StreamSaid {
        /// Which answer.
        stream: u32,
        /// What.
        said: StreamEvent,
    },
    /// A request for a video was refused, or its answer is an error (spec H6).
    AnswerSeen {
        /// Which request's.
        stream: u32,
        /// What it says; never [`RefusalReading::Nothing`].
        reading: RefusalReading,
    },
    /// The page fetched records of files and conversations (spec H8).
    RecordsRead(Arc<Records>),
    /// The page was told what is left (spec H10).
    QuotaHeard(Quota),
    /// The user pressed the generate control.
    UserPressed {
        /// How that was seen.
        by: PressSign,
    },
    /// A limit was seen (spec C11).
    LimitSeen {
        /// When it ends, where that was said.
        until: Option<Until>,
    },
    /// A notice reports a moderation before the store does.
    ModerationSeen,
    /// Grok refused a generation until the user does something on the page: HTTP 403.
    AccessRefused {
        /// The answer that said so; `None`: it is not known which.
        stream: Option<u32>,
        /// Why.
        reason: Refusal,
        /// What Grok says of it; empty: nothing.
        words: String,
    },
    /// A piece of the page script reported a problem.
    PageProblem {
        /// The piece.
        piece: String,
        /// What went wrong.
        message: String,
    },
    /// The machine slept, and woke just now (spec C21).
    Slept {
        /// How long, in ms.
        ms: Millis,
    },
    /// Grok's clock was heard (spec C2).
    GrokClockHeard {
        /// What it says now, in ms.
        grok_now: Millis,
    },
    /// The user asks to start a session for the image on the page.
    Start(Start),
    /// The user asks to stop a session.
    Stop {
        /// Of this image; `None`: of the one on the page.
        media_id: Option<MediaId>,
    },
    /// The user asks to resume the last session of the image on the page.
    Resume {
        /// The image that the user means; `None`: the one on the page.
        media_id: Option<MediaId>,
    },
    /// The user changes preferences.
    SetPreferences(SetPreferences),
    /// The user changes the queue.
    ChangeQueue(QueueChange),
    /// The user has touched page or sidebar.
    UserActive,
    /// Time passed, nothing else.
    TimePassed,
}

/// Which picture a request for a video names (spec C9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PictureOfRequest {
    /// This image.
    Image(MediaId),
    /// An id that nothing knows.
    Unknown(PostId),
    /// None: text alone, or a video.
    None,
    /// It can't be read.
    Unreadable,
}

/// What a session starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The image that the user means; `None`: the one on the page.
    pub media_id: Option<MediaId>,
    /// Typed before each click; blank: nothing is typed.
    pub prompt: Prompt,
    /// 1–50; `None`: the preference.
    pub max_retries: Option<u32>,
    /// 1–50; `None`: the preference.
    pub video_goal: Option<u32>,
}

/// What the machine has to know of before it handles an event: the caller looks it up in what is
/// stored, and gives it by [`crate::Machine::load_image`] or [`crate::Machine::load_owner`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lookup {
    /// What is stored of an image.
    Image(MediaId),
    /// The image that a stored attempt, image or post with this id belongs to (spec B1).
    Owner(PostId),
}

/// What a stored id belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOwner {
    /// The image, or what stands for one.
    pub media_id: MediaId,
    /// What the id is.
    pub of: OwnedId,
}

/// What a stored id is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnedId {
    /// An attempt's.
    Attempt,
    /// An image's own.
    Image,
    /// That of a post which the page showed.
    Post,
}

/// Why a command was refused. It changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandRefused {
    /// Occurs when the page shows no post, or one whose image is not known.
    #[error("the page shows no image that Retake knows: open an image of yours in the page first")]
    NoImage,
    /// Occurs when the page shows a video from text alone (spec B4).
    #[error("this video was made from text alone, so it has no image: open an image, then start")]
    TextVideo,
    /// Occurs when the page shows a video of several files (spec B4).
    #[error("this video was made from several images: open the one that you mean, then start")]
    SeveralSources,
    /// Occurs when auto-retry is off for the image (spec C1).
    #[error("auto-retry is off for this image: turn it on to start a session")]
    AutoRetryOff {
        /// The image.
        of: MediaId,
    },
    /// Occurs when the image has an active session (spec C1).
    #[error("this image has a running session: stop it before you start another")]
    AlreadyActive,
    /// Occurs when the prompt is blank and the page has refused to make a video without one (spec C9).
    #[error("Grok makes no video without a prompt here: type one, then start")]
    PromptNeeded,
    /// Occurs when there is nothing to stop.
    #[error("this image has no running session to stop")]
    NotActive,
    /// Occurs when the page has gone on to another image than the one that the user means.
    #[error("the page shows another image now: open this one again, then start")]
    OtherImage {
        /// The one that is meant.
        meant: MediaId,
    },
    /// Occurs when videos that came after a session's end made its goal whole (spec C13).
    #[error("the video goal is reached: the last video came after the session had ended")]
    GoalReached,
    /// Occurs when the image never had a session, or its last one ended for good (spec C13).
    #[error("this image has no session to resume: start a new one")]
    NothingToResume,
    /// Occurs when an entry of the queue is gone.
    #[error("this image is no longer in the queue: it was started or removed")]
    NotQueued,
    /// Occurs when too many images are in the queue.
    #[error("the queue is full ({most} images): remove some first")]
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

impl From<CommandRefused> for Text {
    fn from(refused: CommandRefused) -> Self {
        match refused {
            CommandRefused::NoImage => text::refusal_no_image(),
            CommandRefused::TextVideo => text::refusal_text_video(),
            CommandRefused::SeveralSources => text::refusal_several_sources(),
            CommandRefused::PromptNeeded => text::refusal_prompt_needed(),
            CommandRefused::AutoRetryOff { .. } => text::refusal_auto_retry_off(),
            CommandRefused::AlreadyActive => text::refusal_already_active(),
            CommandRefused::NotActive => text::refusal_not_active(),
            CommandRefused::OtherImage { .. } => text::refusal_other_image(),
            CommandRefused::GoalReached => text::refusal_goal_reached(),
            CommandRefused::NothingToResume => text::refusal_nothing_to_resume(),
            CommandRefused::NotQueued => text::refusal_not_queued(),
            CommandRefused::QueueFull { most } => text::refusal_queue_full(most),
            CommandRefused::OutOfRange { .. } => {
                text::number_range(*Preferences::RANGE.start(), *Preferences::RANGE.end())
            }
        }
    }
}

impl From<CommandRefused> for CommandError {
    fn from(refused: CommandRefused) -> Self {
        let remedy = refused.remedy();
        Self::refused(refused).with_remedy(remedy)
    }
}

impl CommandRefused {
    /// What a press can do about it (spec L5).
    fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::NoImage | Self::TextVideo | Self::SeveralSources => Some(Remedy::OpenStartPage),
            Self::AutoRetryOff { of } => Some(Remedy::TurnOnAutoRetry { media_id: of.clone() }),
            Self::OtherImage { meant } => Some(Remedy::OpenImage { media_id: meant.clone() }),
            Self::QueueFull { .. } => Some(Remedy::ShowQueue),
            // What helps is typed, or is the very button beside the one that was pressed.
            Self::AlreadyActive
            | Self::PromptNeeded
            | Self::NotActive
            | Self::GoalReached
            | Self::NothingToResume
            | Self::NotQueued
            | Self::OutOfRange { .. } => None,
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l5_a_refusal_carries_what_a_press_can_do() {
        let meant = MediaId::new("lake").unwrap();
        for (refused, remedy) in [
            (CommandRefused::NoImage, Some(Remedy::OpenStartPage)),
            (CommandRefused::TextVideo, Some(Remedy::OpenStartPage)),
            (CommandRefused::SeveralSources, Some(Remedy::OpenStartPage)),
            (
                CommandRefused::AutoRetryOff { of: meant.clone() },
                Some(Remedy::TurnOnAutoRetry { media_id: meant.clone() }),
            ),
            (
                CommandRefused::OtherImage { meant: meant.clone() },
                Some(Remedy::OpenImage { media_id: meant }),
            ),
            (CommandRefused::QueueFull { most: 200 }, Some(Remedy::ShowQueue)),
            (CommandRefused::PromptNeeded, None),
            (CommandRefused::NothingToResume, None),
        ] {
            assert_eq!(CommandError::from(refused.clone()).remedy, remedy, "{refused:?}");
        }
    }
}
