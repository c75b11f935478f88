//! A moment: how long ago it was, and on a closer look its date and time.

use js_sys::Date;
use retake_protocol::Millis;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::format::ago;

/// The moment.
#[derive(PartialEq, Properties)]
pub struct WhenProps {
    /// When it was.
    pub at: Millis,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The moment, in words.
#[component]
pub fn When(props: &WhenProps) -> Html {
    #[expect(clippy::cast_precision_loss, reason = "a date has no 2^53 ms")]
    let date = Date::new(&JsValue::from_f64(props.at as f64));
    // A time that no calendar has comes from a file; it is shown without its date.
    let is_date = !date.get_time().is_nan();
    let title =
        is_date.then(|| String::from(date.to_locale_string("default", &JsValue::UNDEFINED)));
    let datetime = is_date.then(|| String::from(date.to_iso_string()));
    html! { <time {datetime} {title}>{ ago(props.at, props.now) }</time> }
}
