//! Plain English, for unit tests, which no webview runs.

use retake_protocol::Millis;

use super::{Moment, Style, Unit};

/// There are none to forget.
pub fn forget_formats() {}

pub(super) fn number(number: f64, style: Style) -> String {
    let (number, digits, sign) = match style {
        Style::Plain(digits) => (number, digits, ""),
        Style::Percent => (number * 100.0, 0, "%"),
        Style::Unit(unit, digits) => (number, digits, sign_of(unit)),
    };
    let written = format!("{number:.*}", usize::from(digits));
    let written = match written.split_once('.') {
        Some((whole, behind)) => match behind.trim_end_matches('0') {
            "" => whole.to_owned(),
            behind => format!("{whole}.{behind}"),
        },
        None => written,
    };
    format!("{written}{sign}")
}

fn sign_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => " s",
        Unit::Minute => " min",
        Unit::Hour => " h",
        Unit::Byte => " byte",
        Unit::Kilobyte => " kB",
        Unit::Megabyte => " MB",
        Unit::Gigabyte => " GB",
    }
}

pub(super) fn relative(number: Millis, unit: &str) -> String {
    match (number, unit) {
        (0, _) => "now".to_owned(),
        (-1, "day") => "yesterday".to_owned(),
        (-1, _) => format!("1 {unit} ago"),
        _ => format!("{} {unit}s ago", -number),
    }
}

pub(super) fn moment(at: Millis, style: Moment) -> String {
    let minutes = at.div_euclid(60_000);
    match style {
        Moment::Time => format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60),
        Moment::Day => format!("day {}", minutes / 1440),
        _ => format!("at {at} ms"),
    }
}

pub(super) fn form(number: f64) -> &'static str {
    if (number - 1.0).abs() < f64::EPSILON { "one" } else { "other" }
}

pub(super) fn day(iso: &str, _: Moment) -> String {
    iso.to_owned()
}
