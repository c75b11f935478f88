//! The lines of a log, in words: short, in the past or the present, with numbers.

use retake_protocol::log::{Bounds, LogEvent, PressedBy, Score, SessionSummary, SettingsChange};
use retake_protocol::{ActionKind, AttemptOutcome, LayerSource, Millis, Refusal};

use super::session::needs_user;
use crate::format::{attempt_outcome, count, duration, retries};

/// What a line of the log says.
pub fn log_event(event: &LogEvent) -> String {
    match event {
        LogEvent::Text { text } => text.clone(),
        LogEvent::Started(bounds) => format!("Started: {}", in_bounds(*bounds)),
        LogEvent::Resumed(bounds) => format!("Resumed: {}", in_bounds(*bounds)),
        LogEvent::BoundsChanged(bounds) => format!("Limits changed: {}", in_bounds(*bounds)),
        LogEvent::TurnCame => "Started from the queue".to_owned(),
        LogEvent::Waiting { action, wait_ms } => waiting(*action, *wait_ms),
        LogEvent::AutoRetryOff => "Auto-retry is off, so nothing is scheduled".to_owned(),
        LogEvent::Clicked { action } => clicked(*action).to_owned(),
        LogEvent::NotClicked { refusal } => format!("Not clicked: {}", refusal.in_words()),
        LogEvent::NeedsUser { refusal, change } => waits(*refusal, change.as_ref()),
        LogEvent::SettingsChanged(change) => {
            format!("{}. Retake sets it right before the next click", changed(change))
        }
        LogEvent::Continued => "Continued by you".to_owned(),
        LogEvent::NameAccepted => {
            "Continued by you: the page's picture is this image under another id".to_owned()
        }
        LogEvent::Announced { outcome } => format!("{} (confirming)", attempt_outcome(*outcome)),
        LogEvent::EndNotSeen => {
            "The end of an attempt was not seen: it counts as nothing".to_owned()
        }
        LogEvent::Counted { outcome, pressed_by, percent, layer_source, score, .. } => {
            let how_far = how_far(*percent, *layer_source);
            counted(*outcome, *pressed_by, &how_far, *score)
        }
        LogEvent::Corrected { outcome } => {
            format!("Grok changed an attempt to {}", lower(*outcome))
        }
        LogEvent::Disagreed { told, kept } => {
            format!("Grok now says {}. Retake keeps {}", lower(*told), lower(*kept))
        }
        LogEvent::Joined { .. } => "Two entries turned out to be one attempt".to_owned(),
        LogEvent::Ended(summary) => ended(summary),
        LogEvent::ExtensionProgress { text } => format!("Progress: {text}"),
        LogEvent::TakenOver { videos, retries: used, credits, layer_failures } => format!(
            "Imported from the browser extension: {}, {}, {}{}",
            count(*videos, "video"),
            retries(*used),
            count(*credits, "credit"),
            failures(*layer_failures)
        ),
    }
}

fn in_bounds(bounds: Bounds) -> String {
    format!("goal {}, up to {}", count(bounds.video_goal, "video"), retries(bounds.max_retries))
}

fn waiting(action: ActionKind, wait_ms: Millis) -> String {
    let what = match action {
        ActionKind::First => "Starting",
        ActionKind::Retry => "Retrying",
        ActionKind::Next => "Next video",
    };
    format!("{what} in {}", seconds(wait_ms))
}

/// `8 s`, `1.9 s`.
fn seconds(span: Millis) -> String {
    let (whole, tenths) = (span / 1000, span % 1000 / 100);
    if tenths == 0 { format!("{whole} s") } else { format!("{whole}.{tenths} s") }
}

const fn clicked(action: ActionKind) -> &'static str {
    match action {
        ActionKind::First => "Clicked Generate",
        ActionKind::Retry => "Clicked Generate to retry",
        ActionKind::Next => "Clicked Generate for the next video",
    }
}

fn waits(refusal: Refusal, change: Option<&SettingsChange>) -> String {
    match change {
        Some(change) => format!("Needs you. {}. {}", changed(change), refusal.what_to_do()),
        None => format!("Needs you. {}", needs_user(refusal, None)),
    }
}

fn changed(change: &SettingsChange) -> String {
    let length = change
        .length_s
        .as_ref()
        .map(|length| format!("{} s instead of {} s", length.made, length.wanted));
    let resolution =
        change.resolution.as_ref().map(|one| format!("{} instead of {}", one.made, one.wanted));
    let changes: Vec<String> = length.into_iter().chain(resolution).collect();
    format!("Grok made the last attempt with {}", changes.join(" and "))
}

/// ` at 41%`; empty where it is not known.
fn how_far(percent: Option<u8>, layer_source: Option<LayerSource>) -> String {
    match (percent, layer_source) {
        (Some(percent), _) => format!(" at {percent}%"),
        (None, Some(LayerSource::Assumed)) => " early (assumed)".to_owned(),
        (None, _) => String::new(),
    }
}

fn counted(outcome: AttemptOutcome, pressed_by: PressedBy, how_far: &str, score: Score) -> String {
    let whose = match pressed_by {
        PressedBy::User => " (your own click)",
        PressedBy::Retake | PressedBy::Unknown => "",
    };
    match outcome {
        AttemptOutcome::Completed => {
            format!("Video {} of {} finished{whose}", score.videos, score.bounds.video_goal)
        }
        outcome => {
            let used = format!("{} of {} used", score.retries, retries(score.bounds.max_retries));
            format!("{}{how_far}{whose}: {used}", attempt_outcome(outcome))
        }
    }
}

fn ended(summary: &SessionSummary) -> String {
    let SessionSummary { outcome, score, credits, layer_failures, lasted_ms } = summary;
    format!(
        "{} {} of {}, {} of {}, {}{}, {}",
        outcome.sentence(),
        score.videos,
        count(score.bounds.video_goal, "video"),
        score.retries,
        retries(score.bounds.max_retries),
        count(*credits, "credit"),
        failures(*layer_failures),
        duration(*lasted_ms)
    )
}

/// `, failed 1 early and 2 late`; empty where nothing failed.
fn failures(layers: [u32; 3]) -> String {
    let when = ["early", "half-way", "late"];
    let told = layers.iter().zip(when).filter(|(number, _)| **number > 0);
    let told: Vec<String> = told.map(|(number, when)| format!("{number} {when}")).collect();
    if told.is_empty() { String::new() } else { format!(", failed {}", told.join(" and ")) }
}

fn lower(outcome: AttemptOutcome) -> String {
    attempt_outcome(outcome).to_lowercase()
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
            (LogEvent::Started(BOUNDS), "Started: goal 2 videos, up to 3 retries"),
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
            (moderated(PressedBy::Retake, Some(41)), "Moderated at 41%: 2 of 3 retries used"),
            (moderated(PressedBy::Unknown, None), "Moderated early (assumed): 2 of 3 retries used"),
            (
                LogEvent::Corrected { outcome: AttemptOutcome::Completed },
                "Grok changed an attempt to finished",
            ),
        ] {
            assert_eq!(log_event(&event), expected);
        }
    }

    #[test]
    fn c3_the_log_says_whose_press_it_was() {
        let own = log_event(&moderated(PressedBy::User, Some(41)));
        assert_eq!(own, "Moderated at 41% (your own click): 2 of 3 retries used");
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
        let expected = "Out of retries. 1 of 2 videos, 2 of 3 retries, 1 credit, failed 1 early and 2 \
                        late, 1 min 2 s";
        assert_eq!(log_event(&LogEvent::Ended(summary)), expected);
    }
}
