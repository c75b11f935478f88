//! One attempt: its row, and what matters only while the app runs.

use std::collections::BTreeSet;

use retake_grok::{Derivation, SeenAttempt};
use retake_protocol::{
    AttemptId, AttemptOutcome, DerivedKind, Layer, LayerSource, MediaId, Millis, SessionId,
};

use super::progress::{Progress, ProgressSource};
use crate::record::{AttemptRecord, Derived};

/// An attempt: its row, and what matters only while the app runs.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(super) record: AttemptRecord,
    /// The order number of `record.percent`; 0: none was seen.
    pub(super) progress_order: u64,
    /// Where `record.percent` is from.
    pub(super) progress_source: ProgressSource,
    /// What the store last said of it since the page was loaded (spec H1).
    pub(super) store_said: Option<AttemptOutcome>,
    /// Whether its id is the page's own until Grok gives the real one.
    pub(super) is_placeholder: bool,
    /// Which of the two videos of one press it is, where Grok says so (spec H5).
    pub(super) side_by_side: Option<u32>,
    /// When its end was announced, where that counted it.
    pub(super) announced_at: Option<Millis>,
}

impl Attempt {
    /// One that nothing but its ids is taken over of yet.
    pub(super) fn new(media_id: MediaId, seen: &SeenAttempt, now: Millis) -> Self {
        let mut attempt = Self::unnamed(media_id, seen.id().clone(), now);
        attempt.record.aliases.clone_from(&seen.aliases);
        Self { is_placeholder: seen.is_placeholder, side_by_side: seen.side_by_side, ..attempt }
    }

    /// One that is known from a press alone.
    pub(super) fn unnamed(media_id: MediaId, attempt_id: AttemptId, now: Millis) -> Self {
        Self::loaded(AttemptRecord {
            media_id,
            aliases: vec![attempt_id.clone()],
            attempt_id,
            outcome: AttemptOutcome::Pending,
            unknown_status: None,
            prompt: None,
            video_url: None,
            hd_url: None,
            hd_1080_url: None,
            thumbnail_url: None,
            create_time: None,
            length_seconds: None,
            resolution: None,
            mode: None,
            percent: None,
            derived: None,
            layer: None,
            layer_source: None,
            first_seen_at: now,
            ended_at: None,
            seen_in: None,
            counted: None,
            pressed_at: None,
            told_by: BTreeSet::new(),
            decided: None,
            announced: None,
        })
    }

    /// One as it is stored.
    pub(super) fn loaded(record: AttemptRecord) -> Self {
        Self {
            record,
            progress_order: 0,
            progress_source: ProgressSource::Page,
            store_said: None,
            is_placeholder: false,
            side_by_side: None,
            announced_at: None,
        }
    }

    /// Whether it belongs to the image's series and may count (spec A9).
    pub(super) fn may_count(&self) -> bool {
        self.record.derived.is_none()
    }

    /// Whether this is an attempt of the session `session_id`.
    pub(super) fn is_of(&self, session_id: SessionId) -> bool {
        self.record.seen_in == Some(session_id)
    }

    /// Takes over what an entry says; what it lacks stays as it was. The outcome is the caller's. What a
    /// finished video was made with does not change any more: a larger copy of it is no other video
    /// (spec A9). Whether anything changed.
    pub(super) fn merge_entry(&mut self, seen: &SeenAttempt) -> bool {
        let record = &mut self.record;
        let has_ended = record.outcome.is_terminal();
        let mut changed = record.unknown_status != seen.unknown_status;
        if changed {
            record.unknown_status.clone_from(&seen.unknown_status);
        }
        changed |= fill(&mut record.prompt, seen.prompt.as_ref());
        changed |= fill(&mut record.video_url, seen.video_url.as_ref());
        changed |= fill(&mut record.hd_url, seen.hd_url.as_ref());
        changed |= fill(&mut record.hd_1080_url, seen.hd_1080_url.as_ref());
        changed |= fill(&mut record.thumbnail_url, seen.thumbnail_url.as_ref());
        changed |= fill(&mut record.create_time, seen.create_time.as_ref());
        if !has_ended || record.length_seconds.is_none() {
            changed |= fill(&mut record.length_seconds, seen.length_seconds.as_ref());
        }
        if !has_ended || record.resolution.is_none() {
            changed |= fill(&mut record.resolution, seen.resolution.as_ref());
        }
        changed |= fill(&mut record.mode, seen.mode.as_ref());
        self.is_placeholder = seen.is_placeholder;
        changed
    }

