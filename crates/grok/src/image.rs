//! One image as Grok's store shows it (spec A6): an entry of `imageByMediaId`, `favoritesById`
//! or `byId`.

use retake_protocol::{MediaId, Millis, Prompt};
use serde::de::{IgnoredAny, MapAccess};

use crate::create_time::create_time;
use crate::loose::{Field, FromObject, Key};

/// What is known of an image; its id is the key it stood under.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenImage {
    /// The key.
    pub media_id: MediaId,
    /// Grok's `originalPrompt`.
    pub original_prompt: Option<Prompt>,
    /// Grok's `prompt`.
    pub prompt: Option<Prompt>,
    /// Grok's `mediaUrl`.
    pub image_url: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Grok's `createTime`.
    pub create_time: Option<Millis>,
}

/// The fields of one entry, before its key is known to be usable.
#[derive(Default)]
pub(crate) struct ImageEntry<'de> {
    original_prompt: Field<'de>,
    prompt: Field<'de>,
    media_url: Field<'de>,
    width: Field<'de>,
    height: Field<'de>,
    create_time: Field<'de>,
    media_type: Field<'de>,
}

impl ImageEntry<'_> {
    /// Whether the entry is a video: favourites hold both.
    pub(crate) fn is_video(&self) -> bool {
        self.media_type.text().is_some_and(|media_type| media_type.contains("VIDEO"))
    }

    pub(crate) fn into_image(self, media_id: MediaId) -> SeenImage {
        SeenImage {
            media_id,
            original_prompt: self.original_prompt.filled_text().map(Prompt::new),
            prompt: self.prompt.filled_text().map(Prompt::new),
            image_url: self.media_url.filled_text(),
            width: pixels(self.width),
            height: pixels(self.height),
            create_time: create_time(self.create_time),
        }
    }
}

fn pixels(field: Field<'_>) -> Option<u32> {
    let number = field.number().filter(|number| (1.0..=1e6).contains(number))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked")]
    Some(number as u32)
}

impl<'de> FromObject<'de> for ImageEntry<'de> {
    fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut entry = Self::default();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            let field = match name.as_ref() {
                "originalPrompt" => &mut entry.original_prompt,
                "prompt" => &mut entry.prompt,
                "mediaUrl" => &mut entry.media_url,
                "width" => &mut entry.width,
                "height" => &mut entry.height,
                "createTime" => &mut entry.create_time,
                "mediaType" => &mut entry.media_type,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *field = Field::take(&mut map)?;
        }
        Ok(entry)
    }
}
