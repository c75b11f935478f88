//! From the page's text to the commit, piece by piece and whole.

use std::cell::Cell;
use std::hint::black_box;
use std::sync::Arc;

use anyhow::{Result, ensure};
use retake_engine::{Engine, Input, Settings};
use retake_grok::StoreReading;
use retake_grok::splice::SnapshotText;
use retake_protocol::PostId;
use retake_protocol::observer::{FullSnapshot, Signal, Splice};
use retake_session::record::StoredState;
use retake_session::{Event, Lookup, Machine};
use retake_store::Store;

use crate::floor::BareDatabase;
use crate::table::{Table, medians, millis};
use crate::{floor, page_store};

const RUNS: u32 = 151;

/// The whole way may cost this many times the sum of its floors.
const MOST_WHOLE_WAY: f64 = 1.5;

/// Measures one size, in bytes.
pub(crate) fn measure(size: usize, table: &mut Table) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let name = format!("{:.1} MB", size as f64 / 1e6);
    let text = page_store::text(size, 0);
    ensure!(floor::reads(&text), "the floor reads nothing");
    // The page hands its text over: making it is not the work that is measured.
    let texts: Vec<_> = (1..=RUNS).map(|more| page_store::text(size, more)).collect();
    let given: Vec<_> = texts.iter().map(|text| Cell::new(Some(text.clone()))).collect();

    let bare = BareDatabase::open(&folder.path().join("bare.db"))?;
    let mut engine = started(&folder.path().join("retake.db"), &text)?;
    let readings = texts.iter().map(|text| Ok(Cell::new(Some(read(text)?))));
    let readings = readings.collect::<Result<Vec<_>>>()?;
    let mut machine = machine_on(&text)?;
    let shared: Vec<Arc<String>> = texts.iter().cloned().map(Arc::new).collect();
    let changes = Cell::new(Vec::new());
    let store = started(&folder.path().join("changes.db"), &text)?.store().clone();
    let mut splicing = Splicing::of(&text);
    let failed = Cell::new(0);
    let note = |is_ok: bool| failed.set(failed.get() + u32::from(!is_ok));

    // The first of a run finds the text in no cache: none of those that are compared is the first.
    let mut touch = |number: u32| {
        black_box(texts[number as usize].bytes().max());
    };
    let [_, parse_floor, parse, spliced, machine_alone, transaction_floor, transaction, whole] =
        medians(
            RUNS,
            [
                &mut touch,
                &mut |number| floor::parse(&texts[number as usize]),
                &mut |number| drop(black_box(StoreReading::read(Some(&shared[number as usize])))),
                &mut |number| splicing.run(number),
                &mut |number| {
                    let event = readings[number as usize]
                        .take()
                        .map(|reading| Event::SnapshotRead(Arc::new(reading)));
                    let output = event.map(|event| machine.handle(event, i64::from(number)));
                    changes.set(output.map(|output| output.changes).unwrap_or_default());
                },
                &mut |number| note(bare.write(number)),
                &mut |_| note(store.apply(&changes.take()).is_ok()),
                &mut |number| {
                    let text = given[number as usize].take();
                    let whole = FullSnapshot::of_session(u64::from(number) + 2, text);
                    let at = 1_000 + i64::from(number);
                    note(engine.handle(Input::FullSnapshot(whole), at).is_ok());
                },
            ],
        );
    ensure!(failed.get() == 0, "{} runs were not stored", failed.get());

    table.figure(format!("{name}: floor: typed parse"), millis(parse_floor));
    table.figure(format!("{name}: floor: one bare durable transaction"), millis(transaction_floor));
    table.ratio(format!("{name}: parse"), parse, parse_floor, None);
    table.ratio(format!("{name}: splice and parse"), spliced, parse_floor, None);
    table.figure(format!("{name}: machine, one new attempt"), millis(machine_alone));
    table.ratio(
        format!("{name}: transaction, one new attempt"),
        transaction,
        transaction_floor,
        None,
    );
    let floors = parse_floor + transaction_floor;
    let what = format!("{name}: whole way, one new attempt");
    table.ratio(what, whole, floors, Some(MOST_WHOLE_WAY));
    Ok(())
}

/// An engine on a file, that has seen `text` and shows its image.
fn started(database: &std::path::Path, text: &str) -> Result<Engine> {
    let mut engine = Engine::open(Store::open(database)?, Settings::default(), 0)?;
    let path = format!("/imagine/post/{}", page_store::IMAGE);
    engine.handle(Input::Signal(Signal::Route { path, conversation: None }), 0)?;
    engine.handle(Input::FullSnapshot(FullSnapshot::of_session(1, Some(text.into()))), 10)?;
    Ok(engine)
}

fn read(text: &str) -> Result<StoreReading> {
    Ok(StoreReading::read(Some(&Arc::new(text.to_owned())))?)
}

/// A machine that has seen `text` and shows its image.
fn machine_on(text: &str) -> Result<Machine> {
    let (mut machine, _) = Machine::start(Settings::default(), StoredState::default(), 0);
    let post_id = PostId::new(page_store::IMAGE);
    for event in [
        Event::RouteChanged { post_id, conversation: None },
        Event::SnapshotRead(Arc::new(read(text)?)),
    ] {
        loop {
            let lookups = machine.lookups(&event);
            if lookups.is_empty() {
                break;
            }
            for lookup in lookups {
                match lookup {
                    Lookup::Image(media_id) => machine.load_image(&media_id, None),
                    Lookup::Owner(post_id) => machine.load_owner(&post_id, None),
                }
            }
        }
        machine.handle(event, 0);
    }
    Ok(machine)
}

/// A character near the end changes to and fro.
struct Splicing {
    snapshot: SnapshotText,
    length: usize,
    middle: String,
}

impl Splicing {
    fn of(text: &str) -> Self {
        let mut snapshot = SnapshotText::default();
        snapshot.replace(FullSnapshot::of_session(0, Some(text.into())));
        // The store that is measured is ASCII, so its units are its bytes.
        let length = text.len();
        Self { snapshot, length, middle: text[length - 12..length - 11].to_owned() }
    }

    fn run(&mut self, number: u32) {
        let splice = Splice {
            sequence: u64::from(number) + 1,
            kept_head: self.length - 12,
            kept_tail: 11,
            middle: self.middle.clone(),
            length: self.length,
        };
        let applied = self.snapshot.apply(&splice);
        drop(black_box((applied, StoreReading::read(self.snapshot.text()))));
    }
}
