//! What a right click offers (spec W10). WebKitGTK's own menu is made for a browser: in the sidebar it
//! offers to go back and to reload, in the page to open windows that Retake does not have.
//!
//! On Linux alone: WebView2 and WKWebView show menus that fit an app, and the sidebar's script keeps them
//! away from what is no text (`ui/src/hooks/use_context_menu.rs`).

use anyhow::Context as _;
use tauri::Webview;
use webkit2gtk::{
    ContextMenu, ContextMenuAction, ContextMenuExt as _, ContextMenuItem, ContextMenuItemExt as _,
    WebViewExt as _,
};

/// Whose menu it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MenuOf {
    /// Grok's page: what a browser offers, without windows.
    Page,
    /// The sidebar, and windows to sign in: what belongs to text.
    Texts,
}

/// Keeps of each menu of `webview` what makes sense there; one without anything is not shown.
pub(super) fn watch(webview: &Webview, whose: MenuOf) -> anyhow::Result<()> {
    webview
        .with_webview(move |platform| {
            platform.inner().connect_context_menu(move |_, menu, _, _| {
                tidy(menu, whose);
                menu.n_items() == 0
            });
        })
        .context("watching for right clicks")
}

fn tidy(menu: &ContextMenu, whose: MenuOf) {
    for item in menu.items() {
        if !item.is_separator() && !keeps(whose, item.stock_action()) {
            menu.remove(&item);
        }
    }
    // Lines between nothing and something are left.
    let mut is_line_before = true;
    let mut last: Option<ContextMenuItem> = None;
    for item in menu.items() {
        let is_line = item.is_separator();
        if is_line && is_line_before {
            menu.remove(&item);
        } else {
            last = is_line.then_some(item);
        }
        is_line_before = is_line;
    }
    if let Some(line) = last {
        menu.remove(&line);
    }
}

/// Whether `action` makes sense there.
fn keeps(whose: MenuOf, action: ContextMenuAction) -> bool {
    use ContextMenuAction as Action;

    let is_of_text = matches!(
        action,
        Action::Copy
            | Action::Cut
            | Action::Paste
            | Action::PasteAsPlainText
            | Action::Delete
            | Action::SelectAll
            | Action::SpellingGuess
            | Action::NoGuessesFound
            | Action::IgnoreSpelling
            | Action::LearnSpelling
            | Action::InsertEmoji
    );
    let is_of_page = matches!(
        action,
        Action::GoBack
            | Action::GoForward
            | Action::Reload
            | Action::CopyLinkToClipboard
            | Action::CopyImageToClipboard
            | Action::CopyImageUrlToClipboard
            | Action::CopyVideoLinkToClipboard
            | Action::DownloadLinkToDisk
            | Action::DownloadImageToDisk
            | Action::DownloadVideoToDisk
            | Action::MediaPlay
            | Action::MediaPause
            | Action::MediaMute
            | Action::ToggleMediaControls
            | Action::ToggleMediaLoop
            | Action::EnterVideoFullscreen
    );
    let is_of_developers = cfg!(debug_assertions) && action == Action::InspectElement;
    is_of_text || is_of_developers || (whose == MenuOf::Page && is_of_page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w10_a_menu_offers_what_can_be_done_where_it_opens() {
        use ContextMenuAction as Action;
        for (action, in_page, in_sidebar) in [
            (Action::Copy, true, true),
            (Action::Paste, true, true),
            (Action::SpellingGuess, true, true),
            (Action::Reload, true, false),
            (Action::GoBack, true, false),
            (Action::CopyImageToClipboard, true, false),
            (Action::DownloadVideoToDisk, true, false),
            (Action::OpenLinkInNewWindow, false, false),
            (Action::OpenImageInNewWindow, false, false),
            (Action::OpenFrameInNewWindow, false, false),
            (Action::OpenVideoInNewWindow, false, false),
            (Action::Stop, false, false),
        ] {
            assert_eq!(keeps(MenuOf::Page, action), in_page, "{action:?} in the page");
            assert_eq!(keeps(MenuOf::Texts, action), in_sidebar, "{action:?} in the sidebar");
        }
    }
}
