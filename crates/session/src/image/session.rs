//! A session that has not ended, or the last one that has: its row, and what matters only while it
//! runs. What changes it stands in the modules beside this one.

use std::collections::BTreeMap;
use std::fmt;

use retake_protocol::log::{LogLine, PressedBy};
use retake_protocol::{ActionId, ActionKind, AttemptOutcome, Millis, PostId, Refusal, SessionId};

use super::attempts::Key;
use crate::record::{ActionRecord, AttemptRecord, Counted, SessionRecord};
use crate::video_settings::SettingsTracker;

/// A session that is active (spec C19).
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) record: SessionRecord,
    pub(super) step: Step,
    /// The last sign of life since the last click; `None`: the clock of spec C10 stands.
    pub(super) last_activity_at: Option<Millis>,
    /// The last press whose end is not known, its own or one that it goes on from.
    pub(super) open_press: Option<Millis>,
    pub(super) last_click: LastClick,
    /// The picture that its request named and nothing knows (spec C9).
    pub(super) asked_about: Option<PostId>,
    /// What Grok said when it refused (spec H6).
    pub(super) grok_says: Option<String>,
    /// From when on an attempt may be of this session: its start, or the press that it goes on from.
    pub(super) begins_at: Millis,
    /// A generation was under way before the start whose attempt nothing has named: the next one to
    /// end is that (spec C2).
    pub(super) awaits_earlier: bool,
    /// The attempts that were counted, in counting order.
    pub(super) counted: Vec<Key>,
    pub(super) last_counted: Option<LastCounted>,
    /// How often it pressed, or may have (spec C20).
    pub(super) presses: u32,
    /// Who pressed for each request that was seen while it ran, by the request's moment.
    pub(super) presses_seen: BTreeMap<Millis, PressedBy>,
    /// How many presses the user added by telling it to go on (spec C20).
    pub(super) extra_presses: u32,
    /// What the page refused since the last click or decision.
    pub(super) refusals: Refusals,
    /// Whether the image was in the store during the session (spec C13).
    pub(super) was_in_store: bool,
    /// Since when a well-formed store lacks the image.
    pub(super) missing_since: Option<Millis>,
    /// The progress of the generation under way, for the sidebar.
    pub(super) percent: Option<f64>,
    /// Whether the page was loaded again since the last click, and nothing was heard of it since.
    pub(super) is_reloaded: bool,
    /// Length and resolution of its attempts, and whether they changed.
    pub(super) video_settings: SettingsTracker,
    pub(super) log: PanelLines,
}

/// The latest lines of a session's log, for the panel; the store keeps all. They decide nothing, so the
/// text of the state leaves them out.
#[derive(Clone, Default)]
pub(super) struct PanelLines(Vec<LogLine>);

/// How many lines are kept.
const PANEL_LINES: usize = 50;

impl PanelLines {
    /// Adds a line; the oldest gives way.
    pub(super) fn push(&mut self, line: LogLine) {
        if self.0.len() == PANEL_LINES {
            self.0.remove(0);
        }
        self.0.push(line);
    }

    pub(super) fn to_vec(&self) -> Vec<LogLine> {
        self.0.clone()
    }
}

impl fmt::Debug for PanelLines {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PanelLines")
    }
}

/// What the page refused (spec C9).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Refusals {
    /// How often, but for those in favour of the user.
    pub(super) count: u32,
    /// The last of all of them.
    pub(super) last: Option<Refusal>,
}

/// What followed the last action that was handed over.
#[derive(Clone, Debug, Default)]
pub(super) struct LastClick {
    /// When that was.
    pub(super) issued_at: Option<Millis>,
    /// Which it was.
    pub(super) action_id: Option<ActionId>,
    /// The moment of its request (spec C9).
    pub(super) press: Option<Millis>,
    /// Whether requests of this page load had been seen before it: then its own would be (spec H9).
    pub(super) expects_request: bool,
    /// Whether anything was heard since (spec H9).
    pub(super) has_sign: bool,
    /// Whether the user pressed since: the next request may be theirs (spec C9).
    pub(super) user_pressed: bool,
}

