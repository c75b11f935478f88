//! Ten seconds to think again before histories are deleted, all of them at once (spec K5, R4). Where the
//! window is closed before, they stay.

use gloo_timers::callback::Timeout;
use retake_locale::text;
use retake_protocol::MediaId;
use retake_protocol::maintenance::Done;
use yew::prelude::*;

use crate::backend;
use crate::commands::{run_and_tell, use_dispatcher};
use crate::words::intl;
use crate::words::say;

/// How long, in ms.
const UNDO_MS: u32 = 10_000;

/// What is to be deleted.
#[derive(PartialEq, Properties)]
pub struct ForgettingProps {
    /// The images.
    pub images: Vec<MediaId>,
    /// They are deleted, or stay.
    pub onend: Callback<()>,
}

/// The notice.
#[component]
pub fn Forgetting(props: &ForgettingProps) -> Html {
    let dispatcher = use_dispatcher();
    let go = {
        let (onend, images) = (props.onend.clone(), props.images.clone());
        Callback::from(move |()| {
            let (onend, images) = (onend.clone(), images.clone());
            run_and_tell(&dispatcher, async move {
                let mut deleted = 0_u32;
                let mut outcome = Ok(());
                for media_id in &images {
                    match backend::forget_history(Some(media_id)).await {
                        Ok(_) => deleted += 1,
                        Err(error) => outcome = Err(error),
                    }
                }
                onend.emit(());
                outcome.map(|()| Done { lines: vec![text::forgotten(deleted)] })
            });
        })
    };
    {
        let go = go.clone();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(UNDO_MS, move || go.emit(()));
            move || drop(timeout)
        });
    }
    let many = u32::try_from(props.images.len()).unwrap_or(u32::MAX);
    html! {
        <div class="notice library-notice" role="status" data-testid="library-forgetting">
            <span>
                { say(text::library_deleting(many, intl::seconds(f64::from(UNDO_MS) / 1000.0))) }
            </span>
            <button class="button" data-testid="library-undo"
                onclick={props.onend.reform(|_| ())}>{ say(text::notice_undo()) }</button>
            <button class="button button-danger" data-testid="library-forget-now"
                onclick={go.reform(|_| ())}>{ say(text::notice_delete_now()) }</button>
        </div>
    }
}
