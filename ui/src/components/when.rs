//! A moment: how long ago it was, and on a closer look its date and time.

use retake_protocol::Millis;
use yew::prelude::*;

use crate::browser::calendar_time;
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
    let time = calendar_time(props.at);
    let (datetime, title) = time.map(|time| (time.iso, time.local)).unzip();
    html! { <time {datetime} {title}>{ ago(props.at, props.now) }</time> }
}
