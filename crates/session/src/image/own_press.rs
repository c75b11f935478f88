//! A session that begins at the user's own press on the page (spec C22).

use retake_protocol::log::{LogEvent, PressedBy};
use retake_protocol::{Millis, Preferences, Prompt, SessionId};

use super::ImageMachine;
use super::attempts::Key;
use super::observing::says_nothing;
use super::session::{LastClick, Step};
use super::starting::Beginning;
use crate::context::Context;
use crate::record::AttemptRecord;

/// A press of the user's that a session may begin at.
#[derive(Clone, Debug)]
pub(crate) struct OwnPress {
    /// When the user clicked or sent the form off.
    pub(crate) clicked_at: Millis,
    /// The moment of its request.
    pub(crate) at: Millis,
    /// What its request asked for.
    pub(crate) prompt: Prompt,
}

impl ImageMachine {
    /// Begins a session, with this press as its first. Not where one runs or auto-retry is off.
    pub(crate) fn start_at_press(&mut self, press: OwnPress, cx: &mut Context) {
        let OwnPress { clicked_at, at, prompt } = press;
        if self.check_free().is_err() {
            return;
        }
        let before = self.preferences(cx);
        let (max_retries, video_goal) = (before.max_retries, before.video_goal);
        if before.last_prompt != prompt {
            self.set(Preferences { last_prompt: prompt.clone(), ..before }, cx);
        }
        let earlier = self.last_session_id();
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
        // What the page displays by now is this press's.
        session.awaits_earlier = false;
        let session_id = session.id();
        if let Some(record) = self.under_way.begin_session(at, session_id) {
            self.put_press(record, cx);
        }
        self.take_entries_of(OwnEntries { clicked_at, at, earlier }, cx);
    }

    /// The page may have written its entries before it asked: they are the session's, though the one before
    /// may have taken them for its own (spec C2).
    fn take_entries_of(&mut self, own: OwnEntries, cx: &mut Context) {
        let to = self.session_id();
        let open: Vec<Key> = self.attempts.open().collect();
        for key in open {
            let Some(attempt) = self.attempts.get_mut(key) else { continue };
            let is_free = attempt.record.counted.is_none() && attempt.may_count();
            if is_free && own.has(&attempt.record, cx) {
                attempt.record.seen_in = to;
                self.put_attempt(key, cx);
            }
        }
    }
}

/// What tells the entries of a press from all others.
#[derive(Clone, Copy, Debug)]
struct OwnEntries {
    clicked_at: Millis,
    at: Millis,
    /// The session before, where there was one.
    earlier: Option<SessionId>,
}

impl OwnEntries {
    /// Whether an attempt is tied to the press, or to none and shows itself only since the click.
    fn has(&self, record: &AttemptRecord, cx: &Context) -> bool {
        if record.pressed_at.is_some() {
            return record.pressed_at == Some(self.at);
        }
        let created = record.create_time.filter(|at| !says_nothing(Some(*at), cx));
        record.first_seen_at >= self.clicked_at
            && created.is_none_or(|at| at >= cx.earliest_since(self.clicked_at))
            && (record.seen_in.is_none() || record.seen_in == self.earlier)
    }
}
