//! The results of a session, first of all its videos (spec L2): each as a tile, and
//! one line of numbers that stand nowhere else.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::history::{AttemptView, ImageDetail};
use retake_protocol::view::SessionView;
use retake_protocol::{AttemptId, AttemptOutcome};
use yew::prelude::*;

use crate::backend;
use crate::commands::use_dispatcher;
use crate::components::result_tile::ResultTile;
use crate::hooks::use_turns::use_turns;
use crate::words::intl::duration;
use crate::words::say;

/// An ended session.
#[derive(PartialEq, Properties)]
pub struct ResultsProps {
    /// The session.
    pub session: SessionView,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The results.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let dispatcher = use_dispatcher();
    let session = &props.session;
    let detail = use_state(|| None::<Rc<ImageDetail>>);
    let playing = use_state(|| None::<AttemptId>);
    let turns = use_turns();
    {
        let (detail, dispatcher) = (detail.clone(), dispatcher.clone());
        let asked = (session.media_id.clone(), session.session_id, props.revision);
        let has_videos = session.videos_generated > 0;
        use_effect_with(asked, move |(media_id, _, _)| {
            if !has_videos {
                return;
            }
            let media_id = media_id.clone();
            let question = async move { backend::image_detail(&media_id).await };
            turns.ask(&dispatcher, question, move |found| detail.set(found.map(Rc::new)));
        });
    }
    let attempts = detail.as_ref().map(|detail| detail.attempts.as_slice()).unwrap_or_default();
    let videos = attempts.iter().filter(|attempt| {
        attempt.session_id == Some(session.session_id)
            && attempt.outcome == AttemptOutcome::Completed
    });
    html! {
        <section class="results" aria-label={say(text::results())} data-testid="results">
            <ul class="result-tiles">
                { for videos.map(|attempt| tile(props, attempt, &playing)) }
            </ul>
            <p class="figures">{ sums(session) }</p>
        </section>
    }
}

/// One tile. Of all of them one plays at a time.
fn tile(
    props: &ResultsProps,
    attempt: &AttemptView,
    playing: &UseStateHandle<Option<AttemptId>>,
) -> Html {
    let (id, setter) = (attempt.attempt_id.clone(), playing.setter());
    let onplay = Callback::from(move |is_wanted: bool| setter.set(is_wanted.then(|| id.clone())));
    html! {
        <ResultTile key={attempt.attempt_id.as_str().to_owned()}
            media_id={props.session.media_id.clone()} attempt={attempt.clone()}
            is_playing={playing.as_ref() == Some(&attempt.attempt_id)} {onplay}
            revision={props.revision} />
    }
}

/// `3 attempts · failed: 1 early · 22 s`: what the head does not say.
fn sums(session: &SessionView) -> String {
    let number = session.failures + session.videos_generated;
    if number == 0 {
        return String::new();
    }
    let attempts = say(text::attempts_count(number));
    let failures = [
        (session.layer1_failures, text::failures_early(session.layer1_failures)),
        (session.layer2_failures, text::failures_half_way(session.layer2_failures)),
        (session.layer3_failures, text::failures_late(session.layer3_failures)),
    ];
    let failed = failures.into_iter().filter(|(number, _)| *number > 0);
    let failed: Vec<String> = failed.map(|(_, words)| say(words)).collect();
    let failed = (!failed.is_empty()).then(|| say(text::results_failed(failed.join(", "))));
    let lasted = session.ended_at.map(|ended_at| duration(ended_at - session.started_at));
    [Some(attempts), failed, lasted].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
