//! Where Grok names a better file of a saved video (spec N9): it is asked for once, goes into the saved one's
//! folder, and takes its place, if the user has neither changed nor moved that. Until then the video stays
//! saved as it is, whatever happens.

use std::path::{Path, PathBuf};

use retake_protocol::MediaId;
use retake_store::{
    ReplacementStatus, SavedFile, SavedVideo, StoreError, VideoSource, VideoStatus,
};

use super::{Current, Kept, Saving};
use crate::videos::Video;
use crate::videos::keep::{self, Content};
use crate::videos::queue::Trouble;
use crate::videos::replace::{self, Standing};

impl Saving {
    /// Asks for the better files of an image's saved videos.
    pub(super) fn ask_for_better(&mut self, media_id: &MediaId) {
        let found = self.dependencies.store.replaceable_videos(media_id);
        let found = found.unwrap_or_else(|error| {
            tracing::warn!("the videos with better files can't be listed: {error}");
            Vec::new()
        });
        for attempt_id in found {
            self.ask_for_better_of(&Video { media_id: media_id.clone(), attempt_id });
        }
    }

    /// Asks for the better file of a saved video, where there is one and it may take the saved one's place.
    pub(super) fn ask_for_better_of(&mut self, video: &Video) {
        let Ok(Some(source)) = self.source_of(video) else { return };
        // One that has its place already, and could not be stored so, is a matter of the next start.
        let is_for_later = source.placing.is_some() || self.not_now.contains(video);
        if is_for_later || self.next_file(&source).is_none() {
            return;
        }
        if source.saved.as_ref().and_then(|saved| self.folder_for_better(saved)).is_none() {
            return;
        }
        let at = self.dependencies.clock.now();
        match self.set_replacement(video, &ReplacementStatus::Asked { at }) {
            Ok(()) => self.queue.add(video.clone(), at),
            Err(error) => tracing::warn!("a better file will not be fetched: {error}"),
        }
    }

    /// Goes on with what an earlier run left: a better file that has its place already is not fetched again.
    pub(super) fn go_on_replacing(&mut self) {
        let open = self.dependencies.store.open_replacements().unwrap_or_else(|error| {
            tracing::warn!("the better files still to fetch can't be listed: {error}");
            Vec::new()
        });
        let now = self.dependencies.clock.now();
        for (media_id, attempt_id) in open {
            let video = Video { media_id, attempt_id };
            let source = self.source_of(&video).ok().flatten();
            let placed = source.and_then(|source| {
                let file = source.placing.clone()?;
                (replace::standing(&file) == Standing::AsSaved).then_some((file, source))
            });
            match placed {
                Some((file, source)) => {
                    replace::describe_again(&file, (&video, &source), now);
                    self.note(&video, &VideoStatus::Saved { file, at: now });
                }
                None => self.queue.add(video, now),
            }
        }
    }

    /// Where the better file of a saved one is fetched to: beside it, so that taking its place is one step.
    /// `None`: it does not take its place.
    pub(super) fn folder_for_better(&self, saved: &SavedFile) -> Option<PathBuf> {
        let may_go = self.dependencies.settings.replaces_videos()
            && replace::standing(saved) != Standing::Gone;
        Path::new(&saved.path).parent().filter(|_| may_go).map(Path::to_owned)
    }

    /// Names a better file that is whole, by what became of the saved one in the meantime.
    pub(super) fn keep_better(
        &self,
        current: Current,
        content: Content,
        source: &VideoSource,
    ) -> Result<Kept, Trouble> {
        let Some(saved) = source.saved.as_ref() else { return Ok(Kept::Not) };
        let is_wanted = self.dependencies.settings.replaces_videos();
        if !is_wanted || content.quality <= saved.quality {
            tracing::info!("a better file is dropped: it is not wanted any more");
            return Ok(Kept::Not);
        }
        let path = Path::new(&saved.path);
        let file = keep::finish(&current.partial, content, path)
            .map_err(|error| keep::could_not_write(&current.folder, &error))?;
        let has_same_ending = path.extension().is_some_and(|ending| ending == content.ending);
        // A WebM does not tell whether it is whole, and a smaller file may be no better.
        let is_surely_better = content.ending == "mp4" && content.bytes >= saved.bytes;
        match replace::standing(saved) {
            Standing::Gone => {
                tracing::info!("a better file is dropped: the saved one was moved or deleted");
                Ok(Kept::Not)
            }
            Standing::AsSaved if !is_surely_better => {
                tracing::info!("a better file is saved beside the saved one: it may not be whole");
                self.keep_anew(current, content, source).map(Kept::As)
            }
            Standing::Changed => {
                tracing::info!("a better file is saved beside the saved one, which was changed");
                self.keep_anew(current, content, source).map(Kept::As)
            }
            Standing::AsSaved if has_same_ending => {
                self.put_in_place(current, saved, &file, source)?;
                Ok(Kept::As(file))
            }
            Standing::AsSaved => {
                let file = self.keep_anew(current, content, source)?;
                Ok(Kept::InPlaceOf { file, old: saved.clone() })
            }
        }
    }

    /// What is about to happen is stored first: a run that ends here is known to have come so far.
    fn put_in_place(
        &self,
        current: Current,
        saved: &SavedFile,
        file: &SavedFile,
        source: &VideoSource,
    ) -> Result<(), Trouble> {
        let Current { video, partial, .. } = current;
        let partial_path = partial.display().to_string();
        let placing = ReplacementStatus::Placing { partial: partial_path, file: file.clone() };
        self.set_replacement(&video, &placing)
            .map_err(|error| Trouble::Lasting(format!("{:#}.", anyhow::Error::from(error))))?;
        let now = self.dependencies.clock.now();
        replace::put_in_place(partial, (saved, file), (&video, source), now)
    }

    /// The file of a saved video is gone or damaged, so nothing better takes its place either, unless that
    /// has happened since somebody looked.
    pub(super) fn lose(&mut self, lost: SavedVideo, reason: String) {
        let SavedVideo { media_id, attempt_id, path, bytes } = lost;
        let video = Video { media_id, attempt_id };
        let saved = self.source_of(&video).ok().flatten().and_then(|source| source.saved);
        if saved.is_some_and(|saved| saved.path == path && saved.bytes == bytes) {
            self.queue.remove(&video);
            self.current.take_if(|current| current.video == video);
            self.note(&video, &VideoStatus::Failed { reason });
        }
    }

    /// Notes that a file is fetched to `partial`: the first one of the video, or a better one.
    pub(super) fn note_fetching(&self, video: &Video, source: &VideoSource, partial: String) {
        match source.saved {
            None => self.note(video, &VideoStatus::Fetching { partial }),
            Some(_) => self.note_replacement(video, &ReplacementStatus::Fetching { partial }),
        }
    }

    /// No better file of the video is waited for any more.
    pub(super) fn end_replacement(&self, video: &Video) {
        self.note_replacement(video, &ReplacementStatus::Over);
    }

    fn note_replacement(&self, video: &Video, status: &ReplacementStatus) {
        if let Err(error) = self.set_replacement(video, status) {
            tracing::warn!("the status of a better file was not stored: {error}");
        }
    }

    /// The sidebar shows nothing of it, so it is not told.
    fn set_replacement(&self, video: &Video, status: &ReplacementStatus) -> Result<(), StoreError> {
        let Video { media_id, attempt_id } = video;
        self.dependencies.store.set_replacement(media_id, attempt_id, status)
    }
}
