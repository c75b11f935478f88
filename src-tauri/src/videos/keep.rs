//! From the unfinished file to the user's: looks whether it is a video, and a whole one, puts it under its
//! final name whole and on the disk, and what is known of it beside it as JSON. No file of the user's is ever
//! replaced: that is `replace`'s. How it is called is `name`'s.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

use jiff::Timestamp;
use retake_protocol::{Millis, VideoQuality};
use retake_store::{SavedFile, VideoSource};
use tempfile::{NamedTempFile, TempPath};

use super::Video;
use super::fetch::{MOST_BYTES, too_large};
use super::name::numbered;
use super::queue::Trouble;
use super::sidecar::Sidecar;
use super::whole;

/// How many names are tried.
const MOST_NAMES: u32 = 1000;

/// How much of a file tells what it is, in bytes.
const FIRST_BYTES: u64 = 512;

/// A file for what is not there whole yet. It goes unless it is kept.
pub(super) fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".retake-").suffix(".part").tempfile_in(folder)
}

/// Removes what a run that ended too soon may have left of a video.
pub(crate) fn remove_partial(partial: &Path) {
    let mut of_webkit = partial.as_os_str().to_owned();
    of_webkit.push(".wkdownload");
    for file in [partial, Path::new(&of_webkit)] {
        match fs::remove_file(file) {
            Ok(()) => tracing::info!("an unfinished video of an earlier run was removed"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => tracing::warn!("an unfinished video was not removed: {error}"),
        }
    }
}

/// What a download brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// Which of Grok's files it is.
    pub(super) quality: VideoQuality,
    /// The usual ending of such a file.
    pub(super) ending: &'static str,
    pub(super) bytes: u64,
}

/// Looks whether a download is a video. A file beside the usual one must be a whole one too (spec N8).
pub(super) fn inspect(partial: &Path, quality: VideoQuality) -> Result<Content, Trouble> {
    let (ending, bytes) = look_at(partial)?;
    if bytes > MOST_BYTES {
        return Err(too_large());
    }
    if quality > VideoQuality::Base
        && ending == "mp4"
        && !whole::is_whole_mp4(partial).map_err(|error| unreadable(&error))?
    {
        return Err(Trouble::Lasting("The video is cut off.".into()));
    }
    Ok(Content { quality, ending, bytes })
}

/// Has a download that was inspected on the disk, and says of it what it will be at `path`.
pub(super) fn finish(partial: &Path, content: Content, path: &Path) -> io::Result<SavedFile> {
    let file = OpenOptions::new().write(true).open(partial)?;
    file.sync_all()?;
    let Content { quality, bytes, .. } = content;
    let modified_at = modified_at(&file.metadata()?);
    Ok(SavedFile { path: path.display().to_string(), quality, bytes, modified_at })
}

/// When a file was last written to; `None`: the file system does not say.
pub(super) fn modified_at(about: &Metadata) -> Option<Millis> {
    let at = Timestamp::try_from(about.modified().ok()?).ok()?;
    Some(at.as_millisecond())
}

/// Puts a download that was inspected into `folder` under `name`, or that name with a number.
pub(super) fn keep(
    (partial, content): (TempPath, Content),
    (folder, name): (&Path, &str),
    (video, source): (&Video, &VideoSource),
    now: Millis,
) -> Result<SavedFile, Trouble> {
    let failed = |error: io::Error| could_not_write(folder, &error);
    let ending = content.ending;
    let file = finish(&partial, content, folder).map_err(failed)?;
    let mut partial = partial;
    for number in 1..=MOST_NAMES {
        let stem = numbered(name, number);
        let path = folder.join(format!("{stem}.{ending}"));
        let beside = folder.join(format!("{stem}.json"));
        if path.exists() || beside.exists() {
            continue;
        }
        // Written before the video gets its name: a full disk shows while nothing is done yet.
        let file = SavedFile { path: path.display().to_string(), ..file.clone() };
        let sidecar = Sidecar::of((video, source), &file, now).write(folder).map_err(failed)?;
        match partial.persist_noclobber(&path) {
            Ok(()) => {
                if let Err(error) = sidecar.persist_noclobber(&beside) {
                    tracing::warn!("a video was saved without what is known of it: {error}");
                }
                sync_folder(folder);
                return Ok(file);
            }
            Err(failure) if failure.error.kind() == io::ErrorKind::AlreadyExists => {
                partial = failure.path;
            }
            Err(failure) => return Err(failed(failure.error)),
        }
    }
    Err(Trouble::Lasting(format!(
        "{} holds {MOST_NAMES} videos of this name: choose another pattern in the settings.",
        folder.display()
    )))
}

