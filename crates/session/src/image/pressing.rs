//! Requests for a video of the image that have no end yet: while there is one, or an end is being
//! checked, nothing is pressed (spec C6, C9, H5, H9).

use std::collections::BTreeMap;

use retake_protocol::log::PressedBy;
use retake_protocol::{AttemptOutcome, Millis, Refusal, SessionId};

use super::ImageMachine;
use super::attempts::{Attempt, Key};
use super::ending::LONGEST_WAIT_MS;
use super::session::Step;
use crate::context::Context;
use crate::event::PictureOfRequest;

/// For so long after a click the next request is its own, and one that sees none asks, in ms (spec C9,
/// H9).
pub(super) const REQUEST_WITHIN_MS: Millis = 20_000;

/// How long before its request the page may write the entry of a video, in ms.
const ENTRY_BEFORE_REQUEST_MS: Millis = 2_000;

/// How far apart the videos of one press are created at most, in ms (spec H5).
const PAIR_WITHIN_MS: u64 = 2_000;

/// Among how many of the newest attempts the other video of a press is looked for.
const PAIR_AMONG: usize = 16;

/// How many presses may have the same moment; each is told by its own.
const PRESSES_AT_ONCE: Millis = 64;

/// The presses under way, by the moment of their request.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay(BTreeMap<Millis, Waiting>);

#[derive(Clone, Copy, Debug)]
struct Waiting {
    /// One request makes one video.
    requests: usize,
    sign_of_life: Millis,
}

impl UnderWay {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, pressed_at: Option<Millis>) -> bool {
        pressed_at.is_some_and(|at| self.0.contains_key(&at))
    }

    pub(super) fn oldest(&self) -> impl Iterator<Item = Millis> {
        self.0.keys().copied()
    }
}

impl ImageMachine {
    /// Two entries that the store says were made side by side are of one press, also where no request
    /// was seen (spec H5).
    pub(super) fn tie_to_pair(&mut self, key: Key, cx: &mut Context) {
        let attempt = self.attempts.get(key).filter(|attempt| attempt.side_by_side.is_some());
        let Some(attempt) = attempt else { return };
        let is_alone = |other: &Attempt| {
            let pressed_at = other.record.pressed_at;
            pressed_at.is_none_or(|at| self.attempts.of_press(at).count() < 2)
        };
        let is_other = |other: &Key| {
            let other = self.attempts.get(*other);
            other.is_some_and(|other| is_pair(attempt, other) && is_alone(other))
        };
        let Some(other) = self.attempts.newest_keys().take(PAIR_AMONG).find(is_other) else {
            return;
        };
        let Some(known) = self.attempts.get(other) else { return };
        let pressed_at = known.record.pressed_at.unwrap_or_else(|| {
            let is_taken = |at: &Millis| {
                self.under_way.contains(Some(*at)) || self.attempts.of_press(*at).next().is_some()
            };
            let since = known.record.first_seen_at;
            (since..since + PRESSES_AT_ONCE).find(|at| !is_taken(at)).unwrap_or(since)
        });
        for one in [key, other] {
            self.attempts.set_press(one, pressed_at);
            self.put_attempt(one, cx);
        }
    }

    /// The page asks for a video of the image.
    pub(crate) fn press_begun(&mut self, pressed_at: Millis, cx: &Context) {
        if let Some(session) = &mut self.session {
            // Until its session says that it is its own.
            session.presses_seen.insert(pressed_at, PressedBy::User);
        }
        let waiting = Waiting { requests: 1, sign_of_life: cx.now() };
        self.under_way.0.insert(pressed_at, waiting);
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
    pub(crate) fn press_doubled(&mut self, pressed_at: Millis) {
        if let Some(waiting) = self.under_way.0.get_mut(&pressed_at) {
            waiting.requests += 1;
        }
    }

    /// Its answer told something new.
    pub(crate) fn press_moved(&mut self, pressed_at: Option<Millis>, cx: &mut Context) {
        if let Some(waiting) = pressed_at.and_then(|at| self.under_way.0.get_mut(&at)) {
            waiting.sign_of_life = cx.now();
        }
        self.note_activity(cx);
    }

    /// Nothing more is to come of it.
    pub(crate) fn press_over(&mut self, pressed_at: Millis) {
        self.under_way.0.remove(&pressed_at);
    }

    /// A press is over with its first video, or when each of its videos has ended (spec H5).
    pub(super) fn review_press(&mut self, pressed_at: Option<Millis>) {
        let Some((at, waiting)) = pressed_at.and_then(|at| Some((at, *self.under_way.0.get(&at)?)))
        else {
            return;
        };
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
        if completed || (open == 0 && ended >= waiting.requests) {
            self.press_over(at);
        }
    }

    /// Whether a press is under way or an end is being checked: then nothing is pressed (spec C6).
    pub(super) fn is_generating(&self) -> bool {
        !self.under_way.is_empty() || self.attempts.announced().next().is_some()
    }

    /// When a press is given up, since nothing is heard of it (spec C10), or its click asked for.
    pub(crate) fn press_deadline(&self, cx: &Context) -> Option<Millis> {
        let given_up = self.under_way.0.iter().map(|(at, waiting)| given_up_at(*at, *waiting, cx));
        given_up.chain(self.not_taken_at(cx)).min()
    }

    /// Gives up presses that nothing is heard of: they are unknown, and hold nothing up (spec H9).
    pub(crate) fn expire_presses(&mut self, cx: &mut Context) {
        let now = cx.now();
        let before = self.under_way.0.len();
        self.under_way.0.retain(|at, waiting| given_up_at(*at, *waiting, cx) > now);
        if self.under_way.0.len() < before {
            self.recount(cx);
        }
        if self.not_taken_at(cx).is_some_and(|at| at <= now) {
            self.wait_for_user(Refusal::ClickNotTaken, cx);
        }
    }

    /// When the session asks about a click that nothing followed (spec H9).
    fn not_taken_at(&self, cx: &Context) -> Option<Millis> {
        let session = self.session.as_ref()?;
        let waits = matches!(session.step, Step::AwaitingOutcome);
        let is_silent = waits && !session.last_click.has_sign && session.last_click.press.is_none();
        let clicked_at = session.open_press.filter(|_| is_silent && cx.sees_requests())?;
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

/// Whether the two are the videos of one press: Grok numbers them, and made them together.
fn is_pair(one: &Attempt, other: &Attempt) -> bool {
    let numbers = one.side_by_side.zip(other.side_by_side);
    let times = one.record.create_time.zip(other.record.create_time);
    numbers.is_some_and(|(one, other)| one != other)
        && times.is_some_and(|(one, other)| one.abs_diff(other) <= PAIR_WITHIN_MS)
        && one.record.prompt == other.record.prompt
        && one.may_count()
        && other.may_count()
}

fn given_up_at(pressed_at: Millis, waiting: Waiting, cx: &Context) -> Millis {
    let silent = waiting.sign_of_life + cx.settings().attempt_timeout_ms;
    cx.deadline(silent.min(pressed_at + LONGEST_WAIT_MS))
}
