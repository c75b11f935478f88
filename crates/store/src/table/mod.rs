//! One file a table: how its rows become records and records its rows, its reads and its writes.
//! SQL is written out with bound parameters and prepared once a connection. Putting tables together
//! is left to `load`, `history` and `report`.
//!
//! Writes take a record apart by destructuring: a field that is added to it and not stored does not
//! compile.

pub(crate) mod actions;
pub(crate) mod attempt_aliases;
pub(crate) mod attempts;
pub(crate) mod extension_entries;
pub(crate) mod images;
pub(crate) mod kept_prompts;
pub(crate) mod kept_videos;
pub(crate) mod library_filters;
pub(crate) mod log_lines;
pub(crate) mod marks;
pub(crate) mod pictures;
pub(crate) mod posts;
pub(crate) mod preferences;
pub(crate) mod presses;
pub(crate) mod queue_entries;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod video_quota;

pub(crate) mod column;
