//! The prompt's box of the image on the page.

use retake_locale::text;
use retake_protocol::view::{ImageView, SessionView};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::commands::use_dispatcher;
use crate::drafts::{Draft, DraftField, prompt_in_box, running};
use crate::state::Action;
use crate::words::say;

/// The image to make videos from, and its session.
#[derive(PartialEq, Properties)]
pub struct PromptBoxProps {
    /// `None`: not known yet (spec B2).
    pub image: Option<ImageView>,
    /// Its active session, else its last one.
    pub session: Option<SessionView>,
    /// What was typed for the image.
    pub draft: Draft,
}

/// The box.
#[component]
pub fn PromptBox(props: &PromptBoxProps) -> Html {
    let dispatcher = use_dispatcher();
    let text = prompt_in_box(props.image.as_ref(), props.session.as_ref(), &props.draft);
    let is_running = running(props.session.as_ref()).is_some();
    let take_over = {
        let media_id = props.image.as_ref().map(|image| image.media_id.clone());
        Callback::from(move |prompt: String| {
            if let Some(media_id) = media_id.clone() {
                dispatcher.dispatch(Action::Drafted(media_id, DraftField::Prompt, Some(prompt)));
            }
        })
    };
    let oninput = take_over
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <div class="field">
            <div class="field-head">
                <label for="prompt">{ say(text::prompt()) }</label>
                if !is_running {
                    { image_prompt(props, &text, &take_over) }
                }
            </div>
            <textarea id="prompt" data-testid="prompt" rows="3" value={text.clone()} {oninput}
                disabled={props.image.is_none()} readonly={is_running}
                placeholder={say(text::prompt_empty())} />
        </div>
    }
}

/// Takes over the prompt that the image was made from; nothing where that stands there already.
fn image_prompt(props: &PromptBoxProps, text: &str, take_over: &Callback<String>) -> Html {
    let prompt = props.image.as_ref().and_then(|image| image.original_prompt.as_ref());
    let Some(prompt) = prompt.filter(|prompt| !prompt.is_blank() && prompt.as_str() != text) else {
        return html! { <></> };
    };
    let prompt = prompt.as_str().to_owned();
    let onclick = take_over.reform(move |_| prompt.clone());
    html! {
        <button class="button button-plain" data-testid="take-over-prompt" {onclick}>
            { say(text::prompt_from_image()) }
        </button>
    }
}
