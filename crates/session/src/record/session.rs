//! A session with what it counted, and what hangs on it: actions, presses, lines of the log, and the queue.

use retake_protocol::log::LogEvent;
use retake_protocol::{
    ActionId, ActionKind, ActionState, AttemptId, AttemptOutcome, Layer, MediaId, Millis, PostId,
    PressState, Prompt, QueueEntryId, Refusal, SessionId, SessionOutcome,
};
use serde::{Deserialize, Serialize};

/// What was counted in a session; every other number is derived from these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// Moderated attempts.
    pub moderated: u32,
    /// Failed attempts.
    pub failed: u32,
    /// Completed attempts that were not moderated.
    pub videos_generated: u32,
    /// Failures in layer 1.
    pub layer1_failures: u32,
    /// Failures in layer 2.
    pub layer2_failures: u32,
    /// Failures in layer 3.
    pub layer3_failures: u32,
    /// Moderated and failed attempts that are no failed try of their own, since the same press made
    /// another video, failed already, or has not ended (spec H5).
    #[serde(default)]
    pub beside: u32,
}

impl Counters {
    /// Failed tries: moderated and failed attempts, one a press (spec C4, H5).
    pub const fn failures(&self) -> u32 {
        (self.moderated + self.failed).saturating_sub(self.beside)
    }

    /// The retries used up: failures, but at most `max_retries` (spec C4).
    pub fn retry_count(&self, max_retries: u32) -> u32 {
        self.failures().min(max_retries)
    }

    /// Moderated and completed attempts (spec C4).
    pub const fn credits_used(&self) -> u32 {
        self.moderated + self.videos_generated
    }

    /// Counts an attempt that has ended and is a try of its own.
    pub(crate) fn add(&mut self, outcome: AttemptOutcome, layer: Option<Layer>) {
        self.add_outcome(outcome);
        match layer {
            Some(Layer::One) => self.layer1_failures += 1,
            Some(Layer::Two) => self.layer2_failures += 1,
            Some(Layer::Three) => self.layer3_failures += 1,
            None => {}
        }
    }

    /// Counts a failure that is no failed try of its own (spec H5).
    pub(crate) fn add_beside(&mut self, outcome: AttemptOutcome) {
        self.add_outcome(outcome);
        self.beside += 1;
    }

    fn add_outcome(&mut self, outcome: AttemptOutcome) {
        match outcome {
            AttemptOutcome::Completed => self.videos_generated += 1,
            AttemptOutcome::Moderated => self.moderated += 1,
            AttemptOutcome::Failed => self.failed += 1,
            AttemptOutcome::Pending | AttemptOutcome::Processing | AttemptOutcome::Unknown => {}
        }
    }
}

/// One session. With the image's facts it holds all that the summary of spec C18 names, so the
/// summary is a query and not a second copy; its text is in the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// Retake's number of it.
    pub session_id: SessionId,
    /// The image it is for.
    pub media_id: MediaId,
    /// What is typed before each click.
    pub prompt: Prompt,
    /// Accepted failures beyond the first try: 1–50.
    pub max_retries: u32,
    /// Wanted videos: 1–50.
    pub video_goal: u32,
    /// What was counted.
    pub counters: Counters,
    /// `Pending` while it is active.
    pub outcome: SessionOutcome,
    /// The last post of the image that the page showed.
    pub current_post_id: Option<PostId>,
    /// When it started.
    pub started_at: Millis,
    /// When it ended; set exactly when `outcome` is not `Pending`.
    pub ended_at: Option<Millis>,
    /// When a failure was last counted (spec C4).
    pub last_failure_time: Option<Millis>,
    /// The session that it goes on from (spec C13); `None`: it was started again.
    #[serde(default)]
    pub resumed_from: Option<SessionId>,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionRecord {
    /// Retake's number of it, in order of scheduling.
    pub action_id: ActionId,
    /// The session that decided on it.
    pub session_id: SessionId,
    /// The image it is for.
    pub media_id: MediaId,
    /// Why it was scheduled.
    pub kind: ActionKind,
    /// What is typed before the click.
    pub prompt: Prompt,
    /// When it may be issued at the earliest.
    pub due_at: Millis,
    /// When it was handed to the page.
    pub issued_at: Option<Millis>,
    /// When the page answered.
    pub answered_at: Option<Millis>,
    /// How far it has come.
    pub state: ActionState,
    /// Why the page did not click.
    pub refusal: Option<Refusal>,
}

/// One press of the generate control, by whomever, whose request was seen (spec H12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PressRecord {
    /// The image that its videos are of.
    pub media_id: MediaId,
    /// The moment of its first request, which its attempts share.
    pub pressed_at: Millis,
    /// The action that it carried out; `None`: the user pressed.
    pub action_id: Option<ActionId>,
    /// The session that began at it (spec C22).
    pub begins_session: Option<SessionId>,
    /// The picture that its request names: the image, by any of its ids.
    pub picture: Option<PostId>,
    /// How many requests it made, and so how many videos (spec H5).
    pub requests: u32,
    /// How it stands.
    pub state: PressState,
}

/// One line of an image's log.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LogRecord {
    /// The image.
    pub media_id: MediaId,
    /// The session it belongs to, where one was active.
    pub session_id: Option<SessionId>,
    /// The attempt it is about.
    pub attempt_id: Option<AttemptId>,
    /// When it happened.
    pub at: Millis,
    /// What happened; in an export of an older Retake its words.
    #[serde(alias = "message", deserialize_with = "LogEvent::deserialize_or_text")]
    pub event: LogEvent,
}

/// One image that is queued, and what its session is to start with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueEntry {
    /// Retake's number of it.
    pub entry_id: QueueEntryId,
    /// Its place: the lowest is next.
    pub position: i64,
    /// The image.
    pub media_id: MediaId,
    /// Typed before each click.
    pub prompt: Prompt,
    /// 1–50.
    pub max_retries: u32,
    /// 1–50.
    pub video_goal: u32,
    /// When it was queued.
    pub added_at: Millis,
    /// The session that was begun for it. While that runs the entry is no longer shown; where it
    /// ended too soon, the entry goes on from it.
    pub session_id: Option<SessionId>,
    /// How the queue came to be done with it; `None`: it waits, or its session runs.
    pub done: Option<QueueDone>,
}

/// The end of a queued image (spec M9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueDone {
    /// How its last session ended.
    pub outcome: SessionOutcome,
    /// When that ended.
    pub at: Millis,
}
