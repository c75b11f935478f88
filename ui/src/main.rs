//! Mounts what the window shows: the sidebar, or the library (spec K1). Both are the same files; the
//! address says which one is wanted.

use retake_ui::backend;
use retake_ui::components::{app::App, library::Library};

fn main() {
    // `boot.js` then starts the program again (spec W12).
    yew::set_custom_panic_hook(Box::new(|fault| backend::report_fault(&fault.to_string())));
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    if hash.as_deref() == Some("#library") {
        yew::Renderer::<Library>::new().render();
    } else {
        yew::Renderer::<App>::new().render();
    }
}
