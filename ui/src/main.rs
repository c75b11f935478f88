//! Mounts the sidebar.

fn main() {
    yew::Renderer::<retake_ui::components::app::App>::new().render();
}
