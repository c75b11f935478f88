//! Data to words: outcomes, layers and names, as they stand in the sidebar.

use crate::words::intl::{bytes, duration};
use crate::words::say;
use retake_locale::{Text, text};
use retake_protocol::history::AttemptView;
use retake_protocol::view::Totals;
use retake_protocol::{
    AttemptOutcome, Layer, LayerSource, Millis, Preferences, Prompt, SessionOutcome, VideoQuality,
};

/// A place in a session's time line, after its start: `0:08`, `12:30`, `1:02:05`.
pub fn offset(span: Millis) -> String {
    let seconds = span.max(0) / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// No generation takes longer, in ms: a longer time means that two clocks differ.
const LONGEST_GENERATION_MS: Millis = 60 * 60 * 1000;

/// How long an attempt took; `None`: it has not ended, or its beginning or its end is not known.
pub fn took(attempt: &AttemptView) -> Option<String> {
    let ended_at = attempt.ended_at?;
    let began_at = attempt.create_time.unwrap_or(attempt.first_seen_at);
    // Outside of a session, what had ended when it was first seen may have ended long before.
    if ended_at == attempt.first_seen_at && attempt.session_id.is_none() {
        return None;
    }
    let span = ended_at - began_at;
    (1_000..LONGEST_GENERATION_MS).contains(&span).then(|| duration(span))
}

/// How large a saved video is (bytes) and, where it is better than the usual file, how good (spec N8).
pub fn saved_size(quality: VideoQuality, size: u64) -> String {
    match quality_name(quality) {
        Some(name) => format!("{name} · {}", bytes(size)),
        None => bytes(size),
    }
}

/// A sign for a file that is better than the usual one, the same in every language.
const fn quality_name(quality: VideoQuality) -> Option<&'static str> {
    match quality {
        VideoQuality::Base => None,
        VideoQuality::Hd => Some("HD"),
        VideoQuality::Hd1080 => Some("1080p"),
    }
}

/// Of the attempts that came to an end, which share became a video; `None`: none did.
pub fn success_rate(totals: &Totals) -> Option<f64> {
    let ended = totals.completed + totals.moderated + totals.failed;
    (ended > 0).then(|| f64::from(totals.completed) / f64::from(ended))
}

