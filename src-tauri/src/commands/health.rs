//! Health: what is found on the page, having the user point at what is not, and a recording for a bug
//! report (spec G5, P1, P2, P4).

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use std::sync::Arc;
use std::time::Duration;

use retake_locale::text;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::health::{About, ControlPiece, Found};
use retake_protocol::machine::Machine;
use retake_protocol::maintenance::Done;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};

use super::maintenance::in_data_folder;
use super::{failed, page_busy, refused};
use crate::clock::Clock;
use crate::data_files::{self, Kind};
use crate::data_folder::DataFolder;
use crate::engine_task::{EngineHandle, Recording};
use crate::page_requests::PageRequests;
use crate::settings::SettingsStore;
use crate::{machine, version, window};

/// How long the page may take to say what it finds.
const FOUND_WITHIN: Duration = Duration::from_secs(5);

/// How long the user may take to point at something.
const PICKED_WITHIN: Duration = Duration::from_mins(2);

/// Which Retake this is.
#[tauri::command]
pub(crate) fn about() -> About {
    version::about()
}

/// What this machine brings for the webviews, and what it lacks (spec W7, W8).
#[tauri::command]
pub(crate) fn machine() -> Machine {
    machine::view()
}

/// What the page script finds at this moment, and how.
#[tauri::command]
pub(crate) async fn page_health(
    app: AppHandle,
    page_requests: State<'_, PageRequests>,
) -> Result<Vec<Found>, CommandError> {
    let (number, answer) = page_requests.found().ask();
    let question = serde_json::json!({ "number": number });
    window::ask_page(&app, "health", &question).map_err(|error| failed(format!("{error:#}")))?;
    let answer = tokio::time::timeout(FOUND_WITHIN, answer).await;
    answer.ok().and_then(Result::ok).ok_or_else(page_busy)
}

/// Has the user point at a control in the page, keeps its selector, and says so.
#[tauri::command]
pub(crate) async fn pick_control(
    piece: ControlPiece,
    app: AppHandle,
    page_requests: State<'_, PageRequests>,
    keeper: State<'_, SettingsStore>,
) -> Result<Done, CommandError> {
    let (number, answer) = page_requests.picked().ask();
    let question = serde_json::json!({ "number": number, "piece": piece });
    window::ask_page(&app, "pick", &question).map_err(|error| failed(format!("{error:#}")))?;
    let Ok(Ok(picked)) = tokio::time::timeout(PICKED_WITHIN, answer).await else {
        stop(&app, &page_requests);
        return Err(refused(text::pick_nothing()).with_remedy(Remedy::PickControl { piece }));
    };
    let Some(selector) = picked else {
        return Ok(Done { lines: vec![text::pick_unchanged()] });
    };
    let keeper = keeper.inner().clone();
    let kept = selector.clone();
    let set = spawn_blocking(move || {
        keeper.set_selector(piece, &kept)?;
        Ok::<_, anyhow::Error>(keeper)
    });
    let set = set.await.map_err(|error| failed(error.to_string()))?;
    let keeper = set.map_err(|error| refused(format!("{error:#}")))?;
    window::push_overrides(&app, &keeper);
    Ok(Done { lines: vec![text::pick_done()] })
}

/// Begins a recording for a bug report, in the data folder (spec F6, P4).
#[tauri::command]
pub(crate) async fn start_recording(
    folder: State<'_, DataFolder>,
    clock: State<'_, Arc<Clock>>,
    engine: State<'_, EngineHandle>,
) -> Result<Done, CommandError> {
    let (folder, now) = (folder.inner().clone(), clock.now());
    let file = in_data_folder(move || data_files::new_file(&folder, Kind::Recording, now)).await?;
    let file = engine.record(Recording::Begin(file)).await?;
    Ok(Done {
        lines: vec![text::recording_started(file.display().to_string()), text::recording_holds()],
    })
}

/// Ends the recording under way.
#[tauri::command]
pub(crate) async fn stop_recording(engine: State<'_, EngineHandle>) -> Result<Done, CommandError> {
    let file = engine.record(Recording::End).await?;
    Ok(Done {
        lines: vec![text::recording_stopped(file.display().to_string()), text::recording_caution()],
    })
}

/// The user no longer wants to point at anything.
#[tauri::command]
pub(crate) fn stop_picking(app: AppHandle, page_requests: State<'_, PageRequests>) {
    stop(&app, &page_requests);
}

fn stop(app: &AppHandle, page_requests: &PageRequests) {
    page_requests.picked().withdraw();
    if let Err(error) = window::ask_page(app, "pick", &serde_json::json!({})) {
        tracing::debug!("the page does not hear that nothing is pointed at: {error:#}");
    }
}
