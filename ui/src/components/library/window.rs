//! The whole library: holds what is looked at, and lays out the parts. What is on top has the keys: the
//! grid, an item large, or several side by side.

use std::rc::Rc;

use retake_protocol::library::{ItemId, LibraryFilter, LibraryItem, MarkChange, NamedFilter};
use retake_protocol::maintenance::ExportForm;
use retake_protocol::queue::QueueChange;
use retake_protocol::{LibraryField, LibraryKind, MediaId, Prompt};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlVideoElement};
use yew::prelude::*;

use super::compare::Compare;
use super::filters::{Filters, of_kind};
use super::forgetting::Forgetting;
use super::grid::{Grid, bring_into_view, scroll_to, use_view};
use super::lightbox::Lightbox;
use super::selected::{Selected, Work};
use super::toolbar::{SIZES, Toolbar};
use crate::commands::{Dispatcher, run, run_and_tell};
use crate::components::notices::Notices;
use crate::hooks::use_library::{query_of, use_chunks, use_days, use_facets};
use crate::hooks::use_theme::use_theme;
use crate::library::items::{Items, Step};
use crate::library::keys::{Command, command_of};
use crate::library::layout::Layout;
use crate::library::selection::Selection;
use crate::state::{Action, State};
use crate::{backend, browser};

/// Where the size of the tiles is kept.
const SIZE_KEY: &str = "retake-library-size";
/// The size at first, in pixels.
const FIRST_SIZE: f64 = 176.0;

/// The grid's element.
const GRID: &str = "[data-testid=library-grid]";

/// What is on top of the grid.
#[derive(Clone, Debug, PartialEq)]
enum OnTop {
    Nothing,
    Large,
    Side(Vec<LibraryItem>),
}

