//! A better file takes a saved one's place (spec N9): looks whether the saved one is still as it was left, and
//! puts the better one there in one step. Every other way of naming a file is `keep`'s.

use std::fs;
use std::io;
use std::path::Path;

use retake_protocol::Millis;
use retake_store::{SavedFile, VideoSource};
use tempfile::{NamedTempFile, TempPath};

use super::Video;
use super::keep::{could_not_write, modified_at, sync_folder};
use super::queue::Trouble;
use super::sidecar::{self, Sidecar};

/// What became of a saved file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is as it was saved.
    AsSaved,
    /// Something else lies there.
    Changed,
    /// It was moved or deleted.
    Gone,
}

/// Looks what became of a saved file. One whose last change was not noted counts as changed.
pub(super) fn standing(saved: &SavedFile) -> Standing {
    let about = Path::new(&saved.path).symlink_metadata();
    let Some(about) = about.ok().filter(fs::Metadata::is_file) else { return Standing::Gone };
    let is_as_old = saved.modified_at.is_some() && saved.modified_at == modified_at(&about);
    if about.len() == saved.bytes && is_as_old { Standing::AsSaved } else { Standing::Changed }
}

/// Puts a file that is whole and on the disk in the place of the saved one, as `file` says of it.
pub(super) fn put_in_place(
    partial: TempPath,
    (saved, file): (&SavedFile, &SavedFile),
    (video, source): (&Video, &VideoSource),
    now: Millis,
) -> Result<(), Trouble> {
    let path = Path::new(&file.path);
    let folder = path.parent().unwrap_or(path);
    let failed = |error: io::Error| could_not_write(folder, &error);
    // Written before anything is replaced: a full disk shows while nothing is done yet.
    let beside = Sidecar::of((video, source), file, now).write(folder).map_err(failed)?;
    if standing(saved) != Standing::AsSaved {
        return Err(Trouble::Passing("The saved file was changed in the meantime.".into()));
    }
    partial.persist(path).map_err(|failure| failed(failure.error))?;
    describe(path, beside);
    sync_folder(folder);
    Ok(())
}

/// Writes beside a better file what is known of it: a run that ended too soon did not come to that.
pub(super) fn describe_again(file: &SavedFile, of: (&Video, &VideoSource), now: Millis) {
    let path = Path::new(&file.path);
    match Sidecar::of(of, file, now).write(path.parent().unwrap_or(path)) {
        Ok(beside) => describe(path, beside),
        Err(error) => tracing::warn!("what is known of a better file was not written: {error}"),
    }
}

/// Removes a saved file that a better one was saved for under another name, with what stands beside it.
pub(super) fn remove(old: &SavedFile) {
    let path = Path::new(&old.path);
    if standing(old) != Standing::AsSaved {
        return;
    }
    let beside = path.with_extension("json");
    let is_ours = sidecar::is_of(&beside, path);
    let removed = fs::remove_file(path)
        .and_then(|()| if is_ours { fs::remove_file(&beside) } else { Ok(()) });
    if let Err(error) = removed {
        tracing::warn!("a video that a better file was saved of was not removed: {error}");
    }
}

