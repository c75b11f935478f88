//! The progress of attempts that the store has not shown or does not know it of (spec C5).

use retake_protocol::{AttemptId, Millis, SessionId};

/// How many attempts that the store does not know yet are kept.
const MOST_NAMED: usize = 16;

/// A display that has stood unchanged for longer is no progress, in ms (spec C5).
const STANDS_STILL_MS: Millis = 60_000;

/// Where a progress was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ProgressSource {
    /// The page's display, or an entry of the store: each may lag behind.
    #[default]
    Page,
    /// The generation's stream, which names its attempt: nothing else is as exact (spec C5).
    Stream,
}

/// One progress, with a number that tells which of two came later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Progress {
    /// 0–100.
    pub(crate) percent: f64,
    pub(crate) order: u64,
    pub(crate) source: ProgressSource,
}

/// What the page displays; it does not say of which attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Display {
    progress: Progress,
    /// Since when it shows this.
    since: Millis,
    /// Whether it showed something else before.
    has_moved: bool,
}

impl Display {
    /// The display after it showed `progress`; `before`: what it showed since the last attempt ended.
    pub(crate) fn after(before: Option<Self>, progress: Progress, now: Millis) -> Self {
        match before {
            Some(before) if !before.differs(progress) => before,
            _ => Self { progress, since: now, has_moved: before.is_some() },
        }
    }

    /// Whether it shows another percent than `progress`.
    pub(crate) fn differs(&self, progress: Progress) -> bool {
        (self.progress.percent - progress.percent).abs() > 0.0
    }

    /// The progress, unless it is a number that only stands on the page.
    pub(super) fn progress(&self, now: Millis) -> Option<Progress> {
        let is_moving = self.has_moved || now - self.since <= STANDS_STILL_MS;
        is_moving.then_some(self.progress)
    }
}

/// What is known of an attempt before a snapshot shows it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    attempt_id: AttemptId,
    pub(super) progress: Progress,
    /// The session that was active when it was first named: a later one has no part in it (spec C2).
    pub(super) seen_in: Option<SessionId>,
}

/// Attempts that were named, and that no snapshot has shown yet.
#[derive(Clone, Debug, Default)]
pub(super) struct NamedAttempts(Vec<Named>);

impl NamedAttempts {
    /// Keeps a progress; the oldest attempt gives way.
    pub(super) fn keep(
        &mut self,
        attempt_id: AttemptId,
        progress: Progress,
        session: Option<SessionId>,
    ) {
        let known = self.0.iter().position(|named| named.attempt_id == attempt_id);
        let seen_in = match known {
            Some(index) => self.0.remove(index).seen_in,
            None => session,
        };
        if self.0.len() == MOST_NAMED {
            self.0.remove(0);
        }
        self.0.push(Named { attempt_id, progress, seen_in });
    }

    /// What was known by these names, all of one attempt: the latest progress, and the first session.
    pub(super) fn take(&mut self, aliases: &[AttemptId]) -> Option<Named> {
        let taken = self.0.extract_if(.., |named| aliases.contains(&named.attempt_id));
        taken.reduce(|one, other| {
            let seen_in = one.seen_in.min(other.seen_in);
            let latest = if one.progress.order < other.progress.order { other } else { one };
            Named { seen_in, ..latest }
        })
    }
}
