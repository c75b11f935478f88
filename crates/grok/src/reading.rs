//! The snapshot's text to what it says (spec A1–A6).
//!
//! A text that is no store at all is a [`StoreProblem`] and changes nothing; anything odd inside
//! a store is a [`Remark`] and never hides what stands beside it.

use retake_protocol::MediaId;
use serde::de::{IgnoredAny, MapAccess};

use crate::attempt::{AttemptEntry, SeenAttempt};
use crate::favorites::{Favorites, WalkedFavorites};
use crate::image::{ImageEntry, SeenImage};
use crate::loose::{Field, FromObject, Key, ObjectList, ObjectOrOther};

/// The envelope's `version` that the page was seen with.
const KNOWN_VERSION: f64 = 1.0;

/// A well-formed store.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoreReading {
    /// `videoByMediaId`, in the store's order; a key with an empty array is present (spec A7).
    pub videos: Vec<SeenVideos>,
    /// `imageByMediaId`, the first entry of each key.
    pub images: Vec<SeenImage>,
    /// `favoritesById` and `byId`.
    pub favorites: Favorites,
    /// What was passed over.
    pub remarks: Vec<Remark>,
}

/// One key of `videoByMediaId`.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenVideos {
    /// The image.
    pub media_id: MediaId,
    /// Its attempts in the store's order, each once (spec A1).
    pub attempts: Vec<SeenAttempt>,
}

/// Something odd inside a well-formed store; shown in diagnostics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it was.
    pub kind: RemarkKind,
    /// How many of it.
    pub count: u32,
}

/// What was odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Entries that were null, no object, or had no usable id (spec A4).
    SkippedEntries,
    /// A status that is none of the known ones (spec A3).
    UnknownStatus(String),
    /// Keys that can't be an id.
    UnusableKeys,
    /// The envelope's version is not the one that this was built for.
    OtherVersion,
}

/// Why a text is no store. Such a text changes nothing (spec A5).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreProblem {
    /// Occurs when the page has no such key, as for a moment after a load.
    #[error("the page holds no media store")]
    Absent,
    /// Occurs when the text is empty or only white space.
    #[error("the page's media store is empty")]
    Empty,
    /// Occurs when the text is not JSON.
    #[error("the page's media store is not JSON (line {line}, column {column})")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Occurs when it is JSON without a `state` that holds one of the known maps.
    #[error("the page's media store has another shape: {0}")]
    OtherShape(&'static str),
}

impl StoreReading {
    /// Reads the text of `sessionStorage['useMediaStore']`; `None`: the key is absent.
    pub fn read(text: Option<&str>) -> Result<Self, StoreProblem> {
        let text = text.ok_or(StoreProblem::Absent)?;
        if text.trim().is_empty() {
            return Err(StoreProblem::Empty);
        }
        let envelope: ObjectOrOther<Envelope> = serde_json::from_str(text).map_err(|error| {
            StoreProblem::NotJson { line: error.line(), column: error.column() }
        })?;
        let envelope = envelope.object().ok_or(StoreProblem::OtherShape("it is no object"))?;
        let state = envelope.state.ok_or(StoreProblem::OtherShape("`state` is missing"))?;
        let mut reading = state.into_reading(text)?;
        if envelope.version.is_some_and(|version| (version - KNOWN_VERSION).abs() > 0.0) {
            reading.remark(RemarkKind::OtherVersion, 1);
        }
        Ok(reading)
    }

    fn remark(&mut self, kind: RemarkKind, count: usize) {
        if count == 0 {
            return;
        }
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        match self.remarks.iter_mut().find(|remark| remark.kind == kind) {
            Some(remark) => remark.count = remark.count.saturating_add(count),
            None => self.remarks.push(Remark { kind, count }),
        }
    }

    fn add_videos(&mut self, key: Option<MediaId>, list: ObjectList<AttemptEntry>) {
        let Some(media_id) = key else {
            return self.remark(RemarkKind::UnusableKeys, 1);
        };
        let mut skipped = list.others;
        let mut attempts: Vec<SeenAttempt> = Vec::with_capacity(list.items.len());
        for AttemptEntry(entry) in list.items {
            let Some(attempt) = entry else {
                skipped += 1;
                continue;
            };
            if let Some(status) = &attempt.unknown_status {
                self.remark(RemarkKind::UnknownStatus(status.clone()), 1);
            }
            join(&mut attempts, attempt);
        }
        self.remark(RemarkKind::SkippedEntries, skipped);
        self.videos.push(SeenVideos { media_id, attempts });
    }
}

