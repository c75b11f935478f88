//! What is true against what is counted: a page that makes a video for each click, in the first version
//! (its store tells) or in the second (requests and answers tell), messages that come again, and an app that is killed
//! at any commit.

use proptest::prelude::*;
use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::{AttemptId, AttemptOutcome, PostId, SessionOutcome};

use crate::world::{CHECKED_MS, IMAGES, Said, Step, World, attempt_id};

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Version {
    First,
    Second,
}

/// What happens.
#[derive(Clone, Copy, Debug)]
enum Move {
    Wait {
        ms: i64,
    },
    /// The oldest press ends, and the page tells it.
    End,
    /// The page tells the last end again.
    Repeat,
    /// The app is killed after so many more commits.
    Kill {
        commits: u32,
    },
}

/// One press that the page took.
#[derive(Clone, Debug)]
struct Press {
    outcome: AttemptOutcome,
    /// How often the app had been killed when it began: an answer goes with its page.
    kills: u32,
    /// Whether its end was told while a session ran; `None`: it has not ended.
    told_to_session: Option<bool>,
}

struct Truth {
    world: World,
    version: Version,
    outcomes: Vec<AttemptOutcome>,
    presses: Vec<Press>,
    kills: u32,
    /// Presses under way when a session was cut off, added up.
    cut_off: usize,
}

const GOAL: u32 = 3;
const MAX_RETRIES: u32 = 4;

impl Truth {
    fn new(version: Version, outcomes: Vec<AttemptOutcome>) -> Self {
        let mut world = World::new();
        // The image itself must be known before anything can start.
        world.attempt(0, 99, AttemptOutcome::Completed);
        world.run(&Step::Snapshot);
        world.route(PostId::new(IMAGES[0]));
        world.start(MAX_RETRIES, GOAL);
        let presses = Vec::new();
        let mut truth = Self { world, version, outcomes, presses, kills: 0, cut_off: 0 };
        truth.carry_out();
        truth
    }

    fn play(&mut self, step: Move) {
        match step {
            Move::Wait { ms } => self.world.run(&Step::Wait { ms }),
            Move::End => self.end(),
            Move::Repeat => self.repeat(),
            Move::Kill { commits } => self.world.kill_after(commits),
        }
        self.revive();
        self.carry_out();
    }

    /// The page clicks, and makes a video for it.
    fn carry_out(&mut self) {
        while self.world.has_action() {
            let number = self.presses.len();
            let outcome = self.outcomes[number % self.outcomes.len()];
            let kills = self.world.kills;
            self.presses.push(Press { outcome, kills, told_to_session: None });
            match self.version {
                Version::First => {
                    self.world.attempt(0, number, AttemptOutcome::Processing);
                    self.world.run(&Step::Snapshot);
                }
                Version::Second => self.world.run(&Step::Request { image: 0, number }),
            }
            if self.world.kills == kills {
                self.world.run(&Step::Answer { result: ActionResult::Clicked, times: 1 });
            }
            self.revive();
        }
    }

    fn end(&mut self) {
        let open = self.presses.iter().position(|press| press.told_to_session.is_none());
        let Some(number) = open else { return };
        // What is due comes first.
        self.world.run(&Step::Wait { ms: 0 });
        self.revive();
        let runs = self.world.has_session();
        self.presses[number].told_to_session = Some(runs);
        self.tell(number);
    }

    fn repeat(&mut self) {
        let told = self.presses.iter().rposition(|press| press.told_to_session.is_some());
        if let Some(number) = told {
            self.tell(number);
        }
    }

    fn tell(&mut self, number: usize) {
        let Press { outcome, kills, .. } = self.presses[number];
        let has_answer = self.version == Version::Second && kills == self.world.kills;
        if !has_answer {
            self.world.attempt(0, number, outcome);
            return self.world.run(&Step::Snapshot);
        }
        let said = match outcome {
            AttemptOutcome::Completed => Said::Completed,
            _ => Said::Moderated,
        };
        for said in [said, Said::Ended(StreamEnd::Closed)] {
            if self.world.kills == kills {
                self.world.run(&Step::Stream { image: 0, number, said });
            }
        }
    }

    /// After a kill the user opens the image again and resumes.
    fn revive(&mut self) {
        while self.kills < self.world.kills {
            self.kills = self.world.kills;
            self.cut_off += self.under_way();
            self.world.route(PostId::new(IMAGES[0]));
            self.world.run(&Step::Snapshot);
            let last = self.world.rows.sessions.values().next_back();
            if last.is_some_and(|session| session.outcome == SessionOutcome::Interrupted) {
                self.world.run(&Step::Resume);
            }
        }
    }

    /// Presses whose end did not count yet.
    fn under_way(&self) -> usize {
        (0..self.presses.len()).filter(|number| self.counted(*number) == 0).count()
    }

    /// How often a press counts.
    fn counted(&self, number: usize) -> usize {
        let id: AttemptId = attempt_id(0, number);
        let own = self.world.rows.attempts.iter().filter(|attempt| attempt.aliases.contains(&id));
        own.filter(|attempt| attempt.counted.is_some()).count()
    }

    fn check(&mut self) {
        // At rest: nothing is being checked.
        for _ in 0..2 {
            self.play(Move::Wait { ms: CHECKED_MS });
        }
        for (number, press) in self.presses.iter().enumerate() {
            let counted = self.counted(number);
            if press.told_to_session == Some(true) {
                assert_eq!(counted, 1, "h invariant 1: {number} was told to a session: {press:?}");
            }
            assert!(counted <= 1, "h invariant 1: {number} counts {counted} times");
        }
        let sessions = self.world.rows.sessions.values();
        let videos: u32 = sessions.map(|session| session.counters.videos_generated).sum();
        let most = GOAL + u32::try_from(self.cut_off).expect("a small number");
        assert!(videos <= most, "h invariant 11: {videos} videos, and {most} at most");
    }
}

fn outcomes() -> impl Strategy<Value = Vec<AttemptOutcome>> {
    let ends = [AttemptOutcome::Completed, AttemptOutcome::Moderated];
    prop::collection::vec(prop::sample::select(ends.to_vec()), 1..8)
}

fn a_move(kills: u32) -> impl Strategy<Value = Move> {
    prop_oneof![
        4 => (0..12_000i64).prop_map(|ms| Move::Wait { ms }),
        4 => Just(Move::End),
        1 => Just(Move::Repeat),
        kills => (0..6u32).prop_map(|commits| Move::Kill { commits }),
    ]
}

fn version() -> impl Strategy<Value = Version> {
    prop::sample::select(vec![Version::First, Version::Second])
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(crate::invariants::cases())
    })]

    #[test]
    fn h_invariant_1_what_was_told_to_a_session_counts_exactly_once(
        version in version(), outcomes in outcomes(), moves in prop::collection::vec(a_move(0), 1..40),
    ) {
        let mut truth = Truth::new(version, outcomes);
        for one in moves {
            truth.play(one);
        }
        truth.check();
    }

    #[test]
    fn h_invariant_11_after_a_kill_at_any_commit_nothing_is_made_beyond_the_goal(
        version in version(), outcomes in outcomes(), moves in prop::collection::vec(a_move(2), 1..40),
    ) {
        let mut truth = Truth::new(version, outcomes);
        for one in moves {
            truth.play(one);
        }
        truth.check();
    }
}
