//! Which sources reported the image's last generations, for Health (spec H11). Reads only.

use retake_protocol::view::{GenerationState, GenerationView};
use retake_protocol::{AttemptOutcome, ImageKind, Millis, Refusal, Source};

use super::ImageMachine;
use super::attempt::Attempt;
use super::session::Step;
use crate::context::Context;
use crate::record::AttemptRecord;

/// How many are reported.
const MOST: usize = 5;

/// The newest of these, newest first.
pub(crate) fn newest_of(mut all: Vec<GenerationView>) -> Vec<GenerationView> {
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    all.truncate(MOST);
    all
}

impl ImageMachine {
    /// The last generations, newest first.
    pub(crate) fn generations(&self, cx: &Context) -> Vec<GenerationView> {
        let named = self.attempts.newest().map(|attempt| &attempt.record);
        let mut all: Vec<GenerationView> =
            named.filter(|record| !record.told_by.is_empty()).take(MOST).map(of_attempt).collect();
        all.extend(self.unnamed(cx));
        newest_of(all)
    }

    /// The generations that this stands for, where it is no image: which one they are of is not known
    /// (spec A8).
    pub(crate) fn generations_without_image(&self) -> Vec<GenerationView> {
        if self.facts.kind != ImageKind::Unknown {
            return Vec::new();
        }
        let of_attempt = |attempt: &Attempt| GenerationView {
            state: GenerationState::ImageUnknown,
            ..of_attempt(&attempt.record)
        };
        self.attempts.newest().take(MOST).map(of_attempt).collect()
    }

    /// Presses that nothing has named, and a click that nothing followed.
    fn unnamed(&self, cx: &Context) -> Vec<GenerationView> {
        let is_unnamed = |at: &Millis| self.attempts.of_press(*at).next().is_none();
        let requested = self.under_way.oldest().filter(is_unnamed).map(|at| {
            let is_young = cx.now() - at < super::pressing::REQUEST_WITHIN_MS;
            let state = if is_young {
                GenerationState::UnderWay
            } else {
                GenerationState::AnswerUnreadable
            };
            view(at, Some(Source::Request), state)
        });
        let session = self.session.as_ref();
        let is_silent = |step: &Step| matches!(step, Step::NeedsUser(Refusal::ClickNotTaken));
        let clicked = session.filter(|session| is_silent(&session.step));
        let clicked = clicked.and_then(|session| session.last_click.issued_at);
        let clicked = clicked.map(|at| view(at, None, GenerationState::NothingSeen));
        requested.chain(clicked).collect()
    }
}

fn of_attempt(record: &AttemptRecord) -> GenerationView {
    let state = if record.outcome == AttemptOutcome::Unknown {
        GenerationState::EndNotSeen
    } else if !record.outcome.is_terminal() && record.announced.is_none() {
        GenerationState::UnderWay
    } else if record.told_by.contains(&Source::Store) {
        GenerationState::AllWell
    } else {
        GenerationState::StoreSilent
    };
    GenerationView {
        attempt_id: Some(record.attempt_id.clone()),
        at: record.pressed_at.unwrap_or(record.first_seen_at),
        told_by: record.told_by.clone(),
        decided_by: record.decided.map(|decision| decision.by),
        state,
    }
}

fn view(at: Millis, told_by: Option<Source>, state: GenerationState) -> GenerationView {
    let told_by = told_by.into_iter().collect();
    GenerationView { attempt_id: None, at, told_by, decided_by: None, state }
}
