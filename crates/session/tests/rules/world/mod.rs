//! A world for the machine to live in: a fake store that keeps the rows as the real one does, a
//! page that may answer, stay silent or answer twice, and an app that may end at any moment.

mod rows;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use retake_grok::stream::SeenFrame;
use retake_grok::{SeenAttempt, SeenContainer, StoreReading, StreamEvent, VideoKind, VideoRequest};
use retake_protocol::command::SetPreferences;
use retake_protocol::observer::{ActionResult, StreamEnd};
use retake_protocol::queue::QueueChange;
use retake_protocol::view::Activity;
use retake_protocol::{
    ActionId, ActionState, AttemptId, AttemptOutcome, MediaId, Millis, PostId, PressState, Prompt,
    Refusal, SessionId, SessionOutcome,
};
use retake_session::record::{AttemptRecord, Change, Counters, SessionRecord, StoredState};
use retake_session::{Event, Lookup, Machine, Output, Settings, Start};

pub(crate) use rows::Rows;

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

/// What the answer to a request says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Said {
    Percent(u32),
    /// Moderated below 100 %, which may be taken back.
    Doubted,
    Completed,
    Moderated,
    Ended(StreamEnd),
}

/// What happens, as small numbers that shrink well.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Show a post of an image: its own, or one of its videos'.
    Route {
        image: usize,
        video: Option<usize>,
    },
    Away,
    /// An attempt of an image takes a new state; the next snapshot shows it.
    Attempt {
        image: usize,
        number: usize,
        outcome: AttemptOutcome,
    },
    /// Grok's store forgets an image.
    Forget {
        image: usize,
    },
    Snapshot,
    Unreadable,
    Progress {
        percent: u32,
    },
    /// The page asks for an attempt; the user's own press where `by_user`.
    Request {
        image: usize,
        number: usize,
    },
    UserPress,
    /// The answer to the request for an attempt says something.
    Stream {
        image: usize,
        number: usize,
        said: Said,
    },
    /// The user lines an image up, has the queue go on, or touches the page.
    QueueUp {
        image: usize,
    },
    QueueGoOn,
    Touch,
    /// A generation is refused until the user does something.
    Refuse,
    Start {
        max_retries: u32,
        video_goal: u32,
    },
    Stop,
    Resume,
    Preferences {
        max_retries: Option<u32>,
        video_goal: Option<u32>,
        auto_retry: Option<bool>,
    },
    Answer {
        result: ActionResult,
        times: u32,
    },
    /// The page never answers: the message was lost on its way.
    LoseAnswer,
    RateLimit,
    PageLoad,
    /// The page is gone until it is loaded again, or says where it is.
    PageUnload,
    Restart,
    /// The machine sleeps for a while.
    Sleep,
    Wait {
        ms: Millis,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct World {
    machine: Machine,
    now: Millis,
    pub(crate) rows: Rows,
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
        let (machine, _) = Machine::start(Settings::default(), StoredState::default(), BEGINNING);
        Self {
            machine,
            now: BEGINNING,
            rows: Rows::default(),
            page: BTreeMap::new(),
            unanswered: Vec::new(),
            handed_over: BTreeSet::new(),
            clicks: Vec::new(),
            decisions: 0,
            touched_at: None,
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
            Step::UserPress => drop(self.send(Event::UserPressed)),
            Step::Stream { image, number, said } => self.stream(*image, *number, *said),
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
                        let recall = self.rows.load_image(&media_id);
                        self.machine.load_image(&media_id, recall);
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

    /// The queue acts only while no session runs, and leaves the page to who touched it.
    fn check_queue(&self, output: &Output, started: &[SessionId], at: Millis) {
        if output.show.is_none() && started.is_empty() {
            return;
        }
        let is_free = self.touched_at.is_none_or(|touched_at| at - touched_at >= IDLE_MS);
        assert!(is_free, "the queue acted {at} after a touch at {:?}", self.touched_at);
        let others_run = (self.rows.sessions.values())
            .any(|session| session.ended_at.is_none() && !started.contains(&session.session_id));
        assert!(!others_run, "the queue took the page from a session");
    }

    /// The sessions that the queue starts by this output.
    fn started_by_queue(&self, output: &Output) -> Vec<SessionId> {
        let entries = output.changes.iter().filter_map(|change| match change {
            Change::Queued(entry) => entry.session_id,
            _ => None,
        });
        entries.filter(|session_id| !self.rows.sessions.contains_key(session_id)).collect()
    }

    fn queue_up(&mut self, image: usize) {
        self.touched_at = Some(self.now);
        self.is_limited = false;
        self.send(Event::ChangeQueue(QueueChange::Add {
            media_id: MediaId::new(IMAGES[image]),
            prompt: Prompt::new("slow pan"),
            max_retries: Some(1),
            video_goal: None,
        }));
    }

    fn take(&mut self, output: Output, at: Millis) {
        let started = self.started_by_queue(&output);
        for change in &output.changes {
            self.rows.write(change.clone());
        }
        self.check_queue(&output, &started, at);
        for action in output.actions {
            assert!(!self.is_unloaded, "c21: nothing is pressed without a page");
            assert!(!self.is_limited, "h invariant 12: nothing is clicked after a limit");
            let row = &self.rows.actions[&action.action_id];
            assert_eq!(row.state, ActionState::Issued, "c9: stored before it is handed over");
            assert!(self.handed_over.insert(action.action_id), "c9: handed over once");
            let is_checked = self
                .rows
                .attempts
                .iter()
                .any(|attempt| attempt.media_id == row.media_id && attempt.announced.is_some());
            assert!(!is_checked, "h invariant 3: an end of the image is being checked");
            let is_pressed =
                self.rows.presses.values().any(|press| {
                    press.media_id == row.media_id && press.state == PressState::UnderWay
                });
            assert!(!is_pressed, "h invariant 3: a press of the image is under way");
            let session = &self.rows.sessions[&row.session_id];
            assert_eq!(session.outcome, SessionOutcome::Pending, "nothing after the end");
            let may_be_clicks =
                self.unanswered.iter().filter_map(|id| self.rows.actions[id].issued_at);
            let last = self.clicks.iter().copied().chain(may_be_clicks).max();
            assert!(last.is_none_or(|last| at - last >= COOLDOWN_MS), "c8: the cooldown");
            self.unanswered.push(action.action_id);
        }
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
        let may_start = !self.rows.queue.is_empty();
        self.is_unloaded = false;
        let output = self.send(Event::RouteChanged { post_id, conversation: None });
        if may_start {
            // The queue may have waited for this very image.
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

    pub(crate) fn start(&mut self, max_retries: u32, video_goal: u32) {
        self.is_limited = false;
        self.send(Event::Start(Start {
            media_id: None,
            prompt: Prompt::new("slow pan"),
            max_retries: Some(max_retries),
            video_goal: Some(video_goal),
        }));
    }

    pub(crate) fn attempt(&mut self, image: usize, number: usize, outcome: AttemptOutcome) {
        let id = attempt_id(image, number);
        let attempts = self.page.entry(image).or_default();
        match attempts.iter_mut().find(|seen| *seen.id() == id) {
            Some(seen) => {
                seen.outcome = outcome;
                seen.video_url =
                    Some("v.mp4".to_owned()).filter(|_| outcome == AttemptOutcome::Completed);
            }
            None => attempts.push(seen(id, outcome, self.now)),
        }
    }

    fn request(&mut self, image: usize, number: usize) {
        let request = VideoRequest {
            kind: VideoKind::ImageToVideo,
            inputs: PostId::new(IMAGES[image]).into_iter().collect(),
            prompt: Some(Prompt::new(format!("slow pan {number}"))),
            ..VideoRequest::default()
        };
        self.send(Event::RequestSeen { stream: stream_of(image, number), request });
    }

    /// A stream counts nothing at once.
    fn stream(&mut self, image: usize, number: usize, said: Said) {
        self.send(Event::TimePassed);
        let counters = self.counters();
        let frame = |percent: u32, is_moderated, video_url: Option<&str>| {
            StreamEvent::Frame(SeenFrame {
                progress: Some(f64::from(percent)),
                is_moderated,
                video_url: video_url.map(str::to_owned),
                image: PostId::new(IMAGES[image]),
                ..SeenFrame::named(attempt_id(image, number))
            })
        };
        let event = match said {
            Said::Percent(percent) => frame(percent, false, None),
            Said::Doubted => frame(40, true, None),
            Said::Completed => frame(100, false, Some("v.mp4")),
            Said::Moderated => frame(100, true, None),
            Said::Ended(end) => StreamEvent::Ended(end),
        };
        let stream = stream_of(image, number);
        self.send(Event::StreamSaid { stream, said: event });
        if matches!(said, Said::Percent(_) | Said::Doubted) {
            assert_eq!(
                self.counters(),
                counters,
                "h invariant 4: a frame below 100 counts nothing"
            );
        }
    }

    fn counters(&self) -> Vec<Counters> {
        self.rows.sessions.values().map(|session| session.counters).collect()
    }

    fn reading(&self) -> StoreReading {
        let containers = self.page.iter().map(|(image, attempts)| SeenContainer {
            key: PostId::new(IMAGES[*image]).expect("an id"),
            image: MediaId::new(IMAGES[*image]),
            attempts: attempts.clone(),
        });
        StoreReading::of_containers(containers.collect())
    }

    fn answer(&mut self, result: ActionResult, times: u32) {
        let Some(action_id) = self.unanswered.pop() else { return };
        if result == ActionResult::Clicked {
            self.clicks.push(self.now);
        }
        self.send(Event::ActionAnswered { action_id, result });
        for _ in 1..times {
            let before = self.rows.actions.len();
            self.send(Event::ActionAnswered { action_id, result });
            assert_eq!(self.rows.actions.len(), before, "a doubled answer schedules nothing");
        }
    }

    /// What a page that is gone was handed may have been clicked, and is never answered.
    fn forget_unanswered(&mut self) {
        for action_id in std::mem::take(&mut self.unanswered) {
            self.clicks.extend(self.rows.actions[&action_id].issued_at);
        }
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
        let recall = self.rows.load_state();
        let (machine, output) = Machine::start(Settings::default(), recall, self.now);
        self.machine = machine;
        self.is_unloaded = false;
        self.touched_at = None;
        self.forget_unanswered();
        self.take(output, self.now);
        let active = self.rows.sessions.values().any(|session| session.ended_at.is_none());
        assert!(!active, "c14: nothing is active after a start");
    }

    /// H invariant 10: a session that runs has a clock, or words for the user.
    fn check_clocks(&mut self) {
        for session in self.rows.sessions.values() {
            let allowed = self.allowed.entry(session.session_id).or_default();
            *allowed = (*allowed).max(session.video_goal + session.max_retries);
        }
        let wakeup = self.machine.next_wakeup();
        let is_near = wakeup.is_none_or(|at| at - self.now <= LONGEST_CLOCK_MS);
        assert!(is_near, "h invariant 10: {wakeup:?} is far from {}", self.now);
        if wakeup.is_none() {
            let session = self.machine.panel(self.now).session;
            let is_stuck = session.is_some_and(|session| session.activity == Activity::Quiet);
            assert!(!is_stuck, "h invariant 10: a session waits for nothing");
        }
    }

    /// H invariant 1: a video counts at most once, whatever images it was shown under.
    fn check_counted_once(&self) {
        let counted = self.rows.attempts.iter().filter(|attempt| attempt.counted.is_some());
        let mut names = HashSet::new();
        for attempt in counted {
            for alias in &attempt.aliases {
                assert!(names.insert(alias), "h invariant 1: {alias} counts twice");
            }
        }
    }

    fn check(&self) {
        self.check_counted_once();
        let mut counted: HashMap<SessionId, Vec<&AttemptRecord>> = HashMap::new();
        for attempt in &self.rows.attempts {
            if let Some(place) = attempt.counted {
                counted.entry(place.session_id).or_default().push(attempt);
                assert_eq!(attempt.seen_in, Some(place.session_id), "c2");
            }
        }
        let mut active_images = HashSet::new();
        for session in self.rows.sessions.values() {
            let counters = &session.counters;
            let here = counted.get(&session.session_id).map_or(0, Vec::len);
            let sum = counters.moderated + counters.failed + counters.videos_generated;
            assert_eq!(sum as usize, here, "c3: each counted attempt counts once");
            let layers =
                counters.layer1_failures + counters.layer2_failures + counters.layer3_failures;
            assert_eq!(layers, counters.failures(), "c4: each failure has one layer");
            let is_active = session.outcome == SessionOutcome::Pending;
            assert_eq!(is_active, session.ended_at.is_none(), "c19");
            if is_active {
                let of_session = counted.get(&session.session_id).cloned().unwrap_or_default();
                let failed = failed_tries(&of_session);
                assert!(counters.failures() <= failed, "h5: a press fails once");
                assert!(active_images.insert(&session.media_id), "c16: one session an image");
                assert!(counters.videos_generated < session.video_goal, "c19: below the goal");
                assert!(counters.failures() <= session.max_retries, "c19: retries are left");
            }
            self.check_actions(session, here);
        }
    }

    /// Never more clicks than decisions: the start is one, each counted attempt and each change
    /// of the preferences may be one more.
    fn check_actions(&self, session: &SessionRecord, counted: usize) {
        let of_session = |state: ActionState| {
            let actions = self.rows.actions.values();
            let own = actions.filter(|action| action.session_id == session.session_id);
            own.filter(|action| action.state == state).count()
        };
        let clicked = of_session(ActionState::Clicked);
        let pressed = clicked + of_session(ActionState::Issued);
        let bounds = session.video_goal + session.max_retries;
        let bounds = self.allowed.get(&session.session_id).map_or(bounds, |most| bounds.max(*most));
        let most = usize::try_from(bounds).expect("a small number") + self.go_ons;
        assert!(pressed <= most, "h invariant 2: {pressed} presses, and {most} at most");
        let decisions = 1 + counted + self.decisions;
        assert!(clicked <= decisions, "{clicked} clicks for {decisions} decisions");
        let outstanding = of_session(ActionState::Scheduled);
        let most = usize::from(session.outcome == SessionOutcome::Pending);
        assert!(outstanding <= most, "c8, c12: at most one, and none after the end");
    }
}

pub(crate) fn refused() -> ActionResult {
    ActionResult::Refused(Refusal::ControlMissing)
}

/// How many tries failed: one a press, and only where no video came of it.
fn failed_tries(counted: &[&AttemptRecord]) -> u32 {
    let is_video = |attempt: &&&AttemptRecord| attempt.outcome == AttemptOutcome::Completed;
    let presses: BTreeSet<_> = counted.iter().filter_map(|attempt| attempt.pressed_at).collect();
    let alone = counted.iter().filter(|one| one.pressed_at.is_none() && !is_video(one)).count();
    let together = presses.iter().filter(|press| {
        !counted.iter().filter(|one| one.pressed_at == Some(**press)).any(|one| is_video(&one))
    });
    u32::try_from(alone + together.count()).expect("a small number")
}

/// One answer an attempt.
fn stream_of(image: usize, number: usize) -> u32 {
    u32::try_from(image * 100 + number).expect("a small number")
}

pub(crate) fn attempt_id(image: usize, number: usize) -> AttemptId {
    AttemptId::new(format!("{}-{number}", IMAGES[image])).expect("an id")
}

fn seen(id: AttemptId, outcome: AttemptOutcome, created_at: Millis) -> SeenAttempt {
    SeenAttempt {
        aliases: vec![id],
        made_from: Vec::new(),
        derivation: None,
        outcome,
        is_placeholder: false,
        unknown_status: None,
        percent: None,
        prompt: None,
        video_url: Some("v.mp4".to_owned()).filter(|_| outcome == AttemptOutcome::Completed),
        thumbnail_url: None,
        create_time: Some(created_at),
        length_seconds: None,
        resolution: None,
        mode: None,
        side_by_side: None,
    }
}
