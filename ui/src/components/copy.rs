//! A button that puts a text on the clipboard, and says that it did.

use gloo_timers::callback::Timeout;
use retake_locale::text;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::state::Action;
use crate::words::say;

/// How long the button says that it copied, in ms.
const SAID_MS: u32 = 2_000;

/// What is copied.
#[derive(PartialEq, Properties)]
pub struct CopyProps {
    /// The text.
    pub text: AttrValue,
    /// What the button says.
    #[prop_or_else(|| say(text::copy()).into())]
    pub label: AttrValue,
    /// The name that tests rely on.
    pub test_id: AttrValue,
}

/// The button.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_done = use_state(|| false);
    {
        let is_done = is_done.clone();
        use_effect_with(*is_done, move |done| {
            let timeout = done.then(|| Timeout::new(SAID_MS, move || is_done.set(false)));
            move || drop(timeout)
        });
    }
    let onclick = {
        let (is_done, dispatcher) = (is_done.clone(), dispatcher.clone());
        let text = props.text.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(window) = browser::window() else { return };
            let copied = JsFuture::from(window.navigator().clipboard().write_text(&text));
            let (is_done, dispatcher) = (is_done.clone(), dispatcher.clone());
            spawn_local(async move {
                match copied.await {
                    Ok(_) => is_done.set(true),
                    Err(_) => dispatcher.dispatch(Action::refused(say(text::copy_failed()))),
                }
            });
        })
    };
    html! {
        <button class="button button-plain" data-testid={props.test_id.clone()} {onclick}
            aria-live="polite">
            { if *is_done { Icon::Check.html() } else { Icon::Copy.html() } }
            { if *is_done { AttrValue::from(say(text::copied())) } else { props.label.clone() } }
        </button>
    }
}
