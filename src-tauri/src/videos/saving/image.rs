//! The image's own file beside its saved videos (spec K2): fetched once no video is due, and one at a time, as
//! they are. What can't be had is left, and asked for again with the next video of the image.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use retake_protocol::{MediaId, Millis};
use retake_store::SavedFile;
use tempfile::TempPath;
use url::Url;

use super::Saving;
use crate::media_address;
use crate::videos::fetch::Wanted;
use crate::videos::queue::Trouble;
use crate::videos::{Video, image_file, keep};

/// How often one is tried.
const MOST_TRIES: u32 = 3;

/// The pause before another try, in ms.
const PAUSE: Millis = 10_000;

/// How long one may take in all, in ms: videos wait for it.
const FETCH_WITHIN: Millis = 2 * 60_000;

/// The images whose own file is wanted.
#[derive(Default)]
pub(super) struct Images {
    waiting: Vec<Wish>,
    current: Option<Fetching>,
}

/// The file of a video's image is wanted beside the video.
struct Wish {
    video: Video,
    url: Url,
    folder: PathBuf,
    failures: u32,
    due_at: Millis,
}

/// One that is under way.
struct Fetching {
    number: u64,
    wish: Wish,
    partial: TempPath,
    until: Millis,
}

impl Images {
    /// When the one under way is given up; `None`: none is.
    pub(super) fn until(&self) -> Option<Millis> {
        self.current.as_ref().map(|current| current.until)
    }

    /// When the next one is due; `None`: none waits.
    pub(super) fn next_wakeup(&self) -> Option<Millis> {
        self.waiting.iter().map(|wish| wish.due_at).min()
    }

    fn has(&self, folder: &Path, media_id: &MediaId) -> bool {
        let current = self.current.as_ref().map(|current| &current.wish);
        let mut wishes = self.waiting.iter().chain(current);
        wishes.any(|wish| wish.folder == folder && wish.video.media_id == *media_id)
    }

    fn take_due(&mut self, now: Millis) -> Option<Wish> {
        let due = self.waiting.iter().position(|wish| wish.due_at <= now)?;
        Some(self.waiting.remove(due))
    }
}

impl Saving {
    /// A video was saved for the first time: its image is wanted beside it, unless it is there.
    pub(super) fn wish_for_image(&mut self, video: &Video, file: &SavedFile) {
        let Some(folder) = Path::new(&file.path).parent() else { return };
        if self.images.has(folder, &video.media_id) || !self.wants_image(video, folder) {
            return;
        }
        let address = self.source_of(video).ok().flatten().and_then(|source| source.image_url);
        let grok = &self.dependencies.grok;
        let Some(url) = address.and_then(|address| media_address::resolve(grok, &address)) else {
            return;
        };
        let (video, folder) = (video.clone(), folder.to_owned());
        let due_at = self.dependencies.clock.now();
        self.images.waiting.push(Wish { video, url, folder, failures: 0, due_at });
    }

    fn wants_image(&self, video: &Video, folder: &Path) -> bool {
        self.dependencies.settings.keeps_image_files()
            && !image_file::is_there(folder, &video.media_id)
    }

    /// Begins with the next one, where nothing is under way.
    pub(super) fn begin_next_image(&mut self) {
        while self.current.is_none() && self.images.current.is_none() {
            let Some(wish) = self.images.take_due(self.dependencies.clock.now()) else { return };
            // The history may be forgotten by now, and the setting off.
            if !self.wants_image(&wish.video, &wish.folder) || !self.is_saved(&wish.video) {
                continue;
            }
            if let Err(error) = self.begin_image(wish) {
                tracing::warn!("an image's own file was not asked for: {error:#}");
            }
        }
    }

    fn begin_image(&mut self, wish: Wish) -> anyhow::Result<()> {
        let place = self.dependencies.folder.unfinished()?;
        let partial = keep::unfinished(&place).context("beginning a file")?.into_temp_path();
        let path = partial.to_path_buf();
        let (number, ended) = self.next_download(path.clone());
        let (grok, url) = (self.dependencies.grok.clone(), wish.url.clone());
        let most_bytes = image_file::MOST_BYTES;
        (self.callbacks.fetch)(Wanted { grok, url, partial: path, most_bytes }, ended)?;
        let until = self.dependencies.clock.now().saturating_add(FETCH_WITHIN);
        self.images.current = Some(Fetching { number, wish, partial, until });
        Ok(())
    }

    /// Whether this download is the image's that is under way.
    pub(super) fn is_image(&self, number: u64) -> bool {
        self.images.current.as_ref().is_some_and(|current| current.number == number)
    }

    /// The one under way has ended.
    pub(super) fn end_image(&mut self, outcome: Result<(), Trouble>) {
        let Some(Fetching { mut wish, partial, .. }) = self.images.current.take() else { return };
        match outcome {
            Ok(()) => self.keep_image(&wish, &partial),
            Err(trouble) => {
                tracing::warn!("an image's own file was not fetched: {trouble:?}");
                wish.failures += 1;
                wish.due_at = self.dependencies.clock.now().saturating_add(PAUSE);
                if matches!(trouble, Trouble::Passing(_)) && wish.failures < MOST_TRIES {
                    self.images.waiting.push(wish);
                }
            }
        }
    }

    fn keep_image(&self, wish: &Wish, partial: &Path) {
        if !self.wants_image(&wish.video, &wish.folder) || !self.is_saved(&wish.video) {
            return;
        }
        match image_file::keep(partial, &wish.folder, &wish.video.media_id) {
            Ok(()) => tracing::info!("an image's own file was kept beside its video"),
            Err(error) => tracing::warn!("an image's own file was not kept: {error}"),
        }
    }

    /// Gives up the one under way, if it takes too long.
    pub(super) fn give_up_image(&mut self, now: Millis) {
        if self.images.current.take_if(|current| current.until <= now).is_some() {
            tracing::warn!("an image's own file was not fetched: it took too long");
        }
    }
}
