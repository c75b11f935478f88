//! The attempts of one image, found by any of their ids (spec A1).

use std::collections::{BTreeMap, BTreeSet};

use retake_protocol::view::Totals;
use retake_protocol::{AttemptId, AttemptOutcome, Millis, Source};

use super::attempt::Attempt;
use crate::record::{Announcement, AttemptRecord};

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
    /// Those that other sources reported, and the store did not.
    unknown_to_store: BTreeSet<Key>,
    by_press: BTreeMap<Millis, BTreeSet<Key>>,
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

    /// The store reports it.
    pub(super) fn is_in_store(&mut self, key: Key) -> bool {
        self.unknown_to_store.remove(&key);
        let attempt = self.by_key.get_mut(&key);
        attempt.is_some_and(|attempt| attempt.record.told_by.insert(Source::Store))
    }

    /// Those that only other sources reported, in order of first sight.
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
