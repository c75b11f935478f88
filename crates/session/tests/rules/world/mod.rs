//! A world for the machine to live in: a fake store that keeps the rows as the real one does, a
//! page that may answer, stay silent or answer twice, and an app that may end at any moment.

mod checks;
mod page;
mod rows;
mod step;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use retake_grok::SeenAttempt;
use retake_protocol::command::SetPreferences;
use retake_protocol::observer::ActionResult;
use retake_protocol::queue::QueueChange;
use retake_protocol::{
    ActionId, ActionState, AttemptId, MediaId, Millis, PostId, Refusal, SessionId,
};
use retake_session::record::{AttemptRecord, Change, Counters, SessionRecord, StoredState};
use retake_session::{Event, Lookup, Machine, Output, Settings};

pub(crate) use page::attempt_id;
pub(crate) use rows::Rows;
pub(crate) use step::{Said, Step};

/// A moment that a create time can have (spec C2).
const BEGINNING: Millis = 1_770_306_000_000;
pub(crate) const COOLDOWN_MS: Millis = 8_000;
/// For so long an end waits for the store (spec H2).
pub(crate) const CHECKED_MS: Millis = 10_000;
const IDLE_MS: Millis = 10_000;
const SLEEP_MS: Millis = 20_000;
/// No clock runs for longer (spec C10), and none runs out right after waking (spec C21).
const LONGEST_CLOCK_MS: Millis = 15 * 60_000 + 15_000;
pub(crate) const IMAGES: [&str; 2] = ["lake", "hill"];

