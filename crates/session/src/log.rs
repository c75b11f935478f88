//! The log's sentences: what happened to an image and why.

use retake_protocol::{ActionKind, AttemptId, AttemptOutcome, Millis, SessionOutcome};

use crate::record::{AttemptRecord, SessionRecord};

/// How much of an attempt's id a log line shows, in characters.
const SHORT_ID: usize = 8;

/// The start of an id: enough to tell attempts apart by eye.
pub(crate) fn short(attempt_id: &AttemptId) -> String {
    attempt_id.as_str().chars().take(SHORT_ID).collect()
}

/// A duration in words: `8 s`, `1.5 s`.
pub(crate) fn seconds(duration: Millis) -> String {
    let (whole, tenths) = (duration / 1000, duration % 1000 / 100);
    if tenths == 0 { format!("{whole} s") } else { format!("{whole}.{tenths} s") }
}

/// `1 retry`, `2 retries`.
pub(crate) fn retries(number: u32) -> String {
    if number == 1 { "1 retry".to_owned() } else { format!("{number} retries") }
}

/// `1 credit`, `2 credits`.
fn credits(number: u32) -> String {
    if number == 1 { "1 credit".to_owned() } else { format!("{number} credits") }
}

/// `first try`, `retry`, `next video`.
pub(crate) fn action(kind: ActionKind) -> &'static str {
    match kind {
        ActionKind::First => "first try",
        ActionKind::Retry => "retry",
        ActionKind::Next => "next video",
    }
}

/// An attempt was counted.
pub(crate) fn counted(attempt: &AttemptRecord, session: &SessionRecord) -> String {
    let id = short(&attempt.attempt_id);
    let how_far = match (attempt.layer, attempt.percent) {
        (Some(layer), Some(percent)) => format!(" at {percent:.0} % (layer {})", layer.as_str()),
        (Some(layer), None) => format!(" (layer {}, assumed)", layer.as_str()),
        (None, _) => String::new(),
    };
    let counters = &session.counters;
    let used = counters.retry_count(session.max_retries);
    let used = format!("{used} of {} used", retries(session.max_retries));
    match attempt.outcome {
        AttemptOutcome::Completed => {
            format!("Video {id} finished: {} of {}", counters.videos_generated, session.video_goal)
        }
        AttemptOutcome::Moderated => format!("Attempt {id} was moderated{how_far}: {used}"),
        _ => format!("Attempt {id} failed{how_far}: {used}"),
    }
}

/// An end was told by another source than the store.
pub(crate) fn announced(attempt_id: &AttemptId, outcome: AttemptOutcome) -> String {
    let id = short(attempt_id);
    format!("Attempt {id} is {}; it is being checked", outcome.as_str())
}

/// An attempt has another outcome than it had.
pub(crate) fn corrected(attempt: &AttemptRecord) -> String {
    let id = short(&attempt.attempt_id);
    format!("Grok changed attempt {id}: it is {} now", attempt.outcome.as_str())
}

/// The summary of spec C18 in one line; prompt, image and times stand in the rows beside it.
pub(crate) fn summary(session: &SessionRecord) -> String {
    let counters = &session.counters;
    let why = match session.outcome {
        SessionOutcome::Pending => "Still running",
        SessionOutcome::Success => "The video goal is reached",
        SessionOutcome::MaxRetries => "All retries are used up",
        SessionOutcome::TimedOut => "No sign of life after the last click",
        SessionOutcome::RateLimited => "Grok's rate limit was reached",
        SessionOutcome::Cancelled => "Stopped",
        SessionOutcome::Stale => "Grok no longer holds this image, as after a reload",
        SessionOutcome::Interrupted => "Retake was closed while it ran",
    };
    let lasted = session.ended_at.map_or(0, |ended_at| ended_at - session.started_at);
    format!(
        "{why}: {} of {} videos, {} of {} retries, {}, failures per layer {}/{}/{}, {}",
        counters.videos_generated,
        session.video_goal,
        counters.retry_count(session.max_retries),
        session.max_retries,
        credits(counters.credits_used()),
        counters.layer1_failures,
        counters.layer2_failures,
        counters.layer3_failures,
        seconds(lasted)
    )
}
