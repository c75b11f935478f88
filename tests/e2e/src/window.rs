//! What a window manager does: there is none on the tests' display.

use anyhow::{Context, Result};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt, EventMask, Window,
};
use x11rb::rust_connection::RustConnection;

/// Asks the app's main window to close, as its close button does.
pub fn ask_to_close() -> Result<()> {
    let (display, screen) = x11rb::connect(None).context("reaching the display")?;
    let root = display.setup().roots[screen].root;
    let window = main_window(&display, root)?.context("finding the app's window")?;
    let atom = |name: &[u8]| -> Result<u32> { Ok(display.intern_atom(false, name)?.reply()?.atom) };
    let (protocols, delete) = (atom(b"WM_PROTOCOLS")?, atom(b"WM_DELETE_WINDOW")?);
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    // The answer is awaited: what a connection that ends at once has sent may be lost with it.
    let sent = display.send_event(false, window, EventMask::NO_EVENT, message)?;
    sent.check().context("asking the window to close")
}

/// Hears what programs ask the window manager for, from its beginning on.
#[derive(Debug)]
pub struct WishesToWindowManager {
    display: RustConnection,
    full_screen: u32,
}

impl WishesToWindowManager {
    /// Begins to listen.
    pub fn listen() -> Result<Self> {
        let (display, screen) = x11rb::connect(None).context("reaching the display")?;
        let root = display.setup().roots[screen].root;
        let wishes = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        display.change_window_attributes(root, &wishes)?.check()?;
        let full_screen = display.intern_atom(false, b"_NET_WM_STATE_FULLSCREEN")?.reply()?.atom;
        Ok(Self { display, full_screen })
    }

    /// Whether any asked to be full screen.
    pub fn has_full_screen(&self) -> Result<bool> {
        let mut has_it = false;
        while let Some(event) = self.display.poll_for_event()? {
            if let Event::ClientMessage(message) = event {
                has_it |= message.data.as_data32()[1..3].contains(&self.full_screen);
            }
        }
        Ok(has_it)
    }
}

/// The largest window whose title ends as the app's does.
fn main_window(display: &RustConnection, root: Window) -> Result<Option<Window>> {
    let mut found = None;
    for window in display.query_tree(root)?.reply()?.children {
        let title = display
            .get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 256)?
            .reply()?
            .value;
        let size = display.get_geometry(window)?.reply()?;
        if title.ends_with(b"Retake") && size.width > 400 {
            found = Some(window);
        }
    }
    Ok(found)
}
