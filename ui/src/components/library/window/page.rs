//! The document around the window: where the keys go, and what the webview keeps from one window to the
//! next.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlVideoElement};
use yew::prelude::*;

use crate::browser;
use crate::components::library::toolbar::SIZES;

/// Where the size of the tiles is kept.
const SIZE_KEY: &str = "retake-library-size";
/// The size at first, in pixels.
const FIRST_SIZE: f64 = 176.0;

/// The grid's element.
pub(super) const GRID: &str = "[data-testid=library-grid]";
/// The box of the search.
pub(super) const SEARCH: &str = "[data-testid=library-search]";
/// The box of a new tag.
pub(super) const NEW_TAG: &str = "#new-tag";

/// Whether a key goes into a box.
pub(super) fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        let typed = "input:not([type=checkbox]), textarea, select";
        element.matches(typed).unwrap_or(false)
    })
}

/// Whether Enter and Space press what has the focus.
pub(super) fn is_on_button(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("button, input, video").unwrap_or(false))
}

/// Takes the focus from the box that the key went into.
pub(super) fn blur(event: &KeyboardEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _blurred = element.blur();
    }
}

/// Gives the keys to an element, as soon as it is in the document.
pub(super) fn focus_on(selector: &'static str) {
    gloo_timers::callback::Timeout::new(0, move || {
        let document = browser::window().and_then(|window| window.document());
        let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _focused = element.focus();
        }
    })
    .forget();
}

/// Plays a video that stands, and holds one that plays.
pub(super) fn toggle(video: &NodeRef) {
    let Some(video) = video.cast::<HtmlVideoElement>() else { return };
    if video.paused() {
        // A video that can't be played says so by itself.
        let _playing = video.play();
    } else {
        let _paused = video.pause();
    }
}

/// The size of the tiles when the library was last open, in pixels.
pub(super) fn kept_size() -> f64 {
    let storage = browser::window().and_then(|window| window.local_storage().ok().flatten());
    let kept = storage.and_then(|storage| storage.get_item(SIZE_KEY).ok().flatten());
    let size = kept.and_then(|text| text.parse().ok()).unwrap_or(FIRST_SIZE);
    f64::clamp(size, SIZES.0, SIZES.1)
}

/// Keeps the size of the tiles, in pixels.
pub(super) fn keep_size(size: f64) {
    if let Some(Ok(Some(storage))) = browser::window().map(|window| window.local_storage()) {
        // Where it can't be kept, the next window begins with the usual one.
        let _kept = storage.set_item(SIZE_KEY, &size.to_string());
    }
}

/// Pixels, whole ones.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of a window")]
pub(super) fn whole(pixels: f64) -> u32 {
    pixels as u32
}
