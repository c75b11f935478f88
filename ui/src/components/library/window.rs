//! The whole library: holds what is looked at, and lays out the parts.
//!
//! | module | what it does |
//! | --- | --- |
//! | `acts` | what a click does |
//! | `keys` | what a key does |
//! | `bulk` | what is done with all selected items |
//! | `filters` | what the library is narrowed to |
//! | `page` | focus, and what the webview keeps |

mod acts;
mod bulk;
mod filters;
mod keys;
mod page;

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::library::{Facet, LibraryFilter, LibraryItem, NamedFilter};
use retake_protocol::{LibraryField, LibraryKind, MediaId};
use yew::prelude::*;

use self::page::{GRID, focus_on, kept_size, whole};
use super::compare::Compare;
use super::filters::Filters;
use super::forgetting::Forgetting;
use super::grid::{Grid, View, use_view};
use super::lightbox::Lightbox;
use super::selected::Selected;
use super::toolbar::Toolbar;
use crate::commands::{Dispatcher, run};
use crate::components::notices::{Notices, ShownIn};
use crate::hooks::use_language::use_language;
use crate::hooks::use_library::{use_chunks, use_days, use_facets};
use crate::hooks::use_look::use_look;
use crate::hooks::use_theme::use_theme;
use crate::hooks::use_turns::{Turns, use_turns};
use crate::library::items::Items;
use crate::library::layout::Layout;
use crate::library::selection::Selection;
use crate::state::{Action, State};
use crate::words::say;
use crate::{backend, browser};

/// What is on top of the grid.
#[derive(Clone, Debug, PartialEq)]
enum OnTop {
    Nothing,
    Large,
    Side(Vec<LibraryItem>),
}

/// What the window holds, as of one rendering; its methods change it.
#[derive(Clone)]
struct Control {
    dispatcher: Dispatcher,
    filter: UseStateHandle<LibraryFilter>,
    kept: UseStateHandle<Vec<NamedFilter>>,
    kept_turns: Turns,
    items: UseReducerHandle<Items>,
    layout: Rc<Layout>,
    /// The grid's element, and the large video's.
    place: NodeRef,
    video: NodeRef,
    /// The size of the tiles, in pixels.
    size: UseStateHandle<f64>,
    /// The item that the keys are at; what is shown may have become shorter since.
    focus: UseStateHandle<usize>,
    selection: UseStateHandle<Rc<Selection>>,
    on_top: UseStateHandle<OnTop>,
    has_facts: UseStateHandle<bool>,
    is_filtering: UseStateHandle<bool>,
    /// The images that are about to be deleted.
    forgetting: UseStateHandle<Vec<MediaId>>,
    /// Counts what this window changed in the history.
    own_changes: UseStateHandle<u32>,
}

impl Control {
    /// A callback that does one of the acts.
    fn on<T: 'static>(&self, act: impl Fn(&Self, T) + 'static) -> Callback<T> {
        let control = self.clone();
        Callback::from(move |value| act(&control, value))
    }

    fn is_large(&self) -> bool {
        *self.on_top == OnTop::Large
    }

    fn focused(&self) -> usize {
        (*self.focus).min(self.layout.count().saturating_sub(1))
    }

    fn focused_item(&self) -> Option<LibraryItem> {
        let (day, offset) = self.layout.place_of(self.focused())?;
        self.items.at(day, offset).cloned()
    }

    fn focused_date(&self) -> AttrValue {
        let day =
            self.layout.place_of(self.focused()).and_then(|(day, _)| self.items.days.get(day));
        day.map(|day| day.date.clone()).unwrap_or_default().into()
    }
}

/// What is shown beside what [`Control`] holds.
struct Shown {
    state: UseReducerHandle<State>,
    revision: u32,
    view: View,
    facets: Vec<Facet>,
}

#[hook]
fn use_control() -> (Control, Shown) {
    let state = use_reducer(State::default);
    let dispatcher = state.dispatcher();
    let own_changes = use_state_eq(|| 0_u32);
    let revision = state.history_revision.wrapping_add(*own_changes);
    let filter = use_state(LibraryFilter::default);
    let size = use_state(kept_size);
    let place = use_node_ref();
    let items = use_days(&filter, revision, &dispatcher);
    let view = use_view(&place);
    let layout = use_layout(&items, &view, *size);
    let (top, bottom) = view.rendered();
    use_chunks(&items, &layout, &layout.rows(top, bottom), &dispatcher);
    let control = Control {
        dispatcher,
        filter,
        kept: use_state(Vec::new),
        kept_turns: use_turns(),
        items,
        layout,
        place,
        video: use_node_ref(),
        size,
        focus: use_state(|| 0),
        selection: use_state(Rc::default),
        on_top: use_state(|| OnTop::Nothing),
        has_facts: use_state(|| false),
        is_filtering: use_state(|| false),
        forgetting: use_state(Vec::new),
        own_changes,
    };
    let has_labels = *control.is_filtering || control.is_large() || !control.selection.is_empty();
    let facets = use_facets(&control.filter, revision, has_labels, &control.dispatcher);
    (control, Shown { state, revision, view, facets })
}

#[hook]
fn use_layout(items: &Items, view: &View, size: f64) -> Rc<Layout> {
    let width = (view.width - 32.0).max(1.0);
    let counts: Vec<u32> = items.days.iter().map(|day| day.count).collect();
    use_memo((counts, whole(width), whole(size)), |(counts, width, size)| {
        Layout::new(counts.iter().copied(), f64::from(*width), f64::from(*size))
    })
}

