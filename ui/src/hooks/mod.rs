//! Timers and subscriptions, each with its own clean-up.

pub mod use_activity;
pub mod use_context_menu;
pub mod use_focus_return;
pub mod use_height;
pub mod use_history;
pub mod use_language;
pub mod use_library;
pub mod use_look;
pub mod use_now;
pub mod use_pace;
pub mod use_queued;
pub mod use_redraw;
pub mod use_rows;
pub mod use_shortcuts;
pub mod use_sound;
pub mod use_style;
pub mod use_theme;
pub mod use_turns;
pub mod use_unseen;
