//! Memory does not grow with the number of snapshots.

use anyhow::{Context, Result};
use retake_engine::{Engine, Input, Settings};
use retake_protocol::observer::FullSnapshot;
use retake_store::Store;

use crate::page_store;
use crate::table::Table;

const FEW: u64 = 10_000;
const MANY: u64 = 100_000;

/// A page of Linux's memory, in bytes.
const PAGE: u64 = 4_096;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let mut engine = Engine::open(Store::in_memory()?, Settings::default(), 0)?;
    let texts = [page_store::text(10_000, 0), page_store::text(10_000, 1)];
    let mut after_few = 0;
    for sequence in 1..=MANY {
        let text = Some(texts[usize::from(sequence % 2 == 0)].clone());
        engine.handle(
            Input::FullSnapshot(FullSnapshot::of_session(sequence, text)),
            i64::try_from(sequence).context("a sequence fits")?,
        )?;
        if sequence == FEW {
            after_few = resident_bytes()?;
        }
    }
    let grown = i64::try_from(resident_bytes()?)? - i64::try_from(after_few)?;
    table.figure(
        format!("memory after {FEW} snapshots"),
        format!("{:.1} MB", after_few as f64 / 1e6),
    );
    let what = format!("memory more after {MANY} snapshots");
    table.figure(what, format!("{:.2} MB", grown as f64 / 1e6));
    Ok(())
}

fn resident_bytes() -> Result<u64> {
    let text =
        std::fs::read_to_string("/proc/self/statm").context("this bench reads Linux's /proc")?;
    let pages = text.split(' ').nth(1).context("no resident pages in statm")?;
    Ok(pages.parse::<u64>()? * PAGE)
}
