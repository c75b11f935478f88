//! Videos that are saved as files of the user's: those asked for, and, where the settings say so,
//! every one that is finished. This module has the thread that takes them one after the other; in
//! the order of a video's way:
//!
//! | module | what it does |
//! | --- | --- |
//! | `queue` | which comes next, and when one is tried again |
//! | `address` | where a video may come from |
//! | `folder` | where it goes |
//! | `fetch` | what is taken, and what is said of what isn't |
//! | `fetch_linux`, `fetch_by_page` | one download by the page's webview |
//! | `name` | how its file is called |
//! | `keep` | the unfinished file becomes the user's |
//!
//! What is asked for and what became of it stands in the database, so that a restart goes on with it
//! and nothing is fetched twice.

mod address;
pub(crate) mod fetch;
#[cfg(any(not(target_os = "linux"), test))]
mod fetch_by_page;
#[cfg(target_os = "linux")]
mod fetch_linux;
pub(crate) mod folder;
mod keep;
pub(crate) mod name;
mod queue;

#[cfg(not(target_os = "linux"))]
pub(crate) use fetch_by_page::Downloads;
#[cfg(target_os = "linux")]
pub(crate) use fetch_linux::Downloads;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use retake_protocol::{AttemptId, MediaId, Millis};
use retake_store::{Store, StoreError, VideoFate, VideoSource};
use tempfile::TempPath;

use crate::clock::Clock;
use crate::data_folder::DataFolder;
use crate::grok_url::GrokUrl;
use crate::settings::SettingsKeeper;
use fetch::{Ended, Wanted};
use queue::{Queue, Trouble, Verdict};

/// How long a download may take in all, in ms.
const FETCH_WITHIN: Millis = 15 * 60_000;

/// The longest sleep: timers stand still while the machine is suspended, the clock does not.
const LONGEST_SLEEP: Millis = 15_000;

/// An attempt whose video is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Video {
    pub(crate) media_id: MediaId,
    pub(crate) attempt_id: AttemptId,
}

/// What the thread reaches the rest of the app by.
pub(crate) struct Doors {
    /// Begins a download; an error means that there is no page.
    pub(crate) fetch: Box<dyn Fn(Wanted, Ended) -> anyhow::Result<()> + Send>,
    /// Is told of an image of which something changed.
    pub(crate) tell: Box<dyn Fn(&MediaId) + Send>,
}

/// What the thread works with.
pub(crate) struct Means {
    pub(crate) store: Store,
    pub(crate) clock: Arc<Clock>,
    pub(crate) settings: SettingsKeeper,
    pub(crate) folder: DataFolder,
    pub(crate) grok: GrokUrl,
}

enum Message {
    /// The page is there: what an earlier run left open goes on.
    GoOn,
    Asked(Video),
    ImageChanged(MediaId),
    SettingsChanged,
    Lost(Video, String),
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
    pub(crate) fn start(means: Means, doors: Doors) -> anyhow::Result<Self> {
        let (messages, inbox) = channel();
        let videos = Self {
            messages: messages.clone(),
            store: means.store.clone(),
            clock: Arc::clone(&means.clock),
        };
        let saving = Saving {
            means,
            doors,
            messages,
            queue: Queue::default(),
            current: None,
            number: 0,
            since: None,
        };
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
        self.send(Message::SettingsChanged);
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
        let path = source.and_then(|source| source.path).context("this video is not saved")?;
        let path = PathBuf::from(path);
        if !path.is_file() {
            let reason = format!("{} is no longer there.", path.display());
            self.send(Message::Lost(video, reason.clone()));
            anyhow::bail!("{reason} Save the video again");
        }
        Ok(path.parent().unwrap_or(&path).to_owned())
    }

    /// Without the thread no video is saved, and nothing else is missing.
    fn send(&self, message: Message) {
        let _ = self.messages.send(message);
    }
}

