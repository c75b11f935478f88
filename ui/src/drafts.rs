//! What the user has typed for an image and not yet sent: it is kept per image, so that a look at the
//! gallery or at another image loses nothing (spec L3).

use std::collections::BTreeMap;

use retake_protocol::MediaId;
use retake_protocol::view::{Activity, ImageView, SessionView};

/// What was typed for one image; `None`: what is in force stands in the box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The prompt's box.
    pub prompt: Option<String>,
    /// The box of max retries.
    pub max_retries: Option<String>,
    /// The box of the video goal.
    pub video_goal: Option<String>,
}

/// One of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftField {
    /// The prompt.
    Prompt,
    /// Max retries.
    MaxRetries,
    /// The video goal.
    VideoGoal,
}

impl Draft {
    /// The text in a box.
    pub fn get(&self, field: DraftField) -> Option<&str> {
        let text = match field {
            DraftField::Prompt => &self.prompt,
            DraftField::MaxRetries => &self.max_retries,
            DraftField::VideoGoal => &self.video_goal,
        };
        text.as_deref()
    }

    fn get_mut(&mut self, field: DraftField) -> &mut Option<String> {
        match field {
            DraftField::Prompt => &mut self.prompt,
            DraftField::MaxRetries => &mut self.max_retries,
            DraftField::VideoGoal => &mut self.video_goal,
        }
    }
}

/// The drafts of all images.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts(BTreeMap<MediaId, Draft>);

impl Drafts {
    /// What was typed for an image.
    pub fn of(&self, media_id: &MediaId) -> Draft {
        self.0.get(media_id).cloned().unwrap_or_default()
    }

    /// Puts `text` in a box; `None`: what is in force stands there again.
    pub fn set(&mut self, media_id: &MediaId, field: DraftField, text: Option<String>) {
        let draft = self.0.entry(media_id.clone()).or_default();
        *draft.get_mut(field) = text;
        if *draft == Draft::default() {
            self.0.remove(media_id);
        }
    }
}

/// A session that has not ended.
pub fn running(session: Option<&SessionView>) -> Option<&SessionView> {
    session.filter(|session| session.activity != Activity::Ended)
}

/// What stands in the prompt's box: the running session's prompt, else what was typed, else the last prompt.
pub fn prompt_in_box(
    image: Option<&ImageView>,
    session: Option<&SessionView>,
    draft: &Draft,
) -> String {
    match (running(session), &draft.prompt) {
        (Some(session), _) => session.prompt.as_str().to_owned(),
        (None, Some(typed)) => typed.clone(),
        (None, None) => {
            image.map(|image| image.preferences.last_prompt.as_str().to_owned()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l3_what_was_typed_for_one_image_is_no_other_images() {
        let [lake, hill] = ["lake", "hill"].map(|id| MediaId::new(id).unwrap());
        let mut drafts = Drafts::default();
        drafts.set(&lake, DraftField::Prompt, Some("slow pan".into()));
        drafts.set(&hill, DraftField::MaxRetries, Some("1".into()));
        assert_eq!(drafts.of(&lake).prompt.as_deref(), Some("slow pan"));
        assert_eq!(drafts.of(&hill).prompt, None);
        drafts.set(&lake, DraftField::Prompt, None);
        drafts.set(&hill, DraftField::MaxRetries, None);
        assert_eq!(drafts, Drafts::default());
    }
}
