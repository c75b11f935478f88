//! The snapshot's text to what it says (spec A1–A6, A10).
//!
//! A text that is no store at all is a [`StoreProblem`] and changes nothing; anything odd inside
//! a store is a [`Remark`] and never hides what stands beside it. What an attempt means for a
//! session, and to which image it belongs (spec A8), is `retake-session`'s to say.

mod state;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use retake_protocol::{AttemptId, MediaId, PostId};

use crate::attempt::{AttemptFields, SeenAttempt};
use crate::browser_json::well_formed;
use crate::favorites::Favorites;
use crate::image::{ImageFields, SeenImage};
use crate::joining::Joining;
use crate::lenient_json::{EntryList, ObjectOrOther};
use state::{Envelope, State};

/// The envelope's `version` that the page was seen with.
const KNOWN_VERSION: f64 = 1.0;

/// What JavaScript writes where a key is missing.
const NO_KEYS: [&str; 4] = ["undefined", "null", "NaN", "[object Object]"];

/// A well-formed store.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoreReading {
    /// `videoByMediaId`, in the store's order; a key with an empty array is present (spec A7).
    pub containers: Vec<SeenContainer>,
    /// Whether the store has `videoByMediaId` at all: without it, it says nothing of what Grok has
    /// forgotten (spec C13).
    pub has_videos: bool,
    /// The images of `imageByMediaId`.
    pub images: Vec<SeenImage>,
    /// `favoritesById` and `byId`.
    pub favorites: Favorites,
    /// `optimisticToRealIdMap`: pairs of ids that mean the same attempt (spec A1).
    pub renamed: Vec<(AttemptId, AttemptId)>,
    /// What was passed over.
    pub remarks: Vec<Remark>,
    pub(crate) index: Index,
}

/// One key of `videoByMediaId`.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenContainer {
    /// The key: an image's id, or that of a conversation or a video whose entries these are.
    pub key: PostId,
    /// The image that the key means; `None`: it is no image's (spec B1).
    pub image: Option<MediaId>,
    /// Its attempts in the store's order, each once (spec A1).
    pub attempts: Vec<SeenAttempt>,
}

