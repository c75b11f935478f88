//! Which items of the library have come. The counts of the days come first and say how large everything
//! is; the items themselves come in chunks of a day, when they are about to be seen.

use std::collections::HashMap;
use std::rc::Rc;

use retake_protocol::Millis;
use retake_protocol::library::{ItemId, LibraryDay, LibraryFilter, LibraryItem, MarkChange};
use yew::Reducible;

/// How many items come at once.
pub const CHUNK: usize = 100;

/// Some items of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chunk {
    /// The day's first moment (ms).
    pub from: Millis,
    /// Which of its chunks, from 0.
    pub number: usize,
}

/// What is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items {
    /// What it is a library of; `None`: nothing has come yet.
    pub filter: Option<LibraryFilter>,
    /// The days, the newest first.
    pub days: Rc<Vec<LibraryDay>>,
    chunks: HashMap<Chunk, Loaded>,
    /// Counts how often the days came: what came before is shown until it comes again.
    edition: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Loaded {
    edition: u32,
    items: Rc<Vec<LibraryItem>>,
}

/// What may happen.
pub enum Step {
    /// The days came.
    Days(LibraryFilter, Vec<LibraryDay>),
    /// A chunk came, asked for when the days had come so often.
    Chunk(u32, Chunk, Vec<LibraryItem>),
    /// The user thinks otherwise of some items.
    Marked(Vec<ItemId>, MarkChange),
}

impl Items {
    /// How often the days came.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The item at a place of a day.
    pub fn at(&self, day: usize, offset: usize) -> Option<&LibraryItem> {
        let from = self.days.get(day)?.from;
        let chunk = self.chunks.get(&Chunk { from, number: offset / CHUNK })?;
        chunk.items.get(offset % CHUNK)
    }

    /// The chunk of a place, where it has not come since the days did.
    pub fn missing(&self, day: usize, offset: usize) -> Option<Chunk> {
        let chunk = Chunk { from: self.days.get(day)?.from, number: offset / CHUNK };
        let is_there = self.chunks.get(&chunk).is_some_and(|one| one.edition == self.edition);
        (!is_there).then_some(chunk)
    }

    /// The day of a chunk.
    pub fn day_of(&self, chunk: Chunk) -> Option<&LibraryDay> {
        self.days.iter().find(|day| day.from == chunk.from)
    }
}

impl Reducible for Items {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut items = (*self).clone();
        match step {
            Step::Days(filter, days) => {
                // Other items may stand in the chunks of another filter.
                if items.filter.as_ref() != Some(&filter) {
                    items.chunks.clear();
                }
                items.filter = Some(filter);
                items.days = Rc::new(days);
                items.edition = items.edition.wrapping_add(1);
            }
            Step::Chunk(edition, chunk, loaded) => {
                if edition != items.edition {
                    return self;
                }
                items.chunks.insert(chunk, Loaded { edition, items: Rc::new(loaded) });
            }
            Step::Marked(ids, change) => {
                for chunk in items.chunks.values_mut() {
                    if chunk.items.iter().any(|item| ids.contains(&item.id)) {
                        let marked = Rc::make_mut(&mut chunk.items).iter_mut();
                        marked
                            .filter(|item| ids.contains(&item.id))
                            .for_each(|item| change.apply_to(&mut item.mark));
                    }
                }
            }
        }
        Rc::new(items)
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::MediaId;
    use retake_protocol::history::VideoView;
    use retake_protocol::library::Mark;

    use super::*;

    fn item(id: &str) -> LibraryItem {
        LibraryItem {
            id: ItemId { media_id: MediaId::new(id).unwrap(), attempt_id: None },
            made_at: 0,
            prompt: None,
            mark: Mark::default(),
            size: None,
            length_seconds: None,
            resolution: None,
            videos: 0,
            video: VideoView::None,
            is_running: false,
            is_resumable: false,
            is_queued: false,
        }
    }

    fn day(from: Millis, count: u32) -> LibraryDay {
        LibraryDay { date: "2026-11-21".into(), from, until: from + 10, count }
    }

    fn items() -> Rc<Items> {
        let days = vec![day(100, 150), day(0, 1)];
        Rc::new(Items::default()).reduce(Step::Days(LibraryFilter::default(), days))
    }

    #[test]
    fn k1_what_is_about_to_be_seen_is_missing_until_it_came() {
        let items = items();
        let chunk = Chunk { from: 100, number: 1 };
        assert_eq!(items.missing(0, 149), Some(chunk));
        let come = items.clone().reduce(Step::Chunk(items.edition(), chunk, vec![item("lake")]));
        assert_eq!(come.missing(0, 149), None);
        assert_eq!(come.at(0, 100).map(|item| item.id.media_id.as_str()), Some("lake"));
        assert_eq!(come.at(0, 3), None);
    }

    #[test]
    fn k1_after_a_change_what_came_is_shown_until_it_comes_again() {
        let items = items();
        let chunk = Chunk { from: 0, number: 0 };
        let old = items.edition();
        let come = items.reduce(Step::Chunk(old, chunk, vec![item("lake")]));
        let changed = come.reduce(Step::Days(LibraryFilter::default(), vec![day(0, 1)]));
        assert!(changed.at(0, 0).is_some() && changed.missing(0, 0) == Some(chunk));
        let late = changed.clone().reduce(Step::Chunk(old, chunk, Vec::new()));
        assert!(late.at(0, 0).is_some(), "an older answer changes nothing");
        let other = LibraryFilter { search: "fox".into(), ..LibraryFilter::default() };
        assert!(changed.reduce(Step::Days(other, vec![day(0, 1)])).at(0, 0).is_none());
    }

    #[test]
    fn k3_a_mark_shows_at_once() {
        let items = items();
        let chunk = Chunk { from: 0, number: 0 };
        let come = items.clone().reduce(Step::Chunk(items.edition(), chunk, vec![item("lake")]));
        let marked =
            come.reduce(Step::Marked(vec![item("lake").id], MarkChange::Rating { rating: 3 }));
        assert_eq!(marked.at(1, 0).map(|item| item.mark.rating), Some(3));
    }
}
