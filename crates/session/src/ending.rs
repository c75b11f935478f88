//! How a session ends (spec C10–C14, C18).

use retake_protocol::queue::QueuePause;
use retake_protocol::{ActionState, MediaId, Millis, Preferences, SessionOutcome};

use crate::image::{ActiveSession, EndedSession};
use crate::log::seconds;
use crate::machine::Machine;
use crate::record::{ActionRecord, Change, LogRecord, SessionRecord};

impl Machine {
    /// Ends the active session of `media_id`. Its scheduled action is dropped (spec C12), and its
    /// row with the log's last line is the summary of spec C18.
    pub(crate) fn end_session(&mut self, media_id: &MediaId, outcome: SessionOutcome) {
        self.drop_scheduled(media_id);
        let now = self.now;
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.record.outcome = outcome;
        session.record.ended_at = Some(now);
        let line = summary(&session.record);
        self.log(media_id, None, line);
        let image = self.image_mut(media_id);
        let Some(ActiveSession { record, log, .. }) = image.session.take() else { return };
        self.output.put(Change::Session(record.clone()));
        self.image_mut(media_id).last_session = Some(EndedSession { record, log });
        self.queue_sees_end(outcome);
    }

    /// When the session of `media_id` ends for want of a sign of life (spec C10).
    pub(crate) fn timeout_deadline(&self, session: &ActiveSession) -> Option<Millis> {
        Some(session.sign_of_life? + self.settings.attempt_timeout_ms)
    }

    /// When the session of the image on the page ends because Grok forgot it (spec C13). Off the
    /// page nothing goes stale.
    pub(crate) fn stale_deadline(
        &self,
        media_id: &MediaId,
        session: &ActiveSession,
    ) -> Option<Millis> {
        if self.is_elsewhere(media_id) {
            return None;
        }
        let since = session.key_lacking_since?.max(self.page.shown_since);
        Some(since + self.settings.stale_grace_ms)
    }

    /// Ends every session whose time has come.
    pub(crate) fn end_what_is_over(&mut self) {
        for media_id in self.active_images() {
            let Some(session) = &self.images[&media_id].session else { continue };
            let is_past = |deadline: Option<Millis>| deadline.is_some_and(|at| at <= self.now);
            if is_past(self.timeout_deadline(session)) {
                self.end_session(&media_id, SessionOutcome::TimedOut);
            } else if is_past(self.stale_deadline(&media_id, session)) {
                self.end_session(&media_id, SessionOutcome::Stale);
            }
        }
    }

    /// A rate limit ends every active session at once (spec C11).
    pub(crate) fn rate_limit_seen(&mut self) {
        for media_id in self.active_images() {
            self.end_session(&media_id, SessionOutcome::RateLimited);
        }
        self.pause_queue(QueuePause::RateLimited);
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
                self.output.put(Change::Action(dropped));
            }
        }
        for mut record in sessions {
            record.outcome = SessionOutcome::Interrupted;
            record.ended_at = Some(self.now.max(record.started_at));
            self.output.put(Change::Log(LogRecord {
                media_id: record.media_id.clone(),
                session_id: Some(record.session_id),
                attempt_id: None,
                at: self.now,
                message: summary(&record),
            }));
            self.output.put(Change::Session(record));
        }
    }
}

/// The summary of spec C18 in one line; prompt, image and times stand in the rows beside it.
fn summary(session: &SessionRecord) -> String {
    let counters = &session.counters;
    let why = match session.outcome {
        SessionOutcome::Pending => "Still running",
        SessionOutcome::Success => "The video goal is reached",
        SessionOutcome::MaxRetries => "All retries are used up",
        SessionOutcome::TimedOut => "No sign of life after the last click",
        SessionOutcome::RateLimited => "Grok's rate limit was reached",
        SessionOutcome::Cancelled => "Stopped",
        SessionOutcome::Stale => "Grok no longer holds this image, as after a reload",
        SessionOutcome::Interrupted => "Retake was closed while it ran",
    };
    let lasted = session.ended_at.map_or(0, |ended_at| ended_at - session.started_at);
    format!(
        "{why}: {} of {} videos, {} of {} retries, {} credits, failures per layer {}/{}/{}, {}",
        counters.videos_generated,
        session.video_goal,
        counters.retry_count(session.max_retries),
        session.max_retries,
        counters.credits_used(),
        counters.layer1_failures,
        counters.layer2_failures,
        counters.layer3_failures,
        seconds(lasted)
    )
}

/// What is left of an ended session's bounds for the one that resumes it (spec C13): the goal and
/// the retries, at least 1 each.
pub(crate) fn what_is_left(session: &SessionRecord) -> (u32, u32) {
    let counters = &session.counters;
    let least = *Preferences::RANGE.start();
    let retries = session.max_retries - counters.retry_count(session.max_retries);
    let goal = session.video_goal.saturating_sub(counters.videos_generated);
    (retries.max(least), goal.max(least))
}
