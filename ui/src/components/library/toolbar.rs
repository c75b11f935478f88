//! Above the grid: images or videos, the search, the tiles' size, the date, and how many are shown.

use retake_protocol::LibraryKind;
use retake_protocol::library::LibraryDay;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::date_name;
use crate::components::icon::Icon;

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
    let word = match (props.kind, props.count) {
        (LibraryKind::Images, 1) => "image",
        (LibraryKind::Images, _) => "images",
        (LibraryKind::Videos, 1) => "video",
        (LibraryKind::Videos, _) => "videos",
    };
    let value = |event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value();
    let onsearch = props.onsearch.reform(value);
    let onsize = props.onsize.reform(move |event| value(event).parse().unwrap_or(SIZES.0));
    html! {
        <header class="library-bar">
            <div class="segments" role="group" aria-label="What is shown">
                { kind(props, LibraryKind::Videos, "Videos") }
                { kind(props, LibraryKind::Images, "Images") }
            </div>
            <label class="search library-search">
                <span class="unseen">{ "Search" }</span>{ Icon::Search.html() }
                <input type="search" data-testid="library-search" placeholder="Prompts, tags, notes, ids"
                    aria-keyshortcuts="/" value={props.search.clone()} oninput={onsearch} />
            </label>
            <button class={classes!("button", props.is_filtering.then_some("button-set"))}
                data-testid="library-filters-toggle" aria-expanded={props.is_filtering.to_string()}
                onclick={props.onfilters.reform(|_| ())}>
                { "Filters" }
                if props.chosen > 0 { <span class="item-badge item-badge-accent">{ props.chosen }</span> }
            </button>
            <output class="library-count" aria-live="polite" data-testid="library-count">
                { format!("{} {word}", grouped(props.count)) }
            </output>
            <span class="grow" />
            { scrubber(props) }
            <label class="slider">
                <span>{ "Size" }</span>
                <input type="range" min={SIZES.0.to_string()} max={SIZES.1.to_string()} step="8"
                    data-testid="library-size" value={props.size.to_string()} oninput={onsize} />
            </label>
        </header>
    }
}

fn kind(props: &ToolbarProps, kind: LibraryKind, label: &'static str) -> Html {
    let is_set = props.kind == kind;
    let onclick = props.onkind.reform(move |_: MouseEvent| kind);
    html! {
        <button class={classes!("segment", is_set.then_some("segment-set"))} {onclick}
            aria-pressed={is_set.to_string()} data-testid={format!("library-{}", kind.as_str())}>
            { label }
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
    let date = props.days.get(props.day).map(|day| date_name(&day.date)).unwrap_or_default();
    html! {
        <label class="slider scrubber">
            <span class="scrubber-date">{ date.clone() }</span>
            <input type="range" min="0" max={(props.days.len() - 1).to_string()} step="1"
                aria-label="Date" aria-valuetext={date} data-testid="library-date"
                value={props.day.to_string()} {oninput} />
        </label>
    }
}

/// `100 000` with thin spaces.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k1_a_long_count_is_read_in_groups() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(100_000), "100\u{202f}000");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
