//! Entries of one container that are the same attempt (spec A1).

use std::collections::HashMap;

use retake_protocol::AttemptId;

use crate::attempt::SeenAttempt;

/// The attempts of a container so far.
#[derive(Default)]
pub(crate) struct Joining {
    /// One that was joined to another leaves its place empty.
    attempts: Vec<Option<SeenAttempt>>,
    places: HashMap<AttemptId, usize>,
    refused: usize,
}

impl Joining {
    /// Adds an entry: to the attempt that it shares an alias with, and where it shares aliases with
    /// two, those are one. It joins no more than two, and none whose videos differ.
    pub(crate) fn add(&mut self, mut entry: SeenAttempt) {
        let mut met: Vec<usize> =
            entry.aliases.iter().filter_map(|alias| self.places.get(alias).copied()).collect();
        met.dedup();
        met.sort_unstable();
        met.dedup();
        match met[..] {
            [] => self.push(entry),
            [one] => self.absorb(one, entry),
            [one, other] if !self.have_other_videos(one, other) => {
                if let Some(attempt) = self.attempts[other].take() {
                    self.absorb(one, attempt);
                }
                self.absorb(one, entry);
            }
            _ => {
                self.refused += 1;
                let own = self.places.get(&entry.aliases[0]).copied().unwrap_or(met[0]);
                entry.aliases.retain(|alias| self.places.get(alias).is_none_or(|at| *at == own));
                self.absorb(own, entry);
            }
        }
    }

    /// How many entries would have joined attempts that are not one.
    pub(crate) fn refused(&self) -> usize {
        self.refused
    }

    pub(crate) fn into_attempts(self) -> Vec<SeenAttempt> {
        self.attempts.into_iter().flatten().collect()
    }

    fn push(&mut self, attempt: SeenAttempt) {
        let place = self.attempts.len();
        for alias in &attempt.aliases {
            self.places.insert(alias.clone(), place);
        }
        self.attempts.push(Some(attempt));
    }

    fn absorb(&mut self, place: usize, entry: SeenAttempt) {
        let Some(attempt) = &mut self.attempts[place] else { return };
        attempt.absorb(entry);
        for alias in &attempt.aliases {
            self.places.insert(alias.clone(), place);
        }
    }

    fn have_other_videos(&self, one: usize, other: usize) -> bool {
        let url = |place: usize| self.attempts[place].as_ref()?.video_url.as_ref();
        url(one).zip(url(other)).is_some_and(|(one, other)| one != other)
    }
}
