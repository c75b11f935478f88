//! Which sources reported the last generations (spec H11): whether Grok's store, the answers or nothing at all.

use retake_locale::text;
use retake_protocol::view::{GenerationState, GenerationView};
use retake_protocol::{Millis, Source};
use yew::prelude::*;

use crate::components::when::When;
use crate::words::say;

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
                <p class="hint">{ say(text::generations_none()) }</p>
            }
            <ul class="rows">{ for props.generations.iter().map(line) }</ul>
        </>
    }
}

fn state(state: GenerationState) -> String {
    say(match state {
        GenerationState::AllWell => text::generation_well(),
        GenerationState::StoreSilent => text::generation_silent(),
        GenerationState::AnswerUnreadable => text::generation_unreadable(),
        GenerationState::NothingSeen => text::generation_unseen(),
        GenerationState::UnderWay => text::generation_under_way(),
        GenerationState::EndNotSeen => text::generation_end_not_seen(),
        GenerationState::ImageUnknown => text::generation_image_unknown(),
    })
}

fn sources(one: &GenerationView) -> String {
    let told: Vec<String> = one.told_by.iter().map(|source| name(*source)).collect();
    let told = if told.is_empty() { say(text::source_nothing()) } else { told.join(", ") };
    match one.decided_by {
        Some(source) => say(text::generation_decided(told, name(source))),
        None => told,
    }
}

fn name(source: Source) -> String {
    say(match source {
        Source::Store => text::source_store(),
        Source::Request => text::source_request(),
        Source::Stream => text::source_stream(),
        Source::Record => text::source_record(),
    })
}
