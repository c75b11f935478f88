//! What the page shows of the image: its posts, and how far a generation has come (spec B3, C5, C10).

use retake_protocol::{AttemptId, PostId};

use super::ImageMachine;
use super::progress::{Display, Progress};
use crate::context::Context;
use crate::record::Change;

impl ImageMachine {
    /// The page shows a post of the image: that changes nothing but `current_post_id` (spec B3).
    /// `early`: what the page displayed before it was known whose post this is.
    pub(crate) fn shown(&mut self, post_id: &PostId, early: Option<Display>, cx: &mut Context) {
        self.display = early.or(self.display);
        let moved = self.session.as_mut().and_then(|session| {
            let moved = session.record.current_post_id.as_ref() != Some(post_id);
            session.record.current_post_id = Some(post_id.clone());
            moved.then(|| session.record.clone())
        });
        if self.is_new_post(post_id, cx) {
            self.store_facts(cx);
            let (media_id, post_id) = (self.facts.media_id.clone(), post_id.clone());
            cx.set_image_of_post(post_id.clone(), media_id.clone());
            cx.put(Change::Post { media_id, post_id });
        }
        if let Some(record) = moved {
            cx.put(Change::Session(record));
        }
    }

    /// A post of the image that is met for the first time, and is to be kept.
    fn is_new_post(&mut self, post_id: &PostId, cx: &mut Context) -> bool {
        post_id.as_image() != *self.media_id()
            && !cx.suppressed().has_image(self.media_id())
            && !self.posts.contains(post_id)
            && self.takes_itself(cx)
            && cx.takes_row(self.media_id(), 0, self.claim())
            && self.posts.insert(post_id.clone())
    }

    /// The page's progress display, where the page shows this image.
    pub(crate) fn displayed(&mut self, progress: Progress, cx: &mut Context) {
        let is_news = self.display.is_none_or(|display| display.differs(progress));
        self.display = Some(Display::after(self.display, progress, cx.now()));
        if is_news {
            self.note_activity(cx);
            self.set_percent(progress.percent);
        }
    }

    /// The same, of the attempt that it names.
    pub(crate) fn displayed_of(
        &mut self,
        attempt_id: AttemptId,
        progress: Progress,
        cx: &mut Context,
    ) {
        self.progress_of_attempt(attempt_id, progress, cx);
        self.note_activity(cx);
        self.set_percent(progress.percent);
    }

    pub(super) fn set_percent(&mut self, percent: f64) {
        if let Some(session) = &mut self.session {
            session.percent = Some(percent);
            session.is_reloaded = false;
        }
    }

    pub(super) fn progress_of_attempt(
        &mut self,
        attempt_id: AttemptId,
        progress: Progress,
        cx: &mut Context,
    ) {
        let Some(key) = self.attempts.find(std::slice::from_ref(&attempt_id)) else {
            let session_id = self.session_id();
            return self.named.keep(attempt_id, progress, session_id);
        };
        let Some(attempt) = self.attempts.get_mut(key) else { return };
        if !attempt.record.outcome.is_terminal() {
            attempt.take_progress(progress);
            self.put_attempt(key, cx);
        }
    }
}
