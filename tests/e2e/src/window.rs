//! What a window manager does: there is none on the tests' display.

use anyhow::{Context, Result};
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeWindowAttributesAux,
    ClientMessageEvent, ConnectionExt, EventMask, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
    MOTION_NOTIFY_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
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

/// The key Control, as a virtual display numbers it.
pub const CONTROL: u8 = 37;
/// The key Enter.
pub const ENTER: u8 = 36;
/// The key K.
pub const K: u8 = 45;
/// The key of the full stop.
pub const PERIOD: u8 = 60;
/// The key 0.
pub const ZERO: u8 = 19;

/// The key of the slash.
pub const SLASH: u8 = 61;
/// The key Escape.
pub const ESCAPE: u8 = 9;

/// Whether a window of this title is there.
pub fn has_window(title: &str) -> Result<bool> {
    let (display, screen) = x11rb::connect(None).context("reaching the display")?;
    let root = display.setup().roots[screen].root;
    Ok(window_where(&display, root, |found, _| found == title.as_bytes())?.is_some())
}

/// Presses these keys one after the other in the window of this title; `false`: there is none.
pub fn type_in_window(title: &str, keys: &[u8]) -> Result<bool> {
    let (display, screen) = x11rb::connect(None).context("reaching the display")?;
    let root = display.setup().roots[screen].root;
    let is_it = |found: &[u8], _: u16| found == title.as_bytes();
    let Some(window) = window_where(&display, root, is_it)? else {
        return Ok(false);
    };
    display.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?.check()?;
    for key in keys {
        for kind in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            let sent = display.xtest_fake_input(kind, *key, CURRENT_TIME, root, 0, 0, 0)?;
            sent.check().context("pressing")?;
        }
    }
    Ok(true)
}

/// Presses these keys together, as a keyboard does, once a click has given the page the focus.
pub fn press_in_page(keys: &[u8]) -> Result<()> {
    let (display, screen) = x11rb::connect(None).context("reaching the display")?;
    let root = display.setup().roots[screen].root;
    let window = main_window(&display, root)?.context("finding the app's window")?;
    // Without a window manager nobody else gives a window the keyboard.
    display.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?.check()?;
    let send = |kind: u8, detail: u8, (x, y): (i16, i16)| -> Result<()> {
        let sent = display.xtest_fake_input(kind, detail, CURRENT_TIME, root, x, y, 0)?;
        sent.check().context("pressing")
    };
    // A place of the page that nothing stands at.
    send(MOTION_NOTIFY_EVENT, 0, (60, 600))?;
    send(BUTTON_PRESS_EVENT, 1, (0, 0))?;
    send(BUTTON_RELEASE_EVENT, 1, (0, 0))?;
    for key in keys {
        send(KEY_PRESS_EVENT, *key, (0, 0))?;
    }
    for key in keys.iter().rev() {
        send(KEY_RELEASE_EVENT, *key, (0, 0))?;
    }
    Ok(())
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
    window_where(display, root, |title, width| title.ends_with(b"Retake") && width > 400)
}

/// The topmost window whose title and width are as wanted.
fn window_where(
    display: &RustConnection,
    root: Window,
    is_wanted: impl Fn(&[u8], u16) -> bool,
) -> Result<Option<Window>> {
    let mut found = None;
    for window in display.query_tree(root)?.reply()?.children {
        let title = display
            .get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 256)?
            .reply()?
            .value;
        let size = display.get_geometry(window)?.reply()?;
        if is_wanted(&title, size.width) {
            found = Some(window);
        }
    }
    Ok(found)
}
