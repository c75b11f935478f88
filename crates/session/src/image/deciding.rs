//! The one decision after a batch (spec C6), and what auto-retry and the number of presses have to say
//! to it (spec C15, C20).

use retake_protocol::log::LogEvent;
use retake_protocol::{ActionKind, ActionState, AttemptOutcome, Millis, Refusal, SessionOutcome};

use super::ImageMachine;
use super::session::{Refusals, Step};
use crate::context::Context;
use crate::record::{ActionRecord, Change};
use crate::video_settings::NextStep;

impl ImageMachine {
    /// Goal reached: success. Else too many failures: max retries. Else one action, unless one is
    /// outstanding, or clicked with its outcome not yet seen (spec C6).
    pub(super) fn decide(&mut self, cx: &mut Context) {
        let Some(session) = &self.session else { return };
        let record = &session.record;
        if record.counters.videos_generated >= record.video_goal {
            return self.end_session(SessionOutcome::Success, cx);
        }
        if record.counters.failures() > record.max_retries {
            return self.end_session(SessionOutcome::MaxRetries, cx);
        }
        match session.step {
            Step::Scheduled(_) | Step::Issued { .. } | Step::AwaitingOutcome => {}
            Step::Idle | Step::NeedsUser(_) => self.schedule_what_follows(cx),
        }
    }

    pub(super) fn schedule_what_follows(&mut self, cx: &mut Context) {
        let Some(session) = &mut self.session else { return };
        session.refusals = Refusals::default();
        let last = session.last_counted;
        match session.video_settings.course() {
            NextStep::Proceed => {}
            NextStep::Correct(change) => self.log(cx, None, LogEvent::SettingsChanged(change)),
            NextStep::AskUser(change) => {
                return self.wait_since_settings_changed(Some(change), cx);
            }
        }
        let kind = match last.map(|last| last.outcome) {
            None => ActionKind::First,
            Some(AttemptOutcome::Completed) => ActionKind::Next,
            Some(_) => ActionKind::Retry,
        };
        let not_before = match (kind, last) {
            (ActionKind::Next, Some(last)) => last.at + cx.settings().cooldown_ms,
            _ => cx.now(),
        };
        self.schedule(kind, not_before, cx);
    }

    /// Schedules one action, no sooner than `not_before` and than the cooldown allows (spec C8).
    /// With auto-retry off nothing is scheduled (spec C15), and none beyond the presses that the
    /// session may make (spec C20).
    pub(super) fn schedule(&mut self, kind: ActionKind, not_before: Millis, cx: &mut Context) {
        if !self.is_auto_retry_on() {
            return self.log(cx, None, LogEvent::AutoRetryOff);
        }
        let Some(session) = &self.session else { return };
        if session.presses >= session.most_presses() {
            return self.wait_for_user(Refusal::PressesUsedUp, cx);
        }
        let due_at = not_before.max(cx.now()).max(cx.click_allowed_at());
        let action = ActionRecord {
            action_id: cx.next_action_id(),
            session_id: session.id(),
            media_id: self.facts.media_id.clone(),
            kind,
            prompt: session.record.prompt.clone(),
            due_at,
            issued_at: None,
            answered_at: None,
            state: ActionState::Scheduled,
            refusal: None,
        };
        cx.put(Change::Action(action.clone()));
        if let Some(session) = &mut self.session {
            session.step = Step::Scheduled(action);
        }
        let wait_ms = due_at - cx.now();
        if wait_ms > 0 {
            self.log(cx, None, LogEvent::Waiting { action: kind, wait_ms });
        }
    }

    /// Drops the scheduled action of the session, if there is one. One that was issued stays issued
    /// (spec C9, C12, C15).
    pub(super) fn drop_scheduled(&mut self, cx: &mut Context) {
        let Some(session) = &mut self.session else { return };
        if let Step::Scheduled(action) = &session.step {
            let state = ActionState::Dropped;
            cx.put(Change::Action(ActionRecord { state, ..action.clone() }));
            session.step = Step::Idle;
        }
    }
}
