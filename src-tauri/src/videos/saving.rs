//! The thread that saves videos, one after the other: it asks the page's webview for the next one,
//! and stores the outcome in the database. The order is `queue`'s, the file is `keep`'s.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use retake_protocol::{MediaId, Millis, VideoQuality};
use retake_store::{VideoFile, VideoSource, VideoStatus};
use tempfile::TempPath;
use url::Url;

use super::fetch::Wanted;
use super::keep::Content;
use super::queue::{Queue, Trouble, Verdict};
use super::{Callbacks, Dependencies, Message, Video, folder, keep, name};
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
    /// The files that could not be had of the videos that are still to be saved.
    given_up: HashMap<Video, BTreeSet<VideoQuality>>,
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

impl Saving {
    pub(super) fn new(
        dependencies: Dependencies,
        callbacks: Callbacks,
        messages: Sender<Message>,
    ) -> Self {
        let now = dependencies.clock.now();
        let mut saving = Self {
            dependencies,
            callbacks,
            messages,
            queue: Queue::default(),
            current: None,
            given_up: HashMap::new(),
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
        let at = until.or_else(|| self.queue.next_wakeup())?;
        let left = at.saturating_sub(self.dependencies.clock.now()).clamp(0, LONGEST_SLEEP);
        Some(Duration::from_millis(left.unsigned_abs()))
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::GoOn => self.go_on(),
            Message::Asked(video) => self.add(video),
            Message::ImageChanged(media_id) => self.ask_for_new(&media_id),
            Message::SettingsChanged { at } => self.take_settings(at),
            Message::Lost(video, reason) => self.note(&video, &VideoStatus::Failed { reason }),
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
        while let Some(video) = self.queue.next(self.dependencies.clock.now()) {
            match self.begin(&video) {
                Ok(Begun::UnderWay) => return,
                Ok(Begun::NotWanted) => self.settle(&video, None),
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
        let (quality, url) = self.next_file(video, &source).ok_or_else(|| {
            Trouble::Lasting("The link isn't from Grok, so it wasn't downloaded.".into())
        })?;
        let setting = self.dependencies.settings.video_folder();
        let folder =
            folder::open(&setting, &self.dependencies.folder).map_err(|error| lasting(&error))?;
        let partial = keep::unfinished(&folder)
            .context("beginning a file for the video")
            .map_err(|error| lasting(&error))?
            .into_temp_path();
        let path = partial.to_path_buf();
        let outcome = VideoStatus::Fetching { partial: path.display().to_string() };
        self.note(video, &outcome);
        self.number += 1;
        let (number, messages, of_download) = (self.number, self.messages.clone(), path.clone());
        let ended = Box::new(move |outcome| {
            // Without the thread there is nobody to save it.
            let _ = messages.send(Message::Ended { number, partial: of_download, outcome });
        });
        let grok = self.dependencies.grok.clone();
        (self.callbacks.fetch)(Wanted { grok, url, partial: path }, ended).map_err(|error| {
            Trouble::Passing(format!("The page could not be asked for the video: {error:#}."))
        })?;
        let until = self.dependencies.clock.now().saturating_add(FETCH_WITHIN);
        let video = video.clone();
        self.current = Some(Current { number, video, quality, partial, folder, until });
        Ok(Begun::UnderWay)
    }

    /// The best file that may be fetched, and where it is.
    fn next_file(&self, video: &Video, source: &VideoSource) -> Option<(VideoQuality, Url)> {
        let given_up = self.given_up.get(video);
        source.files.iter().find_map(|VideoFile { quality, address }| {
            let is_left = given_up.is_none_or(|given_up| !given_up.contains(quality));
            let url = media_address::resolve(&self.dependencies.grok, address)?;
            is_left.then_some((*quality, url))
        })
    }

    fn end(&mut self, current: Current, outcome: Result<(), Trouble>) {
        let (video, quality) = (current.video.clone(), current.quality);
        match outcome.and_then(|()| keep::inspect(&current.partial, quality)) {
            Ok(content) => match self.keep(current, content) {
                Ok(outcome) => self.settle(&video, outcome.as_ref()),
                Err(trouble) => self.fail(&video, trouble),
            },
            Err(trouble) => self.fail_file(&video, quality, trouble),
        }
    }

    /// `outcome`: `None` where it was forgotten in the meantime.
    fn settle(&mut self, video: &Video, outcome: Option<&VideoStatus>) {
        self.queue.settle();
        self.given_up.remove(video);
        if let Some(outcome) = outcome {
            self.note(video, outcome);
        }
    }

    fn keep(&self, current: Current, content: Content) -> Result<Option<VideoStatus>, Trouble> {
        let Current { video, quality, partial, folder, .. } = current;
        let Some(source) = self.source_of(&video)? else { return Ok(None) };
        let name = self.dependencies.settings.video_name().name(&name::Facts {
            finished: local_time(source.finished_at),
            media_id: &video.media_id,
            attempt_id: &video.attempt_id,
            number: source.number,
        });
        let at = self.dependencies.clock.now();
        let kept = keep::keep((partial, content), (&folder, &name), (&video, &source), at)?;
        tracing::info!(bytes = kept.bytes, quality = quality.as_str(), "a video was saved");
        let path = kept.path.display().to_string();
        Ok(Some(VideoStatus::Saved { path, quality, bytes: kept.bytes, at }))
    }

    /// One file of a video could not be had: the next one gets its turn (spec N8).
    fn fail_file(&mut self, video: &Video, quality: VideoQuality, trouble: Trouble) {
        let now = self.dependencies.clock.now();
        let quality_name = quality.as_str();
        tracing::warn!(quality = quality_name, "a video's file was not fetched: {trouble:?}");
        let Verdict::GivenUp { reason } = self.queue.fail(trouble, now) else { return };
        self.given_up.entry(video.clone()).or_default().insert(quality);
        let source = self.source_of(video).ok().flatten();
        match source.and_then(|source| self.next_file(video, &source)) {
            Some((next, _)) => {
                tracing::info!(quality = next.as_str(), "the next file of the video is fetched");
                self.queue.add_first(video.clone(), now);
            }
            None => self.give_up(video, reason),
        }
    }

    fn fail(&mut self, video: &Video, trouble: Trouble) {
        tracing::warn!("a video was not saved: {trouble:?}");
        if let Verdict::GivenUp { reason } = self.queue.fail(trouble, self.dependencies.clock.now())
        {
            self.give_up(video, reason);
        }
    }

    /// Nothing more is tried until the user asks again, and then everything.
    fn give_up(&mut self, video: &Video, reason: String) {
        self.given_up.remove(video);
        self.note(video, &VideoStatus::Failed { reason });
    }

    fn give_up_on_what_takes_too_long(&mut self) {
        let now = self.dependencies.clock.now();
        if let Some(current) = self.current.take_if(|current| current.until <= now) {
            let trouble = Trouble::Passing("The download took too long.".into());
            self.fail_file(&current.video, current.quality, trouble);
        }
    }

    fn source_of(&self, video: &Video) -> Result<Option<VideoSource>, Trouble> {
        let source = self.dependencies.store.video(&video.media_id, &video.attempt_id);
        source.map_err(|error| Trouble::Passing(format!("{:#}.", anyhow::Error::from(error))))
    }

    fn note(&self, video: &Video, outcome: &VideoStatus) {
        let Video { media_id, attempt_id } = video;
        if let Err(error) = self.dependencies.store.set_video(media_id, attempt_id, outcome) {
            tracing::warn!("the status of a video was not stored: {error}");
        }
        (self.callbacks.tell)(media_id);
    }
}

enum Begun {
    UnderWay,
    /// It was forgotten or saved in the meantime.
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
