//! What only a browser can tell: its window, its clock, its calendar. On the host, where
//! tests render the sidebar, there is none, and each answer is empty instead of a panic.

use js_sys::{Date, encode_uri_component};
use retake_protocol::Millis;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

const IS_THERE: bool = cfg!(target_arch = "wasm32");

/// The window that the sidebar stands in.
pub fn window() -> Option<web_sys::Window> {
    IS_THERE.then(web_sys::window).flatten()
}

/// Brings an element into sight: presses what controls each thing that hides it, the outermost first.
pub fn reveal(element: &Element) {
    let mut hiding = Vec::new();
    let mut next = Some(element.clone());
    while let Some(one) = next {
        if one.has_attribute("hidden") {
            hiding.push(one.id());
        }
        next = one.parent_element();
    }
    let Some(document) = window().and_then(|window| window.document()) else { return };
    for id in hiding.iter().rev() {
        let selector = format!("[aria-controls=\"{id}\"]");
        let opener = document.query_selector(&selector).ok().flatten();
        if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
            opener.click();
        }
    }
}

/// The sidebar's own clock, in ms; it never goes back.
pub fn clock() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// A moment as a calendar has it, ISO in UTC: `2026-11-26T19:00:00.000Z`; `None`: no calendar has it, as one
/// that comes from a file.
pub fn iso(at: Millis) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "a date has no 2^53 ms")]
    let date = IS_THERE.then(|| Date::new(&JsValue::from_f64(at as f64)))?;
    (!date.get_time().is_nan()).then(|| String::from(date.to_iso_string()))
}

/// Today's moment at an hour (0–23) and a minute (0–59) of the user's own time.
pub fn today_at(hour: u8, minute: u8) -> Option<Millis> {
    let date = IS_THERE.then(Date::new_0)?;
    date.set_hours(hour.into());
    date.set_minutes(minute.into());
    #[expect(clippy::cast_possible_truncation, reason = "a date is a whole number of ms")]
    let at = date.get_time() as Millis;
    Some(at)
}

/// A part of a url's path, with what means something there written otherwise.
pub fn url_part(text: &str) -> String {
    if IS_THERE { encode_uri_component(text).into() } else { text.to_owned() }
}
