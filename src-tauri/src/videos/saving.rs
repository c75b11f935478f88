//! The thread that saves videos, one after the other: it asks the page's webview for the next one,
//! and stores the outcome in the database. The order is `queue`'s, the file is `keep`'s. A better file of a
//! saved video goes the same way; what is different about it is `better`'s. `image` fetches what lies beside.

mod better;
mod image;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use retake_protocol::{MediaId, Millis, VideoQuality};
use retake_store::{SavedFile, StoreError, VideoSource, VideoStatus};
use tempfile::TempPath;
use url::Url;

use image::Images;

use super::fetch::{Ended, MOST_BYTES, Wanted};
use super::keep::Content;
use super::queue::{Queue, Trouble, Verdict};
use super::{Callbacks, Dependencies, Message, Video, choice, folder, keep, name, replace};
use crate::media_address;

/// How long a download may take in all, in ms.
const FETCH_WITHIN: Millis = 15 * 60_000;

/// The longest sleep: timers stand still while the machine is suspended, the clock does not.
const LONGEST_SLEEP: Millis = 15_000;

/// What the thread holds.
pub(super) struct Saving {
    dependencies: Dependencies,
    callbacks: Callbacks,
    messages: Sender<Message>,
    queue: Queue,
    current: Option<Current>,
    /// Images whose own file is wanted beside a video.
    images: Images,
    /// The saved videos whose better file is not asked for again in this run: it could not be had or kept.
    not_now: HashSet<Video>,
    /// Counts downloads.
    number: u64,
    /// Since when every finished video is saved; `None`: none is by itself.
    since: Option<Millis>,
}

/// The download that is under way.
struct Current {
    number: u64,
    video: Video,
    quality: VideoQuality,
    partial: TempPath,
    folder: PathBuf,
    until: Millis,
}

/// What became of a download.
enum Kept {
    /// The video has this file now.
    As(SavedFile),
    /// It has this file now, and the one before it is to go.
    InPlaceOf { file: SavedFile, old: SavedFile },
    /// It is not wanted any more.
    Not,
}

impl Saving {
    pub(super) fn new(
        dependencies: Dependencies,
        callbacks: Callbacks,
        messages: Sender<Message>,
    ) -> Self {
        let now = dependencies.clock.now();
        dependencies.folder.clear_unfinished();
        let mut saving = Self {
            dependencies,
            callbacks,
            messages,
            queue: Queue::default(),
            current: None,
            images: Images::default(),
            not_now: HashSet::new(),
            number: 0,
            since: None,
        };
        saving.take_settings(now);
        saving
    }

