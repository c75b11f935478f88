//! A session's time line: its attempts, and the decisions between them.

use retake_locale::text;
use retake_protocol::Millis;
use yew::prelude::*;

use crate::components::attempts::{About, attempt_row};
use crate::format::offset;
use crate::timeline::Step;
use crate::words::say;

/// The time line.
#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    /// How long after the session's start in ms, and what; the newest first.
    pub steps: Vec<(Millis, Step)>,
    /// What each attempt is shown with.
    pub about: About,
}

/// The list.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let step = |(at, step): &(Millis, Step)| match step {
        Step::Attempt(attempt) => html! {
            <li class="step step-attempt">
                <span class="step-at">{ offset(*at) }</span>
                { attempt_row(&props.about, attempt) }
            </li>
        },
        Step::Decision { what, why } => html! {
            <li class="step" data-testid="decision">
                <span class="step-at">{ offset(*at) }</span>
                <span class="grow">
                    { what }
                    if let Some(why) = why {
                        <span class="step-why">{ why }</span>
                    }
                </span>
            </li>
        },
    };
    html! { <ol class="timeline" aria-label={say(text::timeline())}>{ for props.steps.iter().map(step) }</ol> }
}
