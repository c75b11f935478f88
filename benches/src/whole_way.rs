//! From the page's text to the commit, piece by piece and whole.

use anyhow::{Result, ensure};
use retake_engine::{Engine, Input, Settings};
use retake_grok::StoreReading;
use retake_grok::splice::SnapshotText;
use retake_protocol::observer::{Signal, Splice, WholeText};
use retake_store::Store;

use crate::table::{Table, median};
use crate::{floor, page_store};

const RUNS: u32 = 41;

/// The whole way may cost this many times the sum of its floors.
const MOST_WHOLE_WAY: f64 = 1.5;

/// Measures one size, in bytes.
pub(crate) fn measure(size: usize, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let name = format!("{:.1} MB", size as f64 / 1e6);
    let text = page_store::text(size, 0);
    let parse_floor = floor::parse(&text)?;
    let transaction_floor = floor::transaction(folder.path())?;
    table.figure(format!("{name}: floor: typed parse"), crate::table::millis(parse_floor));
    table.figure(
        format!("{name}: floor: one bare durable transaction"),
        crate::table::millis(transaction_floor),
    );

    let parse = median(RUNS, |_| {
        drop(std::hint::black_box(StoreReading::read(Some(&text))));
    });
    table.ratio(format!("{name}: parse"), parse, parse_floor, None);
    let spliced = splice_and_parse(&text);
    table.ratio(format!("{name}: splice and parse"), spliced, parse_floor, None);

    let texts: Vec<String> = (1..=RUNS).map(|more| page_store::text(size, more)).collect();
    let mut engine = started(&folder.path().join("retake.db"), &text)?;
    let mut failed = 0;
    let whole = median(RUNS, |number| {
        let text = Some(texts[number as usize].clone());
        let sequence = u64::from(number) + 2;
        let input = Input::WholeText(WholeText { sequence, text });
        failed += u32::from(engine.handle(input, 1_000 + i64::from(number)).is_err());
    });
    ensure!(failed == 0, "{failed} snapshots were not stored");
    let floors = parse_floor + transaction_floor;
    let what = format!("{name}: whole way, one new attempt");
    table.ratio(what, whole, floors, Some(MOST_WHOLE_WAY));

    let last = texts.last().cloned();
    let quiet = median(RUNS, |number| {
        let sequence = u64::from(number) + 100;
        let input = Input::WholeText(WholeText { sequence, text: last.clone() });
        failed += u32::from(engine.handle(input, 9_000 + i64::from(number)).is_err());
    });
    table.ratio(format!("{name}: whole way, nothing new"), quiet, parse_floor, None);
    Ok(())
}

/// An engine on a file, that has seen `text` and shows its image.
fn started(database: &std::path::Path, text: &str) -> Result<Engine> {
    let mut engine = Engine::open(Store::open(database)?, Settings::default(), 0)?;
    let path = format!("/imagine/post/{}", page_store::IMAGE);
    engine.handle(Input::Signal(Signal::Route { path }), 0)?;
    engine.handle(Input::WholeText(WholeText { sequence: 1, text: Some(text.into()) }), 10)?;
    Ok(engine)
}

/// A character near the end changes to and fro.
fn splice_and_parse(text: &str) -> std::time::Duration {
    let mut snapshot = SnapshotText::default();
    snapshot.replace(WholeText { sequence: 0, text: Some(text.into()) });
    let length = text.encode_utf16().count();
    let (kept_head, kept_tail) = (length - 12, 11);
    let old = text[kept_head..=kept_head].to_owned();
    median(RUNS, |number| {
        let splice = Splice {
            sequence: u64::from(number) + 1,
            kept_head,
            kept_tail,
            middle: old.clone(),
            length,
        };
        let applied = snapshot.apply(&splice);
        drop(std::hint::black_box((applied, StoreReading::read(snapshot.text()))));
    })
}
