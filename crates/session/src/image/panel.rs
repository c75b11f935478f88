//! What the sidebar shows of an image. Reads only.

use retake_protocol::log::LogLine;
use retake_protocol::view::{Activity, ImageView, SessionView};
use retake_protocol::{Prompt, SessionId, SessionOutcome};

use super::ImageMachine;
use super::session::{Session, Step};
use crate::context::Context;
use crate::record::SessionRecord;

impl ImageMachine {
    pub(crate) fn view(&self, cx: &Context) -> ImageView {
        ImageView {
            media_id: self.facts.media_id.clone(),
            original_prompt: self.original_prompt(),
            preferences: self.preferences(cx),
            totals: self.attempts.totals(),
        }
    }

    /// Its active session, else its last one.
    pub(crate) fn session_view(&self, cx: &Context) -> Option<SessionView> {
        self.active_view(cx).or_else(|| {
            let last = self.last_session.as_ref()?;
            let view = last.record.view(self.original_prompt(), Activity::Ended, last.log.to_vec());
            Some(SessionView { can_resume: self.can_resume(), ..view })
        })
    }

    /// Whether this session is the last one, has ended, and has something left to resume.
    pub(crate) fn can_resume_from(&self, session_id: SessionId) -> bool {
        let last = self.last_session.as_ref().map(|last| last.record.session_id);
        self.session.is_none() && last == Some(session_id) && self.can_resume()
    }

    /// How a session has ended; `None`: it is not the last one that has.
    pub(crate) fn outcome_of(&self, session_id: SessionId) -> Option<SessionOutcome> {
        let last = &self.last_session.as_ref()?.record;
        (last.session_id == session_id).then_some(last.outcome)
    }

    pub(crate) fn active_view(&self, cx: &Context) -> Option<SessionView> {
        let session = self.session.as_ref()?;
        let activity = self.activity(session, cx);
        Some(session.record.view(self.original_prompt(), activity, session.log.to_vec()))
    }

    fn activity(&self, session: &Session, cx: &Context) -> Activity {
        match session.step {
            Step::Issued { .. } => return Activity::Clicking,
            Step::AwaitingOutcome => return self.generating(session),
            Step::Idle | Step::Scheduled(_) | Step::NeedsUser(_) => {}
        }
        if !cx.shows(self.media_id()) {
            return Activity::Elsewhere;
        }
        if !self.is_auto_retry_on() {
            return Activity::Paused;
        }
        match &session.step {
            // The action waits (spec C6).
            Step::Scheduled(_) if self.is_generating() => self.generating(session),
            Step::Scheduled(action) => Activity::Countdown {
                kind: action.kind,
                refused: session.refusals.last,
                due_at: cx.deadline(action.due_at.max(cx.click_allowed_at())),
            },
            Step::NeedsUser(refusal) => {
                Activity::NeedsUser { refusal: *refusal, grok_says: session.grok_says.clone() }
            }
            _ => Activity::Quiet,
        }
    }

    fn generating(&self, session: &Session) -> Activity {
        match self.end_being_checked() {
            Some(outcome) => Activity::Confirming { outcome },
            None if session.is_reloaded => Activity::Reloaded,
            None => Activity::Generating { percent: session.percent },
        }
    }
}

impl SessionRecord {
    /// The session as panel and history show it.
    pub fn view(
        &self,
        original_prompt: Option<Prompt>,
        activity: Activity,
        log: Vec<LogLine>,
    ) -> SessionView {
        SessionView {
            session_id: self.session_id,
            media_id: self.media_id.clone(),
            original_prompt,
            prompt: self.prompt.clone(),
            max_retries: self.max_retries,
            video_goal: self.video_goal,
            failures: self.counters.failures(),
            retry_count: self.counters.retry_count(self.max_retries),
            videos_generated: self.counters.videos_generated,
            credits_used: self.counters.credits_used(),
            layer1_failures: self.counters.layer1_failures,
            layer2_failures: self.counters.layer2_failures,
            layer3_failures: self.counters.layer3_failures,
            current_post_id: self.current_post_id.clone(),
            outcome: self.outcome,
            can_resume: self.outcome != SessionOutcome::Pending && self.outcome.is_resumable(),
            started_at: self.started_at,
            ended_at: self.ended_at,
            activity,
            log,
        }
    }
}
