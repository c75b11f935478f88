//! `cargo xtask bench`: what ARCHITECTURE.md promises of Retake's cost, measured.
//!
//! Each figure is a median, and stands beside its floor from the same run: what the same work
//! costs at the least with the same libraries. Machines differ and are noisy; ratios hold better
//! than milliseconds. Nothing here fails: it prints, and says which targets are met.

#![allow(clippy::cast_precision_loss, reason = "figures for people need no 53 bits")]

mod floor;
mod history;
mod memory;
mod page_store;
mod table;
mod whole_way;

use anyhow::Result;
use table::Table;

/// Sizes of Grok's store, in bytes; sessionStorage takes no more than about the last.
const SIZES: [usize; 3] = [100_000, 1_000_000, 4_600_000];

fn main() -> Result<()> {
    let mut table = Table::default();
    for size in SIZES {
        whole_way::measure(size, &mut table)?;
    }
    history::measure(&mut table)?;
    memory::measure(&mut table)?;
    table.print();
    Ok(())
}
