//! The log's events that are put together from rows.

use retake_protocol::AttemptOutcome;
use retake_protocol::log::{Bounds, LogEvent, PressedBy, Score, SessionSummary};

use crate::record::{AttemptRecord, SessionRecord};

/// An attempt was counted.
pub(crate) fn counted(
    attempt: &AttemptRecord,
    session: &SessionRecord,
    pressed_by: PressedBy,
) -> LogEvent {
    let failed = attempt.outcome != AttemptOutcome::Completed;
    LogEvent::Counted {
        outcome: attempt.outcome,
        pressed_by,
        percent: attempt.percent.filter(|_| failed).map(whole),
        layer: attempt.layer,
        layer_source: attempt.layer_source,
        score: score(session),
    }
}

/// The summary of spec C18.
pub(crate) fn summary(session: &SessionRecord) -> LogEvent {
    let counters = &session.counters;
    LogEvent::Ended(SessionSummary {
        outcome: session.outcome,
        score: score(session),
        credits: counters.credits_used(),
        layer_failures: [
            counters.layer1_failures,
            counters.layer2_failures,
            counters.layer3_failures,
        ],
        lasted_ms: session.ended_at.map_or(0, |ended_at| ended_at - session.started_at),
    })
}

/// The bounds of a session.
pub(crate) const fn bounds(session: &SessionRecord) -> Bounds {
    Bounds { video_goal: session.video_goal, max_retries: session.max_retries }
}

fn score(session: &SessionRecord) -> Score {
    Score {
        videos: session.counters.videos_generated,
        retries: session.counters.retry_count(session.max_retries),
        bounds: bounds(session),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0–100")]
fn whole(percent: f64) -> u8 {
    percent.round().clamp(0.0, 100.0) as u8
}
