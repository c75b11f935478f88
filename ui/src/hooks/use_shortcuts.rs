//! The keyboard: a shortcut finds its control by `aria-keyshortcuts`, which is also what a screen
//! reader announces it, and does what a click would (spec W4). The shell sends what is pressed in the
//! page here as well (spec L6).

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use retake_locale::{Text, text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser;
use crate::words::say;

/// One shortcut.
#[derive(Clone, Copy, Debug)]
pub struct Shortcut {
    /// As in `aria-keyshortcuts`.
    pub keys: &'static str,
    /// What it does.
    pub does: fn() -> Text,
}

impl Shortcut {
    /// As people write it: `Ctrl+K`, `Alt+←`.
    pub fn shown(keys: &str) -> String {
        let (held, key) = keys.rsplit_once('+').unwrap_or(("", keys));
        let key = match key {
            "ArrowLeft" => "←".to_owned(),
            "ArrowRight" => "→".to_owned(),
            "Escape" => "Esc".to_owned(),
            "Plus" => "+".to_owned(),
            key if key.len() == 1 => key.to_uppercase(),
            key => key.to_owned(),
        };
        let held = held.replace("Control", "Ctrl");
        if held.is_empty() { key } else { format!("{held}+{key}") }
    }
}

/// A text with the shortcut that does the same: `Stop (Ctrl+.)`.
pub fn titled(text: Text, keys: &str) -> String {
    with_keys(&say(text), keys)
}

/// The same of words.
pub fn with_keys(words: &str, keys: &str) -> String {
    format!("{words} ({})", Shortcut::shown(keys))
}

/// Starts, or resumes what can be resumed.
pub const START: &str = "Control+Enter";
/// Stops.
pub const STOP: &str = "Control+.";
/// Opens the list of everything that can be done.
pub const COMMANDS: &str = "Control+k";
/// Opens the settings.
pub const SETTINGS: &str = "Control+,";
/// Goes to the search.
pub const SEARCH: &str = "/";
/// Opens the library (spec K1).
pub const LIBRARY: &str = "Control+l";
/// Finds a text on the page.
pub const FIND: &str = "Control+f";
/// Loads the page again.
pub const RELOAD: &str = "F5";
/// Shows the page larger (spec W6).
pub const LARGER: &str = "Control+Plus";
/// Shows the page smaller.
pub const SMALLER: &str = "Control+-";
/// Shows the page in its own size.
pub const OWN_SIZE: &str = "Control+0";
/// The page before.
pub const BACK: &str = "Alt+ArrowLeft";
/// The page after.
pub const FORWARD: &str = "Alt+ArrowRight";
/// Shows the list of shortcuts.
pub const HELP: &str = "?";
/// Closes what is on top.
pub const CLOSE: &str = "Escape";
/// The tabs, in their order.
pub const TABS: [&str; 5] = ["Control+1", "Control+2", "Control+3", "Control+4", "Control+5"];

/// All of them, in the order of the list.
pub const SHORTCUTS: [Shortcut; 20] = [
    Shortcut { keys: START, does: text::shortcut_start },
    Shortcut { keys: STOP, does: text::shortcut_stop },
    Shortcut { keys: COMMANDS, does: text::commands },
    Shortcut { keys: TABS[0], does: text::tab_make },
    Shortcut { keys: TABS[1], does: text::queue },
    Shortcut { keys: TABS[2], does: text::history },
    Shortcut { keys: TABS[3], does: text::prompts },
    Shortcut { keys: TABS[4], does: text::statistics },
    Shortcut { keys: LIBRARY, does: text::library },
    Shortcut { keys: SETTINGS, does: text::settings },
    Shortcut { keys: SEARCH, does: text::shortcut_search },
    Shortcut { keys: FIND, does: text::page_find },
    Shortcut { keys: RELOAD, does: text::hint_reload },
    Shortcut { keys: LARGER, does: text::page_zoom_in },
    Shortcut { keys: SMALLER, does: text::page_zoom_out },
    Shortcut { keys: OWN_SIZE, does: text::page_own_size },
    Shortcut { keys: BACK, does: text::palette_back },
    Shortcut { keys: FORWARD, does: text::palette_forward },
    Shortcut { keys: HELP, does: text::shortcut_help },
    Shortcut { keys: CLOSE, does: text::shortcut_close },
];

/// Listens for the shortcuts as long as the component lives.
#[hook]
pub fn use_shortcuts() {
    use_effect_with((), |()| {
        let listener = browser::window().map(|window| {
            EventListener::new_with_options(
                &window,
                "keydown",
                EventListenerOptions::enable_prevent_default(),
                |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if event.default_prevented() || event.is_composing() {
                        return;
                    }
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
    let pressed = Pressed {
        key: &event.key(),
        has_control: event.ctrl_key() || event.meta_key(),
        has_alt: event.alt_key(),
        is_typing,
    };
    let keys = pressed.shortcut()?;
    let selector = format!("[aria-keyshortcuts=\"{keys}\"]:not(:disabled)");
    let found = browser::window()?.document()?.query_selector_all(&selector).ok()?;
    let all: Vec<HtmlElement> = (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into::<HtmlElement>().ok())
        .collect();
    // What stands later lies on top of what stands before it; what is hidden can't be closed.
    let seen = all.iter().rev().find(|control| control.offset_parent().is_some());
    if keys == CLOSE { seen.cloned() } else { seen.or(all.last()).cloned() }
}

/// A key, and what is held with it.
struct Pressed<'a> {
    key: &'a str,
    has_control: bool,
    has_alt: bool,
    is_typing: bool,
}

impl Pressed<'_> {
    /// The shortcut of this key; a plain one is text where something is typed.
    fn shortcut(&self) -> Option<&'static str> {
        let key = if self.key.len() == 1 { self.key.to_lowercase() } else { self.key.to_owned() };
        let control = if self.has_control { "Control+" } else { "" };
        let alt = if self.has_alt { "Alt+" } else { "" };
        // A `+` joins keys, so its own key has a name.
        let key = if key == "+" { "Plus" } else { &key };
        let keys = match format!("{control}{alt}{key}").as_str() {
            "Control+r" => RELOAD.to_owned(),
            // Where `+` needs Shift, people leave it out.
            "Control+=" => LARGER.to_owned(),
            keys => keys.to_owned(),
        };
        let is_text = self.is_typing && keys.chars().count() == 1;
        let known = SHORTCUTS.iter().find(|shortcut| shortcut.keys == keys && !is_text);
        known.map(|shortcut| shortcut.keys)
    }
}

/// Does what a click would, and goes where something is typed.
pub fn activate(control: &HtmlElement) {
    if control.matches("input, textarea").unwrap_or(false) {
        browser::reveal(control);
        let control = control.clone();
        // What was hidden can have the focus once it is shown.
        Timeout::new(0, move || {
            let _focused = control.focus();
        })
        .forget();
    } else {
        control.click();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortcut(key: &str, has_control: bool, is_typing: bool) -> Option<&'static str> {
        Pressed { key, has_control, has_alt: false, is_typing }.shortcut()
    }

    #[test]
    fn w4_a_plain_key_is_text_where_something_is_typed() {
        assert_eq!(shortcut("/", false, false), Some(SEARCH));
        assert_eq!(shortcut("/", false, true), None);
        assert_eq!(shortcut("?", false, true), None);
        assert_eq!(shortcut("Enter", true, true), Some(START));
        assert_eq!(shortcut("Enter", false, true), None);
        assert_eq!(shortcut("Escape", false, true), Some(CLOSE));
    }

    #[test]
    fn l6_shortcuts_are_shown_as_people_write_them() {
        for (keys, shown) in
            [(COMMANDS, "Ctrl+K"), (BACK, "Alt+←"), (CLOSE, "Esc"), (LARGER, "Ctrl++")]
        {
            assert_eq!(Shortcut::shown(keys), shown);
        }
    }

    #[test]
    fn w6_a_browsers_keys_mean_the_page_also_in_the_sidebar() {
        for (key, meant) in
            [("r", RELOAD), ("+", LARGER), ("=", LARGER), ("-", SMALLER), ("0", OWN_SIZE)]
        {
            assert_eq!(shortcut(key, true, true), Some(meant), "{key}");
            assert_eq!(shortcut(key, false, false), None, "{key}");
        }
        assert_eq!(shortcut("F5", false, true), Some(RELOAD));
    }

    #[test]
    fn l6_a_letter_is_the_same_key_with_and_without_caps_lock() {
        assert_eq!(shortcut("K", true, false), Some(COMMANDS));
        assert_eq!(shortcut("k", false, false), None);
    }

    #[test]
    fn w4_every_shortcut_stands_in_the_list_once() {
        for (place, one) in SHORTCUTS.iter().enumerate() {
            assert!(SHORTCUTS[..place].iter().all(|other| other.keys != one.keys), "{}", one.keys);
        }
    }
}
