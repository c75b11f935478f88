//! An image's sessions, each with its numbers and its log.

use retake_protocol::Millis;
use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::components::log::Log;
use crate::format::{ago, duration};
use crate::state::{Action, State};
use crate::status::Status;

/// The sessions.
#[derive(PartialEq, Properties)]
pub struct SessionsProps {
    /// Newest first.
    pub sessions: Vec<SessionView>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Where a prompt goes that is to be used again.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The list.
#[component]
pub fn Sessions(props: &SessionsProps) -> Html {
    if props.sessions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ "Sessions" }</h3>
            <ul class="rows">{ for props.sessions.iter().map(|session| row(props, session)) }</ul>
        </>
    }
}

fn row(props: &SessionsProps, session: &SessionView) -> Html {
    let now = props.now;
    let use_it = {
        let (dispatcher, prompt) = (props.dispatcher.clone(), session.prompt.as_str().to_owned());
        Callback::from(move |_| dispatcher.dispatch(Action::UsePrompt(prompt.clone())))
    };
    // A running session's step is the panel's to tell; here it only runs.
    let status = match session.ended_at {
        None => Status::Running,
        Some(_) => Status::Ended(session.outcome),
    };
    let lasted = session.ended_at.map(|ended_at| duration(ended_at - session.started_at));
    html! {
        <li class="row row-tall" data-testid="session" data-outcome={session.outcome.as_str()}>
            <span class="row-line">
                <span class={classes!("tag", format!("tone-{}", status.tone()))}>
                    { status.word() }
                </span>
                <span class="grow figures">
                    { format!("{}/{} videos · {}/{} retries", session.videos_generated,
                        session.video_goal, session.retry_count, session.max_retries) }
                    if let Some(lasted) = lasted {
                        { format!(" · {lasted}") }
                    }
                </span>
                <time>{ ago(session.started_at, now) }</time>
            </span>
            if !session.prompt.is_blank() {
                <span class="row-line">
                    <span class="grow row-prompt">{ session.prompt.as_str() }</span>
                    <button class="button button-plain" onclick={use_it}
                        title="Put this prompt into the prompt's box">{ "Use" }</button>
                </span>
            }
            <Log lines={session.log.clone()} {now} />
        </li>
    }
}
