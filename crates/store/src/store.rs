//! The handle that everyone holds. It only passes on: writes to the writer's queue, reads to a
//! reader's connection.

use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use retake_grok::extension::OldEntry;
use retake_protocol::history::{HistoryPage, HistoryQuery, ImageDetail};
use retake_protocol::insight::Insight;
use retake_protocol::library::{
    Facet, ItemId, LibraryDays, LibraryFilter, LibraryItem, LibraryQuery, MarkChange, NamedFilter,
};
use retake_protocol::prompts::{KeptPrompt, PromptView};
use retake_protocol::{AttemptId, MediaId, Millis, PostId, Prompt};
use retake_session::StoredOwner;
use retake_session::merging::Tally;
use retake_session::record::{Change, ImageHistory, StoredImage, StoredState};
use rusqlite::{Connection, MAIN_DB};

use crate::extension::{EntryStatus, FoundEntry};
use crate::readers::Readers;
use crate::report::Report;
use crate::transfer::{self, Which};
use crate::writer::{Request, Writer};
use crate::{
    Backup, CalendarDay, SavedVideo, StoreError, VideoSource, VideoStatus, connection, extension,
    history, insight, library, load, maintenance, prompts, report, schema, table,
};

/// A database, open. Clones share it; dropping the last one works off what was handed over and
/// closes the file. Every method waits for the disk: call it where that is allowed.
#[derive(Clone)]
pub struct Store {
    // In this order: the readers' connections close before the writer's, which is then the last
    // one and leaves a single tidy file behind.
    readers: Arc<Readers>,
    writer: Arc<Writer>,
    path: Arc<PathBuf>,
}

