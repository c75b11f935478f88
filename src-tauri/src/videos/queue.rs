//! Which video is fetched next: one at a time, and one that broke off again after a pause, a few
//! times. It reads no clock and does nothing itself; fetching and storing the outcome are the
//! parent module's.

use retake_protocol::Millis;

use super::Video;

/// The pauses before each further try, in ms.
const PAUSES: [Millis; 3] = [2_000, 10_000, 60_000];

/// What went wrong, in plain words, and whether another try may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It may be gone the next time.
    Passing(String),
    /// It will be there the next time too.
    Lasting(String),
    /// It will be there until the user has done something: signed in, for one.
    NeedsUser(String),
}

/// What follows a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is fetched again, then or later.
    Again {
        /// In ms.
        at: Millis,
    },
    /// It is not tried again by itself.
    GivenUp {
        /// Why, in plain words.
        reason: String,
    },
}

/// The videos to be fetched, in order of asking.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    waiting: Vec<Place>,
    current: Option<Place>,
}

#[derive(Debug)]
struct Place {
    video: Video,
    failures: usize,
    due_at: Millis,
}

impl Queue {
    /// Puts a video at the end, unless it is in the queue already.
    pub(crate) fn add(&mut self, video: Video, now: Millis) {
        let is_there = self.waiting.iter().chain(&self.current).any(|place| place.video == video);
        if !is_there {
            self.waiting.push(Place { video, failures: 0, due_at: now });
        }
    }

    /// Puts a video first: another file of it is fetched.
    pub(crate) fn add_first(&mut self, video: Video, now: Millis) {
        self.waiting.insert(0, Place { video, failures: 0, due_at: now });
    }

    /// Takes a video out, also where it is being fetched.
    pub(crate) fn remove(&mut self, video: &Video) {
        self.waiting.retain(|place| place.video != *video);
        self.current.take_if(|place| place.video == *video);
    }

    /// The video to fetch now; `None`: one is under way, or none is due.
    pub(crate) fn next(&mut self, now: Millis) -> Option<Video> {
        if self.current.is_some() {
            return None;
        }
        let due = self.waiting.iter().position(|place| place.due_at <= now)?;
        let place = self.waiting.remove(due);
        Some(self.current.insert(place).video.clone())
    }

    /// When the next one is due; `None`: one is under way, or none waits.
    pub(crate) fn next_wakeup(&self) -> Option<Millis> {
        let due = self.waiting.iter().map(|place| place.due_at).min();
        due.filter(|_| self.current.is_none())
    }

    /// The video that was being fetched is settled: saved, given up or forgotten.
    pub(crate) fn settle(&mut self) {
        self.current = None;
    }

    /// The video that was being fetched failed. Another one gets its turn until it is tried again.
    pub(crate) fn fail(&mut self, trouble: Trouble, now: Millis) -> Verdict {
        let place = self.current.take();
        let reason = match trouble {
            Trouble::Lasting(reason) | Trouble::NeedsUser(reason) => {
                return Verdict::GivenUp { reason };
            }
            Trouble::Passing(reason) => reason,
        };
        let next = place.and_then(|place| {
            let pause = PAUSES.get(place.failures)?;
            Some(Place {
                failures: place.failures + 1,
                due_at: now.saturating_add(*pause),
                ..place
            })
        });
        let Some(place) = next else {
            let tries = PAUSES.len() + 1;
            return Verdict::GivenUp { reason: format!("{reason} It was tried {tries} times.") };
        };
        let at = place.due_at;
        self.waiting.push(place);
        Verdict::Again { at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(ids: &[&str]) -> Queue {
        let mut queue = Queue::default();
        for id in ids {
            queue.add(Video::test(id), 0);
        }
        queue
    }

    fn broke() -> Trouble {
        Trouble::Passing("It broke off.".into())
    }

    #[test]
    fn n2_videos_are_fetched_one_at_a_time_in_order_of_asking() {
        let mut queue = queue(&["a", "b"]);
        assert_eq!(queue.next(0), Some(Video::test("a")));
        assert_eq!((queue.next(0), queue.next_wakeup()), (None, None), "one is under way");
        queue.settle();
        assert_eq!(queue.next(0), Some(Video::test("b")));
        queue.settle();
        assert_eq!((queue.next(0), queue.next_wakeup()), (None, None));
    }

    #[test]
    fn a_video_is_in_the_queue_once() {
        let mut queue = queue(&["a", "a"]);
        queue.next(0).unwrap();
        queue.add(Video::test("a"), 0);
        queue.settle();
        assert_eq!(queue.next(0), None);
        queue.add(Video::test("a"), 0);
        assert_eq!(queue.next(0), Some(Video::test("a")), "when it is settled it may come again");
    }

    #[test]
    fn n3_one_that_broke_off_comes_again_after_growing_pauses_and_then_never() {
        let mut queue = queue(&["a"]);
        let mut now = 0;
        let mut pauses = Vec::new();
        let reason = loop {
            assert_eq!(queue.next(now), Some(Video::test("a")));
            match queue.fail(broke(), now) {
                Verdict::Again { at } => {
                    assert_eq!((queue.next(at - 1), queue.next_wakeup()), (None, Some(at)));
                    pauses.push(at - now);
                    now = at;
                }
                Verdict::GivenUp { reason } => break reason,
            }
        };
        assert_eq!(pauses, [2_000, 10_000, 60_000]);
        assert_eq!(reason, "It broke off. It was tried 4 times.");
        assert_eq!(queue.next(Millis::MAX), None);
    }

    #[test]
    fn others_go_on_while_one_waits_for_its_next_try() {
        let mut queue = queue(&["a", "b"]);
        queue.next(0).unwrap();
        queue.fail(broke(), 0);
        assert_eq!(queue.next(0), Some(Video::test("b")));
        queue.settle();
        assert_eq!(queue.next(2_000), Some(Video::test("a")));
    }

    #[test]
    fn a_video_that_is_taken_out_does_not_come_any_more() {
        let mut queue = queue(&["a", "b", "c"]);
        queue.next(0).unwrap();
        queue.remove(&Video::test("b"));
        queue.remove(&Video::test("a"));
        assert_eq!(queue.next(0), Some(Video::test("c")));
        queue.settle();
        assert_eq!((queue.next(0), queue.next_wakeup()), (None, None));
    }

    #[test]
    fn n3_what_will_not_pass_is_not_tried_again() {
        let mut queue = queue(&["a"]);
        queue.next(0).unwrap();
        let verdict = queue.fail(Trouble::Lasting("This is no video.".into()), 0);
        assert_eq!(verdict, Verdict::GivenUp { reason: "This is no video.".into() });
        assert_eq!(queue.next_wakeup(), None);
    }

    #[test]
    fn n8_the_next_file_of_a_video_comes_before_other_videos_and_has_all_its_tries() {
        let mut queue = queue(&["a", "b"]);
        queue.next(0).unwrap();
        queue.fail(broke(), 0);
        assert_eq!(queue.next(0), Some(Video::test("b")));
        queue.fail(Trouble::Lasting("It is not there.".into()), 0);
        queue.add_first(Video::test("b"), 0);
        assert_eq!(queue.next(2_000), Some(Video::test("b")));
        assert_eq!(queue.fail(broke(), 2_000), Verdict::Again { at: 4_000 });
    }
}
