//! Limits of Grok's and its refusals (spec C11, H5, H6).

use retake_grok::{RefusalReading, Until};
use retake_protocol::queue::QueuePause;
use retake_protocol::{DiagnosticKind, Millis, Refusal, SessionOutcome};

use super::State;

/// A limit of Grok's (spec C11).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limit {
    /// When it was met.
    pub(super) since: Millis,
    /// When it ends, where that was said.
    pub(super) until: Option<Until>,
}

impl State {
    /// The answer to a request is a limit, a refusal or an error (spec H6).
    pub(crate) fn answer_seen(&mut self, stream: u32, reading: RefusalReading) {
        if self.presses.of_stream(stream).is_none() {
            let now = self.cx().now();
            self.presses.begin(stream, None, now);
        }
        match reading {
            RefusalReading::Limited { until } => {
                if let Some(press) = self.presses.of_stream_mut(stream) {
                    press.limit(stream, until);
                }
                self.act_on_limit(stream);
            }
            RefusalReading::Refused { reason, words } => {
                self.access_refused(Some(stream), reason, &words);
            }
            RefusalReading::ServerError => {
                if let Some(press) = self.presses.of_stream_mut(stream) {
                    press.take_failure(stream);
                }
            }
            RefusalReading::Nothing => {}
        }
    }

    /// A limit that met one of two videos is acted on when the other has ended (spec H5).
    pub(super) fn act_on_limit(&mut self, stream: u32) {
        let Some(press) = self.presses.of_stream_mut(stream) else { return };
        let Some(limited) = press.due_limit() else { return };
        press.forget_limit();
        self.end_press(stream);
        self.limit_seen(limited.until);
    }

    /// Nothing comes of a press.
    fn end_press(&mut self, stream: u32) {
        let Some(press) = self.presses.of_stream(stream) else { return };
        let (at, image) = (press.at, press.image.clone());
        let (images, cx) = self.parts();
        if let Some(image) = image.and_then(|media_id| images.get_mut(&media_id)) {
            image.press_over(at, cx);
        }
    }

    /// Grok refuses a video until the user does something: the sessions that it can be of wait.
    pub(crate) fn access_refused(&mut self, stream: Option<u32>, reason: Refusal, words: &str) {
        self.cx_mut().note(DiagnosticKind::AccessRefused, reason.in_words());
        let of = stream.and_then(|stream| Some(self.presses.of_stream(stream)?.at));
        if let Some(stream) = stream {
            self.end_press(stream);
        }
        let (images, cx) = self.parts();
        for image in images.values_mut() {
            image.access_refused(reason, words, of, cx);
        }
    }

    /// A limit ends every active session at once (spec C11).
    pub(crate) fn limit_seen(&mut self, until: Option<Until>) {
        // A notice may tell without a time of the limit whose time an answer has told.
        if until.is_some() || self.limit.is_none() {
            self.limit = Some(Limit { since: self.cx.now(), until });
        }
        for image in self.images.values_mut() {
            image.end_session(SessionOutcome::RateLimited, &mut self.cx);
        }
        self.pause_queue(QueuePause::RateLimited);
    }
}
