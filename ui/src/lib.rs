//! Retake's sidebar: shows what the engine tells, and asks for what the user wants.
//!
//! Nothing here decides or counts; state that matters lives in the engine. `state` is a reducer
//! without a DOM, `drafts` what was typed and not sent, `words` says what the engine tells as data, `format`,
//! `status`, `chance`, `estimate` and `timeline` turn data into words too, `backend` is the one door to Tauri, `browser` to
//! what only a browser has, `commands` what presses do,
//! `library` what the library's window knows,
//! `components` are small functions from props to markup, `hooks` hold timers and subscriptions.

pub mod backend;
pub mod browser;
pub mod chance;
pub mod commands;
pub mod components;
pub mod drafts;
pub mod estimate;
pub mod format;
pub mod health;
pub mod hooks;
pub mod library;
pub mod palette_entries;
pub mod place;
pub mod setting_words;
pub mod state;
pub mod status;
pub mod timeline;
pub mod words;