    /// Works until the app ends.
    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            self.begin_next();
            let message = match self.pause() {
                Some(pause) => inbox.recv_timeout(pause),
                None => inbox.recv().map_err(RecvTimeoutError::from),
            };
            match message {
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.give_up_on_what_takes_too_long();
        }
    }

    /// Until something is due; `None`: nothing will be by itself.
    fn pause(&self) -> Option<Duration> {
        let until = self.current.as_ref().map(|current| current.until);
        let until = until.or_else(|| self.images.until());
        let due = || self.queue.next_wakeup().into_iter().chain(self.images.next_wakeup()).min();
        let at = until.or_else(due)?;
        let left = at.saturating_sub(self.dependencies.clock.now()).clamp(0, LONGEST_SLEEP);
        Some(Duration::from_millis(left.unsigned_abs()))
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::GoOn => self.go_on(),
            Message::Asked(video) => self.add(video),
            Message::ImageChanged(media_id) => {
                self.ask_for_new(&media_id);
                self.ask_for_better(&media_id);
            }
            Message::SettingsChanged { at } => self.take_settings(at),
            Message::Lost(lost, reason) => self.lose(lost, reason),
            Message::Ended { number, outcome, .. } if self.is_image(number) => {
                self.end_image(outcome);
            }
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
        let open = self.dependencies.store.open_videos().unwrap_or_else(|error| {
            tracing::warn!("the videos still to save can't be listed: {error}");
            Vec::new()
        });
        let now = self.dependencies.clock.now();
        for (media_id, attempt_id) in open {
            self.queue.add(Video { media_id, attempt_id }, now);
        }
        self.go_on_replacing();
    }

    fn add(&mut self, video: Video) {
        (self.callbacks.tell)(&video.media_id);
        self.queue.add(video, self.dependencies.clock.now());
    }

    /// What was finished before the setting was turned on is not fetched by itself.
    fn take_settings(&mut self, now: Millis) {
        let is_on = self.dependencies.settings.keeps_videos();
        self.since = is_on.then(|| self.since.unwrap_or(now));
    }

    fn ask_for_new(&mut self, media_id: &MediaId) {
        let Some(since) = self.since else { return };
        let store = &self.dependencies.store;
        let new = store.new_videos(media_id, since).unwrap_or_else(|error| {
            tracing::warn!("the new videos can't be listed: {error}");
            Vec::new()
        });
        for attempt_id in new {
            let now = self.dependencies.clock.now();
            match self.dependencies.store.ask_for_video(media_id, &attempt_id, now) {
                Ok(_) => self.add(Video { media_id: media_id.clone(), attempt_id }),
                Err(error) => tracing::warn!("a video will not be saved: {error}"),
            }
        }
    }

    fn begin_next(&mut self) {
        if self.images.until().is_some() {
            return;
        }
        while let Some(video) = self.queue.next(self.dependencies.clock.now()) {
            match self.begin(&video) {
                Ok(Begun::UnderWay) => return,
                Ok(Begun::NotWanted) => self.settle(&video, Kept::Not),
                Err(trouble) => self.fail(&video, trouble),
            }
        }
        self.begin_next_image();
    }

    fn begin(&mut self, video: &Video) -> Result<Begun, Trouble> {
        let Some(source) = self.source_of(video)? else { return Ok(Begun::NotWanted) };
        if let Some(partial) = &source.partial {
            keep::remove_partial(Path::new(partial));
        }
        let (next, folder) = match &source.saved {
            None => (Some(self.next_file(&source).ok_or_else(no_link)?), Some(self.open_folder()?)),
            Some(saved) => (self.next_file(&source), self.folder_for_better(saved)),
        };
        let (Some((quality, url)), Some(folder)) = (next, folder) else {
            return Ok(Begun::NotWanted);
        };
        let partial = keep::unfinished(&folder)
            .context("beginning a file for the video")
            .map_err(|error| lasting(&error))?
            .into_temp_path();
        let path = partial.to_path_buf();
        self.note_fetching(video, &source, path.display().to_string());
        let (number, ended) = self.next_download(path.clone());
        let grok = self.dependencies.grok.clone();
        let wanted = Wanted { grok, url, partial: path, most_bytes: MOST_BYTES };
        (self.callbacks.fetch)(wanted, ended).map_err(|error| {
            Trouble::Passing(format!("The page could not be asked for the video: {error:#}."))
        })?;
        let until = self.dependencies.clock.now().saturating_add(FETCH_WITHIN);
        let video = video.clone();
        self.current = Some(Current { number, video, quality, partial, folder, until });
        Ok(Begun::UnderWay)
    }

    /// The number of a download to `partial`, and what is called when that has ended.
    fn next_download(&mut self, partial: PathBuf) -> (u64, Ended) {
        self.number += 1;
        let (number, messages) = (self.number, self.messages.clone());
        let ended = move |outcome| {
            // Without the thread there is nobody to keep it.
            let _ = messages.send(Message::Ended { number, partial, outcome });
        };
        (number, Box::new(ended))
    }

    /// The best file that may be fetched, and where it is.
    fn next_file(&self, source: &VideoSource) -> Option<(VideoQuality, Url)> {
        choice::worth_fetching(source).find_map(|file| {
            let url = media_address::resolve(&self.dependencies.grok, &file.address)?;
            Some((file.quality, url))
        })
    }

    /// The folder that videos are saved in.
    fn open_folder(&self) -> Result<PathBuf, Trouble> {
        let setting = self.dependencies.settings.video_folder();
        folder::open(&setting, &self.dependencies.folder).map_err(|error| lasting(&error))
    }

    fn end(&mut self, current: Current, outcome: Result<(), Trouble>) {
        let (video, quality) = (current.video.clone(), current.quality);
        match outcome.and_then(|()| keep::inspect(&current.partial, quality)) {
            Ok(content) => match self.keep(current, content) {
                Ok(kept) => self.settle(&video, kept),
                Err(trouble) => self.fail(&video, trouble),
            },
            Err(trouble) => self.fail_file(&video, quality, trouble),
        }
    }

    fn settle(&mut self, video: &Video, kept: Kept) {
        self.queue.settle();
        let (file, old) = match kept {
            Kept::Not => return self.end_replacement(video),
            Kept::As(file) => (file, None),
            Kept::InPlaceOf { file, old } => (file, Some(old)),
        };
        let (bytes, quality) = (file.bytes, file.quality.as_str());
        tracing::info!(bytes, quality, "a video was saved");
        if !self.is_saved(video) {
            self.wish_for_image(video, &file);
        }
        let saved = VideoStatus::Saved { file, at: self.dependencies.clock.now() };
        match (self.store_status(video, &saved), old) {
            (Ok(()), Some(old)) => replace::remove(&old),
            (Ok(()), None) => {}
            (Err(error), _) => not_stored(&error),
        }
        // Grok may have named a better one while this one was fetched.
        self.ask_for_better_of(video);
    }

    fn keep(&self, current: Current, content: Content) -> Result<Kept, Trouble> {
        match self.source_of(&current.video)? {
            None => Ok(Kept::Not),
            Some(source) if source.saved.is_some() => self.keep_better(current, content, &source),
            Some(source) => self.keep_anew(current, content, &source).map(Kept::As),
        }
    }

    fn keep_anew(
        &self,
        current: Current,
        content: Content,
        source: &VideoSource,
    ) -> Result<SavedFile, Trouble> {
        let Current { video, partial, folder, .. } = current;
        let name = self.dependencies.settings.video_name().name(&name::Facts {
            finished: local_time(source.finished_at),
            media_id: &video.media_id,
            attempt_id: &video.attempt_id,
            number: source.number,
        });
        let now = self.dependencies.clock.now();
        keep::keep((partial, content), (&folder, &name), (&video, source), now)
    }

    /// One file of a video could not be had: the next one gets its turn (spec N8).
    fn fail_file(&mut self, video: &Video, quality: VideoQuality, trouble: Trouble) {
        let now = self.dependencies.clock.now();
        let quality_name = quality.as_str();
        tracing::warn!(quality = quality_name, "a video's file was not fetched: {trouble:?}");
        let is_gone = matches!(trouble, Trouble::Lasting(_));
        let Verdict::GivenUp { reason } = self.queue.fail(trouble, now) else { return };
        if !is_gone && self.is_saved(video) {
            return self.give_up(video, reason);
        }
        let next = self.give_up_file(video, quality).unwrap_or_else(|error| {
            tracing::warn!("that a video's file can't be had was not stored: {error}");
            None
        });
        match next {
            Some(next) => {
                tracing::info!(quality = next.as_str(), "the next file of the video is fetched");
                self.queue.add_first(video.clone(), now);
            }
            None => self.give_up(video, reason),
        }
    }

    /// Has a file not fetched any more, and answers which one is next.
    fn give_up_file(
        &self,
        video: &Video,
        quality: VideoQuality,
    ) -> Result<Option<VideoQuality>, StoreError> {
        let Video { media_id, attempt_id } = video;
        let store = &self.dependencies.store;
        store.give_up_file(media_id, attempt_id, quality)?;
        let source = store.video(media_id, attempt_id)?;
        Ok(source.and_then(|source| self.next_file(&source)).map(|(next, _)| next))
    }

    fn fail(&mut self, video: &Video, trouble: Trouble) {
        tracing::warn!("a video was not saved: {trouble:?}");
        if let Verdict::GivenUp { reason } = self.queue.fail(trouble, self.dependencies.clock.now())
        {
            self.give_up(video, reason);
        }
    }

    fn is_saved(&self, video: &Video) -> bool {
        let source = self.source_of(video).ok().flatten();
        source.is_some_and(|source| source.saved.is_some())
    }

    /// Nothing more is tried until the user asks again, and then everything. A saved video stays as it is, and
    /// what is better is looked for in the next run.
    fn give_up(&mut self, video: &Video, reason: String) {
        match self.source_of(video) {
            Ok(Some(source)) if source.saved.is_some() => {
                self.not_now.insert(video.clone());
                self.end_replacement(video);
            }
            Ok(_) => self.note(video, &VideoStatus::Failed { reason }),
            Err(trouble) => tracing::warn!("that a video failed was not stored: {trouble:?}"),
        }
    }

    fn give_up_on_what_takes_too_long(&mut self) {
        let now = self.dependencies.clock.now();
        self.give_up_image(now);
        if let Some(current) = self.current.take_if(|current| current.until <= now) {
            let trouble = Trouble::Passing("The download took too long.".into());
            self.fail_file(&current.video, current.quality, trouble);
        }
    }

    fn source_of(&self, video: &Video) -> Result<Option<VideoSource>, Trouble> {
        let source = self.dependencies.store.video(&video.media_id, &video.attempt_id);
        source.map_err(|error| Trouble::Passing(format!("{:#}.", anyhow::Error::from(error))))
    }

    fn note(&self, video: &Video, status: &VideoStatus) {
        if let Err(error) = self.store_status(video, status) {
            not_stored(&error);
        }
    }

    fn store_status(&self, video: &Video, status: &VideoStatus) -> Result<(), StoreError> {
        let Video { media_id, attempt_id } = video;
        let stored = self.dependencies.store.set_video(media_id, attempt_id, status);
        (self.callbacks.tell)(media_id);
        stored
    }
}

enum Begun {
    UnderWay,
    /// It was forgotten in the meantime, or what is saved of it stays.
    NotWanted,
}

fn not_stored(error: &StoreError) {
    tracing::warn!("the status of a video was not stored: {error}");
}

fn no_link() -> Trouble {
    Trouble::Lasting("The link isn't from Grok, so it wasn't downloaded.".into())
}

fn lasting(error: &anyhow::Error) -> Trouble {
    Trouble::Lasting(format!("{error:#}."))
}

/// By the user's own clock; a time that no calendar has is its beginning.
fn local_time(at: Millis) -> DateTime {
    let at = Timestamp::from_millisecond(at).unwrap_or_default();
    at.to_zoned(TimeZone::system()).datetime()
}
