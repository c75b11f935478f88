//! Grok's `createTime` as a moment, in every form that was seen (spec A2).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use retake_protocol::Millis;

use crate::lenient_json::Field;

/// Its size says what a number counts in: a moment of this century is about 1.8e9 seconds,
/// 1.8e12 ms, 1.8e15 µs or 1.8e18 ns.
const UNITS: [(f64, f64); 4] = [(1e11, 1e3), (1e14, 1.0), (1e17, 1e-3), (1e20, 1e-6)];

/// The latest moment that JavaScript's `Date` holds, in ms, and its negative the earliest.
const LATEST_MS: f64 = 8.64e15;

/// Milliseconds since the Unix epoch; `None` where the field is missing or unreadable (spec C6).
pub(crate) fn create_time(field: Field<'_>) -> Option<Millis> {
    if let Some(number) = field.number() {
        return from_number(number);
    }
    if field.is_object() {
        let seconds = field.field_of("seconds")?.number()?;
        let nanos = field.field_of("nanos").and_then(Field::number).unwrap_or(0.0);
        return whole_ms(seconds * 1e3 + nanos * 1e-6);
    }
    from_text(field.text()?.trim())
}

fn from_number(number: f64) -> Option<Millis> {
    let (_, ms) = UNITS.into_iter().find(|(bound, _)| number.abs() < *bound)?;
    whole_ms(number * ms)
}

fn whole_ms(ms: f64) -> Option<Millis> {
    #[expect(clippy::cast_possible_truncation, reason = "range checked")]
    (ms.abs() <= LATEST_MS).then_some(ms as Millis)
}

fn from_text(text: &str) -> Option<Millis> {
    let timestamp = text.parse::<Timestamp>().or_else(|_| with_colon(text).parse());
    if let Ok(moment) = timestamp {
        return Some(moment.as_millisecond());
    }
    if let Ok(moment) = rfc2822::parse(text) {
        return Some(moment.timestamp().as_millisecond());
    }
    // Without an offset it is taken for UTC, which is what Grok writes.
    let moment = text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(moment.timestamp().as_millisecond())
}

/// `…+0000` as `…+00:00`: ISO has both forms.
fn with_colon(text: &str) -> String {
    match text.len().checked_sub(4).and_then(|at| text.split_at_checked(at)) {
        Some((time, offset))
            if time.ends_with(['+', '-']) && offset.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{time}{}:{}", &offset[..2], &offset[2..])
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a2_create_times_read_in_every_form_seen_and_else_count_as_missing() {
        for (json, expected) in [
            (r#""2026-02-05T15:40:00Z""#, Some(1_770_306_000_000)),
            (r#""2026-02-05T15:40:00.250Z""#, Some(1_770_306_000_250)),
            (r#""2026-02-05T15:40:02.167725958Z""#, Some(1_770_306_002_167)),
            (r#""2026-02-05T17:40:00+02:00""#, Some(1_770_306_000_000)),
            (r#""2026-02-05T17:40:00+0200""#, Some(1_770_306_000_000)),
            (r#""2026-02-05T15:40:00""#, Some(1_770_306_000_000)),
            (r#""2026-02-05 15:40:00""#, Some(1_770_306_000_000)),
            (r#""Thu, 05 Feb 2026 15:40:00 GMT""#, Some(1_770_306_000_000)),
            ("1770306000", Some(1_770_306_000_000)),
            ("1770306000.5", Some(1_770_306_000_500)),
            ("1770306000000", Some(1_770_306_000_000)),
            (r#""1770306000000""#, Some(1_770_306_000_000)),
            ("1770306000000000", Some(1_770_306_000_000)),
            ("1770306000000000000", Some(1_770_306_000_000)),
            (r#"{"seconds":1770306000,"nanos":250000000}"#, Some(1_770_306_000_250)),
            (r#"{"seconds":"1770306000"}"#, Some(1_770_306_000_000)),
            ("0", Some(0)),
            (r#""yesterday""#, None),
            (r#""""#, None),
            ("true", None),
            ("[]", None),
            ("{}", None),
            ("1e308", None),
        ] {
            assert_eq!(create_time(Field::of(json)), expected, "{json}");
        }
    }
}
