//! What the sidebar asks the database for, on a history of a million attempts: each query within
//! the time of a key press, also at its slowest.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use retake_protocol::history::{HistoryFilter, HistoryOrder, HistoryOutcome, HistoryQuery};
use retake_protocol::library::{LibraryFilter, LibraryQuery};
use retake_protocol::{LibraryField, LibraryKind, MediaId};
use retake_store::{CalendarDay, Store};
use rusqlite::Connection;

use crate::table::Table;

const IMAGES: u32 = 100_000;
const PER_IMAGE: u32 = 10;
const RUNS: u32 = 200;

/// The median and the 99th percentile may be so long, in ms.
const MOST: (f64, f64) = (5.0, 20.0);
/// A search may take so long at the median, in ms.
const MOST_SEARCH: (f64, f64) = (20.0, 60.0);

/// What is asked for once a filter may take so long at the median, in ms: how large each day is.
const MOST_OF_ALL: (f64, f64) = (100.0, 300.0);
/// The same of the counts in the filters, which nothing waits for, in ms.
const MOST_COUNTS: (f64, f64) = (1_500.0, 4_000.0);

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("retake.db");
    make_up(&database)?;
    let store = Store::open(&database)?;
    let first = |order, outcome| HistoryQuery {
        order,
        filter: HistoryFilter { outcome, ..HistoryFilter::default() },
        limit: 60,
        ..HistoryQuery::default()
    };
    for order in [HistoryOrder::Recent, HistoryOrder::MostVideos, HistoryOrder::BestRate] {
        let query = first(order, None);
        page(table, &store, &format!("history, {order:?}"), &query, MOST)?;
        // Deep in the list: after 40,000 images.
        let mut deep = query.clone();
        for _ in 0..200 {
            deep.limit = 200;
            deep.after = store.history_page(&deep)?.next;
        }
        deep.limit = 60;
        page(table, &store, &format!("history, {order:?}, after 40,000"), &deep, MOST)?;
    }
    for outcome in [
        HistoryOutcome::Completed,
        HistoryOutcome::WithoutVideo,
        HistoryOutcome::Moderated,
        HistoryOutcome::Failed,
        HistoryOutcome::Running,
    ] {
        let query = first(HistoryOrder::Recent, Some(outcome));
        page(table, &store, &format!("history, {outcome:?} alone"), &query, MOST)?;
    }
    let id = uuid(777_777);
    for search in ["lighthouse", id.as_str(), &id[..8], "lake 4711", "zz no such", "la"] {
        let query = HistoryQuery { search: search.to_owned(), ..first(HistoryOrder::Recent, None) };
        page(table, &store, &format!("search {search:?}"), &query, MOST_SEARCH)?;
    }
    library(table, &store)?;
    let media_id = MediaId::new("old-image-000000004711").context("an id")?;
    time(table, "the sums of statistics", MOST, || store.statistics(days_to).map(drop))?;
    time(table, "what the newest sessions took", MOST, || store.pace().map(drop))?;
    time(table, "the prompts", MOST, || store.prompts("").map(drop))?;
    time(table, "one image whole", MOST, || store.image_detail(&media_id).map(drop))?;
    Ok(())
}

/// What the library asks for (spec K1, K3) of 100,000 images and 300,000 videos.
fn library(table: &mut Table, store: &Store) -> Result<()> {
    for kind in [LibraryKind::Images, LibraryKind::Videos] {
        let everything = LibraryFilter { kind, ..LibraryFilter::default() };
        let rated = LibraryFilter {
            choices: [(LibraryField::Rating, vec!["5".to_owned()])].into(),
            ..everything.clone()
        };
        let newest = store.library_days(&everything, day_of)?.days.remove(0);
        for (what, filter) in [("all", &everything), ("5 stars", &rated)] {
            let query = LibraryQuery {
                filter: filter.clone(),
                from: newest.from,
                until: newest.until,
                skip: 0,
                limit: 100,
            };
            let name = format!("library, a page of {}, {what}", kind.as_str());
            time(table, &name, MOST, || store.library_page(&query).map(drop))?;
        }
        let name = format!("library, the days of {}", kind.as_str());
        time(table, &name, MOST_OF_ALL, || store.library_days(&everything, day_of).map(drop))?;
        let name = format!("library, all counts of {}", kind.as_str());
        time(table, &name, MOST_COUNTS, || store.library_facets(&everything).map(drop))?;
    }
    Ok(())
}

