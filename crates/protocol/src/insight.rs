//! What the history adds up to, across images: overall, by day, by prompt (spec D3).

use serde::{Deserialize, Serialize};

use crate::view::Totals;
use crate::{Millis, Prompt};

/// `insight`: sums over the history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Insight {
    /// All attempts of all images.
    pub totals: Totals,
    /// Failures that the newest sessions counted, by layer (spec C5): at 0–24, 25–87, 88–100 %.
    pub layers: [u32; 3],
    /// The last 30 days with a session, the newest last.
    pub days: Vec<DayCount>,
    /// The prompts of the newest sessions, the last used first.
    pub prompts: Vec<PromptCount>,
}

/// What the sessions that started on a day came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// The day's start, in ms (UTC).
    pub day: Millis,
    /// Finished videos.
    pub videos: u32,
    /// Moderated attempts.
    pub moderated: u32,
    /// Failed attempts.
    pub failed: u32,
}

/// What the sessions with a prompt came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptCount {
    /// The prompt.
    pub prompt: Prompt,
    /// How many sessions had it.
    pub sessions: u32,
    /// Finished videos.
    pub videos: u32,
    /// Moderated and failed attempts.
    pub failures: u32,
    /// When it was last used, in ms.
    pub last_used_at: Millis,
}
