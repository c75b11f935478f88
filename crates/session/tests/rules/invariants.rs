//! Random sequences of events against the rules that must hold in every one of them. The rules
//! themselves are the assertions of `world`.

use crate::world::{CHECKED_MS, IMAGES, Said, Step, World, refused};
use proptest::prelude::*;
use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::{AttemptOutcome, PostId};
use retake_session::Settings;

pub(crate) fn outcome() -> impl Strategy<Value = AttemptOutcome> {
    // No source reports one that nobody saw the end of.
    let told = AttemptOutcome::ALL.iter().filter(|outcome| **outcome != AttemptOutcome::Unknown);
    prop::sample::select(told.copied().collect::<Vec<_>>())
}

pub(crate) fn said() -> impl Strategy<Value = Said> {
    let others = [
        Said::Doubted,
        Said::Completed,
        Said::Moderated,
        Said::Ended(StreamEnd::Closed),
        Said::Ended(StreamEnd::Broken),
        Said::Ended(StreamEnd::Cut),
    ];
    prop_oneof![
        1 => (0..=100u32).prop_map(Said::Percent),
        1 => prop::sample::select(others.to_vec()),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let preferences = (
        proptest::option::of(0..6u32),
        proptest::option::of(0..4u32),
        proptest::option::of(any::<bool>()),
    );
    let answer = prop_oneof![4 => Just(ActionResult::Clicked), 1 => Just(refused())];
    prop_oneof![
        4 => (0..2usize, proptest::option::of(0..4usize))
            .prop_map(|(image, video)| Step::Route { image, video }),
        1 => Just(Step::Away),
        8 => (0..2usize, 0..6usize, outcome())
            .prop_map(|(image, number, outcome)| Step::Attempt { image, number, outcome }),
        1 => (0..2usize).prop_map(|image| Step::Forget { image }),
        8 => Just(Step::Snapshot),
        1 => Just(Step::Unreadable),
        2 => (0..=100u32).prop_map(|percent| Step::Progress { percent }),
        6 => (1..5u32, 1..4u32)
            .prop_map(|(max_retries, video_goal)| Step::Start { max_retries, video_goal }),
        1 => Just(Step::Stop),
        2 => Just(Step::Resume),
        2 => preferences.prop_map(|(max_retries, video_goal, auto_retry)| {
            Step::Preferences { max_retries, video_goal, auto_retry }
        }),
        6 => (answer, 1..3u32).prop_map(|(result, times)| Step::Answer { result, times }),
        3 => (0..2usize, 0..6usize, said())
            .prop_map(|(image, number, said)| Step::Stream { image, number, said }),
        2 => (0..2usize, 0..6usize).prop_map(|(image, number)| Step::Request { image, number }),
        2 => Just(Step::UserPress),
        1 => Just(Step::Refuse),
        2 => (0..2usize).prop_map(|image| Step::QueueUp { image }),
        1 => Just(Step::QueueGoOn),
        2 => Just(Step::Touch),
        1 => Just(Step::RateLimit),
        1 => Just(Step::PageLoad),
        1 => Just(Step::PageUnload),
        1 => Just(Step::Restart),
        1 => Just(Step::Sleep),
        8 => (0..20_000i64).prop_map(|ms| Step::Wait { ms }),
    ]
}

/// How many sequences are tried: 1,000, or what `PROPTEST_CASES` says.
pub(crate) fn cases() -> u32 {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    wanted.unwrap_or(1_000)
}

/// An entry of the store that is under way takes the press, and another one of it has counted.
#[test]
fn h_invariant_4_a_frame_of_a_video_that_has_counted_changes_no_try() {
    let mut world = World::new();
    world.attempt(1, 0, AttemptOutcome::Pending);
    world.run(&Step::Request { image: 1, number: 4 });
    world.run(&Step::Sleep);
    world.run(&Step::Route { image: 1, video: None });
    world.attempt(1, 4, AttemptOutcome::Moderated);
    world.start(1, 1);
    world.run(&Step::Snapshot);
    // The world checks that it counts nothing.
    world.run(&Step::Stream { image: 1, number: 4, said: Said::Percent(0) });
    let failures: Vec<u32> =
        world.rows.sessions.values().map(|session| session.counters.failures()).collect();
    assert_eq!(failures, [1], "the try has failed");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    })]

    #[test]
    fn whatever_happens_the_rules_hold(
        start_at_press in any::<bool>(),
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = World::with(Settings { start_at_press, ..Settings::default() });
        for step in &steps {
            world.run(step);
        }
    }

    #[test]
    fn h_invariant_5_what_is_told_twice_counts_as_what_is_told_once(
        told in prop::collection::vec(said(), 1..8),
    ) {
        let play = |times: usize| {
            let mut world = World::new();
            world.route(PostId::new(IMAGES[0]));
            world.attempt(0, 99, AttemptOutcome::Completed);
            world.run(&Step::Snapshot);
            world.start(50, 50);
            for (number, said) in told.iter().enumerate() {
                world.run(&Step::Request { image: 0, number });
                for said in [*said, Said::Ended(StreamEnd::Closed)] {
                    for _ in 0..times {
                        world.run(&Step::Stream { image: 0, number, said });
                    }
                }
                // At rest: nothing is being checked, and no stream is waited for.
                world.run(&Step::Wait { ms: 31_000 });
                world.run(&Step::Wait { ms: CHECKED_MS });
            }
            world.rows.sessions.values().map(|session| session.counters).collect::<Vec<_>>()
        };
        prop_assert_eq!(play(1), play(2));
    }

    #[test]
    fn the_same_attempts_split_into_other_snapshots_give_the_same_counters(
        outcomes in prop::collection::vec(outcome(), 1..8),
        cuts in prop::collection::vec(any::<bool>(), 8),
    ) {
        let play = |cut_after: &dyn Fn(usize) -> bool| {
            let mut world = World::new();
            world.route(PostId::new(IMAGES[0]));
            // The image itself must be known before anything can start.
            world.attempt(0, 99, AttemptOutcome::Completed);
            world.run(&Step::Snapshot);
            world.start(50, 50);
            for (number, outcome) in outcomes.iter().enumerate() {
                world.attempt(0, number, *outcome);
                if cut_after(number) {
                    world.run(&Step::Snapshot);
                }
            }
            world.run(&Step::Snapshot);
            let sessions = world.rows.sessions.values();
            sessions.map(|session| session.counters).collect::<Vec<_>>()
        };
        let whole = play(&|_| false);
        prop_assert_eq!(whole.len(), 1, "the session started");
        prop_assert_eq!(whole, play(&|number| cuts[number]));
    }
}
