//! What told of the last generations (spec H11): whether Grok's store, the answers or nothing at all.

use retake_protocol::view::{GenerationState, GenerationView};
use retake_protocol::{Millis, Source};
use yew::prelude::*;

use crate::components::when::When;

/// The last generations of the image on the page.
#[derive(PartialEq, Properties)]
pub struct GenerationsProps {
    /// Newest first.
    pub generations: Vec<GenerationView>,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// One line each.
#[component]
pub fn Generations(props: &GenerationsProps) -> Html {
    let line = |one: &GenerationView| {
        html! {
            <li class="row" data-testid="generation">
                <span class="grow">
                    { state(one.state) }
                    <code class="id piece-how">{ sources(one) }</code>
                </span>
                <When at={one.at} now={props.now} />
            </li>
        }
    };
    html! {
        <>
            if props.generations.is_empty() {
                <p class="hint">{ "None of this image yet." }</p>
            }
            <ul class="rows">{ for props.generations.iter().map(line) }</ul>
        </>
    }
}

fn state(state: GenerationState) -> &'static str {
    match state {
        GenerationState::AllWell => "All well",
        GenerationState::StoreSilent => "Grok's store is silent; the rest decides",
        GenerationState::AnswerUnreadable => "Asked for, and the answer says nothing readable",
        GenerationState::NothingSeen => "Clicked, and nothing was seen",
        GenerationState::UnderWay => "Under way",
        GenerationState::EndNotSeen => "Its end was not seen, so it counts as nothing",
        GenerationState::ImageUnknown => "Image unknown: kept, and counted nowhere",
    }
}

fn sources(one: &GenerationView) -> String {
    let told: Vec<&str> = one.told_by.iter().map(|source| name(*source)).collect();
    let told = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
    match one.decided_by {
        Some(source) => format!("{told}; decided by the {}", name(source)),
        None => told,
    }
}

fn name(source: Source) -> &'static str {
    match source {
        Source::Store => "store",
        Source::Request => "request",
        Source::Stream => "answer",
        Source::Record => "records",
    }
}