/// What the user put under the name of Retake's JSON stays.
fn describe(path: &Path, text: NamedTempFile) {
    let beside = path.with_extension("json");
    let described = if sidecar::is_of(&beside, path) {
        text.persist(&beside)
    } else {
        text.persist_noclobber(&beside)
    };
    if let Err(error) = described {
        tracing::warn!("what stands beside a better file is not of it: {error}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{File, FileTimes};
    use std::path::PathBuf;
    use std::time::Duration;

    use retake_protocol::VideoQuality;
    use tempfile::TempDir;

    use super::*;
    use crate::videos::keep;
    use crate::videos::tests::source_of_test;

    const OLD: &[u8] = b"\0\0\0\x20ftypisom as it was";
    const BETTER: &[u8] = b"\0\0\0\x20ftypisom and far better";

    /// A folder with a saved video in it.
    struct Seat {
        folder: TempDir,
        saved: SavedFile,
    }

    impl Seat {
        fn new() -> Self {
            let folder = TempDir::new().unwrap();
            let saved = keep_in(&folder, OLD, VideoQuality::Base);
            Self { folder, saved }
        }

        fn path(&self) -> PathBuf {
            self.saved.path.clone().into()
        }

        fn beside(&self) -> String {
            fs::read_to_string(self.folder.path().join("lake.json")).unwrap()
        }

        fn replace(&self) -> SavedFile {
            self.try_replace().unwrap()
        }

        fn try_replace(&self) -> Result<SavedFile, Trouble> {
            let partial = keep::unfinished(self.folder.path()).unwrap().into_temp_path();
            fs::write(&partial, BETTER).unwrap();
            let content = keep::inspect(&partial, VideoQuality::Base).unwrap();
            let content = keep::Content { quality: VideoQuality::Hd, ..content };
            let file = keep::finish(&partial, content, &self.path()).unwrap();
            let of = (&Video::test("a"), &source_of_test());
            put_in_place(partial, (&self.saved, &file), of, 70_000)?;
            Ok(file)
        }
    }

    fn keep_in(folder: &TempDir, video: &[u8], quality: VideoQuality) -> SavedFile {
        let partial = keep::unfinished(folder.path()).unwrap().into_temp_path();
        fs::write(&partial, video).unwrap();
        let content = keep::inspect(&partial, quality).unwrap();
        let of = (&Video::test("a"), &source_of_test());
        keep::keep((partial, content), (folder.path(), "lake"), of, 62_000).unwrap()
    }

    #[test]
    fn n9_a_saved_file_is_as_it_was_or_changed_or_gone() {
        let seat = Seat::new();
        let saved = &seat.saved;
        assert_eq!(standing(saved), Standing::AsSaved);
        let later =
            fs::metadata(seat.path()).unwrap().modified().unwrap() + Duration::from_millis(1);
        let file = File::options().write(true).open(seat.path()).unwrap();
        file.set_times(FileTimes::new().set_modified(later)).unwrap();
        assert_eq!(standing(saved), Standing::Changed, "of the same size, and written to since");
        let unnoted = SavedFile { modified_at: None, ..saved.clone() };
        assert_eq!(standing(&unnoted), Standing::Changed, "where no time was noted, nobody knows");
        fs::remove_file(seat.path()).unwrap();
        assert_eq!(standing(saved), Standing::Gone);
        fs::create_dir(seat.path()).unwrap();
        assert_eq!(standing(saved), Standing::Gone, "a folder is no file that was changed");
    }

    #[test]
    fn n9_a_better_file_takes_the_name_and_is_described_beside() {
        let seat = Seat::new();
        assert!(seat.beside().contains(r#""quality": "base""#));
        let file = seat.replace();
        assert_eq!(fs::read(seat.path()).unwrap(), BETTER);
        assert_eq!(standing(&file), Standing::AsSaved, "it is as was said of it before");
        assert!(seat.beside().contains(r#""quality": "hd""#), "{}", seat.beside());
        assert_eq!(fs::read_dir(seat.folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn n9_a_file_that_changed_while_its_place_was_prepared_is_not_replaced() {
        let seat = Seat::new();
        fs::write(seat.path(), "cut by its user").unwrap();
        assert!(matches!(seat.try_replace(), Err(Trouble::Passing(_))));
        assert_eq!(fs::read_to_string(seat.path()).unwrap(), "cut by its user");
        let files = fs::read_dir(seat.folder.path()).unwrap().count();
        assert_eq!(files, 2, "nothing unfinished is left");
    }

    #[test]
    fn n9_what_the_user_wrote_beside_a_video_stays() {
        let seat = Seat::new();
        fs::write(seat.folder.path().join("lake.json"), r#"{"mine": true}"#).unwrap();
        let file = seat.replace();
        assert_eq!(seat.beside(), r#"{"mine": true}"#);
        remove(&file);
        assert!(!seat.path().exists());
        assert_eq!(seat.beside(), r#"{"mine": true}"#);
    }

    #[test]
    fn n9_what_the_user_added_to_what_stands_beside_stays() {
        let seat = Seat::new();
        let with_note = seat.beside().replacen('{', r#"{ "note": "the best one","#, 1);
        fs::write(seat.folder.path().join("lake.json"), &with_note).unwrap();
        seat.replace();
        assert_eq!(seat.beside(), with_note);
    }

    #[test]
    fn n9_an_old_file_goes_with_what_stands_beside_it_unless_it_was_changed() {
        let seat = Seat::new();
        remove(&SavedFile { bytes: 3, ..seat.saved.clone() });
        assert!(seat.path().exists(), "it was changed");
        remove(&seat.saved);
        assert_eq!(fs::read_dir(seat.folder.path()).unwrap().count(), 0);
    }
}
