//! Which of the files that Grok has of a video is worth fetching (spec N8, N9).

use retake_store::{VideoFile, VideoSource};

/// The files that are better than what is saved, where anything is, the best first. One that could not be had
/// is not asked for again.
pub(super) fn worth_fetching(source: &VideoSource) -> impl Iterator<Item = &VideoFile> {
    source.files.iter().filter(|file| {
        let is_better = source.saved.as_ref().is_none_or(|saved| file.quality > saved.quality);
        is_better && !source.given_up.contains(&file.quality)
    })
}

#[cfg(test)]
mod tests {
    use retake_protocol::VideoQuality::{self, Base, Hd, Hd1080};
    use retake_store::SavedFile;

    use super::*;
    use crate::videos::tests::source_of_test;

    fn source(
        named: &[VideoQuality],
        saved: Option<VideoQuality>,
        given_up: &[VideoQuality],
    ) -> VideoSource {
        let file = |quality: &VideoQuality| VideoFile { quality: *quality, address: "/a".into() };
        let file_of =
            |quality| SavedFile { path: "/a".into(), quality, bytes: 1, modified_at: None };
        VideoSource {
            files: named.iter().map(file).collect(),
            saved: saved.map(file_of),
            given_up: given_up.iter().copied().collect(),
            ..source_of_test()
        }
    }

    #[test]
    fn n8_n9_the_best_file_is_chosen_that_is_better_than_what_is_saved_and_may_be_had() {
        for (named, saved, given_up, expected) in [
            (&[Hd1080, Hd, Base][..], None, &[][..], &[Hd1080, Hd, Base][..]),
            (&[Hd1080, Hd, Base], None, &[Hd1080], &[Hd, Base]),
            (&[Hd1080, Hd, Base], None, &[Hd1080, Hd, Base], &[]),
            (&[Base], Some(Base), &[], &[]),
            (&[Hd, Base], Some(Base), &[], &[Hd]),
            (&[Hd1080, Hd, Base], Some(Base), &[], &[Hd1080, Hd]),
            (&[Hd1080, Hd, Base], Some(Base), &[Hd1080], &[Hd]),
            (&[Hd1080, Base], Some(Base), &[Hd], &[Hd1080]),
            (&[Hd, Base], Some(Base), &[Hd], &[]),
            (&[Hd1080, Hd, Base], Some(Hd), &[], &[Hd1080]),
            (&[Hd, Base], Some(Hd), &[], &[]),
            (&[Hd1080, Hd, Base], Some(Hd1080), &[], &[]),
            // Grok no longer names what is saved: nothing worse takes its place.
            (&[Base], Some(Hd), &[], &[]),
        ] {
            let source = source(named, saved, given_up);
            let chosen: Vec<_> = worth_fetching(&source).map(|file| file.quality).collect();
            assert_eq!(chosen, expected, "of {named:?} with {saved:?} and without {given_up:?}");
        }
    }
}
