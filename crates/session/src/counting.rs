//! What a snapshot means: attempts met, attempts that became terminal, what counts where
//! (spec A7, C2–C5, C7). Nothing here decides what to do next.

use retake_grok::{SeenAttempt, SeenVideos, StoreProblem, StoreReading};
use retake_protocol::{AttemptId, AttemptOutcome, Layer, LayerSource, MediaId, Millis, SessionId};

use crate::image::{Attempt, LastCounted, Progress, ProgressSource, Step};
use crate::log::short;
use crate::machine::Machine;
use crate::record::{AttemptRecord, Change, Counted, SessionRecord};
use crate::streaming::is_about;

/// What one snapshot brought for one image.
#[derive(Default)]
struct Batch {
    /// Attempts that became terminal, as indices, in the store's order.
    ended: Vec<usize>,
    /// Attempts that were completed and are moderated now (spec C7).
    flipped: Vec<usize>,
    sign_of_life: bool,
}

impl Machine {
    pub(crate) fn snapshot_read(&mut self, reading: StoreReading) {
        self.note_remarks(&reading);
        for seen in &reading.images {
            let image = self.image_mut(&seen.media_id);
            let learned = image.learn(seen);
            image.is_stored &= !learned;
            self.store_facts(&seen.media_id);
        }
        self.page.reading = Some(reading);
        self.resolve_post();
        // Taken out for the loop, so that it can be read while the rest of the machine changes.
        let reading = self.page.reading.take().unwrap_or_default();
        self.watch_keys(&reading);
        for videos in &reading.videos {
            self.count_image(videos);
            self.compare(videos);
        }
        self.page.reading = Some(reading);
    }

    /// A text that is no store changes nothing (spec A5). Right after a load Grok's page has none
    /// yet, which is no problem.
    pub(crate) fn snapshot_unreadable(&mut self, problem: &StoreProblem) {
        if *problem != StoreProblem::Absent || self.page.reading.is_some() {
            self.note("store_unreadable", problem.to_string());
        }
    }

    fn note_remarks(&mut self, reading: &StoreReading) {
        use retake_grok::RemarkKind::{OtherVersion, SkippedEntries, UnknownStatus, UnusableKeys};
        for remark in &reading.remarks {
            let (kind, message) = match &remark.kind {
                SkippedEntries => ("skipped_entries", "entries without a usable id".to_owned()),
                UnknownStatus(status) => ("unknown_status", format!("status `{status}`")),
                UnusableKeys => ("unusable_keys", "keys that can't be an image's id".to_owned()),
                OtherVersion => ("other_version", "the store has a new version".to_owned()),
            };
            self.diagnostics.note(self.now, kind, message, remark.count);
        }
    }

    /// Notes for each running session whether the store has its image's key (spec A7, C13).
    fn watch_keys(&mut self, reading: &StoreReading) {
        for (media_id, image) in &mut self.images {
            let Some(session) = &mut image.session else { continue };
            if reading.videos.iter().any(|videos| videos.media_id == *media_id) {
                session.key_seen = true;
                session.key_lacking_since = None;
            } else if session.key_seen && session.key_lacking_since.is_none() {
                session.key_lacking_since = Some(self.now);
            }
        }
    }

    fn count_image(&mut self, videos: &SeenVideos) {
        let media_id = &videos.media_id;
        let mut batch = Batch::default();
        for seen in &videos.attempts {
            if self.is_forgotten(media_id, seen) {
                continue;
            }
            self.keep_again(media_id);
            self.meet(media_id, seen, &mut batch);
        }
        if batch.sign_of_life {
            self.sign_of_life(media_id);
        }
        let attempts = &self.image_mut(media_id).attempts;
        // A stable sort: equal and missing times keep the store's order (spec C6).
        batch.ended.sort_by_key(|index| {
            let create_time = attempts[*index].record.create_time;
            (create_time.is_none(), create_time)
        });
        let mut counts = 0;
        for index in &batch.ended {
            counts += u32::from(self.end_attempt(media_id, *index));
        }
        for index in &batch.flipped {
            counts += u32::from(self.flip_attempt(media_id, *index));
        }
        if counts > 0 {
            self.decide(media_id);
        }
    }

