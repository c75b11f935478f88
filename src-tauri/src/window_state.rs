//! Where the window was, and how wide its sidebar: remembered from one start to the next
//! (spec W5).
//!
//! A file that is missing or no longer makes sense is worth no message: the defaults do.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

/// How long nothing must have changed before the place is written, so that dragging the splitter
/// is one write and not a hundred.
const SETTLED_AFTER: Duration = Duration::from_millis(400);

/// The narrowest and widest sidebar, in logical pixels.
pub(crate) const SIDEBAR_RANGE: std::ops::RangeInclusive<i32> = 300..=900;
/// The smallest window, in physical pixels.
const LEAST_SIZE: (u32, u32) = (640, 420);

/// Where the window was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// Left and top, in physical pixels; `None`: wherever the platform puts it.
    pub(crate) position: Option<(i32, i32)>,
    /// Width and height of its inside, in physical pixels; `None`: the default size.
    pub(crate) size: Option<(u32, u32)>,
    /// Whether it filled the screen; `position` and `size` are those from before.
    pub(crate) maximized: bool,
    /// In logical pixels.
    pub(crate) sidebar_width: i32,
}

impl Default for Place {
    fn default() -> Self {
        Self { position: None, size: None, maximized: false, sidebar_width: 380 }
    }
}

/// A part of the desktop, in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    /// Left and top.
    pub(crate) position: (i32, i32),
    /// Width and height.
    pub(crate) size: (u32, u32),
}

impl Place {
    /// Reads what was written before, or the defaults.
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        serde_json::from_str(&text).map(Self::sane).unwrap_or_default()
    }

    fn sane(mut self) -> Self {
        let is_large = |(width, height)| width >= LEAST_SIZE.0 && height >= LEAST_SIZE.1;
        self.size = self.size.filter(|&size| is_large(size));
        self.set_sidebar_width(self.sidebar_width);
        self
    }

    /// The remembered position, if the window's title would be on one of `screens`: a screen may
    /// have been unplugged since.
    pub(crate) fn position_on(&self, screens: &[Area]) -> Option<(i32, i32)> {
        let (left, top) = self.position?;
        let grip = (i64::from(left) + 100, i64::from(top) + 10);
        let holds_grip = |screen: &Area| {
            let across = grip.0 - i64::from(screen.position.0);
            let down = grip.1 - i64::from(screen.position.1);
            (0..i64::from(screen.size.0)).contains(&across)
                && (0..i64::from(screen.size.1)).contains(&down)
        };
        screens.iter().any(holds_grip).then_some((left, top))
    }

    /// The remembered size, no larger than the largest of `screens`: the one that it was for may be gone.
    pub(crate) fn size_on(&self, screens: &[Area]) -> Option<(u32, u32)> {
        let (width, height) = self.size?;
        let area = |screen: &&Area| u64::from(screen.size.0) * u64::from(screen.size.1);
        let most = screens.iter().max_by_key(area).map_or((width, height), |largest| largest.size);
        Some((width.min(most.0), height.min(most.1)))
    }

    /// Takes a width, in logical pixels, as far as it is in range.
    pub(crate) fn set_sidebar_width(&mut self, width: i32) {
        self.sidebar_width = width.clamp(*SIDEBAR_RANGE.start(), *SIDEBAR_RANGE.end());
    }

    /// How wide the sidebar is in a window whose inside is `width` wide, in logical pixels: at most half.
    #[cfg_attr(target_os = "linux", allow(dead_code, reason = "the splitter sees to it"))]
    pub(crate) fn sidebar_width_in(&self, width: f64) -> f64 {
        f64::from(self.sidebar_width).min(width / 2.0)
    }

    fn write(&self, path: &Path) -> anyhow::Result<()> {
        let folder = path.parent().context("finding the folder of the place's file")?;
        let mut fresh = NamedTempFile::new_in(folder)
            .with_context(|| format!("making a file in {}", folder.display()))?;
        serde_json::to_writer_pretty(&mut fresh, self).context("writing the place as JSON")?;
        fresh.persist(path).with_context(|| format!("replacing {}", path.display()))?;
        Ok(())
    }
}

/// Keeps the place up to date and in its file.
#[derive(Clone, Debug)]
pub(crate) struct WindowStateStore {
    place: Arc<Mutex<Place>>,
    changed: Sender<()>,
}

