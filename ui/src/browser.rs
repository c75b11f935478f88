//! What only a browser can tell: its window, its clock, dates as the user writes them. On the host, where
//! tests render the sidebar, there is none, and each answer is empty instead of a panic.

use std::cell::RefCell;

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, JsString, Object, Reflect, encode_uri_component};
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

/// A moment as a calendar has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarTime {
    /// ISO, in UTC: `2026-11-26T19:00:00.000Z`.
    pub iso: String,
    /// Date and time as the user writes them.
    pub local: String,
}

/// A moment in a calendar; `None`: no calendar has it, as one that comes from a file.
pub fn calendar_time(at: Millis) -> Option<CalendarTime> {
    let date = date(at).filter(|date| !date.get_time().is_nan())?;
    let local = written(&date, DateStyle::Whole);
    Some(CalendarTime { iso: String::from(date.to_iso_string()), local })
}

/// The time of day as the user writes it: `18:01`.
pub fn time_of_day(at: Millis) -> String {
    date(at).map_or_else(String::new, |date| written(&date, DateStyle::Time))
}

/// The same of an hour (0–23) and a minute (0–59).
pub fn time_of_day_at(hour: u8, minute: u8) -> String {
    let Some(date) = IS_THERE.then(Date::new_0) else { return String::new() };
    date.set_hours(hour.into());
    date.set_minutes(minute.into());
    written(&date, DateStyle::Time)
}

/// A day (`2026-11-21`) as the user writes it, in full: `Saturday 21 November 2026`.
pub fn date_name(date: &str) -> String {
    let noon = IS_THERE.then(|| Date::new(&format!("{date}T12:00:00").into()));
    noon.map_or_else(|| date.to_owned(), |noon| written(&noon, DateStyle::DayInFull))
}

fn date(at: Millis) -> Option<Date> {
    #[expect(clippy::cast_precision_loss, reason = "a date has no 2^53 ms")]
    let at = at as f64;
    IS_THERE.then(|| Date::new(&JsValue::from_f64(at)))
}

/// How a date is written.
#[derive(Clone, Copy, Debug)]
enum DateStyle {
    /// Date and time, to the second.
    Whole,
    /// Hour and minute.
    Time,
    /// The day with its weekday.
    DayInFull,
}

thread_local! {
    /// The webview's formats, one for each style. `Date.toLocaleString` makes one at each call, of 100 KB
    /// that the collector of garbage does not see: a sidebar that wrote its dates so grew by 500 MB.
    static FORMATS: RefCell<[Option<Function>; 3]> = const { RefCell::new([const { None }; 3]) };
}

/// A date as the user writes it; empty where it is none.
fn written(date: &Date, style: DateStyle) -> String {
    let format = FORMATS.with_borrow_mut(|formats| {
        formats[style as usize].get_or_insert_with(|| format(style)).clone()
    });
    let text = format.call1(&JsValue::UNDEFINED, date);
    text.ok()
        .and_then(|text| text.dyn_into::<JsString>().ok())
        .map(String::from)
        .unwrap_or_default()
}

fn format(style: DateStyle) -> Function {
    let fields: &[(&str, &str)] = match style {
        DateStyle::Whole => &[
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
            ("second", "numeric"),
        ],
        DateStyle::Time => &[("hour", "2-digit"), ("minute", "2-digit")],
        DateStyle::DayInFull => {
            &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")]
        }
    };
    let options = Object::new();
    for (name, value) in fields {
        // Setting a field of a new object does not fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    // Without a language it is the user's.
    DateTimeFormat::new(&Array::new(), &options).format()
}

/// A part of a url's path, with what means something there written otherwise.
pub fn url_part(text: &str) -> String {
    if IS_THERE { encode_uri_component(text).into() } else { text.to_owned() }
}
