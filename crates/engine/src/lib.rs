//! One way through: snapshot text, reading, machine, one transaction, only then effects.
//!
//! This is the very engine of the app and of `retake replay`: it joins `retake-grok`,
//! `retake-session` and `retake-store`, and knows no window, no page and no clock. It stands in a
//! crate of its own so that replay, benches and fuzzing don't compile Tauri.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`engine`] | handles one input at a time, and commits before it answers |
//! | [`input`] | what it takes and what it answers |
//! | [`recording`] | the lines of a recording (spec F2) |
//! | [`mod@replay`] | runs a recording through the engine |
//! | [`report`] | the JSON object that a replay prints |
//! | [`maintenance`] | forgetting and importing while the engine runs (spec D6, E) |
//! | [`transfer`] | exports of the history, and their import (spec D6) |

pub mod engine;
pub mod input;
mod known_page;
pub mod maintenance;
pub mod recording;
pub mod replay;
pub mod report;
mod sources;
pub mod transfer;

pub use engine::{Engine, EngineError};
pub use input::{Effect, Handled, Input};
pub use retake_session::{Settings, SettingsError};
