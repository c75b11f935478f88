//! The handle that everyone holds. It only passes on: writes to the writer's connection, reads to a
//! reader's.

use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use retake_grok::extension::LegacyEntry;
use retake_protocol::history::{HistoryPage, HistoryQuery, ImageDetail};
use retake_protocol::library::{
    Facet, ItemId, LibraryDays, LibraryFilter, LibraryItem, LibraryQuery, MarkChange, NamedFilter,
};
use retake_protocol::maintenance::KeptBytes;
use retake_protocol::prompts::{KeptPrompt, PromptView};
use retake_protocol::statistics::{Pace, Statistics};
use retake_protocol::{AttemptId, MediaId, Millis, PostId, Prompt, VideoQuality};
use retake_session::StoredOwner;
use retake_session::importing::{EntryStatus, FoundEntry};
use retake_session::merging::Tally;
use retake_session::record::{Change, ImageHistory, StoredImage, StoredState};
use rusqlite::{Connection, MAIN_DB};

use crate::readers::Readers;
use crate::report::Report;
use crate::transfer::{self, Scope};
use crate::writer::{self, Writer};
use crate::{
    Backup, CalendarDay, ReplacementStatus, SavedVideo, StoreError, VideoSource, VideoStatus,
    connection, extension, history, library, load, maintenance, prompts, report, restore, schema,
    statistics, table,
};

