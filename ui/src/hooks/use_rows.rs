//! Which rows of a long list the window shows, so that only those are in the document.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::prelude::*;

use crate::browser;

/// How many rows beyond the edge are rendered, so that scrolling meets no gap.
const BEYOND: usize = 6;

/// A part of a list, as numbers of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The first row to render.
    pub first: usize,
    /// One after the last row to render.
    pub end: usize,
}

/// The one row that is taller than the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TallRow {
    /// Its number.
    pub index: usize,
    /// By how much it is taller, in pixels.
    pub extra: f64,
}

/// What of the list lies in the window, in pixels from the list's top.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Span {
    top: f64,
    bottom: f64,
}

/// The rows of `list` to be rendered: `count` rows, each `height` pixels, one of them perhaps taller.
#[hook]
pub fn use_rows(
    list: &NodeRef,
    count: usize,
    height: f64,
    tall: Option<TallRow>,
    is_shown: bool,
) -> Rows {
    let span = use_state(Span::default);
    {
        let list = list.clone();
        let span = span.clone();
        // Measured again when the list changes its length: what stands above it may have moved.
        use_effect_with((count, tall, is_shown), move |_| {
            let measure = move || {
                let Some(seen) = list.cast::<Element>().and_then(|list| span_of(&list)) else {
                    return;
                };
                // A row's height is the least that changes what is rendered.
                let is_near = (seen.top - span.top).abs() < height
                    && (seen.bottom - span.bottom).abs() < height;
                if !is_near {
                    span.set(seen);
                }
            };
            measure();
            let listeners = browser::window().map(|window| {
                // Its tab scrolls and not the window: a scroll bubbles nowhere.
                let passive = EventListenerOptions::run_in_capture_phase();
                ["scroll", "resize"].map(|event| {
                    let measure = measure.clone();
                    EventListener::new_with_options(&window, event, passive, move |_| measure())
                })
            });
            move || drop(listeners)
        });
    }
    rows(span.top, span.bottom, count, height, tall)
}

fn span_of(list: &Element) -> Option<Span> {
    let height = browser::window()?.inner_height().ok()?.as_f64()?;
    let top = -list.get_bounding_client_rect().top();
    Some(Span { top, bottom: top + height })
}

fn rows(top: f64, bottom: f64, count: usize, height: f64, tall: Option<TallRow>) -> Rows {
    let row_at = |pixels: f64| {
        let pixels = match tall {
            #[expect(clippy::cast_precision_loss, reason = "a list has no 2^52 rows")]
            Some(tall) if pixels > (tall.index + 1) as f64 * height => {
                (pixels - tall.extra).max((tall.index as f64 + 0.5) * height)
            }
            _ => pixels,
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0")]
        let row = (pixels.max(0.0) / height) as usize;
        row
    };
    let first = row_at(top).saturating_sub(BEYOND).min(count);
    let end = (row_at(bottom) + 1 + BEYOND).min(count);
    Rows { first, end: end.max(first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_window_shows_is_rendered_and_a_little_more() {
        assert_eq!(rows(0.0, 720.0, 1000, 72.0, None), Rows { first: 0, end: 17 });
        assert_eq!(rows(7200.0, 7920.0, 1000, 72.0, None), Rows { first: 94, end: 117 });
        assert_eq!(rows(7200.0, 7920.0, 3, 72.0, None), Rows { first: 3, end: 3 });
        assert_eq!(rows(-500.0, 220.0, 2, 72.0, None), Rows { first: 0, end: 2 });
    }

    #[test]
    fn an_opened_row_moves_what_lies_below_it() {
        let tall = Some(TallRow { index: 10, extra: 1000.0 });
        // The window lies inside the tall row.
        let inside = rows(900.0, 1620.0, 100, 72.0, tall);
        assert!(inside.first <= 10 && inside.end > 10, "{inside:?}");
        // The window lies below it.
        let below = rows(3000.0, 3720.0, 100, 72.0, tall);
        assert_eq!(below, rows(2000.0, 2720.0, 100, 72.0, None));
    }
}
