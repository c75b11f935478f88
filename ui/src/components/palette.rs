//! The list of everything that can be done: type to filter, arrows, Enter; Escape closes it, and the
//! focus goes back to where it was (spec L6).

use gloo_timers::callback::Timeout;
use retake_locale::text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::browser;
use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::deeds::{Deed, all, matching};
use crate::hooks::use_shortcuts::titled;
use crate::hooks::use_shortcuts::{COMMANDS, Shortcut, activate};
use crate::state::Action;
use crate::words::say;

/// The button, and the list that it opens.
#[component]
pub fn Palette() -> Html {
    let dispatcher = use_dispatcher();
    // What can be done at the moment of opening; `None`: the list is closed.
    let deeds = use_state(|| None::<Vec<Deed>>);
    let search = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    let input = use_node_ref();
    let came_from = use_mut_ref(|| None::<HtmlElement>);
    {
        let input = input.clone();
        use_effect_with(deeds.is_some(), move |is_open| {
            if *is_open && let Some(input) = input.cast::<HtmlElement>() {
                let _focused = input.focus();
            }
        });
    }
    let open = {
        let (deeds, search, chosen) = (deeds.clone(), search.clone(), chosen.clone());
        let came_from = came_from.clone();
        Callback::from(move |_: MouseEvent| {
            *came_from.borrow_mut() = focused();
            search.set(String::new());
            chosen.set(0);
            deeds.set(Some(all().into_iter().filter(can_be_done).collect()));
        })
    };
    let close = {
        let deeds = deeds.clone();
        Callback::from(move |()| {
            deeds.set(None);
            if let Some(element) = came_from.borrow_mut().take() {
                let _focused = element.focus();
            }
        })
    };
    let button = html! {
        <button class="button button-plain page-tool" data-testid="open-commands" onclick={open}
            aria-keyshortcuts={COMMANDS} aria-label={say(text::commands())} title={titled(text::commands(), COMMANDS)}>
            { Icon::Command.html() }
        </button>
    };
    let Some(available) = &*deeds else {
        return html! { <span class="palette-place">{ button }</span> };
    };
    let found = matching(available, &search);
    let current = (*chosen).min(found.len().saturating_sub(1));
    let act = {
        let (dispatcher, close) = (dispatcher.clone(), close.clone());
        Callback::from(move |deed: Deed| {
            close.emit(());
            if let Some(step) = deed.step {
                dispatcher.dispatch(Action::Go(step));
            }
            if let Some(target) = deed.target {
                // Once the place that it stands in is there.
                Timeout::new(0, move || {
                    if let Some(control) = control(target) {
                        activate(&control);
                    }
                })
                .forget();
            }
        })
    };
    let oninput = {
        let (search, chosen) = (search.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
            chosen.set(0);
        })
    };
    let onkeydown = {
        let (found, act, close, chosen) = (found.clone(), act.clone(), close.clone(), chosen);
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => chosen.set(if current >= last { 0 } else { current + 1 }),
                "ArrowUp" => chosen.set(if current == 0 { last } else { current - 1 }),
                "Enter" => {
                    if let Some(deed) = found.get(current) {
                        act.emit(deed.clone());
                    }
                }
                "Escape" => close.emit(()),
                // The list is all there is while it is open.
                "Tab" => {}
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |(place, deed): (usize, &Deed)| {
        let onclick = {
            let deed = deed.clone();
            act.reform(move |_: MouseEvent| deed.clone())
        };
        html! {
            <li role="option" id={format!("deed-{place}")} aria-selected={(place == current).to_string()}
                data-testid="deed" {onclick}>
                <span class="grow">{ &deed.label }</span>
                if let Some(keys) = deed.keys {
                    <kbd>{ Shortcut::shown(keys) }</kbd>
                }
            </li>
        }
    };
    let onclick = close.reform(|_: MouseEvent| ());
    html! {
        <span class="palette-place">
            { button }
            <div class="palette-back" {onclick} />
            <div class="palette" role="dialog" aria-modal="true" aria-label={say(text::commands())}
                data-testid="commands">
                <input ref={input} type="text" role="combobox" aria-expanded="true"
                    aria-controls="deeds" aria-label={say(text::commands_ask())}
                    aria-activedescendant={format!("deed-{current}")}
                    placeholder={say(text::commands_ask())} data-testid="commands-search"
                    autocomplete="off" spellcheck="false" value={(*search).clone()} {oninput}
                    {onkeydown} />
                <ul id="deeds" role="listbox" aria-label={say(text::commands_list())}>
                    { for found.iter().enumerate().map(option) }
                </ul>
                if found.is_empty() {
                    <p class="hint">{ say(text::commands_none()) }</p>
                }
            </div>
        </span>
    }
}

fn focused() -> Option<HtmlElement> {
    browser::window()?.document()?.active_element()?.dyn_into().ok()
}

fn can_be_done(deed: &Deed) -> bool {
    deed.target.is_none_or(|target| control(target).is_some())
}

fn control(test_id: &str) -> Option<HtmlElement> {
    let selector = format!("[data-testid=\"{test_id}\"]:not(:disabled)");
    browser::window()?.document()?.query_selector(&selector).ok()??.dyn_into().ok()
}
