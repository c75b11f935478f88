//! The bounds that the user sets: max retries, video goal, auto-retry. A change takes effect at
//! once, also in a running session (spec C17).

use retake_protocol::command::SetPreferences;
use retake_protocol::view::{Activity, ImageView, SessionView};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::components::app::run;
use crate::components::stepper::Stepper;
use crate::state::State;

/// The image that the bounds are for.
#[derive(PartialEq, Properties)]
pub struct BoundsProps {
    /// `None`: not known yet, and nothing can be changed (spec B2).
    pub image: Option<ImageView>,
    /// Its session: a running one has bounds of its own, as after a resume.
    pub session: Option<SessionView>,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The bounds.
#[component]
pub fn Bounds(props: &BoundsProps) -> Html {
    let preferences = props.image.as_ref().map(|image| image.preferences.clone());
    let disabled = preferences.is_none();
    let preferences = preferences.unwrap_or_default();
    let running = props.session.as_ref().filter(|session| session.activity != Activity::Ended);
    let max_retries = running.map_or(preferences.max_retries, |session| session.max_retries);
    let video_goal = running.map_or(preferences.video_goal, |session| session.video_goal);
    let send = {
        let dispatcher = props.dispatcher.clone();
        let media_id = props.image.as_ref().map(|image| image.media_id.clone());
        Callback::from(move |change: SetPreferences| {
            let change = SetPreferences { media_id: media_id.clone(), ..change };
            run(&dispatcher, async move { backend::set_preferences(&change).await });
        })
    };
    let set_retries = send
        .reform(|number| SetPreferences { max_retries: Some(number), ..SetPreferences::default() });
    let set_goal = send
        .reform(|number| SetPreferences { video_goal: Some(number), ..SetPreferences::default() });
    let set_auto_retry = send.reform(|event: Event| SetPreferences {
        auto_retry: Some(event.target_unchecked_into::<HtmlInputElement>().checked()),
        ..SetPreferences::default()
    });
    // Another image's numbers start afresh: what was typed for this one is not theirs.
    let key = props.image.as_ref().map(|image| image.media_id.to_string()).unwrap_or_default();
    html! {
        <div class="bounds">
            <Stepper key={format!("retries {key}")} label="Max retries" test_id="max-retries" value={max_retries} {disabled}
                onchange={set_retries} />
            <Stepper key={format!("goal {key}")} label="Video goal" test_id="video-goal" value={video_goal} {disabled}
                onchange={set_goal} />
            <label class="switch">
                <input type="checkbox" role="switch" data-testid="auto-retry" {disabled}
                    checked={preferences.auto_retry} onchange={set_auto_retry} />
                <span>{ "Auto-retry" }</span>
            </label>
        </div>
    }
}
