//! `favoritesById` and `byId`: most of a store's text, and nearly all of it of images that nobody
//! looks at. So an entry is only walked over when the store is read, and taken apart when its id is
//! asked for.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use retake_protocol::{MediaId, PostId, is_uuid};
use serde::de::MapAccess;
use serde_json::value::RawValue;

use crate::image::{ImageFields, SeenImage};
use crate::lenient_json::{Field, FromMap, FromObject, Key};

/// How many ids are looked for by walking over all entries. Most snapshots are asked for one or two,
/// and an index over 50,000 entries costs as much as a dozen walks.
const MOST_SCANS: u32 = 8;

/// The entries of both maps. Some may be videos or broken: a look-up says.
#[derive(Debug, Default)]
pub struct Favorites {
    /// The whole snapshot's text, shared with whoever read it.
    text: Arc<String>,
    /// In the store's order.
    entries: Vec<Raw>,
    /// Positions in `entries` by id, made when many ids are looked for.
    index: OnceLock<HashMap<Box<str>, Vec<usize>>>,
    scans: AtomicU32,
}

impl Clone for Favorites {
    fn clone(&self) -> Self {
        let (text, entries) = (Arc::clone(&self.text), self.entries.clone());
        Self { text, entries, ..Self::default() }
    }
}

/// Two snapshots that hold the same entries are the same, wherever these stand.
impl PartialEq for Favorites {
    fn eq(&self, other: &Self) -> bool {
        let texts = |favorites: &Self| -> Vec<(Box<str>, Box<str>)> {
            let entries = favorites.entries.iter();
            entries.map(|entry| (entry.id.clone(), favorites.text_of(entry).into())).collect()
        };
        texts(self) == texts(other)
    }
}

/// Where in the text an entry stands, as a range of bytes.
#[derive(Clone, Debug)]
struct Raw {
    id: Box<str>,
    start: usize,
    end: usize,
}

/// What a favourite is.
#[derive(Clone, Debug, PartialEq)]
pub enum Favorite {
    /// An image.
    Image(Box<SeenImage>),
    /// A video, and what it was made from, the surest first.
    Video {
        /// Ids of images or videos; none: the entry does not say.
        made_from: Vec<PostId>,
    },
}

impl Favorites {
    /// What stands under this id; `None`: nothing, or no object. Of two entries the image's counts.
    pub fn get(&self, id: &str) -> Option<Favorite> {
        if self.index.get().is_none() && self.scans.fetch_add(1, Ordering::Relaxed) < MOST_SCANS {
            return self.favorite(id, self.entries.iter().filter(|entry| *entry.id == *id));
        }
        let index = self.index.get_or_init(|| {
            let mut index: HashMap<Box<str>, Vec<usize>> = HashMap::new();
            for (place, entry) in self.entries.iter().enumerate() {
                index.entry(entry.id.clone()).or_default().push(place);
            }
            index
        });
        let places = index.get(id).into_iter().flatten();
        self.favorite(id, places.map(|place| &self.entries[*place]))
    }

    fn favorite<'a>(&self, id: &str, entries: impl Iterator<Item = &'a Raw>) -> Option<Favorite> {
        let media_id = MediaId::new(id)?;
        let mut video = None;
        for entry in entries {
            match favorite_of(self.text_of(entry), &media_id) {
                Some(image @ Favorite::Image(_)) => return Some(image),
                other => video = video.or(other),
            }
        }
        video
    }

    /// The image of this id; `None`: there is none, or the entry is a video or no object.
    pub fn image(&self, id: &str) -> Option<SeenImage> {
        match self.get(id)? {
            Favorite::Image(image) => Some(*image),
            Favorite::Video { .. } => None,
        }
    }

    /// The image whose entry lists `id` among its `videos` or `childPosts`. It looks through the text
    /// of all entries, so it is asked last.
    pub fn image_that_lists(&self, id: &str) -> Option<MediaId> {
        let quoted = format!("\"{id}\"");
        self.entries.iter().filter(|entry| *entry.id != *id).find_map(|entry| {
            let text = self.text_of(entry);
            let is_listed = text.contains(&quoted) && lists(text, id);
            is_listed.then(|| self.image(&entry.id)).flatten().map(|image| image.media_id)
        })
    }

    /// The ids of all entries, whatever they turn out to be.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.id)
    }

    fn text_of(&self, entry: &Raw) -> &str {
        self.text.get(entry.start..entry.end).unwrap_or_default()
    }

    /// Keeps what was walked over, with the text that its entries lie in.
    pub(crate) fn keep(text: &Arc<String>, walked: Vec<RawFavorites<'_>>) -> Self {
        let entries: Vec<Raw> = (walked.into_iter().flat_map(|favorites| favorites.0))
            .filter_map(|(id, entry)| {
                // The entry is a piece of the text: its place is a difference of addresses.
                let start = (entry.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
                Some(Raw { id, start, end: start + entry.len() })
            })
            .collect();
        let text = if entries.is_empty() { Arc::default() } else { Arc::clone(text) };
        Self { text, entries, ..Self::default() }
    }
}

fn favorite_of(text: &str, media_id: &MediaId) -> Option<Favorite> {
    let entry: ImageFields<'_> = Field::of(text).object()?;
    if entry.is_video() {
        return Some(Favorite::Video { made_from: entry.made_from() });
    }
    Some(Favorite::Image(Box::new(entry.into_image(media_id.clone()))))
}

/// Whether the entry lists `id` among its videos.
fn lists(text: &str, id: &str) -> bool {
    let entry = Field::of(text);
    ["videos", "childPosts"].into_iter().any(|name| {
        entry.field_of(name).is_some_and(|list| {
            let ids: Vec<IdOnly<'_>> = list.entries().unwrap_or_default();
            ids.iter().any(|one| one.id.id().is_some_and(|listed| listed.eq_ignore_ascii_case(id)))
        })
    })
}

#[derive(Default)]
struct IdOnly<'de> {
    id: Field<'de>,
}

impl<'de> FromObject<'de> for IdOnly<'de> {
    fn field(&mut self, name: &str) -> Option<&mut Field<'de>> {
        (name == "id").then_some(&mut self.id)
    }

    fn is_entry(&self) -> bool {
        self.id.is_scalar()
    }
}

/// One of the maps as it was walked over: keys that can be an id, each with its entry's text.
pub(crate) struct RawFavorites<'de>(Vec<(Box<str>, &'de str)>);

impl<'de> FromMap<'de> for RawFavorites<'de> {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            let mut id: Box<str> = Box::from(key);
            if is_uuid(&id) {
                id.make_ascii_lowercase();
            }
            entries.push((id, map.next_value::<&'de RawValue>()?.get()));
        }
        Ok(Self(entries))
    }
}
