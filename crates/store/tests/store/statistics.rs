//! Spec D3: what the history adds up to across images.

use retake_protocol::statistics::Pace;
use retake_protocol::{AttemptOutcome, ImageKind, Prompt, SessionOutcome};
use retake_session::record::{Change, Counters, ImageFacts, SessionRecord};
use retake_store::{CalendarDay, Store};

use crate::support::*;

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

fn session_of(image: &str, number: i64, started_at: i64, prompt: &str, videos: u32) -> Change {
    let counters = Counters {
        moderated: 2,
        failed: 1,
        videos_generated: videos,
        layer1_failures: 1,
        layer2_failures: 1,
        layer3_failures: 1,
        beside: 0,
    };
    let prompt = Prompt::new(prompt);
    Change::Session(SessionRecord { started_at, prompt, counters, ..session(image, number) })
}

/// Three days that each begin an hour late.
fn days_to(newest: i64) -> Vec<CalendarDay> {
    let day = |number: i64| CalendarDay {
        date: format!("day {number}"),
        from: number * DAY + HOUR,
        until: (number + 1) * DAY + HOUR,
    };
    let last = (newest - HOUR) / DAY;
    (last - 2..=last).map(day).collect()
}

#[test]
fn d3_an_empty_history_adds_up_to_nothing() {
    let statistics = Store::in_memory().unwrap().statistics(days_to).unwrap();
    assert_eq!(statistics, retake_protocol::statistics::Statistics::default());
}

#[test]
fn a8_what_nothing_ties_to_an_image_is_in_no_total() {
    let store = Store::in_memory().unwrap();
    let stray = ImageFacts { kind: ImageKind::Unknown, ..facts("stray") };
    let completed =
        |image: &str| Change::Attempt(ended_attempt(image, image, AttemptOutcome::Completed, 5));
    let image = |kind| Change::Image(ImageFacts { kind, ..facts("text") });
    store.apply(&[Change::Image(stray), completed("stray")]).unwrap();
    store.apply(&[image(ImageKind::TextVideo), completed("text")]).unwrap();
    assert_eq!(store.statistics(days_to).unwrap().totals.completed, 1);
}

#[test]
fn d3_totals_layers_and_days_add_up() {
    let store = Store::in_memory().unwrap();
    let outcome =
        |image: &str, id: &str, outcome| Change::Attempt(ended_attempt(image, id, outcome, 5));
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Image(facts("hill")),
            outcome("lake", "a", AttemptOutcome::Completed),
            outcome("lake", "b", AttemptOutcome::Moderated),
            outcome("hill", "c", AttemptOutcome::Failed),
            session_of("lake", 1, 10 * DAY + HOUR, "slow pan", 1),
            session_of("hill", 2, 11 * DAY + 9, "slow tilt", 2),
            session_of("hill", 3, 12 * DAY + HOUR, "slow pan", 4),
        ])
        .unwrap();
    let statistics = store.statistics(days_to).unwrap();
    let totals = statistics.totals;
    assert_eq!((totals.completed, totals.moderated, totals.failed), (1, 1, 1));
    assert_eq!(statistics.layers, [3, 3, 3]);
    let days: Vec<_> = statistics.days.iter().map(|day| (day.date.as_str(), day.videos)).collect();
    assert_eq!(days, [("day 10", 3), ("day 11", 0), ("day 12", 4)]);
}

/// A session of two moderated attempts, a failed one and a video, each of which took `attempt_ms`.
fn ended(number: i64, outcome: SessionOutcome, attempt_ms: i64) -> Change {
    let Change::Session(session) = session_of("lake", number, number * HOUR, "slow pan", 1) else {
        unreachable!("a session is a session");
    };
    let ended_at = Some(session.started_at + 4 * attempt_ms);
    Change::Session(SessionRecord { outcome, ended_at, ..session })
}

#[test]
fn m8_the_newest_sessions_tell_rate_credits_and_the_typical_time_of_an_attempt() {
    let store = Store::in_memory().unwrap();
    assert_eq!(store.pace().unwrap(), Pace::default());
    let spans = [40_000, 50_000, 60_000, 70_000];
    let mut changes = vec![Change::Image(facts("lake"))];
    for (number, span) in (1..).zip(spans) {
        changes.push(ended(number, SessionOutcome::Success, span));
    }
    // Who stops a session or leaves it to the morning says nothing of how long attempts take.
    changes.push(ended(5, SessionOutcome::Cancelled, 1_000_000));
    store.apply(&changes).unwrap();
    let four = Pace { attempts: 20, videos: 5, credits: 15, attempt_ms: None };
    assert_eq!(store.pace().unwrap(), four, "four sessions are too few for a time");
    store.apply(&[ended(6, SessionOutcome::MaxRetries, 9_000_000)]).unwrap();
    assert_eq!(
        store.pace().unwrap().attempt_ms,
        Some(60_000),
        "one that waited long is one of five"
    );
}

#[test]
fn m8_only_the_newest_hundred_sessions_count() {
    let store = Store::in_memory().unwrap();
    let mut changes = vec![Change::Image(facts("lake"))];
    changes.extend((1..=101).map(|number| ended(number, SessionOutcome::Success, 60_000)));
    changes.push(session_of("lake", 102, 200 * HOUR, "slow pan", 50));
    store.apply(&changes).unwrap();
    assert_eq!(store.pace().unwrap().attempts, 400, "neither the oldest nor one that runs");
}
