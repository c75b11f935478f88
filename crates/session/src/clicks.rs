//! The one click at a time, over all images (spec C8, C9).

use std::collections::BTreeMap;

use retake_protocol::observer::ActionResult;
use retake_protocol::{ActionId, ActionState, Millis};

use crate::record::ActionRecord;

/// When the page was clicked, or may have been.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clicks {
    last: Option<Millis>,
    /// Actions that were handed over and not answered: each may have been a click.
    unanswered: BTreeMap<ActionId, ActionRecord>,
}

impl Clicks {
    /// After the last click that is stored. One of tomorrow, from a clock that was wrong, must not
    /// hold all others up.
    pub(crate) fn after(last: Option<Millis>, now: Millis) -> Self {
        Self { last: last.map(|at| at.min(now)), unanswered: BTreeMap::new() }
    }

    /// The earliest moment for the next click: an action that was not answered counts as one until
    /// the page says otherwise.
    pub(crate) fn allowed_at(&self, cooldown_ms: Millis) -> Millis {
        let issued = self.unanswered.values().filter_map(|action| action.issued_at);
        issued.chain(self.last).max().map_or(Millis::MIN, |last| last + cooldown_ms)
    }

    /// The user clicked, and a session goes on from that.
    pub(crate) fn user_clicked(&mut self, now: Millis) {
        self.last = self.last.max(Some(now));
    }

    /// An action is handed over.
    pub(crate) fn issue(&mut self, action: ActionRecord) {
        self.unanswered.insert(action.action_id, action);
    }

    /// The page answered: the action as it stands now. `None`: no answer to it was due, so that a
    /// doubled message does nothing.
    pub(crate) fn answer(
        &mut self,
        action_id: ActionId,
        result: ActionResult,
        now: Millis,
    ) -> Option<ActionRecord> {
        let mut action = self.unanswered.remove(&action_id)?;
        action.answered_at = Some(now);
        match result {
            ActionResult::Clicked => {
                action.state = ActionState::Clicked;
                self.last = Some(now);
            }
            ActionResult::Refused(refusal) => {
                action.state = ActionState::Refused;
                action.refusal = Some(refusal);
            }
        }
        Some(action)
    }

    /// The ids of the actions that wait for an answer.
    pub(crate) fn unanswered(&self) -> impl Iterator<Item = ActionId> {
        self.unanswered.keys().copied()
    }
}
