//! Above the grid: images or videos, the search, the tiles' size, the date, and how many are shown.

use retake_locale::{Text, text};
use retake_protocol::LibraryKind;
use retake_protocol::library::LibraryDay;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::words::intl;
use crate::words::say;

/// The smallest and the largest tile, in pixels.
pub const SIZES: (f64, f64) = (96.0, 400.0);

/// What it shows.
#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// Images or videos.
    pub kind: LibraryKind,
    /// What is searched for.
    pub search: AttrValue,
    /// Of a tile, in pixels.
    pub size: f64,
    /// How many items are shown.
    pub count: usize,
    /// The days of the items.
    pub days: Rc<Vec<LibraryDay>>,
    /// The day at the grid's top.
    pub day: usize,
    /// How many values are chosen in the filters.
    pub chosen: usize,
    /// Whether the filters are shown.
    pub is_filtering: bool,
    /// Another kind.
    pub onkind: Callback<LibraryKind>,
    /// Another search.
    pub onsearch: Callback<String>,
    /// Another size.
    pub onsize: Callback<f64>,
    /// To another day.
    pub onday: Callback<usize>,
    /// Shows or hides the filters.
    pub onfilters: Callback<()>,
}

/// The bar.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let count = match props.kind {
        LibraryKind::Images => text::images_count(props.count),
        LibraryKind::Videos => text::videos_count(props.count),
    };
    let value = |event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value();
    let onsearch = props.onsearch.reform(value);
    let onsize = props.onsize.reform(move |event| value(event).parse().unwrap_or(SIZES.0));
    html! {
        <header class="library-bar">
            <div class="segments" role="group" aria-label={say(text::library_kind())}>
                { kind(props, LibraryKind::Videos, text::videos()) }
                { kind(props, LibraryKind::Images, text::images()) }
            </div>
            <label class="search library-search">
                <span class="unseen">{ say(text::search()) }</span>{ Icon::Search.html() }
                <input type="search" data-testid="library-search" placeholder={say(text::library_search())}
                    aria-keyshortcuts="/" value={props.search.clone()} oninput={onsearch} />
            </label>
            <button class={classes!("button", props.is_filtering.then_some("button-set"))}
                data-testid="library-filters-toggle" aria-expanded={props.is_filtering.to_string()}
                onclick={props.onfilters.reform(|_| ())}>
                { say(text::filters()) }
                if props.chosen > 0 { <span class="item-badge item-badge-accent">{ say(text::plain(props.chosen)) }</span> }
            </button>
            <output class="library-count" aria-live="polite" data-testid="library-count">
                { say(count) }
            </output>
            <span class="grow" />
            { scrubber(props) }
            <label class="slider">
                <span>{ say(text::size()) }</span>
                <input type="range" min={SIZES.0.to_string()} max={SIZES.1.to_string()} step="8"
                    data-testid="library-size" value={props.size.to_string()} oninput={onsize} />
            </label>
        </header>
    }
}

fn kind(props: &ToolbarProps, kind: LibraryKind, label: Text) -> Html {
    let is_set = props.kind == kind;
    let onclick = props.onkind.reform(move |_: MouseEvent| kind);
    html! {
        <button class={classes!("segment", is_set.then_some("segment-set"))} {onclick}
            aria-pressed={is_set.to_string()} data-testid={format!("library-{}", kind.as_str())}>
            { say(label) }
        </button>
    }
}

/// From the newest day to the oldest.
fn scrubber(props: &ToolbarProps) -> Html {
    if props.days.len() < 2 {
        return html! { <span class="slider" /> };
    }
    let oninput = props.onday.reform(|event: InputEvent| {
        event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or_default()
    });
    let date = props.days.get(props.day).map(|day| intl::whole_day(&day.date)).unwrap_or_default();
    html! {
        <label class="slider scrubber">
            <span class="scrubber-date">{ date.clone() }</span>
            <input type="range" min="0" max={(props.days.len() - 1).to_string()} step="1"
                aria-label={say(text::date())} aria-valuetext={date} data-testid="library-date"
                value={props.day.to_string()} {oninput} />
        </label>
    }
}
