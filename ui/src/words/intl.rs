//! Numbers, spans, sizes and moments as the sidebar's language writes them: the webview's `Intl`.
//!
//! Outside of a webview, in unit tests, all of it is written in English.

use retake_locale::Numbers;
use retake_protocol::Millis;

#[cfg(not(target_arch = "wasm32"))]
#[path = "intl/plain.rs"]
mod writer;
#[cfg(target_arch = "wasm32")]
#[path = "intl/webview.rs"]
mod writer;

pub use writer::forget_formats;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Second,
    Minute,
    Hour,
    Byte,
    Kilobyte,
    Megabyte,
    Gigabyte,
}

impl Unit {
    /// Whether it is one of time.
    #[cfg(target_arch = "wasm32")]
    const fn is_time(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// As `Intl` calls it.
    #[cfg(target_arch = "wasm32")]
    const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Byte => "byte",
            Self::Kilobyte => "kilobyte",
            Self::Megabyte => "megabyte",
            Self::Gigabyte => "gigabyte",
        }
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    /// With at most so many digits behind the sign.
    Plain(u8),
    /// A share of 1, in whole percent.
    Percent,
    /// Of a unit, with at most so many digits behind the sign.
    Unit(Unit, u8),
}

/// How a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    /// `14:03`.
    Time,
    /// `14:03:21`.
    TimeToTheSecond,
    /// `Oct 28`.
    Day,
    /// `Wednesday, October 28, 2026`.
    WholeDay,
    /// `Oct 28, 2026`.
    Date,
    /// Date and time, whole.
    Whole,
}

/// Numbers in the texts themselves.
pub const NUMBERS: Numbers = Numbers {
    form: |_, number| writer::form(number),
    write: |_, number| writer::number(number, Style::Plain(2)),
};

/// `2,351`.
pub fn number(number: impl Into<f64>) -> String {
    writer::number(number.into(), Style::Plain(2))
}

/// `33%` of a share of 1.
pub fn percent(share: f64) -> String {
    writer::number(share, Style::Percent)
}

/// `6 s`, of a number of seconds.
pub fn seconds(number: f64) -> String {
    writer::number(number, Style::Unit(Unit::Second, 1))
}

/// What is left of a countdown, rounded up: `8 s`.
pub fn countdown(left: Millis) -> String {
    seconds(as_number((left.max(0) + 999) / 1000))
}

/// How long something took: `42 s`, `3 min 5 s`, `2 hr 10 min`; what would be zero is left out.
pub fn duration(span: Millis) -> String {
    let seconds = span.max(0) / 1000;
    let parts = match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => return self::seconds(as_number(seconds)),
        (0, minutes, seconds) => [(minutes, Unit::Minute), (seconds, Unit::Second)],
        (hours, minutes, _) => [(hours, Unit::Hour), (minutes, Unit::Minute)],
    };
    let written = parts.into_iter().filter(|(number, _)| *number > 0);
    let written = written.map(|(one, unit)| writer::number(as_number(one), Style::Unit(unit, 0)));
    written.collect::<Vec<_>>().join(" ")
}

/// A file's size: `812 byte`, `48 kB`, `1.2 MB`.
pub fn bytes(size: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "two digits are shown")]
    let size_f = size as f64;
    let (number, unit, digits) = match size {
        0..1_000 => (size_f, Unit::Byte, 0),
        1_000..1_000_000 => (size_f / 1e3, Unit::Kilobyte, 0),
        1_000_000..1_000_000_000 => (size_f / 1e6, Unit::Megabyte, 1),
        _ => (size_f / 1e9, Unit::Gigabyte, 1),
    };
    writer::number(number, Style::Unit(unit, digits))
}

/// How long ago `then` was: `now`, `5 min. ago`, `yesterday`, and above a week its date.
pub fn ago(then: Millis, now: Millis) -> String {
    let minutes = (now - then).max(0) / 60_000;
    match minutes {
        0 => writer::relative(0, "second"),
        1..60 => writer::relative(-minutes, "minute"),
        60..1440 => writer::relative(-(minutes / 60), "hour"),
        1440..10_080 => writer::relative(-(minutes / 1440), "day"),
        // Half a year back, the year says more than it costs.
        10_080..262_800 => writer::moment(then, Moment::Day),
        _ => writer::moment(then, Moment::Date),
    }
}

/// `Oct 28`.
pub fn day_of_year(at: Millis) -> String {
    writer::moment(at, Moment::Day)
}

/// `Oct 28, 2026`.
pub fn date(at: Millis) -> String {
    writer::moment(at, Moment::Date)
}

/// Date and time, whole.
pub fn date_and_time(at: Millis) -> String {
    writer::moment(at, Moment::Whole)
}

/// `14:03`.
pub fn time(at: Millis) -> String {
    writer::moment(at, Moment::Time)
}

/// `14:03:21`.
pub fn time_to_the_second(at: Millis) -> String {
    writer::moment(at, Moment::TimeToTheSecond)
}

/// A day (`2026-10-28`, in the user's own time) as `Oct 28`.
pub fn day(iso: &str) -> String {
    writer::day(iso, Moment::Day)
}

/// The same day in full: `Wednesday, October 28, 2026`.
pub fn whole_day(iso: &str) -> String {
    writer::day(iso, Moment::WholeDay)
}

fn as_number(whole: Millis) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "spans and dates are below 2^53 ms")]
    let number = whole as f64;
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_never_says_less_than_is_left() {
        for (left, expected) in
            [(8000, "8 s"), (7001, "8 s"), (7000, "7 s"), (1, "1 s"), (-5, "0 s")]
        {
            assert_eq!(countdown(left), expected, "{left} ms");
        }
    }

    #[test]
    fn spans_read_as_people_say_them() {
        for (span, expected) in [
            (900, "0 s"),
            (42_000, "42 s"),
            (60_000, "1 min"),
            (185_000, "3 min 5 s"),
            (7_800_000, "2 h 10 min"),
        ] {
            assert_eq!(duration(span), expected);
        }
        assert_eq!(ago(0, 59_999), "now");
        assert_eq!(ago(0, 5 * 60_000), "5 minutes ago");
        assert_eq!(ago(0, 26 * 3_600_000), "yesterday");
        assert_eq!(ago(100, 0), "now", "a clock that went back is no reason to worry");
        assert_eq!(bytes(48_200), "48 kB");
        assert_eq!(percent(0.333), "33%");
    }
}
