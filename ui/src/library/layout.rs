//! Where each item of the grid stands: days one below the other, each a heading and rows of tiles. All of
//! it is arithmetic on the counts of the days, so that a hundred thousand items cost no more than their
//! days.

/// Pixels between two tiles.
pub const GAP: f64 = 8.0;
/// Pixels of a day's heading, with the room above it.
pub const HEADING: f64 = 44.0;

/// The grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    columns: usize,
    /// The side of a tile, in pixels.
    side: f64,
    days: Vec<Day>,
    count: usize,
    height: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Day {
    /// Where its heading begins, in pixels from the top.
    top: f64,
    /// The index of its first item.
    first: usize,
    count: usize,
}

/// What is to be in the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row {
    /// The heading of a day.
    Heading {
        /// Which.
        day: usize,
        /// Pixels from the top.
        top: f64,
    },
    /// A row of tiles.
    Tiles {
        /// Of which day.
        day: usize,
        /// The first one's index.
        first: usize,
        /// How many.
        count: usize,
        /// Pixels from the top.
        top: f64,
    },
}

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the item before.
    Left,
    /// To the item after.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
    /// So many rows on, or back.
    Rows(isize),
}

impl Layout {
    /// A grid for days with these counts, `width` pixels wide, with tiles of about `wanted` pixels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 1")]
    pub fn new(counts: impl IntoIterator<Item = u32>, width: f64, wanted: f64) -> Self {
        let columns = (((width + GAP) / (wanted + GAP)).floor() as usize).max(1);
        let side = ((width - GAP * (real(columns) - 1.0)) / real(columns)).max(1.0);
        let mut layout = Self { columns, side, ..Self::default() };
        for count in counts {
            let count = count as usize;
            layout.days.push(Day { top: layout.height, first: layout.count, count });
            layout.height += HEADING + real(count.div_ceil(columns)) * layout.pitch();
            layout.count += count;
        }
        layout
    }

    fn pitch(&self) -> f64 {
        self.side + GAP
    }

    /// How many items there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many tiles stand beside each other.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The side of a tile, in pixels.
    pub fn side(&self) -> f64 {
        self.side
    }

    /// All of it, in pixels.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Day and place in that day of an item.
    pub fn place_of(&self, index: usize) -> Option<(usize, usize)> {
        let day = self.days.partition_point(|day| day.first <= index).checked_sub(1)?;
        let offset = index - self.days[day].first;
        (offset < self.days[day].count).then_some((day, offset))
    }

    /// The index of the first item of a day.
    pub fn first_of(&self, day: usize) -> usize {
        self.days.get(day).map_or(0, |day| day.first)
    }

    /// Where the heading of a day begins, in pixels.
    pub fn top_of_day(&self, day: usize) -> f64 {
        self.days.get(day).map_or(0.0, |day| day.top)
    }

    /// Top and bottom of the row that an item is in, in pixels; of a day's first row with its heading.
    pub fn span_of(&self, index: usize) -> Option<(f64, f64)> {
        let (day, offset) = self.place_of(index)?;
        let row = offset / self.columns;
        let top = self.days[day].top + HEADING + real(row) * self.pitch();
        let shown_from = if row == 0 { self.days[day].top } else { top };
        Some((shown_from, top + self.side))
    }

    /// The day that is at `y` pixels from the top.
    pub fn day_at(&self, y: f64) -> usize {
        self.days.partition_point(|day| day.top <= y).saturating_sub(1)
    }

    /// What lies between `top` and `bottom`, in pixels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0")]
    pub fn rows(&self, top: f64, bottom: f64) -> Vec<Row> {
        let mut rows = Vec::new();
        for (number, day) in self.days.iter().enumerate().skip(self.day_at(top)) {
            if day.top > bottom {
                break;
            }
            rows.push(Row::Heading { day: number, top: day.top });
            let tiles_top = day.top + HEADING;
            let from = ((top - tiles_top) / self.pitch()).floor().max(0.0) as usize;
            for row in from..day.count.div_ceil(self.columns) {
                let row_top = tiles_top + real(row) * self.pitch();
                if row_top > bottom {
                    break;
                }
                let first = row * self.columns;
                let count = self.columns.min(day.count - first);
                rows.push(Row::Tiles {
                    day: number,
                    first: day.first + first,
                    count,
                    top: row_top,
                });
            }
        }
        rows
    }

