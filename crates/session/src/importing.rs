//! What the browser extension left becomes history: which entries are new (spec E3), how those of one
//! image merge (spec E2), and which rows they become (spec E4).
//!
//! Reading the entries is `retake-grok`'s, finding their images `retake-engine`'s, and writing the rows
//! `retake-store`'s.

mod entry;
mod rows;

use retake_grok::extension::{LegacyEntry, OldFields, OldOwner};
use retake_protocol::{PostId, Preferences, SessionOutcome};

pub use entry::{EntryStatus, FoundEntry, KeptEntry};
pub use rows::{KnownImage, named_posts};

/// All entries of one image, merged in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedImage {
    /// The merged fields; what entries say of preferences is in `preferences`. The current post and
    /// all posts are there too.
    pub fields: OldFields,
    /// The image's preferences, within their range.
    pub preferences: Preferences,
}

impl MergedImage {
    /// Merges the entries of one image. `None`: there are none.
    pub fn of(entries: &[LegacyEntry]) -> Option<Self> {
        let (first, later) = entries.split_first()?;
        let mut merged =
            Self { fields: taken_over(first), preferences: preferences_of(&first.fields) };
        for entry in later {
            merged.absorb(entry);
        }
        Some(merged)
    }

    /// Spec E2, for an entry that is not the first.
    fn absorb(&mut self, entry: &LegacyEntry) {
        let later = taken_over(entry);
        let fields = &mut self.fields;
        fields.retry_count = fields.retry_count.max(later.retry_count);
        fields.videos_generated = fields.videos_generated.max(later.videos_generated);
        fields.last_attempt_time = fields.last_attempt_time.max(later.last_attempt_time);
        fields.last_failure_time = fields.last_failure_time.max(later.last_failure_time);
        fields.credits_used = fields.credits_used.saturating_add(later.credits_used);
        for (sum, more) in fields.layer_failures.iter_mut().zip(later.layer_failures) {
            *sum = sum.saturating_add(more);
        }
        fields.logs.extend(later.logs);
        fields.attempt_progress.extend(later.attempt_progress);
        fields.is_active |= later.is_active;
        fields.can_retry |= later.can_retry;
        for post_id in later.post_ids {
            collect(&mut fields.post_ids, post_id);
        }
        fields.current_post_id = later.current_post_id.or(fields.current_post_id.take());
        fields.outcome = fields.outcome.take().or(later.outcome);
        if let Some(prompt) = later.last_prompt.filter(|prompt| !prompt.as_str().is_empty()) {
            self.preferences.last_prompt = prompt;
        }
    }

    /// How the session ended. None becomes active (spec E4): one that was, or that nothing
    /// better is known, was interrupted by the move to Retake.
    pub fn outcome(&self) -> SessionOutcome {
        let known = self.fields.outcome.as_deref().and_then(SessionOutcome::from_text);
        match known {
            Some(outcome) if !self.fields.is_active && outcome != SessionOutcome::Pending => {
                outcome
            }
            _ => SessionOutcome::Interrupted,
        }
    }
}

/// An entry's own fields, with the post that it is stored under among its posts.
fn taken_over(entry: &LegacyEntry) -> OldFields {
    let mut fields = entry.fields.clone();
    if let OldOwner::Post(post_id) = &entry.owner {
        collect(&mut fields.post_ids, post_id.clone());
        fields.current_post_id = Some(post_id.clone());
    }
    fields
}

fn collect(post_ids: &mut Vec<PostId>, post_id: PostId) {
    if !post_ids.contains(&post_id) {
        post_ids.push(post_id);
    }
}

/// What the first entry sets; the rest is the default. The extension had no range, Retake has.
fn preferences_of(first: &OldFields) -> Preferences {
    let default = Preferences::default();
    let (least, most) = (*Preferences::RANGE.start(), *Preferences::RANGE.end());
    let within = |value: u32| value.clamp(least, most);
    Preferences {
        max_retries: first.max_retries.map_or(default.max_retries, within),
        video_goal: first.video_goal.map_or(default.video_goal, within),
        auto_retry: first.auto_retry.unwrap_or(default.auto_retry),
        last_prompt: first.last_prompt.clone().unwrap_or(default.last_prompt),
    }
}
