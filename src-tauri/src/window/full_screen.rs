//! A window to sign in is never full screen: its title says whose page it shows, full screen would take that
//! away, and a page can draw a title of its own.
//!
//! The page itself may: a video is watched so, and what says where it is stands in the sidebar, which is no
//! part of its webview and stays beside it. On Linux alone: elsewhere the platform's webview decides, and
//! shows its own notice.

use webkit2gtk::{WebView, WebViewExt as _};

/// Refuses `view` what asks for full screen.
pub(super) fn refuse(view: &WebView) {
    view.connect_enter_fullscreen(|_| true);
}