/// The root component of the library's window.
#[component]
pub fn Library() -> Html {
    let state = use_reducer(State::default);
    let dispatcher = state.dispatcher();
    // As in the sidebar: both windows keep the same choice.
    let _theme = use_theme();
    let own_changes = use_state(|| 0_u32);
    {
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| {
            let receiver = dispatcher.clone();
            let receive =
                move |update| receiver.dispatch(Action::Received(update, browser::clock()));
            run(&dispatcher, backend::watch_library(receive));
        });
    }
    let revision = state.history_revision.wrapping_add(*own_changes);
    let filter = use_state(LibraryFilter::default);
    let size = use_state(kept_size);
    let focus = use_state(|| 0_usize);
    let selection = use_state(|| Rc::new(Selection::default()));
    let on_top = use_state(|| OnTop::Nothing);
    let has_facts = use_state(|| false);
    let is_filtering = use_state(|| false);
    let forgetting = use_state(Vec::<MediaId>::new);
    let kept = use_state(Vec::<NamedFilter>::new);
    let (place, video) = (use_node_ref(), use_node_ref());

    let items = use_days(&filter, revision, &dispatcher);
    let view = use_view(&place);
    let layout = {
        let width = (view.width - 32.0).max(1.0);
        let counts: Vec<u32> = items.days.iter().map(|day| day.count).collect();
        use_memo((counts, whole(width), whole(*size)), move |(counts, width, size)| {
            Layout::new(counts.iter().copied(), f64::from(*width), f64::from(*size))
        })
    };
    let (top, bottom) = view.rendered();
    use_chunks(&items, &layout, &layout.rows(top, bottom), &dispatcher);
    let is_labelling = *is_filtering || *on_top == OnTop::Large || !selection.is_empty();
    let facets = use_facets(&filter, revision, is_labelling, &dispatcher);
    let known_tags: Vec<String> = facets
        .iter()
        .filter(|facet| facet.field == LibraryField::Tag)
        .flat_map(|facet| facet.values.iter().map(|one| one.value.clone()))
        .collect();
    {
        let kept = kept.clone();
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| load_kept(&kept, &dispatcher));
    }
    use_effect_with((), |()| focus_on(GRID));
    let count = layout.count();
    let focused = (*focus).min(count.saturating_sub(1));
    let item_at = {
        let (items, layout) = (items.clone(), layout.clone());
        move |index: usize| {
            let (day, offset) = layout.place_of(index)?;
            items.at(day, offset).cloned()
        }
    };
    let date_at = |index: usize| -> AttrValue {
        let day = layout.place_of(index).and_then(|(day, _)| items.days.get(day));
        day.map(|day| day.date.clone()).unwrap_or_default().into()
    };

    // An item that is about to be looked at large may lie outside of what the grid shows.
    let go_to = {
        let (focus, layout, place) = (focus.clone(), layout.clone(), place.clone());
        Callback::from(move |index: usize| {
            focus.set(index);
            if let Some(span) = layout.span_of(index) {
                bring_into_view(&place, span);
            }
        })
    };
    let change_filter = {
        let (filter, selection, focus, place) =
            (filter.clone(), selection.clone(), focus.clone(), place.clone());
        Callback::from(move |wanted: LibraryFilter| {
            filter.set(wanted);
            selection.set(Rc::default());
            focus.set(0);
            scroll_to(&place, 0.0);
        })
    };
    let mark = {
        let (items, dispatcher) = (items.dispatcher(), dispatcher.clone());
        Callback::from(move |(ids, change): (Vec<ItemId>, MarkChange)| {
            let (items, dispatcher) = (items.clone(), dispatcher.clone());
            spawn_local(async move {
                match backend::mark_items(&ids, &change).await {
                    Ok(()) => {
                        // As it is stored: without blanks around it.
                        if let Ok(change) = change.checked() {
                            items.dispatch(Step::Marked(ids, change));
                        }
                    }
                    Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                }
            });
        })
    };
    let with_chosen = {
        let (items, layout, selection) = (items.clone(), layout.clone(), selection.clone());
        let dispatcher = dispatcher.clone();
        Callback::from(move |work: Callback<Vec<LibraryItem>>| {
            let indexes: Vec<usize> = selection.indexes().collect();
            let (items, layout, dispatcher) =
                ((*items).clone(), layout.clone(), dispatcher.clone());
            spawn_local(async move {
                match load_all(&items, &layout, &indexes).await {
                    Ok(found) => work.emit(found),
                    Err(message) => dispatcher.dispatch(Action::refused(message)),
                }
            });
        })
    };
    // One item, or all that are selected; then on to the next one by itself.
    let mark_here = {
        let (mark, with_chosen, selection) = (mark.clone(), with_chosen.clone(), selection.clone());
        let (item_at, go_to) = (item_at.clone(), go_to.clone());
        let is_large = *on_top == OnTop::Large;
        Callback::from(move |change: MarkChange| {
            if !selection.is_empty() && !is_large {
                let mark = mark.clone();
                with_chosen.emit(Callback::from(move |found: Vec<LibraryItem>| {
                    let ids = found.into_iter().map(|item| item.id).collect();
                    mark.emit((ids, change.clone()));
                }));
                return;
            }
            let Some(item) = item_at(focused) else { return };
            let goes_on = matches!(change, MarkChange::Rating { .. } | MarkChange::Pick { .. });
            mark.emit((vec![item.id], change));
            if goes_on && focused + 1 < count {
                go_to.emit(focused + 1);
            }
        })
    };
    // By a click in the panel: the item stays.
    let mark_shown = {
        let (mark, item_at) = (mark.clone(), item_at.clone());
        Callback::from(move |change: MarkChange| {
            if let Some(item) = item_at(focused) {
                mark.emit((vec![item.id], change));
            }
        })
    };
    let work = {
        let (with_chosen, dispatcher, on_top) =
            (with_chosen.clone(), dispatcher.clone(), on_top.clone());
        let (selection, forgetting) = (selection.clone(), forgetting.clone());
        Callback::from(move |work: Work| {
            if work == Work::Clear {
                return selection.set(Rc::default());
            }
            let (dispatcher, on_top, forgetting, selection) =
                (dispatcher.clone(), on_top.clone(), forgetting.clone(), selection.clone());
            with_chosen.emit(Callback::from(move |found: Vec<LibraryItem>| match work {
                Work::Compare => on_top.set(OnTop::Side(found)),
                Work::Delete => {
                    forgetting.set(images_of(&found));
                    selection.set(Rc::default());
                }
                other => run(&dispatcher, do_with_all(other, found)),
            }));
        })
    };
    let close = {
        let on_top = on_top.clone();
        Callback::from(move |()| {
            on_top.set(OnTop::Nothing);
            // The keys go back to where they were.
            focus_on(GRID);
        })
    };
    let onkeydown = {
        let (layout, go_to, close) = (layout.clone(), go_to.clone(), close.clone());
        let (selection, on_top, has_facts) = (selection.clone(), on_top.clone(), has_facts.clone());
        let (mark_here, work, video) = (mark_here.clone(), work.clone(), video.clone());
        Callback::from(move |event: KeyboardEvent| {
            if is_typing(&event) {
                if event.key() == "Escape" {
                    blur(&event);
                }
                return;
            }
            let has_control = event.ctrl_key() || event.meta_key();
            let is_large = *on_top == OnTop::Large;
            if let OnTop::Side(_) = &*on_top {
                if event.key() == "Escape" {
                    close.emit(());
                }
                return;
            }
            if is_large && !has_control {
                match event.key().as_str() {
                    "i" | "I" => return has_facts.set(!*has_facts),
                    " " => {
                        event.prevent_default();
                        return toggle(&video);
                    }
                    _ => {}
                }
            }
            let Some(command) = command_of(&event.key(), has_control) else { return };
            // In a bar of buttons Enter and Space press them.
            if matches!(command, Command::Open | Command::Select) && is_on_button(&event) {
                return;
            }
            event.prevent_default();
            match command {
                Command::Move(step) => {
                    let to = layout.step(focused, step);
                    if event.shift_key() && !is_large {
                        selection.set(Rc::new(selection.up_to(to, focused)));
                    }
                    go_to.emit(to);
                }
                Command::Open if count > 0 => on_top.set(OnTop::Large),
                Command::Select if count > 0 => selection.set(Rc::new(selection.toggled(focused))),
                Command::SelectAll => selection.set(Rc::new(Selection::all(count))),
                Command::Rate(rating) => mark_here.emit(MarkChange::Rating { rating }),
                Command::Pick(pick) => mark_here.emit(MarkChange::Pick { pick }),
                Command::Compare if (2..=4).contains(&selection.len()) => work.emit(Work::Compare),
                Command::Delete if !selection.is_empty() => work.emit(Work::Delete),
                Command::Tag => {
                    has_facts.set(true);
                    focus_on("#new-tag");
                }
                Command::Search => focus_on("[data-testid=library-search]"),
                Command::Close if is_large => close.emit(()),
                Command::Close => selection.set(Rc::default()),
                _ => {}
            }
        })
    };
    let onclick = {
        let (selection, focus) = (selection.clone(), focus.clone());
        Callback::from(move |(index, event): (usize, MouseEvent)| {
            if event.shift_key() {
                selection.set(Rc::new(selection.up_to(index, focused)));
            } else if event.ctrl_key() || event.meta_key() || !selection.is_empty() {
                selection.set(Rc::new(selection.toggled(index)));
            }
            focus.set(index);
        })
    };
    let onopen = {
        let (on_top, focus) = (on_top.clone(), focus.clone());
        Callback::from(move |index: usize| {
            focus.set(index);
            on_top.set(OnTop::Large);
        })
    };
    let onday = {
        let (layout, place, focus) = (layout.clone(), place.clone(), focus.clone());
        Callback::from(move |day: usize| {
            scroll_to(&place, layout.top_of_day(day));
            focus.set(layout.first_of(day));
        })
    };
    let onsize = {
        let size = size.clone();
        Callback::from(move |wanted: f64| {
            let wanted = wanted.clamp(SIZES.0, SIZES.1);
            keep_size(wanted);
            size.set(wanted);
        })
    };
    let onkind = {
        let (filter, change_filter) = (filter.clone(), change_filter.clone());
        Callback::from(move |kind: LibraryKind| change_filter.emit(of_kind(&filter, kind)))
    };
    let onsearch = {
        let (filter, change_filter) = (filter.clone(), change_filter.clone());
        Callback::from(move |search: String| {
            change_filter.emit(LibraryFilter { search, ..(*filter).clone() });
        })
    };
    let onfilters = {
        let is_filtering = is_filtering.clone();
        Callback::from(move |()| is_filtering.set(!*is_filtering))
    };
    let onkeep = {
        let (filter, kept, dispatcher) = (filter.clone(), kept.clone(), dispatcher.clone());
        Callback::from(move |name: String| {
            let one = NamedFilter { name, filter: (*filter).clone() };
            let (kept, dispatcher) = (kept.clone(), dispatcher.clone());
            spawn_local(async move {
                match backend::keep_filter(&one).await {
                    Ok(()) => load_kept(&kept, &dispatcher),
                    Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                }
            });
        })
    };
    let ondrop = {
        let (kept, dispatcher) = (kept.clone(), dispatcher.clone());
        Callback::from(move |name: String| {
            let (kept, dispatcher) = (kept.clone(), dispatcher.clone());
            spawn_local(async move {
                match backend::drop_filter(&name).await {
                    Ok(()) => load_kept(&kept, &dispatcher),
                    Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                }
            });
        })
    };
    let oncheck = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |()| run_and_tell(&dispatcher, backend::check_files()))
    };
    let onforgotten = {
        let (forgetting, own_changes) = (forgetting.clone(), own_changes.clone());
        Callback::from(move |()| {
            forgetting.set(Vec::new());
            own_changes.set(own_changes.wrapping_add(1));
        })
    };
    let onstep = {
        let go_to = go_to.clone();
        Callback::from(move |by: isize| {
            go_to.emit(focused.saturating_add_signed(by).min(count.saturating_sub(1)));
        })
    };
    let onfacts = {
        let has_facts = has_facts.clone();
        Callback::from(move |()| has_facts.set(!*has_facts))
    };
    let onswap = {
        let on_top = on_top.clone();
        Callback::from(move |()| {
            if let OnTop::Side(mut compared) = (*on_top).clone() {
                compared.rotate_left(1);
                on_top.set(OnTop::Side(compared));
            }
        })
    };
    let mark_one = {
        let (mark, on_top) = (mark.clone(), on_top.clone());
        Callback::from(move |(id, change): (ItemId, MarkChange)| {
            if let OnTop::Side(mut compared) = (*on_top).clone() {
                for item in compared.iter_mut().filter(|item| item.id == id) {
                    change.apply_to(&mut item.mark);
                }
                on_top.set(OnTop::Side(compared));
            }
            mark.emit((vec![id], change));
        })
    };
    let chosen: usize = filter.choices.values().map(Vec::len).sum();
    let is_under = *on_top != OnTop::Nothing;
    html! {
        <ContextProvider<Dispatcher> context={dispatcher}>
        <main class="library" onkeydown={onkeydown} data-testid="library">
            <h1 class="unseen">{ "Library" }</h1>
            <Notices notices={state.notices.clone()} downloads={Vec::new()} shown={None::<MediaId>} />
            <div class="library-under" inert={is_under}>
                <Toolbar kind={filter.kind} search={filter.search.clone()} size={*size} {count}
                    days={items.days.clone()} day={layout.day_at(view.top)} {chosen}
                    is_filtering={*is_filtering} {onkind} {onsearch} {onsize} {onday} {onfilters} />
                <div class="library-body">
                    if *is_filtering {
                        <Filters filter={(*filter).clone()} facets={facets} kept={(*kept).clone()}
                            onchange={change_filter} {onkeep} {ondrop} {oncheck} />
                    }
                    <Grid items={Rc::new((*items).clone())} layout={layout.clone()} {view}
                        place={place.clone()} focus={focused} selection={(*selection).clone()} {revision}
                        kind={filter.kind} {onclick} {onopen} onkeydown={Callback::noop()}>
                        if items.filter.is_some() && count == 0 {
                            { empty(&filter) }
                        }
                    </Grid>
                </div>
                if !selection.is_empty() {
                    <Selected count={selection.len()} kind={filter.kind} known_tags={known_tags.clone()}
                        onmark={mark_here.clone()} onwork={work} />
                }
            </div>
            if !forgetting.is_empty() {
                <Forgetting images={(*forgetting).clone()} onend={onforgotten} />
            }
            { match &*on_top {
                OnTop::Nothing => html! { <span hidden=true /> },
                OnTop::Large => html! {
                    <Lightbox item={item_at(focused)} place={(focused, count)} date={date_at(focused)}
                        {known_tags} has_facts={*has_facts} video={video.clone()} {revision} {onstep}
                        {onfacts} onmark={mark_shown} onclose={close} />
                },
                OnTop::Side(compared) => html! {
                    <Compare items={compared.clone()} {revision} onmark={mark_one} {onswap}
                        onclose={close} />
                },
            } }
        </main>
        </ContextProvider<Dispatcher>>
    }
}

