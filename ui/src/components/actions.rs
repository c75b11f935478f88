//! What can be done with the image on the page: start, stop, continue, resume, queue. The main button
//! stands in one place whatever it is (spec L1).

use std::iter::once;

use retake_locale::{Text, text};
use retake_protocol::command::{SetPreferences, StartSession};
use retake_protocol::queue::QueueChange;
use retake_protocol::statistics::Pace;
use retake_protocol::view::{Activity, ImageView, SessionView};
use retake_protocol::{MediaId, Prompt};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::bounds::InForce;
use crate::components::enqueue::Enqueue;
use crate::components::icon::Icon;
use crate::components::remedy::Remedy;
use crate::drafts::{Draft, DraftField, prompt_in_box, running};
use crate::estimate::estimate;
use crate::hooks::use_shortcuts::{START, STOP, titled};
use crate::state::Action;
use crate::words::say;

/// The image on the page, and its session.
#[derive(PartialEq, Properties)]
pub struct ActionsProps {
    /// `None`: not known yet, and nothing can be started (spec B2).
    pub image: Option<ImageView>,
    /// Its active session, else its last one.
    pub session: Option<SessionView>,
    /// What was typed for the image.
    pub draft: Draft,
    /// Whether the page's image is being looked for.
    pub is_loading: bool,
    /// What the newest sessions took, once that is known.
    pub pace: Option<Pace>,
}

/// The buttons.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let dispatcher = use_dispatcher();
    let Some(image) = &props.image else {
        let label = if props.is_loading { text::loading() } else { text::start() };
        return html! {
            <div class="buttons">
                <button class="button button-main" data-testid="start" disabled=true>{ say(label) }</button>
            </div>
        };
    };
    let Some(session) = running(props.session.as_ref()) else {
        return html! { <div class="buttons">{ start(&dispatcher, props, image) }</div> };
    };
    html! {
        <div class="buttons">
            if let Activity::NeedsUser { refusal, .. } = &session.activity {
                { resume(&dispatcher, image, text::go_on()) }
                { stop(&dispatcher, image, "button") }
                <Remedy media_id={image.media_id.clone()} refusal={*refusal} />
            } else if image.preferences.auto_retry {
                { stop(&dispatcher, image, "button button-main button-stop") }
                { pause(&dispatcher, image) }
            } else {
                { go_on(&dispatcher, image) }
                { stop(&dispatcher, image, "button") }
            }
        </div>
    }
}

/// A session whose image has no auto-retry is one that pauses (spec C15, L1).
fn pause(dispatcher: &Dispatcher, image: &ImageView) -> Html {
    let onclick = set_auto_retry(dispatcher, image, false);
    html! {
        <button class="button" data-testid="pause" {onclick} title={say(text::pause_hint())}>
            { Icon::Pause.html() }{ say(text::pause()) }
        </button>
    }
}

fn go_on(dispatcher: &Dispatcher, image: &ImageView) -> Html {
    let onclick = set_auto_retry(dispatcher, image, true);
    html! {
        <button class="button button-main" data-testid="go-on" {onclick} aria-keyshortcuts={START}
            title={titled(text::resume_hint(), START)}>
            { Icon::Play.html() }{ say(text::go_on()) }
        </button>
    }
}

fn set_auto_retry(
    dispatcher: &Dispatcher,
    image: &ImageView,
    auto_retry: bool,
) -> Callback<MouseEvent> {
    let (dispatcher, media_id) = (dispatcher.clone(), image.media_id.clone());
    Callback::from(move |_| {
        let change = SetPreferences {
            media_id: Some(media_id.clone()),
            auto_retry: Some(auto_retry),
            ..SetPreferences::default()
        };
        run(&dispatcher, async move { backend::set_preferences(&change).await });
    })
}

fn stop(dispatcher: &Dispatcher, image: &ImageView, class: &'static str) -> Html {
    let (dispatcher, media_id) = (dispatcher.clone(), image.media_id.clone());
    let onclick = Callback::from(move |_| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::stop_session(Some(&media_id)).await });
    });
    html! {
        <button {class} data-testid="stop" {onclick} aria-keyshortcuts={STOP}
            title={titled(text::stop_hint(), STOP)}>
            { Icon::Square.html() }{ say(text::stop()) }
        </button>
    }
}

/// Has the session of the image that is shown here go on, and no other.
fn resume(dispatcher: &Dispatcher, image: &ImageView, label: Text) -> Html {
    let (dispatcher, media_id) = (dispatcher.clone(), image.media_id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::resume_session(Some(&media_id)).await });
    });
    html! {
        <button class="button button-main" data-testid="resume" {onclick} aria-keyshortcuts={START}
            title={titled(text::resume_hint(), START)}>
            { Icon::Play.html() }{ say(label) }
        </button>
    }
}

/// What can be resumed is resumed first: Start begins again and drops what was left.
fn start(dispatcher: &Dispatcher, props: &ActionsProps, image: &ImageView) -> Html {
    let is_off = !image.preferences.auto_retry;
    // As they stand in the boxes: what was just typed may not have reached the engine yet.
    let bounds = InForce::of(Some(image), None).with(&props.draft);
    let typed = prompt_in_box(Some(image), props.session.as_ref(), &props.draft);
    let can_resume = props.session.as_ref().is_some_and(|session| session.can_resume) && !is_off;
    let onclick = start_callback(dispatcher, image.media_id.clone(), &typed, bounds);
    let (class, label) = if can_resume {
        ("button", text::start_over())
    } else {
        ("button button-main", text::start())
    };
    let keys = (!can_resume).then_some(START);
    let hint = say(match (is_off, bounds) {
        (true, _) => text::start_needs_auto_retry(),
        (false, None) => text::start_needs_limits(),
        (false, Some(bounds)) => cost(bounds),
    });
    let likely = bounds.filter(|_| !is_off).and_then(|bounds| estimate(props.pace, once(bounds)));
    html! {
        <>
            if can_resume {
                { resume(dispatcher, image, text::resume()) }
            }
            <button {class} data-testid="start" {onclick} disabled={is_off || bounds.is_none()}
                aria-keyshortcuts={keys} title={titled(text::start_hint(), START)}>
                { Icon::Play.html() }{ say(label) }
            </button>
            { enqueue(&image.media_id, &typed, bounds) }
            <span class="hint start-hint" data-testid="start-hint">{ hint }</span>
            <span class="hint start-hint" data-testid="start-estimate">{ likely }</span>
        </>
    }
}

/// The most that a session may make: each video wanted, and each failure accepted.
fn cost(bounds: InForce) -> Text {
    text::start_cost(text::attempts_count(bounds.video_goal + bounds.max_retries))
}

/// Starts a session. What was typed stands in the box until the session has it.
fn start_callback(
    dispatcher: &Dispatcher,
    media_id: MediaId,
    typed: &str,
    bounds: Option<InForce>,
) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    let prompt = Prompt::new(typed);
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
                Err(error) => dispatcher.dispatch(error.into()),
            }
        });
    })
}

/// For later: the queue brings the page here when its turn has come.
fn enqueue(media_id: &MediaId, typed: &str, bounds: Option<InForce>) -> Html {
    let change = bounds.map(|bounds| QueueChange::Add {
        media_id: Some(media_id.clone()),
        prompt: Prompt::new(typed),
        max_retries: Some(bounds.max_retries),
        video_goal: Some(bounds.video_goal),
    });
    html! { <Enqueue {change} test_id="enqueue" class="button" hint={text::enqueue_hint()} /> }
}
