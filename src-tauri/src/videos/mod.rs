//! Videos that are saved as files of the user's: those asked for, and, where the settings say so,
//! every one that is finished. This module is how everything else reaches them; in the order of a
//! video's way:
//!
//! | module | what it does, and the rules (`docs/spec.md`) of that |
//! | --- | --- |
//! | `saving` | N1, N7, N8: the thread that takes them one after the other, each in its best file |
//! | `saving::better` | N9: what that thread does where Grok names a better file of a saved one |
//! | `saving::image` | K2: the image's own file, fetched as they are |
//! | `queue` | N2, N3: which comes next, and when one is tried again |
//! | `choice` | N8, N9: which of Grok's files of it is fetched |
//! | `folder` | where it goes |
//! | `fetch` | N3: what is taken, and what is said of what isn't |
//! | `fetch_linux`, `fetch_by_page` | one download by the page's webview |
//! | `whole` | N8: whether its file is whole |
//! | `name` | N5: how its file is called |
//! | `keep` | N4: the unfinished file becomes the user's |
//! | `replace` | N9: it takes the place of one that is not as good |
//! | `sidecar` | N6: what stands beside it |
//! | `image_file` | K2: the image's own file beside it |
//! | `check` | K6: which files are missing, broken or there twice |
//! | `frame` | K6: a frame as a picture |
//!
//! What is asked for, and its status, stands in the database, so that a restart continues it
//! and nothing is fetched twice.

mod check;
mod choice;
pub(crate) mod fetch;
#[cfg(any(not(target_os = "linux"), test))]
mod fetch_by_page;
#[cfg(target_os = "linux")]
mod fetch_linux;
pub(crate) mod folder;
mod frame;
mod image_file;
pub(crate) mod keep;
pub(crate) mod name;
mod queue;
mod replace;
mod saving;
mod sidecar;
mod whole;

#[cfg(not(target_os = "linux"))]
pub(crate) use fetch_by_page::VideoFetcher;
#[cfg(target_os = "linux")]
pub(crate) use fetch_linux::VideoFetcher;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use anyhow::Context as _;
use retake_locale::Text;
use retake_protocol::{AttemptId, MediaId, Millis};
use retake_store::{SavedFile, SavedVideo, Store, StoreError};

use crate::clock::Clock;
use crate::data_folder::DataFolder;
use crate::grok_url::GrokUrl;
use crate::settings::SettingsStore;
use fetch::{Ended, Wanted};
use queue::Trouble;
use saving::Saving;

/// An attempt whose video is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Video {
    pub(crate) media_id: MediaId,
    pub(crate) attempt_id: AttemptId,
}

/// How the thread reaches the rest of the app.
pub(crate) struct Callbacks {
    /// Begins a download; an error means that there is no page.
    pub(crate) fetch: Box<dyn Fn(Wanted, Ended) -> anyhow::Result<()> + Send>,
    /// Called with an image that something changed for.
    pub(crate) tell: Box<dyn Fn(&MediaId) + Send>,
}

/// What the thread works with.
pub(crate) struct Dependencies {
    pub(crate) store: Store,
    pub(crate) clock: Arc<Clock>,
    pub(crate) settings: SettingsStore,
    pub(crate) folder: DataFolder,
    pub(crate) grok: GrokUrl,
}

enum Message {
    /// The page is there: what an earlier run left open goes on.
    GoOn,
    Asked(Video),
    ImageChanged(MediaId),
    SettingsChanged {
        at: Millis,
    },
    /// The file of a saved video is gone or damaged; why, in plain words.
    Lost(SavedVideo, String),
    Ended {
        number: u64,
        partial: PathBuf,
        outcome: Result<(), Trouble>,
    },
}

/// How everything else reaches the videos. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Videos {
    messages: Sender<Message>,
    store: Store,
    clock: Arc<Clock>,
}

impl Videos {
    /// Starts the thread that saves videos.
    pub(crate) fn start(dependencies: Dependencies, callbacks: Callbacks) -> anyhow::Result<Self> {
        let (messages, inbox) = channel();
        let videos = Self {
            messages: messages.clone(),
            store: dependencies.store.clone(),
            clock: Arc::clone(&dependencies.clock),
        };
        let saving = Saving::new(dependencies, callbacks, messages);
        std::thread::Builder::new()
            .name("videos".into())
            .spawn(move || saving.run(&inbox))
            .context("starting the thread that saves videos")?;
        Ok(videos)
    }

    /// The page is there: goes on with what an earlier run left.
    pub(crate) fn go_on(&self) {
        self.send(Message::GoOn);
    }

    /// Something of this image was stored: perhaps it has a new video.
    pub(crate) fn image_changed(&self, media_id: &MediaId) {
        self.send(Message::ImageChanged(media_id.clone()));
    }

    /// A setting was changed.
    pub(crate) fn settings_changed(&self) {
        self.send(Message::SettingsChanged { at: self.clock.now() });
    }

    /// Has a video saved; `false`: the attempt has none. Waits for the disk, not for the download.
    pub(crate) fn save(&self, video: Video) -> Result<bool, StoreError> {
        let Video { media_id, attempt_id } = &video;
        let is_there = self.store.ask_for_video(media_id, attempt_id, self.clock.now())?;
        if is_there {
            self.send(Message::Asked(video));
        }
        Ok(is_there)
    }

    /// The folder of a saved video. One that is no longer there can be saved again from now on.
    pub(crate) fn folder_of(&self, video: Video) -> anyhow::Result<PathBuf> {
        let Video { media_id, attempt_id } = &video;
        let source = self.store.video(media_id, attempt_id)?;
        let saved = source.and_then(|source| source.saved).context("this video is not saved")?;
        let path = PathBuf::from(&saved.path);
        if !path.is_file() {
            let reason = format!("{} is no longer there.", path.display());
            let SavedFile { path, bytes, .. } = saved;
            let Video { media_id, attempt_id } = video;
            let lost = SavedVideo { media_id, attempt_id, path, bytes };
            self.send(Message::Lost(lost, reason.clone()));
            anyhow::bail!("{reason} Save the video again");
        }
        Ok(path.parent().unwrap_or(&path).to_owned())
    }

    /// Looks at the files of all saved videos (spec K6). Those that are missing or broken can be saved
    /// again from now on.
    pub(crate) fn check_files(&self) -> Result<Vec<Text>, StoreError> {
        let findings = check::check(self.store.saved_videos()?);
        let lines = findings.lines();
        let lost = findings.missing.into_iter().map(|video| (video, "is no longer there"));
        let broken = findings.broken.into_iter().map(|video| (video, "is damaged"));
        for (video, what) in lost.chain(broken) {
            let reason = format!("{} {what}.", video.path);
            self.send(Message::Lost(video, reason));
        }
        Ok(lines)
    }

    /// Saves a frame of a saved video beside it, and answers where (spec K6).
    pub(crate) fn save_frame(&self, video: &Video, png: &[u8]) -> anyhow::Result<PathBuf> {
        let source = self.store.video(&video.media_id, &video.attempt_id)?;
        let saved = source.and_then(|source| source.saved).context("this video is not saved")?;
        frame::write(Path::new(&saved.path), png)
    }

    /// Without the thread no video is saved, and nothing else is missing.
    fn send(&self, message: Message) {
        let _ = self.messages.send(message);
    }
}

#[cfg(test)]
mod tests;