fn empty(filter: &LibraryFilter) -> Html {
    let text = match (filter.is_everything(), filter.kind) {
        (false, _) => "Nothing fits. Change the search or the filters.",
        (true, LibraryKind::Videos) => {
            "No videos yet. They appear here as soon as Grok has finished one."
        }
        (true, LibraryKind::Images) => {
            "No images yet. They appear here when you make a video from one."
        }
    };
    html! { <p class="hint library-empty" data-testid="library-empty">{ text }</p> }
}

fn load_kept(kept: &UseStateHandle<Vec<NamedFilter>>, dispatcher: &Dispatcher) {
    let (kept, dispatcher) = (kept.clone(), dispatcher.clone());
    spawn_local(async move {
        match backend::library_filters().await {
            Ok(found) => kept.set(found),
            Err(error) => dispatcher.dispatch(Action::refused(error.message)),
        }
    });
}

/// The items at these indexes; what has not come yet is asked for.
async fn load_all(
    items: &Items,
    layout: &Layout,
    indexes: &[usize],
) -> Result<Vec<LibraryItem>, String> {
    let mut found = Vec::with_capacity(indexes.len());
    let mut loaded = std::collections::HashMap::new();
    for index in indexes {
        let Some((day, offset)) = layout.place_of(*index) else { continue };
        if let Some(item) = items.at(day, offset) {
            found.push(item.clone());
            continue;
        }
        let Some(chunk) = items.missing(day, offset) else { continue };
        if let std::collections::hash_map::Entry::Vacant(place) = loaded.entry(chunk)
            && let Some(query) = query_of(items, chunk)
        {
            place.insert(backend::library_page(&query).await.map_err(|error| error.message)?);
        }
        let page = loaded.get(&chunk).into_iter().flatten();
        let offset = offset - chunk.number * crate::library::items::CHUNK;
        found.extend(page.skip(offset).take(1).cloned());
    }
    Ok(found)
}

