//! Page and sidebar in a native splitter.
//!
//! Tauri packs child webviews into a vertical box and ignores where they should be, so both are
//! taken out of it and put into a `gtk::Paned` of our own.

use std::cell::Cell;
use std::rc::Rc;

use anyhow::Context as _;
use gtk::glib::ObjectExt as _;
use gtk::prelude::{
    BoxExt as _, ContainerExt as _, CssProviderExt as _, PanedExt as _, WidgetExt as _,
};
use tauri::Window;

use crate::window_state::{SIDEBAR_RANGE, WindowStateStore};

/// The narrowest page, in logical pixels.
const LEAST_PAGE_WIDTH: i32 = 320;

/// Finds the display, or says that there is none; Tauri itself would panic.
pub(super) fn find_display() -> anyhow::Result<()> {
    gtk::init().context(
        "finding a display: start Retake in a graphical session (`retake replay` needs none)",
    )
}

/// Puts the page left and the sidebar right, and remembers the splitter.
pub(super) fn arrange(window: &Window, keeper: &WindowStateStore) -> anyhow::Result<()> {
    let column = window.default_vbox().context("finding the window's box")?;
    let is_webview = |child: &gtk::Widget| child.is::<webkit2gtk::WebView>();
    let webviews: Vec<_> = column.children().into_iter().filter(is_webview).collect();
    // In the order in which they were opened.
    let [sidebar, page] = webviews.as_slice() else {
        anyhow::bail!("the window holds {} webviews instead of two", webviews.len());
    };
    column.remove(sidebar);
    column.remove(page);
    page.set_size_request(LEAST_PAGE_WIDTH, -1);
    sidebar.set_size_request(*SIDEBAR_RANGE.start(), -1);
    let splitter = gtk::Paned::new(gtk::Orientation::Horizontal);
    // A line of one pixel shows nobody that it can be moved.
    splitter.set_wide_handle(true);
    colour_handle()?;
    // A wider window widens the page alone.
    splitter.pack1(page, true, false);
    splitter.pack2(sidebar, false, false);
    column.pack_start(&splitter, true, true, 0);
    remember_width(&splitter, keeper);
    splitter.show_all();
    Ok(())
}

/// The theme's handle is white, also between a dark page and a dark sidebar.
fn colour_handle() -> anyhow::Result<()> {
    let style = gtk::CssProvider::new();
    style
        .load_from_data(b"paned > separator { background-color: #75757f; }")
        .context("reading the splitter's colour")?;
    let screen = gtk::gdk::Screen::default().context("finding the screen")?;
    let priority = gtk::STYLE_PROVIDER_PRIORITY_APPLICATION;
    gtk::StyleContext::add_provider_for_screen(&screen, &style, priority);
    Ok(())
}

/// The splitter is the window's, and the sidebar has no grip of its own.
pub(super) fn widen_sidebar(
    _window: &Window,
    _keeper: &WindowStateStore,
    _by: i32,
) -> anyhow::Result<()> {
    anyhow::bail!("the sidebar's width is the splitter's here")
}

/// Sets the sidebar's width once the splitter has its own, and keeps it up to date from then on.
fn remember_width(splitter: &gtk::Paned, keeper: &WindowStateStore) {
    let handle = Rc::new(Cell::new(None));
    let (measured, wanted) = (Rc::clone(&handle), keeper.place().sidebar_width);
    let is_set = Cell::new(false);
    splitter.connect_size_allocate(move |splitter, allocation| {
        // The first allocation may be from before the window has its size.
        let is_shown = allocation.width() >= LEAST_PAGE_WIDTH + wanted && splitter.is_mapped();
        if is_shown && !is_set.replace(true) {
            let (splitter, measured) = (splitter.clone(), Rc::clone(&measured));
            gtk::glib::idle_add_local_once(move || {
                let handle = handle_width(&splitter);
                measured.set(Some(handle));
                splitter.set_position(splitter.allocated_width() - wanted - handle);
            });
        }
    });
    let keeper = keeper.clone();
    splitter.connect_position_notify(move |splitter| {
        let Some(handle) = handle.get() else { return };
        let width = splitter.allocated_width() - splitter.position() - handle;
        if SIDEBAR_RANGE.contains(&width) {
            keeper.change(|place| place.set_sidebar_width(width));
        }
    });
}

/// Pixels between the page and the sidebar, as they lie now.
fn handle_width(splitter: &gtk::Paned) -> i32 {
    let sidebar = splitter.child2().map_or(0, |sidebar| sidebar.allocated_width());
    splitter.allocated_width() - splitter.position() - sidebar
}
