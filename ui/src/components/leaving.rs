//! An image whose history is about to be deleted: ten seconds to think again. It is deleted when
//! they have passed; if the app is closed before, it is not.

use gloo_timers::callback::Timeout;
use retake_protocol::MediaId;
use yew::prelude::*;

use crate::backend;
use crate::components::app::run_and_tell;
use crate::state::{Action, State};

/// How long there is to think again, in ms.
const UNDO_MS: u32 = 10_000;

/// The image.
#[derive(PartialEq, Properties)]
pub struct LeavingProps {
    /// Whose history goes.
    pub media_id: MediaId,
    /// Where refusals and reports go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The offer to undo it.
#[component]
pub fn Leaving(props: &LeavingProps) -> Html {
    let go = {
        let (dispatcher, media_id) = (props.dispatcher.clone(), props.media_id.clone());
        Callback::from(move |()| {
            let media_id = media_id.clone();
            let kept = dispatcher.clone();
            run_and_tell(&dispatcher, async move {
                let outcome = backend::forget_history(Some(&media_id)).await;
                kept.dispatch(Action::ForgetSettled(media_id));
                outcome
            });
        })
    };
    {
        let go = go.clone();
        use_effect_with(props.media_id.clone(), move |_| {
            let timeout = Timeout::new(UNDO_MS, move || go.emit(()));
            move || drop(timeout)
        });
    }
    let undo = {
        let (dispatcher, media_id) = (props.dispatcher.clone(), props.media_id.clone());
        Callback::from(move |_| dispatcher.dispatch(Action::ForgetSettled(media_id.clone())))
    };
    html! {
        <div class="notice" role="status">
            <span>{ "The history of this image will be deleted in 10 s." }</span>
            <button class="button" data-testid="forget-undo" onclick={undo}>{ "Undo" }</button>
            <button class="button button-danger" data-testid="forget-now"
                onclick={go.reform(|_| ())}>{ "Delete now" }</button>
        </div>
    }
}
