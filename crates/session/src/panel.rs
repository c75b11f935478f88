//! What the sidebar shows of the machine's state. Reads only.

use retake_protocol::view::{Activity, ImageView, LogLine, PanelView, SessionView};
use retake_protocol::{Millis, Preferences, Prompt};

use crate::acting::what_to_do;
use crate::image::{ActiveSession, Image, Step};
use crate::machine::Machine;
use crate::record::SessionRecord;

impl Machine {
    /// Everything that the session panel shows at `now`.
    pub fn panel(&self, now: Millis) -> PanelView {
        let image = self.shown().and_then(|media_id| self.images.get(media_id));
        PanelView {
            now,
            storage_problem: None,
            recording: None,
            address: None,
            page: self.page_view(now),
            image: image.map(|image| image_view(image, self.preferences(&image.facts.media_id))),
            session: image.and_then(|image| self.session_view(image)),
            elsewhere: self.elsewhere(),
            queue: self.queue_view(),
            diagnostics: self.diagnostics.list().to_vec(),
        }
    }

    /// The active session of an image, else its last one.
    fn session_view(&self, image: &Image) -> Option<SessionView> {
        if let Some(session) = &image.session {
            return Some(self.active_view(image, session));
        }
        let last = image.last_session.as_ref()?;
        Some(view_of(&last.record, image, Activity::Ended, &last.log))
    }

    fn elsewhere(&self) -> Vec<SessionView> {
        let hidden = self.images.iter().filter(|(media_id, _)| self.is_elsewhere(media_id));
        hidden
            .filter_map(|(_, image)| Some(self.active_view(image, image.session.as_ref()?)))
            .collect()
    }

    fn active_view(&self, image: &Image, session: &ActiveSession) -> SessionView {
        let activity = self.activity(image, session);
        view_of(&session.record, image, activity, &session.log)
    }

    fn activity(&self, image: &Image, session: &ActiveSession) -> Activity {
        match session.step {
            Step::Issued { .. } => return Activity::Clicking,
            Step::AwaitingOutcome => {
                return match image.announced.last() {
                    Some(announced) => Activity::Confirming { outcome: announced.outcome },
                    None => Activity::Generating { percent: session.percent },
                };
            }
            Step::Quiet | Step::Scheduled(_) | Step::NeedsUser(_) => {}
        }
        if self.is_elsewhere(&image.facts.media_id) {
            return Activity::Elsewhere;
        }
        if !image.is_auto_retry_on() {
            return Activity::Paused;
        }
        match session.step {
            Step::Scheduled(action_id) => match self.open_actions.get(&action_id) {
                Some(action) => Activity::Countdown {
                    kind: action.kind,
                    due_at: action.due_at.max(self.click_allowed_at()),
                },
                None => Activity::Quiet,
            },
            Step::NeedsUser(refusal) => {
                Activity::NeedsUser { refusal, message: what_to_do(refusal).to_owned() }
            }
            _ => Activity::Quiet,
        }
    }
}

fn image_view(image: &Image, preferences: Preferences) -> ImageView {
    ImageView {
        media_id: image.facts.media_id.clone(),
        original_prompt: original_prompt(image),
        preferences,
        totals: image.totals(),
    }
}

fn original_prompt(image: &Image) -> Option<Prompt> {
    image.facts.original_prompt.clone().or_else(|| image.facts.prompt.clone())
}

fn view_of(
    record: &SessionRecord,
    image: &Image,
    activity: Activity,
    log: &[LogLine],
) -> SessionView {
    record.view(original_prompt(image), activity, log.to_vec())
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
            started_at: self.started_at,
            ended_at: self.ended_at,
            activity,
            log,
        }
    }
}
