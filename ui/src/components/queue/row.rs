//! One image that waits in the queue: where it stands, and what its session is to start with.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::queue::{QueueChange, QueueEntryView};
use retake_protocol::{Prompt, QueueEntryId};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::drag::{Drag, DragGrip, Target};
use super::edit::Edit;
use super::{again, changing, name_of, removing};
use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::format::image_name;
use crate::words::say;

/// The entry, and what stands around it.
#[derive(PartialEq, Properties)]
pub(super) struct RowProps {
    /// The entry.
    pub(super) entry: QueueEntryView,
    /// All entries, the next one first.
    pub(super) order: Rc<[QueueEntryId]>,
    /// What is dragged.
    pub(super) drag: UseStateHandle<Option<Drag>>,
    /// Counts changes of what is stored.
    pub(super) revision: u32,
}

/// The row; while it is edited, the boxes stand below it.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_editing = use_state(|| false);
    let edit_button = use_node_ref();
    let entry = &props.entry;
    let entry_id = entry.entry_id;
    let name = name_of(entry.original_prompt.as_ref(), &entry.prompt);
    let sooner = changing(&dispatcher, QueueChange::MoveUp { entry_id });
    let gone = text::queue_removed(image_name(Some(&Prompt::new(name.as_str()))));
    let remove = removing(&dispatcher, QueueChange::Remove { entry_id }, gone, vec![again(entry)]);
    let edit = {
        let is_editing = is_editing.clone();
        Callback::from(move |_: MouseEvent| is_editing.set(!*is_editing))
    };
    let close = {
        let (is_editing, edit_button) = (is_editing.clone(), edit_button.clone());
        Callback::from(move |()| {
            is_editing.set(false);
            if let Some(button) = edit_button.cast::<HtmlElement>() {
                let _focused = button.focus();
            }
        })
    };
    let bounds = say(text::limits(
        text::videos_count(entry.video_goal),
        text::retries_count(entry.max_retries),
    ));
    let is_first = props.order.first() == Some(&entry_id);
    html! {
        <li class={classes!("row", "queue-row", drop_class(props))} data-testid="queue-entry"
            data-media-id={entry.media_id.as_str().to_owned()} data-entry-id={entry_id.0.to_string()}>
            <DragGrip {entry_id} name={name.clone()} order={props.order.clone()}
                drag={props.drag.clone()} />
            <Picture class="queue-picture" media_id={entry.media_id.clone()}
                revision={props.revision} />
            <span class="grow ellipsis" title={entry.prompt.as_str().to_owned()}>
                { name }<br /><span class="figures">{ bounds }</span>
            </span>
            if !is_first {
                <button class="button button-plain page-tool" data-testid="queue-sooner"
                    aria-label={say(text::queue_up())} title={say(text::queue_up())} onclick={sooner}>{ Icon::Up.html() }</button>
            }
            <button class="button button-plain page-tool" ref={edit_button}
                data-testid="queue-edit" onclick={edit}
                aria-expanded={is_editing.to_string()} aria-label={say(text::queue_edit())} title={say(text::queue_edit())}>{ Icon::Pencil.html() }</button>
            <button class="button button-plain page-tool" data-testid="queue-remove"
                aria-label={say(text::queue_remove())} title={say(text::queue_remove())} onclick={remove}>{ Icon::Minus.html() }</button>
            if *is_editing {
                <Edit entry={entry.clone()} {close} />
            }
        </li>
    }
}

/// How the row shows what is dragged: itself, or a line where that would come to stand.
fn drop_class(props: &RowProps) -> Option<&'static str> {
    let drag = (*props.drag)?;
    let entry_id = props.entry.entry_id;
    let is_last = props.order.last() == Some(&entry_id);
    match drag.to {
        _ if drag.entry_id == entry_id => Some("is-dragged"),
        Some(Target::Before(other)) if other == entry_id => Some("drop-above"),
        Some(Target::Last) if is_last => Some("drop-below"),
        _ => None,
    }
}