/// Each image once, in the order of the items.
fn images_of(items: &[LibraryItem]) -> Vec<MediaId> {
    let mut images: Vec<MediaId> = Vec::new();
    for item in items {
        if !images.contains(&item.id.media_id) {
            images.push(item.id.media_id.clone());
        }
    }
    images
}

async fn do_with_all(
    work: Work,
    items: Vec<LibraryItem>,
) -> Result<(), retake_protocol::command::CommandError> {
    match work {
        Work::Save => {
            for item in items {
                if let Some(attempt_id) = &item.id.attempt_id {
                    backend::save_video(&item.id.media_id, attempt_id).await?;
                }
            }
        }
        Work::Queue => {
            let mut queued: Vec<MediaId> = Vec::new();
            for item in items {
                let media_id = item.id.media_id;
                if queued.contains(&media_id) {
                    continue;
                }
                queued.push(media_id.clone());
                // A video's prompt is what made it; an image's says what it shows.
                let prompt = item.id.attempt_id.and(item.prompt).unwrap_or_else(|| Prompt::new(""));
                let change = QueueChange::Add {
                    media_id: Some(media_id),
                    prompt,
                    max_retries: None,
                    video_goal: None,
                };
                backend::change_queue(&change).await?;
            }
        }
        Work::Export => {
            for media_id in images_of(&items) {
                backend::export_history(ExportForm::Json, Some(&media_id)).await?;
            }
        }
        Work::Compare | Work::Delete | Work::Clear => {}
    }
    Ok(())
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        let typed = "input:not([type=checkbox]), textarea, select";
        element.matches(typed).unwrap_or(false)
    })
}

