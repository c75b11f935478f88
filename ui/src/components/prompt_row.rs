//! One prompt of the list: its results, and what can be done with it.

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::command::CommandError;
use retake_protocol::prompts::{KeptPrompt, MAX_NAME_CHARACTERS, PromptView};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, remove, use_dispatcher};
use crate::components::copy::Copy;
use crate::components::icon::Icon;
use crate::components::rate::{layers_bar, rate_of};
use crate::components::text_box::TextBox;
use crate::state::{Action, Undo};
use crate::words::intl::ago;
use crate::words::say;

/// The prompt.
#[derive(PartialEq, Properties)]
pub struct PromptRowProps {
    /// All that is known of it.
    pub prompt: PromptView,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Called when it was kept, named, or is kept no longer.
    pub changed: Callback<()>,
}

/// The row.
#[component]
pub fn PromptRow(props: &PromptRowProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_naming = use_state(|| false);
    let view = &props.prompt;
    let text = view.prompt.as_str().to_owned();
    let use_it = {
        let (dispatcher, text) = (dispatcher.clone(), text.clone());
        Callback::from(move |_| dispatcher.dispatch(Action::UsePrompt(text.clone())))
    };
    let add_it = {
        let (dispatcher, text) = (dispatcher.clone(), text.clone());
        Callback::from(move |_| dispatcher.dispatch(Action::AddToPrompt(text.clone())))
    };
    let name_it = {
        let is_naming = is_naming.clone();
        Callback::from(move |_| is_naming.set(true))
    };
    html! {
        <li class="row row-tall" data-testid="prompt-row">
            <span class="row-line">
                { star(&dispatcher, props) }
                <span class="grow">
                    if let Some(name) = &view.name {
                        <strong class="prompt-name" data-testid="prompt-name">{ name }</strong>
                    }
                    <span class="row-prompt">{ text.clone() }</span>
                </span>
            </span>
            { sums(view, props.now) }
            if *is_naming {
                { naming(&dispatcher, props, &is_naming) }
            }
            <span class="row-line prompt-tools">
                <button class="button button-plain" data-testid="use-prompt" onclick={use_it}
                    title={say(text::prompt_use_hint())}>{ say(text::prompt_use()) }</button>
                <button class="button button-plain" data-testid="add-prompt" onclick={add_it}
                    title={say(text::prompt_add_hint())}>{ say(text::prompt_add()) }</button>
                <Copy text={text.clone()} test_id="copy-prompt" />
                <button class="button button-plain" data-testid="name-prompt" onclick={name_it}>
                    { say(if view.name.is_some() { text::prompt_rename() } else { text::prompt_name() }) }
                </button>
            </span>
        </li>
    }
}

/// The rate with its interval, credits, and where its failures happened.
fn sums(view: &PromptView, now: Millis) -> Html {
    let totals = &view.totals;
    let attempts = totals.videos + totals.moderated + totals.failed;
    let mut parts = vec![say(text::sessions_count(view.sessions))];
    if let Some((rate, between)) = rate_of(totals.videos, attempts) {
        parts.push(say(text::prompt_rate(totals.videos, text::attempts_count(attempts))));
        parts.push(format!("{rate} ({between})"));
        parts.push(say(text::credits_count(totals.videos + totals.moderated)));
    }
    if let Some(at) = view.last_used_at {
        parts.push(ago(at, now));
    }
    let [early, half_way, late] = totals.layers;
    let failures = say(text::prompt_failures(
        text::failures_early(early),
        text::failures_half_way(half_way),
        text::failures_late(late),
    ));
    html! {
        <>
            <span class="figures">{ parts.join(" · ") }</span>
            if totals.layers != [0; 3] {
                <span class="prompt-bar" title={failures}>{ layers_bar(totals.layers) }</span>
            }
        </>
    }
}

fn star(dispatcher: &Dispatcher, props: &PromptRowProps) -> Html {
    let view = &props.prompt;
    let is_kept = view.is_kept;
    let onclick = {
        let (prompt, props) = (view.prompt.clone(), (props.changed.clone(), dispatcher.clone()));
        let name = view.name.clone();
        Callback::from(move |_| {
            let kept = KeptPrompt { prompt: prompt.clone(), name: name.clone() };
            if !is_kept {
                change(&props, async move { backend::keep_prompt(&kept).await });
                return;
            }
            let (dropped, changed, dispatcher) = (prompt.clone(), props.0.clone(), &props.1);
            let undo = (text::prompt_dropped(), Undo::Prompt(kept));
            let command = async move {
                backend::drop_prompt(&dropped).await?;
                changed.emit(());
                Ok(())
            };
            remove(dispatcher, command, undo);
        })
    };
    let label = say(if is_kept { text::prompt_drop() } else { text::prompt_keep() });
    html! {
        <button class={classes!("button", "button-plain", "star", is_kept.then_some("star-on"))}
            data-testid="keep-prompt" {onclick} aria-pressed={is_kept.to_string()}
            aria-label={label.clone()} title={label}>{ Icon::Star.html() }</button>
    }
}

/// The box of the name: it holds on Enter, on leaving it, and by the button beside it.
fn naming(
    dispatcher: &Dispatcher,
    props: &PromptRowProps,
    is_naming: &UseStateHandle<bool>,
) -> Html {
    let view = &props.prompt;
    let onchange = {
        let prompt = view.prompt.clone();
        let props = (props.changed.clone(), dispatcher.clone());
        Callback::from(move |name: String| {
            let kept = KeptPrompt { prompt: prompt.clone(), name: Some(name) };
            change(&props, async move { backend::keep_prompt(&kept).await });
        })
    };
    let onsubmit = {
        let is_naming = is_naming.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_naming.set(false);
        })
    };
    html! {
        <form class="row-line prompt-naming" {onsubmit}>
            <TextBox class="grow" test_id="prompt-name-input" aria_label={say(text::prompt_name_label())}
                placeholder={say(text::prompt_name())} value={view.name.clone().unwrap_or_default()}
                maxlength={MAX_NAME_CHARACTERS.to_string()} {onchange} />
            <button class="button button-plain">{ say(text::prompt_name_save()) }</button>
        </form>
    }
}

/// Runs a change of this prompt, and has the list asked for again.
fn change(
    (changed, dispatcher): &(Callback<()>, Dispatcher),
    command: impl Future<Output = Result<(), CommandError>> + 'static,
) {
    let (changed, dispatcher) = (changed.clone(), dispatcher.clone());
    spawn_local(async move {
        match command.await {
            Ok(()) => changed.emit(()),
            Err(error) => dispatcher.dispatch(error.into()),
        }
    });
}
