//! An attempt, as a row: its outcome. In a session's time line, or among those that no session
//! counted.

use retake_locale::text;
use retake_protocol::history::AttemptView;
use retake_protocol::{AttemptOutcome, MediaId, Millis, Prompt};
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::video::Video;
use crate::components::when::When;
use crate::format::{attempt_outcome, layer, took};
use crate::words::intl;
use crate::words::say;

/// What the rows of one list have in common.
#[derive(Clone, PartialEq)]
pub struct About {
    /// The image that they were made from.
    pub media_id: MediaId,
    /// A prompt that needs no repeating: their session's.
    pub known_prompt: Option<Prompt>,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// The attempts that belong to no session.
#[derive(PartialEq, Properties)]
pub struct AttemptsProps {
    /// Newest first.
    pub attempts: Vec<AttemptView>,
    /// What each is shown with.
    pub about: About,
}

/// The list.
#[component]
pub fn Attempts(props: &AttemptsProps) -> Html {
    if props.attempts.is_empty() {
        return Html::default();
    }
    let row = |attempt: &AttemptView| {
        html! { <li class="row">{ attempt_row(&props.about, attempt) }</li> }
    };
    html! {
        <>
            <h3>{ say(text::by_hand()) }</h3>
            <ul class="rows">{ for props.attempts.iter().map(row) }</ul>
        </>
    }
}

/// One attempt.
pub fn attempt_row(about: &About, attempt: &AttemptView) -> Html {
    let (icon, tone) = match attempt.outcome {
        AttemptOutcome::Completed => (Icon::Check, "tone-success"),
        AttemptOutcome::Moderated => (Icon::EyeOff, "tone-moderated"),
        AttemptOutcome::Failed => (Icon::Alert, "tone-failed"),
        AttemptOutcome::Pending | AttemptOutcome::Processing => (Icon::Loader, "tone-accent"),
        AttemptOutcome::Unknown => (Icon::Clock, "tone-quiet"),
    };
    let prompt = attempt
        .prompt
        .as_ref()
        .filter(|prompt| !prompt.is_blank() && about.known_prompt.as_ref() != Some(*prompt));
    html! {
        <div class="attempt" data-testid="attempt"
            data-attempt-id={attempt.attempt_id.as_str().to_owned()}
            data-outcome={attempt.outcome.as_str()}>
            <Picture class="row-picture" media_id={about.media_id.clone()}
                attempt={attempt.attempt_id.as_str().to_owned()} revision={about.revision} />
            <span class="grow">
                <span class="row-line">
                    <span class={classes!("row-outcome", "grow", tone)}>
                        { icon.html() }{ say(attempt_outcome(attempt.outcome)) }
                    </span>
                    <When at={attempt.ended_at.unwrap_or(attempt.first_seen_at)} now={about.now} />
                </span>
                <span class="figures attempt-facts">{ facts(attempt).join(" · ") }</span>
                if let Some(prompt) = prompt {
                    <span class="row-prompt">{ prompt.as_str() }</span>
                }
                <Video media_id={about.media_id.clone()} attempt_id={attempt.attempt_id.clone()}
                    video={attempt.video.clone()} />
            </span>
        </div>
    }
}

/// How far it came, in plain words, how long it took, and what it is.
fn facts(attempt: &AttemptView) -> Vec<String> {
    // A finished video came to its end, whatever progress was seen last.
    let is_finished = attempt.outcome == AttemptOutcome::Completed;
    let percent = attempt.percent.filter(|_| !is_finished);
    let how_far = percent.map(|percent| intl::percent(percent / 100.0));
    let layer = attempt.layer.map(|known| layer(known, attempt.layer_source));
    let length =
        attempt.length_seconds.map(|seconds| say(text::clip_length(intl::seconds(seconds))));
    let resolution = attempt.resolution.clone();
    let took = took(attempt).map(|span| say(text::took(span)));
    [length, resolution, how_far, layer, took].into_iter().flatten().collect()
}