/// Listens for updates, asks for the kept filters and gives the grid the keys: once, at the start.
#[hook]
fn use_start(control: &Control) {
    let control = control.clone();
    use_effect_with((), move |()| {
        let dispatcher = &control.dispatcher;
        let receiver = dispatcher.clone();
        let receive = move |update| receiver.dispatch(Action::Received(update, browser::clock()));
        run(dispatcher, backend::watch_library(receive));
        control.load_kept();
        focus_on(GRID);
    });
}

/// The root component of the library's window.
#[component]
pub fn Library() -> Html {
    let settings_revision = use_state(|| 0_u32);
    let onsettings = {
        let settings_revision = settings_revision.clone();
        Callback::from(move |revision| settings_revision.set(revision))
    };
    match use_language(*settings_revision) {
        // In another language everything begins again, what was measured too.
        Some(language) => html! { <Window key={language.tag()} {onsettings} /> },
        None => html! { <main class="library" /> },
    }
}

#[derive(PartialEq, Properties)]
struct WindowProps {
    /// Called with a number that is another one whenever settings changed.
    onsettings: Callback<u32>,
}

#[component]
fn Window(props: &WindowProps) -> Html {
    // As in the sidebar: both windows keep the same choice.
    let _theme = use_theme();
    let (control, shown) = use_control();
    let _look = use_look(shown.state.settings_revision, &control.dispatcher);
    use_start(&control);
    {
        let onsettings = props.onsettings.clone();
        use_effect_with(shown.state.settings_revision, move |revision| onsettings.emit(*revision));
    }
    html! {
        <ContextProvider<Dispatcher> context={control.dispatcher.clone()}>
        <main class="library" onkeydown={control.on(|control, event| control.press(&event))} data-testid="library">
            <h1 class="unseen">{ say(text::library()) }</h1>
            <Notices shown_in={ShownIn::Library} notices={shown.state.notices.clone()} downloads={Vec::new()}
                shown={None::<MediaId>} />
            { under(&control, &shown) }
            if !control.forgetting.is_empty() {
                <Forgetting images={(*control.forgetting).clone()}
                    onend={control.on(Control::end_forgetting)} />
            }
            { on_top(&control, &shown) }
        </main>
        </ContextProvider<Dispatcher>>
    }
}

/// The toolbar, the filters, the grid and what can be done with the selected items.
fn under(control: &Control, shown: &Shown) -> Html {
    let filter = &*control.filter;
    let count = control.layout.count();
    let chosen: usize = filter.choices.values().map(Vec::len).sum();
    html! {
        <div class="library-under" inert={*control.on_top != OnTop::Nothing}>
            <Toolbar kind={filter.kind} search={filter.search.clone()} size={*control.size} {count}
                days={control.items.days.clone()} day={control.layout.day_at(shown.view.top)} {chosen}
                is_filtering={*control.is_filtering} onkind={control.on(Control::change_kind)}
                onsearch={control.on(Control::search)} onsize={control.on(Control::resize)}
                onday={control.on(Control::go_to_day)} onfilters={control.on(Control::toggle_filters)} />
            <div class="library-body">
                if *control.is_filtering {
                    <Filters filter={filter.clone()} facets={shown.facets.clone()}
                        kept={(*control.kept).clone()} onchange={control.on(Control::change_filter)}
                        onkeep={control.on(Control::keep_filter)}
                        ondrop={control.on(Control::drop_filter)}
                        oncheck={control.on(Control::check_files)} />
                }
                <Grid items={Rc::new((*control.items).clone())} layout={control.layout.clone()}
                    view={shown.view} place={control.place.clone()} focus={control.focused()}
                    selection={(*control.selection).clone()} revision={shown.revision}
                    kind={filter.kind} onclick={control.on(Control::click)}
                    onopen={control.on(Control::open)} onkeydown={Callback::noop()}>
                    if control.items.filter.is_some() && count == 0 {
                        { empty(filter) }
                    }
                </Grid>
            </div>
            if !control.selection.is_empty() {
                <Selected count={control.selection.len()} kind={filter.kind}
                    known_tags={tags_of(&shown.facets)} onmark={control.on(Control::mark_here)}
                    onwork={control.on(Control::work)} />
            }
        </div>
    }
}

fn on_top(control: &Control, shown: &Shown) -> Html {
    let onclose = control.on(|control, ()| control.close());
    match &*control.on_top {
        OnTop::Nothing => html! { <span hidden=true /> },
        OnTop::Large => html! {
            <Lightbox item={control.focused_item()} place={(control.focused(), control.layout.count())}
                date={control.focused_date()} known_tags={tags_of(&shown.facets)}
                has_facts={*control.has_facts} video={control.video.clone()}
                revision={shown.revision} onstep={control.on(Control::step)}
                onfacts={control.on(Control::toggle_facts)} onmark={control.on(Control::mark_large)}
                {onclose} />
        },
        OnTop::Side(compared) => html! {
            <Compare items={compared.clone()} revision={shown.revision}
                onmark={control.on(Control::mark_beside)} onswap={control.on(Control::swap)} {onclose} />
        },
    }
}

/// The tags that other items have.
fn tags_of(facets: &[Facet]) -> Vec<String> {
    let tags = facets.iter().filter(|facet| facet.field == LibraryField::Tag);
    tags.flat_map(|facet| facet.values.iter().map(|one| one.value.clone())).collect()
}

fn empty(filter: &LibraryFilter) -> Html {
    let words = match (filter.is_everything(), filter.kind) {
        (false, _) => text::library_no_match(),
        (true, LibraryKind::Videos) => text::library_no_videos(),
        (true, LibraryKind::Images) => text::library_no_images(),
    };
    html! { <p class="hint library-empty" data-testid="library-empty">{ say(words) }</p> }
}
