//! What the queue is done with: how each image ended, and one press that queues again those that ended
//! without their goal (spec M9).

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::queue::{DoneEntryView, QueueChange, QueueView};
use yew::prelude::*;

use super::{changing, name_of, removing};
use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::when::When;
use crate::status::Status;
use crate::words::say;

/// The queue, and when it is.
#[derive(PartialEq, Properties)]
pub(super) struct DoneListProps {
    /// As the engine told it.
    pub(super) queue: Rc<QueueView>,
    /// The engine's clock, in ms.
    pub(super) now: Millis,
    /// Counts changes of what is stored.
    pub(super) revision: u32,
}

/// The list; an empty element where nothing is done.
#[component]
pub(super) fn DoneList(props: &DoneListProps) -> Html {
    let dispatcher = use_dispatcher();
    let queue = &props.queue;
    if queue.done.is_empty() {
        return html! { <div hidden=true /> };
    }
    let retry = changing(&dispatcher, QueueChange::RetryFailed);
    let undo = vec![QueueChange::RestoreDone];
    let clear = removing(&dispatcher, QueueChange::ClearDone, text::queue_done_cleared(), undo);
    html! {
        <section class="queue queue-done" aria-label={say(text::queue_done())}
            data-testid="queue-done">
            <div class="queue-head">
                <h2>{ say(text::queue_done()) }</h2>
                if queue.failed > 0 {
                    <button class="button" data-testid="queue-retry-failed" onclick={retry}
                        title={say(text::queue_retry_failed_hint())}>
                        { Icon::Rotate.html() }{ say(text::queue_retry_failed(queue.failed)) }
                    </button>
                }
                <button class="button button-plain" data-testid="queue-clear-done" onclick={clear}>
                    { Icon::Trash.html() }{ say(text::queue_done_clear()) }
                </button>
            </div>
            <ul class="rows">
                { for queue.done.iter().map(|one| entry(props, one)) }
            </ul>
        </section>
    }
}

fn entry(props: &DoneListProps, entry: &DoneEntryView) -> Html {
    let status = Status::Ended(entry.outcome);
    html! {
        <li key={entry.entry_id.0} class="row" data-testid="queue-done-entry"
            data-media-id={entry.media_id.as_str().to_owned()} data-outcome={status.outcome()}>
            <Picture class="queue-picture" media_id={entry.media_id.clone()}
                revision={props.revision} />
            <span class="grow ellipsis" title={entry.prompt.as_str().to_owned()}>
                { name_of(entry.original_prompt.as_ref(), &entry.prompt) }<br />
                <span class="figures"><When at={entry.at} now={props.now} /></span>
            </span>
            <span class={classes!("tag", format!("tone-{}", status.tone()))}>{ status.word() }</span>
        </li>
    }
}
