//! What the library window asks for and shows (spec K): images or videos by day, what the user thinks of
//! each, and filters with counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::history::VideoView;
use crate::{AttemptId, LibraryField, LibraryKind, MediaId, Millis, Pick, Prompt};

/// The highest rating; 0 is none.
pub const MOST_STARS: u8 = 5;

/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 60;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

/// The longest name of a kept filter, in characters.
pub const LONGEST_FILTER_NAME: usize = 80;

/// How many items a page may have.
pub const MOST_ITEMS: u32 = 200;

/// An image, or one of its videos.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId {
    /// The image.
    pub media_id: MediaId,
    /// The video; `None`: the image itself.
    pub attempt_id: Option<AttemptId>,
}

/// Which items are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryFilter {
    /// Images or videos.
    pub kind: LibraryKind,
    /// Only items of images that have these words (spec D5); blank: all.
    #[serde(default)]
    pub search: String,
    /// By field, the accepted values. A field that is not here leaves nothing out.
    #[serde(default)]
    pub choices: BTreeMap<LibraryField, Vec<String>>,
}

impl LibraryFilter {
    /// Whether nothing is left out.
    pub fn is_everything(&self) -> bool {
        self.search.trim().is_empty() && self.choices.values().all(Vec::is_empty)
    }

    /// Whether the value of this field is chosen.
    pub fn has(&self, field: LibraryField, value: &str) -> bool {
        self.choices.get(&field).is_some_and(|values| values.iter().any(|known| known == value))
    }
}

/// How many items each day has, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryDays {
    /// The days that have any.
    pub days: Vec<LibraryDay>,
}

/// One day of the user's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryDay {
    /// As in ISO 8601: `2026-11-21`.
    pub date: String,
    /// Its first moment, in ms.
    pub from: Millis,
    /// The first moment after it, in ms.
    pub until: Millis,
    /// How many items were made on it.
    pub count: u32,
}

/// `library_page`: some items of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryQuery {
    /// Which items.
    pub filter: LibraryFilter,
    /// Only those made at this time (ms) or later.
    pub from: Millis,
    /// Only those made before this time (ms).
    pub until: Millis,
    /// How many of them to pass over.
    pub skip: u32,
    /// How many: 1 to [`MOST_ITEMS`].
    pub limit: u32,
}

/// One image or video in the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LibraryItem {
    /// Which.
    pub id: ItemId,
    /// When it was made: Grok's create time, else when Retake first saw it.
    pub made_at: Millis,
    /// The prompt of the video, or of the image.
    pub prompt: Option<Prompt>,
    /// What the user thinks of it.
    pub mark: Mark,
    /// Width and height in pixels; of images, where Grok said them.
    pub size: Option<(u32, u32)>,
    /// A video's length, in seconds.
    pub length_seconds: Option<f64>,
    /// A video's resolution, as Grok names it.
    pub resolution: Option<String>,
    /// How many finished videos the image has.
    pub videos: u32,
    /// Whether a video is saved as a file; of an image `None`.
    pub video: VideoView,
    /// Whether a session runs for the image.
    pub is_running: bool,
    /// Whether the image's last session can be resumed.
    pub is_resumable: bool,
    /// Whether the image is in the queue.
    pub is_queued: bool,
}

/// What the user thinks of an image or a video (spec K3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Stars, 1–5; 0: not rated.
    pub rating: u8,
    /// Picked, rejected, or neither.
    pub pick: Pick,
    /// The user's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// In the order of the alphabet, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// What is marked of one image: the image itself, and its videos.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageMarks {
    /// Of the image itself.
    #[serde(default)]
    pub image: Mark,
    /// Of its videos; those without a mark are left out.
    #[serde(default)]
    pub videos: BTreeMap<AttemptId, Mark>,
}

impl ImageMarks {
    /// Whether nothing of the image is marked.
    pub fn is_empty(&self) -> bool {
        self.image == Mark::default() && self.videos.is_empty()
    }
}

