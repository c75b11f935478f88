//! The engine is killed at random moments, again and again, on one database file (spec C9, C14,
//! D1). After each death: what it had acknowledged is there, once; no action was handed over
//! twice; the database is whole; sessions that ran are interrupted, with the counters that their
//! attempts add up to.
//!
//! 200 deaths in the normal run, 2,000 with `RETAKE_DEEP=1` (`cargo xtask test --deep`).

mod page;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use page::{Death, Page, Random};
use retake_protocol::{ActionState, SessionOutcome};
use retake_store::Store;
use rusqlite::{Connection, OpenFlags};

const DEATHS: u32 = 200;
const DEEP_DEATHS: u32 = 2_000;

/// A process dies after so many answers at the most; with none, while it opens the database.
const MOST_ANSWERS: u64 = 14;

/// And so long after the last of them at the most, in microseconds: somewhere in the next events.
const MOST_AFTER_US: u64 = 3_000;

#[test]
fn a_killed_engine_loses_nothing_that_it_acknowledged_and_hands_nothing_over_twice() -> Result<()> {
    let deep = std::env::var_os("RETAKE_DEEP").is_some();
    let deaths = if deep { DEEP_DEATHS } else { DEATHS };
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("retake.db");
    let mut page = Page::new(Random::seeded());
    println!("seed {}", page.random.seed);
    let mut acknowledged = 0;
    for death in 0..deaths {
        let moment = Death {
            after_answers: page.random.below(MOST_ANSWERS),
            then: Duration::from_micros(page.random.below(MOST_AFTER_US)),
        };
        acknowledged += page.live(&database, &moment)?;
        check(&database, &page).with_context(|| format!("after death {death}"))?;
    }
    println!("{deaths} deaths, {acknowledged} acknowledged events, {} actions", page.issued.len());
    ensure!(acknowledged > u64::from(deaths), "the processes died before they did anything");
    ensure!(page.issued.len() > 20, "too few actions to speak of");
    Ok(())
}

/// What must hold of the file that a dead process left.
fn check(database: &Path, page: &Page) -> Result<()> {
    if !database.exists() {
        ensure!(page.acknowledged_attempts.is_empty(), "the database is gone");
        return Ok(());
    }
    let store = Store::open(database)?;
    let report = store.report()?;
    drop(store);
    let stored = stored_attempts(database)?;
    for attempt in &page.acknowledged_attempts {
        let times = stored.iter().filter(|(_, id)| id == attempt).count();
        ensure!(times == 1, "attempt {attempt} was acknowledged and is there {times} times");
    }
    for action_id in &page.issued {
        let action = report.actions.iter().find(|action| action.action_id.0 == *action_id);
        let action = action.with_context(|| format!("action {action_id} is not stored"))?;
        let was_handed_over =
            !matches!(action.state, ActionState::Scheduled | ActionState::Dropped);
        ensure!(was_handed_over, "action {action_id} was handed over and is {:?}", action.state);
    }
    for (session, attempts) in &report.sessions {
        let counters = &session.counters;
        let sum = counters.failures() + counters.videos_generated;
        ensure!(sum as usize == attempts.len(), "session {}: counters", session.session_id);
        let ids: BTreeSet<_> = attempts.iter().collect();
        ensure!(ids.len() == attempts.len(), "session {}: counted twice", session.session_id);
    }
    let active = report.sessions.iter().filter(|(s, _)| s.outcome == SessionOutcome::Pending);
    ensure!(active.count() <= 1, "one image has two active sessions");
    Ok(())
}

/// Every row of the attempts, after SQLite itself has looked the file over.
fn stored_attempts(database: &Path) -> Result<Vec<(String, String)>> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "the database is not whole: {verdict}");
    let mut query = connection.prepare("SELECT media_id, attempt_id FROM attempts")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
