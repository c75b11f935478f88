//! What the user asks of an image (spec C1, C12, C13, C15, C17). A refused command changes nothing.

use retake_protocol::command::SetPreferences;
use retake_protocol::log::{Bounds, LogEvent};
use retake_protocol::{ActionKind, Millis, Preferences, Prompt, SessionId, SessionOutcome};

use super::ImageMachine;
use super::session::{EndedSession, Session};
use super::tally::tally;
use crate::context::Context;
use crate::event::{CommandRefused, Start};
use crate::log;
use crate::record::{AttemptRecord, Change, Counters, LastPress, SessionRecord};

/// What a session is to begin with.
pub(super) struct Beginning {
    pub(super) prompt: Prompt,
    /// 1–50.
    pub(super) max_retries: u32,
    /// 1–50.
    pub(super) video_goal: u32,
    pub(super) resumed_from: Option<SessionId>,
}

/// What is left of an ended session's bounds, by what is known of its attempts now.
struct Remaining {
    /// 0: none of the accepted failures is left.
    retries: u32,
    /// 0: the goal is reached.
    videos: u32,
    /// Whether it failed more often than it may.
    is_out_of_retries: bool,
}

impl ImageMachine {
    /// Spec C1.
    pub(crate) fn start(&mut self, start: Start, cx: &mut Context) -> Result<(), CommandRefused> {
        self.check_free()?;
        CommandRefused::check_range("max retries", start.max_retries)?;
        CommandRefused::check_range("the video goal", start.video_goal)?;
        if start.prompt.is_blank() && cx.needs_prompt() {
            return Err(CommandRefused::PromptNeeded);
        }
        let before = self.preferences(cx);
        let beginning = Beginning {
            prompt: start.prompt.clone(),
            max_retries: start.max_retries.unwrap_or(before.max_retries),
            video_goal: start.video_goal.unwrap_or(before.video_goal),
            resumed_from: None,
        };
        if before.last_prompt != start.prompt {
            self.set(Preferences { last_prompt: start.prompt, ..before }, cx);
        }
        self.begin(beginning, LogEvent::Started, cx);
        self.schedule(ActionKind::First, cx.now(), cx);
        Ok(())
    }

    /// A new session for what is left of the last one (spec C13); the preferences stay as they are.
    pub(crate) fn resume(&mut self, cx: &mut Context) -> Result<(), CommandRefused> {
        self.check_free()?;
        let last = self.last_session.as_ref().ok_or(CommandRefused::NothingToResume)?;
        let remaining = self.remaining(last);
        if remaining.videos == 0 && last.record.outcome != SessionOutcome::Success {
            return Err(CommandRefused::GoalReached);
        }
        if !self.can_resume() {
            return Err(CommandRefused::NothingToResume);
        }
        let at_least_one = *Preferences::RANGE.start();
        let beginning = Beginning {
            prompt: last.record.prompt.clone(),
            max_retries: remaining.retries.max(at_least_one),
            video_goal: remaining.videos.max(at_least_one),
            resumed_from: Some(last.record.session_id),
        };
        self.begin(beginning, LogEvent::Resumed, cx);
        self.schedule(ActionKind::First, cx.now(), cx);
        Ok(())
    }

    /// Whether the last session may be resumed (spec C13): it was not ended by its own bounds, or
    /// what was learned since left some of them.
    pub(crate) fn can_resume(&self) -> bool {
        let Some(last) = &self.last_session else { return false };
        let remaining = self.remaining(last);
        let has_bounds_left = remaining.videos > 0 && !remaining.is_out_of_retries;
        match last.record.outcome {
            SessionOutcome::Pending => false,
            SessionOutcome::Success | SessionOutcome::MaxRetries => has_bounds_left,
            _ => remaining.videos > 0,
        }
    }

    /// What is left of a session that has ended, by what its attempts are now, those included that
    /// ended after it (spec C13). Of a session without attempts, as the browser extension left them,
    /// its own counters tell.
    fn remaining(&self, last: &EndedSession) -> Remaining {
        let session = &last.record;
        let own = self.attempts.iter().map(|attempt| &attempt.record);
        let own = own.filter(|record| record.seen_in == Some(session.session_id));
        let (counted, late): (Vec<_>, Vec<_>) = own.partition(|record| {
            record.counted.is_some_and(|counted| counted.session_id == session.session_id)
        });
        let counters = &session.counters;
        let Counters { moderated, failed, videos_generated, .. } = *counters;
        let is_whole = counted.len() as u64
            == u64::from(moderated) + u64::from(failed) + u64::from(videos_generated);
        let late = late
            .into_iter()
            .filter(|record| record.derived.is_none() && record.outcome.is_terminal());
        let (videos, failures) = if is_whole {
            let all = tally(counted.into_iter().chain(late), |at| self.may_go_on(at));
            (all.videos_generated, all.failures())
        } else {
            let late = tally(late, |at| self.may_go_on(at));
            (videos_generated + late.videos_generated, counters.failures() + late.failures())
        };
        Remaining {
            retries: session.max_retries - failures.min(session.max_retries),
            videos: session.video_goal.saturating_sub(videos),
            is_out_of_retries: failures > session.max_retries,
        }
    }

