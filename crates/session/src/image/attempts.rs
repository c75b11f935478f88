//! The attempts of one image, found by any of their ids (spec A1).

use std::collections::{BTreeMap, BTreeSet};

use retake_grok::{Derivation, SeenAttempt};
use retake_protocol::view::Totals;
use retake_protocol::{
    AttemptId, AttemptOutcome, DerivedKind, Layer, LayerSource, MediaId, Millis, SessionId, Source,
};

use super::progress::{Progress, ProgressSource};
use crate::record::{Announcement, AttemptRecord, Derived};

/// An attempt's number in memory, in order of first sight.
pub(super) type Key = u32;

/// See the module.
#[derive(Clone, Debug, Default)]
pub(super) struct Attempts {
    next: Key,
    by_key: BTreeMap<Key, Attempt>,
    by_alias: BTreeMap<AttemptId, Key>,
    /// Those that have not ended.
    open: BTreeSet<Key>,
    /// Those with an end that waits for the store's (spec H2).
    announced: BTreeSet<Key>,
    /// Those that other sources told of, and the store did not.
    unknown_to_store: BTreeSet<Key>,
    by_press: BTreeMap<Millis, BTreeSet<Key>>,
}

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

impl Attempts {
    /// The attempts that go by any of these names, each once, in order of first sight.
    pub(super) fn find_all(&self, aliases: &[AttemptId]) -> Vec<Key> {
        let mut found: Vec<Key> =
            aliases.iter().filter_map(|alias| self.by_alias.get(alias).copied()).collect();
        if found.len() > 1 {
            found.sort_unstable();
            found.dedup();
        }
        found
    }

    /// The attempt that goes by any of these names.
    pub(super) fn find(&self, aliases: &[AttemptId]) -> Option<Key> {
        aliases.iter().find_map(|alias| self.by_alias.get(alias)).copied()
    }

    pub(super) fn get(&self, key: Key) -> Option<&Attempt> {
        self.by_key.get(&key)
    }

    pub(super) fn get_mut(&mut self, key: Key) -> Option<&mut Attempt> {
        self.by_key.get_mut(&key)
    }

    pub(super) fn insert(&mut self, attempt: Attempt) -> Key {
        let key = self.next;
        self.next += 1;
        for alias in &attempt.record.aliases {
            self.by_alias.entry(alias.clone()).or_insert(key);
        }
        let AttemptRecord { outcome, pressed_at, told_by, announced, .. } = &attempt.record;
        if !outcome.is_terminal() {
            self.open.insert(key);
        }
        if announced.is_some() {
            self.announced.insert(key);
        }
        if !told_by.is_empty() && !told_by.contains(&Source::Store) {
            self.unknown_to_store.insert(key);
        }
        if let Some(pressed_at) = pressed_at {
            self.by_press.entry(*pressed_at).or_default().insert(key);
        }
        self.by_key.insert(key, attempt);
        key
    }

    pub(super) fn remove(&mut self, key: Key) -> Option<Attempt> {
        let attempt = self.by_key.remove(&key)?;
        for keys in [&mut self.open, &mut self.announced, &mut self.unknown_to_store] {
            keys.remove(&key);
        }
        if let Some(keys) = attempt.record.pressed_at.and_then(|at| self.by_press.get_mut(&at)) {
            keys.remove(&key);
        }
        for alias in &attempt.record.aliases {
            if self.by_alias.get(alias) == Some(&key) {
                self.by_alias.remove(alias);
            }
        }
        Some(attempt)
    }

    /// Makes `alias` another name of an attempt, unless one has it already.
    pub(super) fn add_alias(&mut self, key: Key, alias: &AttemptId) -> bool {
        if self.by_alias.contains_key(alias) {
            return false;
        }
        let Some(attempt) = self.by_key.get_mut(&key) else { return false };
        attempt.record.aliases.push(alias.clone());
        self.by_alias.insert(alias.clone(), key);
        true
    }

    /// The attempt has this outcome now.
    pub(super) fn set_outcome(&mut self, key: Key, outcome: AttemptOutcome) {
        let Some(attempt) = self.by_key.get_mut(&key) else { return };
        attempt.record.outcome = outcome;
        if outcome.is_terminal() {
            self.open.remove(&key);
        } else {
            self.open.insert(key);
        }
    }

    /// An end of it is announced, or none any more; what was before is answered.
    pub(super) fn set_announced(
        &mut self,
        key: Key,
        announced: Option<Announcement>,
    ) -> Option<Announcement> {
        let attempt = self.by_key.get_mut(&key)?;
        if announced.is_some() {
            self.announced.insert(key);
        } else {
            self.announced.remove(&key);
        }
        std::mem::replace(&mut attempt.record.announced, announced)
    }

