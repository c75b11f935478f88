//! How a session ended (spec C18), in words.

use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::format::{count, duration};

/// An ended session.
#[derive(PartialEq, Properties)]
pub struct SummaryProps {
    /// The session.
    pub session: SessionView,
}

/// The summary.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let session = &props.session;
    let lasted = session.ended_at.map(|ended_at| duration(ended_at - session.started_at));
    let failures = [
        ("early", session.layer1_failures),
        ("half-way", session.layer2_failures),
        ("at the end", session.layer3_failures),
    ];
    let failed: Vec<String> = (failures.iter().filter(|(_, number)| *number > 0))
        .map(|(when, number)| format!("{number} {when}"))
        .collect();
    html! {
        <dl class="summary">
            { row("Made", &count(session.videos_generated, "video")) }
            { row("Failures", &if failed.is_empty() { "none".to_owned() } else { failed.join(", ") }) }
            { row("Credits", &session.credits_used.to_string()) }
            if let Some(lasted) = lasted {
                { row("Lasted", &lasted) }
            }
            if !session.prompt.is_blank() {
                { row("Prompt", session.prompt.as_str()) }
            }
        </dl>
    }
}

fn row(name: &str, value: &str) -> Html {
    html! { <div><dt>{ name.to_owned() }</dt><dd>{ value.to_owned() }</dd></div> }
}
