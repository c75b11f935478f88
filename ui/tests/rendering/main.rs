//! What the sidebar's parts show for a state, rendered on the host: no display, no browser.

mod actions;
mod circles;
mod errors;
mod head;
mod history;
mod queue;
mod render;
mod results;
mod styles;