/// One change of what the user thinks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "set", rename_all = "snake_case")]
pub enum MarkChange {
    /// Stars.
    Rating {
        /// 0–5.
        rating: u8,
    },
    /// Picked, rejected, or neither.
    Pick {
        /// Which.
        pick: Pick,
    },
    /// The note.
    Note {
        /// At most [`LONGEST_NOTE`] characters.
        note: String,
    },
    /// One more tag.
    Tag {
        /// 1 to [`LONGEST_TAG`] characters.
        tag: String,
    },
    /// One tag less.
    Untag {
        /// Which.
        tag: String,
    },
}

impl MarkChange {
    /// The change as it is to be stored, without blanks around a tag or note.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in plain words.
    pub fn checked(self) -> Result<Self, String> {
        match self {
            Self::Rating { rating } if rating > MOST_STARS => {
                Err(format!("A rating is 0 to {MOST_STARS} stars, not {rating}."))
            }
            Self::Note { note } if note.trim().chars().count() > LONGEST_NOTE => {
                Err(format!("A note has at most {LONGEST_NOTE} characters: shorten it."))
            }
            Self::Note { note } => Ok(Self::Note { note: note.trim().to_owned() }),
            Self::Tag { tag } => {
                let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
                match tag.chars().count() {
                    0 => Err("A tag can't be blank.".to_owned()),
                    1..=LONGEST_TAG => Ok(Self::Tag { tag }),
                    _ => Err(format!("A tag has at most {LONGEST_TAG} characters: shorten it.")),
                }
            }
            other => Ok(other),
        }
    }

    /// The mark after this change.
    pub fn apply_to(&self, mark: &mut Mark) {
        match self {
            Self::Rating { rating } => mark.rating = *rating,
            Self::Pick { pick } => mark.pick = *pick,
            Self::Note { note } => mark.note.clone_from(note),
            Self::Tag { tag } => {
                if let Err(place) = mark.tags.binary_search(tag) {
                    mark.tags.insert(place, tag.clone());
                }
            }
            Self::Untag { tag } => mark.tags.retain(|known| known != tag),
        }
    }
}

/// The values that a field has among the items that the other fields leave, with their counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The field.
    pub field: LibraryField,
    /// Its values; of prompts and tags the 50 most frequent.
    pub values: Vec<FacetValue>,
}

/// One value and how many items have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// As in [`LibraryFilter::choices`].
    pub value: String,
    /// How many items.
    pub count: u32,
}

/// A filter that is kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedFilter {
    /// 1 to [`LONGEST_FILTER_NAME`] characters.
    pub name: String,
    /// What it leaves.
    pub filter: LibraryFilter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k3_a_tag_is_one_line_without_blanks_around_it() {
        let tag = |text: &str| MarkChange::Tag { tag: text.to_owned() }.checked();
        assert_eq!(tag("  blue \n hour "), Ok(MarkChange::Tag { tag: "blue hour".to_owned() }));
        assert!(tag("  ").is_err());
        assert!(tag(&"x".repeat(LONGEST_TAG + 1)).is_err());
    }

    #[test]
    fn k3_a_rating_has_five_stars_at_most() {
        assert!(MarkChange::Rating { rating: 5 }.checked().is_ok());
        assert!(MarkChange::Rating { rating: 6 }.checked().is_err());
    }

    #[test]
    fn k3_a_tag_is_kept_once() {
        let mut mark = Mark::default();
        for tag in ["snow", "fox", "snow"] {
            MarkChange::Tag { tag: tag.to_owned() }.apply_to(&mut mark);
        }
        assert_eq!(mark.tags, ["fox", "snow"]);
        MarkChange::Untag { tag: "fox".to_owned() }.apply_to(&mut mark);
        assert_eq!(mark.tags, ["snow"]);
    }
}