/// The ending for the video in the file, and its size in bytes.
fn look_at(file: &Path) -> Result<(&'static str, u64), Trouble> {
    let read = || {
        let mut first = Vec::new();
        let opened = File::open(file)?;
        let bytes = opened.metadata()?.len();
        opened.take(FIRST_BYTES).read_to_end(&mut first)?;
        Ok((first, bytes))
    };
    let (first, bytes) = read().map_err(|error: io::Error| unreadable(&error))?;
    if first.is_empty() {
        return Err(Trouble::Passing("Grok answered with an empty file.".into()));
    }
    ending_of(&first).map(|ending| (ending, bytes)).ok_or_else(|| no_video(&first))
}

fn unreadable(error: &io::Error) -> Trouble {
    Trouble::Passing(format!("The fetched video could not be read: {error}."))
}

/// The usual ending of a video's file by its first bytes; `None`: it is none.
pub(crate) fn ending_of(first: &[u8]) -> Option<&'static str> {
    if first.get(4..8) == Some(b"ftyp") {
        return Some("mp4");
    }
    first.starts_with(&[0x1a, 0x45, 0xdf, 0xa3]).then_some("webm")
}

fn no_video(first: &[u8]) -> Trouble {
    let text = String::from_utf8_lossy(first).trim_start().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html"].iter().any(|start| text.starts_with(start));
    Trouble::Lasting(if is_page {
        WEB_PAGE.into()
    } else {
        "Grok answered with something that is no MP4 or WebM video. Open the image on the page, \
         and try again if its video plays there."
            .into()
    })
}

/// What is said of a web page in the place of a video.
pub(crate) const WEB_PAGE: &str = "Grok answered with a web page instead of the video, as when you \
     are signed out. Sign in on the page, then try again.";

pub(super) fn could_not_write(folder: &Path, error: &io::Error) -> Trouble {
    Trouble::Lasting(format!(
        "The video could not be written to {}: {error}. Free some space or choose another folder \
         in the settings, then try again.",
        folder.display()
    ))
}

/// A new name is on the disk once its folder is.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = File::open(folder).and_then(|folder| folder.sync_all())
    {
        tracing::warn!("a video's name may get lost if the machine fails now: {error}");
    }
}

#[cfg(test)]
mod tests {
    use retake_protocol::{Prompt, SessionId};
    use serde_json::{Value, json};
    use tempfile::TempDir;

    use super::*;
    use crate::videos::tests::source_of_test;

    const MP4: &[u8] = b"\0\0\0\x20ftypisom and a film";

    fn source() -> VideoSource {
        VideoSource {
            number: 2,
            session_id: Some(SessionId(4)),
            prompt: Some(Prompt::new("slow pan")),
            create_time: Some(1_000),
            finished_at: 61_500,
            length_seconds: Some(6.0),
            resolution: Some("480p".into()),
            ..source_of_test()
        }
    }

    fn kept(folder: &TempDir, content: &[u8]) -> Result<SavedFile, Trouble> {
        kept_as(VideoQuality::Base, folder, content)
    }

    fn kept_as(
        quality: VideoQuality,
        folder: &TempDir,
        content: &[u8],
    ) -> Result<SavedFile, Trouble> {
        let partial = unfinished(folder.path()).unwrap().into_temp_path();
        fs::write(&partial, content).unwrap();
        let content = inspect(&partial, quality)?;
        let place = (folder.path(), "lake");
        keep((partial, content), place, (&Video::test("a"), &source()), 62_000)
    }

    fn files(folder: &TempDir) -> Vec<String> {
        let name =
            |file: io::Result<fs::DirEntry>| file.unwrap().file_name().into_string().unwrap();
        let mut files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(name).collect();
        files.sort();
        files
    }

