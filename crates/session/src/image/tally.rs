//! What a session's attempts add up to (spec C4, H5): every attempt is counted, and a press fails once.

use std::collections::BTreeMap;

use retake_protocol::{AttemptOutcome, Millis};

use crate::record::{AttemptRecord, Counters};

/// Adds up `records`, in counting order. `may_go_on`: whether another video of the press made at this
/// moment may still come, so that its failures fail nothing yet.
pub(super) fn tally<'a>(
    records: impl IntoIterator<Item = &'a AttemptRecord>,
    may_go_on: impl Fn(Millis) -> bool,
) -> Counters {
    let records: Vec<&AttemptRecord> = records.into_iter().collect();
    let presses = presses(&records);
    let mut counters = Counters::default();
    for (at, record) in records.iter().enumerate() {
        let press = record.pressed_at.and_then(|pressed_at| presses.get(&pressed_at));
        let is_own_try = press.is_none_or(|press| {
            is_video(record)
                || (!press.has_video
                    && press.last_failure == Some(at)
                    && !record.pressed_at.is_some_and(&may_go_on))
        });
        if is_own_try {
            counters.add(record.outcome, record.layer);
        } else {
            counters.add_beside(record.outcome);
        }
    }
    counters
}

/// What the attempts of one press came to.
#[derive(Default)]
struct Press {
    has_video: bool,
    /// The place of its last failure.
    last_failure: Option<usize>,
}

fn presses(records: &[&AttemptRecord]) -> BTreeMap<Millis, Press> {
    let mut presses: BTreeMap<Millis, Press> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let Some(pressed_at) = record.pressed_at else { continue };
        let press = presses.entry(pressed_at).or_default();
        if is_video(record) {
            press.has_video = true;
        } else {
            press.last_failure = Some(at);
        }
    }
    presses
}

fn is_video(record: &AttemptRecord) -> bool {
    record.outcome == AttemptOutcome::Completed
}
