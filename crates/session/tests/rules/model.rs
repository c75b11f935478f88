//! Every order of events in a small world: two images, three attempts, an app that may end
//! anywhere, messages between page and engine lost or doubled. The rules are the assertions of
//! `world`, checked after each step.
//!
//! The search goes breadth first and visits each state once. Its depth is stated below, and a
//! deeper one runs with `RETAKE_DEEP=1` (`cargo xtask test --deep`).

use std::collections::HashSet;
use std::fmt::{self, Write};
use std::hash::{DefaultHasher, Hasher};

use crate::world::{COOLDOWN_MS, IMAGES, Step, World, refused};
use retake_protocol::AttemptOutcome;
use retake_protocol::observer::ActionResult;

/// How many steps after the opening every sequence has.
const DEPTH: usize = 6;
const DEEP: usize = 7;

/// Everything that may happen next. An attempt's new state is shown by a snapshot at once.
fn alphabet() -> Vec<Vec<Step>> {
    let attempts = [(0, 0), (0, 1), (1, 0)];
    let fates = [AttemptOutcome::Completed, AttemptOutcome::Moderated];
    let mut steps: Vec<Vec<Step>> = vec![
        vec![Step::Route { image: 0, video: None }],
        vec![Step::Route { image: 1, video: None }],
        vec![Step::Start { max_retries: 1, video_goal: 2 }],
        vec![Step::Stop],
        vec![Step::Answer { result: ActionResult::Clicked, times: 2 }],
        vec![Step::Answer { result: refused(), times: 2 }],
        vec![Step::LoseAnswer],
        vec![Step::Restart],
        vec![Step::Wait { ms: COOLDOWN_MS }],
    ];
    for (image, number) in attempts {
        for outcome in fates {
            let change = Step::Attempt { image, number, outcome };
            steps.push(vec![change, Step::Snapshot, Step::Snapshot]);
        }
    }
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

#[test]
fn every_order_of_events_keeps_the_rules() {
    let depth = if std::env::var_os("RETAKE_DEEP").is_some() { DEEP } else { DEPTH };
    let alphabet = alphabet();
    let mut seen = HashSet::new();
    let mut frontier = vec![opening()];
    let mut visited = 0_u64;
    for level in 1..=depth {
        let mut next = Vec::new();
        for world in &frontier {
            for steps in &alphabet {
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
    assert!(seen.len() > 20_000, "only {} states: the search does not search", seen.len());
}
