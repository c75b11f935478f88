//! Where a download of the page is kept: the user's folder, under a name that is free, hides nothing
//! and starts nothing when it is opened.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use directories::UserDirs;

use crate::videos::folder;

/// The longest name, in bytes, with its ending.
const MAX_NAME_BYTES: usize = 150;

/// Endings of what is looked at or read. Any other file is saved with one ending more, so that opening
/// it by a slip does nothing.
const HARMLESS: [&str; 24] = [
    "mp4", "webm", "mov", "m4v", "png", "jpg", "jpeg", "webp", "gif", "avif", "heic", "svg", "mp3",
    "m4a", "wav", "ogg", "flac", "json", "txt", "csv", "md", "pdf", "zip", "srt",
];

/// The folder that the setting means, which exists; without one the system's.
pub(super) fn folder(setting: &str) -> Result<PathBuf> {
    let folder = if setting.is_empty() {
        UserDirs::new()
            .and_then(|dirs| dirs.download_dir().map(Path::to_owned))
            .context("this system has no folder for downloads: choose one in the settings")?
    } else {
        PathBuf::from(setting)
    };
    folder::prepare(&folder)?;
    Ok(folder)
}

/// A path in `folder` that no file has.
pub(super) fn free(folder: &Path, name: &str) -> Result<PathBuf> {
    let name = tidy(name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let named = |number: u32| {
        let dot = if ending.is_empty() { "" } else { "." };
        match number {
            1 => folder.join(&name),
            number => folder.join(format!("{stem} ({number}){dot}{ending}")),
        }
    };
    (1..1000).map(named).find(|path| !path.exists()).context("finding a free name for the file")
}

/// The name as a file's own: no folder, no hidden file, no sign that hides or turns what stands there.
pub(super) fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_kept = |one: &char| {
        !one.is_control()
            && !matches!(one, '<' | '>' | ':' | '"' | '|' | '?' | '*')
            && !matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = last.chars().filter(is_kept).collect();
    let name = name.trim_matches(|one: char| one == '.' || one.is_whitespace());
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if HARMLESS.contains(&ending.to_lowercase().as_str()) => {
            (stem, ending)
        }
        _ => (name, "download"),
    };
    let stem = if stem.trim().is_empty() { "grok" } else { stem };
    let room = MAX_NAME_BYTES - ending.len() - 1;
    let end = (0..=room.min(stem.len())).rev().find(|end| stem.is_char_boundary(*end));
    format!("{}.{ending}", stem[..end.unwrap_or(0)].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_a_name_hides_nothing_and_starts_nothing() {
        for (name, tidied) in [
            ("grok-video.mp4", "grok-video.mp4"),
            ("Große Düne.PNG", "Große Düne.PNG"),
            ("../../.profile", "profile.download"),
            (r"C:\Users\u\x.png", "x.png"),
            ("Retake-update.sh", "Retake-update.sh.download"),
            ("grok.desktop", "grok.desktop.download"),
            ("video\u{202e}4pm.exe", "video4pm.exe.download"),
            (".mp4", "mp4.download"),
            ("", "grok.download"),
            ("a\nb<c>.mp4", "abc.mp4"),
        ] {
            assert_eq!(tidy(name), tidied, "{name:?}");
        }
        let long = tidy(&format!("{}.mp4", "ü".repeat(200)));
        assert!(long.len() <= MAX_NAME_BYTES, "{long}");
        assert_eq!(long.rsplit_once('.').map(|(_, ending)| ending), Some("mp4"));
    }

    #[test]
    fn s2_no_file_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let first = free(folder.path(), "a.mp4").unwrap();
        std::fs::write(&first, "mine").unwrap();
        let second = free(folder.path(), "a.mp4").unwrap();
        assert_eq!(second, folder.path().join("a (2).mp4"));
    }
}
