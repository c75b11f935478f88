//! A session that begins at the user's own press on the page (spec C22).

use retake_protocol::log::{LogEvent, PressedBy};
use retake_protocol::{Millis, Preferences, Prompt, SessionId};

use super::ImageMachine;
use super::attempts::Key;
use super::session::{LastClick, Step};
use super::starting::Beginning;
use crate::context::Context;

/// A press of the user's that a session may begin at.
#[derive(Clone, Debug)]
pub(crate) struct OwnPress {
    /// When the user clicked or sent the form off.
    pub(crate) clicked_at: Millis,
    /// The moment of its request.
    pub(crate) at: Millis,
    /// What its request asked for; `None`: it named no prompt.
    pub(crate) prompt: Option<Prompt>,
}

impl ImageMachine {
    /// Begins a session, with this press as its first. Not where one runs or auto-retry is off.
    pub(crate) fn start_at_press(&mut self, press: OwnPress, cx: &mut Context) {
        let OwnPress { clicked_at, at, prompt } = press;
        let needs_prompt = prompt.is_none() && cx.needs_prompt();
        if self.check_free().is_err() || needs_prompt {
            return;
        }
        let before = self.preferences(cx);
        let (max_retries, video_goal) = (before.max_retries, before.video_goal);
        // A request without a prompt, or one that is not understood, leaves the one that is kept.
        if let Some(prompt) = prompt.clone().filter(|prompt| before.last_prompt != *prompt) {
            self.set(Preferences { last_prompt: prompt, ..before }, cx);
        }
        let prompt = prompt.unwrap_or_default();
        let beginning = Beginning { prompt, max_retries, video_goal, resumed_from: None };
        self.begin(beginning, LogEvent::StartedAtPress, cx);
        let now = cx.now();
        cx.clicks_mut().user_clicked(now);
        let Some(session) = &mut self.session else { return };
        session.begins_to_press(LastClick {
            press: Some(at),
            expects_request: true,
            has_sign: true,
            ..LastClick::default()
        });
        session.presses_seen.insert(at, PressedBy::User);
        session.step = Step::AwaitingOutcome;
        session.last_activity_at = Some(now);
        session.open_press = Some(at);
        // What the page displays is this press's.
        session.awaits_earlier = false;
        let session_id = session.id();
        if let Some(record) = self.under_way.begin_session(at, session_id) {
            self.put_press(record, cx);
        }
        self.take_entries_since(clicked_at, session_id, cx);
    }

    /// The page may have written its entries before it asked: they are the session's.
    fn take_entries_since(&mut self, clicked_at: Millis, to: SessionId, cx: &mut Context) {
        let open: Vec<Key> = self.attempts.open().collect();
        for key in open {
            let Some(attempt) = self.attempts.get_mut(key) else { continue };
            let is_its = attempt.record.first_seen_at >= clicked_at;
            if is_its && attempt.record.seen_in.is_none() && attempt.may_count() {
                attempt.record.seen_in = Some(to);
                self.put_attempt(key, cx);
            }
        }
    }
}
