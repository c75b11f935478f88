//! What Grok said of its limits: when more videos come, and how many are left (spec C11, H10).

use retake_locale::{Text, text};
use retake_protocol::Millis;
use retake_protocol::view::{LimitEnd, LimitView, QuotaView};
use yew::prelude::*;

use crate::browser::{clock, day_of, next_midnight, next_time_of_day};
use crate::hooks::use_redraw::use_redraw_in;
use crate::words::intl;
use crate::words::say;

/// What is known of Grok's limits.
#[derive(PartialEq, Properties)]
pub struct AllowanceProps {
    /// The limit that was met last.
    pub limit: Option<LimitView>,
    /// What is left.
    pub quota: Option<QuotaView>,
    /// The engine's clock when this was told, in ms.
    pub now: Millis,
    /// The sidebar's clock at that moment, in ms.
    pub received_at: f64,
}

/// One line, which may be empty.
#[component]
pub fn Allowance(props: &AllowanceProps) -> Html {
    #[expect(clippy::cast_possible_truncation, reason = "no panel is shown for aeons")]
    let passed = (clock() - props.received_at).max(0.0) as Millis;
    let now = props.now + passed;
    let limit_end = props.limit.as_ref().and_then(end_of_limit);
    let end = limit_end.or_else(|| props.quota?.next_available_at).filter(|end| *end > now);
    // By then it is over, or "tomorrow" is today.
    use_redraw_in(end.map(|end| end.min(next_midnight(now)) - now));
    let line = limit_end.map(|end| of_limit(end, now));
    let line = line.or_else(|| props.quota.and_then(|quota| of_quota(quota, now)));
    // A live region has to be there before it says something.
    html! { <p class="hint allowance" role="status" data-testid="allowance">{ line }</p> }
}

/// When a limit ends; `None`: Grok did not say.
fn end_of_limit(limit: &LimitView) -> Option<Millis> {
    Some(match limit.ends? {
        LimitEnd::At { at } => at,
        LimitEnd::AtTime { hour, minute } => {
            // Said within that very minute, it is now, and not tomorrow.
            let minute_began = limit.since.div_euclid(60_000) * 60_000;
            next_time_of_day(hour, minute, minute_began - 1)
        }
    })
}

fn of_limit(end: Millis, now: Millis) -> String {
    say(if end > now { more_at(end, now) } else { text::limit_over() })
}

/// When more videos come: the time, and the day where that is another than today.
fn more_at(at: Millis, now: Millis) -> Text {
    let time = intl::time(at);
    match day_of(at) - day_of(now) {
        ..=0 => text::limit_until(time),
        1 => text::limit_until_tomorrow(time),
        _ => text::limit_until_date(intl::day_of_year(at), time),
    }
}

/// `None`: plenty is left, or more has come since.
fn of_quota(quota: QuotaView, now: Millis) -> Option<String> {
    let left = match (quota.remaining, quota.is_available) {
        (Some(0), _) | (None, Some(false)) => None,
        (Some(left), _) => Some(left),
        (None, _) => return None,
    };
    let alone = say(left.map_or_else(text::quota_none, text::quota_left));
    let Some(at) = quota.next_available_at else { return Some(alone) };
    if at <= now {
        return None;
    }
    if day_of(at) != day_of(now) {
        return Some(format!("{alone} {}", say(more_at(at, now))));
    }
    let until = intl::time(at);
    Some(say(match left {
        Some(left) => text::quota_left_until(left, until),
        None => text::quota_none_until(until),
    }))
}
