//! One row to be written.

use retake_protocol::library::{ItemId, Mark};
use retake_protocol::{AttemptId, MediaId, PostId, Preferences, QueueEntryId};

use super::{
    ActionRecord, AttemptRecord, ImageFacts, LogRecord, PressRecord, QueueEntry, SessionRecord,
    VideoQuota,
};

/// One row to be written. All changes of one event belong in one transaction.
#[expect(clippy::large_enum_variant, reason = "most of what is written are attempts, the largest")]
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Insert or replace the facts of an image.
    Image(ImageFacts),
    /// Insert or replace what the user set for an image.
    Preferences {
        /// The image.
        media_id: MediaId,
        /// All of its preferences.
        preferences: Preferences,
    },
    /// Insert or replace an attempt, with its aliases. Key: image and attempt id.
    Attempt(AttemptRecord),
    /// Insert or replace a session.
    Session(SessionRecord),
    /// Insert or replace an action.
    Action(ActionRecord),
    /// Insert or replace a press. Key: image and moment.
    Press(PressRecord),
    /// Append a line to the log.
    Log(LogRecord),
    /// Insert or replace an image that is queued, or that the queue is done with.
    Queued(QueueEntry),
    /// An entry of the queue goes.
    Unqueued {
        /// The image.
        media_id: MediaId,
        /// Which entry.
        entry_id: QueueEntryId,
    },
    /// The page showed this post of the image (kept for spec B1; told once per post).
    Post {
        /// The image.
        media_id: MediaId,
        /// The post.
        post_id: PostId,
    },
    /// An attempt turned out to be another one, or another image's (spec A1, A8): its row goes, and
    /// what hangs on it goes over to `by`.
    AttemptReplaced {
        /// The image that it was kept under.
        media_id: MediaId,
        /// Which attempt.
        attempt_id: AttemptId,
        /// Image and id of the attempt that takes its place.
        by: (MediaId, AttemptId),
    },
    /// Insert or replace what the user thinks of an image or a video (spec K3).
    Mark {
        /// The image, or one of its videos, whose row comes first.
        item: ItemId,
        /// All of it.
        mark: Mark,
    },
    /// Replace what Grok said is left (spec H10).
    VideoQuota(VideoQuota),
    /// A row that stood for an unknown image is empty, since its attempt was tied to an image.
    ImageGone {
        /// The row.
        media_id: MediaId,
    },
}

impl Change {
    /// The image that the row belongs to; `None`: to none.
    pub fn media_id(&self) -> Option<&MediaId> {
        Some(match self {
            Self::VideoQuota(_) => return None,
            Self::Image(facts) => &facts.media_id,
            Self::Preferences { media_id, .. }
            | Self::Post { media_id, .. }
            | Self::Unqueued { media_id, .. }
            | Self::AttemptReplaced { media_id, .. }
            | Self::ImageGone { media_id } => media_id,
            Self::Mark { item, .. } => &item.media_id,
            Self::Queued(entry) => &entry.media_id,
            Self::Attempt(attempt) => &attempt.media_id,
            Self::Session(session) => &session.media_id,
            Self::Action(action) => &action.media_id,
            Self::Press(press) => &press.media_id,
            Self::Log(line) => &line.media_id,
        })
    }
}
