//! What the page's store and its progress display say (spec A5, B1, C5, C13), given to their images.

use std::sync::Arc;

use retake_grok::{StoreProblem, StoreReading};
use retake_protocol::{AttemptId, DiagnosticKind, MediaId};

use super::State;
use crate::context::StoreNews;
use crate::image::{ImageMachine, Presence, Progress, ProgressSource};

impl State {
    pub(crate) fn snapshot_read(&mut self, reading: &Arc<StoreReading>) {
        self.note_remarks(reading);
        for conversation in reading.conversations() {
            self.cx.add_no_image(conversation.clone());
        }
        for seen in &reading.images {
            if let Some(image) = self.images.get_mut(&seen.media_id) {
                image.merge_facts(seen, &mut self.cx);
            }
        }
        let attributed = self.attribute(reading);
        let held: Vec<MediaId> = (self.images.values().filter(|image| image.has_session()))
            .map(|image| image.media_id().clone())
            .collect();
        for media_id in held {
            let presence =
                if attributed.holds(&media_id) { Presence::There } else { Presence::Missing };
            if let Some(image) = self.images.get_mut(&media_id)
                && (presence == Presence::There || reading.has_videos)
            {
                image.note_presence(presence, &self.cx);
            }
        }
        // The store that is read now says whose post this is, before its attempts are counted.
        self.page.read(Arc::clone(reading));
        self.resolve_post();
        for (media_id, entries) in attributed.images() {
            if let Some(image) = self.images.get_mut(media_id) {
                image.observe(entries, &mut self.cx);
            }
        }
        self.cx.set_store_news(StoreNews::Spoken);
        self.cx.refill_budget();
    }

    fn note_remarks(&mut self, reading: &StoreReading) {
        use retake_grok::RemarkKind::{
            AmbiguousAliases, OtherVersion, SkippedEntries, UnknownStatus, UnusableKeys,
        };
        for remark in &reading.remarks {
            let (kind, message) = match &remark.kind {
                SkippedEntries => {
                    (DiagnosticKind::SkippedEntries, "entries without a usable id".to_owned())
                }
                UnknownStatus(status) => {
                    (DiagnosticKind::UnknownStatus, format!("status `{status}`"))
                }
                UnusableKeys => {
                    (DiagnosticKind::UnusableKeys, "keys that can't be an image's id".to_owned())
                }
                AmbiguousAliases => (
                    DiagnosticKind::AmbiguousIds,
                    "ids that would make one attempt of several".to_owned(),
                ),
                OtherVersion => {
                    (DiagnosticKind::OtherVersion, "the store has a new version".to_owned())
                }
            };
            self.cx.note_many(kind, message, remark.count);
        }
    }

    /// A text that is no store changes nothing (spec A5). Right after a load Grok's page has none
    /// yet, which is no problem.
    pub(crate) fn snapshot_unreadable(&mut self, problem: &StoreProblem) {
        if *problem != StoreProblem::Absent || self.page.reading().is_some() {
            self.cx.note(DiagnosticKind::StoreUnreadable, problem.to_string());
        }
    }

    /// The page's progress display (spec C5, C10).
    pub(crate) fn progress_seen(&mut self, percent: f64, attempt_id: Option<AttemptId>) {
        if !(0.0..=100.0).contains(&percent) {
            return self.cx.note(
                DiagnosticKind::Progress,
                "a progress that is not between 0 and 100 percent",
            );
        }
        let order = self.cx.next_progress();
        let progress = Progress { percent, order, source: ProgressSource::Page };
        // An id that is an image's names no attempt (spec A1).
        let is_image =
            |id: &AttemptId| self.images.get(&id.as_image()).is_some_and(ImageMachine::is_image);
        let attempt_id = attempt_id.filter(|id| !is_image(id));
        let owner = attempt_id.as_ref().and_then(|attempt_id| self.cx.owner(attempt_id));
        let shown = || self.cx.shown().map(|shown| &shown.media_id);
        let Some(media_id) = owner.or_else(shown).cloned() else {
            return self.page.displayed(progress, self.cx.now());
        };
        let Some(image) = self.images.get_mut(&media_id) else { return };
        match attempt_id {
            None => image.displayed(progress, &mut self.cx),
            Some(attempt_id) => image.displayed_of(attempt_id, progress, &mut self.cx),
        }
    }

    /// Whether the store as last read holds the image's key or an attempt of it.
    pub(crate) fn is_in_store(&self, media_id: &MediaId) -> bool {
        let containers = self.page.reading().into_iter().flat_map(|reading| &reading.containers);
        containers.into_iter().any(|container| {
            let mut aliases = container.attempts.iter().flat_map(|attempt| &attempt.aliases);
            self.image_of_container(container) == Some(media_id)
                || aliases.any(|alias| self.cx.owner(alias) == Some(media_id))
        })
    }

    /// What did not fit into the budget takes no memory either: it is met again with a later snapshot.
    pub(crate) fn let_go_of_what_is_not_kept(&mut self) {
        if !self.cx.take_over_budget() {
            return;
        }
        let cx = &self.cx;
        self.images.retain(|media_id, image| {
            image.has_row() || image.has_session() || !image.is_empty() || cx.shows(media_id)
        });
        self.stored_owners.retain(|_, owner| owner.is_some());
    }
}
