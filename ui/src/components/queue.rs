//! What is queued: what happens next and when, why it stands still, and a place for each image; below it
//! what is done.

mod done;
mod drag;
mod edit;
pub mod import;
mod row;

use std::rc::Rc;

use retake_locale::{Text, text};
use retake_protocol::queue::{QueueChange, QueueEntryView, QueuePause, QueueState, QueueView};
use retake_protocol::statistics::Pace;
use retake_protocol::view::QuotaView;
use retake_protocol::{Millis, Prompt, QueueEntryId};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, remove, run, use_dispatcher};
use crate::components::bounds::InForce;
use crate::components::icon::Icon;
use crate::estimate::estimate;
use crate::hooks::use_activity::{Listening, use_activity};
use crate::hooks::use_now::{Ticking, use_now};
use crate::place::{Section, Step};
use crate::state::{Action, Undo};
use crate::words::intl::countdown;
use crate::words::say;
use done::DoneList;
use drag::Drag;
use import::Import;
use row::Row;

/// The queue, and by which clocks its times are meant.
#[derive(Clone, PartialEq, Properties)]
pub struct QueueProps {
    /// As the engine told it.
    pub queue: Rc<QueueView>,
    /// The engine's clock then, in ms.
    pub now: Millis,
    /// The sidebar's clock then, in ms.
    pub received_at: f64,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// What is left of videos, where the page was told.
    pub quota: Option<QuotaView>,
    /// What the newest sessions took, once that is known.
    pub pace: Option<Pace>,
}

/// What waits, and what is done.
#[component]
pub fn Queue(props: &QueueProps) -> Html {
    let dispatcher = use_dispatcher();
    let queue = &props.queue;
    let is_empty = queue.entries.is_empty();
    use_activity(if is_empty { Listening::Off } else { Listening::On });
    html! {
        <>
            if is_empty {
                <p class="hint">{ say(text::queue_empty()) }</p>
            } else {
                { waiting(&dispatcher, props) }
            }
            <Import />
            <DoneList queue={queue.clone()} now={props.now} revision={props.revision} />
        </>
    }
}

fn waiting(dispatcher: &Dispatcher, props: &QueueProps) -> Html {
    let queue = &props.queue;
    let (label, test_id, change) = match queue.state {
        QueueState::Running => (text::queue_pause(), "queue-pause", QueueChange::Pause),
        QueueState::Paused(_) => (text::go_on(), "queue-go-on", QueueChange::GoOn),
    };
    let health = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(Action::Go(Step::Section(Section::Health)));
        })
    };
    let last = queue.entries.len() - 1;
    html! {
        <section class="queue" aria-label={say(text::queue())} data-testid="queue">
            <div class="queue-head">
                <h2>{ say(text::images_count(queue.entries.len())) }</h2>
                { button(dispatcher, label, test_id, change) }
                if last > 0 {
                    { clear(dispatcher, queue) }
                }
            </div>
            <p class="queue-next" data-testid="queue-next"><Next ..props.clone() /></p>
            if queue.state == QueueState::Paused(QueuePause::Refused) {
                <button class="button" data-testid="queue-health" onclick={health}>
                    { say(text::queue_health()) }
                </button>
            }
            <p class="figures" data-testid="queue-sum">{ sum(props) }</p>
            <p class="figures" data-testid="queue-estimate">{ likely(props) }</p>
            <Rows queue={queue.clone()} revision={props.revision} />
        </section>
    }
}

fn button(dispatcher: &Dispatcher, label: Text, test_id: &'static str, to: QueueChange) -> Html {
    let onclick = changing(dispatcher, to);
    html! {
        <button class="button button-plain" data-testid={test_id} {onclick}>{ say(label) }</button>
    }
}

fn clear(dispatcher: &Dispatcher, queue: &QueueView) -> Html {
    let again = queue.entries.iter().map(again).collect();
    let onclick = removing(dispatcher, QueueChange::Clear, text::queue_emptied(), again);
    html! {
        <button class="button button-plain" data-testid="queue-clear" {onclick}>
            { Icon::Trash.html() }{ say(text::queue_clear()) }
        </button>
    }
}

fn changing(dispatcher: &Dispatcher, to: QueueChange) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| {
        let to = to.clone();
        run(&dispatcher, async move { backend::change_queue(&to).await });
    })
}

