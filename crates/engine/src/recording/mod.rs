//! Recordings (spec F2): the engine's inputs, one JSON object a line, `at` in ms and never
//! decreasing. This folder owns the format in both directions; files and streams are left to the
//! caller.
//!
//! `settings` and `actions_from` say what was there when the recording began.

mod reading;
mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

use retake_grok::VideoRequest;
use retake_grok::post::{POST_PATH, post_id_of_path};
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::observer::{
    ActionResult, Answer, FullSnapshot, PressSign, Signal, SnapshotSource, StreamPiece,
};
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, MediaId, Millis, PostId, Refusal};
use retake_session::Settings;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::input::Input;

pub use reading::{CutLine, ReadRecording, RecordingError, is_recording, read, time_of};
pub(crate) use writing::Tap;
pub use writing::write;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Milliseconds, within ±(2⁵³ − 1).
    pub at: Millis,
    /// What happened then.
    pub event: Recorded,
}

/// What a line tells: its `type` and its fields, by their names in spec F2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Recorded {
    /// The page shows another post, or none.
    Route {
        /// `None`: the page shows no post.
        #[serde(default, deserialize_with = "id_or_none")]
        post_id: Option<PostId>,
        /// The conversation that the address names; never an image (spec B1).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
    },
    /// The store's text.
    Snapshot {
        /// `None`: the key was absent. A recording may hold the parsed object instead, as `store`.
        raw: Option<Arc<String>>,
        /// Where the page keeps the store.
        #[serde(default, skip_serializing_if = "is_session")]
        from: SnapshotSource,
    },
    /// The page's progress display.
    Progress {
        /// Percent, 0–100.
        percent: f64,
        /// `None`: the attempt under way.
        #[serde(default, deserialize_with = "id_or_none")]
        attempt_id: Option<AttemptId>,
    },
    /// The user asked for a start.
    Start(StartSession),
    /// The user asked for a stop.
    Stop {
        /// `None`: of the image on the page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        media_id: Option<MediaId>,
    },
    /// The user asked for a resume.
    Resume {
        /// `None`: of the image on the page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        media_id: Option<MediaId>,
    },
    /// The user changed preferences.
    Preferences(SetPreferences),
    /// The page answered an action.
    ActionResult {
        /// The action.
        action_id: ActionId,
        /// `clicked`, or a refusal reason.
        result: ActionResult,
    },
    /// A rate limit was seen.
    RateLimited,
    /// The page asked for a video.
    Request {
        /// The stream that answers it.
        stream: u32,
        /// What it asks for.
        #[serde(flatten)]
        request: VideoRequest,
    },
    /// A piece of the answer to a request for a video.
    Stream(StreamPiece),
    /// An HTTP answer that matters to spec H6 or H10.
    Answer(Answer),
    /// What the page fetched of files and conversations.
    Record {
        /// The answer's body: as the text that it was, or as its JSON.
        #[serde(deserialize_with = "text_or_json")]
        body: String,
    },
    /// The user pressed the generate control.
    UserPress {
        /// How that was seen; the control, where it is left out.
        #[serde(default)]
        by: PressSign,
    },
    /// The page's main picture is the post on show.
    MainPicture {
        /// The post.
        post_id: PostId,
    },
    /// A text of the page that tells the user something.
    Notice {
        /// What it says.
        text: String,
        /// Whether the user can see it.
        visible: bool,
    },
    /// A toast reported a moderation.
    ModerationSeen,
    /// Grok refused a generation until the user does something.
    AccessRefused {
        /// Why.
        reason: Refusal,
    },
    /// The user changed the queue.
    Queue {
        /// How.
        change: QueueChange,
    },
    /// The user touched page or sidebar.
    UserActive,
    /// The page was loaded again.
    PageLoad,
    /// The page is gone until it is loaded again.
    PageUnload,
    /// The app ended and started again.
    Restart,
    /// These settings hold from now on; without such a line the defaults do.
    Settings {
        /// Each by its name; what is not named has its default.
        #[serde(serialize_with = "write_settings", deserialize_with = "read_settings")]
        values: Settings,
    },
    /// The next action has this id; without such a line the first has 1, as in a new history.
    ActionsFrom {
        /// The id.
        action_id: ActionId,
    },
    /// The machine slept before this moment.
    Slept {
        /// For how long, in ms.
        ms: Millis,
    },
    /// What Grok's clock said.
    Clock {
        /// Milliseconds since the Unix epoch.
        grok_ms: Millis,
    },
    /// Time passed, nothing else.
    Tick,
}

