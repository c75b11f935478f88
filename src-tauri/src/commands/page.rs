//! What the sidebar may do with the page as a browser would: go somewhere, look for a text, sign out
//! (spec O4, O6).

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

use std::time::Duration;

use retake_protocol::MediaId;
use retake_protocol::command::CommandError;
use retake_protocol::maintenance::Done;
use retake_protocol::page::{FindDirection, MAX_FIND_BYTES, PageMove};
use tauri::{AppHandle, State};
use tokio::sync::oneshot;

use super::{failed, refused};
use crate::closing::Closing;
use crate::engine_task::EngineHandle;
use crate::grok_url::GrokUrl;
use crate::window;

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

/// How long the page may take to look for a text.
const FIND_PATIENCE: Duration = Duration::from_secs(5);

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
    match tokio::time::timeout(FIND_PATIENCE, found).await {
        Ok(Ok(found)) => Ok(found),
        _ => Err(failed("The page did not answer; it may be busy. Try again.")),
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
    Ok(Done {
        lines: vec!["You are signed out, and the page's data is gone. Your history stays.".into()],
    })
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
