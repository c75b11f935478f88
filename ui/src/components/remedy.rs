//! What helps a session that waits for the user, as a button (spec L5).

use retake_locale::text;
use retake_protocol::health::ControlPiece;
use retake_protocol::page::PageMove;
use retake_protocol::{MediaId, Refusal};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, run_and_tell, use_dispatcher};
use crate::state::{About, Action};
use crate::words::say;

/// What the session waits for.
#[derive(PartialEq, Properties)]
pub struct RemedyProps {
    /// Its image.
    pub media_id: MediaId,
    /// Why the page did not click.
    pub refusal: Refusal,
}

/// The button; nothing where only the user knows what helps.
#[component]
pub fn Remedy(props: &RemedyProps) -> Html {
    let dispatcher = use_dispatcher();
    let (label, onclick) = match props.refusal {
        Refusal::ControlMissing | Refusal::ControlDisabled => (
            text::point_button(),
            Callback::from(move |_: MouseEvent| {
                point(&dispatcher, ControlPiece::GenerateControl);
            }),
        ),
        Refusal::PromptNotAccepted => (
            text::point_prompt_box(),
            Callback::from(move |_: MouseEvent| point(&dispatcher, ControlPiece::PromptBox)),
        ),
        Refusal::PageOutOfDate | Refusal::CloudflareCheck | Refusal::PageNotThere => (
            text::remedy_reload(),
            Callback::from(move |_: MouseEvent| {
                run(&dispatcher, backend::move_page(PageMove::Reload));
            }),
        ),
        Refusal::NotThisImage | Refusal::StaysOnVideo => {
            let media_id = props.media_id.clone();
            let open = Callback::from(move |_: MouseEvent| {
                let media_id = media_id.clone();
                run(&dispatcher, async move { backend::open_image(&media_id).await });
            });
            (text::remedy_open(), open)
        }
        _ => return html! { <></> },
    };
    html! { <button class="button" data-testid="remedy" {onclick}>{ say(label) }</button> }
}

/// Has the user point at a control in the page, and says what to do there.
fn point(dispatcher: &Dispatcher, piece: ControlPiece) {
    let words = match piece {
        ControlPiece::PromptBox => text::pick_prompt_box(),
        ControlPiece::GenerateControl => text::pick_button(),
    };
    dispatcher.dispatch(Action::Notify(About::Done(vec![words])));
    run_and_tell(dispatcher, backend::pick_control(piece));
}