impl Store {
    /// Opens the database at `path`, creating the file (not its folder) where there is none. An
    /// older one is copied beside itself, as `<name>.before-<version>.bak`, and brought to this
    /// program's schema; a newer one is refused and stays as it is.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let open_failed = |source| StoreError::Open { path: path.to_owned(), source };
        let mut connection = connection::open_for_writing(path).map_err(open_failed)?;
        // `SQLite` opens what it can't write for reading, without a word.
        if connection.is_readonly(MAIN_DB).map_err(open_failed)? {
            return Err(StoreError::ReadOnly { path: path.to_owned() });
        }
        schema::check_known(&connection, path)?;
        connection::set_up_writing(&connection).map_err(open_failed)?;
        schema::bring_up_to_date(&mut connection, path)?;
        Self::start(connection, Readers::of_file(path.to_owned()), path)
    }

    /// Opens an existing database for reading alone, where it can't be opened for writing: nothing
    /// is created, migrated or written. Every [`Store::apply`] then fails.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let connection = connection::open_for_reading(path)
            .map_err(|source| StoreError::Open { path: path.to_owned(), source })?;
        schema::check_current(&connection, path)?;
        Self::start(connection, Readers::of_file(path.to_owned()), path)
    }

    /// A database that lives as long as its handles do, for `retake replay` and for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        let mut connection = connection::open_in_memory()
            .map_err(|source| StoreError::Open { path: path.to_owned(), source })?;
        schema::migrate(&mut connection, path)?;
        Self::start(connection, Readers::Memory, path)
    }

    fn start(connection: Connection, readers: Readers, path: &Path) -> Result<Self, StoreError> {
        let writer = Writer::start(connection)
            .map_err(|source| StoreError::StartWriter { path: path.to_owned(), source })?;
        Ok(Self {
            readers: Arc::new(readers),
            writer: Arc::new(writer),
            path: Arc::new(path.to_owned()),
        })
    }

    /// Stores all changes of one event in one transaction, in any order among themselves, and
    /// waits until they are on the disk. Where it fails, none of them is kept. Rows replace those
    /// of the same key; a log line is always a new one.
    pub fn apply(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        self.writer.write(|reply| Request::Apply { changes, reply })
    }

    /// What the session machine has to know at the app's start (spec C8, C14).
    pub fn load_state(&self) -> Result<StoredState, StoreError> {
        self.read("what was open at the last end", load::start)
    }

    /// Everything that the session machine has to know of an image; `None`: never seen.
    pub fn load_image(&self, media_id: &MediaId) -> Result<Option<StoredImage>, StoreError> {
        let media_id = media_id.clone();
        self.read("an image", move |connection| load::image(connection, &media_id))
    }

    /// What an id belongs to, as far as it was stored (spec B1): the image of an attempt
    /// that has it as an alias, else an image of that id, else the image whose post it was.
    pub fn owner_of(&self, post_id: &PostId) -> Result<Option<StoredOwner>, StoreError> {
        let post_id = post_id.clone();
        self.read("the image of a post", move |connection| load::owner(connection, &post_id))
    }

    /// One page of the images with an attempt or a session, the last active first (spec D5).
    ///
    /// A search text finds the images of which a prompt (the image's, an attempt's, a session's)
    /// or an id (the image's, an attempt's, a post's) holds it, whatever its case. A text of one or
    /// two characters is looked for by reading, which is slow where few images hold it; of a very
    /// long text the first 300 characters count.
    pub fn history_page(&self, query: &HistoryQuery) -> Result<HistoryPage, StoreError> {
        let query = query.clone();
        self.read("the history", move |connection| history::page(connection, &query))
    }

    /// One image whole; `None`: never seen. What an active session is doing is not stored, so its
    /// activity here is `Quiet`; the panel has the live one.
    ///
    /// Given are the newest [`crate::MAX_DETAIL_ATTEMPTS`] attempts,
    /// [`crate::MAX_DETAIL_SESSIONS`] sessions, [`crate::MAX_DETAIL_ACTIONS`] actions, and
    /// [`crate::MAX_DETAIL_LOG_LINES`] log lines of each session and outside of them; the card's
    /// totals and the layers count all.
    pub fn image_detail(&self, media_id: &MediaId) -> Result<Option<ImageDetail>, StoreError> {
        let media_id = media_id.clone();
        self.read("an image's history", move |connection| history::detail(connection, &media_id))
    }

    /// What the history adds up to across images (spec D3).
    pub fn insight(
        &self,
        days_to: impl Fn(Millis) -> Vec<CalendarDay> + Send + 'static,
    ) -> Result<Insight, StoreError> {
        self.read("the sums over the history", move |connection| insight::read(connection, days_to))
    }

    /// Everything that was counted, in order, as `retake replay` prints it (spec F7).
    pub fn report(&self) -> Result<Report, StoreError> {
        self.read("the report", report::read)
    }

    /// The value of a setting; `None`: never set.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let name = name.to_owned();
        self.read("a setting", move |connection| table::settings::read(connection, &name))
    }

    /// Sets a setting, and waits until it is on the disk.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let (name, value) = (name.to_owned(), value.to_owned());
        self.writer.write(|reply| Request::SetSetting { name, value, reply })
    }

    /// The prompts that hold a text, or whose names do: the kept ones first, then those of the newest
    /// sessions, the last used first; at most 100.
    pub fn prompts(&self, search: &str) -> Result<Vec<PromptView>, StoreError> {
        let search = search.to_owned();
        self.read("the prompts", move |connection| prompts::list(connection, &search))
    }

    /// The prompts that the user keeps, in the order in which they were kept.
    pub fn kept_prompts(&self) -> Result<Vec<KeptPrompt>, StoreError> {
        self.read("the kept prompts", table::kept_prompts::all)
    }

    /// Keeps prompts from `now` (ms) on, all or none of them. One that is kept already gets its new
    /// name.
    pub fn keep_prompts(&self, kept: Vec<KeptPrompt>, now: Millis) -> Result<(), StoreError> {
        self.writer.write(|reply| Request::KeepPrompts { kept, now, reply })
    }

    /// Keeps a prompt no longer; sessions that had it stay.
    pub fn drop_prompt(&self, prompt: Prompt) -> Result<(), StoreError> {
        self.writer.write(|reply| Request::DropPrompt { prompt, reply })
    }

    /// How many items of the library each day has, the newest first (spec K1). `day_of` gives the
    /// user's own day of a moment in ms; `None`: no calendar has it.
    pub fn library_days(
        &self,
        filter: &LibraryFilter,
        day_of: impl Fn(Millis) -> Option<CalendarDay> + Send + 'static,
    ) -> Result<LibraryDays, StoreError> {
        let filter = filter.clone();
        self.read("the library", move |connection| library::days(connection, &filter, day_of))
    }

    /// Items of the library, the newest first (spec K1).
    pub fn library_page(&self, query: &LibraryQuery) -> Result<Vec<LibraryItem>, StoreError> {
        let query = query.clone();
        self.read("the library", move |connection| library::page(connection, &query))
    }

    /// What the library can be filtered by, each value with its count (spec K3).
    pub fn library_facets(&self, filter: &LibraryFilter) -> Result<Vec<Facet>, StoreError> {
        let filter = filter.clone();
        self.read("the library's filters", move |connection| library::facets(connection, &filter))
    }

    /// Changes what the user thinks of images or videos, of all of them or, where it fails, of none
    /// (spec K3). The change must have been checked.
    pub fn mark_items(&self, items: Vec<ItemId>, change: MarkChange) -> Result<(), StoreError> {
        self.writer.write(|reply| Request::MarkItems { items, change, reply })
    }

    /// The filters that the user keeps, by name.
    pub fn library_filters(&self) -> Result<Vec<NamedFilter>, StoreError> {
        self.read("the kept filters", table::library_filters::all)
    }

    /// Keeps a filter; one of that name makes place for it.
    pub fn keep_filter(&self, kept: NamedFilter) -> Result<(), StoreError> {
        self.writer.write(|reply| Request::KeepFilter { kept, reply })
    }

    /// Keeps the filter of this name no longer.
    pub fn drop_filter(&self, name: &str) -> Result<(), StoreError> {
        let name = name.to_owned();
        self.writer.write(|reply| Request::DropFilter { name, reply })
    }

    /// Copies the whole database to the file `copy`, which must not exist yet, while others go on
    /// reading and writing (spec D6). The copy is that of one moment.
    pub fn back_up(&self, copy: &Path) -> Result<(), StoreError> {
        maintenance::check_free(copy)?;
        let partial = maintenance::partial_of(copy)
            .map_err(|source| StoreError::CopyName { path: copy.to_owned(), source })?;
        let target = partial.to_path_buf();
        self.read("the database for its backup", move |connection| {
            maintenance::copy_to(connection, &target)
        })?;
        maintenance::name_copy(partial, copy)
    }

    /// Keeps a small picture of an image (`key` is [`crate::OF_IMAGE`]) or of one of its attempts
    /// (`key` is its id), seen at `now` in ms (spec D2). Where all pictures take more than `budget`
    /// bytes, those unseen longest go.
    pub fn put_picture(
        &self,
        media_id: &MediaId,
        key: &str,
        bytes: Vec<u8>,
        now: Millis,
        budget: i64,
    ) -> Result<(), StoreError> {
        let (media_id, key, at) = (media_id.clone(), key.to_owned(), (now, budget));
        self.writer.write(|reply| Request::Picture { media_id, key, bytes, at, reply })
    }

    /// The picture under this key; `None`: none is kept.
    pub fn picture(&self, media_id: &MediaId, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (media_id, key) = (media_id.clone(), key.to_owned());
        self.read("a picture", move |connection| table::pictures::read(connection, &media_id, &key))
    }

    /// Keys and addresses of the pictures of an image that are not kept yet, the image's own first,
    /// at most `limit`.
    pub fn missing_pictures(
        &self,
        media_id: &MediaId,
        limit: u32,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let media_id = media_id.clone();
        self.read("which pictures are missing", move |connection| {
            table::pictures::missing(connection, &media_id, limit)
        })
    }

    /// Notes at `now` (ms) that the video of an attempt is to be saved, also where that was tried
    /// before; `false`: the attempt has no finished video.
    pub fn ask_for_video(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
        now: Millis,
    ) -> Result<bool, StoreError> {
        let video = (media_id.clone(), attempt_id.clone());
        self.writer.write(|reply| Request::AskForVideo { video, now, reply })
    }

    /// Notes what became of a video that was asked for; of one that was forgotten nothing is noted.
    pub fn set_video(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
        outcome: VideoStatus,
    ) -> Result<(), StoreError> {
        let video = (media_id.clone(), attempt_id.clone());
        self.writer.write(|reply| Request::SetVideo { video, outcome, reply })
    }

    /// The videos that are still to be saved, in order of asking.
    pub fn open_videos(&self) -> Result<Vec<(MediaId, AttemptId)>, StoreError> {
        self.read("which videos are to be saved", table::kept_videos::open)
    }

    /// The videos that are saved, in order of asking.
    pub fn saved_videos(&self) -> Result<Vec<SavedVideo>, StoreError> {
        self.read("which videos are saved", table::kept_videos::saved)
    }

    /// The finished videos of an image that ended at `since` (ms) or later and were not asked for:
    /// those that a session counted, and others that were begun since then.
    pub fn new_videos(
        &self,
        media_id: &MediaId,
        since: Millis,
    ) -> Result<Vec<AttemptId>, StoreError> {
        let media_id = media_id.clone();
        self.read("which videos are new", move |connection| {
            table::kept_videos::new_of_image(connection, &media_id, since)
        })
    }

    /// What there is to know of a video that was asked for; `None`: it was not, or is forgotten.
    pub fn video(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
    ) -> Result<Option<VideoSource>, StoreError> {
        let (media_id, attempt_id) = (media_id.clone(), attempt_id.clone());
        self.read("a video's origin", move |connection| {
            table::kept_videos::source(connection, &media_id, &attempt_id)
        })
    }

    /// Puts a backup in the place of everything that is stored but the settings, all of it or, where it
    /// fails, nothing (spec D6). `chosen` sets settings beside, by name and value. Refused while a
    /// session runs. An engine must start again on it.
    pub fn restore(&self, backup: Backup, chosen: Vec<(String, String)>) -> Result<(), StoreError> {
        self.writer.write(|reply| Request::Restore { backup, chosen, reply })
    }

    /// Deletes a history for good, with every row, search text and index entry of it, and answers
    /// how many images it was of. Refused where a session runs for one of them. An engine that has
    /// met the image must not go on with it: forget before it starts, or start it again.
    pub fn forget(&self, what: Which) -> Result<usize, StoreError> {
        self.writer.write(|reply| Request::Forget { what, reply })
    }

    /// Reads histories whole, one by one, until `take` breaks (spec D6). All are of one moment.
    pub fn histories(
        &self,
        which: Which,
        take: impl FnMut(ImageHistory) -> ControlFlow<()> + Send + 'static,
    ) -> Result<(), StoreError> {
        self.read("the history", move |connection| transfer::read(connection, &which, take))
    }

    /// Joins histories to what is here, all of them or, where it fails, none (spec D6); one at a time is
    /// in memory. An engine that has met one of their images must be told.
    pub fn import(
        &self,
        histories: impl IntoIterator<Item = ImageHistory, IntoIter: Send + 'static>,
    ) -> Result<Tally, StoreError> {
        let histories = Box::new(histories.into_iter());
        self.writer.write(|reply| Request::Import { histories, reply })
    }

    /// Keeps what the extension left, as read at `now` (ms); entries with an image become its
    /// history, the others wait (spec E3). Answers the outcome of each, in order. An engine that has
    /// met one of the images must be told.
    pub fn take_over(
        &self,
        found: Vec<FoundEntry>,
        now: Millis,
    ) -> Result<Vec<EntryStatus>, StoreError> {
        self.writer.write(|reply| Request::TakeOver { found, now, reply })
    }

    /// The extension's entries that wait for their image (spec E3), in order of arrival.
    pub fn waiting_entries(&self) -> Result<Vec<OldEntry>, StoreError> {
        self.read("what waits of the extension", extension::waiting)
    }

    fn read<T: Send + 'static>(
        &self,
        what: &'static str,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.readers.read(&self.writer, what, read)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}