/// What a session is at. An enum, so that an action can't be both outstanding and awaited.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Nothing outstanding, nothing under way that it clicked for.
    Idle,
    /// An action is scheduled.
    Scheduled(ActionRecord),
    /// An action was handed to the page, which has not answered.
    Issued {
        action_id: ActionId,
        kind: ActionKind,
        /// When it was.
        at: Millis,
        /// Whether an attempt was counted since: then the answer brings a decision.
        counted_since: bool,
    },
    /// The page clicked; the outcome was not seen yet.
    AwaitingOutcome,
    /// It can't go on by itself; waits for the user (spec C9).
    NeedsUser(Refusal),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct LastCounted {
    pub(super) position: u32,
    pub(super) outcome: AttemptOutcome,
    pub(super) at: Millis,
}

/// The newest session that has ended.
#[derive(Clone, Debug)]
pub(super) struct EndedSession {
    pub(super) record: SessionRecord,
    pub(super) log: PanelLines,
    /// Its last press whose end is not known.
    pub(super) open_press: Option<Millis>,
}

impl Session {
    pub(super) fn new(record: SessionRecord) -> Self {
        let begins_at = record.started_at;
        Self {
            record,
            step: Step::Idle,
            last_activity_at: None,
            open_press: None,
            last_click: LastClick::default(),
            asked_about: None,
            grok_says: None,
            begins_at,
            awaits_earlier: false,
            counted: Vec::new(),
            last_counted: None,
            presses: 0,
            presses_seen: BTreeMap::new(),
            extra_presses: 0,
            refusals: Refusals::default(),
            was_in_store: false,
            missing_since: None,
            percent: None,
            is_reloaded: false,
            video_settings: SettingsTracker::default(),
            log: PanelLines::default(),
        }
    }

    pub(super) fn id(&self) -> SessionId {
        self.record.session_id
    }

    /// Counts an attempt, and answers its place.
    pub(super) fn next_place(&mut self, key: Key) -> Counted {
        let position = u32::try_from(self.counted.len()).unwrap_or(u32::MAX);
        self.counted.push(key);
        Counted { session_id: self.id(), position }
    }

    /// Who pressed for an attempt (spec C3).
    pub(super) fn pressed_by(&self, attempt: &AttemptRecord) -> PressedBy {
        let seen = attempt.pressed_at.and_then(|at| self.presses_seen.get(&at));
        seen.copied().unwrap_or(PressedBy::Unknown)
    }

    /// It is about to press: nothing is known of what follows.
    pub(super) fn begins_to_press(&mut self, click: LastClick) {
        // From here on the page may click: no answer at all is no sign of life either.
        self.last_activity_at = click.issued_at;
        self.last_click = click;
        // The clock of the press before must not end this one.
        self.open_press = None;
        self.percent = None;
        self.is_reloaded = false;
        self.presses += 1;
    }

    /// The outcome that it waited for was seen.
    pub(super) fn outcome_seen(&mut self) {
        match &mut self.step {
            // Its answer is still out: until then the clock of spec C10 goes on.
            Step::Issued { counted_since, .. } => *counted_since = true,
            Step::AwaitingOutcome => {
                self.step = Step::Idle;
                self.last_activity_at = None;
            }
            Step::Idle | Step::Scheduled(_) | Step::NeedsUser(_) => self.last_activity_at = None,
        }
    }

    /// Whether a press of it, or one that it goes on from, may be under way.
    pub(super) fn may_have_pressed(&self) -> bool {
        self.open_press.is_some() || matches!(self.step, Step::Issued { .. })
    }

    /// How often it may press in all (spec C20).
    pub(super) fn most_presses(&self) -> u32 {
        self.record.video_goal + self.record.max_retries + self.extra_presses
    }

    /// The user told it to go on (spec C20).
    pub(super) fn allow_one_more_press(&mut self) {
        let within_bounds = self.record.video_goal + self.record.max_retries;
        self.extra_presses = (self.presses + 1).saturating_sub(within_bounds);
    }
}
