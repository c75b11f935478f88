//! What the end-to-end tests stand on: the simulator, the built app under WebKitWebDriver, and
//! words for what a user does in page and sidebar.
//!
//! Where `RETAKE_WEBVIEW` is `chromium`, stories are played in the engine of WebView2 instead, and a bridge
//! stands for the shell.
//!
//! The tests need a display (`cargo xtask test` starts one), the built app in `RETAKE_BINARY` and
//! the simulator's folder in `RETAKE_SIM`; both have defaults inside this repository. Nothing
//! here waits for a fixed time: [`wait::until`] asks until a condition holds.

pub mod app;
mod axe;
pub mod child;
mod chromium;
pub mod page;
pub mod page_thread;
pub mod sidebar;
pub mod simulator;
mod snapshot;
pub mod stage;
pub mod wait;
pub mod window;

pub use app::{App, Launch, PageLoad};
pub use simulator::Simulator;
pub use stage::Stage;
pub use wait::until;