fn is_on_button(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches("button, input, video").unwrap_or(false))
}

fn blur(event: &KeyboardEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _blurred = element.blur();
    }
}

/// As soon as it is in the document.
fn focus_on(selector: &'static str) {
    gloo_timers::callback::Timeout::new(0, move || {
        let document = browser::window().and_then(|window| window.document());
        let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _focused = element.focus();
        }
    })
    .forget();
}

fn toggle(video: &NodeRef) {
    let Some(video) = video.cast::<HtmlVideoElement>() else { return };
    if video.paused() {
        // A video that can't be played says so by itself.
        let _playing = video.play();
    } else {
        let _paused = video.pause();
    }
}

fn kept_size() -> f64 {
    let storage = browser::window().and_then(|window| window.local_storage().ok().flatten());
    let kept = storage.and_then(|storage| storage.get_item(SIZE_KEY).ok().flatten());
    let size = kept.and_then(|text| text.parse().ok()).unwrap_or(FIRST_SIZE);
    f64::clamp(size, SIZES.0, SIZES.1)
}

fn keep_size(size: f64) {
    if let Some(Ok(Some(storage))) = browser::window().map(|window| window.local_storage()) {
        // Where it can't be kept, the next window begins with the usual one.
        let _kept = storage.set_item(SIZE_KEY, &size.to_string());
    }
}

/// Pixels, whole ones.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of a window")]
fn whole(pixels: f64) -> u32 {
    pixels as u32
}
