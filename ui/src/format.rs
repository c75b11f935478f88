//! Data to words: spans, counts, outcomes and layers, as they stand in the sidebar.

use retake_protocol::history::AttemptView;
use retake_protocol::view::Totals;
use retake_protocol::{
    AttemptOutcome, Layer, LayerSource, Millis, Preferences, Prompt, SessionOutcome,
};

/// What is left of a countdown, rounded up: `8 s`. At the end it says `now`.
pub fn countdown(left: Millis) -> String {
    if left <= 0 { "now".to_owned() } else { format!("{} s", (left + 999) / 1000) }
}

/// How long something took: `42 s`, `3 min 5 s`, `2 h 10 min`.
pub fn duration(span: Millis) -> String {
    let seconds = span.max(0) / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// A place in a session's time line, after its start: `0:08`, `12:30`, `1:02:05`.
pub fn offset(span: Millis) -> String {
    let seconds = span.max(0) / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// No generation takes longer, in ms: a longer span tells of two clocks that differ.
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

/// How long ago `then` was: `just now`, `5 min ago`, `3 h ago`, `4 days ago`.
pub fn ago(then: Millis, now: Millis) -> String {
    let minutes = (now - then).max(0) / 60_000;
    match minutes {
        0 => "just now".to_owned(),
        1..60 => format!("{minutes} min ago"),
        60..1440 => format!("{} h ago", minutes / 60),
        1440..2880 => "yesterday".to_owned(),
        _ => format!("{} days ago", minutes / 1440),
    }
}

/// A file's size: `812 B`, `48 kB`, `1.2 MB`.
pub fn bytes(size: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
    let size_f = size as f64;
    match size {
        0..1_000 => format!("{size} B"),
        1_000..1_000_000 => format!("{:.0} kB", size_f / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", size_f / 1e6),
        _ => format!("{:.1} GB", size_f / 1e9),
    }
}

/// Of the attempts that came to an end, how many became a video, in whole percent; `None`: none did.
pub fn success_rate(totals: &Totals) -> Option<u32> {
    let ended = totals.completed + totals.moderated + totals.failed;
    (ended > 0).then(|| (totals.completed * 200 + ended) / (ended * 2))
}

/// `1 retry`, `2 retries`.
pub fn retries(number: u32) -> String {
    if number == 1 { "1 retry".to_owned() } else { format!("{number} retries") }
}

/// `1 video`, `2 videos`.
pub fn count(number: u32, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// What an image is called: its prompt, at most 60 characters of it.
pub fn image_name(prompt: Option<&Prompt>) -> String {
    let text = prompt.map(Prompt::as_str).unwrap_or_default().trim();
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        None if line.is_empty() => "Image without a prompt".to_owned(),
        None => line.to_owned(),
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

/// A session's outcome as its status reads.
pub fn session_outcome(outcome: SessionOutcome) -> &'static str {
    match outcome {
        SessionOutcome::Pending => "Running",
        SessionOutcome::Success => "Success",
        SessionOutcome::MaxRetries => "Max retries",
        SessionOutcome::TimedOut => "Timed out",
        SessionOutcome::RateLimited => "Rate limited",
        SessionOutcome::Cancelled => "Cancelled",
        SessionOutcome::Stale => "Stale",
        SessionOutcome::Interrupted => "Interrupted",
    }
}

/// An attempt's outcome in a word.
pub fn attempt_outcome(outcome: AttemptOutcome) -> &'static str {
    match outcome {
        AttemptOutcome::Pending => "Pending",
        AttemptOutcome::Processing => "Under way",
        AttemptOutcome::Completed => "Finished",
        AttemptOutcome::Moderated => "Moderated",
        AttemptOutcome::Failed => "Failed",
        AttemptOutcome::Unknown => "End not seen",
    }
}

/// A layer in plain words.
pub fn layer(layer: Layer, source: Option<LayerSource>) -> String {
    let words = match layer {
        Layer::One => "early",
        Layer::Two => "half-way",
        Layer::Three => "at the end",
    };
    match source {
        Some(LayerSource::Assumed) => format!("{words}, assumed"),
        _ => words.to_owned(),
    }
}

/// Reads what was typed for max retries or the goal; the error names the range (spec C17).
pub fn bound(text: &str) -> Result<u32, String> {
    let range = Preferences::RANGE;
    let number = text.trim().parse::<u32>().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("Enter a whole number from {} to {}.", range.start(), range.end()))
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

    #[test]
    fn a_countdown_never_says_less_than_is_left() {
        for (left, expected) in
            [(8000, "8 s"), (7001, "8 s"), (7000, "7 s"), (1, "1 s"), (0, "now"), (-5, "now")]
        {
            assert_eq!(countdown(left), expected, "{left} ms");
        }
    }

    #[test]
    fn spans_read_as_people_say_them() {
        for (span, expected) in
            [(900, "0 s"), (42_000, "42 s"), (185_000, "3 min 5 s"), (7_800_000, "2 h 10 min")]
        {
            assert_eq!(duration(span), expected);
        }
        assert_eq!(ago(0, 59_999), "just now");
        assert_eq!(ago(0, 5 * 60_000), "5 min ago");
        assert_eq!(ago(0, 26 * 3_600_000), "yesterday");
        assert_eq!(ago(100, 0), "just now", "a clock that went back is no reason to worry");
    }

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
            first_seen_at: 10_000,
            ended_at,
        };
        let in_session = Some(retake_protocol::SessionId(1));
        for (session_id, create_time, ended_at, expected) in [
            (None, Some(8_000), Some(50_000), Some("42 s")),
            (None, None, Some(50_000), Some("40 s")),
            (None, None, Some(10_000), None),
            (None, Some(-50_000), Some(10_000), None),
            (in_session, Some(-50_000), Some(10_000), Some("1 min 0 s")),
            (None, None, None, None),
            (None, Some(-9_000_000), Some(50_000), None),
            (None, Some(9_000_000), Some(50_000), None),
        ] {
            let took = took(&attempt(session_id, create_time, ended_at));
            assert_eq!(took.as_deref(), expected, "{create_time:?} {ended_at:?}");
        }
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