    pub(super) fn check_free(&self) -> Result<(), CommandRefused> {
        if !self.is_image() {
            return Err(CommandRefused::NoImage);
        }
        if self.session.is_some() {
            return Err(CommandRefused::AlreadyActive);
        }
        if !self.is_auto_retry_on() {
            return Err(CommandRefused::AutoRetryOff { of: self.facts.media_id.clone() });
        }
        Ok(())
    }

    /// A session begins, with `logged` as its first line. Nothing is scheduled yet.
    pub(super) fn begin(
        &mut self,
        beginning: Beginning,
        logged: fn(Bounds) -> LogEvent,
        cx: &mut Context,
    ) {
        self.keep(cx);
        let Beginning { prompt, max_retries, video_goal, resumed_from } = beginning;
        let record = SessionRecord {
            session_id: cx.next_session_id(),
            media_id: self.facts.media_id.clone(),
            prompt,
            max_retries,
            video_goal,
            counters: Counters::default(),
            outcome: SessionOutcome::Pending,
            current_post_id: cx.shown().map(|shown| shown.post_id.clone()),
            started_at: cx.now(),
            ended_at: None,
            last_failure_time: None,
            resumed_from,
        };
        cx.put(Change::Session(record.clone()));
        let mut session = Session::new(record);
        session.awaits_earlier = self.shows_unnamed(cx);
        if let (Some(last), Some(_)) = (&self.last_session, resumed_from)
            && let Some(pressed_at) = last.open_press
        {
            session.begins_at = pressed_at;
            session.open_press = Some(pressed_at);
        }
        let session_id = session.id();
        self.session = Some(session);
        if let Some(earlier) = resumed_from {
            self.take_over_open_attempts(earlier, session_id, cx);
        }
        self.log(cx, None, logged(Bounds { video_goal, max_retries }));
    }

    /// Whether the page displays the progress of something that nothing has named (spec C2).
    pub(crate) fn shows_unnamed(&self, cx: &Context) -> bool {
        self.display.is_some_and(|display| display.progress(cx.now()).is_some())
            && self.attempts.open().next().is_none()
    }

    /// What the session that is gone on from had under way counts in this one (spec C13).
    fn take_over_open_attempts(&mut self, from: SessionId, to: SessionId, cx: &mut Context) {
        let open: Vec<_> = self.attempts.open().collect();
        for key in open {
            let Some(attempt) = self.attempts.get_mut(key) else { continue };
            if attempt.is_of(from) && attempt.record.counted.is_none() {
                attempt.record.seen_in = Some(to);
                self.put_attempt(key, cx);
            }
        }
    }

    /// The moment of the last press, unless its end was seen: of an attempt of the session that pressed, or
    /// of one that goes on from it. What ended as it was issued is the press's before.
    pub(super) fn open_press_of(&self, press: LastPress) -> Option<Millis> {
        let has_ended = self.attempts.iter().any(|attempt| {
            let AttemptRecord { seen_in, ended_at, .. } = &attempt.record;
            seen_in.is_some_and(|session_id| session_id >= press.session_id)
                && ended_at.is_some_and(|ended_at| ended_at > press.at)
        });
        (!has_ended).then_some(press.at)
    }

    /// Spec C12.
    pub(crate) fn stop(&mut self, cx: &mut Context) -> Result<(), CommandRefused> {
        if self.session.is_none() {
            return Err(CommandRefused::NotActive);
        }
        self.end_session(SessionOutcome::Cancelled, cx);
        Ok(())
    }

    /// Spec C15, C17: changed bounds and auto-retry take effect at once, by the decision of C6.
    pub(crate) fn set_preferences(
        &mut self,
        change: &SetPreferences,
        cx: &mut Context,
    ) -> Result<(), CommandRefused> {
        CommandRefused::check_range("max retries", change.max_retries)?;
        CommandRefused::check_range("the video goal", change.video_goal)?;
        let before = self.preferences(cx);
        let preferences = Preferences {
            max_retries: change.max_retries.unwrap_or(before.max_retries),
            video_goal: change.video_goal.unwrap_or(before.video_goal),
            auto_retry: change.auto_retry.unwrap_or(before.auto_retry),
            last_prompt: before.last_prompt.clone(),
        };
        let auto_retry = preferences.auto_retry;
        if preferences == before {
            self.preferences = Some(preferences);
        } else {
            self.set(preferences, cx);
        }
        self.apply_to_session(change, cx);
        if before.auto_retry && !auto_retry {
            self.drop_scheduled(cx);
        }
        self.decide(cx);
        Ok(())
    }

    pub(super) fn set(&mut self, preferences: Preferences, cx: &mut Context) {
        self.keep(cx);
        self.preferences = Some(preferences.clone());
        cx.put(Change::Preferences { media_id: self.facts.media_id.clone(), preferences });
    }

    fn apply_to_session(&mut self, change: &SetPreferences, cx: &mut Context) {
        let Some(session) = &mut self.session else { return };
        let before = log::bounds(&session.record);
        session.record.max_retries = change.max_retries.unwrap_or(before.max_retries);
        session.record.video_goal = change.video_goal.unwrap_or(before.video_goal);
        let bounds = log::bounds(&session.record);
        if bounds != before {
            cx.put(Change::Session(session.record.clone()));
            self.log(cx, None, LogEvent::BoundsChanged(bounds));
        }
    }
}
