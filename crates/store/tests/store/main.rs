//! What the store promises, one file a module of `src`, and the story of a whole life.

#![allow(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in tests, but not in what they share"
)]

mod history;
mod insight;
mod pictures;
mod prompts;
mod readers;
mod recall;
mod report;
mod restore;
mod schema;
mod search;
mod story;
mod support;
mod totals;
mod upkeep;
mod videos;
mod writer;
