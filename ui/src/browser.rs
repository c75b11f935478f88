//! What only a browser can tell: its window, its clock, its calendar. On the host, where
//! tests render the sidebar, there is none, and each answer is empty instead of a panic.

use js_sys::{Date, encode_uri_component};
use retake_protocol::Millis;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

const DAY_MS: Millis = 86_400_000;

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
    date_of(at).map(|date| String::from(date.to_iso_string()))
}

/// The number of the user's day that a moment is in: its neighbours' are one less and one more. On the host
/// it is a day of UTC.
pub fn day_of(at: Millis) -> Millis {
    let minutes_behind = date_of(at).map_or(0.0, |date| date.get_timezone_offset());
    (at - as_millis(minutes_behind * 60_000.0)).div_euclid(DAY_MS)
}

/// The user's next midnight. On the host it is that of UTC.
pub fn next_midnight(after: Millis) -> Millis {
    next_time_of_day(0, 0, after)
}

/// The next moment at which the user's clock shows this hour (0–23) and minute (0–59), later than `after`. On the
/// host it is a clock of UTC.
pub fn next_time_of_day(hour: u8, minute: u8, after: Millis) -> Millis {
    let Some(date) = date_of(after) else {
        let since_midnight = (Millis::from(hour) * 60 + Millis::from(minute)) * 60_000;
        let at = day_of(after) * DAY_MS + since_midnight;
        return if at > after { at } else { at + DAY_MS };
    };
    date.set_hours(hour.into());
    date.set_minutes(minute.into());
    date.set_seconds(0);
    date.set_milliseconds(0);
    if as_millis(date.get_time()) <= after {
        // The calendar knows how long that day is.
        date.set_date(date.get_date() + 1);
    }
    as_millis(date.get_time())
}

/// As the user's calendar has it; `None`: on the host, and where no calendar has it.
fn date_of(at: Millis) -> Option<Date> {
    #[expect(clippy::cast_precision_loss, reason = "a date has no 2^53 ms")]
    let date = IS_THERE.then(|| Date::new(&JsValue::from_f64(at as f64)))?;
    (!date.get_time().is_nan()).then_some(date)
}

fn as_millis(number: f64) -> Millis {
    #[expect(clippy::cast_possible_truncation, reason = "a date is a whole number of ms")]
    let millis = number as Millis;
    millis
}

/// A part of a url's path, with what means something there written otherwise.
pub fn url_part(text: &str) -> String {
    if IS_THERE { encode_uri_component(text).into() } else { text.to_owned() }
}