    /// Takes over one entry: a new attempt, or what is new of a known one.
    fn meet(&mut self, media_id: &MediaId, seen: &SeenAttempt, batch: &mut Batch) {
        self.store_facts(media_id);
        let image = self.image_mut(media_id);
        let Some(index) = image.find_attempt(&seen.aliases) else {
            return self.meet_new(media_id, seen, batch);
        };
        let before = image.attempts[index].record.clone();
        for alias in &seen.aliases {
            image.add_alias(index, alias);
        }
        let early = image.take_named(&seen.aliases).map(|named| named.progress);
        learn(&mut image.attempts[index].record, seen);
        self.take_progress(media_id, index, seen, early);
        let after = &self.image_mut(media_id).attempts[index].record;
        let (was, is) = (before.outcome, seen.outcome);
        batch.sign_of_life |= !was.is_terminal() && after.percent != before.percent;
        if !was.is_terminal() && is.is_terminal() {
            self.image_mut(media_id).attempts[index].record.outcome = is;
            batch.ended.push(index);
        } else if was == AttemptOutcome::Completed && is == AttemptOutcome::Moderated {
            batch.flipped.push(index);
        } else if *after != before {
            let record = after.clone();
            self.output.put(Change::Attempt(record));
        }
    }

    fn meet_new(&mut self, media_id: &MediaId, seen: &SeenAttempt, batch: &mut Batch) {
        let first_seen_at = self.now;
        let image = self.image_mut(media_id);
        let (seen_in, early) = match image.take_named(&seen.aliases) {
            Some(named) => (named.seen_in, Some(named.progress)),
            None => (image.session_id(), None),
        };
        let mut record = new_record(media_id.clone(), seen, first_seen_at, seen_in);
        learn(&mut record, seen);
        let (progress_order, progress_source) = (0, ProgressSource::Page);
        let index = image.add_attempt(Attempt { record, progress_order, progress_source });
        self.take_progress(media_id, index, seen, early);
        batch.sign_of_life = true;
        let record = &mut self.image_mut(media_id).attempts[index].record;
        record.outcome = seen.outcome;
        if seen.outcome.is_terminal() {
            batch.ended.push(index);
        } else {
            let record = record.clone();
            self.output.put(Change::Attempt(record));
        }
    }

    /// The progress of an entry counts only while the entry is not terminal (spec C5).
    fn take_progress(
        &mut self,
        media_id: &MediaId,
        index: usize,
        seen: &SeenAttempt,
        early: Option<Progress>,
    ) {
        let order = self.next_progress_order();
        let attempt = &mut self.image_mut(media_id).attempts[index];
        if attempt.record.outcome.is_terminal() {
            return;
        }
        if let Some(early) = early {
            attempt.record.percent = Some(early.percent);
            attempt.progress_order = early.order;
            attempt.progress_source = early.source;
        }
        let may_lag = attempt.progress_source == ProgressSource::Page;
        let from_entry = seen.percent.filter(|_| may_lag && !seen.outcome.is_terminal());
        // Only a changed number is news: an entry repeats its last one in every snapshot.
        if let Some(percent) = from_entry.filter(|percent| attempt.record.percent != Some(*percent))
        {
            attempt.record.percent = Some(percent);
            attempt.progress_order = order;
        }
        if !seen.outcome.is_terminal() {
            attempt.record.outcome = seen.outcome;
        }
    }

    pub(crate) fn next_progress_order(&mut self) -> u64 {
        self.progress_order += 1;
        self.progress_order
    }

    /// The page's progress display (spec C5, C10).
    pub(crate) fn progress_seen(&mut self, percent: f64, attempt_id: Option<AttemptId>) {
        if !(0.0..=100.0).contains(&percent) {
            return self.note("progress", "a progress that is not between 0 and 100 percent");
        }
        let order = self.next_progress_order();
        let progress = Progress { percent, order, source: ProgressSource::Page };
        let owner = attempt_id.as_ref().and_then(|attempt_id| self.owner_of_attempt(attempt_id));
        let Some(media_id) = owner.or_else(|| self.shown().cloned()) else {
            self.page.progress = Some(progress);
            return;
        };
        match attempt_id {
            None => self.image_mut(&media_id).loose_progress = Some(progress),
            Some(attempt_id) => self.progress_of_attempt(&media_id, attempt_id, progress),
        }
        self.sign_of_life(&media_id);
        if let Some(session) = &mut self.image_mut(&media_id).session {
            session.percent = Some(percent);
        }
    }

