//! The prompt, and the buttons that start, stop and resume.

use retake_protocol::command::StartSession;
use retake_protocol::health::ControlPiece;
use retake_protocol::page::PageMove;
use retake_protocol::queue::QueueChange;
use retake_protocol::view::{Activity, ImageView, SessionView};
use retake_protocol::{MediaId, Prompt, Refusal};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, run_and_tell, use_dispatcher};
use crate::components::bounds::{InForce, running};
use crate::components::icon::Icon;
use crate::drafts::{Draft, DraftField};
use crate::hooks::use_shortcuts::{START, STOP};
use crate::state::{About, Action};

/// The image to make videos from, and its session.
#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    /// `None`: not known yet, and nothing can be started (spec B2).
    pub image: Option<ImageView>,
    /// Its active session, else its last one.
    pub session: Option<SessionView>,
    /// What was typed for the image.
    pub draft: Draft,
}

/// Prompt and buttons.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let dispatcher = use_dispatcher();
    let remembered = (props.image.as_ref())
        .map(|image| image.preferences.last_prompt.as_str().to_owned())
        .unwrap_or_default();
    let running = running(props.session.as_ref());
    let text = match (running, &props.draft.prompt) {
        (Some(session), _) => session.prompt.as_str().to_owned(),
        (None, Some(typed)) => typed.clone(),
        (None, None) => remembered,
    };
    let take_over = {
        let dispatcher = dispatcher.clone();
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
        <div class="controls">
            <div class="field">
                <div class="field-head">
                    <label for="prompt">{ "Prompt" }</label>
                    if running.is_none() {
                        { image_prompt(props, &text, &take_over) }
                    }
                </div>
                <textarea id="prompt" data-testid="prompt" rows="3" value={text.clone()} {oninput}
                    disabled={props.image.is_none()} readonly={running.is_some()}
                    placeholder="Left empty, nothing is typed on the page" />
            </div>
            <div class="buttons">
                if let Some(session) = running {
                    { stop(&dispatcher, props) }
                    if let Activity::NeedsUser { refusal, .. } = &session.activity {
                        { go_on(&dispatcher, props) }
                        { remedy(&dispatcher, props, *refusal) }
                    }
                } else {
                    { start(&dispatcher, props, &text) }
                }
            </div>
        </div>
    }
}

/// Takes over the prompt that the image was made from; nothing where that stands there already.
fn image_prompt(props: &ControlsProps, text: &str, take_over: &Callback<String>) -> Html {
    let prompt = props.image.as_ref().and_then(|image| image.original_prompt.as_ref());
    let Some(prompt) = prompt.filter(|prompt| !prompt.is_blank() && prompt.as_str() != text) else {
        return Html::default();
    };
    let prompt = prompt.as_str().to_owned();
    let onclick = take_over.reform(move |_| prompt.clone());
    html! {
        <button class="button button-plain" data-testid="take-over-prompt" {onclick}>
            { "Use the image's prompt" }
        </button>
    }
}

fn stop(dispatcher: &Dispatcher, props: &ControlsProps) -> Html {
    let dispatcher = dispatcher.clone();
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    let onclick = Callback::from(move |_| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::stop_session(media_id.as_ref()).await });
    });
    html! {
        <button class="button button-stop" data-testid="stop" {onclick}
            aria-keyshortcuts={STOP}>
            { Icon::Square.html() }{ "Stop" }
        </button>
    }
}

/// Asks for the session of the image that is shown here to go on, and of no other.
fn resume_callback(dispatcher: &Dispatcher, props: &ControlsProps) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    Callback::from(move |_| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::resume_session(media_id.as_ref()).await });
    })
}

/// What helps, as a button (spec L5).
fn remedy(dispatcher: &Dispatcher, props: &ControlsProps, refusal: Refusal) -> Html {
    let dispatcher = dispatcher.clone();
    let (label, onclick) = match refusal {
        Refusal::ControlMissing | Refusal::ControlDisabled => (
            "Show me the button",
            Callback::from(move |_: MouseEvent| {
                point(&dispatcher, ControlPiece::GenerateControl);
            }),
        ),
        Refusal::PromptNotAccepted => (
            "Show me the prompt box",
            Callback::from(move |_: MouseEvent| point(&dispatcher, ControlPiece::PromptBox)),
        ),
        Refusal::PageOutOfDate | Refusal::CloudflareCheck | Refusal::PageNotThere => (
            "Reload the page",
            Callback::from(move |_: MouseEvent| {
                run(&dispatcher, backend::move_page(PageMove::Reload));
            }),
        ),
        Refusal::NotThisImage | Refusal::StaysOnVideo => {
            let media_id = props.image.as_ref().map(|image| image.media_id.clone());
            let Some(media_id) = media_id else { return Html::default() };
            let open = Callback::from(move |_: MouseEvent| {
                let media_id = media_id.clone();
                run(&dispatcher, async move { backend::open_image(&media_id).await });
            });
            ("Open the image", open)
        }
        _ => return Html::default(),
    };
    html! { <button class="button" data-testid="remedy" {onclick}>{ label }</button> }
}

