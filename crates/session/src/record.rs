//! What the machine wants kept: plain rows, each whole, so that storing one twice changes nothing.
//!
//! The machine emits a [`Change`] for each row that differs after an event; `retake-store` writes
//! all changes of an event in one transaction and gives the same rows back when an image is
//! loaded. Nothing here knows SQL. The same rows, as JSON, are the body of an export (spec D6): who
//! renames a field here raises the version of the export's format in `retake-engine`.

use std::collections::BTreeSet;

use retake_protocol::library::{ImageMarks, ItemId, Mark};
use retake_protocol::log::LogEvent;
use retake_protocol::{
    ActionId, ActionKind, ActionState, AttemptId, AttemptOutcome, Certainty, DerivedKind,
    ImageKind, Layer, LayerSource, MediaId, Millis, PostId, Preferences, PressState, Prompt,
    QueueEntryId, Refusal, SessionId, SessionOutcome, Source,
};
use serde::{Deserialize, Serialize};

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
    /// Insert or replace an image that is queued.
    Queued(QueueEntry),
    /// An image is queued no longer.
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
    /// A row that stood for an unknown image is empty, since its attempt was tied to an image.
    ImageGone {
        /// The row.
        media_id: MediaId,
    },
}

impl Change {
    /// The image that the row belongs to.
    pub fn media_id(&self) -> &MediaId {
        match self {
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
        }
    }
}

/// What Grok's store says of an image (spec A6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageFacts {
    /// Grok's id of it; of what is no image, the id of its video.
    pub media_id: MediaId,
    /// Whether it is an image.
    #[serde(default)]
    pub kind: ImageKind,
    /// Grok's `originalPrompt`.
    pub original_prompt: Option<Prompt>,
    /// Grok's `prompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `mediaUrl`.
    pub image_url: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// When Retake first saw it.
    pub first_seen_at: Millis,
}

impl ImageFacts {
    /// Those of an image that nothing is known of but its id.
    pub const fn unknown(media_id: MediaId, first_seen_at: Millis) -> Self {
        Self::of_kind(ImageKind::Image, media_id, first_seen_at)
    }

    /// How long its texts are together, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        let prompts = [&self.original_prompt, &self.prompt].into_iter().flatten();
        let prompts = prompts.map(|prompt| prompt.as_str().len()).sum::<usize>();
        prompts + self.image_url.as_ref().map_or(0, String::len)
    }

    /// The same of what need not be an image.
    pub const fn of_kind(kind: ImageKind, media_id: MediaId, first_seen_at: Millis) -> Self {
        Self {
            media_id,
            kind,
            original_prompt: None,
            prompt: None,
            image_url: None,
            width: None,
            height: None,
            create_time: None,
            first_seen_at,
        }
    }
}

