//! The original image of a file, as far as one answer tells (reference: original image of what the
//! page shows).

use std::collections::{HashMap, HashSet};

use retake_protocol::{MediaId, PostId};

use super::{AssetKind, Records, SeenAsset};
use crate::request::VideoKind;
use crate::turn::Sender;

/// What a file goes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lineage {
    /// This image.
    Image(MediaId),
    /// Text alone: there is no image.
    Text,
    /// Several files; none is the original.
    Several,
    /// It is not told, or in a circle.
    Unknown,
}

/// How many files are followed from one to the one that it was made of.
const LONGEST: usize = 8;

/// Where to find what a file was made of, when it has no record of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// The place of Grok's turn that a file is attached to.
    makers: HashMap<PostId, usize>,
    /// Files that a new video was made of, which makes them images.
    images: HashSet<PostId>,
}

impl Index {
    pub(super) fn of(records: &Records) -> Self {
        let mut index = Self::default();
        for (at, turn) in records.turns.iter().enumerate() {
            if turn.sender == Sender::Assistant {
                for id in turn.attachments.iter().filter_map(|file| file.id.as_ref()) {
                    index.makers.entry(id.clone()).or_insert(at);
                }
            }
            let request = turn.request.iter();
            let of_images = request.filter(|request| request.kind == VideoKind::ImageToVideo);
            index.images.extend(of_images.flat_map(|request| request.inputs.clone()));
        }
        let of_images = records.assets.iter().filter(|asset| {
            asset.made_as == Some(VideoKind::ImageToVideo) && asset.derivation.is_none()
        });
        index.images.extend(of_images.flat_map(|asset| asset.inputs.clone()));
        index
    }
}

/// What made a file, by its record or by its turn.
struct Making<'a> {
    inputs: &'a [PostId],
    kind: Option<VideoKind>,
    /// Whether it was made of a video.
    is_of_video: bool,
}

impl Records {
    /// What the file `id` goes back to. An image is its own original, also one that was edited; of a
    /// video it is what that was made of, over at most 8 videos.
    pub fn lineage(&self, id: &PostId) -> Lineage {
        self.follow(id, LONGEST)
    }

    fn follow(&self, id: &PostId, steps: usize) -> Lineage {
        let asset = self.asset(id);
        if let Some(image) = asset.filter(|asset| asset.kind == AssetKind::Image) {
            return Lineage::Image(image.id.as_image());
        }
        let is_video = asset.is_some_and(|asset| asset.kind == AssetKind::Video);
        if !is_video && self.lineages.images.contains(id) {
            return Lineage::Image(id.as_image());
        }
        match self.making(id, asset) {
            Some(making) if steps > 0 => self.follow_making(&making, steps - 1),
            _ => Lineage::Unknown,
        }
    }

    fn making<'a>(&'a self, id: &PostId, asset: Option<&'a SeenAsset>) -> Option<Making<'a>> {
        let by_record = asset.map(|asset| Making {
            inputs: &asset.inputs,
            kind: asset.made_as,
            is_of_video: asset.derivation.is_some(),
        });
        let by_turn = || {
            let turn = self.turns.get(*self.lineages.makers.get(id)?)?;
            let request = turn.request.as_ref()?;
            let is_of_video = matches!(request.kind, VideoKind::Extension | VideoKind::Edit);
            Some(Making { inputs: &request.inputs, kind: Some(request.kind), is_of_video })
        };
        by_record.or_else(by_turn)
    }

    fn follow_making(&self, making: &Making<'_>, steps: usize) -> Lineage {
        match making.inputs {
            [] if making.kind == Some(VideoKind::TextToVideo) => Lineage::Text,
            [] => Lineage::Unknown,
            [input] => {
                let is_told =
                    self.asset(input).is_some() || self.lineages.makers.contains_key(input);
                if is_told || making.is_of_video {
                    self.follow(input, steps)
                } else {
                    Lineage::Image(input.as_image())
                }
            }
            [_, _, ..] => Lineage::Several,
        }
    }
}
