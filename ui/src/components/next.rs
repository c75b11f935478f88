//! What happens next and when, and how far the video under way has come.

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::view::{Activity, SessionView};
use yew::prelude::*;

use crate::hooks::use_now::{Ticking, use_now};
use crate::status::activity;
use crate::words::intl;
use crate::words::intl::countdown;
use crate::words::say;

/// A session, and by which clocks its times are meant.
#[derive(Clone, PartialEq, Properties)]
pub struct NextProps {
    /// The session.
    pub session: SessionView,
    /// The engine's clock when the session was told, in ms.
    pub now: Millis,
    /// The sidebar's clock at that moment, in ms.
    pub received_at: f64,
}

/// What happens next, and when.
#[component]
pub fn Next(props: &NextProps) -> Html {
    let (due_at, refused) = match props.session.activity {
        Activity::Countdown { due_at, refused, .. } => (Some(due_at), refused),
        _ => (None, None),
    };
    let now = use_now(if due_at.is_some() { Ticking::On } else { Ticking::Off });
    #[expect(clippy::cast_possible_truncation, reason = "a session does not last for aeons")]
    let passed = (now - props.received_at).max(0.0) as Millis;
    let percent = match props.session.activity {
        Activity::Generating { percent } => Some(percent),
        _ => None,
    };
    let running = (props.session.activity != Activity::Ended).then_some("next-running");
    html! {
        <div class={classes!("next", running)}>
            <p class="next-line">
                <span data-testid="activity">{ activity(&props.session) }</span>
                if let Some(due_at) = due_at {
                    { " " }
                    <span class="countdown" data-testid="countdown">
                        { countdown(due_at - props.now - passed) }
                    </span>
                }
            </p>
            if let Some(refused) = refused {
                <p class="hint" data-testid="refused">{ say(refused.reason()) }</p>
            }
            if let Some(percent) = percent {
                { progress(percent) }
            }
        </div>
    }
}

fn progress(percent: Option<f64>) -> Html {
    let value = percent.map(|percent| percent.to_string());
    let text = percent.map_or_else(String::new, |percent| intl::percent(percent / 100.0));
    html! {
        <span class="progress" data-testid="attempt-progress">
            <progress max="100" {value} aria-label={say(text::session_progress())} />
            <span class="progress-text">{ text }</span>
        </span>
    }
}
