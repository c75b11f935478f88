//! `favoritesById` and `byId`: most of a store's text, and nearly all of it of images that nobody
//! looks at. So an entry is only walked over when the store is read, and taken apart when its image
//! is asked for.

use std::sync::Arc;

use retake_protocol::MediaId;
use serde::de::MapAccess;
use serde_json::value::RawValue;

use crate::image::{ImageEntry, SeenImage};
use crate::loose::{FromObject, Key, ObjectOrOther};

/// The entries of both maps, in the store's order. Some may be videos or broken: a look-up says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Favorites {
    /// The entries' own text, one after another.
    text: Arc<str>,
    entries: Vec<Entry>,
}

/// Where in the text an entry stands.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    key: Box<str>,
    start: usize,
    end: usize,
}

impl Favorites {
    /// The image of this id; `None`: there is none, or the entry is a video or no object.
    pub fn image(&self, id: &str) -> Option<SeenImage> {
        let media_id = MediaId::new(id)?;
        let mut entries = self.entries.iter().filter(|entry| *entry.key == *id);
        entries.find_map(|entry| {
            let text = self.text.get(entry.start..entry.end)?;
            let entry: ObjectOrOther<ImageEntry> = serde_json::from_str(text).ok()?;
            let entry = entry.object().filter(|entry| !entry.is_video())?;
            Some(entry.into_image(media_id.clone()))
        })
    }

    /// The ids of all entries, whatever they turn out to be.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.key)
    }

    /// Keeps what was walked over, with the text that its entries lie in.
    pub(crate) fn keep(text: &str, walked: Vec<WalkedFavorites<'_>>) -> Self {
        let entries: Vec<Entry> = (walked.into_iter().flat_map(|favorites| favorites.0))
            .filter_map(|(key, entry)| {
                // The entry is a piece of the text: its place is a difference of addresses.
                let start = (entry.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
                Some(Entry { key, start, end: start + entry.len() })
            })
            .collect();
        if entries.is_empty() {
            return Self::default();
        }
        Self { text: Arc::from(text), entries }
    }
}

/// One of the maps as it was walked over: keys that can be an id, each with its entry's text.
pub(crate) struct WalkedFavorites<'de>(Vec<(Box<str>, &'de str)>);

impl<'de> FromObject<'de> for WalkedFavorites<'de> {
    fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            entries.push((Box::from(key), map.next_value::<&'de RawValue>()?.get()));
        }
        Ok(Self(entries))
    }
}