#[derive(Clone, Debug)]
pub(crate) struct World {
    settings: Settings,
    machine: Machine,
    now: Millis,
    pub(crate) rows: Rows,
    /// When each attempt was asked for: that is when it was created.
    asked_at: BTreeMap<AttemptId, Millis>,
    /// What Grok's store holds at the moment.
    page: BTreeMap<usize, Vec<SeenAttempt>>,
    /// Handed over and not answered by the page.
    unanswered: Vec<ActionId>,
    handed_over: BTreeSet<ActionId>,
    clicks: Vec<Millis>,
    /// Changes of preferences; each may bring a decision.
    decisions: usize,
    /// When the user last touched page or queue.
    touched_at: Option<Millis>,
    /// On which image the user last pressed the page's control, and when, until a session began at it.
    user_pressed: Option<(MediaId, Millis)>,
    /// The sessions that began at a press of the user's.
    own_presses: BTreeSet<SessionId>,
    /// How often the user said to go on.
    go_ons: usize,
    /// The most presses that each session's bounds ever allowed.
    allowed: BTreeMap<SessionId, u32>,
    /// A limit was met, and the user has begun nothing since.
    is_limited: bool,
    is_unloaded: bool,
    /// After so many more commits the app is killed, before what they led to leaves it.
    commits_to_live: Option<u32>,
    /// How often that was.
    pub(crate) kills: u32,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(Settings::default())
    }

    pub(crate) fn with(settings: Settings) -> Self {
        let (machine, _) = Machine::start(settings.clone(), StoredState::default(), BEGINNING);
        Self {
            settings,
            machine,
            now: BEGINNING,
            rows: Rows::default(),
            asked_at: BTreeMap::new(),
            page: BTreeMap::new(),
            unanswered: Vec::new(),
            handed_over: BTreeSet::new(),
            clicks: Vec::new(),
            decisions: 0,
            touched_at: None,
            user_pressed: None,
            own_presses: BTreeSet::new(),
            go_ons: 0,
            allowed: BTreeMap::new(),
            is_limited: false,
            is_unloaded: false,
            commits_to_live: None,
            kills: 0,
        }
    }

    /// Writes all that tells this state from another. What was noted for diagnostics does not.
    pub(crate) fn write_state(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        self.machine.write_state(out)?;
        write!(out, "{:?}{:?}{:?}{:?}", self.rows, self.page, self.unanswered, self.clicks.last())
    }

    /// Plays one step, and checks every rule after it.
    pub(crate) fn run(&mut self, step: &Step) {
        match step {
            Step::Route { image, video } => {
                let own = || IMAGES[*image].to_owned();
                let of_video = |number| attempt_id(*image, number).as_str().to_owned();
                self.route(PostId::new(video.map_or_else(own, of_video)));
            }
            Step::Away => self.route(None),
            Step::Attempt { image, number, outcome } => self.attempt(*image, *number, *outcome),
            Step::Forget { image } => drop(self.page.remove(image)),
            Step::Snapshot => drop(self.send(Event::SnapshotRead(Arc::new(self.reading())))),
            Step::Unreadable => {
                self.send(Event::SnapshotUnreadable(retake_grok::StoreProblem::Empty));
            }
            Step::Progress { percent } => {
                let percent = f64::from(*percent);
                self.send(Event::ProgressSeen { percent, attempt_id: None });
            }
            Step::Start { max_retries, video_goal } => self.start(*max_retries, *video_goal),
            Step::Stop => drop(self.send(Event::Stop { media_id: None })),
            Step::Resume => {
                // It may have a session that waits for the user go on.
                self.decisions += 1;
                self.go_ons += 1;
                self.is_limited = false;
                self.send(Event::Resume { media_id: None });
            }
            Step::Request { image, number } => self.request(*image, *number),
            Step::UserPress => self.user_press(),
            Step::Stream { image, number, said } => self.stream(*image, *number, *said),
            Step::Record { image, number, outcome } => self.record(*image, *number, *outcome),
            Step::QueueUp { image } => self.queue_up(*image),
            Step::QueueGoOn => {
                self.touched_at = Some(self.now);
                self.is_limited = false;
                self.send(Event::ChangeQueue(QueueChange::GoOn));
            }
            Step::Touch => {
                self.touched_at = Some(self.now);
                self.send(Event::UserActive);
            }
            Step::Refuse => drop(self.send(Event::AccessRefused {
                stream: None,
                reason: Refusal::SignInNeeded,
                words: String::new(),
            })),
            Step::Preferences { max_retries, video_goal, auto_retry } => {
                self.decisions += 1;
                self.send(Event::SetPreferences(SetPreferences {
                    media_id: None,
                    max_retries: *max_retries,
                    video_goal: *video_goal,
                    auto_retry: *auto_retry,
                }));
            }
            Step::Answer { result, times } => self.answer(*result, *times),
            Step::LoseAnswer => self.forget_unanswered(),
            Step::RateLimit => self.limit(),
            Step::PageLoad => {
                self.page.clear();
                self.forget_unanswered();
                self.is_unloaded = false;
                self.send(Event::PageLoaded);
            }
            Step::PageUnload => {
                self.forget_unanswered();
                self.send(Event::PageUnloaded);
                self.is_unloaded = true;
            }
            Step::Restart => self.restart(),
            Step::Sleep => self.sleep(),
            Step::Wait { ms } => {
                self.now += ms;
                self.send(Event::TimePassed);
            }
        }
        self.check();
        self.check_clocks();
    }

    fn send(&mut self, event: Event) -> Output {
        let mut passed = 0;
        while let Some(due) = self.machine.next_wakeup().filter(|due| *due <= self.now) {
            self.handle(Event::TimePassed, due);
            passed += 1;
            assert!(passed < 1_000, "timers must not stand still");
        }
        self.handle(event, self.now)
    }

    fn handle(&mut self, event: Event, at: Millis) -> Output {
        loop {
            let lookups = self.machine.lookups(&event);
            if lookups.is_empty() {
                break;
            }
            for lookup in lookups {
                match lookup {
                    Lookup::Image(media_id) => {
                        let stored = self.rows.load_image(&media_id);
                        self.machine.load_image(&media_id, stored);
                    }
                    Lookup::Owner(post_id) => {
                        let owner = self.rows.owner_of(&post_id);
                        self.machine.load_owner(&post_id, owner);
                    }
                }
            }
        }
        let output = self.machine.handle(event, at);
        if self.is_killed_by(&output) {
            for change in output.changes {
                self.rows.write(change);
            }
            self.kills += 1;
            self.restart();
            return Output::default();
        }
        self.take(output.clone(), at);
        output
    }

    /// When an attempt was created.
    fn created_at(&self, id: &AttemptId) -> Millis {
        self.asked_at.get(id).copied().unwrap_or(self.now)
    }

    /// Has the app killed at a commit to come.
    pub(crate) fn kill_after(&mut self, commits: u32) {
        self.commits_to_live = Some(commits);
    }

    fn is_killed_by(&mut self, output: &Output) -> bool {
        if output.changes.is_empty() {
            return false;
        }
        match &mut self.commits_to_live {
            None => false,
            Some(0) => {
                self.commits_to_live = None;
                true
            }
            Some(left) => {
                *left -= 1;
                false
            }
        }
    }

    /// Whether the page has an action to carry out.
    pub(crate) fn has_action(&self) -> bool {
        !self.unanswered.is_empty()
    }

    /// Whether a session runs.
    pub(crate) fn has_session(&self) -> bool {
        self.rows.sessions.values().any(|session| session.ended_at.is_none())
    }

    /// B3: a route change alone writes nothing but `current_post_id`, and issues what was due.
    #[track_caller]
    pub(crate) fn route(&mut self, post_id: Option<PostId>) {
        self.send(Event::TimePassed);
        let before = self.rows.sessions.clone();
        let announced: HashSet<AttemptId> = (self.rows.attempts.iter())
            .filter(|attempt| attempt.announced.is_some())
            .map(|attempt| attempt.attempt_id.clone())
            .collect();
        let may_start = self.rows.queue.iter().any(|entry| entry.done.is_none());
        let had_no_page = std::mem::replace(&mut self.is_unloaded, false);
        let output = self.send(Event::RouteChanged { post_id, conversation: None });
        if may_start || had_no_page {
            // The queue may have waited for this very image, or a timer that stood still for the page (C21).
            return;
        }
        for change in &output.changes {
            match change {
                Change::Post { .. } | Change::Image(_) => {}
                Change::Action(action) => assert_eq!(action.state, ActionState::Issued, "b3"),
                Change::Session(after) => {
                    let moved = SessionRecord {
                        current_post_id: after.current_post_id.clone(),
                        ..before[&after.session_id].clone()
                    };
                    assert_eq!(*after, moved, "b3");
                }
                // What was announced before a restart is met again with its image (spec H12).
                Change::Attempt(after) if announced.contains(&after.attempt_id) => {}
                other => panic!("b3: a route change wrote {other:?}"),
            }
        }
    }

    fn counters(&self) -> Vec<Counters> {
        self.rows.sessions.values().map(|session| session.counters).collect()
    }

    /// H invariant 12: what is announced counts before the limit ends its session.
    fn limit(&mut self) {
        self.send(Event::TimePassed);
        let running: Vec<SessionId> = (self.rows.sessions.values())
            .filter(|session| session.ended_at.is_none())
            .map(|session| session.session_id)
            .collect();
        self.is_limited = true;
        self.send(Event::LimitSeen { until: None });
        let is_left = |attempt: &AttemptRecord| {
            attempt.announced.is_some() && attempt.seen_in.is_some_and(|id| running.contains(&id))
        };
        assert!(!self.rows.attempts.iter().any(is_left), "h invariant 12: an end was passed over");
        let runs = self.rows.sessions.values().any(|session| session.ended_at.is_none());
        assert!(!runs, "c11: a limit ends every session");
    }

    /// H invariant 10: time that the machine slept changes nothing.
    fn sleep(&mut self) {
        self.send(Event::TimePassed);
        let before = self.rows.sessions.clone();
        self.now += SLEEP_MS;
        let output = self.handle(Event::Slept { ms: SLEEP_MS }, self.now);
        assert_eq!(output.actions, [], "h invariant 10: nothing is issued right after waking");
        for (session_id, session) in before {
            assert_eq!(self.rows.sessions[&session_id], session, "h invariant 10: it slept");
        }
    }

    fn restart(&mut self) {
        let stored = self.rows.load_state();
        let (machine, output) = Machine::start(self.settings.clone(), stored, self.now);
        self.machine = machine;
        self.is_unloaded = false;
        self.touched_at = None;
        self.forget_unanswered();
        self.take(output, self.now);
        let active = self.rows.sessions.values().any(|session| session.ended_at.is_none());
        assert!(!active, "c14: nothing is active after a start");
    }
}

pub(crate) fn refused() -> ActionResult {
    ActionResult::Refused(Refusal::ControlMissing)
}
