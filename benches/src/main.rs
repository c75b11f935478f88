//! `cargo xtask bench`: what ARCHITECTURE.md promises of Retake's cost, measured.
//!
//! Each figure is a median, and stands beside its floor from the same run: what the same work
//! costs at the least with the same libraries. Machines differ and are noisy; ratios hold better
//! than milliseconds. Nothing here fails: it prints, and says which targets are met. An argument
//! picks one part: `whole-way`, `growth`, `history`, `queries` or `memory`. `make-up FILE` writes the history of
//! a million attempts that `queries` asks, for the app to be tried on.

#![allow(clippy::cast_precision_loss, reason = "printed figures need no 53 bits")]

mod floor;
mod growth;
mod history;
mod memory;
mod page_store;
mod queries;
mod table;
mod whole_way;

use anyhow::Result;
use table::Table;

/// Sizes of Grok's store, in bytes; sessionStorage takes no more than about the last.
const SIZES: [usize; 3] = [100_000, 1_000_000, 4_600_000];

fn main() -> Result<()> {
    let mut table = Table::default();
    let part = std::env::args().nth(1);
    if let (Some("make-up"), Some(file)) = (part.as_deref(), std::env::args().nth(2)) {
        return queries::make_up(std::path::Path::new(&file));
    }
    let is_wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
    if is_wanted("whole-way") {
        for size in SIZES {
            whole_way::measure(size, &mut table)?;
        }
    }
    if is_wanted("growth") {
        growth::measure(&mut table)?;
    }
    if is_wanted("history") {
        history::measure(&mut table)?;
    }
    if is_wanted("queries") {
        queries::measure(&mut table)?;
    }
    if is_wanted("memory") {
        memory::measure(&mut table)?;
    }
    table.print();
    Ok(())
}