/// Where the ids of a store stand, so that looking one up costs the same however many there are
/// (spec A10).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    /// The first container and the attempt in it that goes by an alias.
    pub(crate) attempts: HashMap<AttemptId, (usize, usize)>,
    pub(crate) containers: HashMap<PostId, usize>,
    /// The containers that hold an attempt which was made from this.
    pub(crate) made_from: HashMap<PostId, usize>,
    pub(crate) images: HashSet<MediaId>,
    pub(crate) conversations: HashSet<PostId>,
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
    /// Entries whose ids would make one attempt of several that differ (spec A1).
    AmbiguousAliases,
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
    /// Reads the text of `sessionStorage['useMediaStore']`, or of the state that the page keeps in its
    /// memory (spec H7), which has no envelope; `None`: there is none. The reading shares the text and
    /// copies nothing of its favourites.
    pub fn read(text: Option<&Arc<String>>) -> Result<Self, StoreProblem> {
        let text = text.ok_or(StoreProblem::Absent)?;
        if text.trim().is_empty() {
            return Err(StoreProblem::Empty);
        }
        match well_formed(text) {
            std::borrow::Cow::Borrowed(_) => Self::read_well_formed(text),
            std::borrow::Cow::Owned(text) => Self::read_well_formed(&Arc::new(text)),
        }
    }

    fn read_well_formed(text: &Arc<String>) -> Result<Self, StoreProblem> {
        let envelope: ObjectOrOther<Envelope> = serde_json::from_str(text).map_err(|error| {
            StoreProblem::NotJson { line: error.line(), column: error.column() }
        })?;
        let envelope = envelope.object().ok_or(StoreProblem::OtherShape("it is no object"))?;
        let version = envelope.version;
        let state = envelope.into_state();
        let state = state.ok_or(StoreProblem::OtherShape("`state` is missing"))?;
        let mut reading = Self::of_state(state, text)?;
        if version.is_some_and(|version| (version - KNOWN_VERSION).abs() > 0.0) {
            reading.remark(RemarkKind::OtherVersion, 1);
        }
        Ok(reading)
    }

    fn of_state(state: State<'_>, text: &Arc<String>) -> Result<Self, StoreProblem> {
        // Without this an attempt map of a new shape would read as "Grok forgot everything".
        if state.videos_of_other_shape {
            return Err(StoreProblem::OtherShape("`videoByMediaId` is no object"));
        }
        if state.is_empty() {
            return Err(StoreProblem::OtherShape("`state` holds none of the known maps"));
        }
        let mut reading = Self { has_videos: state.videos.is_some(), ..Self::default() };
        let walked = [state.favorites, state.by_id].into_iter().flatten().collect();
        reading.favorites = Favorites::keep(text, walked);
        reading.renamed = state.renamed.map(|texts| texts.0).unwrap_or_default();
        let renamed: Renamed = reading.renamed.iter().cloned().collect();
        let videos = state.videos.map(|videos| videos.0).unwrap_or_default();
        for (_, list) in &videos {
            let conversations = list.entries.iter().filter_map(AttemptFields::conversation);
            reading.index.conversations.extend(conversations);
        }
        let images = state.images.map(|images| images.0).unwrap_or_default();
        let images = images.into_iter().map(|(key, list)| (MediaId::new(key), list)).collect();
        let keys = reading.add_images(images);
        for (key, list) in videos {
            match PostId::new(key) {
                Some(key) => reading.add_container(key, list, &renamed),
                None => reading.remark(RemarkKind::UnusableKeys, 1),
            }
        }
        reading.find_images_of_keys(&keys);
        Ok(reading)
    }

    /// A reading of a text that held these containers and nothing else: for tests and searches.
    #[doc(hidden)]
    pub fn of_containers(containers: Vec<SeenContainer>) -> Self {
        let mut reading = Self { has_videos: true, ..Self::default() };
        for container in containers {
            reading.index_container(container);
        }
        reading
    }

    fn index_container(&mut self, container: SeenContainer) {
        let at = self.containers.len();
        for (number, attempt) in container.attempts.iter().enumerate() {
            for alias in &attempt.aliases {
                self.index.attempts.entry(alias.clone()).or_insert((at, number));
            }
            for origin in &attempt.made_from {
                self.index.made_from.entry(origin.clone()).or_insert(at);
            }
        }
        self.index.containers.entry(container.key.clone()).or_insert(at);
        self.containers.push(container);
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

    fn add_images(&mut self, images: Vec<(Option<MediaId>, EntryList<ImageFields<'_>>)>) -> Keys {
        let mut keys = Keys::default();
        for (key, list) in images {
            let Some(key) = key.filter(|key| !NO_KEYS.contains(&key.as_str())) else {
                self.remark(RemarkKind::UnusableKeys, 1);
                continue;
            };
            let (videos, entries): (Vec<_>, Vec<_>) =
                list.entries.into_iter().partition(ImageFields::is_video);
            let mut ids: Vec<MediaId> = Vec::new();
            for entry in entries {
                let media_id = entry.id().unwrap_or_else(|| key.clone());
                self.index.conversations.extend(entry.conversation());
                ids.push(media_id.clone());
                if self.index.images.insert(media_id.clone()) {
                    self.images.push(entry.into_image(media_id));
                }
            }
            // A key without any entry is an image that nothing is known of yet.
            if ids.is_empty() && videos.is_empty() && self.index.images.insert(key.clone()) {
                self.images.push(ImageFields::default().into_image(key.clone()));
                ids.push(key.clone());
            }
            keys.insert(key, ids);
        }
        keys
    }

    fn add_container(
        &mut self,
        key: PostId,
        list: EntryList<AttemptFields<'_>>,
        renamed: &Renamed,
    ) {
        let mut skipped = list.others;
        let mut joining = Joining::default();
        for entry in list.entries {
            let Some(mut attempt) = entry.into_attempt() else {
                skipped += 1;
                continue;
            };
            if let Some(status) = &attempt.unknown_status {
                self.remark(RemarkKind::UnknownStatus(status.clone()), 1);
            }
            self.keep_own_aliases(&key, &mut attempt);
            for real in attempt.aliases.clone().iter().filter_map(|alias| renamed.get(alias)) {
                attempt.add_alias(real.clone());
            }
            joining.add(attempt);
        }
        self.remark(RemarkKind::SkippedEntries, skipped);
        self.remark(RemarkKind::AmbiguousAliases, joining.refused());
        let attempts = joining.into_attempts();
        self.index_container(SeenContainer { key, image: None, attempts });
    }

    /// An id that is an image's or a conversation's is no alias of an attempt (spec A1); the first one
    /// is its own, unless it names the image that it stands under.
    fn keep_own_aliases(&self, key: &PostId, attempt: &mut SeenAttempt) {
        if attempt.aliases.len() < 2 {
            return;
        }
        let is_key = |alias: &AttemptId| alias.as_str() == key.as_str();
        let is_image = |alias: &AttemptId| {
            MediaId::new(alias.as_str()).is_some_and(|id| self.index.images.contains(&id))
        };
        let is_conversation = |alias: &AttemptId| {
            PostId::new(alias.as_str()).is_some_and(|id| self.index.conversations.contains(&id))
        };
        let own = attempt.aliases[0].clone();
        attempt.aliases.retain(|alias| {
            if *alias == own {
                return !(is_key(alias) && is_image(alias));
            }
            !is_key(alias) && !is_image(alias) && !is_conversation(alias)
        });
        if attempt.aliases.is_empty() {
            attempt.aliases.push(own);
        }
    }

    /// Says of each container which image its key means (spec B1).
    fn find_images_of_keys(&mut self, keys: &Keys) {
        for at in 0..self.containers.len() {
            let image = self.image_of_key(&self.containers[at].key, keys);
            self.containers[at].image = image;
        }
    }

    fn image_of_key(&self, key: &PostId, keys: &Keys) -> Option<MediaId> {
        if NO_KEYS.contains(&key.as_str()) {
            return None;
        }
        let itself = key.as_image();
        match keys.get(&itself).map(Vec::as_slice) {
            Some(ids) if ids.contains(&itself) => Some(itself),
            // The key is a container's; of several images in it none is the one.
            Some([image]) => Some(image.clone()),
            Some([_, ..]) => None,
            Some([]) | None => {
                let is_none = self.index.conversations.contains(key)
                    || self.index.attempts.contains_key(&key.as_attempt())
                    || self.is_favorite_video(key);
                (!is_none).then_some(itself)
            }
        }
    }

    fn is_favorite_video(&self, id: &PostId) -> bool {
        matches!(self.favorites.get(id.as_str()), Some(crate::favorites::Favorite::Video { .. }))
    }
}

/// The ids of the images that stand under each key of `imageByMediaId`.
type Keys = HashMap<MediaId, Vec<MediaId>>;

/// `optimisticToRealIdMap`.
type Renamed = HashMap<AttemptId, AttemptId>;
