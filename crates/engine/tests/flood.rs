//! A page that fills its store without end: what is new is bounded, told in Health, and goes on later.

use std::fmt::Write as _;

use retake_engine::{Engine, Input, Settings};
use retake_protocol::observer::{FullSnapshot, Signal};
use retake_protocol::{DiagnosticKind, MediaId, Millis};
use retake_store::Store;

/// So many attempts of one image are kept at once (`retake-session`'s `budget`).
const BURST_OF_IMAGE: u32 = 30_000;
const MINUTE_MS: Millis = 60_000;

struct Page {
    store: Store,
    engine: Engine,
    snapshots: u64,
    attempts: u32,
}

impl Page {
    fn new() -> Self {
        let store = Store::in_memory().expect("a database");
        let engine = Engine::open(store.clone(), Settings::default(), 0).expect("an engine");
        Self { store, engine, snapshots: 0, attempts: 0 }
    }

    /// The page's store holds so many finished attempts of `image`, none of which was there before.
    fn lists_new(&mut self, image: &str, count: u32, now: Millis) {
        let mut entries = String::new();
        for number in self.attempts..self.attempts + count {
            let comma = if entries.is_empty() { "" } else { "," };
            write!(entries, r#"{comma}{{"id":"{image}-{number}","videoUrl":"/{number}.mp4"}}"#)
                .expect("a text");
        }
        self.attempts += count;
        self.lists(image, &entries, now);
    }

    fn lists(&mut self, image: &str, entries: &str, now: Millis) {
        let text = format!(
            r#"{{"state":{{"videoByMediaId":{{"{image}":[{entries}]}},
                "imageByMediaId":{{"{image}":[{{"id":"{image}"}}]}}}}}}"#
        );
        self.snapshots += 1;
        let whole = FullSnapshot::of_session(self.snapshots, Some(text));
        self.engine.handle(Input::FullSnapshot(whole), now).expect("handled");
    }

    fn kept(&self, image: &str) -> usize {
        let stored =
            self.store.load_image(&MediaId::new(image).expect("an id")).expect("a history");
        stored.map_or(0, |stored| stored.attempts.len())
    }

    fn health_says(&self, kind: DiagnosticKind) -> usize {
        self.engine.panel(0).diagnostics.iter().filter(|one| one.kind == kind).count()
    }
}

#[test]
fn twenty_thousand_attempts_of_an_image_are_read_at_once() {
    let mut page = Page::new();
    page.lists_new("lake", 20_000, 10);
    assert_eq!(page.kept("lake"), 20_000);
    assert_eq!(page.health_says(DiagnosticKind::TooMuchAtOnce), 0);
}

#[test]
fn a_flood_ends_at_its_budget_is_told_once_and_goes_on_as_the_budget_refills() {
    let mut page = Page::new();
    for second in 1..=4 {
        page.lists_new("flood", 10_000, 1_000 * second);
    }
    let kept = page.kept("flood");
    let most = usize::try_from(BURST_OF_IMAGE + 60).unwrap();
    assert!(kept <= most, "{kept} attempts");
    assert_eq!(page.health_says(DiagnosticKind::TooMuchAtOnce), 1);

    page.lists_new("flood", 1_000, 2 * MINUTE_MS);
    let later = page.kept("flood");
    assert!(later > kept + 900 && later <= kept + 1_000, "{later} after {kept}");
}

/// Records are a source like the store, and come out of the same budget (spec H8).
#[test]
fn h8_a_flood_of_records_ends_at_the_same_budget() {
    let mut page = Page::new();
    let uuid = |number: u32| format!("bbbbbbbb-0000-4000-8000-{number:012}");
    for second in 1..=8_u32 {
        let numbers = second * 5_000..(second + 1) * 5_000;
        let assets: Vec<String> = numbers
            .map(|number| {
                let id = uuid(number);
                format!(
                    r#"{{"assetId":"{id}","mimeType":"video/mp4","key":"users/u/generated/{id}/v.mp4",
                        "mediaGenInput":{{"imageToVideo":{{"inputAssets":["lake"]}}}}}}"#
                )
            })
            .collect();
        let body = format!(r#"{{"assets":[{}]}}"#, assets.join(","));
        let now = Millis::from(second) * 1_000;
        page.engine.handle(Input::Signal(Signal::Record { body }), now).expect("handled");
    }
    let kept = page.kept("lake");
    let most = usize::try_from(BURST_OF_IMAGE + 120).unwrap();
    assert!(kept > 20_000 && kept <= most, "{kept} attempts");
    assert_eq!(page.health_says(DiagnosticKind::TooMuchAtOnce), 1);
}
