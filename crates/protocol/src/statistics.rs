//! What the history adds up to, across images: overall and by day (spec D3).

use serde::{Deserialize, Serialize};

use crate::Millis;
use crate::view::Totals;

/// `statistics`: sums over the history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Statistics {
    /// All attempts of all images.
    pub totals: Totals,
    /// Failures that the newest sessions counted, by layer (spec C5): at 0–24, 25–87, 88–100 %.
    pub layers: [u32; 3],
    /// The last 30 days of the user's calendar, the newest last; it is the day of the newest session.
    pub days: Vec<DayCount>,
}

/// What the sessions that started on a day came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// As in ISO 8601, by the user's own calendar: `2026-11-21`.
    pub date: String,
    /// Finished videos.
    pub videos: u32,
    /// Moderated attempts.
    pub moderated: u32,
    /// Failed attempts.
    pub failed: u32,
}

/// `pace`: what the newest 100 sessions that have ended took (spec M8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Attempts that they counted.
    pub attempts: u32,
    /// Finished videos among them.
    pub videos: u32,
    /// Credits that they used.
    pub credits: u32,
    /// How long an attempt takes, the pause before the next one included, in ms: the median of the
    /// sessions that ended at their goal or their last retry. `None`: there are fewer than 5 of them.
    pub attempt_ms: Option<Millis>,
}
