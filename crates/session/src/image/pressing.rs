//! Requests for a video of the image that have no end yet: while there is one, or an end is being
//! checked, nothing is pressed (spec C6, C9, H5, H9).

use retake_protocol::log::{LogEvent, PressedBy};
use retake_protocol::{
    ActionId, AttemptId, AttemptOutcome, Millis, PressState, Refusal, SessionId, Source,
};

use super::ImageMachine;
use super::attempt::Attempt;
use super::attempts::Key;
use super::session::Step;
use super::under_way::NewPress;
use crate::context::Context;
use crate::event::PictureOfRequest;
use crate::record::{Change, PressRecord};

/// For so long after a click the next request is its own, and one that sees none asks, in ms (spec C9,
/// H9).
pub(crate) const REQUEST_WITHIN_MS: Millis = 20_000;

/// How long before its request the page may write the entry of a video, in ms.
const ENTRY_BEFORE_REQUEST_MS: Millis = 2_000;

impl ImageMachine {
    /// The page asks for a video of the image.
    pub(crate) fn press_begun(&mut self, press: NewPress, cx: &mut Context) {
        let pressed_at = press.at;
        if let Some(session) = &mut self.session {
            // Until its session says that it is its own.
            session.presses_seen.insert(pressed_at, PressedBy::User);
        }
        let record = PressRecord {
            media_id: self.facts.media_id.clone(),
            pressed_at,
            action_id: press.action_id,
            begins_session: None,
            picture: press.picture,
            requests: 1,
            state: PressState::UnderWay,
        };
        if self.takes_itself(cx) && cx.takes_row(self.media_id(), 0, self.claim()) {
            self.keep(cx);
            cx.put(Change::Press(record.clone()));
        }
        self.under_way.begin(record, press.stream, cx.now());
        // The page may have written its entry before it asked.
        let is_its_entry = |key: &Key| {
            self.attempts.get(*key).is_some_and(|attempt| {
                let record = &attempt.record;
                record.pressed_at.is_none()
                    && record.derived.is_none()
                    && pressed_at.saturating_sub(record.first_seen_at) <= ENTRY_BEFORE_REQUEST_MS
            })
        };
        let entry = self.attempts.open().find(is_its_entry);
        if let Some(key) = entry {
            self.attempts.set_press(key, pressed_at);
        }
    }

    /// A second request of the same press (spec H5).
    pub(crate) fn press_doubled(&mut self, pressed_at: Millis, cx: &mut Context) {
        if let Some(record) = self.under_way.add_request(pressed_at) {
            self.put_press(record, cx);
        }
    }

    /// Writes the row of a press, where its image has one.
    pub(super) fn put_press(&self, record: PressRecord, cx: &mut Context) {
        if self.has_row() && !cx.suppressed().has_image(self.media_id()) {
            cx.put(Change::Press(record));
        }
    }

    /// Its answer told something new.
    pub(crate) fn press_moved(&mut self, pressed_at: Option<Millis>, cx: &mut Context) {
        self.under_way.note_activity(pressed_at, cx.now());
        self.note_activity(cx);
    }

    /// Nothing more is to come of it.
    pub(crate) fn press_over(&mut self, pressed_at: Millis, cx: &mut Context) {
        if let Some(record) = self.under_way.remove(pressed_at) {
            self.put_press(PressRecord { state: PressState::Ended, ..record }, cx);
        }
    }

    /// A press is over with its first video, or when each of its videos has ended (spec H5).
    pub(super) fn review_press(&mut self, pressed_at: Option<Millis>, cx: &mut Context) {
        let waiting = pressed_at.and_then(|at| Some((at, self.under_way.requests(at)?)));
        let Some((at, requests)) = waiting else { return };
        let videos = self.attempts.of_press(at);
        let (mut ended, mut open, mut completed) = (0, 0, false);
        for outcome in videos.filter_map(|key| Some(self.attempts.get(key)?.record.outcome)) {
            completed |= outcome == AttemptOutcome::Completed;
            if outcome.is_terminal() {
                ended += 1;
            } else {
                open += 1;
            }
        }
        if completed || (open == 0 && ended >= requests) {
            self.press_over(at, cx);
        }
    }

    /// Whether a press is under way or an end is being checked: then nothing is pressed (spec C6).
    pub(super) fn is_generating(&self) -> bool {
        !self.under_way.is_empty() || self.attempts.announced().next().is_some()
    }

    /// When a press is given up, since nothing is heard of it (spec C10), or its click asked for.
    pub(crate) fn press_deadline(&self, cx: &Context) -> Option<Millis> {
        [self.under_way.deadline(cx), self.not_taken_at(cx)].into_iter().flatten().min()
    }

    /// Gives up presses that nothing is heard of: they are unknown, and hold nothing up (spec H9).
    pub(crate) fn expire_presses(&mut self, cx: &mut Context) {
        let now = cx.now();
        let given_up = self.under_way.take_given_up(cx);
        let is_any = !given_up.is_empty();
        for (record, stream) in given_up {
            self.end_not_seen_of(record, stream, cx);
        }
        if is_any {
            self.recount(cx);
        }
        if self.not_taken_at(cx).is_some_and(|at| at <= now) {
            self.wait_for_user(Refusal::ClickNotTaken, cx);
        }
    }

