//! A session of an image that the page does not show is resumed by opening the image first: resuming
//! is for the image on the page (spec C13). Who opens another image, or waits too long, resumes nothing.

use gloo_timers::callback::Timeout;
use retake_protocol::MediaId;
use yew::prelude::*;

use crate::backend;
use crate::components::app::run;
use crate::state::{Action, State};

/// How long the page may take to show the image, in ms.
const PATIENCE_MS: u32 = 30_000;

/// The image.
#[derive(PartialEq, Properties)]
pub struct ResumingProps {
    /// Whose last session is to be resumed.
    pub media_id: MediaId,
    /// The image that the page shows now.
    pub shown: Option<MediaId>,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// What is waited for, and a way out.
#[component]
pub fn Resuming(props: &ResumingProps) -> Html {
    {
        let dispatcher = props.dispatcher.clone();
        use_effect_with(props.media_id.clone(), move |media_id| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
            let timeout = Timeout::new(PATIENCE_MS, move || {
                dispatcher.dispatch(Action::ResumeSettled);
                dispatcher.dispatch(Action::Refused(
                    "The page did not show the image within 30 s, so nothing was resumed. Open the \
                     image and press Resume there."
                        .to_owned(),
                ));
            });
            move || drop(timeout)
        });
    }
    {
        let dispatcher = props.dispatcher.clone();
        let media_id = props.media_id.clone();
        let is_shown = props.shown.as_ref() == Some(&media_id);
        use_effect_with(is_shown, move |is_shown| {
            if *is_shown {
                dispatcher.dispatch(Action::ResumeSettled);
                run(&dispatcher, async move { backend::resume_session(Some(&media_id)).await });
            }
        });
    }
    let dispatcher = props.dispatcher.clone();
    let stop = Callback::from(move |_| dispatcher.dispatch(Action::ResumeSettled));
    html! {
        <div class="notice notice-done" role="status">
            <span>{ "Opening the image to resume its session." }</span>
            <button class="button" onclick={stop}>{ "Cancel" }</button>
        </div>
    }
}
