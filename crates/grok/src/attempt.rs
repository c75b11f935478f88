//! One entry of `videoByMediaId`, in both of Grok's shapes (spec A1–A4).

use std::borrow::Cow;

use retake_protocol::{AttemptId, AttemptOutcome, Millis, PostId, Prompt};
use serde::de::{IgnoredAny, MapAccess};

use crate::create_time::create_time;
use crate::loose::{Field, FromObject, Key};

/// One attempt as a snapshot shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenAttempt {
    /// All ids it goes by, without repetition; the first is the attempt's id (spec A1).
    pub aliases: Vec<AttemptId>,
    /// Grok's `parentPostId`: the image's own post (spec B1).
    pub parent_post_id: Option<PostId>,
    /// How far it has come or how it ended (spec A3).
    pub outcome: AttemptOutcome,
    /// Grok's `status` where it is none of the known ones (spec A3).
    pub unknown_status: Option<String>,
    /// Grok's `progress`, in percent (0–100). Of a terminal entry it says nothing (spec C5).
    pub percent: Option<f64>,
    /// Grok's `prompt` or `videoPrompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `videoUrl` or `mediaUrl`.
    pub video_url: Option<String>,
    /// Grok's `thumbnailUrl` or `thumbnailImageUrl`.
    pub thumbnail_url: Option<String>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
    /// Grok's `videoDuration`, in seconds.
    pub length_seconds: Option<f64>,
    /// Grok's `resolutionName`.
    pub resolution: Option<String>,
    /// Grok's `mode`.
    pub mode: Option<String>,
}

impl SeenAttempt {
    /// Its id: the first alias.
    pub fn id(&self) -> &AttemptId {
        &self.aliases[0]
    }

    /// Whether the two share an alias, and so are the same attempt (spec A1).
    pub fn shares_alias(&self, other: &Self) -> bool {
        self.aliases.iter().any(|alias| other.aliases.contains(alias))
    }

    /// Takes in a second entry of the same attempt. The fate that came later in an attempt's life
    /// wins (moderation comes after completion); else what the later entry says.
    pub(crate) fn absorb(&mut self, later: Self) {
        let mut merged = if rank(later.outcome) >= rank(self.outcome) {
            Self { aliases: self.aliases.clone(), ..later.clone() }
        } else {
            self.clone()
        };
        for alias in later.aliases {
            if !merged.aliases.contains(&alias) {
                merged.aliases.push(alias);
            }
        }
        merged.create_time = self.create_time.or(later.create_time);
        *self = merged;
    }
}

fn rank(outcome: AttemptOutcome) -> u8 {
    match outcome {
        AttemptOutcome::Pending => 0,
        AttemptOutcome::Processing => 1,
        AttemptOutcome::Completed => 2,
        AttemptOutcome::Failed => 3,
        AttemptOutcome::Moderated => 4,
    }
}

/// An object of the list; `None` inside where it has no usable id (spec A4).
pub(crate) struct AttemptEntry(pub(crate) Option<SeenAttempt>);

#[derive(Default)]
struct Fields<'de> {
    id: Field<'de>,
    video_id: Field<'de>,
    video_post_id: Field<'de>,
    parent_post_id: Field<'de>,
    status: Field<'de>,
    moderated: Field<'de>,
    progress: Field<'de>,
    prompt: Field<'de>,
    video_prompt: Field<'de>,
    video_url: Field<'de>,
    media_url: Field<'de>,
    thumbnail_url: Field<'de>,
    thumbnail_image_url: Field<'de>,
    create_time: Field<'de>,
    video_duration: Field<'de>,
    resolution_name: Field<'de>,
    mode: Field<'de>,
}

