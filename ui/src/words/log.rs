//! The lines of a log, in words: short, in the past or the present, with numbers.

use retake_locale::{Text, text};
use retake_protocol::log::{Bounds, LogEvent, PressedBy, Score, SessionSummary, SettingsChange};
use retake_protocol::{ActionKind, AttemptOutcome, LayerSource, Millis, Refusal};

use super::session::needs_user;
use super::{intl, say};
use crate::format::{attempt_outcome, outcome_sentence};

/// What a line of the log says.
pub fn log_event(event: &LogEvent) -> String {
    say(match event {
        LogEvent::Text { text } => text.as_str().into(),
        LogEvent::Started(bounds) => text::log_started(limits(*bounds)),
        LogEvent::StartedAtPress(bounds) => text::log_started_at_press(limits(*bounds)),
        LogEvent::Resumed(bounds) => text::log_resumed(limits(*bounds)),
        LogEvent::BoundsChanged(bounds) => text::log_limits_changed(limits(*bounds)),
        LogEvent::TurnCame => text::log_turn_came(),
        LogEvent::Waiting { action, wait_ms } => waiting(*action, *wait_ms),
        LogEvent::AutoRetryOff => text::log_auto_retry_off(),
        LogEvent::Clicked { action } => clicked(*action),
        LogEvent::NotClicked { refusal } => text::step_not_clicked(refusal.reason()),
        LogEvent::NeedsUser { refusal, change } => waits(*refusal, change.as_ref()),
        LogEvent::SettingsChanged(change) => text::log_sets_right(changed(change)),
        LogEvent::Continued => text::log_continued(),
        LogEvent::NameAccepted => text::log_name_accepted(),
        LogEvent::Announced { outcome } => text::log_announced(attempt_outcome(*outcome)),
        LogEvent::EndNotSeen => text::log_end_not_seen(),
        LogEvent::Counted { outcome, pressed_by, percent, layer_source, score, .. } => {
            let line = counted(*outcome, (*percent, *layer_source), *score);
            match pressed_by {
                PressedBy::User => text::log_own_click(line),
                PressedBy::Retake | PressedBy::Unknown => line,
            }
        }
        LogEvent::Corrected { outcome } => text::log_corrected(attempt_outcome(*outcome)),
        LogEvent::Disagreed { told, kept } => {
            text::log_disagreed(attempt_outcome(*told), attempt_outcome(*kept))
        }
        LogEvent::Joined { .. } => text::log_joined(),
        LogEvent::Ended(summary) => ended(summary),
        LogEvent::ExtensionProgress { text } => text::log_progress(text.as_str()),
        LogEvent::TakenOver { videos, retries, credits, layer_failures } => {
            let mut numbers = vec![
                say(text::videos_count(*videos)),
                say(text::retries_count(*retries)),
                say(text::credits_count(*credits)),
            ];
            numbers.extend(failures(*layer_failures));
            text::log_taken_over(numbers.join(", "))
        }
    })
}

fn limits(bounds: Bounds) -> Text {
    text::limits(text::videos_count(bounds.video_goal), text::retries_count(bounds.max_retries))
}

fn waiting(action: ActionKind, wait_ms: Millis) -> Text {
    #[expect(clippy::cast_precision_loss, reason = "a pause is minutes at most")]
    let time = intl::seconds((wait_ms / 100) as f64 / 10.0);
    match action {
        ActionKind::First => text::log_waiting_first(time),
        ActionKind::Retry => text::log_waiting_retry(time),
        ActionKind::Next => text::log_waiting_next(time),
    }
}

fn clicked(action: ActionKind) -> Text {
    match action {
        ActionKind::First => text::log_clicked_first(),
        ActionKind::Retry => text::log_clicked_retry(),
        ActionKind::Next => text::log_clicked_next(),
    }
}

fn waits(refusal: Refusal, change: Option<&SettingsChange>) -> Text {
    text::log_needs_user(match change {
        Some(change) => text::needs_user(changed(change), refusal.remedy()),
        None => needs_user(refusal, None),
    })
}

fn changed(change: &SettingsChange) -> Text {
    let length = change.length_s.as_ref().map(|length| {
        let (made, wanted) = (f64::from(length.made), f64::from(length.wanted));
        text::log_instead(intl::seconds(made), intl::seconds(wanted))
    });
    let resolution = change
        .resolution
        .as_ref()
        .map(|one| text::log_instead(one.made.as_str(), one.wanted.as_str()));
    text::log_changed(match (length, resolution) {
        (Some(length), Some(resolution)) => text::log_two_changes(length, resolution),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "…".into(),
    })
}

