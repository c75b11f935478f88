//! What the user asks for (spec C1, C12, C13, C15, C17). A refused command changes nothing.

use retake_protocol::command::SetPreferences;
use retake_protocol::{ActionKind, MediaId, Preferences, Prompt, SessionOutcome};

use crate::ending::what_is_left;
use crate::event::{CommandRefused, Start};
use crate::image::{ActiveSession, Step};
use crate::machine::Machine;
use crate::record::{Change, Counters, SessionRecord};

/// The bounds of a session to be: max retries and video goal, 1–50 each.
struct Bounds {
    max_retries: u32,
    video_goal: u32,
}

impl Machine {
    /// Carries out a command; a refusal is answered, and noted in diagnostics (spec F).
    pub(crate) fn command(&mut self, run: impl FnOnce(&mut Self) -> Result<(), CommandRefused>) {
        if let Err(refused) = run(self) {
            self.note("command_refused", refused.to_string());
            self.output.refused = Some(refused);
        }
    }

    /// Spec C1.
    pub(crate) fn start_session(&mut self, start: Start) -> Result<(), CommandRefused> {
        let media_id = self.image_for_new_session()?;
        CommandRefused::check_range("max retries", start.max_retries)?;
        CommandRefused::check_range("the video goal", start.video_goal)?;
        let before = self.preferences(&media_id);
        let bounds = Bounds {
            max_retries: start.max_retries.unwrap_or(before.max_retries),
            video_goal: start.video_goal.unwrap_or(before.video_goal),
        };
        if before.last_prompt != start.prompt {
            let preferences = Preferences { last_prompt: start.prompt.clone(), ..before };
            self.image_mut(&media_id).preferences = Some(preferences.clone());
            self.output.put(Change::Preferences { media_id: media_id.clone(), preferences });
        }
        self.begin(&media_id, start.prompt, &bounds, "Started");
        Ok(())
    }

    /// Spec C13, and C9: one that waits for the user goes on. Else a new session for what is left; the preferences stay as they are.
    pub(crate) fn resume_session(&mut self) -> Result<(), CommandRefused> {
        if let Some(media_id) = self.waiting_for_user() {
            self.go_on(&media_id);
            return Ok(());
        }
        let media_id = self.image_for_new_session()?;
        let last = self.image_mut(&media_id).last_session.as_ref().map(|last| &last.record);
        let last = last
            .filter(|last| last.outcome.is_resumable())
            .ok_or(CommandRefused::NothingToResume)?
            .clone();
        let (max_retries, video_goal) = what_is_left(&last);
        self.begin(&media_id, last.prompt, &Bounds { max_retries, video_goal }, "Resumed");
        Ok(())
    }

    /// The image on the page, if its session waits for the user (spec C9).
    fn waiting_for_user(&self) -> Option<MediaId> {
        let media_id = self.shown()?;
        let session = self.images.get(media_id)?.session.as_ref()?;
        matches!(session.step, Step::NeedsUser(_)).then(|| media_id.clone())
    }

    /// The user has done what the session waited for.
    fn go_on(&mut self, media_id: &MediaId) {
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        session.making.accept();
        self.log(media_id, None, "Goes on, as you said".to_owned());
        self.schedule_what_follows(media_id);
    }

    fn image_for_new_session(&mut self) -> Result<MediaId, CommandRefused> {
        let media_id = self.shown().cloned().ok_or(CommandRefused::NoImage)?;
        let image = self.image_mut(&media_id);
        if image.session.is_some() {
            return Err(CommandRefused::AlreadyActive);
        }
        if !image.is_auto_retry_on() {
            return Err(CommandRefused::AutoRetryOff);
        }
        Ok(media_id)
    }

    fn begin(&mut self, media_id: &MediaId, prompt: Prompt, bounds: &Bounds, how: &str) {
        self.keep_again(media_id);
        self.store_facts(media_id);
        let record = SessionRecord {
            session_id: self.new_session_id(),
            media_id: media_id.clone(),
            prompt,
            max_retries: bounds.max_retries,
            video_goal: bounds.video_goal,
            counters: Counters::default(),
            outcome: SessionOutcome::Pending,
            current_post_id: self.page.post_id.clone(),
            started_at: self.now,
            ended_at: None,
            last_failure_time: None,
        };
        self.output.put(Change::Session(record.clone()));
        let mut session = ActiveSession::new(record);
        session.key_seen = self.page.reading.as_ref().is_some_and(|reading| {
            reading.videos.iter().any(|videos| videos.media_id == *media_id)
        });
        self.image_mut(media_id).session = Some(session);
        let Bounds { max_retries, video_goal } = bounds;
        let line = format!("{how}: goal {video_goal}, up to {max_retries} retries");
        self.log(media_id, None, line);
        self.schedule(media_id, ActionKind::First, self.now);
    }

    /// Spec C12.
    pub(crate) fn stop_session(&mut self) -> Result<(), CommandRefused> {
        let media_id = self.shown().cloned().ok_or(CommandRefused::NoImage)?;
        if self.image_mut(&media_id).session.is_none() {
            return Err(CommandRefused::NotActive);
        }
        self.end_session(&media_id, SessionOutcome::Cancelled);
        Ok(())
    }

    /// Spec C15, C17: changed bounds and auto-retry take effect at once, by the decision of C6.
    pub(crate) fn set_preferences(
        &mut self,
        change: &SetPreferences,
    ) -> Result<(), CommandRefused> {
        let media_id = self.shown().cloned().ok_or(CommandRefused::NoImage)?;
        CommandRefused::check_range("max retries", change.max_retries)?;
        CommandRefused::check_range("the video goal", change.video_goal)?;
        let before = self.preferences(&media_id);
        let preferences = Preferences {
            max_retries: change.max_retries.unwrap_or(before.max_retries),
            video_goal: change.video_goal.unwrap_or(before.video_goal),
            auto_retry: change.auto_retry.unwrap_or(before.auto_retry),
            last_prompt: before.last_prompt.clone(),
        };
        self.image_mut(&media_id).preferences = Some(preferences.clone());
        if preferences != before {
            self.keep_again(&media_id);
            self.store_facts(&media_id);
            let media_id = media_id.clone();
            self.output.put(Change::Preferences { media_id, preferences: preferences.clone() });
        }
        self.apply_to_session(&media_id, change);
        if before.auto_retry && !preferences.auto_retry {
            self.drop_scheduled(&media_id);
        }
        self.decide(&media_id);
        Ok(())
    }

    fn apply_to_session(&mut self, media_id: &MediaId, change: &SetPreferences) {
        let Some(session) = &mut self.image_mut(media_id).session else { return };
        let before = session.record.clone();
        session.record.max_retries = change.max_retries.unwrap_or(before.max_retries);
        session.record.video_goal = change.video_goal.unwrap_or(before.video_goal);
        if session.record == before {
            return;
        }
        let record = session.record.clone();
        let (goal, retries) = (record.video_goal, record.max_retries);
        self.output.put(Change::Session(record));
        self.log(media_id, None, format!("Changed: goal {goal}, up to {retries} retries"));
    }
}
