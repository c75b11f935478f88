//! The generation streams that the page receives at the moment, a few at most.

use std::collections::BTreeMap;

use retake_grok::stream::{GenerationStream, SeenGeneration};
use retake_protocol::observer::StreamPiece;

/// How many are read at once; Grok runs a handful side by side.
const MOST_STREAMS: usize = 16;

/// Every stream that has not ended, by the page script's number.
#[derive(Debug, Default)]
pub(crate) struct Streams(BTreeMap<u32, GenerationStream>);

impl Streams {
    /// Takes the next piece of a stream. One too many makes the oldest give way.
    pub(crate) fn read(&mut self, piece: &StreamPiece) -> Vec<SeenGeneration> {
        let seen = self.0.entry(piece.stream).or_default().read(&piece.text);
        if piece.end.is_some() {
            self.0.remove(&piece.stream);
        }
        if self.0.len() > MOST_STREAMS {
            self.0.pop_first();
        }
        seen
    }

    /// The page is gone, and its streams with it.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
