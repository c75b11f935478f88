//! An image's sessions: each with its numbers; unfolded its prompt, its time line and its log.

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::history::ImageDetail;
use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::commands::{Dispatcher, use_dispatcher};
use crate::components::attempts::About;
use crate::components::copy::Copy;
use crate::components::icon::Icon;
use crate::components::log::Log;
use crate::components::timeline::Timeline;
use crate::components::when::When;
use crate::state::Action;
use crate::status::Status;
use crate::timeline::steps;
use crate::words::intl::duration;
use crate::words::say;

/// The sessions.
#[derive(PartialEq, Properties)]
pub struct SessionsProps {
    /// The image whole.
    pub detail: std::rc::Rc<ImageDetail>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The list; the newest session is unfolded.
#[component]
pub fn Sessions(props: &SessionsProps) -> Html {
    let dispatcher = use_dispatcher();
    let sessions = &props.detail.sessions;
    if sessions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ say(text::sessions()) }</h3>
            <ul class="rows">
                { for sessions.iter().enumerate().map(|(place, session)| {
                    row(&dispatcher, props, session, place == 0)
                }) }
            </ul>
        </>
    }
}

fn row(
    dispatcher: &Dispatcher,
    props: &SessionsProps,
    session: &SessionView,
    is_newest: bool,
) -> Html {
    let detail = &props.detail;
    // A running session's step is the panel's to tell; here it only runs.
    let status = match session.ended_at {
        None => Status::Running,
        Some(_) => Status::Ended(session.outcome),
    };
    let lasted = session.ended_at.map(|ended_at| duration(ended_at - session.started_at));
    let about = About {
        media_id: session.media_id.clone(),
        known_prompt: Some(session.prompt.clone()),
        revision: props.revision,
        now: props.now,
    };
    let steps = steps(session.session_id, session.started_at, &detail.attempts, &detail.actions);
    html! {
        <li key={session.session_id.0} class="row row-tall" data-testid="session"
            data-outcome={session.outcome.as_str()}>
            <details class="session" open={is_newest}>
                <summary>
                    { Icon::Chevron.html() }
                    <span class={classes!("tag", format!("tone-{}", status.tone()))}>
                        { status.word() }
                    </span>
                    <span class="grow figures">
                        { format!("{} · {}",
                            say(text::videos_of_goal(session.videos_generated, session.video_goal)),
                            say(text::retries_of_limit(session.retry_count, session.max_retries))) }
                        if let Some(lasted) = lasted {
                            { format!(" · {lasted}") }
                        }
                    </span>
                    <When at={session.started_at} now={props.now} />
                </summary>
                { prompt(dispatcher, session) }
                <Timeline {steps} {about} />
                <Log lines={session.log.clone()} now={props.now} />
            </details>
        </li>
    }
}

fn prompt(dispatcher: &Dispatcher, session: &SessionView) -> Html {
    if session.prompt.is_blank() {
        return Html::default();
    }
    let text = session.prompt.as_str().to_owned();
    let use_it = {
        let (dispatcher, text) = (dispatcher.clone(), text.clone());
        Callback::from(move |_| dispatcher.dispatch(Action::UsePrompt(text.clone())))
    };
    html! {
        <div class="row-line">
            <span class="grow row-prompt">{ text.clone() }</span>
            <Copy {text} test_id="copy-prompt" />
            <button class="button button-plain" onclick={use_it}
                title={say(text::prompt_use_hint())}>{ say(text::prompt_use()) }</button>
        </div>
    }
}
