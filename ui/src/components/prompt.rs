//! The prompt, and the buttons that start, stop and resume.

use std::rc::Rc;

use retake_protocol::command::StartSession;
use retake_protocol::queue::QueueChange;
use retake_protocol::view::{Activity, ImageView, SessionView};
use retake_protocol::{MediaId, Prompt};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::backend;
use crate::components::app::run;
use crate::components::icon::Icon;
use crate::hooks::use_shortcuts::{START, STOP};
use crate::state::State;

/// The image to make videos from, and its session.
#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    /// `None`: not known yet, and nothing can be started (spec B2).
    pub image: Option<ImageView>,
    /// Its active session, else its last one.
    pub session: Option<SessionView>,
    /// A prompt that the user chose elsewhere, to stand in the box.
    pub inserted: Option<Rc<(u32, String)>>,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// Prompt and buttons.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    let remembered = (props.image.as_ref())
        .map(|image| image.preferences.last_prompt.as_str().to_owned())
        .unwrap_or_default();
    let running = props.session.as_ref().filter(|session| session.activity != Activity::Ended);
    // What the user typed for an image; until then the prompt remembered for it stands here.
    let draft = use_state(|| None::<(Option<MediaId>, String)>);
    {
        let (draft, media_id) = (draft.clone(), media_id.clone());
        use_effect_with(props.inserted.clone(), move |inserted| {
            if let Some(inserted) = inserted {
                draft.set(Some((media_id, inserted.1.clone())));
            }
        });
    }
    let text = match (running, &*draft) {
        (Some(session), _) => session.prompt.as_str().to_owned(),
        (None, Some((of, typed))) if *of == media_id => typed.clone(),
        (None, _) => remembered,
    };
    let oninput = {
        let draft = draft.clone();
        let media_id = media_id.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            draft.set(Some((media_id.clone(), typed)));
        })
    };
    let take_over = {
        let draft = draft.clone();
        Callback::from(move |prompt: String| draft.set(Some((media_id.clone(), prompt))))
    };
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
                    { stop(props) }
                    if matches!(session.activity, Activity::NeedsUser { .. }) {
                        { go_on(props) }
                    }
                } else {
                    { start(props, &text) }
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

fn stop(props: &ControlsProps) -> Html {
    let dispatcher = props.dispatcher.clone();
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
fn resume_callback(props: &ControlsProps) -> Callback<MouseEvent> {
    let dispatcher = props.dispatcher.clone();
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    Callback::from(move |_| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::resume_session(media_id.as_ref()).await });
    })
}

/// The user has done what the session waited for.
fn go_on(props: &ControlsProps) -> Html {
    let onclick = resume_callback(props);
    html! {
        <button class="button button-main" data-testid="resume" {onclick}>
            { Icon::Play.html() }{ "Go on" }
        </button>
    }
}

fn start(props: &ControlsProps, text: &str) -> Html {
    let Some(image) = &props.image else {
        return html! {
            <button class="button button-main" data-testid="start" disabled=true>
                { "Loading…" }
            </button>
        };
    };
    let is_off = !image.preferences.auto_retry;
    let typed = text.to_owned();
    let media_id = image.media_id.clone();
    let dispatcher = props.dispatcher.clone();
    let onclick = Callback::from(move |_| {
        let prompt = Prompt::new(typed.clone());
        let media_id = Some(media_id.clone());
        let request = StartSession { media_id, prompt, max_retries: None, video_goal: None };
        run(&dispatcher, async move { backend::start_session(&request).await });
    });
    let can_resume = props.session.as_ref().is_some_and(|session| session.can_resume) && !is_off;
    html! {
        <>
            <button class="button button-main" data-testid="start" {onclick} disabled={is_off}
                aria-keyshortcuts={START}>
                { Icon::Play.html() }{ "Start" }
            </button>
            if can_resume {
                { resume(props) }
            }
            { line_up(props, text) }
            if is_off {
                <span class="hint">{ "Turn auto-retry on to start." }</span>
            }
        </>
    }
}

/// For later: the queue brings the page here when its turn has come.
fn line_up(props: &ControlsProps, text: &str) -> Html {
    let dispatcher = props.dispatcher.clone();
    let prompt = Prompt::new(text);
    let media_id = props.image.as_ref().map(|image| image.media_id.clone());
    let onclick = Callback::from(move |_| {
        let change = QueueChange::Add {
            media_id: media_id.clone(),
            prompt: prompt.clone(),
            max_retries: None,
            video_goal: None,
        };
        run(&dispatcher, async move { backend::change_queue(&change).await });
    });
    html! {
        <button class="button" data-testid="line-up" {onclick}
            title="Starts when the images before it are done">
            { Icon::Plus.html() }{ "Queue" }
        </button>
    }
}

fn resume(props: &ControlsProps) -> Html {
    let onclick = resume_callback(props);
    html! {
        <button class="button" data-testid="resume" {onclick}
            title="Goes on with the same prompt, for what was left">
            { Icon::Rotate.html() }{ "Resume" }
        </button>
    }
}