/// What an image is called: its prompt, at most 60 characters of it.
pub fn image_name(prompt: Option<&Prompt>) -> String {
    let text = prompt.map(Prompt::as_str).unwrap_or_default().trim();
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        None if line.is_empty() => say(text::image_without_prompt()),
        None => line.to_owned(),
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

/// A session's outcome as its status reads.
pub fn session_outcome(outcome: SessionOutcome) -> Text {
    match outcome {
        SessionOutcome::Pending => text::status_running(),
        SessionOutcome::Success => text::status_success(),
        SessionOutcome::MaxRetries => text::status_max_retries(),
        SessionOutcome::TimedOut => text::status_timed_out(),
        SessionOutcome::RateLimited => text::status_rate_limited(),
        SessionOutcome::Cancelled => text::status_cancelled(),
        SessionOutcome::Stale => text::status_stale(),
        SessionOutcome::Interrupted => text::status_interrupted(),
    }
}

/// A session's outcome in a sentence.
pub fn outcome_sentence(outcome: SessionOutcome) -> Text {
    match outcome {
        SessionOutcome::Pending => text::status_running(),
        SessionOutcome::Success => text::ended_success(),
        SessionOutcome::MaxRetries => text::ended_max_retries(),
        SessionOutcome::TimedOut => text::ended_timed_out(),
        SessionOutcome::RateLimited => text::ended_rate_limited(),
        SessionOutcome::Cancelled => text::ended_cancelled(),
        SessionOutcome::Stale => text::ended_stale(),
        SessionOutcome::Interrupted => text::ended_interrupted(),
    }
}

/// An attempt's outcome in a word.
pub fn attempt_outcome(outcome: AttemptOutcome) -> Text {
    match outcome {
        AttemptOutcome::Pending => text::attempt_pending(),
        AttemptOutcome::Processing => text::attempt_processing(),
        AttemptOutcome::Completed => text::attempt_completed(),
        AttemptOutcome::Moderated => text::attempt_moderated(),
        AttemptOutcome::Failed => text::attempt_failed(),
        AttemptOutcome::Unknown => text::attempt_unknown(),
    }
}

/// A layer in plain words.
pub fn layer(layer: Layer, source: Option<LayerSource>) -> String {
    let stage = match layer {
        Layer::One => text::attempt_early(),
        Layer::Two => text::attempt_half_way(),
        Layer::Three => text::attempt_late(),
    };
    match source {
        Some(LayerSource::Assumed) => say(text::attempt_assumed(stage)),
        _ => say(stage),
    }
}

/// Reads what was typed for max retries or the goal; the error names the range (spec C17).
pub fn bound(text: &str) -> Result<u32, String> {
    let range = Preferences::RANGE;
    let number = text.trim().parse::<u32>().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| say(text::number_range(*range.start(), *range.end())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_called_by_the_beginning_of_its_prompt() {
        let named = |text: &str| image_name(Some(&Prompt::new(text)));
        assert_eq!(image_name(None), "Image without a prompt");
        assert_eq!(named(" \n"), "Image without a prompt");
        assert_eq!(named("a lake\nat dawn"), "a lake");
        assert_eq!(named(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }

    use retake_protocol::Pick;
    use retake_protocol::history::VideoView;

    #[test]
    fn an_attempt_took_the_time_from_its_making_to_its_end_as_far_as_clocks_agree() {
        let attempt = |session_id, create_time, ended_at| AttemptView {
            attempt_id: retake_protocol::AttemptId::new("one").unwrap(),
            session_id,
            outcome: AttemptOutcome::Completed,
            layer: None,
            layer_source: None,
            percent: None,
            prompt: None,
            create_time,
            length_seconds: None,
            resolution: None,
            derived: None,
            video: VideoView::None,
            pick: Pick::None,
            first_seen_at: 10_000,
            ended_at,
        };
        let in_session = Some(retake_protocol::SessionId(1));
        for (session_id, create_time, ended_at, expected) in [
            (None, Some(8_000), Some(50_000), Some("42 s")),
            (None, None, Some(50_000), Some("40 s")),
            (None, None, Some(10_000), None),
            (None, Some(-50_000), Some(10_000), None),
            (in_session, Some(-50_000), Some(10_000), Some("1 min")),
            (None, None, None, None),
            (None, Some(-9_000_000), Some(50_000), None),
            (None, Some(9_000_000), Some(50_000), None),
        ] {
            let took = took(&attempt(session_id, create_time, ended_at));
            assert_eq!(took.as_deref(), expected, "{create_time:?} {ended_at:?}");
        }
    }

    #[test]
    fn n8_a_better_file_has_a_sign_and_the_usual_one_has_none() {
        use VideoQuality::{Base, Hd, Hd1080};
        assert_eq!([Base, Hd, Hd1080].map(quality_name), [None, Some("HD"), Some("1080p")]);
    }

    #[test]
    fn places_in_a_time_line_are_counted_from_its_start() {
        for (span, expected) in
            [(-5, "0:00"), (8_400, "0:08"), (750_000, "12:30"), (3_725_000, "1:02:05")]
        {
            assert_eq!(offset(span), expected);
        }
    }

    #[test]
    fn c17_only_whole_numbers_from_1_to_50_are_taken() {
        assert_eq!(bound("1"), Ok(1));
        assert_eq!(bound(" 50 "), Ok(50));
        for text in ["0", "51", "-1", "1.5", "", "three"] {
            let refused = bound(text).unwrap_err();
            assert!(refused.contains("1 to 50"), "{text}: {refused}");
        }
    }
}
