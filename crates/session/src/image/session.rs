//! A session that has not ended, or the last one that has: its row, and what matters only while it
//! runs. What changes it stands in the modules beside this one.

use retake_protocol::view::LogLine;
use retake_protocol::{ActionId, ActionKind, AttemptOutcome, Millis, Refusal, SessionId};

use crate::making::Making;
use crate::record::{ActionRecord, SessionRecord};

/// A session that is active (spec C19).
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) record: SessionRecord,
    pub(super) step: Step,
    /// The last sign of life since the last click; `None`: the clock of spec C10 stands.
    pub(super) sign_of_life: Option<Millis>,
    /// The last press whose end is not known, its own or one that it goes on from.
    pub(super) open_press: Option<Millis>,
    /// From when on an attempt may be of this session: its start, or the press that it goes on from.
    pub(super) begins_at: Millis,
    /// A generation was under way before the start whose attempt nothing has named: the next one to
    /// end is that (spec C2).
    pub(super) awaits_earlier: bool,
    /// How many attempts were counted; the next one's position.
    pub(super) counted: u32,
    pub(super) last_counted: Option<LastCounted>,
    /// How often it pressed, or may have (spec C20).
    pub(super) presses: u32,
    /// How many presses the user added by telling it to go on (spec C20).
    pub(super) extra_presses: u32,
    /// Refusals since the last click or decision (spec C9).
    pub(super) refusals: u32,
    /// Whether the image was in the store during the session (spec C13).
    pub(super) was_in_store: bool,
    /// Since when a well-formed store lacks the image.
    pub(super) missing_since: Option<Millis>,
    /// The progress of the generation under way, for the sidebar.
    pub(super) percent: Option<f64>,
    /// Whether the page was loaded again since the last click, and nothing was heard of it since.
    pub(super) is_reloaded: bool,
    /// Length and resolution of its attempts, and whether they changed.
    pub(super) making: Making,
    pub(super) log: Vec<LogLine>,
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
        /// Whether an attempt was counted meanwhile: then the answer brings a decision.
        counted_meanwhile: bool,
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
    pub(super) log: Vec<LogLine>,
    /// Its last press whose end is not known.
    pub(super) open_press: Option<Millis>,
}

impl Session {
    pub(super) fn new(record: SessionRecord) -> Self {
        let begins_at = record.started_at;
        Self {
            record,
            step: Step::Idle,
            sign_of_life: None,
            open_press: None,
            begins_at,
            awaits_earlier: false,
            counted: 0,
            last_counted: None,
            presses: 0,
            extra_presses: 0,
            refusals: 0,
            was_in_store: false,
            missing_since: None,
            percent: None,
            is_reloaded: false,
            making: Making::default(),
            log: Vec::new(),
        }
    }

    pub(super) fn id(&self) -> SessionId {
        self.record.session_id
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
