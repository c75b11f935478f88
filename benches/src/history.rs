//! The machine's cost depends on what is new, not on the history: the same new attempt, with a
//! short and with a long history in the database.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use retake_engine::{Engine, Input, Settings};
use retake_protocol::observer::FullSnapshot;
use retake_store::Store;
use rusqlite::Connection;

use crate::page_store;
use crate::table::{Table, median};

/// Attempts in the database: a short history, and a long one.
const SHORT: u32 = 1_000;
const LONG: u32 = 1_000_000;

/// Attempts of one image of the history.
const PER_IMAGE: u32 = 10;

const RUNS: u32 = 41;

/// The long history may cost this many times the short one.
const MOST: f64 = 1.5;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let short = one_new_attempt(SHORT)?;
    let long = one_new_attempt(LONG)?;
    table.figure(format!("{SHORT} attempts stored: one new"), crate::table::millis(short));
    table.ratio(format!("{LONG} attempts stored: one new"), long, short, Some(MOST));
    Ok(())
}

fn one_new_attempt(stored: u32) -> Result<Duration> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("retake.db");
    drop(Store::open(&database)?);
    fill(&database, stored).context("failed to make up a history")?;
    let texts: Vec<String> = (0..RUNS).map(|more| page_store::text(10_000, more)).collect();
    let mut engine = Engine::open(Store::open(&database)?, Settings::default(), 0)?;
    let mut failed = 0;
    let time = median(RUNS, |number| {
        let text = Some(texts[number as usize].clone());
        let input = Input::FullSnapshot(FullSnapshot::of_session(u64::from(number) + 1, text));
        failed += u32::from(engine.handle(input, 1_000 + i64::from(number)).is_err());
    });
    ensure!(failed == 0, "{failed} snapshots were not stored");
    Ok(time)
}

/// Writes `attempts` attempts of images that the snapshot does not show, past the store: it would
/// take the tables one event at a time.
fn fill(database: &Path, attempts: u32) -> Result<()> {
    let mut connection = Connection::open(database)?;
    let transaction = connection.transaction()?;
    {
        let mut image = transaction
            .prepare("INSERT INTO images (media_id, prompt, first_seen_at) VALUES (?1, ?2, 1)")?;
        let mut attempt = transaction.prepare(
            "INSERT INTO attempts (media_id, attempt_id, outcome, first_seen_at, ended_at)
             VALUES (?1, ?2, 'completed', 1, 2)",
        )?;
        for number in 0..attempts {
            let media_id = format!("old-image-{:012}", number / PER_IMAGE);
            if number % PER_IMAGE == 0 {
                image.execute([&media_id, "a mountain lake"])?;
            }
            attempt.execute([&media_id, &format!("old-attempt-{number:012}")])?;
        }
    }
    transaction.commit()?;
    Ok(())
}
