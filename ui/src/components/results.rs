//! The results of a session, first of all its videos (spec L2): each as a tile with what can be done
//! with it, and one line of numbers that stand nowhere else.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::AttemptOutcome;
use retake_protocol::history::{AttemptView, ImageDetail};
use retake_protocol::view::SessionView;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::video::Video;
use crate::hooks::use_turns::use_turns;
use crate::words::intl;
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
                { for videos.map(|attempt| tile(&dispatcher, props, attempt)) }
            </ul>
            <p class="figures">{ sums(session) }</p>
        </section>
    }
}

fn tile(dispatcher: &Dispatcher, props: &ResultsProps, attempt: &AttemptView) -> Html {
    let media_id = &props.session.media_id;
    let open = {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
        })
    };
    html! {
        <li class="result-tile" key={attempt.attempt_id.as_str().to_owned()} data-testid="result">
            <Picture class="result-picture" media_id={media_id.clone()}
                attempt={attempt.attempt_id.as_str().to_owned()} revision={props.revision} />
            <span class="figures">{ facts(attempt) }</span>
            <span class="result-tools">
                <Video media_id={media_id.clone()} attempt_id={attempt.attempt_id.clone()}
                    video={attempt.video.clone()} test_id="result-video" />
                <button class="button button-plain" data-testid="open-result" onclick={open}
                    title={say(text::result_open_hint())}>
                    { Icon::External.html() }{ say(text::open()) }
                </button>
            </span>
        </li>
    }
}

fn facts(attempt: &AttemptView) -> String {
    let length = attempt
        .length_seconds
        .map(|seconds| say(text::clip_length(intl::seconds(seconds.round()))));
    let parts = [length, attempt.resolution.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