/// A database, open. Clones share it; dropping the last one closes the
/// file. Every method waits for the disk: call it where that is allowed.
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
        Ok(Self::on(connection, Readers::of_file(path.to_owned()), path))
    }

    /// Opens an existing database for reading alone, where it can't be opened for writing: nothing
    /// is created, migrated or written. Every [`Store::apply`] then fails.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let connection = connection::open_for_reading(path)
            .map_err(|source| StoreError::Open { path: path.to_owned(), source })?;
        schema::check_current(&connection, path)?;
        Ok(Self::on(connection, Readers::of_file(path.to_owned()), path))
    }

    /// A database that lives as long as its handles do, for `retake replay` and for tests.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        Ok(Self::on(schema::in_memory(path)?, Readers::Memory, path))
    }

    fn on(connection: Connection, readers: Readers, path: &Path) -> Self {
        Self {
            readers: Arc::new(readers),
            writer: Arc::new(Writer::new(connection)),
            path: Arc::new(path.to_owned()),
        }
    }

    /// Stores all changes of one event in one transaction, in any order among themselves, and
    /// waits until they are on the disk. Where it fails, none of them is kept. Rows replace those
    /// of the same key; a log line is always a new one.
    pub fn apply(&self, changes: &[Change]) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        self.writer.write("what happened", |transaction| writer::apply(transaction, changes))
    }

    /// What the session machine has to know at the app's start (spec C8, C14).
    pub fn load_state(&self) -> Result<StoredState, StoreError> {
        self.read("what was open at the last end", load::start)
    }

    /// Everything that the session machine has to know of an image; `None`: never seen.
    pub fn load_image(&self, media_id: &MediaId) -> Result<Option<StoredImage>, StoreError> {
        self.read("an image", |connection| load::image(connection, media_id))
    }

    /// What an id belongs to, as far as it was stored (spec B1): the image of an attempt
    /// that has it as an alias, else an image of that id, else the image whose post it was.
    pub fn owner_of(&self, post_id: &PostId) -> Result<Option<StoredOwner>, StoreError> {
        self.read("the image of a post", |connection| load::owner(connection, post_id))
    }

    /// One page of the images with an attempt or a session, the last active first (spec D5).
    ///
    /// A search text finds the images where a prompt (the image's, an attempt's, a session's)
    /// or an id (the image's, an attempt's, a post's) holds it, whatever its case. A text of one or
    /// two characters is looked for by reading, which is slow where few images hold it; of a very
    /// long text the first 300 characters count.
    pub fn history_page(&self, query: &HistoryQuery) -> Result<HistoryPage, StoreError> {
        self.read("the history", |connection| history::page(connection, query))
    }

    /// One image whole; `None`: never seen. What an active session is doing is not stored, so its
    /// activity here is `Quiet`; the panel has the live one.
    ///
    /// Given are the newest [`crate::MAX_DETAIL_ATTEMPTS`] attempts,
    /// [`crate::MAX_DETAIL_SESSIONS`] sessions, [`crate::MAX_DETAIL_ACTIONS`] actions, and
    /// [`crate::MAX_DETAIL_LOG_LINES`] log lines of each session and outside of them; the card's
    /// totals and the layers count all.
    pub fn image_detail(&self, media_id: &MediaId) -> Result<Option<ImageDetail>, StoreError> {
        self.read("an image's history", |connection| history::detail(connection, media_id))
    }

    /// What the history adds up to across images (spec D3).
    pub fn statistics(
        &self,
        days_to: impl Fn(Millis) -> Vec<CalendarDay>,
    ) -> Result<Statistics, StoreError> {
        self.read("the sums over the history", |connection| statistics::read(connection, days_to))
    }

    /// What the newest sessions took (spec M8).
    pub fn pace(&self) -> Result<Pace, StoreError> {
        self.read("what the newest sessions took", statistics::pace)
    }

    /// Everything that was counted, in order, as `retake replay` prints it (spec F7).
    pub fn report(&self) -> Result<Report, StoreError> {
        self.read("the report", report::read)
    }

    /// The value of a setting; `None`: never set.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read("a setting", |connection| table::settings::read(connection, name))
    }

    /// Sets a setting, and waits until it is on the disk.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.writer
            .write("a setting", |transaction| table::settings::write(transaction, name, value))
    }

    /// The prompts that hold a text, or whose names do: the kept ones first, then those of the newest
    /// sessions, the last used first; at most 100.
    pub fn prompts(&self, search: &str) -> Result<Vec<PromptView>, StoreError> {
        self.read("the prompts", |connection| prompts::list(connection, search))
    }

    /// The prompts that the user keeps, in the order in which they were kept.
    pub fn kept_prompts(&self) -> Result<Vec<KeptPrompt>, StoreError> {
        self.read("the kept prompts", table::kept_prompts::all)
    }

    /// Keeps prompts from `now` (ms) on, all or none of them. One that is kept already gets its new
    /// name.
    pub fn keep_prompts(&self, kept: &[KeptPrompt], now: Millis) -> Result<(), StoreError> {
        self.writer.write("kept prompts", |transaction| {
            kept.iter().try_for_each(|one| table::kept_prompts::write(transaction, one, now))
        })
    }

    /// Keeps a prompt no longer; sessions that had it stay.
    pub fn drop_prompt(&self, prompt: &Prompt) -> Result<(), StoreError> {
        self.writer.write("that a prompt is kept no longer", |transaction| {
            table::kept_prompts::delete(transaction, prompt)
        })
    }

    /// How many items of the library each day has, the newest first (spec K1). `day_of` gives the
    /// user's own day of a moment in ms; `None`: no calendar has it.
    pub fn library_days(
        &self,
        filter: &LibraryFilter,
        day_of: impl Fn(Millis) -> Option<CalendarDay>,
    ) -> Result<LibraryDays, StoreError> {
        self.read("the library", |connection| library::days(connection, filter, day_of))
    }

    /// Items of the library, the newest first (spec K1).
    pub fn library_page(&self, query: &LibraryQuery) -> Result<Vec<LibraryItem>, StoreError> {
        self.read("the library", |connection| library::page(connection, query))
    }

    /// What the library can be filtered by, each value with its count (spec K3).
    pub fn library_facets(&self, filter: &LibraryFilter) -> Result<Vec<Facet>, StoreError> {
        self.read("the library's filters", |connection| library::facets(connection, filter))
    }

    /// Changes what the user thinks of images or videos, of all of them or, where it fails, of none
    /// (spec K3). The change must have been checked.
    pub fn mark_items(&self, items: &[ItemId], change: &MarkChange) -> Result<(), StoreError> {
        self.writer.write("what you think of it", |transaction| {
            table::marks::change(transaction, items, change)
        })
    }

    /// The filters that the user keeps, by name.
    pub fn library_filters(&self) -> Result<Vec<NamedFilter>, StoreError> {
        self.read("the kept filters", table::library_filters::all)
    }

    /// Keeps a filter; one of that name makes place for it.
    pub fn keep_filter(&self, kept: &NamedFilter) -> Result<(), StoreError> {
        self.writer
            .write("a filter", |transaction| table::library_filters::write(transaction, kept))
    }

    /// Keeps the filter of this name no longer.
    pub fn drop_filter(&self, name: &str) -> Result<(), StoreError> {
        self.writer.write("that a filter is kept no longer", |transaction| {
            table::library_filters::delete(transaction, name)
        })
    }

    /// Copies the whole database to the file `copy`, which must not exist yet, while others go on
    /// reading and writing (spec D6). The copy is that of one moment.
    pub fn back_up(&self, copy: &Path) -> Result<(), StoreError> {
        maintenance::check_free(copy)?;
        let partial = maintenance::partial_of(copy)
            .map_err(|source| StoreError::CopyName { path: copy.to_owned(), source })?;
        self.read("the database for its backup", |connection| {
            maintenance::copy_to(connection, &partial)
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
        bytes: &[u8],
        now: Millis,
        budget: i64,
    ) -> Result<(), StoreError> {
        self.writer.write("a picture", |transaction| {
            table::pictures::write(transaction, media_id, key, bytes, now, budget)
        })
    }

    /// The picture under this key; `None`: none is kept.
    pub fn picture(&self, media_id: &MediaId, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read("a picture", |connection| table::pictures::read(connection, media_id, key))
    }

    /// Keys and addresses of the pictures of an image that are not kept yet, the image's own first,
    /// at most `limit`.
    pub fn missing_pictures(
        &self,
        media_id: &MediaId,
        limit: u32,
    ) -> Result<Vec<(String, String)>, StoreError> {
        self.read("which pictures are missing", |connection| {
            table::pictures::missing(connection, media_id, limit)
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
        self.writer.write("which videos are wanted", |transaction| {
            table::kept_videos::ask(transaction, media_id, attempt_id, now)
        })
    }

    /// Stores the status of a video that was asked for; a forgotten video gets none.
    pub fn set_video(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
        outcome: &VideoStatus,
    ) -> Result<(), StoreError> {
        self.writer.write("the status of a video", |transaction| {
            table::kept_videos::set(transaction, media_id, attempt_id, outcome)
        })
    }

    /// Stores how the better file of a saved video stands (spec N9); of a video that is not saved, nothing.
    pub fn set_replacement(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
        status: &ReplacementStatus,
    ) -> Result<(), StoreError> {
        self.writer.write("the status of a better file", |transaction| {
            table::kept_videos::set_replacement(transaction, media_id, attempt_id, status)
        })
    }

    /// Notes that a file of a video can't be had (spec N8, N9), until the user asks for the video again.
    pub fn give_up_file(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
        quality: VideoQuality,
    ) -> Result<(), StoreError> {
        self.writer.write("which file can't be had", |transaction| {
            table::kept_videos::give_up_file(transaction, media_id, attempt_id, quality)
        })
    }

    /// The saved videos that a better file is still to be fetched of, in order of asking (spec N9).
    pub fn open_replacements(&self) -> Result<Vec<(MediaId, AttemptId)>, StoreError> {
        self.read("which better files are wanted", table::kept_videos::open_replacements)
    }

    /// The saved videos of an image that Grok names a better file of, other than those given up,
    /// where none was asked for yet (spec N9).
    pub fn replaceable_videos(&self, media_id: &MediaId) -> Result<Vec<AttemptId>, StoreError> {
        self.read("which videos have other files", |connection| {
            table::kept_videos::replaceable(connection, media_id)
        })
    }

    /// The videos that are still to be saved, in order of asking.
    pub fn open_videos(&self) -> Result<Vec<(MediaId, AttemptId)>, StoreError> {
        self.read("which videos are to be saved", table::kept_videos::open)
    }

    /// The videos that are saved, in order of asking.
    pub fn saved_videos(&self) -> Result<Vec<SavedVideo>, StoreError> {
        self.read("which videos are saved", table::kept_videos::saved)
    }

    /// What pictures and saved videos take (spec R7).
    pub fn kept_bytes(&self) -> Result<KeptBytes, StoreError> {
        self.read("what pictures and videos take", |connection| {
            Ok(KeptBytes {
                pictures: table::pictures::total(connection)?,
                videos: table::kept_videos::total(connection)?,
            })
        })
    }

    /// The finished videos of an image that ended at `since` (ms) or later and were not asked for:
    /// those that a session counted, and others that were begun since then.
    pub fn new_videos(
        &self,
        media_id: &MediaId,
        since: Millis,
    ) -> Result<Vec<AttemptId>, StoreError> {
        self.read("which videos are new", |connection| {
            table::kept_videos::new_of_image(connection, media_id, since)
        })
    }

    /// What there is to know of a video that was asked for; `None`: it was not, or is forgotten.
    pub fn video(
        &self,
        media_id: &MediaId,
        attempt_id: &AttemptId,
    ) -> Result<Option<VideoSource>, StoreError> {
        self.read("a video's origin", |connection| {
            table::kept_videos::source(connection, media_id, attempt_id)
        })
    }

    /// Puts a backup in the place of everything that is stored but the settings, all of it or, where it
    /// fails, nothing (spec D6). `chosen` sets settings beside, by name and value. Refused while a
    /// session runs. An engine must start again on it.
    pub fn restore(&self, backup: &Backup, chosen: &[(String, String)]) -> Result<(), StoreError> {
        self.writer.with_connection(|connection| restore::restore(connection, backup, chosen))
    }

    /// Deletes a history for good, with every row, search text and index entry of it, and answers
    /// how many images it was of. Refused where a session runs for one of them. An engine that has
    /// met the image must not go on with it: forget before it starts, or start it again.
    pub fn forget(&self, what: &Scope) -> Result<usize, StoreError> {
        self.writer.with_connection(|connection| maintenance::forget(connection, what))
    }

    /// Reads histories whole, one by one, until `take` breaks (spec D6). All are of one moment.
    pub fn histories(
        &self,
        which: &Scope,
        take: impl FnMut(ImageHistory) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.read("the history", |connection| transfer::read(connection, which, take))
    }

    /// Joins histories to what is here, all of them or, where it fails, none (spec D6); one at a time is
    /// in memory. An engine that has met one of their images must be told.
    pub fn import(
        &self,
        histories: impl IntoIterator<Item = ImageHistory>,
    ) -> Result<Tally, StoreError> {
        self.writer
            .with_connection(|connection| transfer::import(connection, histories.into_iter()))
    }

    /// Keeps what the extension left, as read at `now` (ms); entries with an image become its
    /// history, the others wait (spec E3). Answers the outcome of each, in order. An engine that has
    /// met one of the images must be told.
    pub fn import_extension(
        &self,
        found: &[FoundEntry],
        now: Millis,
    ) -> Result<Vec<EntryStatus>, StoreError> {
        self.writer
            .with_connection(|connection| extension::import_extension(connection, found, now))
    }

    /// The extension's entries that wait for their image (spec E3), in order of arrival.
    pub fn waiting_entries(&self) -> Result<Vec<LegacyEntry>, StoreError> {
        self.read("what waits of the extension", extension::waiting)
    }

    fn read<T>(
        &self,
        what: &'static str,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.readers.read(&self.writer, what, read)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}
