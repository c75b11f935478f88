//! `SQLite` as the owner of Retake's state: schema, migrations, one writing connection, queries.
//!
//! It keeps what `retake-session` decides to keep ([`retake_session::record`]) and gives the same
//! rows back. It decides nothing, reads no clock (times come with the records) and knows neither
//! Grok's store nor a window.
//!
//! In the order in which data flows:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`store`](Store) | the handle that everyone holds |
//! | `schema` | the numbered files of `migrations/`, and the copy made before they run |
//! | `connection` | opening: WAL, durability, foreign keys |
//! | `writer` | the one connection that writes; one transaction for all changes of an event |
//! | `readers` | the connections that read while it writes |
//! | `table` | one file a table: row mapping, reads, writes |
//! | `load` | what the session machine asks for |
//! | `history` | what the sidebar asks for |
//! | `library` | what the library window asks for |
//! | `search` | what the user types to find something |
//! | `transfer` | histories whole, for export and import |
//! | `extension` | what the browser extension left becomes history |
//! | `restore` | a backup in the place of an open database |
//! | `statistics` | what the history adds up to |
//! | `prompts` | the prompts that were used, and those that are kept |
//! | `maintenance` | backup and forgetting |
//! | `videos` | which videos are to be saved, and how that went |
//! | [`report`] | everything in order, for `retake replay` |
//! | [`StoreError`] | what can go wrong, in plain words |

mod connection;
mod error;
mod extension;
mod history;
mod library;
mod load;
mod maintenance;
#[cfg(test)]
mod plans;
mod prompts;
mod readers;
pub mod report;
mod restore;
mod schema;
mod search;
mod statistics;
mod store;
mod table;
mod transfer;
mod videos;
mod writer;

pub use error::StoreError;
pub use history::{
    MAX_DETAIL_ACTIONS, MAX_DETAIL_ATTEMPTS, MAX_DETAIL_LOG_LINES, MAX_DETAIL_SESSIONS,
};
pub use restore::Backup;
pub use statistics::CalendarDay;
pub use store::Store;
pub use transfer::Scope;

pub use videos::{ReplacementStatus, SavedFile, SavedVideo, VideoFile, VideoSource, VideoStatus};

/// The key of an image's own picture; an attempt's is its id.
pub const OF_IMAGE: &str = "image";
