//! The maps of a store's text as they stood, before anything is concluded from them.

use retake_protocol::AttemptId;
use serde::de::{IgnoredAny, MapAccess};

use crate::attempt::AttemptFields;
use crate::favorites::RawFavorites;
use crate::image::ImageFields;
use crate::lenient_json::{EntryList, Field, FromMap, Key, ObjectOrOther};

/// The text as a whole.
pub(super) struct Envelope<'de> {
    /// `None`: it names no `state`; the store in the page's memory is the bare one.
    state: Option<ObjectOrOther<State<'de>>>,
    bare: State<'de>,
    pub(super) version: Option<f64>,
}

impl<'de> Envelope<'de> {
    pub(super) fn into_state(self) -> Option<State<'de>> {
        match self.state {
            Some(state) => state.object(),
            None => Some(self.bare).filter(|state| !state.is_empty()),
        }
    }
}

impl<'de> FromMap<'de> for Envelope<'de> {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut envelope = Self { state: None, bare: State::default(), version: None };
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            match name.as_ref() {
                "state" => envelope.state = Some(map.next_value()?),
                "version" => envelope.version = Field::take(&mut map)?.number(),
                name => envelope.bare.take(name, &mut map)?,
            }
        }
        Ok(envelope)
    }
}

/// The maps of `state`; `None` where one is absent or no object.
#[derive(Default)]
pub(super) struct State<'de> {
    pub(super) videos: Option<ById<AttemptFields<'de>>>,
    pub(super) images: Option<ById<ImageFields<'de>>>,
    pub(super) favorites: Option<RawFavorites<'de>>,
    pub(super) by_id: Option<RawFavorites<'de>>,
    pub(super) renamed: Option<Texts>,
    pub(super) videos_of_other_shape: bool,
}

impl<'de> FromMap<'de> for State<'de> {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut state = Self::default();
        while let Some(Key(name)) = map.next_key::<Key<'de>>()? {
            state.take(&name, &mut map)?;
        }
        Ok(state)
    }
}

impl<'de> State<'de> {
    /// Takes the value of the entry that `map` stands at.
    fn take<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        match name {
            "videoByMediaId" => {
                self.videos = map.next_value::<ObjectOrOther<_>>()?.object();
                self.videos_of_other_shape = self.videos.is_none();
            }
            "imageByMediaId" => self.images = map.next_value::<ObjectOrOther<_>>()?.object(),
            "favoritesById" => self.favorites = map.next_value::<ObjectOrOther<_>>()?.object(),
            "byId" => self.by_id = map.next_value::<ObjectOrOther<_>>()?.object(),
            "optimisticToRealIdMap" => {
                self.renamed = map.next_value::<ObjectOrOther<_>>()?.object();
            }
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }

    /// Whether it has none of the known maps, in whatever shape.
    pub(super) fn is_empty(&self) -> bool {
        !self.videos_of_other_shape
            && self.videos.is_none()
            && self.images.is_none()
            && self.favorites.is_none()
            && self.by_id.is_none()
    }
}

/// A map from an id to a list of entries, in the store's order.
pub(super) struct ById<T>(pub(super) Vec<(String, EntryList<T>)>);

impl<'de, T> FromMap<'de> for ById<T>
where
    EntryList<T>: serde::Deserialize<'de>,
{
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            entries.push((key.into_owned(), map.next_value()?));
        }
        Ok(Self(entries))
    }
}

/// A map from one id to another.
pub(super) struct Texts(pub(super) Vec<(AttemptId, AttemptId)>);

impl<'de> FromMap<'de> for Texts {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut pairs = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            let value = Field::take(&mut map)?.id().and_then(AttemptId::new);
            pairs.extend(AttemptId::new(key).zip(value));
        }
        Ok(Self(pairs))
    }
}