/// One attempt as it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttemptRecord {
    /// The image it was made from.
    pub media_id: MediaId,
    /// Its first id (spec A1); never changes.
    pub attempt_id: AttemptId,
    /// All ids it goes by, its own first.
    pub aliases: Vec<AttemptId>,
    /// How far it has come or how it ended.
    pub outcome: AttemptOutcome,
    /// Grok's status string where it is not a known one (spec A3).
    pub unknown_status: Option<String>,
    /// Grok's `prompt` or `videoPrompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `videoUrl` or `mediaUrl`.
    pub video_url: Option<String>,
    /// Grok's `thumbnailUrl` or `thumbnailImageUrl`.
    pub thumbnail_url: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// Grok's `videoDuration`, in seconds.
    pub length_seconds: Option<f64>,
    /// Grok's `resolutionName`, such as `480p`.
    pub resolution: Option<String>,
    /// Grok's `mode`, such as `normal`.
    pub mode: Option<String>,
    /// The last progress seen before it became terminal, in percent (0–100).
    pub percent: Option<f64>,
    /// What it is where it is no attempt of the image's series, and counts nowhere (spec A9).
    #[serde(default)]
    pub derived: Option<Derived>,
    /// Once terminal: its layer (spec C5).
    pub layer: Option<Layer>,
    /// How the layer is known.
    pub layer_source: Option<LayerSource>,
    /// When Retake first saw it.
    pub first_seen_at: Millis,
    /// When Retake saw it become terminal.
    pub ended_at: Option<Millis>,
    /// The session that it is of: the one that was active on its image when it was first seen
    /// (spec C2), or that had ended before while it was under way (spec C13).
    pub seen_in: Option<SessionId>,
    /// The session that counted it, and as which one there, from 0 (spec C3).
    pub counted: Option<Counted>,
    /// When the page asked for it, which also tells the videos of one press (spec H4, H5); `None`: no
    /// request was seen.
    #[serde(default)]
    pub pressed_at: Option<Millis>,
    /// The sources that told of it (spec H1).
    #[serde(default)]
    pub told_by: BTreeSet<Source>,
    /// What its end was learned from (spec H2); `None`: it has not ended, or was kept before that was.
    #[serde(default)]
    pub decided: Option<Decision>,
    /// An end that waits for the store to tell one too (spec H2).
    #[serde(default)]
    pub announced: Option<Announcement>,
}

/// What an end was learned from (spec H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The source.
    pub by: Source,
    /// Told, or inferred from what it said.
    pub certainty: Certainty,
}

/// An end that does not count yet (spec H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Completed, moderated or failed.
    pub outcome: AttemptOutcome,
    /// What it was learned from.
    pub decision: Decision,
    /// When it was first told.
    pub at: Millis,
}

impl AttemptRecord {
    /// How long its names and texts are together, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        retake_grok::text_bytes(
            &self.aliases,
            self.prompt.as_ref(),
            [
                &self.unknown_status,
                &self.video_url,
                &self.thumbnail_url,
                &self.resolution,
                &self.mode,
            ],
        )
    }
}

impl Announcement {
    /// The same, told no later than `now`.
    pub(crate) fn until(self, now: Millis) -> Self {
        Self { at: self.at.min(now), ..self }
    }
}

/// What was made of a video (spec A9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derived {
    /// What was done to the video.
    pub kind: DerivedKind,
    /// The video; `None`: Grok did not say.
    pub from: Option<AttemptId>,
}

/// Where an attempt was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The session.
    pub session_id: SessionId,
    /// Its place in the counting order of that session, from 0.
    pub position: u32,
}

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
}

/// Everything that is kept of one image: what an export holds of it (spec D6). The order of rows is
/// that of their first storing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageHistory {
    /// The image's facts.
    pub image: ImageFacts,
    /// What the user set; `None`: never anything.
    pub preferences: Option<Preferences>,
    /// Posts of it that the page showed.
    pub posts: Vec<PostId>,
    /// Its sessions.
    pub sessions: Vec<SessionRecord>,
    /// Its attempts.
    pub attempts: Vec<AttemptRecord>,
    /// Its sessions' actions.
    pub actions: Vec<ActionRecord>,
    /// Its log.
    pub log: Vec<LogRecord>,
    /// What the user thinks of it and of its videos (spec K3).
    #[serde(default, skip_serializing_if = "ImageMarks::is_empty")]
    pub marks: ImageMarks,
}

impl ImageHistory {
    /// That of an image that nothing but its facts is known of.
    pub fn empty(image: ImageFacts) -> Self {
        Self {
            image,
            preferences: None,
            posts: Vec::new(),
            sessions: Vec::new(),
            attempts: Vec::new(),
            actions: Vec::new(),
            log: Vec::new(),
            marks: ImageMarks::default(),
        }
    }
}

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
    /// What is queued, the next one first.
    pub queue: Vec<QueueEntry>,
    /// Images with a press under way.
    pub pressed_images: Vec<MediaId>,
}
