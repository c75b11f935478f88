//! How much new the page may have kept: rows, and the texts in them. A store that grows without end is
//! either no honest one or not worth the disk, and both are Grok's page's word alone.
//!
//! A budget refills: what did not fit is not lost as long as Grok's store holds it, and is read with a
//! later snapshot. What is known already goes on, whatever the budget; so does an image with a session
//! as long as its own budget lasts, whatever other images took.

use std::collections::BTreeMap;

use retake_protocol::{MediaId, Millis};

/// So many rows at once, for all images: a library of many years, seen for the first time.
const BURST: u32 = 100_000;
/// So many more each minute.
const PER_MINUTE: u32 = 2_000;
/// So many rows of one image at once.
const BURST_OF_IMAGE: u32 = 30_000;
/// So many more of it each minute.
const PER_MINUTE_OF_IMAGE: u32 = 600;
/// Texts of so many bytes together are one row's worth.
const BYTES_PER_ROW: usize = 4_096;
const MINUTE_MS: Millis = 60_000;

/// What is left; see the module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Budget {
    all: Bucket,
    of_image: BTreeMap<MediaId, Bucket>,
}

/// Whose rows they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The user has a session on the image.
    OfSession,
    /// Nobody but the page speaks of it.
    OfPage,
}

impl Budget {
    /// Whether the page may have one more row kept of an image, with texts of so many bytes; then it
    /// counts as kept.
    pub(crate) fn takes_row(
        &mut self,
        media_id: &MediaId,
        bytes: usize,
        claim: Claim,
        now: Millis,
    ) -> bool {
        self.takes(media_id, worth(bytes).saturating_add(1), claim, now)
    }

    /// Whether texts of a row that is kept may grow by so many bytes; then they count as grown.
    pub(crate) fn takes_growth(
        &mut self,
        media_id: &MediaId,
        bytes: usize,
        claim: Claim,
        now: Millis,
    ) -> bool {
        let worth = worth(bytes);
        worth == 0 || self.takes(media_id, worth, claim, now)
    }

    fn takes(&mut self, media_id: &MediaId, rows: u32, claim: Claim, now: Millis) -> bool {
        let image = self.of_image.entry(media_id.clone()).or_default();
        image.refill(BURST_OF_IMAGE, PER_MINUTE_OF_IMAGE, now);
        self.all.refill(BURST, PER_MINUTE, now);
        let is_left = image.has(rows, BURST_OF_IMAGE)
            && (claim == Claim::OfSession || self.all.has(rows, BURST));
        if is_left {
            image.spend(rows);
            self.all.spend(rows);
        }
        is_left
    }

    /// Forgets the images whose own budget is full again.
    pub(crate) fn forget_full(&mut self, now: Millis) {
        self.of_image.retain(|_, image| {
            image.refill(BURST_OF_IMAGE, PER_MINUTE_OF_IMAGE, now);
            image.spent > 0
        });
    }
}

/// How many rows texts of so many bytes are worth.
fn worth(bytes: usize) -> u32 {
    u32::try_from(bytes / BYTES_PER_ROW).unwrap_or(u32::MAX)
}

/// What was spent and has not come back. It is full at first, so it needs no time to begin at.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    spent: u32,
    /// Up to when it was refilled, in ms.
    refilled_at: Millis,
}

impl Bucket {
    fn refill(&mut self, burst: u32, per_minute: u32, now: Millis) {
        if self.spent == 0 {
            self.refilled_at = now;
            return;
        }
        let passed = (now - self.refilled_at).max(0);
        let per_row = MINUTE_MS / Millis::from(per_minute);
        let back = passed / per_row;
        let spent = Millis::from(self.spent.min(burst)) - back;
        self.spent = u32::try_from(spent).unwrap_or(0);
        // A part of a row comes back with the next refill.
        self.refilled_at += back * per_row;
    }

    fn has(&self, rows: u32, burst: u32) -> bool {
        self.spent.saturating_add(rows) <= burst
    }

    fn spend(&mut self, rows: u32) {
        self.spent = self.spent.saturating_add(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(name: impl std::fmt::Display) -> MediaId {
        MediaId::new(format!("{name}")).unwrap()
    }

    /// How many of `asked` rows are taken, each without a text worth counting.
    fn taken(budget: &mut Budget, of: &MediaId, asked: u32, claim: Claim, now: Millis) -> u32 {
        let rows = (0..asked).filter(|_| budget.takes_row(of, 100, claim, now));
        u32::try_from(rows.count()).unwrap()
    }

    #[test]
    fn a_library_of_many_years_is_taken_at_once() {
        let mut budget = Budget::default();
        let all = (0..50_000).all(|n| budget.takes_row(&image(n), 1_000, Claim::OfPage, 0));
        assert!(all, "50,000 images");
        assert_eq!(taken(&mut budget, &image("lake"), 20_000, Claim::OfPage, 0), 20_000);
    }

    #[test]
    fn what_is_past_the_budget_fits_again_as_it_refills() {
        let mut budget = Budget::default();
        let lake = image("lake");
        assert_eq!(taken(&mut budget, &lake, 90_000, Claim::OfPage, 0), BURST_OF_IMAGE);
        assert_eq!(taken(&mut budget, &lake, 10, Claim::OfPage, 50), 0);
        assert_eq!(taken(&mut budget, &lake, 10, Claim::OfPage, 99), 0);
        assert_eq!(taken(&mut budget, &lake, 10, Claim::OfPage, 100), 1, "parts add up");
        let minute = taken(&mut budget, &lake, 9_000, Claim::OfPage, 100 + MINUTE_MS);
        assert_eq!(minute, PER_MINUTE_OF_IMAGE);
    }

    #[test]
    fn other_images_take_nothing_from_one_with_a_session() {
        let mut budget = Budget::default();
        for number in 0..10 {
            taken(&mut budget, &image(number), BURST_OF_IMAGE, Claim::OfPage, 0);
        }
        let lake = image("lake");
        assert_eq!(taken(&mut budget, &lake, 1, Claim::OfPage, 0), 0);
        assert_eq!(taken(&mut budget, &lake, 1, Claim::OfSession, 0), 1);
        let rest = taken(&mut budget, &lake, 2 * BURST_OF_IMAGE, Claim::OfSession, 0);
        assert_eq!(rest, BURST_OF_IMAGE - 1, "its own budget ends as well");
    }

    #[test]
    fn long_texts_cost_more() {
        let mut budget = Budget::default();
        let lake = image("lake");
        let megabyte = 1 << 20;
        let rows = (0..1_000).filter(|_| budget.takes_row(&lake, megabyte, Claim::OfPage, 0));
        assert_eq!(rows.count(), 116, "about 120 MB");
        assert!(budget.takes_growth(&lake, 100, Claim::OfPage, 0), "a few bytes are free");
        assert!(!budget.takes_growth(&lake, megabyte, Claim::OfPage, 0));
    }

    #[test]
    fn a_budget_that_is_full_again_takes_no_memory() {
        let mut budget = Budget::default();
        taken(&mut budget, &image("lake"), 10, Claim::OfPage, 0);
        budget.forget_full(0);
        assert_eq!(budget.of_image.len(), 1);
        budget.forget_full(MINUTE_MS);
        assert!(budget.of_image.is_empty());
    }
}
