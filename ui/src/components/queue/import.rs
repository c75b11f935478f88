//! A CSV of images for the queue: chosen, then shown with what can't be taken and why; only then queued
//! (spec M10). The backend reads it.

use js_sys::Uint8Array;
use retake_locale::text;
use retake_protocol::queue::{QueueChange, QueueFile, QueueFileRow, RefusedRow};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::name_of;
use crate::backend;
use crate::commands::{Dispatcher, use_dispatcher};
use crate::components::icon::Icon;
use crate::hooks::use_shortcuts::CLOSE;
use crate::state::Action;
use crate::words::say;

/// The button, and what of the file that was chosen can be queued.
#[component]
pub(super) fn Import() -> Html {
    let dispatcher = use_dispatcher();
    let file = use_state(|| None::<QueueFile>);
    let choose = {
        let (dispatcher, file) = (dispatcher.clone(), file.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                read(dispatcher.clone(), file.clone(), chosen);
            }
            // The same file may be chosen again.
            input.set_value("");
        })
    };
    html! {
        <div class="queue-import">
            if let Some(found) = &*file {
                <Preview found={found.clone()} close={{
                    let file = file.clone();
                    Callback::from(move |()| file.set(None))
                }} />
            } else {
                <label class="button button-plain file-button" title={say(text::queue_import_hint())}>
                    { Icon::Plus.html() }{ say(text::queue_import()) }
                    <input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain"
                        data-testid="queue-import" onchange={choose} />
                </label>
            }
        </div>
    }
}

fn read(dispatcher: Dispatcher, found: UseStateHandle<Option<QueueFile>>, chosen: web_sys::File) {
    spawn_local(async move {
        let blob: &web_sys::Blob = chosen.unchecked_ref();
        let Ok(buffer) = JsFuture::from(blob.array_buffer()).await else {
            return dispatcher.dispatch(Action::refused(text::data_unreadable(chosen.name())));
        };
        match backend::read_queue_file(Uint8Array::new(&buffer)).await {
            Ok(file) => {
                dispatcher.dispatch(Action::RefusalsSeen);
                found.set(Some(file));
            }
            Err(error) => dispatcher.dispatch(error.into()),
        }
    });
}

/// What of a file can be queued.
#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    /// What the backend made of it.
    pub found: QueueFile,
    /// Called when it was queued, or is not to be.
    pub close: Callback<()>,
}

/// The rows that can be queued, those that can't, and the button that queues the first.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let dispatcher = use_dispatcher();
    let QueueFile { rows, refused } = &props.found;
    let take = {
        let changes: Vec<QueueChange> = rows.iter().map(QueueChange::from).collect();
        let close = props.close.clone();
        Callback::from(move |_: MouseEvent| {
            let (dispatcher, changes, close) = (dispatcher.clone(), changes.clone(), close.clone());
            spawn_local(async move {
                for change in &changes {
                    if let Err(error) = backend::change_queue(change).await {
                        dispatcher.dispatch(error.into());
                        break;
                    }
                }
                close.emit(());
            });
        })
    };
    let cancel = props.close.reform(|_: MouseEvent| ());
    html! {
        <section class="queue" aria-label={say(text::queue_import())} data-testid="queue-preview">
            if rows.is_empty() {
                <p>{ say(text::queue_import_none()) }</p>
            } else {
                <ol class="rows">{ for rows.iter().map(row) }</ol>
            }
            if !refused.is_empty() {
                <ul class="rows">{ for refused.iter().map(refused_row) }</ul>
            }
            <div class="buttons">
                <button class="button button-main" data-testid="queue-import-take" onclick={take}
                    disabled={rows.is_empty()}>
                    { say(text::queue_import_take(text::images_count(rows.len()))) }
                </button>
                <button class="button" data-testid="queue-import-cancel" onclick={cancel}
                    aria-keyshortcuts={CLOSE}>{ say(text::cancel()) }</button>
            </div>
        </section>
    }
}

fn row(row: &QueueFileRow) -> Html {
    let prompt = Some(row.prompt.as_str().to_owned()).filter(|prompt| !prompt.is_empty());
    let goal = row.video_goal.map(|goal| say(text::videos_count(goal)));
    let retries = row.max_retries.map(|retries| say(text::retries_count(retries)));
    let said: Vec<String> = prompt.into_iter().chain(goal).chain(retries).collect();
    html! {
        <li class="row" data-testid="queue-import-row" data-media-id={row.media_id.as_str().to_owned()}>
            <span class="grow ellipsis">
                { name_of(row.original_prompt.as_ref(), &row.prompt) }<br />
                <span class="figures">{ said.join(" · ") }</span>
            </span>
        </li>
    }
}

fn refused_row(row: &RefusedRow) -> Html {
    html! {
        <li class="row tone-failed" data-testid="queue-import-refused">
            { say(text::queue_import_line(row.line.to_string(), row.why.clone())) }
        </li>
    }
}
