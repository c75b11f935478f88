//! A moment: how long ago it was, and on a closer look its date and time.

use retake_protocol::Millis;
use yew::prelude::*;

use crate::browser::iso;
use crate::words::intl::{self, ago};

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
    let datetime = iso(props.at);
    let title = datetime.as_ref().map(|_| intl::date_and_time(props.at));
    html! { <time {datetime} {title}>{ ago(props.at, props.now) }</time> }
}
