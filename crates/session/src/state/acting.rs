//! What is done for every event, and what the page answers to an action (spec C8, C9, C14, C21).

use retake_protocol::observer::ActionResult;
use retake_protocol::{ActionId, ActionState, DiagnosticKind, Millis, SessionOutcome};

use super::State;
use crate::log;
use crate::output::Output;
use crate::record::{ActionRecord, Change, LogRecord, SessionRecord};

impl State {
    /// Does what is due by now on every image.
    pub(crate) fn expire_images(&mut self) {
        for image in self.images.values_mut() {
            image.settle_announced(&mut self.cx);
            image.expire_presses(&mut self.cx);
            image.expire(&mut self.cx);
            image.report_unconfirmed(&mut self.cx);
        }
    }

    /// Issues the action of the image on the page, if it is due (spec C16).
    pub(crate) fn issue_due(&mut self) {
        if let Some((image, cx)) = self.shown_mut() {
            image.issue_due(cx);
        }
    }

    /// What the event led to.
    pub(crate) fn take_output(&mut self) -> Output {
        let output = self.cx.take_output();
        if !output.actions.is_empty() {
            self.limit = None;
        }
        output
    }

    /// A notice on the page speaks of a moderation (spec H1).
    pub(crate) fn moderation_seen(&mut self) {
        if let Some((image, cx)) = self.shown_mut() {
            image.moderation_seen(cx);
        }
    }

    pub(crate) fn action_answered(&mut self, action_id: ActionId, result: ActionResult) {
        let now = self.cx.now();
        let Some(action) = self.cx.clicks_mut().answer(action_id, result, now) else {
            let message = format!("no answer to action {action_id} was due");
            return self.cx.note(DiagnosticKind::ActionResult, message);
        };
        let media_id = action.media_id.clone();
        self.cx.put(Change::Action(action));
        if let Some(image) = self.images.get_mut(&media_id) {
            image.answered(action_id, result, &mut self.cx);
        }
    }

    /// Time that the machine slept counts for no clock (spec C21).
    pub(crate) fn slept(&mut self, ms: Millis) {
        // What passed without a page is taken off when it is there again.
        if self.cx.is_loaded() {
            self.set_clocks_back(ms);
        }
        self.cx.wake();
    }

    /// The page is gone: clocks stand still until it is there again (spec C21).
    pub(crate) fn page_unloaded(&mut self) {
        self.cx.unload();
    }

    /// The page is there: the time without it counts for no clock (spec C21).
    pub(crate) fn page_is_there(&mut self) {
        let ms = self.cx.load();
        self.set_clocks_back(ms);
    }

    fn set_clocks_back(&mut self, ms: Millis) {
        for image in self.images.values_mut() {
            image.set_clocks_back(ms);
        }
        self.page.slept(ms);
        self.presses.slept(ms);
    }

    /// Sessions that were active when the app last ended (spec C14).
    pub(crate) fn interrupt(
        &mut self,
        sessions: Vec<SessionRecord>,
        open_actions: Vec<ActionRecord>,
    ) {
        for action in open_actions {
            if action.state == ActionState::Scheduled {
                let dropped = ActionRecord { state: ActionState::Dropped, ..action };
                self.cx.put(Change::Action(dropped));
            }
        }
        let now = self.cx.now();
        for mut record in sessions {
            record.outcome = SessionOutcome::Interrupted;
            record.ended_at = Some(now.max(record.started_at));
            self.cx.put(Change::Log(LogRecord {
                media_id: record.media_id.clone(),
                session_id: Some(record.session_id),
                attempt_id: None,
                at: now,
                event: log::summary(&record),
            }));
            self.interrupted.push(record.clone());
            self.cx.put(Change::Session(record));
        }
    }
}