impl Recorded {
    /// The engine's input; `None` for what changes the engine itself or how the recording is
    /// read. `sequence` numbers snapshots and only has to grow.
    pub fn into_input(self, sequence: u64) -> Option<Input> {
        Some(match self {
            Self::Route { post_id, conversation } => {
                let path = post_id.map(|post_id| format!("{POST_PATH}{post_id}"));
                Input::Signal(Signal::Route { path: path.unwrap_or_default(), conversation })
            }
            Self::Snapshot { raw, from } => {
                let text = raw.map(Arc::unwrap_or_clone);
                Input::FullSnapshot(FullSnapshot { sequence, text, from })
            }
            Self::Progress { percent, attempt_id } => {
                Input::Signal(Signal::Progress { percent, attempt_id })
            }
            Self::Start(start) => Input::Start(start),
            Self::Stop { media_id } => Input::Stop(media_id),
            Self::Resume { media_id } => Input::Resume(media_id),
            Self::Slept { ms } => Input::Slept(ms),
            Self::Clock { grok_ms } => Input::Signal(Signal::Clock { grok_ms }),
            Self::Preferences(change) => Input::SetPreferences(change),
            Self::ActionResult { action_id, result } => {
                Input::Signal(Signal::ActionResult { action_id, result })
            }
            Self::RateLimited => Input::Signal(Signal::RateLimited),
            Self::Request { stream, request } => Input::Request { stream, request },
            Self::Stream(piece) => Input::Stream(piece),
            Self::Answer(answer) => Input::Signal(Signal::Answer(answer)),
            Self::Record { body } => Input::Signal(Signal::Record { body }),
            Self::UserPress { by } => Input::Signal(Signal::UserPress { by }),
            Self::MainPicture { post_id } => Input::Signal(Signal::MainPicture { post_id }),
            Self::Notice { text, visible } => Input::Signal(Signal::Notice { text, visible }),
            Self::ModerationSeen => Input::Signal(Signal::ModerationSeen),
            Self::AccessRefused { reason } => Input::Signal(Signal::AccessRefused { reason }),
            Self::Queue { change } => Input::ChangeQueue(change),
            Self::UserActive => Input::UserActive,
            Self::PageLoad => Input::Signal(Signal::PageLoad),
            Self::PageUnload => Input::PageUnloaded,
            Self::Tick => Input::TimePassed,
            Self::Restart | Self::Settings { .. } | Self::ActionsFrom { .. } => return None,
        })
    }

    /// The line for `input`; `None` for what a replay finds by itself (timers), what decides nothing
    /// (problems of the page script), and splices, which are recorded as the whole text.
    pub(crate) fn of_input(input: &Input) -> Option<Self> {
        Some(match input {
            Input::Signal(signal) => return Self::of_signal(signal),
            Input::FullSnapshot(whole) => {
                Self::Snapshot { raw: whole.text.clone().map(Arc::new), from: whole.from }
            }
            Input::Request { stream, request } => {
                Self::Request { stream: *stream, request: request.clone() }
            }
            Input::Stream(piece) => Self::Stream(piece.clone()),
            Input::Start(start) => Self::Start(start.clone()),
            Input::Stop(media_id) => Self::Stop { media_id: media_id.clone() },
            Input::Resume(media_id) => Self::Resume { media_id: media_id.clone() },
            Input::SetPreferences(change) => Self::Preferences(change.clone()),
            Input::ChangeQueue(change) => Self::Queue { change: change.clone() },
            Input::UserActive => Self::UserActive,
            Input::PageUnloaded => Self::PageUnload,
            Input::Slept(ms) => Self::Slept { ms: *ms },
            Input::Splice(_) | Input::TimePassed => return None,
        })
    }

    fn of_signal(signal: &Signal) -> Option<Self> {
        Some(match signal {
            Signal::PageLoad => Self::PageLoad,
            Signal::Route { path, conversation } => {
                Self::Route { post_id: post_id_of_path(path), conversation: conversation.clone() }
            }
            Signal::Clock { grok_ms } => Self::Clock { grok_ms: *grok_ms },
            Signal::Progress { percent, attempt_id } => {
                Self::Progress { percent: *percent, attempt_id: attempt_id.clone() }
            }
            Signal::AccessRefused { reason } => Self::AccessRefused { reason: *reason },
            Signal::ModerationSeen => Self::ModerationSeen,
            Signal::UserActive => Self::UserActive,
            Signal::RateLimited => Self::RateLimited,
            Signal::ActionResult { action_id, result } => {
                Self::ActionResult { action_id: *action_id, result: *result }
            }
            Signal::Request { stream, body } => {
                Self::Request { stream: *stream, request: VideoRequest::read(body.as_deref()) }
            }
            Signal::Answer(answer) => Self::Answer(answer.clone()),
            Signal::Record { body } => Self::Record { body: body.clone() },
            Signal::MainPicture { post_id } => Self::MainPicture { post_id: post_id.clone() },
            Signal::Notice { text, visible } => {
                Self::Notice { text: text.clone(), visible: *visible }
            }
            Signal::UserPress { by } => Self::UserPress { by: *by },
            Signal::Problem { .. } => return None,
        })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_session(from: &SnapshotSource) -> bool {
    *from == SnapshotSource::Session
}

/// A blank or overlong id is none, as on the page.
fn id_or_none<'de, D: Deserializer<'de>, T: TryFrom<String>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.and_then(|text| T::try_from(text).ok()))
}

/// A recording made by hand may hold the JSON itself.
fn text_or_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => text,
        json => json.to_string(),
    })
}

fn write_settings<S: Serializer>(settings: &Settings, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(settings.values())
}

fn read_settings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Settings, D::Error> {
    let mut settings = Settings::default();
    for (name, value) in BTreeMap::<String, i64>::deserialize(deserializer)? {
        settings.set(&name, &value.to_string()).map_err(serde::de::Error::custom)?;
    }
    Ok(settings)
}
