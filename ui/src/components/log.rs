//! A session's log: what happened, and why.

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::log::LogLine;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::when::When;
use crate::words::log::log_event;
use crate::words::say;

/// The lines.
#[derive(PartialEq, Properties)]
pub struct LogProps {
    /// Oldest first.
    pub lines: Vec<LogLine>,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The log, newest line first.
#[component]
pub fn Log(props: &LogProps) -> Html {
    if props.lines.is_empty() {
        return Html::default();
    }
    html! {
        <details class="log">
            <summary>{ Icon::Chevron.html() }{ say(text::log()) }</summary>
            <ol data-testid="log">
                { for props.lines.iter().rev().map(|line| html! {
                    <li>
                        <span class="grow">{ log_event(&line.event) }</span>
                        <When at={line.at} now={props.now} />
                    </li>
                }) }
            </ol>
        </details>
    }
}
