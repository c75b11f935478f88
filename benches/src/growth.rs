//! What a first snapshot of a very large store costs, and that twice as much costs no more than about
//! twice as long (spec A10).

use std::time::{Duration, Instant};

use anyhow::Result;
use retake_engine::{Engine, Input, Settings};
use retake_protocol::observer::{FullSnapshot, Signal};
use retake_store::Store;

use crate::page_store;
use crate::table::Table;

/// Each is measured so often; the fastest counts, since nothing makes it faster than it is.
const RUNS: u32 = 3;

/// Twice as much may take so many times as long.
const MOST_GROWTH: f64 = 2.5;

/// Measures each kind at half its size and whole.
pub(crate) fn measure(table: &mut Table) -> Result<()> {
    measure_kind("attempts under one image", 20_000, page_store::of_attempts, table)?;
    measure_kind("images", 20_000, page_store::of_images, table)?;
    measure_kind("favourites", 50_000, page_store::of_favorites, table)
}

fn measure_kind(
    name: &str,
    most: u32,
    text: impl Fn(u32) -> String,
    table: &mut Table,
) -> Result<()> {
    let half = fastest(&text(most / 2))?;
    let whole = fastest(&text(most))?;
    let what = format!("first snapshot of {most} {name}, to half as many");
    table.ratio(what, whole, half, Some(MOST_GROWTH));
    Ok(())
}

fn fastest(text: &str) -> Result<Duration> {
    let mut fastest = Duration::MAX;
    for _ in 0..RUNS {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("retake.db"))?;
        let mut engine = Engine::open(store, Settings::default(), 0)?;
        let path = format!("/imagine/post/{}", page_store::IMAGE);
        engine.handle(Input::Signal(Signal::Route { path, conversation: None }), 0)?;
        let whole = FullSnapshot::of_session(1, Some(text.to_owned()));
        #[expect(clippy::disallowed_methods, reason = "measuring time is what benches are for")]
        let begun = Instant::now();
        engine.handle(Input::FullSnapshot(whole), 10)?;
        fastest = fastest.min(begun.elapsed());
    }
    Ok(fastest)
}
