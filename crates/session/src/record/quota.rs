//! How many videos are left, as Grok told the page, and for how long that holds (spec H10).

use retake_grok::quota::ProductQuota;
use retake_protocol::Millis;

/// For how long a number holds of which Grok says neither when more comes nor over how long it counts,
/// in ms: a day, the longest time over which it was seen to count.
const LONGEST_WINDOW_MS: Millis = 86_400_000;

/// What the page was told last. One row at most: it is the account's, and no image's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VideoQuota {
    /// Grok's words: `video` of its `quota_info`.
    pub left: ProductQuota,
    /// Since when Grok says so, in ms.
    pub since: Millis,
}

impl VideoQuota {
    /// Whether it still holds: more has not come yet, and Grok has not counted afresh.
    pub(crate) fn holds_at(self, now: Millis) -> bool {
        now < self.ends_at()
    }

    /// When it says nothing any longer.
    fn ends_at(self) -> Millis {
        let window = self.left.window_s.map_or(LONGEST_WINDOW_MS, |s| Millis::from(s) * 1_000);
        self.left.next_available_at.unwrap_or(self.since.saturating_add(window))
    }
}
