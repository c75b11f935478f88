//! Page and sidebar side by side by their bounds, set again whenever the window changes its size or the
//! user drags the sidebar's own grip. For Windows and macOS, where we have only compiled it.

use anyhow::Context as _;
use tauri::{LogicalPosition, LogicalSize, Manager as _, Rect, Window, WindowEvent};

use super::{GROK, SIDEBAR};
use crate::window_state::WindowStateStore;

/// There always is a display here.
#[allow(clippy::unnecessary_wraps, reason = "on Linux there may be none")]
pub(super) fn find_display() -> anyhow::Result<()> {
    Ok(())
}

/// Puts the page left and the sidebar right.
pub(super) fn arrange(window: &Window, keeper: &WindowStateStore) -> anyhow::Result<()> {
    set_bounds(window, keeper)?;
    let (of_window, keeper) = (window.clone(), keeper.clone());
    window.on_window_event(move |event| {
        let has_changed =
            matches!(event, WindowEvent::Resized(_) | WindowEvent::ScaleFactorChanged { .. });
        if has_changed && let Err(error) = set_bounds(&of_window, &keeper) {
            tracing::warn!("the webviews do not follow the window: {error:#}");
        }
    });
    Ok(())
}

/// Makes the sidebar wider by so many logical pixels, as far as that is in its range.
pub(super) fn widen_sidebar(
    window: &Window,
    keeper: &WindowStateStore,
    by: i32,
) -> anyhow::Result<()> {
    keeper.change(|place| place.set_sidebar_width(place.sidebar_width.saturating_add(by)));
    set_bounds(window, keeper)
}

fn set_bounds(window: &Window, keeper: &WindowStateStore) -> anyhow::Result<()> {
    let scale = window.scale_factor().context("reading the window's scale")?;
    let inside = window.inner_size().context("reading the window's size")?.to_logical::<f64>(scale);
    let sidebar_width = keeper.place().sidebar_width_in(inside.width);
    let page_width = inside.width - sidebar_width;
    for (label, left, width) in [(GROK, 0.0, page_width), (SIDEBAR, page_width, sidebar_width)] {
        let webview = window.get_webview(label).with_context(|| format!("finding {label}"))?;
        let bounds = Rect {
            position: LogicalPosition::new(left, 0.0).into(),
            size: LogicalSize::new(width, inside.height).into(),
        };
        webview.set_bounds(bounds).with_context(|| format!("placing {label}"))?;
    }
    Ok(())
}
