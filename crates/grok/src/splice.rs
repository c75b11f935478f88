//! Keeps the snapshot's text current from whole texts and splices.
//!
//! The page counts in UTF-16 code units, Rust in bytes: the two agree while the text is ASCII,
//! which nearly all of a store is, and are translated otherwise. A splice that does not fit is
//! refused as a whole, and the caller asks the page for the text.

use std::sync::Arc;

use retake_protocol::observer::{FullSnapshot, MAX_SNAPSHOT_BYTES, Splice};

/// The text of the page's store as last heard.
#[derive(Clone, Debug, Default)]
pub struct SnapshotText {
    /// Shared with the reading of it, which keeps pieces of it.
    text: Option<Arc<String>>,
    sequence: Option<u64>,
    /// Length of `text` in UTF-16 code units.
    length: usize,
}

/// Why a splice was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpliceMismatch {
    /// Occurs when a message between was lost, or none came before.
    #[error("a snapshot message is missing: expected number {expected:?}, got {got}")]
    Gap {
        /// The number that would have fitted; `None`: a whole text.
        expected: Option<u64>,
        /// The number that came.
        got: u64,
    },
    /// Occurs when head and tail do not fit into the old text, or cut a character in two.
    #[error("a snapshot splice does not fit the text it builds on")]
    Bounds,
    /// Occurs when the result has another length than the page says.
    #[error("a snapshot splice yields {got} units where the page says {expected}")]
    Length {
        /// As the page says.
        expected: usize,
        /// As the splice yields.
        got: usize,
    },
    /// Occurs when the result would be larger than a snapshot may be.
    #[error("a snapshot splice yields more than {MAX_SNAPSHOT_BYTES} bytes")]
    TooLarge,
}

impl SnapshotText {
    /// The text; `None`: the page has no such key, or nothing was heard yet.
    pub fn text(&self) -> Option<&Arc<String>> {
        self.text.as_ref()
    }

    /// The text as one message, with the number that it has; `None`: nothing was heard yet.
    pub fn whole(&self) -> Option<FullSnapshot> {
        let text = self.text.as_deref().cloned();
        Some(FullSnapshot::of_session(self.sequence?, text))
    }

    /// Forgets everything, as for a new page load.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes a whole text.
    pub fn replace(&mut self, whole: FullSnapshot) {
        self.length = whole.text.as_deref().map_or(0, utf16_length);
        self.text = whole.text.map(Arc::new);
        self.sequence = Some(whole.sequence);
    }

    /// Applies a splice, or leaves the text as it is and says why.
    pub fn apply(&mut self, splice: &Splice) -> Result<(), SpliceMismatch> {
        let expected = self.sequence.and_then(|sequence| sequence.checked_add(1));
        let gap = SpliceMismatch::Gap { expected, got: splice.sequence };
        if expected != Some(splice.sequence) {
            return Err(gap);
        }
        let text = self.text.as_mut().ok_or(gap)?;
        let kept = splice.kept_head.checked_add(splice.kept_tail).ok_or(SpliceMismatch::Bounds)?;
        if kept > self.length {
            return Err(SpliceMismatch::Bounds);
        }
        let length = kept + utf16_length(&splice.middle);
        if length != splice.length {
            return Err(SpliceMismatch::Length { expected: splice.length, got: length });
        }
        let is_ascii = text.len() == self.length;
        let tail_start = self.length - splice.kept_tail;
        let start = byte_offset(text, splice.kept_head, is_ascii).ok_or(SpliceMismatch::Bounds)?;
        let end = byte_offset(text, tail_start, is_ascii).ok_or(SpliceMismatch::Bounds)?;
        if text.len() - (end - start) + splice.middle.len() > MAX_SNAPSHOT_BYTES {
            return Err(SpliceMismatch::TooLarge);
        }
        // Copies the text where a reading holds it, which is the one copy that a change costs.
        Arc::make_mut(text).replace_range(start..end, &splice.middle);
        self.length = length;
        self.sequence = Some(splice.sequence);
        Ok(())
    }
}

fn utf16_length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// The byte offset of a UTF-16 offset; `None` where it lies inside a character or beyond the end.
fn byte_offset(text: &str, units: usize, is_ascii: bool) -> Option<usize> {
    if is_ascii {
        return (units <= text.len()).then_some(units);
    }
    let mut passed = 0;
    for (offset, character) in text.char_indices() {
        if passed >= units {
            return (passed == units).then_some(offset);
        }
        passed += character.len_utf16();
    }
    (passed == units).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn started(text: &str) -> SnapshotText {
        let mut snapshot = SnapshotText::default();
        snapshot.replace(FullSnapshot::of_session(1, Some(text.into())));
        snapshot
    }

    fn splice(sequence: u64, head: usize, tail: usize, middle: &str, length: usize) -> Splice {
        Splice { sequence, kept_head: head, kept_tail: tail, middle: middle.into(), length }
    }

    #[test]
    fn a_splice_replaces_what_lies_between_head_and_tail() {
        let mut snapshot = started("one two three");
        snapshot.apply(&splice(2, 4, 6, "2", 11)).unwrap();
        assert_eq!(snapshot.text().map(|text| text.as_str()), Some("one 2 three"));
    }

    #[test]
    fn offsets_count_utf16_units() {
        let mut snapshot = started("é🏔x");
        snapshot.apply(&splice(2, 3, 1, "yz", 6)).unwrap();
        assert_eq!(snapshot.text().map(|text| text.as_str()), Some("é🏔yzx"));
    }

    #[test]
    fn a_splice_that_does_not_fit_leaves_the_text_as_it_was() {
        let cases = [
            splice(3, 0, 0, "", 0),
            splice(1, 0, 0, "", 0),
            splice(2, 3, 2, "", 5),
            splice(2, usize::MAX, 1, "", 0),
            splice(2, 0, 0, "abc", 4),
            splice(2, 1, 2, "", 3),
        ];
        for case in cases {
            let mut snapshot = started("a🏔b");
            assert!(snapshot.apply(&case).is_err(), "{case:?}");
            assert_eq!(snapshot.text().map(|text| text.as_str()), Some("a🏔b"), "{case:?}");
        }
    }

    #[test]
    fn a_splice_before_any_text_is_a_gap() {
        let mut snapshot = SnapshotText::default();
        assert!(matches!(
            snapshot.apply(&splice(1, 0, 0, "x", 1)),
            Err(SpliceMismatch::Gap { expected: None, got: 1 })
        ));
    }

    proptest! {
        #[test]
        fn any_text_is_reached_from_any_other(old in ".{0,20}", new in ".{0,20}") {
            let before: Vec<char> = old.chars().collect();
            let after: Vec<char> = new.chars().collect();
            let head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
            let tail = before[head..].iter().rev().zip(after[head..].iter().rev())
                .take_while(|(a, b)| a == b).count();
            let units = |part: &[char]| part.iter().map(|c| c.len_utf16()).sum::<usize>();
            let middle: String = after[head..after.len() - tail].iter().collect();
            let mut snapshot = started(&old);
            snapshot.apply(&splice(
                2,
                units(&before[..head]),
                units(&before[before.len() - tail..]),
                &middle,
                units(&after),
            )).unwrap();
            prop_assert_eq!(snapshot.text().map(|text| text.as_str()), Some(new.as_str()));
        }
    }
}
