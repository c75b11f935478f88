//! "Check files" (spec K6): which saved videos are no longer there, which are no videos any more, and which
//! files are there twice. It reads and changes no file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use retake_locale::{Text, text};
use retake_store::SavedVideo;

use super::keep;

/// How much of two files is compared at once, in bytes.
const PIECE: usize = 64 * 1024;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    /// How many saved videos were looked at.
    pub(crate) looked_at: usize,
    /// Saved videos whose file is gone.
    pub(crate) missing: Vec<SavedVideo>,
    /// Saved videos whose file is cut off, grown, or no video.
    pub(crate) broken: Vec<SavedVideo>,
    /// Files of the same content, beside each other.
    pub(crate) doubled: Vec<Vec<PathBuf>>,
}

/// Looks at every saved video, and at the other videos in their folders.
pub(crate) fn check(saved: Vec<SavedVideo>) -> Findings {
    let mut findings = Findings { looked_at: saved.len(), ..Findings::default() };
    let mut folders = BTreeSet::new();
    for video in saved {
        let path = Path::new(&video.path);
        folders.extend(path.parent().map(Path::to_owned));
        match state_of(path, video.bytes) {
            State::Sound => {}
            State::Missing => findings.missing.push(video),
            State::Broken => findings.broken.push(video),
        }
    }
    findings.doubled = doubled(&folders);
    findings
}

enum State {
    Sound,
    Missing,
    Broken,
}

fn state_of(path: &Path, bytes: u64) -> State {
    let Ok(about) = path.symlink_metadata() else { return State::Missing };
    let mut first = [0; 12];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
    let is_video = about.is_file() && read.is_ok() && keep::ending_of(&first).is_some();
    if is_video && about.len() == bytes { State::Sound } else { State::Broken }
}

/// Files of one size are compared byte by byte: few have the same size and not the same content.
fn doubled(folders: &BTreeSet<PathBuf>) -> Vec<Vec<PathBuf>> {
    let mut by_size: BTreeMap<u64, Vec<PathBuf>> = BTreeMap::new();
    for path in folders.iter().filter_map(|folder| folder.read_dir().ok()).flatten().flatten() {
        let is_video = path.path().extension().is_some_and(|it| it == "mp4" || it == "webm");
        if let Some(about) = path.metadata().ok().filter(|about| is_video && about.is_file()) {
            by_size.entry(about.len()).or_default().push(path.path());
        }
    }
    let mut found = Vec::new();
    for mut paths in by_size.into_values() {
        paths.sort();
        while let Some(first) = paths.pop() {
            let is_same = |other: &PathBuf| are_same(&first, other).unwrap_or(false);
            let (mut same, others): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_same);
            paths = others;
            if !same.is_empty() {
                same.push(first);
                found.push(same);
            }
        }
    }
    found
}

fn are_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    let (mut piece, mut counterpart) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let length = one.read(&mut piece)?;
        if length == 0 {
            return Ok(other.read(&mut counterpart)? == 0);
        }
        if other.read_exact(&mut counterpart[..length]).is_err()
            || piece[..length] != counterpart[..length]
        {
            return Ok(false);
        }
    }
}

impl Findings {
    /// What to say of them: one sentence each.
    pub(crate) fn lines(&self) -> Vec<Text> {
        let mut lines = vec![match self.looked_at {
            0 => text::check_none(),
            many => text::check_looked_at(many),
        }];
        let names =
            |videos: &[SavedVideo]| names(videos.iter().map(|video| Path::new(&video.path)));
        if !self.missing.is_empty() {
            lines.push(text::check_missing(names(&self.missing)));
        }
        if !self.broken.is_empty() {
            lines.push(text::check_broken(names(&self.broken)));
        }
        for same in &self.doubled {
            lines.push(text::check_doubled(self::names(same.iter().map(PathBuf::as_path))));
        }
        if lines.len() == 1 && self.looked_at > 0 {
            lines.push(text::check_fine());
        }
        lines
    }
}

/// The first ten names.
fn names<'a>(paths: impl ExactSizeIterator<Item = &'a Path>) -> Text {
    const MOST: usize = 10;
    let more = paths.len().saturating_sub(MOST);
    let names: Vec<String> = paths
        .take(MOST)
        .map(|path| path.file_name().unwrap_or(path.as_os_str()).display().to_string())
        .collect();
    let names = names.join(", ");
    if more == 0 { names.into() } else { text::names_and_more(names, more) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use retake_locale::plurals::english;
    use retake_protocol::{AttemptId, MediaId};
    use tempfile::TempDir;

    use super::*;

    const MP4: &[u8] = b"\0\0\0\x20ftypisom and a film";

    fn saved(folder: &TempDir, name: &str, content: Option<&[u8]>) -> SavedVideo {
        let path = folder.path().join(name);
        if let Some(content) = content {
            fs::write(&path, content).unwrap();
        }
        SavedVideo {
            media_id: MediaId::new("lake").unwrap(),
            attempt_id: AttemptId::new(name).unwrap(),
            path: path.display().to_string(),
            bytes: MP4.len() as u64,
        }
    }

    fn lines(found: &Findings) -> Vec<String> {
        found.lines().iter().map(|line| english().say(line)).collect()
    }

    fn of(videos: &[SavedVideo]) -> Vec<&str> {
        videos.iter().map(|video| video.attempt_id.as_str()).collect()
    }

    #[test]
    fn k6_missing_and_broken_files_are_found() {
        let folder = TempDir::new().unwrap();
        let other = [MP4, b"!"].concat();
        let no_video = vec![b'x'; MP4.len()];
        let found = check(vec![
            saved(&folder, "sound.mp4", Some(MP4)),
            saved(&folder, "gone.mp4", None),
            saved(&folder, "cut.mp4", Some(&MP4[..20])),
            saved(&folder, "grown.mp4", Some(&other)),
            saved(&folder, "text.mp4", Some(&no_video)),
        ]);
        assert_eq!(of(&found.missing), ["gone.mp4"]);
        assert_eq!(of(&found.broken), ["cut.mp4", "grown.mp4", "text.mp4"]);
        assert!(found.doubled.is_empty());
        assert_eq!(lines(&found)[0], "Looked at 5 saved videos.");
    }

    #[test]
    fn k6_the_same_video_under_two_names_is_found() {
        let folder = TempDir::new().unwrap();
        let mut other = MP4.to_vec();
        other[20] = b'!';
        fs::write(folder.path().join("lake (2).mp4"), MP4).unwrap();
        fs::write(folder.path().join("notes.txt"), MP4).unwrap();
        let found = check(vec![
            saved(&folder, "lake.mp4", Some(MP4)),
            saved(&folder, "hill.mp4", Some(&other)),
        ]);
        let doubled = ["lake (2).mp4", "lake.mp4"].map(|name| folder.path().join(name));
        assert_eq!(found.doubled, [doubled]);
        assert!(lines(&found)[1].contains("lake (2).mp4, lake.mp4"), "{:?}", lines(&found));
    }

    #[test]
    fn k6_where_all_is_well_that_is_said() {
        let folder = TempDir::new().unwrap();
        let found = check(vec![saved(&folder, "lake.mp4", Some(MP4))]);
        assert!(lines(&found)[1].starts_with("All of them are there"), "{:?}", lines(&found));
        assert_eq!(lines(&check(Vec::new())), ["No video is saved yet."]);
    }
}
