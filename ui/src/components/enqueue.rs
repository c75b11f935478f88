//! The button that adds an image to the queue. One that waits there already is never replaced without a
//! question (spec M1).

use retake_locale::{Text, text};
use retake_protocol::MediaId;
use retake_protocol::queue::QueueChange;
use yew::prelude::*;

use crate::backend;
use crate::commands::{run, use_dispatcher};
use crate::components::icon::Icon;
use crate::hooks::use_queued::use_is_queued;
use crate::hooks::use_shortcuts::CLOSE;
use crate::words::say;

/// The button.
#[derive(PartialEq, Properties)]
pub struct EnqueueProps {
    /// What adds the image; `None`: it can't be added now.
    pub change: Option<QueueChange>,
    /// The name that tests rely on.
    pub test_id: AttrValue,
    /// What a tooltip says of it.
    pub hint: Text,
    /// How it looks.
    pub class: &'static str,
}

/// The button, and the question where the image waits already.
#[component]
pub fn Enqueue(props: &EnqueueProps) -> Html {
    let dispatcher = use_dispatcher();
    // The image that is asked about: on the page another one may stand here by now.
    let asked = use_state(|| None::<MediaId>);
    let keep = use_node_ref();
    let media_id = props.change.as_ref().and_then(QueueChange::added);
    let is_queued = use_is_queued(media_id);
    let is_asking = is_queued && asked.as_ref() == media_id;
    {
        let keep = keep.clone();
        use_effect_with(is_asking, move |is_asking| {
            // The harmless answer has the focus.
            if *is_asking && let Some(button) = keep.cast::<web_sys::HtmlElement>() {
                let _focused = button.focus();
            }
        });
    }
    let add = {
        let (dispatcher, asked, change) = (dispatcher.clone(), asked.clone(), props.change.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(None);
            let Some(change) = change.clone() else { return };
            run(&dispatcher, async move { backend::change_queue(&change).await });
        })
    };
    let ask = {
        let (asked, media_id) = (asked.clone(), media_id.cloned());
        Callback::from(move |_: MouseEvent| asked.set(media_id.clone()))
    };
    let no = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(None))
    };
    html! {
        <>
            <button class={props.class} data-testid={props.test_id.clone()}
                onclick={if is_queued { ask } else { add.clone() }}
                disabled={props.change.is_none()} title={say(props.hint.clone())}>
                { Icon::Plus.html() }{ say(text::enqueue()) }
            </button>
            if is_asking {
                <div class="question question-mild" role="alertdialog"
                    aria-label={say(text::queue_twice())} data-testid="queue-twice">
                    <p>{ say(text::queue_twice()) }</p>
                    <button class="button" ref={keep} onclick={no} aria-keyshortcuts={CLOSE}
                        data-testid="queue-twice-keep">{ say(text::queue_twice_no()) }</button>
                    <button class="button" onclick={add} data-testid="queue-twice-replace">
                        { say(text::queue_twice_yes()) }
                    </button>
                </div>
            }
        </>
    }
}
