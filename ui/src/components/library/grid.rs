//! The grid: one stop for Tab, arrows inside it, and in the document only what the window shows.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use retake_locale::text;
use retake_protocol::LibraryKind;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::tile::{Tile, id_of};
use crate::hooks::use_style::use_style;
use crate::library::items::Items;
use crate::library::layout::{Layout, Row};
use crate::library::selection::Selection;
use crate::words::intl;
use crate::words::say;

/// Pixels beyond the edges that are in the document too.
const BEYOND: f64 = 400.0;

/// What of the grid the window shows, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// From the grid's top.
    pub top: f64,
    /// Of the window.
    pub height: f64,
    /// Of the window.
    pub width: f64,
}

impl View {
    /// What is in the document, in pixels from the grid's top.
    pub fn rendered(&self) -> (f64, f64) {
        (self.top - BEYOND, self.top + self.height + BEYOND)
    }
}

/// Follows scrolling and size of the element that scrolls.
#[hook]
pub fn use_view(place: &NodeRef) -> View {
    let view = use_state(View::default);
    {
        let (place, view) = (place.clone(), view.clone());
        use_effect_with((), move |()| {
            let element = place.cast::<Element>();
            let measure = {
                let element = element.clone();
                move || {
                    let Some(element) = &element else { return };
                    view.set(View {
                        top: f64::from(element.scroll_top()),
                        height: f64::from(element.client_height()),
                        width: f64::from(element.client_width()),
                    });
                }
            };
            measure();
            let passive = EventListenerOptions::default();
            let scrolled = element.as_ref().map(|element| {
                let measure = measure.clone();
                EventListener::new_with_options(element, "scroll", passive, move |_| measure())
            });
            let observed = element.as_ref().and_then(|element| resized(element, measure));
            move || drop((scrolled, observed))
        });
    }
    *view
}

/// Watches an element's size as long as it lives.
struct Observed {
    observer: ResizeObserver,
    _called: Closure<dyn FnMut()>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `measure` whenever the element has another size.
fn resized(element: &Element, measure: impl Fn() + 'static) -> Option<Observed> {
    let called = Closure::<dyn FnMut()>::new(measure);
    let observer = ResizeObserver::new(called.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Observed { observer, _called: called })
}

/// What it shows.
#[derive(PartialEq, Properties)]
pub struct GridProps {
    /// The items that have come.
    pub items: Rc<Items>,
    /// Where each stands.
    pub layout: Rc<Layout>,
    /// What the window shows.
    pub view: View,
    /// The element that scrolls.
    pub place: NodeRef,
    /// The item that the keyboard is on.
    pub focus: usize,
    /// Which are selected.
    pub selection: Rc<Selection>,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// Images or videos.
    pub kind: LibraryKind,
    /// A click on an item.
    pub onclick: Callback<(usize, MouseEvent)>,
    /// A double click on an item.
    pub onopen: Callback<usize>,
    /// A key.
    pub onkeydown: Callback<KeyboardEvent>,
    /// What stands there where there are none.
    pub children: Html,
}

/// The grid.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let inner = use_node_ref();
    use_style(&inner, "height", format!("{}px", props.layout.height()));
    use_style(&inner, "--side", format!("{}px", props.layout.side()));
    use_style(&inner, "--columns", props.layout.columns().to_string());
    let (top, bottom) = props.view.rendered();
    let rows = props.layout.rows(top, bottom);
    let is_focus_shown = rows.iter().any(|row| match row {
        Row::Tiles { first, count, .. } => (*first..first + count).contains(&props.focus),
        Row::Heading { .. } => false,
    });
    let active = is_focus_shown.then(|| id_of(props.focus));
    // A list of nothing is none to a screen reader.
    let is_list = props.layout.count() > 0;
    let label = if props.kind == LibraryKind::Images { text::images() } else { text::videos() };
    html! {
        <div class="library-scroll" ref={props.place.clone()} tabindex="0" aria-label={say(label)}
            role={if is_list { "listbox" } else { "group" }}
            aria-multiselectable={is_list.then_some("true")} aria-activedescendant={active}
            onkeydown={props.onkeydown.clone()} data-testid="library-grid">
            { props.children.clone() }
            <div class="library-inner" role="presentation" ref={inner}>
                { for rows.iter().map(|row| row_of(props, row)) }
            </div>
        </div>
    }
}

fn row_of(props: &GridProps, row: &Row) -> Html {
    match row {
        Row::Heading { day, top } => {
            let Some(day) = props.items.days.get(*day) else { return Html::default() };
            html! {
                <Placed key={format!("day-{}", day.date)} top={*top} class="library-day">
                    <span class="day-name" data-testid="library-day">{ intl::whole_day(&day.date) }</span>
                    <span class="figures">{ intl::number(day.count) }</span>
                </Placed>
            }
        }
        Row::Tiles { day, first, count, top } => {
            let date = props
                .items
                .days
                .get(*day)
                .map(|day| intl::whole_day(&day.date))
                .unwrap_or_default();
            let begin = props.layout.first_of(*day);
            html! {
                <Placed key={format!("row-{first}")} top={*top} class="library-row">
                    { for (*first..first + count).map(|index| html! {
                        <Tile key={index} {index} count={props.layout.count()}
                            item={props.items.at(*day, index - begin).cloned()} date={date.clone()}
                            is_focused={index == props.focus} is_selected={props.selection.has(index)}
                            revision={props.revision} onclick={props.onclick.clone()}
                            onopen={props.onopen.clone()} />
                    }) }
                </Placed>
            }
        }
    }
}

#[derive(PartialEq, Properties)]
struct PlacedProps {
    top: f64,
    class: Classes,
    children: Html,
}

/// Stands so many pixels from the grid's top.
#[component]
fn Placed(props: &PlacedProps) -> Html {
    let place = use_node_ref();
    use_style(&place, "transform", format!("translateY({}px)", props.top));
    html! {
        <div class={props.class.clone()} role="presentation" ref={place}>{ props.children.clone() }</div>
    }
}

/// Brings `span` (pixels from the top) into the window, and scrolls no further than that takes.
pub fn bring_into_view(place: &NodeRef, (top, bottom): (f64, f64)) {
    let Some(element) = place.cast::<HtmlElement>() else { return };
    let (from, height) = (f64::from(element.scroll_top()), f64::from(element.client_height()));
    let wanted = if top < from {
        top
    } else if bottom + 8.0 > from + height {
        bottom + 8.0 - height
    } else {
        return;
    };
    scroll_to(place, wanted);
}

/// Scrolls to so many pixels from the top.
pub fn scroll_to(place: &NodeRef, top: f64) {
    if let Some(element) = place.cast::<HtmlElement>() {
        #[expect(clippy::cast_possible_truncation, reason = "less than 2^31 pixels")]
        element.set_scroll_top(top as i32);
    }
}
