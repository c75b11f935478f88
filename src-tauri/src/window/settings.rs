//! What the settings change of the window at once: sizes, place above others, sound.

use anyhow::{Context, Result};
use tauri::{AppHandle, Manager};

use super::{GROK, MAIN, scale_page, scale_sidebar};
use crate::settings::SettingsStore;

/// Makes the window as the settings have it.
pub(crate) fn apply_settings(app: &AppHandle, settings: &SettingsStore) -> Result<()> {
    scale_sidebar(app, settings.text_scale())?;
    scale_page(app, settings.page_scale())?;
    let window = app.get_window(MAIN).context("finding the window")?;
    let is_above = settings.is_always_on_top();
    window.set_always_on_top(is_above).context("setting the window above others")?;
    mute_page(app, settings.mutes_page())
}

#[cfg(target_os = "linux")]
fn mute_page(app: &AppHandle, is_muted: bool) -> Result<()> {
    use webkit2gtk::WebViewExt;

    let page = app.get_webview(GROK).context("finding the page's webview")?;
    let mute = move |page: tauri::webview::PlatformWebview| page.inner().set_is_muted(is_muted);
    page.with_webview(mute).context("muting the page")
}

/// No setting offers it here.
#[cfg(not(target_os = "linux"))]
fn mute_page(app: &AppHandle, _is_muted: bool) -> Result<()> {
    app.get_webview(GROK).map(|_| ()).context("finding the page's webview")
}
