//! Draws a part again when a moment has come.

use gloo_timers::callback::Timeout;
use retake_protocol::Millis;
use yew::prelude::*;

/// Draws again in so many ms, a day or two at most; `None`: not by itself.
#[hook]
pub fn use_redraw_in(ms: Option<Millis>) {
    let redraw = use_force_update();
    use_effect_with(ms, move |ms| {
        let ms = ms.and_then(|ms| u32::try_from(ms).ok());
        let timeout = ms.map(|ms| Timeout::new(ms, move || redraw.force_update()));
        move || drop(timeout)
    });
}