struct Saving {
    means: Means,
    doors: Doors,
    messages: Sender<Message>,
    queue: Queue,
    current: Option<Current>,
    /// Counts downloads.
    number: u64,
    /// Since when every finished video is saved; `None`: none is by itself.
    since: Option<Millis>,
}

/// The download that is under way.
struct Current {
    number: u64,
    video: Video,
    partial: TempPath,
    folder: PathBuf,
    until: Millis,
}

impl Saving {
    fn run(mut self, inbox: &Receiver<Message>) {
        self.take_settings();
        loop {
            self.begin_next();
            let message = match self.pause() {
                Some(pause) => inbox.recv_timeout(pause),
                None => inbox.recv().map_err(RecvTimeoutError::from),
            };
            match message {
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => self.give_up_on_what_takes_too_long(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    /// Until something is due; `None`: nothing will be by itself.
    fn pause(&self) -> Option<Duration> {
        let until = self.current.as_ref().map(|current| current.until);
        let at = until.or_else(|| self.queue.next_wakeup())?;
        let left = at.saturating_sub(self.means.clock.now()).clamp(0, LONGEST_SLEEP);
        Some(Duration::from_millis(left.unsigned_abs()))
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::GoOn => self.go_on(),
            Message::Asked(video) => self.add(video),
            Message::ImageChanged(media_id) => self.ask_for_new(&media_id),
            Message::SettingsChanged => self.take_settings(),
            Message::Lost(video, reason) => self.note(&video, VideoFate::Failed { reason }),
            Message::Ended { number, partial, outcome } => {
                match self.current.take_if(|current| current.number == number) {
                    Some(current) => self.end(current, outcome),
                    // It was given up before it came to this.
                    None => keep::remove_partial(&partial),
                }
            }
        }
    }

    fn go_on(&mut self) {
        let open = self.means.store.open_videos().unwrap_or_else(|error| {
            tracing::warn!("what is left to save can't be listed: {error}");
            Vec::new()
        });
        let now = self.means.clock.now();
        for (media_id, attempt_id) in open {
            self.queue.add(Video { media_id, attempt_id }, now);
        }
    }

    fn add(&mut self, video: Video) {
        (self.doors.tell)(&video.media_id);
        self.queue.add(video, self.means.clock.now());
    }

    /// What was finished before the setting was turned on is not fetched by itself.
    fn take_settings(&mut self) {
        let is_on = self.means.settings.keeps_videos();
        self.since = is_on.then(|| self.since.unwrap_or_else(|| self.means.clock.now()));
    }

    fn ask_for_new(&mut self, media_id: &MediaId) {
        let Some(since) = self.since else { return };
        let store = &self.means.store;
        let new = store.new_videos(media_id, since).unwrap_or_else(|error| {
            tracing::warn!("the new videos can't be listed: {error}");
            Vec::new()
        });
        for attempt_id in new {
            let now = self.means.clock.now();
            match self.means.store.ask_for_video(media_id, &attempt_id, now) {
                Ok(_) => self.add(Video { media_id: media_id.clone(), attempt_id }),
                Err(error) => tracing::warn!("a video will not be saved: {error}"),
            }
        }
    }

    fn begin_next(&mut self) {
        while let Some(video) = self.queue.next(self.means.clock.now()) {
            match self.begin(&video) {
                Ok(Begun::UnderWay) => return,
                Ok(Begun::NotWanted) => self.queue.settle(),
                Err(trouble) => self.fail(&video, trouble),
            }
        }
    }

    fn begin(&mut self, video: &Video) -> Result<Begun, Trouble> {
        let Some(source) = self.source_of(video)?.filter(|source| source.path.is_none()) else {
            return Ok(Begun::NotWanted);
        };
        if let Some(partial) = &source.partial {
            keep::remove_partial(Path::new(partial));
        }
        let grok = self.means.grok.clone();
        let url = address::resolve(&grok, &source.address).ok_or_else(|| {
            Trouble::Lasting("Its address is none of Grok's, so it is not fetched.".into())
        })?;
        let setting = self.means.settings.video_folder();
        let folder = folder::open(&setting, &self.means.folder).map_err(|error| lasting(&error))?;
        let partial = keep::new_partial(&folder)
            .context("beginning a file for the video")
            .map_err(|error| lasting(&error))?;
        let path = partial.to_path_buf();
        let fate = VideoFate::Fetching { partial: path.display().to_string() };
        self.note(video, fate);
        self.number += 1;
        let (number, messages, of_download) = (self.number, self.messages.clone(), path.clone());
        let ended = Box::new(move |outcome| {
            // Without the thread there is nobody to save it.
            let _ = messages.send(Message::Ended { number, partial: of_download, outcome });
        });
        (self.doors.fetch)(Wanted { grok, url, partial: path }, ended).map_err(|error| {
            Trouble::Passing(format!("The page could not be asked for the video: {error:#}."))
        })?;
        let until = self.means.clock.now().saturating_add(FETCH_WITHIN);
        self.current = Some(Current { number, video: video.clone(), partial, folder, until });
        Ok(Begun::UnderWay)
    }

    fn end(&mut self, current: Current, outcome: Result<(), Trouble>) {
        let video = current.video.clone();
        match outcome.and_then(|()| self.keep(current)) {
            Ok(Some(fate)) => {
                self.queue.settle();
                self.note(&video, fate);
            }
            // It was forgotten meanwhile.
            Ok(None) => self.queue.settle(),
            Err(trouble) => self.fail(&video, trouble),
        }
    }

    fn keep(&self, current: Current) -> Result<Option<VideoFate>, Trouble> {
        let Current { video, partial, folder, .. } = current;
        let Some(source) = self.source_of(&video)? else { return Ok(None) };
        let name = self.means.settings.video_name().name(&name::Facts {
            finished: local_time(source.finished_at),
            media_id: &video.media_id,
            attempt_id: &video.attempt_id,
            number: source.number,
        });
        let at = self.means.clock.now();
        let kept = keep::keep(partial, (&folder, &name), (&video, &source), at)?;
        tracing::info!(bytes = kept.bytes, "a video was saved");
        let path = kept.path.display().to_string();
        Ok(Some(VideoFate::Saved { path, bytes: kept.bytes, at }))
    }

    fn fail(&mut self, video: &Video, trouble: Trouble) {
        tracing::warn!("a video was not saved: {trouble:?}");
        if let Verdict::GivenUp { reason } = self.queue.fail(trouble, self.means.clock.now()) {
            self.note(video, VideoFate::Failed { reason });
        }
    }

    fn give_up_on_what_takes_too_long(&mut self) {
        let now = self.means.clock.now();
        if let Some(current) = self.current.take_if(|current| current.until <= now) {
            let trouble = Trouble::Passing("The download took too long.".into());
            self.fail(&current.video, trouble);
        }
    }

    fn source_of(&self, video: &Video) -> Result<Option<VideoSource>, Trouble> {
        let source = self.means.store.video(&video.media_id, &video.attempt_id);
        source.map_err(|error| Trouble::Passing(format!("{:#}.", anyhow::Error::from(error))))
    }

    fn note(&self, video: &Video, fate: VideoFate) {
        let Video { media_id, attempt_id } = video;
        if let Err(error) = self.means.store.set_video(media_id, attempt_id, fate) {
            tracing::warn!("what became of a video is not stored: {error}");
        }
        (self.doors.tell)(media_id);
    }
}

enum Begun {
    UnderWay,
    /// It was forgotten or saved meanwhile.
    NotWanted,
}

fn lasting(error: &anyhow::Error) -> Trouble {
    Trouble::Lasting(format!("{error:#}."))
}

/// By the user's own clock; a time that no calendar has is its beginning.
fn local_time(at: Millis) -> DateTime {
    let at = Timestamp::from_millisecond(at).unwrap_or_default();
    at.to_zoned(TimeZone::system()).datetime()
}

#[cfg(test)]
mod tests;