    pub(crate) fn owner_of_attempt(&self, attempt_id: &AttemptId) -> Option<MediaId> {
        let alias = std::slice::from_ref(attempt_id);
        let mut images = self.images.iter();
        let (media_id, _) = images.find(|(_, image)| image.find_attempt(alias).is_some())?;
        Some(media_id.clone())
    }

    pub(crate) fn progress_of_attempt(
        &mut self,
        media_id: &MediaId,
        attempt_id: AttemptId,
        progress: Progress,
    ) {
        let image = self.image_mut(media_id);
        let Some(index) = image.find_attempt(std::slice::from_ref(&attempt_id)) else {
            return image.keep_named(attempt_id, progress);
        };
        let attempt = &mut image.attempts[index];
        if attempt.record.outcome.is_terminal() {
            return;
        }
        attempt.progress_order = progress.order;
        attempt.progress_source = progress.source;
        attempt.record.percent = Some(progress.percent);
        let record = attempt.record.clone();
        self.output.put(Change::Attempt(record));
    }

    /// An attempt became terminal. Whether it counted in a session (spec C2, C3).
    fn end_attempt(&mut self, media_id: &MediaId, index: usize) -> bool {
        let now = self.now;
        let image = self.image_mut(media_id);
        let attempt = &mut image.attempts[index];
        image.announced.retain(|announced| !is_about(announced, &attempt.record.aliases));
        // A progress without an attempt id is this one's (spec C5), and used up either way. The
        // page's display lags behind the stream.
        if let Some(loose) = image.loose_progress.take()
            && attempt.progress_source == ProgressSource::Page
            && loose.order > attempt.progress_order
        {
            attempt.record.percent = Some(loose.percent);
        }
        attempt.record.ended_at = Some(now);
        set_layer(&mut attempt.record);
        let active = image.session.as_mut();
        let Some(session) =
            active.filter(|session| attempt.record.seen_in == Some(session.record.session_id))
        else {
            let record = attempt.record.clone();
            self.output.put(Change::Attempt(record));
            return false;
        };
        let position = session.counted;
        session.counted += 1;
        attempt.record.counted = Some(Counted { session_id: session.record.session_id, position });
        self.count(media_id, index);
        true
    }

    /// Adds a terminal attempt to its session's counters (spec C4).
    fn count(&mut self, media_id: &MediaId, index: usize) {
        let now = self.now;
        let image = self.image_mut(media_id);
        let record = image.attempts[index].record.clone();
        let (Some(session), Some(counted)) = (&mut image.session, record.counted) else { return };
        let counters = &mut session.record.counters;
        match record.outcome {
            AttemptOutcome::Completed => counters.videos_generated += 1,
            AttemptOutcome::Moderated => counters.moderated += 1,
            AttemptOutcome::Failed => counters.failed += 1,
            AttemptOutcome::Pending | AttemptOutcome::Processing => {}
        }
        match record.layer {
            Some(Layer::One) => counters.layer1_failures += 1,
            Some(Layer::Two) => counters.layer2_failures += 1,
            Some(Layer::Three) => counters.layer3_failures += 1,
            None => {}
        }
        if record.outcome != AttemptOutcome::Completed {
            session.record.last_failure_time = Some(now);
        }
        session.last_counted =
            Some(LastCounted { position: counted.position, outcome: record.outcome, at: now });
        session.percent = None;
        session.making.learn(&record);
        match &mut session.step {
            // Its answer is still out: until then the clock of spec C10 goes on.
            Step::Issued { counted_meanwhile, .. } => *counted_meanwhile = true,
            Step::AwaitingOutcome => {
                session.step = Step::Quiet;
                session.sign_of_life = None;
            }
            Step::Quiet | Step::Scheduled(_) | Step::NeedsUser(_) => session.sign_of_life = None,
        }
        let line = counted_line(&record, &session.record);
        let session = session.record.clone();
        self.log(media_id, Some(&record.attempt_id), line);
        self.output.put(Change::Attempt(record));
        self.output.put(Change::Session(session));
    }

