//! When a limit ends, as Grok says it: in a header, in a field, or in words of any language (spec
//! C11). A time of the day stays one: which day it is, and where, is for those who know the clock.

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use retake_protocol::Millis;

use crate::folding::fold;
use crate::times::{TIMES, Times};

/// The end of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The next time that a clock at the user's place shows this.
    AtTime {
        /// 0–23.
        hour: u8,
        /// 0–59.
        minute: u8,
    },
    /// So long after it was said.
    In {
        /// Seconds.
        seconds: u32,
    },
    /// A moment.
    Moment {
        /// Milliseconds since the Unix epoch.
        ms: Millis,
    },
}

/// How many numbers of a text are looked at; a notice has a handful.
const MOST_NUMBERS: usize = 64;

impl Until {
    /// From the words of a notice or an error, such as "Try again at 6:01 PM" or "resets in 2 hours".
    /// Of several times, the last one; a span of time only where there is no time of the day.
    pub fn of_words(text: &str) -> Option<Self> {
        if let Some(moment) = moment_in(text) {
            return Some(moment);
        }
        let folded = fold(text);
        let (mut time, mut span) = (None, None);
        let mut from = 0;
        for _ in 0..MOST_NUMBERS {
            let Some(place) = Place::next(&folded, from) else { break };
            let found = place.span().map(|(until, rest)| (&mut span, until, rest));
            let found =
                found.or_else(|| place.time().map(|(until, rest)| (&mut time, until, rest)));
            from = match found {
                Some((kept, until, rest)) => {
                    *kept = Some(until);
                    folded.len() - rest.len()
                }
                None => folded.len() - place.rest.len(),
            };
        }
        time.or(span)
    }

    /// From HTTP's `retry-after`: seconds, or a date. `None`: it is neither.
    pub fn of_retry_after(header: &str) -> Option<Self> {
        let header = header.trim();
        if let Ok(seconds) = header.parse() {
            return Some(Self::In { seconds });
        }
        let ms = rfc2822::parse(header).ok()?.timestamp().as_millisecond();
        Some(Self::Moment { ms })
    }
}

/// A moment that is written out, as `2026-09-27T04:47:49Z`.
fn moment_in(text: &str) -> Option<Until> {
    let words = text.split_whitespace();
    words.rev().find_map(|word| {
        let word = word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
        let moment: Timestamp = word.parse().ok()?;
        Some(Until::Moment { ms: moment.as_millisecond() })
    })
}

/// A number in a text, with what stands around it.
struct Place<'a> {
    before: &'a str,
    digits: &'a str,
    rest: &'a str,
}

impl<'a> Place<'a> {
    /// The first number of `text` that begins at byte `from` or later.
    fn next(text: &'a str, from: usize) -> Option<Self> {
        let at = from + text.get(from..)?.find(|letter: char| letter.is_ascii_digit())?;
        let (before, behind) = text.split_at(at);
        let (digits, rest) = number(behind);
        Some(Self { before, digits, rest })
    }

    /// A time of the day, and what follows it.
    fn time(&self) -> Option<(Until, &'a str)> {
        let times = &*TIMES;
        let hour: u8 = self.digits.parse().ok().filter(|_| !self.is_inside())?;
        let with_minute = minute_behind_sign(self.rest)
            .or_else(|| minute_behind_dot(self.rest).filter(|_| times.dotted.end(self.before)));
        let (minute, rest, is_sure) = match with_minute {
            // A picture's width to its height looks like a time, and so does what counts down.
            Some((minute, rest)) => {
                let is_time = (hour, minute) != (9, 16) && !times.countdown.end(self.before);
                (minute, rest, is_time)
            }
            None => match behind_hour_mark(times, self.rest) {
                Some((minute, rest)) => (minute, rest, true),
                None => (0, self.rest, false),
            },
        };
        let is_bare = with_minute.is_none() && !is_sure;
        let (part, rest) = part_of_day(times, if is_bare { "" } else { self.before }, rest);
        if part.is_none() && !is_sure {
            return None;
        }
        let hour = part.map_or(hour, |part| part.hour(hour));
        (hour < 24 && minute < 60).then_some((Until::AtTime { hour, minute }, rest))
    }

    /// A span from now, and what follows it.
    fn span(&self) -> Option<(Until, &'a str)> {
        let times = &*TIMES;
        if self.is_inside() {
            return None;
        }
        let is_announced = times.before.end(self.before);
        if is_announced && let Some((seconds, rest)) = countdown(self.digits, self.rest) {
            return Some((Until::In { seconds }, rest));
        }
        let (seconds, rest) = units(times, self.digits, self.rest)?;
        let rest = if is_announced { rest } else { times.after.skip(rest)? };
        Some((Until::In { seconds }, rest))
    }

