//! Timers and subscriptions, each with its own clean-up.

pub mod use_now;
pub mod use_theme;
