//! Retake's shortcuts while the page has the focus (spec L6, W6). The system tells the widget of a key before
//! the page hears of it, and no script can make such an event, so a page can't press Start. What is
//! pressed goes to the sidebar, which knows what it means; the page does not get it.

use anyhow::Context as _;
use gtk::gdk::{EventKey, ModifierType};
use gtk::glib::Propagation;
use gtk::prelude::WidgetExt as _;
use tauri::{AppHandle, Manager as _, Webview};

use super::SIDEBAR;

/// A key as the sidebar's `keydown` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shortcut {
    key: &'static str,
    has_control: bool,
    has_alt: bool,
    /// Whether what it opens is typed into.
    takes_focus: bool,
}

/// With Control: what the page gets none of, by the name of the key's sign, as the sidebar hears it, and
/// whether it takes the focus along. `Enter` is whichever of the two keys.
const WITH_CONTROL: [(&str, &str, bool); 24] = [
    ("Return", "Enter", false),
    ("KP_Enter", "Enter", false),
    ("period", ".", false),
    ("k", "k", true),
    ("K", "k", true),
    ("f", "f", true),
    ("F", "f", true),
    ("l", "l", false),
    ("L", "l", false),
    ("r", "r", false),
    ("R", "r", false),
    ("plus", "+", false),
    ("equal", "=", false),
    ("KP_Add", "+", false),
    ("minus", "-", false),
    ("KP_Subtract", "-", false),
    ("0", "0", false),
    ("KP_0", "0", false),
    ("comma", ",", true),
    ("1", "1", true),
    ("2", "2", true),
    ("3", "3", true),
    ("4", "4", true),
    ("5", "5", true),
];

/// Sends the shortcuts that are pressed in `page` to the sidebar.
pub(super) fn forward(app: &AppHandle, page: &Webview) -> anyhow::Result<()> {
    let app = app.clone();
    page.with_webview(move |platform| {
        platform.inner().connect_key_press_event(move |_, event| {
            let Some(shortcut) = pressed(event) else { return Propagation::Proceed };
            if let Err(error) = send(&app, shortcut) {
                tracing::warn!("a shortcut did not reach the sidebar: {error:#}");
            }
            Propagation::Stop
        });
    })
    .context("listening for shortcuts in the page")
}

fn pressed(event: &EventKey) -> Option<Shortcut> {
    let name = event.keyval().name()?;
    let held = event.state();
    let has = |modifier| held.contains(modifier);
    shortcut(&name, has(ModifierType::CONTROL_MASK), has(ModifierType::MOD1_MASK))
}

fn shortcut(name: &str, has_control: bool, has_alt: bool) -> Option<Shortcut> {
    let (key, takes_focus) = match (name, has_control, has_alt) {
        ("F5", false, false) => ("F5", false),
        ("Left", false, true) => ("ArrowLeft", false),
        ("Right", false, true) => ("ArrowRight", false),
        (_, true, false) => {
            let (_, key, takes_focus) = WITH_CONTROL.iter().find(|(known, ..)| *known == name)?;
            (*key, *takes_focus)
        }
        _ => return None,
    };
    Some(Shortcut { key, has_control, has_alt, takes_focus })
}

fn send(app: &AppHandle, shortcut: Shortcut) -> anyhow::Result<()> {
    let sidebar = app.get_webview(SIDEBAR).context("finding the sidebar's webview")?;
    if shortcut.takes_focus {
        sidebar.set_focus().context("giving the sidebar the focus")?;
    }
    let Shortcut { key, has_control, has_alt, .. } = shortcut;
    let press = format!(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: \
         {has_control}, altKey: {has_alt}, bubbles: true, cancelable: true }}));"
    );
    sidebar.eval(press).context("telling the sidebar")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l6_what_is_typed_on_the_page_is_left_to_it() {
        for (name, has_control, has_alt) in [
            ("Return", false, false),
            ("k", false, false),
            ("c", true, false),
            ("v", true, false),
            ("a", true, false),
            ("Left", true, false),
            ("Left", false, false),
            ("slash", false, false),
            ("Return", true, true),
        ] {
            assert_eq!(shortcut(name, has_control, has_alt), None, "{name}");
        }
    }

    #[test]
    fn l6_a_shortcut_reaches_the_sidebar_as_the_key_that_it_is() {
        let start = shortcut("KP_Enter", true, false).map(|one| (one.key, one.takes_focus));
        assert_eq!(start, Some(("Enter", false)));
        let larger = shortcut("KP_Add", true, false).map(|one| (one.key, one.takes_focus));
        assert_eq!(larger, Some(("+", false)));
        let list = shortcut("K", true, false).map(|one| (one.key, one.takes_focus));
        assert_eq!(list, Some(("k", true)));
        assert!(shortcut("Left", false, true).is_some_and(|one| one.has_alt));
    }
}
