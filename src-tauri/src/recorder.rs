//! `--record FILE`: what the engine was told, as a recording for `retake replay` (spec F).
//!
//! Timers are not recorded: `replay` finds them by itself. Prompts stand in it as they are.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use retake_engine::{Engine, Input, Settings};
use retake_grok::post::post_id_of_path;
use retake_grok::splice::SnapshotText;
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::observer::{Signal, StreamPiece};
use retake_protocol::{MediaId, Millis};
use serde_json::{Value, json};

/// Appends to a recording.
#[derive(Debug)]
pub(crate) struct Recorder {
    path: PathBuf,
    file: File,
    snapshot: SnapshotText,
}

impl Recorder {
    /// Opens `path` for appending; a recording that is there goes on with a restart. What `engine` is at
    /// by now comes first.
    pub(crate) fn open(path: &Path, engine: &Engine, now: Millis) -> anyhow::Result<Self> {
        let name = path.display();
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .with_context(|| format!("opening the recording {name}"))?;
        let is_new = file.metadata().with_context(|| format!("looking at {name}"))?.len() == 0;
        let mut recorder = Self { path: path.to_owned(), file, snapshot: SnapshotText::default() };
        if !is_new {
            recorder.append(json!({ "type": "restart" }), now)?;
        }
        recorder.record_settings(engine.settings(), now)?;
        let next = engine.next_action_id();
        recorder.append(json!({ "type": "actions_from", "action_id": next }), now)?;
        Ok(recorder)
    }

    /// Begins a recording in the middle of a run: with what is known of the page.
    pub(crate) fn begin(path: &Path, engine: &Engine, now: Millis) -> anyhow::Result<Self> {
        let mut recorder = Self::open(path, engine, now)?;
        for input in engine.known_of_page(now) {
            recorder.record(&input, now)?;
        }
        Ok(recorder)
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Records one input, before the engine handles it.
    pub(crate) fn record(&mut self, input: &Input, now: Millis) -> anyhow::Result<()> {
        match self.line_of(input) {
            Some(line) => self.append(line, now),
            None => Ok(()),
        }
    }

    /// Records what the engine goes by from now on.
    pub(crate) fn record_settings(
        &mut self,
        settings: &Settings,
        now: Millis,
    ) -> anyhow::Result<()> {
        let values: BTreeMap<_, _> = settings.values().into_iter().collect();
        self.append(json!({ "type": "settings", "values": values }), now)
    }

    fn line_of(&mut self, input: &Input) -> Option<Value> {
        match input {
            Input::Signal(signal) => self.line_of_signal(signal),
            Input::WholeText(whole) => {
                self.snapshot.replace(whole.clone());
                Some(self.snapshot_line())
            }
            // The engine refuses what does not fit, and so it is not part of what happened.
            Input::Splice(splice) => {
                self.snapshot.apply(splice).ok().map(|()| self.snapshot_line())
            }
            Input::Stream(StreamPiece { stream, text, is_end }) => Some(json!({
                "type": "stream", "stream": stream, "text": text, "is_end": is_end,
            })),
            Input::Start(start) => Some(start_line(start)),
            Input::ChangeQueue(change) => Some(json!({ "type": "queue", "change": change })),
            Input::UserActive => Some(json!({ "type": "user_active" })),
            Input::Stop(media_id) => Some(command_line("stop", media_id.as_ref())),
            Input::Resume(media_id) => Some(command_line("resume", media_id.as_ref())),
            Input::Slept(ms) => Some(json!({ "type": "slept", "ms": ms })),
            Input::GrokClock(grok_ms) => Some(json!({ "type": "clock", "grok_ms": grok_ms })),
            Input::SetPreferences(preferences) => Some(preferences_line(preferences)),
            Input::TimePassed => None,
        }
    }

    fn line_of_signal(&mut self, signal: &Signal) -> Option<Value> {
        Some(match signal {
            Signal::PageLoad => {
                self.snapshot.clear();
                json!({ "type": "page_load" })
            }
            Signal::Route { path } => {
                json!({ "type": "route", "post_id": post_id_of_path(path) })
            }
            Signal::Progress { percent, attempt_id } => {
                json!({ "type": "progress", "percent": percent, "attempt_id": attempt_id })
            }
            Signal::AccessRefused { reason } => {
                json!({ "type": "access_refused", "reason": reason })
            }
            Signal::ModerationSeen => json!({ "type": "moderation_seen" }),
            Signal::UserActive => json!({ "type": "user_active" }),
            Signal::RateLimited => json!({ "type": "rate_limited" }),
            Signal::ActionResult { action_id, result } => {
                json!({ "type": "action_result", "action_id": action_id, "result": result })
            }
            Signal::Problem { .. } => return None,
        })
    }

    fn snapshot_line(&self) -> Value {
        json!({ "type": "snapshot", "raw": self.snapshot.text() })
    }

    /// One write a line, so that a crash leaves whole lines.
    fn append(&mut self, mut line: Value, now: Millis) -> anyhow::Result<()> {
        line["at"] = now.into();
        self.file.write_all(format!("{line}\n").as_bytes()).context("writing to the recording")
    }
}

/// What the user asked for, and of which image where one was named.
fn command_line(kind: &str, media_id: Option<&MediaId>) -> Value {
    let mut line = json!({ "type": kind });
    set(&mut line, "media_id", media_id.map(MediaId::as_str));
    line
}

fn start_line(start: &StartSession) -> Value {
    let mut line = command_line("start", start.media_id.as_ref());
    set(&mut line, "prompt", Some(start.prompt.as_str()));
    set(&mut line, "max_retries", start.max_retries);
    set(&mut line, "video_goal", start.video_goal);
    line
}

fn preferences_line(preferences: &SetPreferences) -> Value {
    let mut line = command_line("preferences", preferences.media_id.as_ref());
    set(&mut line, "max_retries", preferences.max_retries);
    set(&mut line, "video_goal", preferences.video_goal);
    set(&mut line, "auto_retry", preferences.auto_retry);
    line
}

fn set(line: &mut Value, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        line[name] = value.into();
    }
}