impl WindowStateStore {
    /// Reads the place from `path` and writes it there again whenever it has changed.
    pub(crate) fn start(path: PathBuf) -> anyhow::Result<Self> {
        let place = Arc::new(Mutex::new(Place::read(&path)));
        let (changed, received) = channel();
        let kept = Arc::clone(&place);
        let write_when_settled = move || {
            while received.recv().is_ok() {
                while let Ok(()) = received.recv_timeout(SETTLED_AFTER) {}
                let place = kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
                if let Err(error) = place.write(&path) {
                    tracing::warn!("the window's place is not remembered: {error:#}");
                }
            }
        };
        std::thread::Builder::new()
            .name("place".into())
            .spawn(write_when_settled)
            .context("starting the thread that remembers the window's place")?;
        Ok(Self { place, changed })
    }

    /// The place as it is now.
    pub(crate) fn place(&self) -> Place {
        self.place.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes the place; it is written once it has settled.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Place)) {
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let before = place.clone();
        change(&mut place);
        if *place != before {
            // The thread ends with the program only.
            let _ = self.changed.send(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        fs::write(&path, text).unwrap();
        Place::read(&path)
    }

    #[test]
    fn w5_a_place_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        let place = Place {
            position: Some((-20, 40)),
            size: Some((1200, 800)),
            maximized: true,
            sidebar_width: 420,
        };
        place.write(&path).unwrap();
        assert_eq!(Place::read(&path), place);
    }

    #[test]
    fn a_bad_file_yields_the_defaults() {
        for text in ["", "{", "[]", "null", r#"{"maximized": 3}"#] {
            assert_eq!(read(text), Place::default(), "{text}");
        }
        assert_eq!(Place::read(Path::new("/nowhere/window.json")), Place::default());
    }

    #[test]
    fn what_makes_no_sense_in_a_file_is_brought_into_range() {
        let place = read(
            r#"{"position": [1, 2], "size": [3, 4], "maximized": false, "sidebar_width": 9000}"#,
        );
        assert_eq!(place.size, None);
        assert_eq!(place.sidebar_width, 900);
    }

    #[test]
    fn w5_a_position_off_every_screen_is_forgotten() {
        let screens = [
            Area { position: (0, 0), size: (1400, 900) },
            Area { position: (-1920, 0), size: (1920, 1080) },
        ];
        for (position, expected) in [
            (Some((10, 10)), Some((10, 10))),
            (Some((-1900, 500)), Some((-1900, 500))),
            (Some((1350, 10)), None),
            (Some((10, 895)), None),
            (Some((i32::MAX, i32::MIN)), None),
            (None, None),
        ] {
            let place = Place { position, ..Place::default() };
            assert_eq!(place.position_on(&screens), expected, "{position:?}");
        }
    }

    #[test]
    fn w5_a_window_is_no_larger_than_the_screens_that_there_are() {
        let small = Area { position: (0, 0), size: (1280, 800) };
        let large = Area { position: (1280, 0), size: (2560, 1440) };
        for (size, screens, expected) in [
            (Some((1360, 860)), &[small][..], Some((1280, 800))),
            (Some((1360, 860)), &[small, large], Some((1360, 860))),
            (Some((3000, 700)), &[small, large], Some((2560, 700))),
            (Some((1360, 860)), &[], Some((1360, 860))),
            (None, &[small], None),
        ] {
            let place = Place { size, ..Place::default() };
            assert_eq!(place.size_on(screens), expected, "{size:?}");
        }
    }

    #[test]
    fn w5_the_sidebar_is_as_wide_as_it_was_dragged_and_leaves_half_to_the_page() {
        let mut place = Place::default();
        for (dragged_to, of_window, expected) in
            [(500, 1400.0, 500.0), (100, 1400.0, 300.0), (2000, 2400.0, 900.0), (500, 800.0, 400.0)]
        {
            place.set_sidebar_width(dragged_to);
            let width = place.sidebar_width_in(of_window);
            assert!((width - expected).abs() < 0.01, "{dragged_to} in {of_window}: {width}");
        }
    }

    #[test]
    fn a_change_reaches_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        let keeper = WindowStateStore::start(path.clone()).unwrap();
        keeper.change(|place| place.sidebar_width = 500);
        while !path.exists() {
            std::thread::yield_now();
        }
        assert_eq!(Place::read(&path).sidebar_width, 500);
    }
}
