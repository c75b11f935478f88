//! Runs a recording through the engine: a clock that the recording sets, a store in memory
//! (spec F1, F4, F5).

use std::collections::HashSet;

use retake_protocol::observer::{ActionResult, Signal};
use retake_protocol::view::Diagnostic;
use retake_protocol::{ActionId, DiagnosticKind, Millis};
use retake_session::Settings;
use retake_store::{Store, StoreError};

use crate::engine::{Engine, EngineError};
use crate::input::{Effect, Input};
use crate::recording::{self, CutLine, Line, ReadRecording, Recorded, RecordingError};
use crate::report::Report;

/// Who answers the actions that the recording does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirm {
    /// Each is taken as clicked at once.
    Automatic,
    /// Nobody: `--no-auto-confirm`.
    FromRecording,
}

/// Why a replay failed.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// Occurs when the recording can't be read.
    #[error(transparent)]
    Recording(#[from] RecordingError),
    /// Occurs when the engine fails.
    #[error("failed to run the recording through the engine")]
    Engine(#[from] EngineError),
    /// Occurs when the store in memory fails.
    #[error("failed to read the outcome of the replay")]
    Store(#[from] StoreError),
}

/// Runs `text`, a recording, and answers what it came to. It begins with `settings`, and goes by those of
/// the recording where it has them.
pub fn replay(text: &str, settings: Settings, confirm: Confirm) -> Result<Report, ReplayError> {
    replay_into(&Store::in_memory()?, text, settings, confirm)
}

/// The same on top of what `store` holds, which then holds what it came to as well.
pub fn replay_into(
    store: &Store,
    text: &str,
    settings: Settings,
    confirm: Confirm,
) -> Result<Report, ReplayError> {
    let ReadRecording { lines, cut } = recording::read(text)?;
    let started_at = lines.first().map_or(0, |line| line.at);
    let ended_at = lines.last().map_or(started_at, |line| line.at);
    let engine = Engine::open(store.clone(), settings, started_at)?;
    let mut run = Run {
        engine,
        confirm,
        answered: answered_actions(&lines),
        ahead: 0,
        sequence: 0,
        earlier_diagnostics: Vec::new(),
    };
    for line in lines {
        run.line(line)?;
    }
    let panel = run.engine.panel(Millis::MIN);
    let mut diagnostics = panel.diagnostics;
    diagnostics.extend(run.earlier_diagnostics);
    diagnostics.extend(cut.map(|cut| cut_diagnostic(cut, ended_at)));
    Ok(Report::new(store.report()?, panel.queue, diagnostics, cut))
}

/// A cut recording is reported, not refused: what stands before the cut happened (spec F6).
fn cut_diagnostic(cut: CutLine, at: Millis) -> Diagnostic {
    Diagnostic { at, count: 1, kind: DiagnosticKind::RecordingCut, message: cut.to_string() }
}

fn answered_actions(lines: &[Line]) -> HashSet<ActionId> {
    let answered = lines.iter().filter_map(|line| match line.event {
        Recorded::ActionResult { action_id, .. } => Some(action_id),
        _ => None,
    });
    answered.collect()
}

struct Run {
    engine: Engine,
    confirm: Confirm,
    /// By the recording's ids.
    answered: HashSet<ActionId>,
    /// How much larger the recording's ids of actions are than those of this run, whose history began
    /// with the recording.
    ahead: i64,
    /// Numbers the lines; a snapshot takes its line's number.
    sequence: u64,
    /// Of the runs of the app before a `restart`.
    earlier_diagnostics: Vec<Diagnostic>,
}

impl Run {
    fn line(&mut self, line: Line) -> Result<(), EngineError> {
        // A timer due at or before the line fires before it (spec F5), but none while the machine slept.
        let awake_until = match line.event {
            Recorded::Slept { ms } => line.at.saturating_sub(ms),
            _ => line.at,
        };
        while let Some(due) = self.engine.next_wakeup().filter(|due| *due <= awake_until) {
            self.input(Input::TimePassed, due)?;
            if self.engine.next_wakeup() == Some(due) {
                break;
            }
        }
        self.sequence += 1;
        match line.event {
            Recorded::Settings { values } => self.engine.set_settings(values),
            Recorded::ActionsFrom { action_id } => {
                self.ahead = action_id.0.saturating_sub(self.engine.next_action_id().0);
            }
            Recorded::Restart => {
                self.earlier_diagnostics = self.engine.panel(line.at).diagnostics;
                self.engine.restart(line.at)?;
            }
            Recorded::ActionResult { action_id, result } => {
                let action_id = ActionId(action_id.0.saturating_sub(self.ahead));
                self.input(Input::Signal(Signal::ActionResult { action_id, result }), line.at)?;
            }
            event => {
                if let Some(input) = event.into_input(self.sequence) {
                    self.input(input, line.at)?;
                }
            }
        }
        Ok(())
    }

    fn input(&mut self, input: Input, at: Millis) -> Result<(), EngineError> {
        let handled = self.engine.handle(input, at)?;
        for effect in handled.effects {
            if let Effect::Issue(action) = effect
                && self.confirm == Confirm::Automatic
                && !self.answered.contains(&ActionId(action.action_id.0.saturating_add(self.ahead)))
            {
                let (action_id, result) = (action.action_id, ActionResult::Clicked);
                self.input(Input::Signal(Signal::ActionResult { action_id, result }), at)?;
            }
        }
        Ok(())
    }
}