#[cfg(test)]
mod tests {
    use retake_engine::recording::{Recorded, read};
    use retake_protocol::observer::{Splice, WholeText};
    use retake_protocol::queue::QueueChange;
    use retake_protocol::{ActionId, AttemptId, Prompt};
    use retake_store::Store;

    use super::*;

    /// What stands in the recording of `inputs` after what the engine was at, each a millisecond after the one before.
    fn recorded(inputs: &[Input]) -> Vec<Value> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lake.jsonl");
        let mut recorder = Recorder::open(&path, &engine(Settings::default()), 0).unwrap();
        for (input, now) in inputs.iter().zip(1..) {
            recorder.record(input, now).unwrap();
        }
        lines(&path).split_off(2)
    }

    fn engine(settings: Settings) -> Engine {
        Engine::open(Store::in_memory().unwrap(), settings, 0).unwrap()
    }

    fn lines(path: &Path) -> Vec<Value> {
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn f_each_input_is_a_line_of_the_recording() {
        let start = StartSession {
            media_id: None,
            prompt: Prompt::new("slow pan across a mountain lake"),
            max_retries: Some(3),
            video_goal: None,
        };
        let preferences = SetPreferences { auto_retry: Some(false), ..SetPreferences::default() };
        let result =
            Signal::ActionResult { action_id: ActionId(1), result: "control_missing".into() };
        for (input, line) in [
            (
                Input::Signal(Signal::Route { path: "/imagine/post/p1/?x=1".into() }),
                json!({ "at": 1, "type": "route", "post_id": "p1" }),
            ),
            (
                Input::Signal(Signal::Route { path: "/imagine".into() }),
                json!({ "at": 1, "type": "route", "post_id": null }),
            ),
            (
                Input::Signal(Signal::Progress { percent: 61.0, attempt_id: AttemptId::new("a") }),
                json!({ "at": 1, "type": "progress", "percent": 61.0, "attempt_id": "a" }),
            ),
            (
                Input::Signal(result),
                json!({ "at": 1, "type": "action_result", "action_id": 1,
                        "result": "control_missing" }),
            ),
            (Input::Signal(Signal::RateLimited), json!({ "at": 1, "type": "rate_limited" })),
            (Input::Signal(Signal::PageLoad), json!({ "at": 1, "type": "page_load" })),
            (
                Input::Start(start),
                json!({ "at": 1, "type": "start", "max_retries": 3,
                        "prompt": "slow pan across a mountain lake" }),
            ),
            (Input::UserActive, json!({ "at": 1, "type": "user_active" })),
            (Input::Signal(Signal::UserActive), json!({ "at": 1, "type": "user_active" })),
            (
                Input::ChangeQueue(QueueChange::GoOn),
                json!({ "at": 1, "type": "queue", "change": { "do": "go_on" } }),
            ),
            (Input::Stop(None), json!({ "at": 1, "type": "stop" })),
            (Input::Resume(None), json!({ "at": 1, "type": "resume" })),
            (
                Input::SetPreferences(preferences),
                json!({ "at": 1, "type": "preferences", "auto_retry": false }),
            ),
        ] {
            assert_eq!(recorded(&[input]), [line]);
        }
    }

    #[test]
    fn f_a_splice_is_recorded_as_the_whole_text() {
        let splice = |sequence, length| {
            Input::Splice(Splice {
                sequence,
                kept_head: 1,
                kept_tail: 1,
                middle: "x".into(),
                length,
            })
        };
        let lines = recorded(&[
            Input::WholeText(WholeText { sequence: 1, text: Some("{}".into()) }),
            splice(2, 3),
            splice(9, 3),
            Input::WholeText(WholeText { sequence: 10, text: None }),
        ]);
        let texts: Vec<_> = lines.iter().map(|line| line["raw"].as_str()).collect();
        assert_eq!(texts, [Some("{}"), Some("{x}"), None]);
    }

    #[test]
    fn f_a_stream_is_recorded_as_it_came() {
        let piece = StreamPiece { stream: 2, text: "{\"progress\":4".into(), is_end: false };
        let refused = Signal::AccessRefused { reason: "sign_in_needed".into() };
        assert_eq!(
            recorded(&[Input::Stream(piece), Input::Signal(refused)]),
            [
                json!({ "at": 1, "type": "stream", "stream": 2, "text": "{\"progress\":4",
                        "is_end": false }),
                json!({ "at": 2, "type": "access_refused", "reason": "sign_in_needed" }),
            ]
        );
    }

    #[test]
    fn timers_and_problems_are_not_recorded() {
        let problem = Signal::Problem { piece: "toasts.js".into(), message: "gone".into() };
        assert!(recorded(&[Input::TimePassed, Input::Signal(problem)]).is_empty());
    }

    #[test]
    fn f_a_recording_that_is_there_goes_on_with_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lake.jsonl");
        let engine = engine(Settings::default());
        Recorder::open(&path, &engine, 1).unwrap().record(&Input::Stop(None), 2).unwrap();
        Recorder::open(&path, &engine, 3).unwrap();
        let types: Vec<_> = lines(&path).iter().map(|line| line["type"].clone()).collect();
        let begins = ["settings", "actions_from"];
        assert_eq!(types, [&begins[..], &["stop", "restart"], &begins].concat());
    }

    #[test]
    fn f_a_recording_reads_as_what_the_engine_was_at() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lake.jsonl");
        let settings = Settings { cooldown_ms: 250, default_video_goal: 7, ..Settings::default() };
        let mut recorder = Recorder::open(&path, &engine(settings.clone()), 1).unwrap();
        recorder.record_settings(&Settings::default(), 2).unwrap();
        let recording = std::fs::read_to_string(&path).unwrap();
        let read: Vec<_> = read(&recording).unwrap().into_iter().map(|line| line.event).collect();
        let actions_from = Recorded::ActionsFrom(ActionId(1));
        let [before, after] = [settings, Settings::default()].map(Recorded::Settings);
        assert_eq!(read, [before, actions_from, after]);
    }
}
