//! What was done, in a few sentences, until it was seen or ten seconds have passed.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a single sentence stays, in ms. A list stays until it is closed: it is to be read.
const SHORT_MS: u32 = 10_000;

/// What was done.
#[derive(PartialEq, Properties)]
pub struct ToldProps {
    /// One sentence each; the first one sums up.
    pub lines: Rc<Vec<String>>,
    /// Called when it was seen.
    pub dismiss: Callback<()>,
}

/// The sentences.
#[component]
pub fn Told(props: &ToldProps) -> Html {
    {
        let dismiss = props.dismiss.clone();
        use_effect_with(props.lines.clone(), move |lines| {
            let is_short = lines.len() <= 2;
            let timeout = is_short.then(|| Timeout::new(SHORT_MS, move || dismiss.emit(())));
            move || drop(timeout)
        });
    }
    let onclick = props.dismiss.reform(|_| ());
    html! {
        <div class="notice notice-done" role="status" data-testid="told">
            <span>{ for props.lines.iter().map(|line| html! { <p>{ line }</p> }) }</span>
            <button class="button button-plain" data-testid="told-seen" {onclick}>{ "OK" }</button>
        </div>
    }
}