    /// Those with an end that waits for the store's, in order of first sight.
    pub(super) fn announced(&self) -> impl Iterator<Item = (Key, Announcement)> {
        self.announced
            .iter()
            .filter_map(|key| Some((*key, self.by_key.get(key)?.record.announced?)))
    }

    /// So much time counts for no clock (spec C21).
    pub(super) fn set_clocks_back(&mut self, ms: Millis) {
        for key in &self.announced {
            let attempt = self.by_key.get_mut(key);
            if let Some(announced) = attempt.and_then(|one| one.record.announced.as_mut()) {
                announced.at += ms;
            }
        }
    }

    /// The store tells of it.
    pub(super) fn is_in_store(&mut self, key: Key) -> bool {
        self.unknown_to_store.remove(&key);
        let attempt = self.by_key.get_mut(&key);
        attempt.is_some_and(|attempt| attempt.record.told_by.insert(Source::Store))
    }

    /// Those that only other sources told of, in order of first sight.
    pub(super) fn unknown_to_store(&self) -> impl Iterator<Item = Key> {
        self.unknown_to_store.iter().copied()
    }

    /// It is of the press made at this moment.
    pub(super) fn set_press(&mut self, key: Key, pressed_at: Millis) {
        let Some(attempt) = self.by_key.get_mut(&key) else { return };
        if let Some(keys) = attempt.record.pressed_at.and_then(|at| self.by_press.get_mut(&at)) {
            keys.remove(&key);
        }
        attempt.record.pressed_at = Some(pressed_at);
        self.by_press.entry(pressed_at).or_default().insert(key);
    }

    /// The attempts of the press made at this moment.
    pub(super) fn of_press(&self, pressed_at: Millis) -> impl Iterator<Item = Key> {
        self.by_press.get(&pressed_at).into_iter().flatten().copied()
    }

    /// Those that have not ended, in order of first sight.
    pub(super) fn open(&self) -> impl Iterator<Item = Key> {
        self.open.iter().copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Attempt> {
        self.by_key.values()
    }

    /// The keys of all, the newest first.
    pub(super) fn newest_keys(&self) -> impl Iterator<Item = Key> {
        self.by_key.keys().rev().copied()
    }

    /// All of them, the newest first.
    pub(super) fn newest(&self) -> impl Iterator<Item = &Attempt> {
        self.by_key.values().rev()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// How many there are by outcome; what was made of a video is none of them (spec A9).
    pub(super) fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for attempt in self.iter().filter(|attempt| attempt.record.derived.is_none()) {
            totals.attempts += 1;
            match attempt.record.outcome {
                AttemptOutcome::Completed => totals.completed += 1,
                AttemptOutcome::Moderated => totals.moderated += 1,
                AttemptOutcome::Failed => totals.failed += 1,
                AttemptOutcome::Pending | AttemptOutcome::Processing | AttemptOutcome::Unknown => {}
            }
        }
        totals
    }

    /// The page was loaded again: what its store says is yet to be heard.
    pub(super) fn forget_what_the_store_said(&mut self) {
        for attempt in self.by_key.values_mut() {
            attempt.store_said = None;
        }
    }
}

impl Attempt {
    /// One that nothing but its ids is taken over of yet.
    pub(super) fn new(media_id: MediaId, seen: &SeenAttempt, now: Millis) -> Self {
        let mut attempt = Self::unnamed(media_id, seen.id().clone(), now);
        attempt.record.aliases.clone_from(&seen.aliases);
        Self { is_placeholder: seen.is_placeholder, side_by_side: seen.side_by_side, ..attempt }
    }

    /// One that only a press tells of.
    pub(super) fn unnamed(media_id: MediaId, attempt_id: AttemptId, now: Millis) -> Self {
        Self::loaded(AttemptRecord {
            media_id,
            aliases: vec![attempt_id.clone()],
            attempt_id,
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
    pub(super) fn learn(&mut self, seen: &SeenAttempt) -> bool {
        let record = &mut self.record;
        let has_ended = record.outcome.is_terminal();
        let mut changed = record.unknown_status != seen.unknown_status;
        if changed {
            record.unknown_status.clone_from(&seen.unknown_status);
        }
        changed |= fill(&mut record.prompt, seen.prompt.as_ref());
        changed |= fill(&mut record.video_url, seen.video_url.as_ref());
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
