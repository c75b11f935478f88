//! What was refused, and why, until the user has seen it.

use yew::prelude::*;

/// The refusal, and what to do when it was seen.
#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    /// A sentence for people.
    pub message: String,
    /// Called when the user closes it.
    pub dismiss: Callback<()>,
}

/// One refusal, politely.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let dismiss = props.dismiss.reform(|_| ());
    html! {
        <div class="notice" role="alert">
            <span>{ &props.message }</span>
            <button class="button button-plain" onclick={dismiss}>{ "OK" }</button>
        </div>
    }
}