    #[test]
    fn n6_a_video_is_kept_whole_with_what_is_known_of_it_beside_it() {
        let folder = TempDir::new().unwrap();
        let kept = kept(&folder, MP4).unwrap();
        let about = fs::metadata(&kept.path).unwrap();
        assert_eq!((kept.bytes, kept.modified_at), (MP4.len() as u64, modified_at(&about)));
        assert_eq!(fs::read(&kept.path).unwrap(), MP4);
        assert_eq!(files(&folder), ["lake.json", "lake.mp4"]);
        let beside = fs::read(folder.path().join("lake.json")).unwrap();
        let beside: Value = serde_json::from_slice(&beside).unwrap();
        let expected = json!({
            "format": "retake-video", "version": 1, "file": "lake.mp4", "bytes": MP4.len(),
            "media_id": "lake", "attempt_id": "a", "session_id": 4, "number": 2,
            "prompt": "slow pan", "original_prompt": null, "length_seconds": 6.0,
            "resolution": "480p", "quality": "base", "create_time": "1970-01-01T00:00:01Z",
            "finished_at": "1970-01-01T00:01:01.5Z", "saved_at": "1970-01-01T00:01:02Z",
        });
        assert_eq!(beside, expected);
    }

    #[test]
    fn n4_a_taken_name_is_left_to_its_file_whichever_of_the_two_it_is() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("lake.mp4"), "mine").unwrap();
        fs::write(folder.path().join("lake (2).json"), "mine too").unwrap();
        let kept = kept(&folder, MP4).unwrap();
        assert!(kept.path.ends_with("lake (3).mp4"), "{kept:?}");
        assert_eq!(fs::read(folder.path().join("lake.mp4")).unwrap(), b"mine");
        assert_eq!(fs::read(folder.path().join("lake (2).json")).unwrap(), b"mine too");
        let expected = ["lake (2).json", "lake (3).json", "lake (3).mp4", "lake.mp4"];
        assert_eq!(files(&folder), expected);
    }

    #[test]
    fn n4_what_is_no_video_is_refused_and_leaves_nothing() {
        for (content, expected) in [
            (&b" <!DOCTYPE html><title>Sign in</title>"[..], "web page instead of the video"),
            (b"<html lang='en'>", "web page"),
            (b"{\"error\": 7}", "no MP4 or WebM"),
            (b"ftyp", "no MP4 or WebM"),
        ] {
            let folder = TempDir::new().unwrap();
            let refused = kept(&folder, content);
            let Err(Trouble::Lasting(reason)) = refused else {
                panic!("{content:?} was not refused");
            };
            assert!(reason.contains(expected), "{reason}");
            assert_eq!(files(&folder), [""; 0]);
        }
        let folder = TempDir::new().unwrap();
        assert!(matches!(kept(&folder, b""), Err(Trouble::Passing(_))), "an empty file may pass");
    }

    #[test]
    fn n3_a_file_that_is_too_large_is_refused() {
        let folder = TempDir::new().unwrap();
        let partial = unfinished(folder.path()).unwrap().into_temp_path();
        fs::write(&partial, MP4).unwrap();
        // The file has a hole: nothing of that size is written.
        OpenOptions::new().write(true).open(&partial).unwrap().set_len(MOST_BYTES + 1).unwrap();
        let refused = inspect(&partial, VideoQuality::Base).unwrap_err();
        assert!(matches!(refused, Trouble::Lasting(_)), "{refused:?}");
        drop(partial);
        assert_eq!(files(&folder), [""; 0]);
    }

    #[test]
    fn n8_a_better_file_that_is_cut_off_is_refused() {
        let folder = TempDir::new().unwrap();
        let refused = kept_as(VideoQuality::Hd, &folder, MP4).unwrap_err();
        assert!(matches!(refused, Trouble::Lasting(_)), "{refused:?}");
        assert_eq!(files(&folder), [""; 0]);
        let whole = whole::test_video("in high definition");
        let kept = kept_as(VideoQuality::Hd, &folder, &whole).unwrap();
        assert_eq!(fs::read(&kept.path).unwrap(), whole);
        let beside = fs::read_to_string(folder.path().join("lake.json")).unwrap();
        assert!(beside.contains(r#""quality": "hd""#), "{beside}");
    }

    #[test]
    fn the_ending_is_that_of_what_is_in_the_file() {
        let folder = TempDir::new().unwrap();
        let kept = kept(&folder, &[0x1a, 0x45, 0xdf, 0xa3, 0x9f]).unwrap();
        assert!(kept.path.ends_with("lake.webm"), "{kept:?}");
    }

    #[test]
    fn what_an_earlier_run_left_is_removed_and_nothing_else() {
        let folder = TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [".x.part", ".x.part.wkdownload", ".y.part", "x"] {
            fs::write(at(name), "x").unwrap();
        }
        remove_partial(&at(".x.part"));
        remove_partial(&at("not there"));
        assert_eq!(files(&folder), [".y.part", "x"]);
    }
}