    /// A completed attempt turned out moderated (spec C7). Whether a running session changed.
    fn flip_attempt(&mut self, media_id: &MediaId, index: usize) -> bool {
        let image = self.image_mut(media_id);
        let attempt = &mut image.attempts[index].record;
        attempt.outcome = AttemptOutcome::Moderated;
        set_layer(attempt);
        let attempt = attempt.clone();
        let session = image.session.as_mut().filter(|session| {
            attempt.counted.is_some_and(|counted| counted.session_id == session.record.session_id)
        });
        let Some(session) = session else {
            self.output.put(Change::Attempt(attempt));
            return false;
        };
        session.record.counters.videos_generated -= 1;
        let last = session.last_counted;
        let (step, clock) = (session.step, session.sign_of_life);
        self.count(media_id, index);
        // It was counted before: a later attempt stays the last one, and what is under way goes on.
        if let Some(session) = &mut self.image_mut(media_id).session {
            (session.step, session.sign_of_life) = (step, clock);
            let is_last = last.is_none_or(|last| {
                session.last_counted.is_some_and(|flipped| flipped.position >= last.position)
            });
            if !is_last {
                session.last_counted = last;
            }
        }
        true
    }

    /// Something moved on `media_id`: the clock of spec C10 starts again, if it runs.
    pub(crate) fn sign_of_life(&mut self, media_id: &MediaId) {
        let now = self.now;
        if let Some(session) = &mut self.image_mut(media_id).session
            && session.sign_of_life.is_some()
        {
            session.sign_of_life = Some(now);
        }
    }
}

/// An attempt of which nothing but its ids is taken over yet.
fn new_record(
    media_id: MediaId,
    seen: &SeenAttempt,
    first_seen_at: Millis,
    seen_in: Option<SessionId>,
) -> AttemptRecord {
    AttemptRecord {
        media_id,
        attempt_id: seen.id().clone(),
        aliases: seen.aliases.clone(),
        outcome: AttemptOutcome::Pending,
        unknown_status: None,
        prompt: None,
        video_url: None,
        thumbnail_url: None,
        create_time: None,
        length_seconds: None,
        resolution: None,
        mode: None,
        percent: None,
        layer: None,
        layer_source: None,
        first_seen_at,
        ended_at: None,
        seen_in,
        counted: None,
    }
}

/// Takes over what an entry says; what it lacks stays as it was. The fate is the caller's.
fn learn(record: &mut AttemptRecord, seen: &SeenAttempt) {
    fn fill<T: Clone + PartialEq>(known: &mut Option<T>, seen: Option<&T>) {
        if let Some(seen) = seen
            && known.as_ref() != Some(seen)
        {
            *known = Some(seen.clone());
        }
    }
    record.unknown_status.clone_from(&seen.unknown_status);
    fill(&mut record.prompt, seen.prompt.as_ref());
    fill(&mut record.video_url, seen.video_url.as_ref());
    fill(&mut record.thumbnail_url, seen.thumbnail_url.as_ref());
    fill(&mut record.create_time, seen.create_time.as_ref());
    fill(&mut record.length_seconds, seen.length_seconds.as_ref());
    fill(&mut record.resolution, seen.resolution.as_ref());
    fill(&mut record.mode, seen.mode.as_ref());
}

/// The layer of a failure (spec C4, C5): a technical one is layer 3, a moderated one that of the
/// last progress seen, layer 1 where none was.
fn set_layer(record: &mut AttemptRecord) {
    (record.layer, record.layer_source) = match (record.outcome, record.percent) {
        (AttemptOutcome::Failed, _) => (Some(Layer::Three), Some(LayerSource::Seen)),
        (AttemptOutcome::Moderated, Some(percent)) => {
            (Some(Layer::of_percent(percent)), Some(LayerSource::Seen))
        }
        (AttemptOutcome::Moderated, None) => (Some(Layer::One), Some(LayerSource::Assumed)),
        _ => (None, None),
    };
}

fn counted_line(attempt: &AttemptRecord, session: &SessionRecord) -> String {
    let id = short(&attempt.attempt_id);
    let how_far = match (attempt.layer, attempt.percent) {
        (Some(layer), Some(percent)) => format!(" at {percent:.0} % (layer {})", layer.as_str()),
        (Some(layer), None) => format!(" (layer {}, assumed)", layer.as_str()),
        (None, _) => String::new(),
    };
    let counters = &session.counters;
    let retries = counters.retry_count(session.max_retries);
    match attempt.outcome {
        AttemptOutcome::Completed => {
            format!("Video {id} finished: {} of {}", counters.videos_generated, session.video_goal)
        }
        AttemptOutcome::Moderated => format!(
            "Attempt {id} was moderated{how_far}: {retries} of {} retries used",
            session.max_retries
        ),
        _ => format!(
            "Attempt {id} failed{how_far}: {retries} of {} retries used",
            session.max_retries
        ),
    }
}
