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
use crate::hooks::use_shortcuts::titled;
use crate::hooks::use_shortcuts::{COMMANDS, Shortcut, activate};
use crate::palette_entries::{PaletteEntry, all, matching};
use crate::state::Action;
use crate::words::say;

/// The button, and the list that it opens.
#[component]
pub fn Palette() -> Html {
    let dispatcher = use_dispatcher();
    // What can be done at the moment of opening; `None`: the list is closed.
    let entries = use_state(|| None::<Vec<PaletteEntry>>);
    let search = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    let input = use_node_ref();
    let came_from = use_mut_ref(|| None::<HtmlElement>);
    {
        let input = input.clone();
        use_effect_with(entries.is_some(), move |is_open| {
            if *is_open && let Some(input) = input.cast::<HtmlElement>() {
                let _focused = input.focus();
            }
        });
    }
    let open = {
        let (entries, search, chosen) = (entries.clone(), search.clone(), chosen.clone());
        let came_from = came_from.clone();
        Callback::from(move |_: MouseEvent| {
            *came_from.borrow_mut() = focused();
            search.set(String::new());
            chosen.set(0);
            entries.set(Some(all().into_iter().filter(can_be_done).collect()));
        })
    };
    let close = {
        let entries = entries.clone();
        Callback::from(move |()| {
            entries.set(None);
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
    let Some(available) = &*entries else {
        return html! { <span class="palette-place">{ button }</span> };
    };
    let found = matching(available, &search);
    let current = (*chosen).min(found.len().saturating_sub(1));
    let act = {
        let (dispatcher, close) = (dispatcher.clone(), close.clone());
        Callback::from(move |entry: PaletteEntry| {
            close.emit(());
            if let Some(step) = entry.step {
                dispatcher.dispatch(Action::Go(step));
            }
            if let Some(target) = entry.target {
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
                    if let Some(entry) = found.get(current) {
                        act.emit(entry.clone());
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
    let option = |(place, entry): (usize, &PaletteEntry)| {
        let onclick = {
            let entry = entry.clone();
            act.reform(move |_: MouseEvent| entry.clone())
        };
        html! {
            <li role="option" id={format!("palette-entry-{place}")} aria-selected={(place == current).to_string()}
                data-testid="palette-entry" {onclick}>
                <span class="grow">{ &entry.label }</span>
                if let Some(keys) = entry.keys {
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
                    aria-controls="palette-entries" aria-label={say(text::commands_ask())}
                    aria-activedescendant={format!("palette-entry-{current}")}
                    placeholder={say(text::commands_ask())} data-testid="commands-search"
                    autocomplete="off" spellcheck="false" value={(*search).clone()} {oninput}
                    {onkeydown} />
                <ul id="palette-entries" role="listbox" aria-label={say(text::commands_list())}>
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

fn can_be_done(entry: &PaletteEntry) -> bool {
    entry.target.is_none_or(|target| control(target).is_some())
}

fn control(test_id: &str) -> Option<HtmlElement> {
    let selector = format!("[data-testid=\"{test_id}\"]:not(:disabled)");
    browser::window()?.document()?.query_selector(&selector).ok()??.dyn_into().ok()
}
