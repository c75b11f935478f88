//! What the sidebar may do with the page as a browser would: go somewhere, look for a text, sign out
//! (spec O4, O6).

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use retake_locale::text;
use retake_protocol::MediaId;
use retake_protocol::command::{CommandError, Remedy};
use retake_protocol::maintenance::Done;
use retake_protocol::page::{FindDirection, MAX_FIND_BYTES, PageMove, ZoomStep};
use retake_protocol::settings::SettingView;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};
use tokio::sync::oneshot;

use super::{failed, page_busy, refused};
use crate::closing::Closing;
use crate::engine_task::EngineHandle;
use crate::grok_url::GrokUrl;
use crate::settings::SettingsStore;
use crate::window::{self, Given};

/// Opens an image in the page.
#[tauri::command]
pub(crate) fn open_image(
    media_id: MediaId,
    app: AppHandle,
    grok_url: State<'_, GrokUrl>,
) -> Result<(), CommandError> {
    let url = grok_url.post_of(&media_id);
    window::show_page(&app, url).map_err(|error| failed(format!("{error:#}")))
}

/// Has the page take one step. Reloading works also after it could not be loaded.
#[tauri::command]
pub(crate) fn move_page(
    to: PageMove,
    app: AppHandle,
    grok_url: State<'_, GrokUrl>,
) -> Result<(), CommandError> {
    window::move_page(&app, &grok_url, to).map_err(|error| failed(format!("{error:#}")))
}

/// Shows the page one step larger or smaller, or in its own size, from now on. Answers all settings as they
/// are then.
#[tauri::command]
pub(crate) async fn zoom_page(
    step: ZoomStep,
    app: AppHandle,
    keeper: State<'_, SettingsStore>,
) -> Result<Vec<SettingView>, CommandError> {
    let keeper = keeper.inner().clone();
    let kept = spawn_blocking(move || keeper.step_page_zoom(step).map(|()| keeper));
    let kept = kept.await.map_err(|error| failed(error.to_string()))?;
    let keeper = kept.map_err(|error| refused(format!("{error:#}")))?;
    window::scale_page(&app, keeper.page_scale()).map_err(|error| failed(format!("{error:#}")))?;
    Ok(keeper.view())
}

/// The user drags the sidebar's own grip: by how much it is to be wider, in logical pixels.
#[tauri::command]
pub(crate) fn widen_sidebar(by: i32, app: AppHandle) -> Result<(), CommandError> {
    window::widen_sidebar(&app, by).map_err(|error| failed(format!("{error:#}.")))
}

/// Gives the page the image that is on the clipboard, as the user asks (spec W9).
#[tauri::command]
pub(crate) async fn give_image(app: AppHandle) -> Result<Done, CommandError> {
    let given = window::give_image(&app).await.map_err(|error| failed(format!("{error:#}.")))?;
    match given {
        Given::Taken => Ok(Done { lines: vec![text::image_given()] }),
        Given::NoImage => Err(refused(text::image_none_on_clipboard())),
        Given::TooLarge => Err(refused(text::image_too_large())),
        Given::NoField => Err(refused(text::image_not_taken()).with_remedy(Remedy::OpenStartPage)),
    }
}

/// Looks for a text on the page, and selects the next place that has it; answers whether there is one.
#[tauri::command]
pub(crate) async fn find_on_page(
    text: String,
    direction: FindDirection,
    app: AppHandle,
) -> Result<bool, CommandError> {
    if text.len() > MAX_FIND_BYTES {
        return Err(refused(format!("a text to look for has {MAX_FIND_BYTES} bytes at most")));
    }
    let (told, found) = oneshot::channel();
    window::find(&app, &text, direction, told).map_err(|error| failed(format!("{error:#}")))?;
    match tokio::time::timeout(window::PAGE_PATIENCE, found).await {
        Ok(Ok(found)) => Ok(found),
        _ => Err(page_busy()),
    }
}

/// Signs out: cookies and everything else that the page keeps on this machine is deleted. The
/// history is Retake's and stays.
#[tauri::command]
pub(crate) async fn clear_page_data(
    app: AppHandle,
    grok_url: State<'_, GrokUrl>,
) -> Result<Done, CommandError> {
    let cleared = window::clear_page_data(&app, &grok_url).await;
    cleared.map_err(|error| failed(format!("{error:#}.")))?;
    Ok(Done { lines: vec![text::signed_out()] })
}

/// Closes the window in mid-session, as the user has said.
#[tauri::command]
pub(crate) fn close_window(app: AppHandle) -> Result<(), CommandError> {
    window::close(&app).map_err(|error| failed(format!("{error:#}.")))
}

/// The window stays open.
#[tauri::command]
pub(crate) fn keep_open(closing: State<'_, Closing>, engine: State<'_, EngineHandle>) {
    closing.keep_open();
    engine.close_asked(false);
}
