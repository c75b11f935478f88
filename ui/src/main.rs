//! Mounts what the window shows: the sidebar, or the library (spec K1). Both are the same files; the
//! address says which one is wanted.

use retake_ui::components::{app::App, library::Library};

fn main() {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    if hash.as_deref() == Some("#library") {
        yew::Renderer::<Library>::new().render();
    } else {
        yew::Renderer::<App>::new().render();
    }
}