    /// Whether the number is only a part of one, or of a name such as `v2`.
    fn is_inside(&self) -> bool {
        let mut before = self.before.chars().rev();
        match before.next() {
            Some(':' | '.' | ',') => before.next().is_some_and(|letter| letter.is_ascii_digit()),
            Some(letter) => letter.is_ascii_alphanumeric(),
            None => false,
        }
    }
}

/// The digits that `text` begins with, and what follows them.
fn number(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// Two digits of 00 to 59, and what follows them.
fn two_digits(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = number(text);
    let value = digits.parse().ok().filter(|value: &u8| digits.len() == 2 && *value < 60)?;
    Some((value, rest))
}

/// The minute behind `:`, or behind `h` as in `18 h 01`; seconds are passed over.
fn minute_behind_sign(rest: &str) -> Option<(u8, &str)> {
    let Some(behind) = rest.strip_prefix(':') else {
        return two_digits(rest.trim_start().strip_prefix('h')?.trim_start());
    };
    let (minute, rest) = two_digits(behind)?;
    let seconds = rest.strip_prefix(':').and_then(two_digits);
    Some((minute, seconds.map_or(rest, |(_, rest)| rest)))
}

fn minute_behind_dot(rest: &str) -> Option<(u8, &str)> {
    two_digits(rest.strip_prefix('.')?)
}

/// The minute of a time that is written with words for hour and minute, 0 where only the hour is said.
fn behind_hour_mark<'a>(times: &Times, rest: &'a str) -> Option<(u8, &'a str)> {
    if times.unit(rest).is_some() {
        return None;
    }
    let rest = times.hour_marks.skip(rest)?;
    let (digits, behind) = number(rest.trim_start());
    let minute = digits.parse().ok().zip(times.minute_marks.skip(behind));
    Some(minute.unwrap_or((0, rest)))
}

/// A part of the day, which a clock of twelve hours needs.
#[derive(Clone, Copy)]
enum PartOfDay {
    Morning,
    Afternoon,
    Night,
}

impl PartOfDay {
    /// The hour of a clock of twelve hours as one of 24.
    fn hour(self, hour: u8) -> u8 {
        match (self, hour) {
            (Self::Morning | Self::Night, 12) => 0,
            (Self::Afternoon, 1..=11) | (Self::Night, 6..=11) => hour + 12,
            _ => hour,
        }
    }
}

/// The part of the day that stands on either side of a time, and what follows it.
fn part_of_day<'a>(times: &Times, before: &str, rest: &'a str) -> (Option<PartOfDay>, &'a str) {
    let parts = [
        (PartOfDay::Morning, &times.morning),
        (PartOfDay::Afternoon, &times.afternoon),
        (PartOfDay::Night, &times.night),
    ];
    let behind = times.hour_marks.skip(rest).unwrap_or(rest);
    let after = parts.iter().find_map(|(part, words)| Some((*part, words.skip(behind)?)));
    if let Some((part, rest)) = after {
        return (Some(part), rest);
    }
    let part = parts.iter().find(|(_, words)| words.end(before)).map(|(part, _)| *part);
    (part, rest)
}

/// The seconds of a span in units, as `1 hour and 30 minutes`, and what follows it.
fn units<'a>(times: &Times, digits: &str, rest: &'a str) -> Option<(u32, &'a str)> {
    let (unit, mut rest) = times.unit(rest)?;
    let mut seconds = digits.parse::<u32>().ok()?.checked_mul(unit)?;
    let mut last = unit;
    loop {
        let next = times.behind_and(rest);
        let (digits, behind) = number(next);
        let Ok(count) = digits.parse::<u32>() else { break };
        // What follows hours without a unit of its own is minutes: `1h30`.
        let minutes = (last == 3_600 && digits.len() == 2).then_some((60, behind));
        let Some((unit, behind)) = times.unit(behind).or(minutes).filter(|(unit, _)| *unit < last)
        else {
            break;
        };
        seconds = seconds.checked_add(count.checked_mul(unit)?)?;
        (last, rest) = (unit, behind);
    }
    Some((seconds, rest))
}

/// The seconds of a span as `01:59:59`, and what follows it.
fn countdown<'a>(digits: &str, rest: &'a str) -> Option<(u32, &'a str)> {
    let (minutes, rest) = two_digits(rest.strip_prefix(':')?)?;
    let (seconds, rest) = two_digits(rest.strip_prefix(':')?)?;
    let hours = digits.parse::<u32>().ok()?.checked_mul(3_600)?;
    Some((hours.checked_add(u32::from(minutes) * 60 + u32::from(seconds))?, rest))
}

#[cfg(test)]
mod tests;
