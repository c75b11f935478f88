//! The one thread that writes. Requests wait in a bounded queue; each is one transaction, and its
//! sender waits for the commit. A request is all or nothing: what fails is rolled back whole.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::{io, thread};

use retake_protocol::library::{ItemId, MarkChange, NamedFilter};
use retake_protocol::prompts::KeptPrompt;
use retake_protocol::{AttemptId, MediaId, Millis, Prompt};
use retake_session::merging::Tally;
use retake_session::record::{Change, ImageHistory};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::extension::{EntryStatus, FoundEntry};
use crate::transfer::Which;
use crate::{Backup, StoreError, VideoStatus, extension, maintenance, restore, table, transfer};

/// How many requests may wait before a sender waits for its place.
const QUEUE_LENGTH: usize = 64;

/// What the thread may be asked for.
pub(crate) enum Request {
    /// All changes of one event, in one transaction.
    Apply { changes: Vec<Change>, reply: Reply },
    /// One setting.
    SetSetting { name: String, value: String, reply: Reply },
    /// Prompts to keep, at a time in ms.
    KeepPrompts { kept: Vec<KeptPrompt>, now: Millis, reply: Reply },
    /// A prompt to keep no longer.
    DropPrompt { prompt: Prompt, reply: Reply },
    /// What the user thinks of items of the library.
    MarkItems { items: Vec<ItemId>, change: MarkChange, reply: Reply },
    /// A filter of the library to keep under a name.
    KeepFilter { kept: NamedFilter, reply: Reply },
    /// A filter to keep no longer.
    DropFilter { name: String, reply: Reply },
    /// The end of a history.
    Forget { what: Which, reply: SyncSender<Result<usize, StoreError>> },
    /// Histories of a file.
    Import {
        histories: Box<dyn Iterator<Item = ImageHistory> + Send>,
        reply: SyncSender<Result<Tally, StoreError>>,
    },
    /// A small picture.
    Picture { media_id: MediaId, key: String, bytes: Vec<u8>, at: (Millis, i64), reply: Reply },
    /// The wish to have a video saved; answers whether there is one.
    AskForVideo { video: Video, now: Millis, reply: SyncSender<Result<bool, StoreError>> },
    /// What became of one.
    SetVideo { video: Video, outcome: VideoStatus, reply: Reply },
    /// A backup in the place of everything.
    Restore { backup: Backup, chosen: Vec<(String, String)>, reply: Reply },
    /// What the extension left.
    TakeOver {
        found: Vec<FoundEntry>,
        now: Millis,
        reply: SyncSender<Result<Vec<EntryStatus>, StoreError>>,
    },
    /// A read of a database that only this connection sees (one in memory). The task answers by
    /// itself.
    Read(Box<dyn FnOnce(&Connection) + Send>),
}

/// An attempt that has a video.
pub(crate) type Video = (MediaId, AttemptId);

/// Where the outcome of a write goes. Room for one, so the thread never waits for who asked.
pub(crate) type Reply = SyncSender<Result<(), StoreError>>;

/// The thread and the queue to it. Dropping it works the queue off, closes the database (which
/// brings the write-ahead log into the file), and waits for that.
pub(crate) struct Writer {
    queue: Option<SyncSender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(crate) fn start(connection: Connection) -> io::Result<Self> {
        let (queue, requests) = sync_channel(QUEUE_LENGTH);
        let thread = thread::Builder::new()
            .name("retake-store-writer".to_owned())
            .spawn(move || work_off(connection, &requests))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Hands a request over, waiting for a place in the queue.
    pub(crate) fn send(&self, request: Request) -> Result<(), StoreError> {
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.send(request).map_err(|_| StoreError::Closed)
    }

    /// Hands a write over and waits for its commit.
    pub(crate) fn write<T>(
        &self,
        request: impl FnOnce(SyncSender<Result<T, StoreError>>) -> Request,
    ) -> Result<T, StoreError> {
        let (reply, outcome) = sync_channel(1);
        self.send(request(reply))?;
        outcome.recv().map_err(|_| StoreError::Closed)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the database's writer had ended by a panic");
        }
    }
}

