//! One video of an answer, and the end that an answer brought (spec H3).

use retake_grok::stream::SeenFrame;
use retake_protocol::{AttemptId, AttemptOutcome, Certainty, Millis, Source};

use crate::record::Decision;

/// One video of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Track {
    pub(crate) stream: u32,
    pub(crate) ids: Vec<AttemptId>,
    /// The last frame of it, with what those before told.
    pub(crate) frame: SeenFrame,
    /// The last progress in percent (0–100) of a frame that ended nothing (spec C5).
    pub(crate) percent: Option<f64>,
    /// It was said to be moderated below 100 %.
    pub(super) is_provisional: bool,
    /// The end that was told last.
    pub(super) end: Option<AttemptOutcome>,
    pub(super) heard_at: Millis,
}

/// An end that an answer brought.
#[derive(Clone, Debug)]
pub(crate) struct Ending {
    /// The video's ids; none: it was never named.
    pub(crate) ids: Vec<AttemptId>,
    pub(crate) stream: u32,
    pub(crate) outcome: AttemptOutcome,
    pub(crate) decision: Decision,
}

impl Track {
    pub(crate) fn new(stream: u32, frame: SeenFrame, now: Millis) -> Self {
        let ids = frame.ids.clone();
        Self { stream, ids, frame, percent: None, is_provisional: false, end: None, heard_at: now }
    }

    /// Whether its answer told an end of it.
    pub(crate) fn has_ended(&self) -> bool {
        self.end.is_some()
    }

    pub(super) fn take(&mut self, frame: &SeenFrame, now: Millis) -> Option<Ending> {
        self.heard_at = now;
        for id in &frame.ids {
            if !self.ids.contains(id) {
                self.ids.push(id.clone());
            }
        }
        self.merge(frame);
        let is_last = frame.progress.is_some_and(|percent| percent >= 100.0);
        let outcome = match (frame.is_moderated, is_last) {
            (true, true) => Some(AttemptOutcome::Moderated),
            (true, false) => {
                self.is_provisional = true;
                None
            }
            (false, _) => frame.video_url.is_some().then_some(AttemptOutcome::Completed),
        };
        if outcome.is_none() {
            self.percent = frame.progress.or(self.percent);
        }
        let outcome = outcome.filter(|outcome| self.end != Some(*outcome))?;
        Some(self.ends(outcome, Certainty::Told))
    }

    /// What a frame lacks stays as it was.
    fn merge(&mut self, frame: &SeenFrame) {
        let known = std::mem::replace(&mut self.frame, frame.clone());
        let merged = &mut self.frame;
        merged.progress = merged.progress.or(known.progress);
        merged.video_url = merged.video_url.take().or(known.video_url);
        merged.file = merged.file.take().or(known.file);
        merged.thumbnail_url = merged.thumbnail_url.take().or(known.thumbnail_url);
        merged.image = merged.image.take().or(known.image);
        merged.side_by_side = merged.side_by_side.or(known.side_by_side);
        merged.resolution = merged.resolution.take().or(known.resolution);
        merged.prompt = merged.prompt.take().or(known.prompt);
        merged.mode = merged.mode.take().or(known.mode);
        merged.create_time = merged.create_time.or(known.create_time);
    }

    pub(super) fn ends(&mut self, outcome: AttemptOutcome, certainty: Certainty) -> Ending {
        self.end = Some(outcome);
        let decision = Decision { by: Source::Stream, certainty };
        Ending { ids: self.ids.clone(), stream: self.stream, outcome, decision }
    }
}

impl Ending {
    pub(super) fn unnamed(stream: u32, outcome: AttemptOutcome) -> Self {
        let decision = Decision { by: Source::Stream, certainty: Certainty::Inferred };
        Self { ids: Vec::new(), stream, outcome, decision }
    }
}