fn counted(
    outcome: AttemptOutcome,
    (percent, layer_source): (Option<u8>, Option<LayerSource>),
    score: Score,
) -> Text {
    if outcome == AttemptOutcome::Completed {
        return text::log_video(score.videos, score.bounds.video_goal);
    }
    let outcome = attempt_outcome(outcome);
    let used = text::retries_of_limit(score.retries, score.bounds.max_retries);
    match (percent, layer_source) {
        (Some(percent), _) => {
            text::log_failure_at(outcome, intl::percent(f64::from(percent) / 100.0), used)
        }
        (None, Some(LayerSource::Assumed)) => text::log_failure_assumed(outcome, used),
        (None, _) => text::log_failure(outcome, used),
    }
}

fn ended(summary: &SessionSummary) -> Text {
    let SessionSummary { outcome, score, credits, layer_failures, lasted_ms } = summary;
    let mut numbers = vec![
        say(text::videos_of_goal(score.videos, score.bounds.video_goal)),
        say(text::retries_of_limit(score.retries, score.bounds.max_retries)),
        say(text::credits_count(*credits)),
    ];
    numbers.extend(failures(*layer_failures));
    numbers.push(intl::duration(*lasted_ms));
    text::log_ended(outcome_sentence(*outcome), numbers.join(", "))
}

/// `1 early`, `2 at the end`: what did not fail is left out.
fn failures([early, half_way, late]: [u32; 3]) -> impl Iterator<Item = String> {
    let all = [
        (early, text::failures_early(early)),
        (half_way, text::failures_half_way(half_way)),
        (late, text::failures_late(late)),
    ];
    all.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| say(words))
}

#[cfg(test)]
mod tests {
    use retake_protocol::log::Change;
    use retake_protocol::{Layer, SessionOutcome};

    use super::*;

    const BOUNDS: Bounds = Bounds { video_goal: 2, max_retries: 3 };
    const SCORE: Score = Score { videos: 1, retries: 2, bounds: BOUNDS };

    fn moderated(pressed_by: PressedBy, percent: Option<u8>) -> LogEvent {
        let layer_source = percent.map_or(LayerSource::Assumed, |_| LayerSource::Seen);
        LogEvent::Counted {
            outcome: AttemptOutcome::Moderated,
            pressed_by,
            percent,
            layer: Some(Layer::One),
            layer_source: Some(layer_source),
            score: SCORE,
        }
    }

    #[test]
    fn lines_are_short_and_hold_their_numbers() {
        let change = SettingsChange {
            length_s: Some(Change { wanted: 10, made: 6 }),
            resolution: Some(Change { wanted: "720p".into(), made: "480p".into() }),
        };
        for (event, expected) in [
            (LogEvent::text("as it stood"), "as it stood"),
            (LogEvent::Started(BOUNDS), "Started: 2 videos, up to 3 retries"),
            (
                LogEvent::StartedAtPress(BOUNDS),
                "Started by you on Grok's page: 2 videos, up to 3 retries",
            ),
            (LogEvent::Waiting { action: ActionKind::Retry, wait_ms: 1_960 }, "Retrying in 1.9 s"),
            (LogEvent::Clicked { action: ActionKind::First }, "Clicked Generate"),
            (
                LogEvent::SettingsChanged(change),
                "Grok made the last attempt with 6 s instead of 10 s and 480p instead of 720p. \
                 Retake sets it right before the next click",
            ),
            (LogEvent::Continued, "Continued by you"),
            (LogEvent::Announced { outcome: AttemptOutcome::Moderated }, "Moderated (confirming)"),
            (LogEvent::EndNotSeen, "The end of an attempt was not seen: it counts as nothing"),
            (moderated(PressedBy::Retake, Some(41)), "Moderated at 41%: 2/3 retries used"),
            (moderated(PressedBy::Unknown, None), "Moderated early (assumed): 2/3 retries used"),
            (
                LogEvent::Corrected { outcome: AttemptOutcome::Completed },
                "Grok changed an attempt: Finished",
            ),
        ] {
            assert_eq!(log_event(&event), expected);
        }
    }

    #[test]
    fn c3_the_log_says_whose_press_it_was() {
        let own = log_event(&moderated(PressedBy::User, Some(41)));
        assert_eq!(own, "Moderated at 41%: 2/3 retries used (your own click)");
    }

    #[test]
    fn c18_the_summary_names_what_the_session_came_to() {
        let summary = SessionSummary {
            outcome: SessionOutcome::MaxRetries,
            score: SCORE,
            credits: 1,
            layer_failures: [1, 0, 2],
            lasted_ms: 62_600,
        };
        let expected = "All retries are used up. 1/2 videos, 2/3 retries, 1 credit, 1 early, 2 at the \
                        end, 1 min 2 s";
        assert_eq!(log_event(&LogEvent::Ended(summary)), expected);
    }
}
