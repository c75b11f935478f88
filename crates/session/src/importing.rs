//! How the extension's entries of one image become one (spec E2), and what of them is history here
//! (spec E4). Reading them is `retake-grok`'s, resolving them `retake-engine`'s, and keeping them
//! `retake-store`'s.

use retake_grok::extension::{LegacyEntry, OldFields, OldOwner};
use retake_protocol::log::LogEvent;
use retake_protocol::{MediaId, Millis, PostId, Preferences, SessionId, SessionOutcome};

use crate::merging::MOST_COUNTED;
use crate::record::{Counters, LogRecord, SessionRecord};

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

/// What the entries of one image become here, beside its preferences.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedSession {
    /// The one session.
    pub session: SessionRecord,
    /// Posts of the image.
    pub posts: Vec<PostId>,
    /// The session's log.
    pub log: Vec<LogRecord>,
}

impl MergedImage {
    /// The session that the entries become, as number `session_id`. Where they name no time, it is
    /// `imported_at`.
    ///
    /// The extension did not tell moderated attempts from failed ones, and its sums need not agree
    /// with each other: failures are the larger of its retries and its layers' sum, of them those
    /// moderated that its credits speak for. Its own numbers stand in the log.
    pub fn session(
        &self,
        media_id: &MediaId,
        session_id: SessionId,
        imported_at: Millis,
    ) -> ImportedSession {
        let fields = &self.fields;
        let within = |count: u32| count.min(MOST_COUNTED);
        let [layer1_failures, layer2_failures, layer3_failures] = fields.layer_failures.map(within);
        let layers = layer1_failures + layer2_failures + layer3_failures;
        let failures = within(fields.retry_count).max(within(layers));
        let videos_generated = within(fields.videos_generated);
        let moderated = within(fields.credits_used).saturating_sub(videos_generated).min(failures);
        let times = [fields.last_attempt_time, fields.last_failure_time];
        let times = times.into_iter().filter(|time| *time > 0);
        let ended_at = times.clone().max().unwrap_or(imported_at);
        let session = SessionRecord {
            session_id,
            media_id: media_id.clone(),
            prompt: self.preferences.last_prompt.clone(),
            max_retries: self.preferences.max_retries,
            video_goal: self.preferences.video_goal,
            counters: Counters {
                moderated,
                failed: failures - moderated,
                videos_generated,
                layer1_failures,
                layer2_failures,
                layer3_failures,
                beside: 0,
            },
            outcome: self.outcome(),
            current_post_id: fields.current_post_id.clone(),
            started_at: times.min().unwrap_or(imported_at),
            ended_at: Some(ended_at),
            last_failure_time: Some(fields.last_failure_time).filter(|time| *time > 0),
            resumed_from: None,
        };
        let line = |event: LogEvent| LogRecord {
            media_id: media_id.clone(),
            session_id: Some(session_id),
            attempt_id: None,
            at: ended_at,
            event,
        };
        let progress = fields
            .attempt_progress
            .iter()
            .map(|entry| LogEvent::ExtensionProgress { text: entry.clone() });
        let log = fields.logs.iter().map(LogEvent::text).chain(progress).chain([self.summary()]);
        ImportedSession {
            session,
            posts: fields
                .post_ids
                .iter()
                .filter(|post| post.as_image() != *media_id)
                .cloned()
                .collect(),
            log: log.map(line).collect(),
        }
    }

    fn summary(&self) -> LogEvent {
        let fields = &self.fields;
        LogEvent::TakenOver {
            videos: fields.videos_generated,
            retries: fields.retry_count,
            credits: fields.credits_used,
            layer_failures: fields.layer_failures,
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