/// Has the user point at a control in the page, and says what to do there.
fn point(dispatcher: &Dispatcher, piece: ControlPiece) {
    let name = match piece {
        ControlPiece::PromptBox => "prompt box",
        ControlPiece::GenerateControl => "button that makes a video",
    };
    let words = format!("Click the {name} in the page. Escape there leaves everything as it is.");
    dispatcher.dispatch(Action::Notify(About::Done(vec![words])));
    run_and_tell(dispatcher, backend::pick_control(piece));
}

/// The user has done what the session waited for.
fn go_on(dispatcher: &Dispatcher, props: &ControlsProps) -> Html {
    let onclick = resume_callback(dispatcher, props);
    html! {
        <button class="button button-main" data-testid="resume" {onclick}>
            { Icon::Play.html() }{ "Go on" }
        </button>
    }
}

fn start(dispatcher: &Dispatcher, props: &ControlsProps, text: &str) -> Html {
    let Some(image) = &props.image else {
        return html! {
            <button class="button button-main" data-testid="start" disabled=true>
                { "Loading…" }
            </button>
        };
    };
    let is_off = !image.preferences.auto_retry;
    // As they stand in the boxes: what was just typed may not have reached the engine yet.
    let bounds = InForce::of(Some(image), None).with(&props.draft);
    let onclick = start_callback(dispatcher, image.media_id.clone(), text, bounds);
    let can_resume = props.session.as_ref().is_some_and(|session| session.can_resume) && !is_off;
    html! {
        <>
            <button class="button button-main" data-testid="start" {onclick}
                disabled={is_off || bounds.is_none()} aria-keyshortcuts={START}>
                { Icon::Play.html() }{ "Start" }
            </button>
            if can_resume {
                { resume(dispatcher, props) }
            }
            { enqueue(dispatcher, props, text, bounds) }
            if is_off {
                <span class="hint">{ "Turn auto-retry on to start." }</span>
            }
            if bounds.is_none() {
                <span class="hint" data-testid="start-hint">{ "Correct the number above to start." }</span>
            }
        </>
    }
}

/// Starts a session. What was typed stands in the box until the session has it.
fn start_callback(
    dispatcher: &Dispatcher,
    media_id: MediaId,
    text: &str,
    bounds: Option<InForce>,
) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    let prompt = Prompt::new(text);
    Callback::from(move |_| {
        let Some(InForce { max_retries, video_goal }) = bounds else { return };
        let request = StartSession {
            media_id: Some(media_id.clone()),
            prompt: prompt.clone(),
            max_retries: Some(max_retries),
            video_goal: Some(video_goal),
        };
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        spawn_local(async move {
            match backend::start_session(&request).await {
                Ok(()) => {
                    dispatcher.dispatch(Action::Drafted(media_id, DraftField::Prompt, None));
                    dispatcher.dispatch(Action::RefusalsSeen);
                }
                Err(error) => dispatcher.dispatch(Action::refused(error.message)),
            }
        });
    })
}

/// For later: the queue brings the page here when its turn has come.
fn enqueue(
    dispatcher: &Dispatcher,
    props: &ControlsProps,
    text: &str,
    bounds: Option<InForce>,
) -> Html {
    let dispatcher = dispatcher.clone();
    let prompt = Prompt::new(text);
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    let onclick = Callback::from(move |_| {
        let change = QueueChange::Add {
            media_id: media_id.clone(),
            prompt: prompt.clone(),
            max_retries: bounds.map(|bounds| bounds.max_retries),
            video_goal: bounds.map(|bounds| bounds.video_goal),
        };
        run(&dispatcher, async move { backend::change_queue(&change).await });
    });
    html! {
        <button class="button" data-testid="enqueue" {onclick} disabled={bounds.is_none()}
            title="Starts when the images before it are done">
            { Icon::Plus.html() }{ "Queue" }
        </button>
    }
}

fn resume(dispatcher: &Dispatcher, props: &ControlsProps) -> Html {
    let onclick = resume_callback(dispatcher, props);
    html! {
        <button class="button" data-testid="resume" {onclick}
            title="Goes on with the same prompt, for what was left">
            { Icon::Rotate.html() }{ "Resume" }
        </button>
    }
}