/// Adds an entry to the attempts of its image: to the one that it shares an alias with, and where
/// it shares aliases with several, all of those are one attempt (spec A1).
fn join(attempts: &mut Vec<SeenAttempt>, entry: SeenAttempt) {
    let Some(first) = attempts.iter().position(|known| known.shares_alias(&entry)) else {
        return attempts.push(entry);
    };
    attempts[first].absorb(entry);
    let mut next = first + 1;
    while let Some(other) = attempts.get(next) {
        if attempts[first].shares_alias(other) {
            let other = attempts.remove(next);
            attempts[first].absorb(other);
        } else {
            next += 1;
        }
    }
}

struct Envelope<'de> {
    state: Option<State<'de>>,
    version: Option<f64>,
}

impl<'de> FromObject<'de> for Envelope<'de> {
    fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut envelope = Self { state: None, version: None };
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match name.as_ref() {
                "state" => envelope.state = map.next_value::<ObjectOrOther<State>>()?.object(),
                "version" => envelope.version = Field::take(&mut map)?.number(),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(envelope)
    }
}

/// The maps of `state`; `None` where one is absent or no object.
#[derive(Default)]
struct State<'de> {
    videos: Option<Videos>,
    images: Option<Images<'de>>,
    favorites: Option<WalkedFavorites<'de>>,
    by_id: Option<WalkedFavorites<'de>>,
    videos_of_other_shape: bool,
}

impl<'de> FromObject<'de> for State<'de> {
    fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut state = Self::default();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match name.as_ref() {
                "videoByMediaId" => {
                    state.videos = map.next_value::<ObjectOrOther<Videos>>()?.object();
                    state.videos_of_other_shape = state.videos.is_none();
                }
                "imageByMediaId" => {
                    state.images = map.next_value::<ObjectOrOther<Images>>()?.object();
                }
                "favoritesById" => {
                    state.favorites = map.next_value::<ObjectOrOther<WalkedFavorites>>()?.object();
                }
                "byId" => {
                    state.by_id = map.next_value::<ObjectOrOther<WalkedFavorites>>()?.object();
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(state)
    }
}

impl State<'_> {
    fn into_reading(self, text: &str) -> Result<StoreReading, StoreProblem> {
        // Without this an attempt map of a new shape would read as "Grok forgot everything".
        if self.videos_of_other_shape {
            return Err(StoreProblem::OtherShape("`videoByMediaId` is no object"));
        }
        let nothing_known = self.videos.is_none()
            && self.images.is_none()
            && self.favorites.is_none()
            && self.by_id.is_none();
        if nothing_known {
            return Err(StoreProblem::OtherShape("`state` holds none of the known maps"));
        }
        let mut reading = StoreReading::default();
        for (key, list) in self.videos.map(|videos| videos.0).unwrap_or_default() {
            reading.add_videos(key, list);
        }
        for (key, list) in self.images.map(|images| images.0).unwrap_or_default() {
            let entry = list.items.into_iter().next();
            match key {
                Some(media_id) => {
                    reading.images.push(entry.unwrap_or_default().into_image(media_id));
                }
                None => reading.remark(RemarkKind::UnusableKeys, 1),
            }
        }
        let walked = [self.favorites, self.by_id].into_iter().flatten().collect();
        reading.favorites = Favorites::keep(text, walked);
        Ok(reading)
    }
}

/// Declares a map from an id to `$value`, in the store's order; `None` for a key that is no id.
macro_rules! map_by_id {
    ($name:ident $(<$life:lifetime>)?, $value:ty) => {
        struct $name $(<$life>)? (Vec<(Option<MediaId>, $value)>);

        impl<'de $(: $life, $life)?> FromObject<'de> for $name $(<$life>)?
        where
            $value: serde::Deserialize<'de>,
        {
            fn from_object<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
                let mut entries = Vec::new();
                while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
                    entries.push((MediaId::new(key), map.next_value()?));
                }
                Ok(Self(entries))
            }
        }
    };
}

map_by_id!(Videos, ObjectList<AttemptEntry>);
map_by_id!(Images<'a>, ObjectList<ImageEntry<'a>>);
