//! The one decision after a batch (spec C6), and what auto-retry has to say to it (spec C15).

use retake_protocol::{ActionKind, ActionState, AttemptOutcome, MediaId, Millis, Refusal};
use retake_protocol::{SessionId, SessionOutcome};

use crate::image::Step;
use crate::log::seconds;
use crate::machine::Machine;
use crate::making::Course;
use crate::record::{ActionRecord, Change};

impl Machine {
    /// Goal reached: success. Else too many failures: max retries. Else one action, unless one is
    /// outstanding, or clicked with its outcome not yet seen (spec C6).
    pub(crate) fn decide(&mut self, media_id: &MediaId) {
        let Some(session) = &self.image_mut(media_id).session else { return };
        let record = &session.record;
        if record.counters.videos_generated >= record.video_goal {
            return self.end_session(media_id, SessionOutcome::Success);
        }
        if record.counters.failures() > record.max_retries {
            return self.end_session(media_id, SessionOutcome::MaxRetries);
        }
        match session.step {
            Step::Scheduled(_) | Step::Issued { .. } | Step::AwaitingOutcome => {}
            Step::Quiet | Step::NeedsUser(_) => self.schedule_what_follows(media_id),
        }
    }

    pub(crate) fn schedule_what_follows(&mut self, media_id: &MediaId) {
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.refusals = 0;
        let last = session.last_counted;
        match session.making.course() {
            Course::GoOn => {}
            Course::PutRight(why) => {
                let line =
                    format!("{why}; the page is asked to put it right before the next click");
                self.log(media_id, None, line);
            }
            Course::Wait(why) => {
                return self.wait_for_user(media_id, Refusal::OtherVideoSettings, &why);
            }
        }
        let kind = match last.map(|last| last.outcome) {
            None => ActionKind::First,
            Some(AttemptOutcome::Completed) => ActionKind::Next,
            Some(_) => ActionKind::Retry,
        };
        let not_before = match (kind, last) {
            (ActionKind::Next, Some(last)) => last.at + self.settings.cooldown_ms,
            _ => self.now,
        };
        self.schedule(media_id, kind, not_before);
    }

    /// Schedules one action, no sooner than `not_before` and than the cooldown allows (spec C8).
    /// With auto-retry off nothing is scheduled (spec C15).
    pub(crate) fn schedule(&mut self, media_id: &MediaId, kind: ActionKind, not_before: Millis) {
        if !self.image_mut(media_id).is_auto_retry_on() {
            let line = "Auto-retry is off: nothing is scheduled".to_owned();
            return self.log(media_id, None, line);
        }
        let due_at = not_before.max(self.now).max(self.click_allowed_at());
        let action_id = self.next_action_id();
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.step = Step::Scheduled(action_id);
        let action = ActionRecord {
            action_id,
            session_id: session.record.session_id,
            media_id: media_id.clone(),
            kind,
            prompt: session.record.prompt.clone(),
            due_at,
            issued_at: None,
            answered_at: None,
            state: ActionState::Scheduled,
            refusal: None,
        };
        self.last_action_id = action_id.0;
        self.output.put(Change::Action(action.clone()));
        self.open_actions.insert(action_id, action);
        let wait = due_at - self.now;
        if wait > 0 {
            let what = in_words(kind);
            let line = format!("Waiting {} before the {what}, for the cooldown", seconds(wait));
            self.log(media_id, None, line);
        }
    }

    /// Drops the scheduled action of `media_id`'s session, if there is one. One that was issued
    /// stays issued (spec C9, C12, C15).
    pub(crate) fn drop_scheduled(&mut self, media_id: &MediaId) {
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        let Step::Scheduled(action_id) = session.step else { return };
        session.step = Step::Quiet;
        if let Some(action) = self.open_actions.remove(&action_id) {
            self.output.put(Change::Action(ActionRecord { state: ActionState::Dropped, ..action }));
        }
    }

    /// The number of the next session.
    pub(crate) fn new_session_id(&mut self) -> SessionId {
        self.last_session_id += 1;
        SessionId(self.last_session_id)
    }
}

fn in_words(kind: ActionKind) -> &'static str {
    match kind {
        ActionKind::First => "first try",
        ActionKind::Retry => "retry",
        ActionKind::Next => "next video",
    }
}
