//! What the machine is given of what is stored.

use retake_protocol::{ActionId, MediaId, Millis, PostId, Preferences, SessionId};

use super::{
    ActionRecord, AttemptRecord, ImageFacts, PressRecord, QueueEntry, SessionRecord, VideoQuota,
};

/// Everything that the machine has to know of an image before it handles an event about it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredImage {
    /// The image's facts.
    pub facts: ImageFacts,
    /// What the user set; `None`: never anything.
    pub preferences: Option<Preferences>,
    /// All its attempts, in order of first sight.
    pub attempts: Vec<AttemptRecord>,
    /// Its newest session, active or ended.
    pub last_session: Option<SessionRecord>,
    /// When that session, or the last one that it goes on from and that pressed, did so or may have.
    pub last_press: Option<LastPress>,
    /// Posts of it that the page showed.
    pub posts: Vec<PostId>,
    /// Its presses under way, oldest first.
    pub presses: Vec<PressRecord>,
    /// The pictures that requests of its presses named, each once.
    pub pictures: Vec<PostId>,
}

/// The last time that a session pressed, or may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastPress {
    /// The session.
    pub session_id: SessionId,
    /// When its action was issued.
    pub at: Millis,
}

/// What the machine has to know at the app's start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredState {
    /// The highest session number given out.
    pub last_session_id: Option<SessionId>,
    /// The highest action number given out.
    pub last_action_id: Option<ActionId>,
    /// When an action was last answered with a click, or issued without an answer (spec C8).
    pub last_click_at: Option<Millis>,
    /// Sessions that were active when the app last ended (spec C14).
    pub active_sessions: Vec<SessionRecord>,
    /// Actions that were scheduled or issued without an answer then.
    pub open_actions: Vec<ActionRecord>,
    /// What is queued, the next one first, and what is done.
    pub queue: Vec<QueueEntry>,
    /// Images with a press under way.
    pub pressed_images: Vec<MediaId>,
    /// What Grok said last is left (spec H10).
    pub video_quota: Option<VideoQuota>,
}
