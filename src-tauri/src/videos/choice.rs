//! Which of the files that Grok has of a video is fetched, and which are not tried again (spec N8).
//! Fetching is `saving`'s.

use std::collections::{BTreeMap, BTreeSet};

use retake_protocol::VideoQuality;
use retake_store::{VideoFile, VideoSource};

use super::queue::Trouble;

/// The files of one video that could not be had in this run, each with the reason.
#[derive(Debug, Default)]
pub(super) struct GivenUp(BTreeMap<VideoQuality, Trouble>);

impl GivenUp {
    pub(super) fn add(&mut self, quality: VideoQuality, trouble: Trouble) {
        self.0.insert(quality, trouble);
    }

    /// The files that may be fetched, the best first.
    pub(super) fn leaves<'a>(
        &self,
        source: &'a VideoSource,
    ) -> impl Iterator<Item = &'a VideoFile> {
        source.files.iter().filter(|file| {
            !self.0.contains_key(&file.quality) && !source.passed_over.contains(&file.quality)
        })
    }

    /// What Grok will not give the next time either, now that it gave another file of the same video:
    /// all but what broke off.
    pub(super) fn beside_a_saved_one(&self) -> BTreeSet<VideoQuality> {
        let is_lasting = |trouble: &Trouble| !matches!(trouble, Trouble::Passing(_));
        let lasting = self.0.iter().filter(|(_, trouble)| is_lasting(trouble));
        lasting.map(|(quality, _)| *quality).collect()
    }
}

#[cfg(test)]
mod tests {
    use VideoQuality::{Base, Hd, Hd1080};

    use super::*;
    use crate::videos::tests::source_of_test;

    fn source(passed_over: &[VideoQuality]) -> VideoSource {
        let files = [Hd1080, Hd, Base]
            .map(|quality| VideoFile { quality, address: format!("{}.mp4", quality.as_str()) });
        VideoSource {
            files: files.to_vec(),
            passed_over: passed_over.iter().copied().collect(),
            ..source_of_test()
        }
    }

    fn next(given_up: &GivenUp, source: &VideoSource) -> Option<VideoQuality> {
        given_up.leaves(source).next().map(|file| file.quality)
    }

    #[test]
    fn n8_the_best_file_comes_first_and_then_the_next() {
        let (source, mut given_up) = (source(&[]), GivenUp::default());
        for expected in [Hd1080, Hd, Base] {
            assert_eq!(next(&given_up, &source), Some(expected));
            given_up.add(expected, Trouble::Passing("It broke off.".into()));
        }
        assert_eq!(next(&given_up, &source), None);
    }

    #[test]
    fn n8_what_grok_did_not_give_before_is_not_tried_again() {
        let given_up = GivenUp::default();
        assert_eq!(next(&given_up, &source(&[Hd1080])), Some(Hd));
        assert_eq!(next(&given_up, &source(&[Hd1080, Hd])), Some(Base));
    }

    #[test]
    fn n8_what_only_broke_off_may_be_tried_another_time() {
        let mut given_up = GivenUp::default();
        given_up.add(Hd1080, Trouble::OfFile("It is not there.".into()));
        given_up.add(Hd, Trouble::Passing("It broke off.".into()));
        assert_eq!(given_up.beside_a_saved_one(), BTreeSet::from([Hd1080]));
    }
}
