//! What the sidebar's parts show for a state, rendered on the host: no display, no browser.

mod circles;
mod controls;
mod panel;
mod render;
