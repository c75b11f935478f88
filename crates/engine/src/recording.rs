//! The lines of a recording (spec F): one JSON object each, `at` in ms, never decreasing. Beside the
//! spec's types there are `stream`, `moderation_seen`, `access_refused`, `queue` and `user_active`, for
//! what the page and the user have had to say since; and for what was there when it began, `settings`
//! and `actions_from`.

use std::collections::BTreeMap;

use retake_grok::browser_json::well_formed;
use retake_grok::post::POST_PATH;
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::observer::{Signal, StreamPiece, WholeText};
use retake_protocol::queue::QueueChange;
use retake_protocol::{ActionId, AttemptId, MediaId, Millis, PostId, Prompt};
use retake_session::Settings;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::input::Input;

/// The latest time of a line, and its negative the earliest: 2⁵³ − 1 ms, the largest number that
/// JavaScript counts exactly. Spans are added to times, so the last ones of `i64` can't be taken.
const MOST_MS: Millis = (1 << 53) - 1;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Milliseconds, within ±(2⁵³ − 1).
    pub at: Millis,
    /// What happened then.
    pub event: Recorded,
}

/// What a line tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Recorded {
    /// The page shows another post, or none.
    Route(Option<PostId>),
    /// The text of the store; `None`: it was absent.
    Snapshot(Option<String>),
    /// The page's progress display.
    Progress {
        /// Percent, 0–100.
        percent: f64,
        /// `None`: the one under way.
        attempt_id: Option<AttemptId>,
    },
    /// The user asked for a start.
    Start(StartSession),
    /// The user asked for a stop, of the image on the page where none is named.
    Stop(Option<MediaId>),
    /// The user asked for a resume.
    Resume(Option<MediaId>),
    /// The user changed preferences.
    Preferences(SetPreferences),
    /// The page answered an action.
    ActionResult {
        /// The action.
        action_id: ActionId,
        /// `clicked`, or a refusal reason.
        result: String,
    },
    /// A rate limit was seen.
    RateLimited,
    /// A piece of a generation's stream.
    Stream(StreamPiece),
    /// A toast told of a moderation.
    ModerationSeen,
    /// Grok refused a generation until the user does something.
    AccessRefused(String),
    /// The user changed the queue.
    Queue(QueueChange),
    /// The user touched page or sidebar.
    UserActive,
    /// The page was loaded anew.
    PageLoad,
    /// The app ended and started again.
    Restart,
    /// The settings are these from now on; without such a line they are the default ones.
    Settings(Settings),
    /// The next action has this id; without such a line the first has 1, as in a new history.
    ActionsFrom(ActionId),
    /// The machine slept for so many ms before this moment.
    Slept(Millis),
    /// Grok's clock said this, in ms.
    Clock(Millis),
    /// Time passed, nothing else.
    Tick,
}

impl Recorded {
    /// What the engine is told; `None`: what is no input but changes the engine itself, or how the
    /// recording is read.
    /// `sequence` numbers snapshots, and only has to grow.
    pub fn into_input(self, sequence: u64) -> Option<Input> {
        Some(match self {
            Self::Route(post_id) => {
                let path = post_id.map(|post_id| format!("{POST_PATH}{post_id}"));
                Input::Signal(Signal::Route { path: path.unwrap_or_default() })
            }
            Self::Snapshot(text) => Input::WholeText(WholeText { sequence, text }),
            Self::Progress { percent, attempt_id } => {
                Input::Signal(Signal::Progress { percent, attempt_id })
            }
            Self::Start(start) => Input::Start(start),
            Self::Stop(media_id) => Input::Stop(media_id),
            Self::Resume(media_id) => Input::Resume(media_id),
            Self::Slept(ms) => Input::Slept(ms),
            Self::Clock(grok_ms) => Input::GrokClock(grok_ms),
            Self::Preferences(change) => Input::SetPreferences(change),
            Self::ActionResult { action_id, result } => {
                Input::Signal(Signal::ActionResult { action_id, result })
            }
            Self::RateLimited => Input::Signal(Signal::RateLimited),
            Self::Stream(piece) => Input::Stream(piece),
            Self::ModerationSeen => Input::Signal(Signal::ModerationSeen),
            Self::AccessRefused(reason) => Input::Signal(Signal::AccessRefused { reason }),
            Self::Queue(change) => Input::ChangeQueue(change),
            Self::UserActive => Input::UserActive,
            Self::PageLoad => Input::Signal(Signal::PageLoad),
            Self::Tick => Input::TimePassed,
            Self::Restart | Self::Settings(_) | Self::ActionsFrom(_) => return None,
        })
    }
}

/// Why a recording can't be read. Lines count from 1.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// Occurs when a line is no JSON object of the form that spec F gives.
    #[error("line {line} is not a recorded event: {problem}")]
    BadLine {
        /// Which line.
        line: usize,
        /// What was wrong with it.
        problem: String,
    },
    /// Occurs when `at` goes back.
    #[error("line {line} goes back in time, from {from} to {to} ms: sort the recording by `at`")]
    BackInTime {
        /// Which line.
        line: usize,
        /// `at` of the line before.
        from: Millis,
        /// `at` of this line.
        to: Millis,
    },
}

