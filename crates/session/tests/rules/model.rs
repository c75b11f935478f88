//! Every order of events in a small world: two images, three attempts, a request and its answer beside the
//! store, an app that may end
//! anywhere, messages between page and engine lost or doubled. The rules are the assertions of
//! `world`, checked after each step.
//!
//! The search goes breadth first and visits each state once. Its depth is stated below, and a
//! deeper one runs with `RETAKE_DEEP=1` (`cargo xtask test --deep`).

use std::collections::HashSet;
use std::fmt::{self, Write};
use std::hash::{DefaultHasher, Hasher};

use crate::world::{CHECKED_MS, COOLDOWN_MS, IMAGES, Said, Step, World, refused};
use retake_protocol::AttemptOutcome;
use retake_protocol::observer::{ActionResult, StreamEnd};

/// How many steps after the opening every sequence has.
const DEPTH: usize = 5;
const DEEP: usize = 6;

/// What may happen in either search.
fn common() -> Vec<Vec<Step>> {
    vec![
        vec![Step::Start { max_retries: 1, video_goal: 2 }],
        vec![Step::Stop],
        vec![Step::Answer { result: ActionResult::Clicked, times: 2 }],
        vec![Step::Restart],
        vec![Step::Wait { ms: COOLDOWN_MS }],
    ]
}

/// Attempts end in these ways, each shown by a snapshot at once.
fn ends(attempts: &[(usize, usize)]) -> Vec<Vec<Step>> {
    let outcomes = [AttemptOutcome::Completed, AttemptOutcome::Moderated];
    let changes = attempts.iter().flat_map(|(image, number)| {
        outcomes.map(|outcome| Step::Attempt { image: *image, number: *number, outcome })
    });
    changes.map(|change| vec![change, Step::Snapshot, Step::Snapshot]).collect()
}

/// Two images and what the page's store reports about them.
fn of_store() -> Vec<Vec<Step>> {
    let mut steps = common();
    steps.extend([
        vec![Step::Route { image: 0, video: None }],
        vec![Step::Route { image: 1, video: None }],
        vec![Step::Answer { result: refused(), times: 2 }],
        vec![Step::LoseAnswer],
    ]);
    steps.extend(ends(&[(0, 0), (0, 1), (1, 0)]));
    steps
}

/// One image, a request and its answer beside the store.
fn of_sources() -> Vec<Vec<Step>> {
    let mut steps = common();
    steps
        .extend([vec![Step::Request { image: 0, number: 0 }], vec![Step::Wait { ms: CHECKED_MS }]]);
    let said = [Said::Doubted, Said::Completed, Said::Moderated, Said::Ended(StreamEnd::Closed)];
    steps.extend(said.map(|said| vec![Step::Stream { image: 0, number: 0, said }]));
    steps.extend(ends(&[(0, 0)]));
    steps
}

/// Both images are known, and the first is on the page.
fn opening() -> World {
    let mut world = World::new();
    for image in 0..IMAGES.len() {
        world.attempt(image, 9, AttemptOutcome::Completed);
    }
    world.run(&Step::Snapshot);
    world.run(&Step::Route { image: 0, video: None });
    world
}

/// Two states with the same text are the same state.
fn fingerprint(world: &World) -> u64 {
    struct Hashing(DefaultHasher);
    impl Write for Hashing {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut hashing = Hashing(DefaultHasher::new());
    world.write_state(&mut hashing).expect("a hasher takes any text");
    hashing.0.finish()
}

/// Runs every sequence of `alphabet`, and answers how many states it met.
fn search(alphabet: &[Vec<Step>]) -> usize {
    let depth = if std::env::var_os("RETAKE_DEEP").is_some() { DEEP } else { DEPTH };
    let mut seen = HashSet::new();
    let mut frontier = vec![opening()];
    let mut visited = 0_u64;
    for level in 1..=depth {
        let mut next = Vec::new();
        for world in &frontier {
            for steps in alphabet {
                let mut world = world.clone();
                for step in steps {
                    world.run(step);
                }
                visited += 1;
                let is_new = seen.insert(fingerprint(&world));
                // From the last level nothing goes on, and most states are there.
                if is_new && level < depth {
                    next.push(world);
                }
            }
        }
        frontier = next;
    }
    println!("{} states by {visited} steps, to depth {depth}", seen.len());
    seen.len()
}

#[test]
fn every_order_of_what_the_store_tells_keeps_the_rules() {
    let states = search(&of_store());
    assert!(states > 20_000, "only {states} states: the search does not search");
}

#[test]
fn h2_every_order_of_what_the_sources_tell_keeps_the_rules() {
    let states = search(&of_sources());
    assert!(states > 20_000, "only {states} states: the search does not search");
}
