//! One image whole: its picture, what it is, what can be done with it, what its attempts add up to,
//! its sessions and the rest.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::history::{AttemptView, ImageCard, ImageDetail};
use retake_protocol::maintenance::ExportForm;
use retake_protocol::queue::QueueChange;
use retake_protocol::{Millis, PostId};
use yew::prelude::*;

use crate::backend;
use crate::chance::attempts_for_goal;
use crate::commands::{Dispatcher, run, run_and_tell, use_dispatcher};
use crate::components::attempts::{About, Attempts};
use crate::components::confirm::Confirm;
use crate::components::copy::Copy;
use crate::components::enqueue::Enqueue;
use crate::components::icon::Icon;
use crate::components::log::Log;
use crate::components::picture::Picture;
use crate::components::rate::{layers, rate};
use crate::components::sessions::Sessions;
use crate::components::when::When;
use crate::format::image_name;
use crate::state::{About as Told, Action, Named};
use crate::words::say;

/// The image.
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// All of it.
    pub detail: Rc<ImageDetail>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The image whole.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let dispatcher = use_dispatcher();
    let detail = &props.detail;
    let about = About {
        media_id: detail.card.media_id.clone(),
        known_prompt: None,
        revision: props.revision,
        now: props.now,
    };
    let outside: Vec<AttemptView> =
        detail.attempts.iter().filter(|one| one.session_id.is_none()).cloned().collect();
    html! {
        <div class="card-body">
            { facts(props) }
            { posts(&detail.posts) }
            { tools(&dispatcher, props) }
            { sums(detail) }
            <Sessions detail={detail.clone()} now={props.now} revision={props.revision} />
            <Attempts attempts={outside} {about} />
            // Oldest first, as a session's own.
            <Log lines={detail.log.iter().rev().cloned().collect::<Vec<_>>()} now={props.now} />
        </div>
    }
}

fn facts(props: &DetailProps) -> Html {
    let detail = &props.detail;
    let card = &detail.card;
    let bounds = &detail.preferences;
    let limits = text::limits(
        text::videos_count(bounds.video_goal),
        text::retries_count(bounds.max_retries),
    );
    let limits = if bounds.auto_retry {
        text::detail_auto_retry_on(limits)
    } else {
        text::detail_auto_retry_off(limits)
    };
    html! {
        <div class="detail-facts">
            <Picture class="detail-picture" media_id={card.media_id.clone()}
                revision={props.revision} />
            <dl class="grow">
                if let Some(prompt) = &card.original_prompt {
                    <dt>{ say(text::prompt()) }</dt><dd data-testid="original-prompt">{ prompt.as_str() }</dd>
                }
                <dt>{ say(text::detail_created()) }</dt>
                <dd>
                    <When at={detail.create_time.unwrap_or(detail.first_seen_at)} now={props.now} />
                    if let Some((width, height)) = detail.size {
                        <span class="figures">{ format!(" · {width}\u{a0}×\u{a0}{height}") }</span>
                    }
                </dd>
                <dt>{ say(text::detail_limits()) }</dt>
                <dd class="figures" data-testid="bounds">
                    { say(limits) }
                </dd>
            </dl>
        </div>
    }
}

/// Under what the page showed it: the ids that a search finds it by.
fn posts(posts: &[PostId]) -> Html {
    if posts.is_empty() {
        return Html::default();
    }
    html! {
            <details class="log">
                <summary>{ Icon::Chevron.html() }{ say(text::detail_pages(posts.len())) }</summary>
                <ol data-testid="posts">
                    { for posts.iter().map(|post| html! {
                        <li><code class="id">{ post.as_str() }</code></li>
                    }) }
                </ol>
            </details>
    }
}

fn tools(dispatcher: &Dispatcher, props: &DetailProps) -> Html {
    let card = &props.detail.card;
    let media_id = &card.media_id;
    let open = {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |_| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
        })
    };
    let resume = {
        let (dispatcher, image) = (dispatcher.clone(), named(card));
        Callback::from(move |_| {
            dispatcher.dispatch(Action::Notify(Told::Resuming(image.clone())));
        })
    };
    let enqueue = QueueChange::Add {
        media_id: Some(media_id.clone()),
        prompt: props.detail.preferences.last_prompt.clone(),
        max_retries: None,
        video_goal: None,
    };
    let export = {
        let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
        Callback::from(move |_| {
            let media_id = media_id.clone();
            run_and_tell(&dispatcher, async move {
                backend::export_history(ExportForm::Json, Some(&media_id)).await
            });
        })
    };
    let forget = {
        let (dispatcher, image) = (dispatcher.clone(), named(card));
        Callback::from(move |()| {
            dispatcher.dispatch(Action::Notify(Told::Forgetting(image.clone())));
        })
    };
    let can_resume = props.detail.sessions.first().is_some_and(|last| last.can_resume);
    html! {
        <div class="card-tools">
            <button class="button button-plain" data-testid="open-image" onclick={open}
                title={say(text::detail_open_hint())}>
                { Icon::External.html() }{ say(text::open()) }
            </button>
            if can_resume {
                <button class="button button-plain" data-testid="resume-image" onclick={resume}
                    title={say(text::detail_resume_hint())}>
                    { Icon::Rotate.html() }{ say(text::resume()) }
                </button>
            }
            <Enqueue change={enqueue} test_id="enqueue-image" class="button button-plain"
                hint={text::detail_enqueue_hint()} />
            if let Some(prompt) = &card.original_prompt {
                <Copy text={prompt.as_str().to_owned()} label={say(text::detail_copy_prompt())}
                    test_id="copy-original-prompt" />
            }
            <Copy text={media_id.as_str().to_owned()} label={say(text::copy_id())} test_id="copy-image-id" />
            <button class="button button-plain" onclick={export}>
                { Icon::Save.html() }{ say(text::export()) }
            </button>
            if card.is_running {
                <span class="hint">{ say(text::detail_stop_first()) }</span>
            }
            <Confirm label={say(text::delete())} icon={Icon::Trash} test_id="forget" confirm={say(text::detail_delete())} action={forget}
                disabled={card.is_running}
                question={say(text::detail_delete_question())} />
        </div>
    }
}

fn named(card: &ImageCard) -> Named {
    let media_id = card.media_id.clone();
    Named { media_id, name: image_name(card.original_prompt.as_ref()) }
}

/// What its attempts add up to.
fn sums(detail: &ImageDetail) -> Html {
    let totals = &detail.card.totals;
    let ended = totals.completed + totals.moderated + totals.failed;
    if ended == 0 {
        return Html::default();
    }
    let goal = attempts_for_goal(totals.completed, ended, detail.preferences.video_goal);
    html! {
        <div class="statistics-rate" data-testid="image-statistics">
            { rate(totals, "image-rate") }
            if let Some(goal) = goal {
                <p>{ goal }</p>
            }
            <p class="figures">{ say(text::credits_count(totals.completed + totals.moderated)) }</p>
            { layers(detail.layers) }
        </div>
    }
}
