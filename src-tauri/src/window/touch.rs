//! What the user does to the page's webview: a button, a key, a finger. The system tells the widget of it,
//! so no script can make one, and neither can what the page script says (`observer_signal`).

use anyhow::Context as _;
use gtk::glib::Propagation;
use gtk::prelude::WidgetExt as _;
use tauri::Webview;

/// Calls `touched` at each touch of `page`, on the main thread.
pub(super) fn watch(
    page: &Webview,
    touched: impl Fn() + Clone + Send + 'static,
) -> anyhow::Result<()> {
    page.with_webview(move |platform| {
        let view = platform.inner();
        let (by_key, by_finger) = (touched.clone(), touched.clone());
        view.connect_button_press_event(move |_, _| {
            touched();
            Propagation::Proceed
        });
        view.connect_key_press_event(move |_, _| {
            by_key();
            Propagation::Proceed
        });
        view.connect_touch_event(move |_, _| {
            by_finger();
            Propagation::Proceed
        });
    })
    .context("watching what the user does to the page")
}
