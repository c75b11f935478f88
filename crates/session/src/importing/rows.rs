//! The rows that the entries of one image become (spec E4).

use std::collections::BTreeSet;

use retake_protocol::log::LogEvent;
use retake_protocol::{MediaId, Millis, PostId, Preferences, SessionId};

use super::{KeptEntry, MergedImage};
use crate::merging::MOST_COUNTED;
use crate::record::{Change, Counters, LogRecord, SessionRecord};

/// What is stored of an image whose entries are imported.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownImage {
    /// The image.
    pub media_id: MediaId,
    /// All of its entries, in order of arrival.
    pub entries: Vec<KeptEntry>,
    /// Those that were stored before this import.
    pub earlier_entries: Vec<KeptEntry>,
    /// The session that they became before, or else the next free id.
    pub session_id: SessionId,
    /// Its preferences; `None`: nobody set any.
    pub preferences: Option<Preferences>,
    /// Which of the posts that the entries name belong to an image already.
    pub owned_posts: BTreeSet<PostId>,
}

impl KnownImage {
    /// The rows that the image's entries become: one session with its whole log, their posts, and
    /// their preferences. `None`: there are no entries.
    ///
    /// A post keeps the image that it has. Preferences that the user has set since stay: only those
    /// that an earlier import has set give way.
    pub fn rows(&self) -> Option<Vec<Change>> {
        let imported_at = self.entries.first()?.imported_at;
        let merged = merged(&self.entries)?;
        let session = merged.session(&self.media_id, self.session_id, imported_at);
        let log = merged.log(&session);
        let mut rows = vec![Change::Session(session)];
        let posts = merged.fields.post_ids.into_iter().filter(|post| self.gains(post));
        rows.extend(posts.map(|post_id| Change::Post { media_id: self.media_id.clone(), post_id }));
        let set_before = self::merged(&self.earlier_entries).map(|merged| merged.preferences);
        if self.preferences.is_none() || self.preferences == set_before {
            let (media_id, preferences) = (self.media_id.clone(), merged.preferences);
            rows.push(Change::Preferences { media_id, preferences });
        }
        rows.extend(log.into_iter().map(Change::Log));
        Some(rows)
    }

    fn gains(&self, post: &PostId) -> bool {
        post.as_image() != self.media_id && !self.owned_posts.contains(post)
    }
}

/// The posts that the entries of one image name.
pub fn named_posts(entries: &[KeptEntry]) -> Vec<PostId> {
    merged(entries).map(|merged| merged.fields.post_ids).unwrap_or_default()
}

/// `None`: there are no entries.
fn merged(entries: &[KeptEntry]) -> Option<MergedImage> {
    let entries: Vec<_> = entries.iter().map(|kept| kept.entry.clone()).collect();
    MergedImage::of(&entries)
}

impl MergedImage {
    /// The session that the entries become. Where they name no time, it is `imported_at`.
    ///
    /// The extension did not tell moderated attempts from failed ones, and its sums need not agree
    /// with each other: failures are the larger of its retries and its layers' sum, of them those
    /// moderated that its credits speak for. Its own numbers stand in the log.
    fn session(
        &self,
        media_id: &MediaId,
        session_id: SessionId,
        imported_at: Millis,
    ) -> SessionRecord {
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
        SessionRecord {
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
        }
    }

    /// The session's log: what the extension logged, and a line with its own numbers.
    fn log(&self, session: &SessionRecord) -> Vec<LogRecord> {
        let fields = &self.fields;
        let progress = (fields.attempt_progress.iter())
            .map(|entry| LogEvent::ExtensionProgress { text: entry.clone() });
        let events = fields.logs.iter().map(LogEvent::text).chain(progress).chain([self.summary()]);
        let line = |event| LogRecord {
            media_id: session.media_id.clone(),
            session_id: Some(session.session_id),
            attempt_id: None,
            at: session.ended_at.unwrap_or(session.started_at),
            event,
        };
        events.map(line).collect()
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
