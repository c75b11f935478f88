//! A frame of a saved video as a picture of its own, beside the video (spec K6). The library's window
//! draws it; here it becomes a file that replaces none.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

/// The largest picture, in bytes.
pub(crate) const MOST_BYTES: usize = 40 * 1024 * 1024;

/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// How many names are tried.
const MOST_NAMES: u32 = 1_000;

/// Writes `png` beside `video`, as `<name> last frame.png`, and answers where that is.
pub(crate) fn write(video: &Path, png: &[u8]) -> Result<PathBuf> {
    ensure!(
        png.starts_with(PNG) && png.len() <= MOST_BYTES,
        "the frame is no PNG of at most 40 MB"
    );
    let folder = video.parent().context("the video lies in no folder")?;
    let stem = video.file_stem().context("the video has no name")?.to_string_lossy();
    let mut partial = tempfile::Builder::new()
        .prefix(".retake-")
        .tempfile_in(folder)
        .with_context(|| format!("writing beside {}", video.display()))?;
    partial.write_all(png).context("writing the frame")?;
    for number in 1..=MOST_NAMES {
        let count = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{stem} last frame{count}.png"));
        partial = match partial.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => taken.file,
            Err(failed) => {
                return Err(failed.error).with_context(|| format!("writing {}", path.display()));
            }
        };
    }
    bail!("{MOST_NAMES} frames of this video are saved already: delete some of them")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k6_a_frame_lies_beside_its_video_and_replaces_none() {
        let folder = tempfile::tempdir().unwrap();
        let video = folder.path().join("lake.mp4");
        let picture = [PNG, b"picture"].concat();
        let first = write(&video, &picture).unwrap();
        assert_eq!(first, folder.path().join("lake last frame.png"));
        let second = write(&video, &picture).unwrap();
        assert_eq!(second, folder.path().join("lake last frame (2).png"));
        assert_eq!(std::fs::read(second).unwrap(), picture);
    }

    #[test]
    fn k6_only_a_png_is_written() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&folder.path().join("lake.mp4"), b"<svg/>").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