impl<'de> Fields<'de> {
    fn named(&mut self, name: &Cow<'de, str>) -> Option<&mut Field<'de>> {
        Some(match name.as_ref() {
            "id" => &mut self.id,
            "videoId" => &mut self.video_id,
            "videoPostId" => &mut self.video_post_id,
            "parentPostId" => &mut self.parent_post_id,
            "status" => &mut self.status,
            "moderated" => &mut self.moderated,
            "progress" => &mut self.progress,
            "prompt" => &mut self.prompt,
            "videoPrompt" => &mut self.video_prompt,
            "videoUrl" => &mut self.video_url,
            "mediaUrl" => &mut self.media_url,
            "thumbnailUrl" => &mut self.thumbnail_url,
            "thumbnailImageUrl" => &mut self.thumbnail_image_url,
            "createTime" => &mut self.create_time,
            "videoDuration" => &mut self.video_duration,
            "resolutionName" => &mut self.resolution_name,
            "mode" => &mut self.mode,
            _ => return None,
        })
    }

    fn aliases(&self) -> Vec<AttemptId> {
        let mut aliases = Vec::new();
        for field in [self.id, self.video_id, self.video_post_id] {
            if let Some(alias) = field.text().and_then(AttemptId::new)
                && !aliases.contains(&alias)
            {
                aliases.push(alias);
            }
        }
        aliases
    }

    fn into_attempt(self) -> Option<SeenAttempt> {
        let aliases = self.aliases();
        if aliases.is_empty() {
            return None;
        }
        let video_url = self.video_url.filled_text().or_else(|| self.media_url.filled_text());
        let percent = self.progress.number().filter(|percent| (0.0..=100.0).contains(percent));
        let status = self.status.filled_text();
        let (outcome, unknown_status) = outcome(
            status,
            self.moderated.is_true(),
            video_url.is_some(),
            self.progress.number().unwrap_or(0.0),
        );
        Some(SeenAttempt {
            aliases,
            parent_post_id: self.parent_post_id.text().and_then(PostId::new),
            outcome,
            unknown_status,
            percent,
            prompt: self.prompt.text().or_else(|| self.video_prompt.text()).map(Prompt::new),
            video_url,
            thumbnail_url: (self.thumbnail_url.filled_text())
                .or_else(|| self.thumbnail_image_url.filled_text()),
            create_time: create_time(self.create_time),
            length_seconds: self.video_duration.number(),
            resolution: self.resolution_name.filled_text(),
            mode: self.mode.filled_text(),
        })
    }
}

/// Spec A3. The second value is the status where it is an unknown one.
fn outcome(
    status: Option<String>,
    moderated: bool,
    has_video: bool,
    progress: f64,
) -> (AttemptOutcome, Option<String>) {
    let completed = if moderated { AttemptOutcome::Moderated } else { AttemptOutcome::Completed };
    let Some(status) = status else {
        let derived = if moderated || has_video || progress >= 100.0 {
            completed
        } else if progress > 0.0 {
            AttemptOutcome::Processing
        } else {
            AttemptOutcome::Pending
        };
        return (derived, None);
    };
    match status.as_str() {
        "completed" => (completed, None),
        // Moderation is the nearer word for an end that Grok calls both.
        "failed" if moderated => (AttemptOutcome::Moderated, None),
        "failed" => (AttemptOutcome::Failed, None),
        "pending" => (AttemptOutcome::Pending, None),
        "processing" => (AttemptOutcome::Processing, None),
        _ => (AttemptOutcome::Processing, Some(status)),
    }
}

impl<'de> FromObject<'de> for AttemptEntry {
    fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut fields = Fields::default();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match fields.named(&name) {
                Some(field) => *field = Field::take(&mut map)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Self(fields.into_attempt()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a3_the_outcome_follows_the_status_or_its_absence() {
        use AttemptOutcome::{Completed, Failed, Moderated, Pending, Processing};
        let cases = [
            (None, true, false, 100.0, Moderated),
            (None, true, true, 0.0, Moderated),
            (None, false, true, 0.0, Completed),
            (None, false, false, 100.0, Completed),
            (None, false, false, 99.9, Processing),
            (None, false, false, 0.0, Pending),
            (Some("completed"), false, false, 0.0, Completed),
            (Some("completed"), true, false, 0.0, Moderated),
            (Some("failed"), false, false, 0.0, Failed),
            (Some("processing"), false, false, 100.0, Processing),
            (Some("pending"), false, false, 40.0, Pending),
            (Some("queued"), false, false, 0.0, Processing),
        ];
        for (status, moderated, has_video, progress, expected) in cases {
            let (actual, unknown) =
                outcome(status.map(str::to_owned), moderated, has_video, progress);
            assert_eq!(actual, expected, "{status:?} {moderated} {has_video} {progress}");
            assert_eq!(unknown.is_some(), status == Some("queued"), "{status:?}");
        }
    }
}
