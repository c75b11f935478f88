//! What the store promises, one file a module of `src`, and the story of a whole life.

#![allow(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in tests, but not in what they share"
)]

mod history;
mod library;
mod load;
mod maintenance;
mod pictures;
mod prompts;
mod readers;
mod report;
mod restore;
mod schema;
mod search;
mod statistics;
mod story;
mod support;
mod totals;
mod videos;
mod writer;
