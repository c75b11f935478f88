//! The grip that an entry of the queue is moved by: with the pointer, or with the arrow keys (spec M6).

use std::cmp::Ordering;
use std::rc::Rc;

use retake_locale::text;
use retake_protocol::QueueEntryId;
use retake_protocol::queue::QueueChange;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::commands::{run, use_dispatcher};
use crate::components::icon::Icon;
use crate::words::say;

/// The attribute of a row that holds its entry's number.
pub(super) const ENTRY: &str = "data-entry-id";

/// An entry that is dragged, and where it would come to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    /// Which is dragged.
    pub(super) entry_id: QueueEntryId,
    /// Where to; `None`: where it is.
    pub(super) to: Option<Target>,
}

/// Where an entry comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Right before this one.
    Before(QueueEntryId),
    /// At the end.
    Last,
}

impl Target {
    fn change(self, entry_id: QueueEntryId) -> QueueChange {
        let before = match self {
            Self::Before(other) => Some(other),
            Self::Last => None,
        };
        QueueChange::MoveBefore { entry_id, before }
    }
}

/// The entry, and the order that it stands in.
#[derive(PartialEq, Properties)]
pub(super) struct DragGripProps {
    /// The entry.
    pub(super) entry_id: QueueEntryId,
    /// What it is called.
    pub(super) name: AttrValue,
    /// All entries, the next one first.
    pub(super) order: Rc<[QueueEntryId]>,
    /// What is dragged.
    pub(super) drag: UseStateHandle<Option<Drag>>,
}

/// The grip.
#[component]
pub(super) fn DragGrip(props: &DragGripProps) -> Html {
    let dispatcher = use_dispatcher();
    let (entry_id, order) = (props.entry_id, props.order.clone());
    let place = order.iter().position(|one| *one == entry_id).unwrap_or_default();
    let grip = use_node_ref();
    // A row that is put elsewhere in the document loses the focus.
    let is_moved_by_key = use_mut_ref(|| false);
    {
        let (grip, is_moved_by_key) = (grip.clone(), is_moved_by_key.clone());
        use_effect_with(place, move |_| {
            if is_moved_by_key.replace(false)
                && let Some(grip) = grip.cast::<HtmlElement>()
            {
                let _focused = grip.focus();
            }
        });
    }
    let move_it = Callback::from(move |target: Target| {
        let change = target.change(entry_id);
        run(&dispatcher, async move { backend::change_queue(&change).await });
    });
    let onkeydown = {
        let (order, move_it) = (order.clone(), move_it.clone());
        Callback::from(move |event: KeyboardEvent| {
            let target = match event.key().as_str() {
                "ArrowUp" => up(&order, place),
                "ArrowDown" => down(&order, place),
                _ => return,
            };
            event.prevent_default();
            if let Some(target) = target {
                is_moved_by_key.replace(true);
                move_it.emit(target);
            }
        })
    };
    let onpointerdown = {
        let (drag, grip) = (props.drag.clone(), grip.clone());
        Callback::from(move |event: PointerEvent| {
            // Without it a fast pointer leaves the grip behind.
            let _caught =
                grip.cast::<Element>().map(|grip| grip.set_pointer_capture(event.pointer_id()));
            drag.set(Some(Drag { entry_id, to: None }));
        })
    };
    let onpointermove = {
        let (drag, order) = (props.drag.clone(), order.clone());
        Callback::from(move |event: PointerEvent| {
            if drag.is_some() {
                let over = row_under(event.client_x(), event.client_y());
                let to = over.and_then(|over| target(&order, entry_id, over));
                drag.set(Some(Drag { entry_id, to }));
            }
        })
    };
    let onpointerup = {
        let drag = props.drag.clone();
        Callback::from(move |_: PointerEvent| {
            if let Some(target) = (*drag).and_then(|drag| drag.to) {
                move_it.emit(target);
            }
            drag.set(None);
        })
    };
    let onpointercancel = {
        let drag = props.drag.clone();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    html! {
        <button ref={grip} class="button button-plain page-tool queue-grip" data-testid="queue-grip"
            aria-label={say(text::queue_move(props.name.as_str(), place + 1, order.len()))}
            title={say(text::queue_move_hint())}
            {onkeydown} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
            { Icon::Grip.html() }
        </button>
    }
}

/// The entry of the row under a point of the window.
fn row_under(x: i32, y: i32) -> Option<QueueEntryId> {
    #[allow(clippy::cast_precision_loss, reason = "no window is that large")]
    let (x, y) = (x as f32, y as f32);
    let document = browser::window()?.document()?;
    let row = document.element_from_point(x, y)?.closest(&format!("[{ENTRY}]")).ok()??;
    row.get_attribute(ENTRY)?.parse().ok().map(QueueEntryId)
}

/// Where an entry comes to stand that is dropped on a row: in its place. `None`: where it stands.
fn target(order: &[QueueEntryId], dragged: QueueEntryId, over: QueueEntryId) -> Option<Target> {
    let from = order.iter().position(|one| *one == dragged)?;
    let over = order.iter().position(|one| *one == over)?;
    match over.cmp(&from) {
        Ordering::Less => Some(at(order, over)),
        Ordering::Equal => None,
        Ordering::Greater => Some(at(order, over + 1)),
    }
}

fn up(order: &[QueueEntryId], place: usize) -> Option<Target> {
    place.checked_sub(1).map(|before| at(order, before))
}

fn down(order: &[QueueEntryId], place: usize) -> Option<Target> {
    (place + 1 < order.len()).then(|| at(order, place + 2))
}

fn at(order: &[QueueEntryId], place: usize) -> Target {
    order.get(place).map_or(Target::Last, |other| Target::Before(*other))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [QueueEntryId; 3] = [QueueEntryId(7), QueueEntryId(3), QueueEntryId(5)];

    #[test]
    fn m6_an_entry_that_is_dropped_on_a_row_takes_its_place() {
        let dropped = |dragged, over| target(&ORDER, ORDER[dragged], ORDER[over]);
        assert_eq!(dropped(2, 0), Some(Target::Before(ORDER[0])));
        assert_eq!(dropped(0, 1), Some(Target::Before(ORDER[2])));
        assert_eq!(dropped(0, 2), Some(Target::Last));
        assert_eq!(dropped(1, 1), None, "it stands there");
        assert_eq!(target(&ORDER, QueueEntryId(9), ORDER[0]), None, "it is gone");
    }

    #[test]
    fn m6_the_arrow_keys_move_an_entry_by_one_place_and_not_beyond_the_ends() {
        assert_eq!(up(&ORDER, 0), None);
        assert_eq!(up(&ORDER, 2), Some(Target::Before(ORDER[1])));
        assert_eq!(down(&ORDER, 0), Some(Target::Before(ORDER[2])));
        assert_eq!(down(&ORDER, 1), Some(Target::Last));
        assert_eq!(down(&ORDER, 2), None);
    }
}
