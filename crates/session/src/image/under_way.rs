//! The presses under way (spec C6, C10, H12): rows, and the clocks that give them up.

use std::collections::BTreeMap;

use retake_protocol::{ActionId, Millis, PostId, SessionId};

use super::ending::LONGEST_WAIT_MS;
use crate::context::Context;
use crate::record::PressRecord;

/// A press that begins.
#[derive(Clone, Debug)]
pub(crate) struct NewPress {
    /// The moment of its request.
    pub(crate) at: Millis,
    /// The stream that answers it.
    pub(crate) stream: u32,
    /// The picture that its request names.
    pub(crate) picture: Option<PostId>,
    /// The action that it carries out; `None`: the user pressed.
    pub(crate) action_id: Option<ActionId>,
}

/// The presses under way, by the moment of their request.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay(BTreeMap<Millis, Waiting>);

#[derive(Clone, Debug)]
struct Waiting {
    record: PressRecord,
    /// The stream of its first request; 0 after a restart, when none goes on.
    stream: u32,
    /// When its longest wait begins, in ms.
    since: Millis,
    last_activity_at: Millis,
}

impl UnderWay {
    /// Those of an earlier run of the app. That run's silence counts for no clock (spec C21).
    pub(super) fn loaded(presses: Vec<PressRecord>, now: Millis) -> Self {
        let waiting = presses.into_iter().map(|record| {
            let since = record.pressed_at.min(now);
            (record.pressed_at, Waiting { record, stream: 0, since, last_activity_at: now })
        });
        Self(waiting.collect())
    }

    /// One begins; `stream` answers it.
    pub(super) fn begin(&mut self, record: PressRecord, stream: u32, now: Millis) {
        let since = record.pressed_at;
        self.0.insert(since, Waiting { record, stream, since, last_activity_at: now });
    }

    /// It makes one more request: the press as it is then.
    pub(super) fn add_request(&mut self, pressed_at: Millis) -> Option<PressRecord> {
        let record = &mut self.0.get_mut(&pressed_at)?.record;
        record.requests += 1;
        Some(record.clone())
    }

    /// A session began at it: the press as it is then.
    pub(super) fn begin_session(
        &mut self,
        pressed_at: Millis,
        session_id: SessionId,
    ) -> Option<PressRecord> {
        let record = &mut self.0.get_mut(&pressed_at)?.record;
        record.begins_session = Some(session_id);
        Some(record.clone())
    }

    /// How many requests it made.
    pub(super) fn requests(&self, pressed_at: Millis) -> Option<u32> {
        Some(self.0.get(&pressed_at)?.record.requests)
    }

    /// It is under way no longer.
    pub(super) fn remove(&mut self, pressed_at: Millis) -> Option<PressRecord> {
        Some(self.0.remove(&pressed_at)?.record)
    }

    /// When the next one is given up, since nothing is heard of it (spec C10).
    pub(super) fn deadline(&self, cx: &Context) -> Option<Millis> {
        self.0.values().map(|waiting| waiting.given_up_at(cx)).min()
    }

    /// Those that are given up by now, each with the stream of its first request.
    pub(super) fn take_given_up(&mut self, cx: &Context) -> Vec<(PressRecord, u32)> {
        let due = self.0.extract_if(.., |_, waiting| waiting.given_up_at(cx) <= cx.now());
        due.map(|(_, waiting)| (waiting.record, waiting.stream)).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, pressed_at: Option<Millis>) -> bool {
        pressed_at.is_some_and(|at| self.0.contains_key(&at))
    }

    /// Something of this press was heard.
    pub(super) fn note_activity(&mut self, pressed_at: Option<Millis>, now: Millis) {
        if let Some(waiting) = pressed_at.and_then(|at| self.0.get_mut(&at)) {
            waiting.last_activity_at = now;
        }
    }

    /// So much time counts for no clock (spec C21).
    pub(super) fn set_clocks_back(&mut self, ms: Millis) {
        for waiting in self.0.values_mut() {
            waiting.since += ms;
            waiting.last_activity_at += ms;
        }
    }

    /// Their moments, the oldest first.
    pub(super) fn oldest(&self) -> impl Iterator<Item = Millis> {
        self.0.keys().copied()
    }
}

impl Waiting {
    fn given_up_at(&self, cx: &Context) -> Millis {
        let silent = self.last_activity_at + cx.settings().attempt_timeout_ms;
        cx.deadline(silent.min(self.since + LONGEST_WAIT_MS))
    }
}
