//! The keyboard: a shortcut finds its control by `aria-keyshortcuts`, which is also what a screen
//! reader tells of it, and does what a click would (spec W4).

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser;

/// One shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// As in `aria-keyshortcuts`.
    pub keys: &'static str,
    /// What it does, in plain words.
    pub does: &'static str,
}

/// Starts or resumes.
pub const START: &str = "Control+Enter";
/// Stops.
pub const STOP: &str = "Control+.";
/// Goes to the search.
pub const SEARCH: &str = "/";
/// Shows this list.
pub const HELP: &str = "?";

/// All of them, in the order of the list.
pub const SHORTCUTS: [Shortcut; 4] = [
    Shortcut { keys: START, does: "Start a session for the image on the page" },
    Shortcut { keys: STOP, does: "Stop it" },
    Shortcut { keys: SEARCH, does: "Search the history" },
    Shortcut { keys: HELP, does: "Show or hide this list" },
];

/// Listens for the shortcuts as long as the component lives.
#[hook]
pub fn use_shortcuts() {
    use_effect_with((), |()| {
        let listener = browser::window().map(|window| {
            EventListener::new_with_options(
                &window,
                "keydown",
                gloo_events::EventListenerOptions::enable_prevent_default(),
                |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if let Some(control) = control_of(event) {
                        event.prevent_default();
                        activate(&control);
                    }
                },
            )
        });
        move || drop(listener)
    });
}

/// The control of the shortcut that was pressed, where it is there and enabled.
fn control_of(event: &KeyboardEvent) -> Option<HtmlElement> {
    let is_typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false));
    let has_control = event.ctrl_key() || event.meta_key();
    let keys = keys(&event.key(), has_control, is_typing)?;
    let document = browser::window()?.document()?;
    let selector = format!("[aria-keyshortcuts=\"{keys}\"]:not(:disabled)");
    document.query_selector(&selector).ok()??.dyn_into().ok()
}

/// The shortcut of a key; a plain one is text where something is typed.
fn keys(key: &str, has_control: bool, is_typing: bool) -> Option<&'static str> {
    match (key, has_control, is_typing) {
        ("Enter", true, _) => Some(START),
        (".", true, _) => Some(STOP),
        ("/", false, false) => Some(SEARCH),
        ("?", false, false) => Some(HELP),
        _ => None,
    }
}

fn activate(control: &HtmlElement) {
    if control.matches("input").unwrap_or(false) {
        let _focused = control.focus();
    } else {
        control.click();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w4_a_plain_key_is_text_where_something_is_typed() {
        assert_eq!(keys("/", false, false), Some(SEARCH));
        assert_eq!(keys("/", false, true), None);
        assert_eq!(keys("?", false, true), None);
        assert_eq!(keys("Enter", true, true), Some(START));
        assert_eq!(keys("Enter", false, true), None);
    }

    #[test]
    fn w4_every_shortcut_is_in_the_list() {
        for keys in [START, STOP, SEARCH, HELP] {
            assert!(SHORTCUTS.iter().any(|shortcut| shortcut.keys == keys), "{keys}");
        }
    }
}