fn day_of(at: i64) -> Option<CalendarDay> {
    days_to(at).pop()
}

/// Writes a history of a million attempts to a new database, to be opened by the app too.
pub(crate) fn make_up(database: &Path) -> Result<()> {
    drop(Store::open(database)?);
    fill(database).context("failed to make up a history")
}

fn page(
    table: &mut Table,
    store: &Store,
    what: &str,
    query: &HistoryQuery,
    most: (f64, f64),
) -> Result<()> {
    time(table, what, most, || store.history_page(query).map(drop))
}

fn time<E: std::error::Error + Send + Sync + 'static>(
    table: &mut Table,
    what: &str,
    most: (f64, f64),
    mut ask: impl FnMut() -> Result<(), E>,
) -> Result<()> {
    let mut times: Vec<Duration> = Vec::new();
    // What takes long is asked for less often.
    let runs = if most.0 > MOST_SEARCH.0 { RUNS / 10 } else { RUNS };
    for _ in 0..runs {
        #[expect(clippy::disallowed_methods, reason = "measuring time is what benches are for")]
        let started = Instant::now();
        ask()?;
        times.push(started.elapsed());
    }
    times.sort();
    let at = |percent: usize| times[times.len() * percent / 100];
    table.limits(what, at(50), at(99), most);
    Ok(())
}

/// An id as Grok's are: one that says nothing, and shares pieces with others by chance alone.
fn uuid(number: u32) -> String {
    let mut bits = u64::from(number).wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut next = || {
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        bits
    };
    let (a, b) = (next(), next());
    format!(
        "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
        a >> 32,
        a & 0xffff,
        (a >> 16) & 0xfff,
        b >> 52,
        b & 0xffff_ffff_ffff
    )
}

/// Written past the store: it would take the tables one event at a time.
fn fill(database: &Path) -> Result<()> {
    let places = ["mountain lake", "lighthouse", "sailing boat", "dunes", "lavender", "old bridge"];
    let mut connection = Connection::open(database)?;
    let transaction = connection.transaction()?;
    {
        let mut image = transaction
            .prepare("INSERT INTO images (media_id, prompt, first_seen_at) VALUES (?1, ?2, ?3)")?;
        let mut attempt = transaction.prepare(
            "INSERT INTO attempts (media_id, attempt_id, outcome, prompt, first_seen_at, ended_at)
             VALUES (?1, ?2, ?3, 'slow pan across the water', ?4, ?4)",
        )?;
        let mut session = transaction.prepare(
            "INSERT INTO sessions (media_id, prompt, max_retries, video_goal, moderated, failed,
                                   videos_generated, layer1_failures, layer2_failures,
                                   layer3_failures, outcome, started_at, ended_at)
             VALUES (?1, ?2, 3, 1, 2, 0, 1, 1, 1, 0, 'success', ?3, ?3)",
        )?;
        let mut alias = transaction
            .prepare("INSERT INTO attempt_aliases (alias, attempt, position) VALUES (?1, ?2, 0)")?;
        for number in 0..IMAGES {
            let media_id = format!("old-image-{number:012}");
            let place = places[number as usize % places.len()];
            // An image every quarter of an hour.
            let at = i64::from(number) * 900_000;
            image.execute((&media_id, format!("{place} {number}"), at))?;
            session.execute((&media_id, format!("slow pan {}", number % 50), at))?;
            for one in 0..PER_IMAGE {
                let id = uuid(number * PER_IMAGE + one);
                // One image in a thousand has a failure, and each has its own number of videos.
                let outcome = match (number % 1000, one) {
                    (7, 0) => "failed",
                    (_, one) if one < number % 7 => "completed",
                    _ => "moderated",
                };
                attempt.execute((&media_id, &id, outcome, at + i64::from(one)))?;
                alias.execute((&id, transaction.last_insert_rowid()))?;
            }
        }
    }
    transaction.commit()?;
    connection.execute_batch("PRAGMA optimize")?;
    Ok(())
}

/// The last 30 days up to a moment, by UTC.
fn days_to(newest: i64) -> Vec<CalendarDay> {
    const DAY: i64 = 86_400_000;
    let last = newest / DAY;
    let day = |number: i64| CalendarDay {
        date: number.to_string(),
        from: number * DAY,
        until: (number + 1) * DAY,
    };
    (last - 29..=last).map(day).collect()
}
