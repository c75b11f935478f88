//! The stream as the first version of the session machine takes it: an end as soon as a frame speaks of
//! one. It goes when `retake-session` weighs the facts of [`super::AnswerStream`].

use retake_protocol::{AttemptId, AttemptOutcome, PostId};
use serde_json::Value;

use super::objects::Objects;

/// What a stream says of one generation.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenGeneration {
    /// Grok's `videoId` and `videoPostId`, without repetition; at least one.
    pub aliases: Vec<AttemptId>,
    /// Grok's `parentPostId`: the image, or a post of it.
    pub parent_post_id: Option<PostId>,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a generation has come, as its stream says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Under way.
    Progress {
        /// Percent, 0–100.
        percent: f64,
    },
    /// Over: completed, moderated or failed. The store is to confirm it.
    Over(AttemptOutcome),
}

/// Reads one stream, piece by piece.
#[derive(Clone, Debug, Default)]
pub struct GenerationStream {
    objects: Objects,
    /// What the stream spoke of last: an error names nothing.
    last: Option<SeenGeneration>,
}

impl GenerationStream {
    /// Takes the next piece of the text. Of several progresses of one generation only the last is
    /// answered, in the order of the stream otherwise.
    pub fn read(&mut self, text: &str) -> Vec<SeenGeneration> {
        let mut seen: Vec<SeenGeneration> = Vec::new();
        for object in self.objects.take(text) {
            let Ok(value) = serde_json::from_str::<Value>(&object) else { continue };
            let Some(generation) = self.read_object(&value) else { continue };
            let is_progress = |one: &SeenGeneration| matches!(one.stage, Stage::Progress { .. });
            match seen.last_mut() {
                Some(last)
                    if is_progress(last)
                        && is_progress(&generation)
                        && last.aliases == generation.aliases =>
                {
                    *last = generation;
                }
                _ => seen.push(generation),
            }
        }
        seen
    }

    fn read_object(&mut self, object: &Value) -> Option<SeenGeneration> {
        let response = object.pointer("/result/response");
        let error = object.get("error").or_else(|| response?.get("error"));
        if error.is_some_and(|error| !error.is_null()) {
            let failed = Stage::Over(AttemptOutcome::Failed);
            return self.last.take().map(|last| SeenGeneration { stage: failed, ..last });
        }
        let video = response?.get("streamingVideoGenerationResponse")?;
        let generation = SeenGeneration {
            aliases: aliases(video)?,
            parent_post_id: text(video, "parentPostId").and_then(PostId::new),
            stage: stage(video)?,
        };
        self.last = match generation.stage {
            Stage::Progress { .. } => Some(generation.clone()),
            Stage::Over(_) => None,
        };
        Some(generation)
    }
}

fn text<'a>(video: &'a Value, name: &str) -> Option<&'a str> {
    video.get(name)?.as_str().filter(|text| !text.is_empty())
}

fn aliases(video: &Value) -> Option<Vec<AttemptId>> {
    let names = ["videoId", "videoPostId"];
    let mut aliases: Vec<_> =
        names.iter().filter_map(|name| AttemptId::new(text(video, name)?)).collect();
    aliases.dedup();
    (!aliases.is_empty()).then_some(aliases)
}

/// The last event of a generation has its fate: `moderated`, or the video's url.
fn stage(video: &Value) -> Option<Stage> {
    let urls = ["videoUrl", "contentUrl", "assetUrl", "fileUri"];
    if video.get("moderated") == Some(&Value::Bool(true)) {
        return Some(Stage::Over(AttemptOutcome::Moderated));
    }
    if urls.iter().any(|name| text(video, name).is_some()) {
        return Some(Stage::Over(AttemptOutcome::Completed));
    }
    let percent = video.get("progress")?.as_f64()?;
    (0.0..=100.0).contains(&percent).then_some(Stage::Progress { percent })
}