    /// Nobody saw the end of a press: its attempts are unknown, and one that nothing named is kept as
    /// well (spec C10, H9).
    fn end_not_seen_of(&mut self, record: PressRecord, stream: u32, cx: &mut Context) {
        let pressed_at = record.pressed_at;
        self.put_press(PressRecord { state: PressState::Unknown, ..record }, cx);
        if self.attempts.of_press(pressed_at).next().is_none()
            && self.has_row()
            && cx.takes_row(self.media_id(), 0, self.claim())
        {
            self.insert_unnamed(pressed_at, stream, cx);
        }
        let videos: Vec<Key> = self.attempts.of_press(pressed_at).collect();
        for key in videos {
            self.end_not_seen(key, cx);
        }
    }

    /// The attempt of a press that nothing has named.
    fn insert_unnamed(&mut self, pressed_at: Millis, stream: u32, cx: &mut Context) {
        let Some(id) = unnamed_attempt(pressed_at, stream) else { return };
        let mut attempt = Attempt::unnamed(self.facts.media_id.clone(), id.clone(), cx.now());
        attempt.record.told_by.insert(Source::Request);
        attempt.record.seen_in = self.session_of_press(pressed_at);
        cx.set_owner(id, self.facts.media_id.clone());
        let key = self.attempts.insert(attempt);
        self.attempts.set_press(key, pressed_at);
    }

    /// An attempt has no end, and nothing more is waited for: it is unknown, and counts as nothing until
    /// a source tells (spec H9).
    pub(super) fn end_not_seen(&mut self, key: Key, cx: &mut Context) {
        let Some(attempt) = self.attempts.get(key) else { return };
        let record = &attempt.record;
        if record.outcome.is_terminal()
            || record.outcome == AttemptOutcome::Unknown
            || record.announced.is_some()
        {
            return;
        }
        let attempt_id = record.attempt_id.clone();
        self.attempts.set_outcome(key, AttemptOutcome::Unknown);
        self.put_attempt(key, cx);
        self.log(cx, Some(&attempt_id), LogEvent::EndNotSeen);
    }

    /// When the session asks about a click that nothing followed (spec H9).
    fn not_taken_at(&self, cx: &Context) -> Option<Millis> {
        let session = self.session.as_ref()?;
        let waits = matches!(session.step, Step::AwaitingOutcome);
        let is_silent = waits && !session.last_click.has_sign && session.last_click.press.is_none();
        let is_asked = is_silent && session.last_click.expects_request && cx.sees_requests();
        let clicked_at = session.open_press.filter(|_| is_asked)?;
        Some(cx.deadline(clicked_at + REQUEST_WITHIN_MS))
    }

    /// Whether the next request is of a click of its session (spec C9).
    pub(crate) fn awaits_request(&self, cx: &Context) -> bool {
        let Some(session) = &self.session else { return false };
        let has_clicked = matches!(
            session.step,
            Step::Issued { .. } | Step::AwaitingOutcome | Step::NeedsUser(Refusal::ClickNotTaken)
        );
        let issued_at = session.last_click.issued_at;
        has_clicked
            && session.last_click.press.is_none()
            && !session.last_click.user_pressed
            && issued_at.is_some_and(|at| cx.now() - at <= REQUEST_WITHIN_MS)
    }

    /// The action that its session's last click carried out.
    pub(crate) fn last_action(&self) -> Option<ActionId> {
        self.session.as_ref()?.last_click.action_id
    }

    /// The user pressed: the next request may be his (spec C9).
    pub(crate) fn user_pressed(&mut self, cx: &mut Context) {
        if self.awaits_request(cx)
            && let Some(session) = &mut self.session
        {
            session.last_click.user_pressed = true;
        }
    }

    /// The request of its session's click. Where it is of another picture the session waits, and what
    /// comes of it is none of its (spec C9).
    pub(crate) fn take_request(
        &mut self,
        pressed_at: Millis,
        picture: &PictureOfRequest,
        cx: &mut Context,
    ) {
        let is_own = match picture {
            PictureOfRequest::Image(media_id) => media_id == self.media_id(),
            PictureOfRequest::Unreadable => true,
            PictureOfRequest::Unknown(_) | PictureOfRequest::None => false,
        };
        let Some(session) = &mut self.session else { return };
        session.last_click.press = Some(pressed_at);
        session.presses_seen.insert(pressed_at, PressedBy::Retake);
        if is_own {
            return self.note_activity(cx);
        }
        session.asked_about = match picture {
            PictureOfRequest::Unknown(post_id) => Some(post_id.clone()),
            _ => None,
        };
        let why = match picture {
            PictureOfRequest::Unknown(_) => Refusal::UnknownPicture,
            _ => Refusal::OtherPicture,
        };
        self.drop_scheduled(cx);
        self.wait_for_user(why, cx);
    }

    /// The session that an attempt of this press is of (spec C2, C13): the active one, if it had begun,
    /// else the last one, where that ended with a press under way.
    pub(super) fn session_of_press(&self, pressed_at: Millis) -> Option<SessionId> {
        if let Some(session) = &self.session {
            return (pressed_at >= session.begins_at).then(|| session.id());
        }
        let last = self.last_session.as_ref()?;
        last.open_press.filter(|at| pressed_at >= *at).map(|_| last.record.session_id)
    }

    /// Whether the outcome that the session waits for is this attempt's (spec C6).
    pub(super) fn is_awaited(&self, key: Key) -> bool {
        let Some(session) = &self.session else { return false };
        let Some(attempt) = self.attempts.get(key) else { return false };
        session.last_click.press.is_none() || attempt.record.pressed_at == session.last_click.press
    }
}

/// The id of an attempt that nothing has named, by its press and the stream that answers it.
pub(crate) fn unnamed_attempt(pressed_at: Millis, stream: u32) -> Option<AttemptId> {
    AttemptId::new(format!("press-{pressed_at}-{stream}"))
}
