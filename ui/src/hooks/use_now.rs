//! A clock that ticks only while someone looks at it.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::browser::clock;

/// How often a countdown is shown again, in ms.
const TICK_MS: u32 = 200;

/// Whether the clock is to tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticking {
    /// A countdown is shown.
    On,
    /// Nothing is: no timer runs.
    Off,
}

/// The sidebar's clock in ms, renewed every 200 ms while `ticking` is on.
#[hook]
pub fn use_now(ticking: Ticking) -> f64 {
    let now = use_state(clock);
    let renewed = now.clone();
    use_effect_with(ticking, move |ticking| {
        let interval =
            (*ticking == Ticking::On).then(|| Interval::new(TICK_MS, move || renewed.set(clock())));
        move || drop(interval)
    });
    // A render between two ticks must not show an older time than one before it.
    now.max(clock())
}
