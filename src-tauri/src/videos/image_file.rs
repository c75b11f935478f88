//! The image's own file beside its saved videos (spec K2): how it is called, and how it gets that name. The
//! folder itself says whether it is there: nothing of it is stored.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use retake_protocol::MediaId;

use super::keep::{sync_folder, unfinished};
use super::name;

/// The largest one that is kept, in bytes.
pub(super) const MOST_BYTES: u64 = 100_000_000;

/// The endings that one may have.
const ENDINGS: [&str; 4] = ["jpg", "png", "webp", "gif"];

/// Why an image's file was not kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotKept {
    #[error("what came is no picture")]
    NoPicture,
    #[error("it is larger than {} MB", MOST_BYTES / 1_000_000)]
    TooLarge,
    #[error("{0}")]
    File(#[from] io::Error),
}

/// Whether the folder has the image's file already, or something else under its name.
pub(super) fn is_there(folder: &Path, media_id: &MediaId) -> bool {
    ENDINGS.iter().any(|ending| path_of(folder, media_id, ending).symlink_metadata().is_ok())
}

/// Copies a whole file to the folder as the image's. It replaces none.
pub(super) fn keep(whole: &Path, folder: &Path, media_id: &MediaId) -> Result<(), NotKept> {
    let mut file = File::open(whole)?;
    if file.metadata()?.len() > MOST_BYTES {
        return Err(NotKept::TooLarge);
    }
    let mut first = Vec::new();
    (&file).take(12).read_to_end(&mut first)?;
    let ending = ending_of(&first).ok_or(NotKept::NoPicture)?;
    let mut copy = unfinished(folder)?;
    copy.write_all(&first)?;
    io::copy(&mut file, &mut copy)?;
    copy.as_file().sync_all()?;
    let named = copy.persist_noclobber(path_of(folder, media_id, ending));
    named.map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

fn path_of(folder: &Path, media_id: &MediaId, ending: &str) -> PathBuf {
    folder.join(format!("{}.{ending}", name::of_image(media_id)))
}

/// The usual ending of a picture's file by its first bytes; `None`: it is none that pages show.
fn ending_of(first: &[u8]) -> Option<&'static str> {
    match first {
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a lake";

    fn kept(folder: &Path, media_id: &str, bytes: &[u8]) -> Result<(), NotKept> {
        let mut whole = tempfile::NamedTempFile::new().unwrap();
        whole.write_all(bytes).unwrap();
        keep(whole.path(), folder, &MediaId::new(media_id).unwrap())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn k2_an_images_file_is_named_after_the_image_by_what_it_holds() {
        for (bytes, expected) in [
            (JPEG, "image lake.jpg"),
            (b"\x89PNG\r\n\x1a\n", "image lake.png"),
            (b"GIF89a", "image lake.gif"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "image lake.webp"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let lake = MediaId::new("lake").unwrap();
            assert!(!is_there(folder.path(), &lake));
            kept(folder.path(), "lake", bytes).unwrap();
            assert_eq!(names(folder.path()), [expected]);
            assert!(is_there(folder.path(), &lake));
        }
    }

    #[test]
    fn k2_an_id_is_no_path() {
        let folder = tempfile::tempdir().unwrap();
        kept(folder.path(), "../lake", JPEG).unwrap();
        assert_eq!(names(folder.path()), ["image ..-lake.jpg"]);
    }

    #[test]
    fn k2_what_is_no_picture_is_not_kept_and_no_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        for bytes in [&b"<!doctype html>"[..], b"", b"\0\0\0\x20ftypisom"] {
            assert!(matches!(kept(folder.path(), "lake", bytes), Err(NotKept::NoPicture)));
        }
        assert_eq!(names(folder.path()), [""; 0]);
        fs::write(folder.path().join("image lake.jpg"), "mine").unwrap();
        assert!(matches!(kept(folder.path(), "lake", JPEG), Err(NotKept::File(_))));
        assert_eq!(fs::read(folder.path().join("image lake.jpg")).unwrap(), b"mine");
        assert_eq!(names(folder.path()).len(), 1, "nothing unfinished is left");
    }

    #[test]
    fn k2_what_is_too_large_is_not_kept() {
        let (folder, whole) =
            (tempfile::tempdir().unwrap(), tempfile::NamedTempFile::new().unwrap());
        whole.as_file().set_len(MOST_BYTES + 1).unwrap();
        let kept = keep(whole.path(), folder.path(), &MediaId::new("lake").unwrap());
        assert!(matches!(kept, Err(NotKept::TooLarge)));
    }
}
