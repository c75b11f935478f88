//! Which items are selected, by click, with Shift over a range, with Ctrl one by one (spec K5).

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Selected items, by their indexes in the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: BTreeSet<usize>,
    /// Where a range begins.
    anchor: Option<usize>,
}

impl Selection {
    /// How many.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether this one is.
    pub fn has(&self, index: usize) -> bool {
        self.chosen.contains(&index)
    }

    /// All of them, in the grid's order.
    pub fn indexes(&self) -> impl Iterator<Item = usize> {
        self.chosen.iter().copied()
    }

    /// This one is added, or taken out again.
    #[must_use]
    pub fn toggled(&self, index: usize) -> Self {
        let mut chosen = self.chosen.clone();
        if !chosen.remove(&index) {
            chosen.insert(index);
        }
        Self { chosen, anchor: Some(index) }
    }

    /// All from the last one that was chosen to this one.
    #[must_use]
    pub fn up_to(&self, index: usize, focus: usize) -> Self {
        let anchor = self.anchor.unwrap_or(focus);
        let range: RangeInclusive<usize> = anchor.min(index)..=anchor.max(index);
        Self { chosen: self.chosen.iter().copied().chain(range).collect(), anchor: Some(anchor) }
    }

    /// All of `count` items.
    pub fn all(count: usize) -> Self {
        Self { chosen: (0..count).collect(), anchor: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(selection: &Selection) -> Vec<usize> {
        selection.indexes().collect()
    }

    #[test]
    fn k5_ctrl_adds_and_takes_out_one_by_one() {
        let two = Selection::default().toggled(4).toggled(1);
        assert_eq!(chosen(&two), [1, 4]);
        assert_eq!(chosen(&two.toggled(4)), [1]);
    }

    #[test]
    fn k5_shift_chooses_all_from_the_last_one_chosen() {
        let range = Selection::default().toggled(3).up_to(6, 0);
        assert_eq!(chosen(&range), [3, 4, 5, 6]);
        assert_eq!(chosen(&range.up_to(1, 6)), [1, 2, 3, 4, 5, 6]);
        assert_eq!(
            chosen(&Selection::default().up_to(2, 1)),
            [1, 2],
            "from the one with the focus"
        );
    }
}