    /// Notes what was made of which video, as long as the attempt was not counted (spec A9).
    pub(super) fn derive(&mut self, derivation: Derivation, from: Option<&AttemptId>) -> bool {
        if self.record.counted.is_some() {
            return false;
        }
        let kind = match derivation {
            Derivation::Extension => DerivedKind::Extension,
            Derivation::Upscale => DerivedKind::Upscale,
            Derivation::Edit => DerivedKind::Edit,
        };
        let derived = Some(Derived { kind, from: from.cloned() });
        let changed = self.record.derived != derived;
        self.record.derived = derived;
        changed
    }

    /// Takes what was seen of it under another name; what is known here stays.
    pub(super) fn absorb(&mut self, other: Self) {
        let record = &mut self.record;
        let known = other.record;
        record.prompt = record.prompt.take().or(known.prompt);
        record.video_url = record.video_url.take().or(known.video_url);
        record.hd_url = record.hd_url.take().or(known.hd_url);
        record.hd_1080_url = record.hd_1080_url.take().or(known.hd_1080_url);
        record.thumbnail_url = record.thumbnail_url.take().or(known.thumbnail_url);
        record.create_time = record.create_time.or(known.create_time);
        record.length_seconds = record.length_seconds.or(known.length_seconds);
        record.resolution = record.resolution.take().or(known.resolution);
        record.mode = record.mode.take().or(known.mode);
        record.first_seen_at = record.first_seen_at.min(known.first_seen_at);
        record.seen_in = record.seen_in.or(known.seen_in);
        record.counted = record.counted.or(known.counted);
        record.pressed_at = record.pressed_at.or(known.pressed_at);
        record.told_by.extend(known.told_by);
        record.announced = record.announced.or(known.announced);
        if self.progress_order < other.progress_order {
            record.percent = known.percent;
            self.progress_order = other.progress_order;
            self.progress_source = other.progress_source;
        }
        if !record.outcome.is_terminal() && known.outcome.is_terminal() {
            record.outcome = known.outcome;
            record.layer = known.layer;
            record.layer_source = known.layer_source;
            record.ended_at = known.ended_at;
            record.decided = known.decided;
        }
    }

    /// It has not ended, as far as its image knows.
    pub(super) fn reopen(&mut self) {
        let record = &mut self.record;
        if record.outcome.is_terminal() {
            record.outcome = AttemptOutcome::Processing;
            (record.layer, record.layer_source, record.ended_at) = (None, None, None);
            record.decided = None;
        }
    }

    /// A progress of it while it is under way (spec C5).
    pub(super) fn take_progress(&mut self, progress: Progress) {
        self.progress_order = progress.order;
        self.progress_source = progress.source;
        self.record.percent = Some(progress.percent);
    }

    /// The layer of a failure (spec C4, C5): a technical one is layer 3, a moderated one that of the
    /// last progress seen, layer 1 where none was.
    pub(super) fn set_layer(&mut self) {
        let record = &mut self.record;
        (record.layer, record.layer_source) = match (record.outcome, record.percent) {
            (AttemptOutcome::Failed, _) => (Some(Layer::Three), Some(LayerSource::Seen)),
            (AttemptOutcome::Moderated, Some(percent)) => {
                (Some(Layer::of_percent(percent)), Some(LayerSource::Seen))
            }
            (AttemptOutcome::Moderated, None) => (Some(Layer::One), Some(LayerSource::Assumed)),
            _ => (None, None),
        };
    }
}

/// Takes over a value that is there and differs. Whether it did.
fn fill<T: Clone + PartialEq>(known: &mut Option<T>, seen: Option<&T>) -> bool {
    let is_news = seen.is_some() && known.as_ref() != seen;
    if is_news {
        *known = seen.cloned();
    }
    is_news
}
