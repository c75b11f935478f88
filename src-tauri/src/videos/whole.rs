//! Whether a video's file is whole (spec N8). An MP4 is a row of boxes that say how long they are, so one
//! that was cut off is known by its last box. `WebM` tells no such thing.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

/// The most boxes that a file has at its top; more are no video's.
const MOST_BOXES: usize = 10_000;

/// Whether the boxes of the MP4 fill its file to the last byte, and hold pictures and what they are.
pub(super) fn is_whole_mp4(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let end = file.metadata()?.len();
    let (mut at, mut has_index, mut has_content) = (0, false, false);
    for _ in 0..MOST_BOXES {
        if at == end {
            return Ok(has_index && has_content);
        }
        file.seek(SeekFrom::Start(at))?;
        let Some((kind, length)) = next_box(&mut file, end - at)? else { return Ok(false) };
        has_index |= kind == *b"moov";
        has_content |= kind == *b"mdat";
        at += length;
    }
    Ok(false)
}

/// The kind and the length of the box that begins here; `None`: it does not fit in what is `left`.
fn next_box(file: &mut File, left: u64) -> io::Result<Option<([u8; 4], u64)>> {
    let (mut length, mut kind) = ([0; 4], [0; 4]);
    if left < 8 {
        return Ok(None);
    }
    file.read_exact(&mut length)?;
    file.read_exact(&mut kind)?;
    let (length, shortest) = match u32::from_be_bytes(length) {
        // It goes on to the end, wherever that is: nothing tells whether it is cut off.
        0 => return Ok(None),
        1 if left < 16 => return Ok(None),
        1 => {
            let mut long = [0; 8];
            file.read_exact(&mut long)?;
            (u64::from_be_bytes(long), 16)
        }
        length => (length.into(), 8),
    };
    Ok((shortest..=left).contains(&length).then_some((kind, length)))
}

/// A whole MP4, as far as its boxes tell.
#[cfg(test)]
pub(super) fn test_video(pictures: &str) -> Vec<u8> {
    let boxes = [tests::of("ftyp", b"isom"), tests::of("moov", b"index")];
    [boxes.concat(), tests::of("mdat", pictures.as_bytes())].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn of(kind: &str, content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap().to_be_bytes();
        [&length[..], kind.as_bytes(), content].concat()
    }

    fn is_whole(content: &[u8]) -> bool {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), content).unwrap();
        is_whole_mp4(file.path()).unwrap()
    }

    #[test]
    fn n8_a_video_is_whole_when_its_boxes_fill_it() {
        let video = test_video("pictures");
        assert!(is_whole(&video));
        for length in 0..video.len() {
            assert!(!is_whole(&video[..length]), "cut off at {length}");
        }
        assert!(!is_whole(&[&video[..], b"more"].concat()));
    }

    #[test]
    fn n8_boxes_of_every_length_are_read() {
        let long = [&[0, 0, 0, 1][..], b"mdat", &24_u64.to_be_bytes(), b"pictures"].concat();
        assert!(is_whole(&[of("ftyp", b"isom"), of("moov", b""), long.clone()].concat()));
        let open = [&[0, 0, 0, 0][..], b"mdat", b"pictures to the end"].concat();
        assert!(!is_whole(&[of("moov", b""), open].concat()), "its end is not told");
        let too_long = [&[0, 0, 0, 1][..], b"mdat", &u64::MAX.to_be_bytes()].concat();
        assert!(!is_whole(&[of("moov", b""), too_long].concat()));
        assert!(!is_whole(&[of("moov", b""), long[..12].to_vec()].concat()));
        assert!(!is_whole(&[&[0, 0, 0, 4][..], b"moov"].concat()), "shorter than its own head");
    }

    #[test]
    fn n8_without_index_or_pictures_it_is_no_video() {
        assert!(!is_whole(&of("ftyp", b"isom")));
        assert!(!is_whole(&[of("ftyp", b"isom"), of("moov", b"")].concat()));
        assert!(!is_whole(&[of("ftyp", b"isom"), of("mdat", b"")].concat()));
    }
}