/// Reads a whole recording. Blank lines are passed over.
pub fn read(text: &str) -> Result<Vec<Line>, RecordingError> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, text) in text.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let line =
            read_line(text).map_err(|problem| RecordingError::BadLine { line: number, problem })?;
        if let Some(before) = lines.last().filter(|before| before.at > line.at) {
            let (from, to) = (before.at, line.at);
            return Err(RecordingError::BackInTime { line: number, from, to });
        }
        lines.push(line);
    }
    Ok(lines)
}

/// All fields of all types: serde's tagged enums can't hold the store's raw text.
#[derive(Deserialize)]
struct Fields<'a> {
    at: Millis,
    r#type: String,
    post_id: Option<String>,
    #[serde(borrow)]
    store: Option<&'a RawValue>,
    raw: Option<String>,
    percent: Option<f64>,
    attempt_id: Option<String>,
    prompt: Option<String>,
    max_retries: Option<f64>,
    video_goal: Option<f64>,
    auto_retry: Option<bool>,
    action_id: Option<i64>,
    result: Option<String>,
    stream: Option<u32>,
    text: Option<String>,
    is_end: Option<bool>,
    reason: Option<String>,
    change: Option<QueueChange>,
    values: Option<BTreeMap<String, i64>>,
    media_id: Option<String>,
    ms: Option<Millis>,
    grok_ms: Option<Millis>,
}

fn read_line(text: &str) -> Result<Line, String> {
    let text = well_formed(text);
    let fields: Fields = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let at = moment_of("at", Some(fields.at))?;
    let media_id = fields.media_id.and_then(MediaId::new);
    let missing = |name: &str| format!("`{name}` is missing");
    let event = match fields.r#type.as_str() {
        "route" => Recorded::Route(fields.post_id.and_then(PostId::new)),
        "snapshot" => {
            Recorded::Snapshot(fields.raw.or_else(|| fields.store.map(|raw| raw.get().to_owned())))
        }
        "progress" => Recorded::Progress {
            percent: fields.percent.ok_or_else(|| missing("percent"))?,
            attempt_id: fields.attempt_id.and_then(AttemptId::new),
        },
        "start" => Recorded::Start(StartSession {
            media_id,
            prompt: Prompt::new(fields.prompt.unwrap_or_default()),
            max_retries: fields.max_retries.map(whole),
            video_goal: fields.video_goal.map(whole),
        }),
        "stop" => Recorded::Stop(media_id),
        "resume" => Recorded::Resume(media_id),
        "slept" => Recorded::Slept(duration_of(fields.ms)?),
        "clock" => Recorded::Clock(moment_of("grok_ms", fields.grok_ms)?),
        "preferences" => Recorded::Preferences(SetPreferences {
            media_id,
            max_retries: fields.max_retries.map(whole),
            video_goal: fields.video_goal.map(whole),
            auto_retry: fields.auto_retry,
        }),
        "action_result" => Recorded::ActionResult {
            action_id: action_id_of(fields.action_id)?,
            result: fields.result.ok_or_else(|| missing("result"))?,
        },
        "rate_limited" => Recorded::RateLimited,
        "stream" => Recorded::Stream(StreamPiece {
            stream: fields.stream.unwrap_or(1),
            text: fields.text.ok_or_else(|| missing("text"))?,
            is_end: fields.is_end.unwrap_or(false),
        }),
        "moderation_seen" => Recorded::ModerationSeen,
        "access_refused" => {
            Recorded::AccessRefused(fields.reason.ok_or_else(|| missing("reason"))?)
        }
        "queue" => Recorded::Queue(fields.change.ok_or_else(|| missing("change"))?),
        "user_active" => Recorded::UserActive,
        "page_load" => Recorded::PageLoad,
        "restart" => Recorded::Restart,
        "actions_from" => Recorded::ActionsFrom(action_id_of(fields.action_id)?),
        "settings" => {
            Recorded::Settings(settings_of(&fields.values.ok_or_else(|| missing("values"))?)?)
        }
        "tick" => Recorded::Tick,
        other => return Err(format!("there is no type `{other}`")),
    };
    Ok(Line { at, event })
}

fn action_id_of(number: Option<i64>) -> Result<ActionId, String> {
    number.map(ActionId).ok_or_else(|| "`action_id` is missing".to_owned())
}

fn moment_of(name: &str, ms: Option<Millis>) -> Result<Millis, String> {
    let ms = ms.ok_or_else(|| format!("`{name}` is missing"))?;
    if (-MOST_MS..=MOST_MS).contains(&ms) {
        return Ok(ms);
    }
    Err(format!("`{name}` is {ms}; give a time from -{MOST_MS} to {MOST_MS} ms"))
}

fn duration_of(ms: Option<Millis>) -> Result<Millis, String> {
    match moment_of("ms", ms)? {
        ms if ms < 0 => Err(format!("`ms` is {ms}; give a duration of 0 ms or more")),
        ms => Ok(ms),
    }
}

/// Settings that are not named have their default value.
fn settings_of(values: &BTreeMap<String, i64>) -> Result<Settings, String> {
    let mut settings = Settings::default();
    for (name, value) in values {
        settings.set(name, &value.to_string()).map_err(|error| error.to_string())?;
    }
    Ok(settings)
}

/// A number that is no whole one in `u32` becomes one that is out of every range, so that the
/// machine refuses it as it refuses the user's (spec F: a refused command changes nothing).
fn whole(number: f64) -> u32 {
    if number.fract() != 0.0 {
        return u32::MAX;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let whole = number as u32;
    whole
}
