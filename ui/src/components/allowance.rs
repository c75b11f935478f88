//! What Grok said of its limits: when more videos come, and how many are left (spec C11, H10).

use retake_locale::text;
use retake_protocol::Millis;
use retake_protocol::view::{LimitEnd, LimitView, QuotaView};
use yew::prelude::*;

use crate::browser::today_at;
use crate::words::intl;
use crate::words::say;

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
        LimitEnd::At { at } if at <= now => Some(say(text::limit_over())),
        LimitEnd::At { at } => Some(say(text::limit_until(intl::time(at)))),
        LimitEnd::AtTime { hour, minute } => {
            today_at(hour, minute).map(|at| say(text::limit_until(intl::time(at))))
        }
    }
}

fn of_quota(quota: QuotaView) -> Option<String> {
    let until = quota.next_available_at.map(intl::time);
    let line = match (quota.remaining, quota.is_available, until) {
        (Some(0), _, None) | (None, Some(false), None) => text::quota_none(),
        (Some(0), _, Some(until)) | (None, Some(false), Some(until)) => {
            text::quota_none_until(until)
        }
        (Some(left), _, None) => text::quota_left(left),
        (Some(left), _, Some(until)) => text::quota_left_until(left, until),
        (None, _, _) => return None,
    };
    Some(say(line))
}
