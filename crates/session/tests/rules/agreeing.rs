//! Lines of section H that agree with the store (H invariant 9): before it or after it, lost or twice, they
//! change who told and who decided, and nothing else. One thing a rule has otherwise: C8's times run from the
//! announcement (H2), so what an earlier line announces may have the next action come sooner.
//!
//! The store follows within the 10 s for which an announced end waits for it; later than that the line itself
//! counts, and `order` shows what that comes to. A request precedes the end of what it asks for.

use proptest::prelude::*;
use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::{AttemptOutcome, Millis, PostId};
use retake_session::record::{ActionRecord, SessionRecord};

use crate::invariants::cases;
use crate::world::{CHECKED_MS, IMAGES, Said, Step, World};

const GOAL: u32 = 3;
const MAX_RETRIES: u32 = 4;

/// One line of section H about a press.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Line {
    Request,
    Percent,
    End,
    Closed,
    Record,
}

/// In the order in which they come.
const LINES: [Line; 5] = [Line::Request, Line::Percent, Line::End, Line::Closed, Line::Record];

/// What is told of one press.
#[derive(Clone, Debug)]
struct Told {
    outcome: AttemptOutcome,
    percent: u32,
    /// How often each of the lines comes.
    times: [usize; LINES.len()],
    /// After how many of them the store tells that it has begun, and that it has ended.
    begun_after: usize,
    ended_after: usize,
    /// How long it takes until the next message, in ms.
    wait: Millis,
}

/// Whether the lines are there, or the store alone.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    There,
    Missing,
}

impl Told {
    fn play(&self, number: usize, lines: Lines, world: &mut World) {
        for place in 0..=LINES.len() {
            if place == self.begun_after {
                world.attempt_at(0, number, self.percent);
                self.take_snapshot(world);
            }
            if place == self.ended_after {
                world.attempt(0, number, self.outcome);
                self.take_snapshot(world);
            }
            let Some(line) = LINES.get(place) else { break };
            let times = if lines == Lines::There { self.times[place] } else { 0 };
            for _ in 0..times {
                world.run(&self.step_of(number, *line));
            }
            world.run(&Step::Wait { ms: self.wait });
        }
    }

    fn take_snapshot(&self, world: &mut World) {
        world.run(&Step::Snapshot);
        world.run(&Step::Wait { ms: self.wait });
    }

    fn step_of(&self, number: usize, line: Line) -> Step {
        let stream = |said| Step::Stream { image: 0, number, said };
        match line {
            Line::Request => Step::Request { image: 0, number },
            Line::Percent => stream(Said::Percent(self.percent)),
            Line::End if self.outcome == AttemptOutcome::Completed => stream(Said::Completed),
            Line::End => stream(Said::Moderated),
            Line::Closed => stream(Said::Ended(StreamEnd::Closed)),
            Line::Record => Step::Record { image: 0, number, outcome: self.outcome },
        }
    }
}

/// All that must be the same.
#[derive(Debug, PartialEq)]
struct Outcome {
    sessions: Vec<SessionRecord>,
    attempts: Vec<String>,
    actions: Vec<ActionRecord>,
}

/// A session that meets all of it, and the times at which its actions were due.
fn play(presses: &[Told], lines: Lines) -> (Outcome, Vec<Millis>) {
    let mut world = World::new();
    world.attempt(0, 99, AttemptOutcome::Completed);
    world.run(&Step::Snapshot);
    world.route(PostId::new(IMAGES[0]));
    world.start(MAX_RETRIES, GOAL);
    for (number, told) in presses.iter().enumerate() {
        if !world.has_action() {
            break;
        }
        world.run(&Step::Answer { result: ActionResult::Clicked, times: 1 });
        told.play(number, lines, &mut world);
        world.run(&Step::Wait { ms: 2 * CHECKED_MS });
    }
    let rows = world.rows;
    let attempts = rows.attempts.iter().map(|attempt| {
        let told = (attempt.outcome, attempt.percent, &attempt.video_url);
        let counted = (attempt.layer, attempt.layer_source, attempt.counted, attempt.ended_at);
        format!("{} {told:?} {counted:?} {:?}", attempt.attempt_id, attempt.seen_in)
    });
    let due = rows.actions.values().map(|action| action.due_at).collect();
    let timeless = |action: ActionRecord| ActionRecord { due_at: 0, issued_at: None, ..action };
    let outcome = Outcome {
        attempts: attempts.collect(),
        sessions: rows.sessions.into_values().collect(),
        actions: rows.actions.into_values().map(timeless).collect(),
    };
    (outcome, due)
}

fn told() -> impl Strategy<Value = Told> {
    let ends = [AttemptOutcome::Completed, AttemptOutcome::Moderated];
    (
        prop::sample::select(ends.to_vec()),
        0..100u32,
        // A request is told once.
        (0..2usize, prop::array::uniform4(0..3usize)),
        (0..=LINES.len(), 1..=LINES.len()),
        // No video is made in no time.
        500..CHECKED_MS / 8,
    )
        .prop_map(|(outcome, percent, (asked, [a, b, c, d]), (one, other), wait)| Told {
            outcome,
            percent,
            times: [asked, a, b, c, d],
            begun_after: one.min(other),
            ended_after: one.max(other),
            wait,
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    })]

    #[test]
    fn h_invariant_9_lines_that_agree_with_the_store_change_nothing_but_who_decided(
        presses in prop::collection::vec(told(), 1..8),
    ) {
        let (alone, due_alone) = play(&presses, Lines::Missing);
        let (together, due_together) = play(&presses, Lines::There);
        prop_assert_eq!(alone, together);
        let is_later = due_together.iter().zip(&due_alone).any(|(one, other)| one > other);
        prop_assert!(!is_later, "{:?} after {:?}", due_together, due_alone);
    }
}
