//! The prompts of the newest sessions and those that the user keeps, with their results: to be
//! used again, kept, named, carried away in a file (spec Q3, Q4).

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::prompts::PromptView;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run_and_tell, use_dispatcher};
use crate::components::icon::Icon;
use crate::components::prompt_row::PromptRow;
use crate::hooks::use_turns::use_turns;
use crate::words::say;

/// What the section asks again for.
#[derive(PartialEq, Properties)]
pub struct PromptsProps {
    /// Whether it can be seen: it asks only then.
    pub is_shown: bool,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The section.
#[component]
pub fn Prompts(props: &PromptsProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_open = props.is_shown;
    let search = use_state(String::new);
    let prompts = use_state(|| None::<Vec<PromptView>>);
    // Counts what was done here: it changes the list and not the history.
    let done = use_state(|| 0_u32);
    let turns = use_turns();
    {
        let (prompts, dispatcher) = (prompts.clone(), dispatcher.clone());
        let asked = (is_open, (*search).clone(), props.revision, *done);
        use_effect_with(asked, move |(is_open, search, _, _)| {
            if !is_open {
                return;
            }
            let search = search.clone();
            let question = async move { backend::prompts(&search).await };
            turns.ask(&dispatcher, question, move |found| prompts.set(Some(found)));
        });
    }
    let changed = {
        let done = done.clone();
        Callback::from(move |()| done.set(*done + 1))
    };
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    html! {
        <div class="pane" data-testid="prompts">
            if let Some(prompts) = &*prompts {
                <label class="search">
                    { Icon::Search.html() }
                    <input type="search" data-testid="prompt-search" value={(*search).clone()}
                        {oninput} placeholder={say(text::prompts_search())}
                        aria-label={say(text::prompts_search_label())} />
                </label>
                if prompts.is_empty() {
                    <p class="hint">{ none(&search) }</p>
                }
                <ul class="rows">
                    { for prompts.iter().map(|one| html! {
                        <PromptRow key={one.prompt.as_str().to_owned()} prompt={one.clone()}
                            now={props.now} changed={changed.clone()} />
                    }) }
                </ul>
                { tools(&dispatcher) }
            }
        </div>
    }
}

fn none(search: &str) -> String {
    let is_all = search.trim().is_empty();
    say(if is_all { text::prompts_none() } else { text::prompts_no_match() })
}

fn tools(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let export = Callback::from(move |_| run_and_tell(&dispatcher, backend::export_prompts()));
    html! {
        <div class="card-tools">
            <button class="button button-plain" data-testid="export-prompts" onclick={export}>
                { say(text::prompts_export()) }
            </button>
            <span class="hint">{ say(text::prompts_import()) }</span>
        </div>
    }
}
