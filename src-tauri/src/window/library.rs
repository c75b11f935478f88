//! The library's window (spec D7, K1): the app's own files, shown beside everything else. There is one; asked
//! for again, it comes to front. It closes with the main window.

use anyhow::Context as _;
use retake_locale::text;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindowBuilder};

use super::{BROWSER_ARGUMENTS, LIBRARY, is_of_sidebar};
use crate::data_folder::DataFolder;
use crate::spoken::say;

/// Its size at first, in logical pixels.
const SIZE: (f64, f64) = (1280.0, 860.0);
/// Its smallest size, in logical pixels.
const LEAST_SIZE: (f64, f64) = (640.0, 480.0);

/// Opens the window, or brings it to front.
pub(crate) fn open(app: &AppHandle) -> anyhow::Result<()> {
    if let Some(window) = app.get_webview_window(LIBRARY) {
        window.unminimize().context("showing the library")?;
        return window.set_focus().context("bringing the library to front");
    }
    // Which of the two views of the same files it is, the address says.
    WebviewWindowBuilder::new(app, LIBRARY, WebviewUrl::App("index.html#library".into()))
        .title(title(app))
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
        .data_directory(app.state::<DataFolder>().profile())
        .additional_browser_args(BROWSER_ARGUMENTS)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_of_sidebar)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
        .context("opening the library")?;
    Ok(())
}

/// What its title says, in the language of now.
fn title(app: &AppHandle) -> String {
    say(app, &text::title_of(text::library()))
}

/// Another language is spoken from now on.
pub(crate) fn language_changed(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LIBRARY)
        && let Err(error) = window.set_title(&title(app))
    {
        tracing::debug!("the library keeps its title: {error}");
    }
}

/// Closes it, where it is open.
pub(super) fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LIBRARY)
        && let Err(error) = window.destroy()
    {
        tracing::debug!("the library is closed already: {error}");
    }
}
