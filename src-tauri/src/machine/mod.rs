//! The machine that Retake runs on: what its webview needs to draw and to play videos (spec W7, W8).
//!
//! | module | what it does |
//! | --- | --- |
//! | `graphics` | which variables keep WebKitGTK's window from staying blank |
//! | `codecs` | which packages play H.264 and AAC on a distribution |
//!
//! Both decide from what they are handed; what the machine says is read here. Elsewhere than on Linux there
//! is nothing to decide: the webview is a part of the system, and so are its codecs.

pub(crate) mod codecs;
pub(crate) mod graphics;

use retake_protocol::machine::Machine;

use crate::window;

/// What Health says of this machine.
pub(crate) fn view() -> Machine {
    let os_release = || std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    Machine {
        codecs: cfg!(target_os = "linux").then(os_release).and_then(|text| codecs::packages(&text)),
        graphics: graphics::set_now(),
        needs_image_button: window::GIVES_IMAGES,
        needs_grip: !cfg!(target_os = "linux"),
    }
}
