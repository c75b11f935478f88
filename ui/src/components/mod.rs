//! Small functions from props to markup. Only [`app`] talks to the backend's channel; the others
//! get values down and give callbacks up, or send one command.

pub mod app;
pub mod attempts;
pub mod banners;
pub mod bounds;
pub mod confirm;
pub mod copy;
pub mod data;
pub mod diagnostics;
pub mod downloads;
pub mod elsewhere;
pub mod glance;
pub mod help;
pub mod history;
pub mod icon;
pub mod image_card;
pub mod image_detail;
pub mod insight;
pub mod log;
pub mod notices;
pub mod page_bar;
pub mod panel;
pub mod picture;
pub mod prompt;
pub mod prompt_row;
pub mod prompts;
pub mod queue;
pub mod rate;
pub mod sessions;
pub mod settings;
pub mod stepper;
pub mod summary;
pub mod text_box;
pub mod timeline;
pub mod video;
pub mod when;
