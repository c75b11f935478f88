//! The user's own days: where each begins depends on where they live and on the time of the year.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use retake_protocol::Millis;
use retake_store::CalendarDay;

/// How many days are counted.
const DAYS: i32 = 30;

/// The last days of the system's calendar, the newest last: that of `moment` (ms).
pub(crate) fn last_days(moment: Millis) -> Vec<CalendarDay> {
    days_in(&TimeZone::system(), moment).unwrap_or_default()
}

/// The day of the system's calendar that has `moment` (ms); `None`: no calendar has it.
pub(crate) fn day_of(moment: Millis) -> Option<CalendarDay> {
    day_in(&TimeZone::system(), moment)
}

fn day_in(zone: &TimeZone, moment: Millis) -> Option<CalendarDay> {
    let date = Timestamp::from_millisecond(moment).ok()?.to_zoned(zone.clone()).date();
    let start = |date: Date| Some(date.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond());
    let until = start(date.tomorrow().ok()?)?;
    Some(CalendarDay { date: date.to_string(), from: start(date)?, until })
}

/// `None`: no calendar has the moment.
fn days_in(zone: &TimeZone, moment: Millis) -> Option<Vec<CalendarDay>> {
    let newest = Timestamp::from_millisecond(moment).ok()?.to_zoned(zone.clone()).date();
    (0..DAYS)
        .rev()
        .map(|ago| {
            let date = newest.checked_sub(ago.days()).ok()?;
            let start = |days: i32| {
                let day = date.checked_add(days.days()).ok()?.to_zoned(zone.clone()).ok()?;
                Some(day.timestamp().as_millisecond())
            };
            Some(CalendarDay { date: date.to_string(), from: start(0)?, until: start(1)? })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(zone: &str, moment: &str) -> Vec<CalendarDay> {
        let moment: Timestamp = moment.parse().unwrap();
        days_in(&TimeZone::get(zone).unwrap(), moment.as_millisecond()).unwrap()
    }

    #[test]
    fn d3_a_day_is_the_users_own() {
        // Late in the evening at UTC, the next day has begun in Tokyo.
        let tokyo = days("Asia/Tokyo", "2026-11-21T20:00:00Z");
        assert_eq!((tokyo.len(), tokyo[29].date.as_str()), (30, "2026-11-22"));
        let los_angeles = days("America/Los_Angeles", "2026-11-21T02:00:00Z");
        assert_eq!(los_angeles[29].date, "2026-11-20");
    }

    #[test]
    fn k1_a_day_of_the_library_is_the_users_own() {
        let at: Timestamp = "2026-10-24T23:30:00Z".parse().unwrap();
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let day = day_in(&berlin, at.as_millisecond()).unwrap();
        assert_eq!(day.date, "2026-10-25");
        assert_eq!((day.until - day.from) / 3_600_000, 25, "the clocks are set back on it");
        assert_eq!(day_in(&berlin, Millis::MAX), None);
    }

    #[test]
    fn d3_days_leave_no_gap_where_the_clocks_change() {
        let berlin = days("Europe/Berlin", "2026-11-01T12:00:00Z");
        let hours = |day: &CalendarDay| (day.until - day.from) / 3_600_000;
        assert!(berlin.windows(2).all(|pair| pair[0].until == pair[1].from));
        let changed: Vec<_> = berlin.iter().filter(|day| hours(day) != 24).collect();
        assert_eq!((changed.len(), changed[0].date.as_str()), (1, "2026-10-25"));
    }
}