    /// The item that a step from `index` leads to. Up and down stay in their column as far as the rows
    /// of the days allow.
    pub fn step(&self, index: usize, step: Step) -> usize {
        let last = self.count.saturating_sub(1);
        match step {
            Step::Left => index.saturating_sub(1),
            Step::Right => (index + 1).min(last),
            Step::First => 0,
            Step::Last => last,
            Step::Up => self.row_up(index),
            Step::Down => self.row_down(index),
            Step::Rows(rows) => {
                let one =
                    |index, _| if rows < 0 { self.row_up(index) } else { self.row_down(index) };
                (0..rows.unsigned_abs()).fold(index, one)
            }
        }
    }

    fn row_up(&self, index: usize) -> usize {
        let Some((day, offset)) = self.place_of(index) else { return 0 };
        if offset >= self.columns {
            return index - self.columns;
        }
        let Some(above) = day.checked_sub(1).map(|day| &self.days[day]) else { return index };
        let last_row = above.count.saturating_sub(1) / self.columns * self.columns;
        above.first + (last_row + offset).min(above.count.saturating_sub(1))
    }

    fn row_down(&self, index: usize) -> usize {
        let Some((day, offset)) = self.place_of(index) else { return 0 };
        let here = &self.days[day];
        let is_last_row = offset / self.columns == here.count.saturating_sub(1) / self.columns;
        if !is_last_row {
            return here.first + (offset + self.columns).min(here.count - 1);
        }
        let Some(below) = self.days.get(day + 1) else { return index };
        below.first + (offset % self.columns).min(below.count.saturating_sub(1))
    }
}

#[expect(clippy::cast_precision_loss, reason = "no grid has 2^52 rows")]
fn real(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three columns of 100 pixels; days of 7, 2 and 4 items.
    fn layout() -> Layout {
        Layout::new([7, 2, 4], 316.0, 100.0)
    }

    #[test]
    fn k1_as_many_tiles_as_fit_share_the_width() {
        let layout = layout();
        assert_eq!((layout.columns(), layout.count()), (3, 13));
        assert!((layout.side() - 100.0).abs() < 0.01);
        let narrow = Layout::new([7], 50.0, 100.0);
        assert_eq!((narrow.columns(), narrow.side()), (1, 50.0));
    }

    #[test]
    fn k1_only_what_the_window_shows_is_in_the_document() {
        let rows = layout().rows(0.0, 150.0);
        let expected = [
            Row::Heading { day: 0, top: 0.0 },
            Row::Tiles { day: 0, first: 0, count: 3, top: 44.0 },
        ];
        assert_eq!(rows[..2], expected);
        assert_eq!(rows.len(), 2);
        let large = Layout::new(vec![200; 500], 1_000.0, 160.0);
        assert_eq!(large.count(), 100_000);
        assert!(large.rows(900_000.0, 901_000.0).len() < 12);
    }

    #[test]
    fn k1_arrows_keep_to_the_column_over_the_days() {
        let layout = layout();
        let step = |index, step| layout.step(index, step);
        assert_eq!(step(0, Step::Left), 0);
        assert_eq!(step(2, Step::Down), 5);
        assert_eq!(step(5, Step::Down), 6, "the last row is shorter");
        assert_eq!(step(6, Step::Down), 7, "the next day begins below");
        assert_eq!(step(8, Step::Down), 10);
        assert_eq!(step(9, Step::Up), 7);
        assert_eq!(step(7, Step::Up), 6);
        assert_eq!(step(12, Step::Down), 12);
        assert_eq!(step(3, Step::Last), 12);
        assert_eq!(step(12, Step::Rows(-9)), 0);
    }

    #[test]
    fn k1_an_item_is_found_by_its_index() {
        let layout = layout();
        assert_eq!(layout.place_of(6), Some((0, 6)));
        assert_eq!(layout.place_of(7), Some((1, 0)));
        assert_eq!(layout.place_of(13), None);
        assert_eq!(Layout::default().place_of(0), None);
        assert_eq!(layout.first_of(2), 9);
        assert_eq!(layout.day_at(layout.top_of_day(1) + 1.0), 1);
    }
}