fn work_off(mut connection: Connection, requests: &Receiver<Request>) {
    for request in requests {
        match request {
            Request::Apply { changes, reply } => answer(
                &reply,
                in_transaction(&mut connection, "what happened", |transaction| {
                    apply(transaction, &changes)
                }),
            ),
            Request::SetSetting { name, value, reply } => answer(
                &reply,
                in_transaction(&mut connection, "a setting", |transaction| {
                    table::settings::write(transaction, &name, &value)
                }),
            ),
            Request::KeepPrompts { kept, now, reply } => answer(
                &reply,
                in_transaction(&mut connection, "kept prompts", |transaction| {
                    kept.iter()
                        .try_for_each(|one| table::kept_prompts::write(transaction, one, now))
                }),
            ),
            Request::DropPrompt { prompt, reply } => answer(
                &reply,
                in_transaction(&mut connection, "that a prompt is kept no longer", |transaction| {
                    table::kept_prompts::delete(transaction, &prompt)
                }),
            ),
            Request::MarkItems { items, change, reply } => answer(
                &reply,
                in_transaction(&mut connection, "what you think of it", |transaction| {
                    table::marks::change(transaction, &items, &change)
                }),
            ),
            Request::KeepFilter { kept, reply } => answer(
                &reply,
                in_transaction(&mut connection, "a filter", |transaction| {
                    table::library_filters::write(transaction, &kept)
                }),
            ),
            Request::DropFilter { name, reply } => answer(
                &reply,
                in_transaction(&mut connection, "that a filter is kept no longer", |transaction| {
                    table::library_filters::delete(transaction, &name)
                }),
            ),
            Request::Forget { what, reply } => {
                answer(&reply, maintenance::forget(&mut connection, &what));
            }
            Request::Import { histories, reply } => {
                answer(&reply, transfer::import(&mut connection, histories));
            }
            Request::Picture { media_id, key, bytes, at, reply } => answer(
                &reply,
                in_transaction(&mut connection, "a picture", |transaction| {
                    table::pictures::write(transaction, &media_id, &key, &bytes, at)
                }),
            ),
            Request::AskForVideo { video: (media_id, attempt_id), now, reply } => answer(
                &reply,
                in_transaction(&mut connection, "which videos are wanted", |transaction| {
                    table::kept_videos::ask(transaction, &media_id, &attempt_id, now)
                }),
            ),
            Request::SetVideo { video: (media_id, attempt_id), outcome, reply } => answer(
                &reply,
                in_transaction(&mut connection, "what became of a video", |transaction| {
                    table::kept_videos::set(transaction, &media_id, &attempt_id, &outcome)
                }),
            ),
            Request::Restore { backup, chosen, reply } => {
                answer(&reply, restore::restore(&mut connection, &backup, &chosen));
            }
            Request::TakeOver { found, now, reply } => {
                answer(&reply, extension::take_over(&mut connection, &found, now));
            }
            Request::Read(task) => task(&connection),
        }
    }
    if let Err((_, error)) = connection.close() {
        tracing::error!(%error, "the database was not closed cleanly");
    }
}

/// Whoever asked may have gone meanwhile; what was committed stays committed.
fn answer<T>(reply: &SyncSender<Result<T, StoreError>>, outcome: Result<T, StoreError>) {
    if let Err(error) = &outcome {
        tracing::error!(%error, "a transaction was rolled back");
    }
    let _ = reply.try_send(outcome);
}

fn in_transaction<T>(
    connection: &mut Connection,
    what: &'static str,
    write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
) -> Result<T, StoreError> {
    let failed = |source| StoreError::Write { what, source };
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let written = write(&transaction).map_err(failed)?;
    transaction.commit().map_err(failed)?;
    Ok(written)
}

/// Images come first whatever the order of the changes: the triggers that keep their totals and
/// texts look for their rows. The rest is free to refer forwards (foreign keys wait for the commit).
pub(crate) fn apply(transaction: &Transaction<'_>, changes: &[Change]) -> rusqlite::Result<()> {
    for change in changes {
        if let Change::Image(facts) = change {
            table::images::write(transaction, facts)?;
        }
    }
    for change in changes {
        match change {
            Change::Image(_) => {}
            Change::Preferences { media_id, preferences } => {
                table::preferences::write(transaction, media_id, preferences)?;
            }
            Change::Attempt(attempt) => table::attempts::write(transaction, attempt)?,
            Change::Session(session) => table::sessions::write(transaction, session)?,
            Change::Action(action) => table::actions::write(transaction, action)?,
            Change::Log(line) => table::log_lines::write(transaction, line)?,
            Change::Queued(entry) => table::queue_entries::write(transaction, entry)?,
            Change::Unqueued { media_id: _, entry_id } => {
                table::queue_entries::delete(transaction, *entry_id)?;
            }
            Change::Post { media_id, post_id } => {
                table::posts::write(transaction, media_id, post_id)?;
            }
            Change::Mark { item, mark } => table::marks::write(transaction, item, mark)?,
            Change::AttemptReplaced { media_id, attempt_id, by } => {
                table::attempts::replace(transaction, media_id, attempt_id, by)?;
            }
            Change::ImageGone { media_id } => {
                table::images::delete_stand_in(transaction, media_id)?;
            }
        }
    }
    Ok(())
}
