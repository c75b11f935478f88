//! A right click on what is no text offers nothing in the sidebar (spec W10): the webview's own menu there
//! is made for a page. On Linux the shell tidies the menu itself (`src-tauri/src/window/context_menu.rs`).

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::browser;

/// Listens as long as the component lives.
#[hook]
pub fn use_context_menu() {
    use_effect_with((), |()| {
        let listener = browser::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "contextmenu", options, |event| {
                if !is_on_text(event) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

fn is_on_text(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = target.is_some_and(|element| {
        element.matches("input, textarea, [contenteditable]").unwrap_or(false)
    });
    let selection = browser::window().and_then(|window| window.get_selection().ok()?);
    is_field || selection.is_some_and(|selection| !selection.is_collapsed())
}
