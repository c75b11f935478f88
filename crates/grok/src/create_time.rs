//! Grok's `createTime` as a moment.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use retake_protocol::Millis;

use crate::loose::Field;

/// Below this a number is taken for seconds: as milliseconds it would lie in 1973.
const SMALLEST_MILLIS: f64 = 1e11;

/// Milliseconds since the Unix epoch; `None` where the field is missing or unreadable (spec C6).
pub(crate) fn create_time(field: Field<'_>) -> Option<Millis> {
    if let Some(number) = field.number() {
        let millis = if number.abs() < SMALLEST_MILLIS { number * 1000.0 } else { number };
        #[expect(clippy::cast_possible_truncation, reason = "a saturating cast is meant")]
        return Some(millis as Millis);
    }
    from_text(&field.text()?)
}

fn from_text(text: &str) -> Option<Millis> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_millisecond());
    }
    // Without an offset it is taken for UTC, which is what Grok writes.
    let moment = text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(moment.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::from_text;

    #[test]
    fn c6_create_times_read_in_every_form_seen_and_else_count_as_missing() {
        for (text, expected) in [
            ("2026-02-05T15:40:00Z", Some(1_770_306_000_000)),
            ("2026-02-05T15:40:00.250Z", Some(1_770_306_000_250)),
            ("2026-02-05T17:40:00+02:00", Some(1_770_306_000_000)),
            ("2026-02-05T15:40:00", Some(1_770_306_000_000)),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(from_text(text), expected, "{text}");
        }
    }
}
