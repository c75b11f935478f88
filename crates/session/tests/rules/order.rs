//! The same messages in another order (H invariant 5). Each source speaks in its own order; how the sources
//! mix, what is lost, what comes twice and what comes late is anyone's guess.
//!
//! Left out is where a rule itself goes by order or time: layers (C5: the last progress before the end), two
//! told ends of stream and record that contradict each other (H2: the later one), and a stream that is silent
//! for 30 s and goes on (H3). What is told of a press comes before the next one, and the store tells something
//! of each but the last: which new entry of the store is whose is a guess by order (A1), where videos are
//! known that the store has not told of.

use std::collections::{BTreeMap, VecDeque};

use proptest::prelude::*;
use proptest::sample::Index;
use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::{AttemptId, AttemptOutcome, Millis, PostId};
use retake_session::record::AttemptRecord;

use crate::invariants::{cases, outcome, said};
use crate::world::{CHECKED_MS, IMAGES, Said, Step, World};

/// All of one press is told within so long, in ms: no stream is silent for longer (spec H3).
const TOLD_WITHIN_MS: Millis = 29_000;

/// What the sources tell of one press.
#[derive(Clone, Debug)]
struct Told {
    store: Vec<AttemptOutcome>,
    /// Whether its request is seen.
    is_asked: bool,
    answer: Vec<Said>,
    end: Option<StreamEnd>,
    record: Option<AttemptOutcome>,
}

/// How the messages come.
#[derive(Clone, Debug)]
struct Order {
    /// Which source speaks next.
    turns: Vec<Index>,
    /// Whether a message comes twice.
    doubled: Vec<bool>,
    /// How long after it nothing comes, in ms.
    waits: Vec<Millis>,
}

impl Told {
    /// What each source tells, in its own order.
    fn sources(&self, number: usize) -> Vec<VecDeque<Step>> {
        let image = 0;
        let store =
            self.store.iter().map(|outcome| Step::Attempt { image, number, outcome: *outcome });
        let request = self.is_asked.then_some(Step::Request { image, number });
        let said = self.answer.iter().copied().chain(self.end.map(Said::Ended));
        let said = said.map(|said| Step::Stream { image, number, said });
        let record = self.record.map(|outcome| Step::Record { image, number, outcome });
        vec![
            store.collect(),
            request.into_iter().chain(said).collect(),
            record.into_iter().collect(),
        ]
    }
}

/// A session that is told of presses, and how.
struct Telling<'a> {
    world: World,
    order: &'a Order,
    turn: usize,
}

impl<'a> Telling<'a> {
    fn new(order: &'a Order) -> Self {
        let mut world = World::new();
        world.route(PostId::new(IMAGES[0]));
        world.attempt(0, 99, AttemptOutcome::Completed);
        world.run(&Step::Snapshot);
        world.start(50, 50);
        world.run(&Step::Answer { result: ActionResult::Clicked, times: 1 });
        Self { world, order, turn: 0 }
    }

    /// Tells all of one press, and waits until there is rest: no stream is waited for, and nothing is being
    /// checked.
    fn press(&mut self, number: usize, told: &Told) {
        let mut sources = told.sources(number);
        let mut waited = 0;
        loop {
            sources.retain(|source| !source.is_empty());
            if sources.is_empty() {
                break;
            }
            let next = self.order.turns[self.turn % self.order.turns.len()].index(sources.len());
            let Some(step) = sources[next].pop_front() else { continue };
            waited += self.tell(&step, TOLD_WITHIN_MS - waited);
        }
        for ms in [TOLD_WITHIN_MS + 2_000, CHECKED_MS, CHECKED_MS] {
            self.world.run(&Step::Wait { ms });
        }
    }

    /// Tells it once or twice, and waits for at most so many ms; the answer is for how long.
    fn tell(&mut self, step: &Step, most: Millis) -> Millis {
        let at = self.turn % self.order.doubled.len();
        self.turn += 1;
        // Each request has a number of its own.
        let is_doubled = self.order.doubled[at] && !matches!(step, Step::Request { .. });
        for _ in 0..=usize::from(is_doubled) {
            self.world.run(step);
            if matches!(step, Step::Attempt { .. }) {
                self.world.run(&Step::Snapshot);
            }
        }
        let ms = self.order.waits[at].min(most);
        self.world.run(&Step::Wait { ms });
        ms
    }
}

/// How each attempt that has ended did, and what the session counted: moderated, failed, videos.
type Totals = (BTreeMap<AttemptId, AttemptOutcome>, Vec<[u32; 3]>);

/// Tells everything in this order, and answers the totals at rest.
fn play(presses: &[Told], order: &Order) -> Totals {
    let mut telling = Telling::new(order);
    for (number, told) in presses.iter().enumerate() {
        telling.press(number, told);
    }
    let rows = telling.world.rows;
    let of_attempt = |attempt: &AttemptRecord| (attempt.attempt_id.clone(), attempt.outcome);
    let counted = rows.sessions.values().map(|session| {
        let counters = session.counters;
        [counters.moderated, counters.failed, counters.videos_generated]
    });
    let ended = rows.attempts.iter().filter(|attempt| attempt.outcome.is_terminal());
    (ended.map(of_attempt).collect(), counted.collect())
}

fn order() -> impl Strategy<Value = Order> {
    let wait = prop_oneof![8 => 0..1_500i64, 1 => Just(CHECKED_MS + 1_000)];
    (
        prop::collection::vec(any::<Index>(), 40),
        prop::collection::vec(prop::bool::weighted(0.2), 40),
        prop::collection::vec(wait, 40),
    )
        .prop_map(|(turns, doubled, waits)| Order { turns, doubled, waits })
}

/// A record agrees with the last end that the answer told.
fn agreeing(told: Told) -> Told {
    let last = told.answer.iter().rev().find_map(|said| match said {
        Said::Completed => Some(AttemptOutcome::Completed),
        Said::Moderated => Some(AttemptOutcome::Moderated),
        _ => None,
    });
    Told { record: told.record.map(|outcome| last.unwrap_or(outcome)), ..told }
}

/// What was not lost.
fn told() -> impl Strategy<Value = Told> {
    let ends = [StreamEnd::Closed, StreamEnd::Broken, StreamEnd::Cut];
    let recorded = [AttemptOutcome::Completed, AttemptOutcome::Moderated];
    let is_open = |said: &Vec<Said>| !said.iter().any(|said| matches!(said, Said::Ended(_)));
    (
        prop::collection::vec(outcome(), 0..3),
        any::<bool>(),
        prop::collection::vec(said(), 0..4).prop_filter("it goes on", is_open),
        proptest::option::of(prop::sample::select(ends.to_vec())),
        proptest::option::of(prop::sample::select(recorded.to_vec())),
    )
        .prop_map(|(store, is_asked, answer, end, record)| {
            agreeing(Told { store, is_asked, answer, end, record })
        })
}

/// One press of which anything may be lost, or two: of the first the store tells something.
fn presses() -> impl Strategy<Value = Vec<Told>> {
    prop::collection::vec(told(), 1..3).prop_map(|mut presses| {
        let last = presses.len() - 1;
        for told in presses[..last].iter_mut().filter(|told| told.store.is_empty()) {
            told.store.push(AttemptOutcome::Processing);
        }
        presses
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    })]

    #[test]
    fn h_invariant_5_totals_depend_on_what_was_told_and_not_on_when(
        presses in presses(), one in order(), other in order(),
    ) {
        prop_assert_eq!(play(&presses, &one), play(&presses, &other));
    }
}
