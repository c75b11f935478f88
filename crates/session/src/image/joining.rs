//! Two attempts of the image that turn out to be one (spec A1, H5).

use retake_protocol::log::LogEvent;
use retake_protocol::{AttemptId, DiagnosticKind, Source};

use super::ImageMachine;
use super::attempts::Key;
use super::counting::Batch;
use crate::context::Context;
use crate::record::Change;

impl ImageMachine {
    /// Several attempts go by names that this entry has: they are one, unless there are more than two,
    /// their videos differ, or the streams of one press reported both (spec A1, H5).
    pub(super) fn join(
        &mut self,
        aliases: &[AttemptId],
        batch: &mut Batch,
        cx: &mut Context,
    ) -> Option<Key> {
        // An entry before this one may have joined them already.
        let keys = self.attempts.find_all(aliases);
        let [one, other] = keys[..] else {
            if keys.len() > 2 {
                cx.note(DiagnosticKind::AmbiguousIds, "ids that would make one attempt of three");
            }
            return self.attempts.find(aliases);
        };
        let url = |key: Key| self.attempts.get(key)?.record.video_url.as_ref();
        if url(one).zip(url(other)).is_some_and(|(one, other)| one != other) {
            cx.note(
                DiagnosticKind::AmbiguousIds,
                "ids that would make one attempt of two with other videos",
            );
            return self.attempts.find(aliases);
        }
        if self.are_of_one_press(one, other) {
            return self.attempts.find(aliases);
        }
        let is_counted =
            |key: Key| self.attempts.get(key).is_some_and(|a| a.record.counted.is_some());
        let (kept, gone) =
            if is_counted(other) && !is_counted(one) { (other, one) } else { (one, other) };
        self.merge(kept, gone, batch, cx);
        Some(kept)
    }

    /// Whether the streams of one press reported each. Which of its placeholders is whose was a guess then.
    fn are_of_one_press(&self, one: Key, other: Key) -> bool {
        let press = |key: Key| {
            let record = &self.attempts.get(key)?.record;
            record.pressed_at.filter(|_| record.told_by.contains(&Source::Stream))
        };
        press(one).is_some_and(|at| press(other) == Some(at))
    }

    fn merge(&mut self, kept: Key, gone: Key, batch: &mut Batch, cx: &mut Context) {
        batch.changes_counts |= self.uncount(gone, cx);
        let Some(absorbed) = self.attempts.remove(gone) else { return };
        let (gone_id, aliases) =
            (absorbed.record.attempt_id.clone(), absorbed.record.aliases.clone());
        let Some(attempt) = self.attempts.get_mut(kept) else { return };
        attempt.absorb(absorbed);
        let (record, outcome) = (attempt.record.clone(), attempt.record.outcome);
        self.attempts.set_outcome(kept, outcome);
        self.attempts.set_announced(kept, record.announced.filter(|_| !outcome.is_terminal()));
        if let Some(pressed_at) = record.pressed_at {
            self.attempts.set_press(kept, pressed_at);
        }
        for alias in &aliases {
            self.attempts.add_alias(kept, alias);
        }
        let by = (record.media_id.clone(), record.attempt_id.clone());
        let joined = LogEvent::Joined { other: gone_id.clone() };
        self.log(cx, Some(&record.attempt_id), joined);
        self.put_attempt(kept, cx);
        cx.put(Change::AttemptReplaced { media_id: record.media_id, attempt_id: gone_id, by });
    }
}
