//! The focus goes along into the settings, and comes back to the button that led there.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser;

/// Moves the focus when the settings open or close.
#[hook]
pub fn use_focus_return(is_in_settings: bool) {
    let was = use_mut_ref(|| false);
    use_effect_with(is_in_settings, move |is_in_settings| {
        let had_been = was.replace(*is_in_settings);
        match (had_been, *is_in_settings) {
            (false, true) => {
                focus("#settings-view [aria-selected=true], [data-testid=settings-search]");
            }
            (true, false) => focus("[data-testid=open-settings]"),
            _ => {}
        }
    });
}

fn focus(selector: &str) {
    let found = browser::window()
        .and_then(|window| window.document()?.query_selector(selector).ok()?)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        let _focused = element.focus();
    }
}
