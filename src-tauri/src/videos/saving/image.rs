//! The image's own file beside a saved video (spec K2): fetched once no video is due, and one at a time, as
//! they are. What can't be had is left, and asked for again with the next video of the image.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use retake_protocol::Millis;
use retake_store::SavedFile;
use tempfile::TempPath;
use url::Url;

use super::{FETCH_WITHIN, Saving};
use crate::media_address;
use crate::videos::fetch::Wanted;
use crate::videos::queue::Trouble;
use crate::videos::{Message, Video, image_file, keep};

/// How often one is tried.
const MOST_TRIES: u32 = 3;

/// The images whose own file is wanted.
#[derive(Default)]
pub(super) struct Images {
    waiting: VecDeque<Wish>,
    current: Option<Fetching>,
}

/// The file of a video's image is wanted beside the video.
struct Wish {
    video: Video,
    url: Url,
    folder: PathBuf,
    failures: u32,
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
}

impl Saving {
    /// A video was saved for the first time: its image is wanted beside it, unless it is there.
    pub(super) fn wish_for_image(&mut self, video: &Video, file: &SavedFile) {
        let Some(folder) = Path::new(&file.path).parent() else { return };
        let is_wanted = self.dependencies.settings.keeps_image_files()
            && !image_file::is_there(folder, &video.media_id);
        let source = self.source_of(video).ok().flatten().filter(|_| is_wanted);
        let address = source.and_then(|source| source.image_url);
        let grok = &self.dependencies.grok;
        let Some(url) = address.and_then(|address| media_address::resolve(grok, &address)) else {
            return;
        };
        let folder = folder.to_owned();
        self.images.waiting.push_back(Wish { video: video.clone(), url, folder, failures: 0 });
    }

    /// Begins with the next one, where nothing is under way.
    pub(super) fn begin_next_image(&mut self) {
        while self.current.is_none() && self.images.current.is_none() {
            let Some(wish) = self.images.waiting.pop_front() else { return };
            if image_file::is_there(&wish.folder, &wish.video.media_id) {
                continue;
            }
            if let Err(error) = self.begin_image(wish) {
                tracing::warn!("an image's own file was not asked for: {error:#}");
            }
        }
    }

    fn begin_image(&mut self, wish: Wish) -> anyhow::Result<()> {
        let partial = keep::unfinished(&wish.folder).context("beginning a file")?.into_temp_path();
        let path = partial.to_path_buf();
        self.number += 1;
        let (number, messages, of_download) = (self.number, self.messages.clone(), path.clone());
        let ended = Box::new(move |outcome| {
            // Without the thread there is nobody to keep it.
            let _ = messages.send(Message::Ended { number, partial: of_download, outcome });
        });
        let (grok, url) = (self.dependencies.grok.clone(), wish.url.clone());
        (self.callbacks.fetch)(Wanted { grok, url, partial: path }, ended)?;
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
            Ok(()) => self.keep_image(&wish, partial),
            Err(trouble) => {
                tracing::warn!("an image's own file was not fetched: {trouble:?}");
                wish.failures += 1;
                if matches!(trouble, Trouble::Passing(_)) && wish.failures < MOST_TRIES {
                    self.images.waiting.push_back(wish);
                }
            }
        }
    }

    fn keep_image(&self, wish: &Wish, partial: TempPath) {
        // It may have been forgotten in the meantime.
        if !self.is_saved(&wish.video) {
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
