//! What Grok said of its limits: when more videos come, and how many are left (spec C11, H10).

use retake_protocol::Millis;
use retake_protocol::view::{LimitEnd, LimitView, QuotaView};
use yew::prelude::*;

use crate::browser::{time_of_day, time_of_day_at};
use crate::format::count;

/// What is known of Grok's limits.
#[derive(PartialEq, Properties)]
pub struct AllowanceProps {
    /// The limit that was met last.
    pub limit: Option<LimitView>,
    /// What is left.
    pub quota: Option<QuotaView>,
    /// The engine's clock, in ms.
    pub now: Millis,
}

/// One line, which may be empty.
#[component]
pub fn Allowance(props: &AllowanceProps) -> Html {
    let limit = props.limit.as_ref().and_then(|limit| of_limit(limit, props.now));
    let line = limit.or_else(|| props.quota.and_then(of_quota));
    // A live region has to be there before it says something.
    html! { <p class="hint allowance" role="status" data-testid="allowance">{ line }</p> }
}

fn of_limit(limit: &LimitView, now: Millis) -> Option<String> {
    match limit.ends? {
        LimitEnd::At { at } if at <= now => {
            Some("By Grok's word the limit is over: you can resume.".to_owned())
        }
        LimitEnd::At { at } => Some(format!("Grok says: more at {}.", time_of_day(at))),
        LimitEnd::AtTime { hour, minute } => {
            Some(format!("Grok says: more at {}.", time_of_day_at(hour, minute)))
        }
    }
}

fn of_quota(quota: QuotaView) -> Option<String> {
    let until = quota.next_available_at.map(|at| format!(" until {}", time_of_day(at)));
    let until = until.unwrap_or_default();
    match (quota.remaining, quota.is_available) {
        (Some(0), _) | (None, Some(false)) => Some(format!("No video is left{until}.")),
        (Some(left), _) => Some(format!("{} left{until}.", count(left, "video"))),
        (None, _) => None,
    }
}
