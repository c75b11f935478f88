//! What the page script may call. Nothing of it is trusted: the guard comes first.
//!
//! The script waits for each answer before it calls again, so what it saw arrives in order.

use std::sync::{Arc, Mutex, PoisonError};

use retake_engine::{Handled, Input};
use retake_protocol::Millis;
use retake_protocol::command::CommandError;
use retake_protocol::observer::{Signal, SnapshotReply, Splice, WholeText};
use tauri::State;

use super::refused;
use crate::clock::Clock;
use crate::engine_task::EngineHandle;
use crate::guard::{Guard, Refused};

/// The guard, the clock it goes by, and where to pass on what it lets through.
pub(crate) struct Gate {
    guard: Mutex<Guard>,
    clock: Arc<Clock>,
    engine: EngineHandle,
}

impl Gate {
    /// A gate that nothing has passed yet.
    pub(crate) fn new(clock: Arc<Clock>, engine: EngineHandle) -> Self {
        Self { guard: Mutex::new(Guard::new(clock.now())), clock, engine }
    }

    /// Passes on what `check` lets through, and tells the diagnostics of refusals.
    async fn pass(
        &self,
        check: impl FnOnce(&mut Guard, Millis) -> Result<Input, Refused>,
    ) -> Result<Handled, CommandError> {
        let (checked, report) = {
            let now = self.clock.now();
            let mut guard = self.guard.lock().unwrap_or_else(PoisonError::into_inner);
            (check(&mut guard, now), guard.report(now))
        };
        if let Some(report) = report {
            self.engine.handle(Input::Signal(report)).await?;
        }
        let handled =
            self.engine.handle(checked.map_err(|refusal| refused(refusal.to_string()))?).await?;
        handled.refused.clone().map_or(Ok(handled), |reason| Err(refused(reason)))
    }
}

/// One thing that the page script saw.
#[tauri::command]
pub(crate) async fn observer_signal(
    signal: Signal,
    gate: State<'_, Gate>,
) -> Result<(), CommandError> {
    gate.pass(|guard, now| {
        guard.check_signal(&signal, now)?;
        Ok(Input::Signal(signal))
    })
    .await?;
    Ok(())
}

/// The store's text, whole.
#[tauri::command]
pub(crate) async fn observer_text(
    snapshot: WholeText,
    gate: State<'_, Gate>,
) -> Result<SnapshotReply, CommandError> {
    let handled = gate.pass(|guard, now| {
        guard.check_text(&snapshot, now)?;
        Ok(Input::WholeText(snapshot))
    });
    Ok(reply_of(&handled.await?))
}

/// What changed in the store's text.
#[tauri::command]
pub(crate) async fn observer_splice(
    splice: Splice,
    gate: State<'_, Gate>,
) -> Result<SnapshotReply, CommandError> {
    let handled = gate.pass(|guard, now| {
        guard.check_splice(&splice, now)?;
        Ok(Input::Splice(splice))
    });
    Ok(reply_of(&handled.await?))
}

/// Without an answer of the engine it is safer to have the whole text.
fn reply_of(handled: &Handled) -> SnapshotReply {
    handled.snapshot_reply.unwrap_or(SnapshotReply::SendWholeText)
}