/// What puts an entry into the queue again.
fn again(entry: &QueueEntryView) -> QueueChange {
    QueueChange::Add {
        media_id: Some(entry.media_id.clone()),
        prompt: entry.prompt.clone(),
        max_retries: Some(entry.max_retries),
        video_goal: Some(entry.video_goal),
    }
}

fn removing(
    dispatcher: &Dispatcher,
    to: QueueChange,
    words: Text,
    again: Vec<QueueChange>,
) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| {
        let to = to.clone();
        let undo = (words.clone(), Undo::Queue(again.clone()));
        remove(&dispatcher, async move { backend::change_queue(&to).await }, undo);
    })
}

/// The most that all of it may make, and what is left of videos (spec H10).
fn sum(props: &QueueProps) -> String {
    let most: u32 =
        props.queue.entries.iter().map(|entry| entry.video_goal + entry.max_retries).sum();
    let left = props.quota.and_then(|quota| quota.remaining);
    let most = text::attempts_count(most);
    say(match left {
        Some(left) => text::queue_sum_left(most, text::videos_count(left)),
        None => text::queue_sum(most),
    })
}

/// What all of it will likely take (spec M8).
fn likely(props: &QueueProps) -> Option<String> {
    let bounds = props
        .queue
        .entries
        .iter()
        .map(|entry| InForce { max_retries: entry.max_retries, video_goal: entry.video_goal });
    estimate(props.pace, bounds)
}

/// What it does next, and when.
#[component]
fn Next(props: &QueueProps) -> Html {
    let ticking = if props.queue.next_at.is_some() { Ticking::On } else { Ticking::Off };
    let now = use_now(ticking);
    #[expect(clippy::cast_possible_truncation, reason = "a queue does not wait for aeons")]
    let passed = (now - props.received_at).max(0.0) as Millis;
    let left = props.queue.next_at.map(|at| at - props.now - passed);
    html! { { next(props.queue.state, left) } }
}

/// In words; `left` in ms.
fn next(state: QueueState, left: Option<Millis>) -> String {
    match (state, left) {
        (QueueState::Paused(why), _) => say(reason(why)),
        (QueueState::Running, None) => say(text::queue_after_session()),
        (QueueState::Running, Some(left)) if left <= 0 => say(text::queue_opening()),
        (QueueState::Running, Some(left)) => say(text::queue_next_in(countdown(left))),
    }
}

fn reason(why: QueuePause) -> Text {
    match why {
        QueuePause::User => text::queue_paused_user(),
        QueuePause::RateLimited => text::queue_paused_rate_limited(),
        QueuePause::Stopped => text::queue_paused_stopped(),
        QueuePause::TimedOut => text::queue_paused_timed_out(),
        QueuePause::Restarted => text::queue_paused_restarted(),
        QueuePause::NotShown => text::queue_paused_not_shown(),
        QueuePause::Refused => text::queue_paused_refused(),
    }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    queue: Rc<QueueView>,
    revision: u32,
}

/// What waits, the next one first.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let drag = use_state_eq(|| None::<Drag>);
    let entries = &props.queue.entries;
    let order: Rc<[QueueEntryId]> = entries.iter().map(|entry| entry.entry_id).collect();
    let row = |entry: &QueueEntryView| {
        html! {
            <Row key={entry.entry_id.0} entry={entry.clone()} order={order.clone()}
                drag={drag.clone()} revision={props.revision} />
        }
    };
    html! { <ol class="rows">{ for entries.iter().map(row) }</ol> }
}

/// What to call an image of the queue: its own prompt, else the one that is typed for it.
fn name_of(original: Option<&Prompt>, typed: &Prompt) -> String {
    let name = original.filter(|prompt| !prompt.is_blank()).unwrap_or(typed).as_str();
    if name.is_empty() { say(text::image_without_prompt()) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_queue_says_what_it_does_next_and_when() {
        for (state, left, said) in [
            (QueueState::Running, None, "Next starts when this session ends"),
            (QueueState::Running, Some(0), "Opening the next image"),
            (QueueState::Running, Some(7_000), "Next image in 7 s. Use the page to hold it."),
            (
                QueueState::Paused(QueuePause::RateLimited),
                Some(7_000),
                "Paused: you reached Grok's rate limit",
            ),
        ] {
            assert_eq!(next(state, left), said);
        }
    }
}
