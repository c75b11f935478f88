//! What the sidebar may call.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use retake_engine::{Input, transfer};
use retake_locale::text;
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy, SetPreferences, StartSession};
use retake_protocol::history::{HistoryPage, HistoryQuery, ImageDetail};
use retake_protocol::queue::{QueueChange, QueueFile};
use retake_protocol::statistics::{Pace, Statistics};
use retake_protocol::view::Update;
use retake_store::{Store, StoreError};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{Channel, InvokeBody, Request};
use tauri::{State, Webview};

use super::maintenance::blocking;
use super::{failed, refused};
use crate::engine_task::EngineHandle;
use crate::{calendar, text_file};

/// Sends the state now and every change from then on.
#[tauri::command]
pub(crate) async fn subscribe(
    channel: Channel<Update>,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    engine.subscribe(channel).await
}

/// Begins a session for the image on the page (spec C1).
#[tauri::command]
pub(crate) async fn start_session(
    request: StartSession,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    tell(&engine, Input::Start(request)).await
}

/// Ends the session of an image; without one, of the image on the page (spec C12, B3).
#[tauri::command]
pub(crate) async fn stop_session(
    media_id: Option<MediaId>,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    tell(&engine, Input::Stop(media_id)).await
}

/// Begins a session for what was left of the last one (spec C13). It is refused where the page shows
/// another image than the one that is meant.
#[tauri::command]
pub(crate) async fn resume_session(
    media_id: Option<MediaId>,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    tell(&engine, Input::Resume(media_id)).await
}

/// Changes what is set for the image on the page (spec C15, C17).
#[tauri::command]
pub(crate) async fn set_preferences(
    request: SetPreferences,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    tell(&engine, Input::SetPreferences(request)).await
}

/// A page of the history.
#[tauri::command]
pub(crate) async fn history_page(
    query: HistoryQuery,
    store: State<'_, Store>,
) -> Result<HistoryPage, CommandError> {
    read(&store, move |store| store.history_page(&query)).await
}

/// One image whole; `None`: nothing is stored of it.
#[tauri::command]
pub(crate) async fn image_detail(
    media_id: MediaId,
    store: State<'_, Store>,
) -> Result<Option<ImageDetail>, CommandError> {
    read(&store, move |store| store.image_detail(&media_id)).await
}

/// What the history adds up to.
#[tauri::command]
pub(crate) async fn statistics(store: State<'_, Store>) -> Result<Statistics, CommandError> {
    read(&store, |store| store.statistics(calendar::last_days)).await
}

/// What the newest sessions took.
#[tauri::command]
pub(crate) async fn pace(store: State<'_, Store>) -> Result<Pace, CommandError> {
    read(&store, Store::pace).await
}

/// Changes the queue.
#[tauri::command]
pub(crate) async fn change_queue(
    change: QueueChange,
    engine: State<'_, EngineHandle>,
) -> Result<(), CommandError> {
    tell(&engine, Input::ChangeQueue(change)).await
}

/// What of a CSV can be queued, and what can't; nothing is queued. The body is the file as it is.
#[tauri::command]
pub(crate) async fn read_queue_file(
    request: Request<'_>,
    store: State<'_, Store>,
) -> Result<QueueFile, CommandError> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(refused("a file for the queue is its bytes"));
    };
    let (bytes, store) = (bytes.clone(), store.inner().clone());
    blocking(move || Ok(transfer::read_queue_file(&text_file::decode(bytes)?, &store)?)).await
}

/// The user is using the sidebar: the queue leaves the page as it is for a while.
#[tauri::command]
pub(crate) async fn user_active(engine: State<'_, EngineHandle>) -> Result<(), CommandError> {
    tell(&engine, Input::UserActive).await
}

/// The program of the sidebar or the library has a fault, which the log then holds (spec W12).
#[tauri::command]
pub(crate) fn report_fault(webview: Webview, message: &str) {
    tracing::error!(webview = webview.label(), message, "a window's program has failed");
}

async fn tell(engine: &EngineHandle, input: Input) -> Result<(), CommandError> {
    let handled = engine.handle(input).await?;
    handled.refused.map_or(Ok(()), Err)
}

/// Reading may wait for the disk, and so has a thread of its own.
pub(super) async fn read<T: Send + 'static>(
    store: &Store,
    query: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, CommandError> {
    let answer = attempt(store, query).await;
    answer.map_err(|error| {
        failed(text::history_unreadable(format!("{error:#}"))).with_remedy(Remedy::OpenDataFolder)
    })
}

/// What waits for the disk has a thread of its own.
pub(super) async fn attempt<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
) -> anyhow::Result<T> {
    let store = store.clone();
    Ok(spawn_blocking(move || work(&store)).await??)
}
