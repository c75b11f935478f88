//! An image's attempts: what became of each.

use retake_protocol::history::AttemptView;
use retake_protocol::{AttemptOutcome, MediaId, Millis};
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::video::Video;
use crate::format::{ago, attempt_outcome, layer};
use crate::state::State;

/// The attempts.
#[derive(PartialEq, Properties)]
pub struct AttemptsProps {
    /// Newest first.
    pub attempts: Vec<AttemptView>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// The image that they were made from.
    pub media_id: MediaId,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The list.
#[component]
pub fn Attempts(props: &AttemptsProps) -> Html {
    if props.attempts.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ "Attempts" }</h3>
            <ul class="rows">{ for props.attempts.iter().map(|attempt| row(props, attempt)) }</ul>
        </>
    }
}

fn row(props: &AttemptsProps, attempt: &AttemptView) -> Html {
    let (icon, tone) = match attempt.outcome {
        AttemptOutcome::Completed => (Icon::Check, "tone-success"),
        AttemptOutcome::Moderated => (Icon::EyeOff, "tone-moderated"),
        AttemptOutcome::Failed => (Icon::Alert, "tone-failed"),
        AttemptOutcome::Pending | AttemptOutcome::Processing => (Icon::Loader, "tone-accent"),
    };
    // A finished video came to its end, whatever progress was seen last.
    let is_finished = attempt.outcome == AttemptOutcome::Completed;
    let percent = attempt.percent.filter(|_| !is_finished);
    let how_far = percent.map(|percent| format!("{percent:.0} %"));
    let layer = attempt.layer.map(|known| layer(known, attempt.layer_source));
    let detail: Vec<String> = [how_far, layer].into_iter().flatten().collect();
    html! {
        <li class="row row-wraps" data-testid="attempt" data-attempt-id={attempt.attempt_id.as_str().to_owned()}
            data-outcome={attempt.outcome.as_str()}>
            <Picture class="row-picture" media_id={props.media_id.clone()}
                attempt={attempt.attempt_id.as_str().to_owned()} revision={props.revision} />
            <span class={classes!("row-outcome", tone)}>
                { icon.html() }{ attempt_outcome(attempt.outcome) }
            </span>
            <span class="grow figures">{ detail.join(" · ") }</span>
            <time>{ ago(attempt.ended_at.unwrap_or(attempt.first_seen_at), props.now) }</time>
            <Video media_id={props.media_id.clone()} attempt_id={attempt.attempt_id.clone()}
                video={attempt.video.clone()} dispatcher={props.dispatcher.clone()} />
        </li>
    }
}
