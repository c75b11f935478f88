//! From text to lines. A recording whose last line was cut short is read up to it.

use std::borrow::Cow;
use std::sync::Arc;

use retake_grok::browser_json::well_formed;
use retake_protocol::Millis;
use retake_protocol::observer::SnapshotSource;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Line, Recorded};

/// The latest time of a line, and its negative the earliest: 2⁵³ − 1 ms, the largest number that
/// JavaScript counts exactly. Durations are added to times, so the last ones of `i64` can't be taken.
const MOST_MS: Millis = (1 << 53) - 1;

/// A recording as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadRecording {
    /// In the order of the file.
    pub lines: Vec<Line>,
    /// What was left out at its end.
    pub cut: Option<CutLine>,
}

/// The last line breaks off: the app or the disk ended while it was written. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is cut short; the recording was read up to it")]
pub struct CutLine {
    /// Which line.
    pub line: usize,
}

/// Why a recording can't be read. Lines count from 1.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// Occurs when a line is no JSON object of the form that spec F2 gives.
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

/// Reads a whole recording. Blank lines are skipped.
pub fn read(text: &str) -> Result<ReadRecording, RecordingError> {
    let mut recording = ReadRecording::default();
    let last = text.lines().count();
    for (index, text) in text.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let text = well_formed(text);
        let line = match read_line(&text) {
            Ok(line) => line,
            // The first line of a file tells whether it is a recording at all, so it must be whole.
            Err(Problem::Cut) if number == last && !recording.lines.is_empty() => {
                recording.cut = Some(CutLine { line: number });
                break;
            }
            Err(problem) => {
                let problem = problem.in_words();
                return Err(RecordingError::BadLine { line: number, problem });
            }
        };
        if let Some(before) = recording.lines.last().filter(|before| before.at > line.at) {
            let (from, to) = (before.at, line.at);
            return Err(RecordingError::BackInTime { line: number, from, to });
        }
        recording.lines.push(line);
    }
    Ok(recording)
}

/// Whether a file that begins with this line is a recording.
pub fn is_recording(first_line: &str) -> bool {
    read_line(&well_formed(first_line)).is_ok()
}

/// `at` of a line in ms; `None` where the line is cut or none of a recording.
pub fn time_of(line: &str) -> Option<Millis> {
    let line = well_formed(line);
    let head: Head = serde_json::from_str(&line).ok()?;
    moment("at", head.at).ok()
}

/// Why a line can't be read.
enum Problem {
    /// It ends too early.
    Cut,
    Wrong(String),
}

impl Problem {
    fn in_words(self) -> String {
        match self {
            Self::Cut => "it is cut short".to_owned(),
            Self::Wrong(problem) => problem,
        }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        if error.is_eof() { Self::Cut } else { Self::Wrong(error.to_string()) }
    }
}

/// What every line has.
#[derive(Deserialize)]
struct Head<'a> {
    at: Millis,
    #[serde(borrow)]
    r#type: Cow<'a, str>,
}

/// A `snapshot`, which serde's tagged enums can't hold: the store stays as its raw text.
#[derive(Deserialize)]
struct Snapshot<'a> {
    #[serde(borrow)]
    store: Option<&'a RawValue>,
    raw: Option<String>,
    #[serde(default)]
    from: SnapshotSource,
}

fn read_line(text: &str) -> Result<Line, Problem> {
    let head: Head = serde_json::from_str(text)?;
    let at = moment("at", head.at)?;
    let event = if head.r#type == "snapshot" {
        let snapshot: Snapshot = serde_json::from_str(text)?;
        let store = || snapshot.store.map(|store| store.get().to_owned());
        let raw = snapshot.raw.or_else(store).map(Arc::new);
        Recorded::Snapshot { raw, from: snapshot.from }
    } else {
        serde_json::from_str(text)?
    };
    match event {
        Recorded::Clock { grok_ms } => drop(moment("grok_ms", grok_ms)?),
        Recorded::Slept { ms } => drop(duration("ms", ms)?),
        _ => {}
    }
    Ok(Line { at, event })
}

fn moment(name: &str, ms: Millis) -> Result<Millis, Problem> {
    if (-MOST_MS..=MOST_MS).contains(&ms) {
        return Ok(ms);
    }
    Err(Problem::Wrong(format!("`{name}` is {ms}; give a time from -{MOST_MS} to {MOST_MS} ms")))
}

fn duration(name: &str, ms: Millis) -> Result<Millis, Problem> {
    match moment(name, ms)? {
        ms if ms < 0 => {
            Err(Problem::Wrong(format!("`{name}` is {ms}; give a duration of 0 ms or more")))
        }
        ms => Ok(ms),
    }
}
