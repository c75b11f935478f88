//! One Retake for a data folder: `SQLite` and the page's profile have one owner.
//!
//! A file lock decides, so that a crash leaves nothing behind; a local socket carries the second
//! start's wish to bring the first to front. Other data folders run beside it. The socket is a
//! convenience: without it Retake starts as well, and a further start says that the first does not answer.
//!
//! On Unix it is a file where only the owner can enter, and a client must be the owner: other
//! users of the machine can neither take its name nor raise the window.

#[cfg_attr(unix, path = "single_instance/socket_unix.rs")]
#[cfg_attr(not(unix), path = "single_instance/socket_named.rs")]
mod socket;

use std::fs::{File, OpenOptions, TryLockError};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use anyhow::Context as _;
use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{Listener, ListenerOptions, Stream};
use retake_protocol::Millis;

use crate::clock::Clock;
use crate::data_folder::DataFolder;

/// The least time between two raises of the window, in ms.
const RAISE_EVERY: Millis = 1_000;

/// Whether this is the first Retake of a data folder.
pub(crate) enum Start {
    /// It is; it stays so until this is dropped.
    First(FirstInstance),
    /// It is not: the first was asked to come to front.
    Second,
}

/// Holds the lock of a data folder, and already takes the calls of further starts.
pub(crate) struct FirstInstance {
    _lock: File,
    /// Until somebody listens.
    further_starts: Option<anyhow::Result<Listener>>,
}

/// Takes the data folder's lock, or asks its owner to come to front.
pub(crate) fn claim(folder: &DataFolder) -> anyhow::Result<Start> {
    if let Some(lock) = try_lock(folder)? {
        let further_starts = Some(listen(folder));
        return Ok(Start::First(FirstInstance { _lock: lock, further_starts }));
    }
    call(folder).with_context(|| {
        format!(
            "another Retake uses {} and does not answer: end it, or name another folder with \
             --data-dir",
            folder.root().display()
        )
    })?;
    Ok(Start::Second)
}

/// The data folder's lock; `None`: another process holds it.
fn try_lock(folder: &DataFolder) -> anyhow::Result<Option<File>> {
    let path = folder.lock();
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("opening the lock file {}", path.display()))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("locking {}", path.display()))
        }
    }
}

/// The holder of the lock may listen: a socket that an earlier run left has no owner.
fn listen(folder: &DataFolder) -> anyhow::Result<Listener> {
    let name = socket::name(folder).context("naming the socket of the data folder")?;
    ListenerOptions::new()
        .name(name)
        .try_overwrite(true)
        .create_sync()
        .context("listening for further starts of Retake")
}

/// Connecting is the whole message.
fn call(folder: &DataFolder) -> anyhow::Result<()> {
    let name = socket::name(folder).context("naming the socket of the data folder")?;
    Stream::connect(name).context("reaching the other Retake")?;
    Ok(())
}

/// Keeps the data folder for a command that must be alone with it, until the lock is dropped.
pub(crate) fn hold(folder: &DataFolder) -> anyhow::Result<File> {
    let lock = try_lock(folder)?;
    lock.with_context(|| format!("Retake is using {}: end it first", folder.root().display()))
}

impl FirstInstance {
    /// Calls `bring_to_front` for further starts, at most once a second, from now to the end of the
    /// program. Where nothing can listen, the log says so.
    pub(crate) fn listen(
        &mut self,
        clock: Arc<Clock>,
        bring_to_front: impl Fn() + Send + 'static,
    ) -> anyhow::Result<()> {
        let further_starts = match self.further_starts.take() {
            Some(Ok(listener)) => listener,
            Some(Err(error)) => {
                tracing::warn!("a further start can't bring the window to front: {error:#}");
                return Ok(());
            }
            None => return Ok(()),
        };
        std::thread::Builder::new()
            .name("further-starts".into())
            .spawn(move || {
                let mut raises = Raises::default();
                for caller in further_starts.incoming().filter_map(Result::ok) {
                    if socket::is_of_owner(&caller) && raises.takes_one(clock.now()) {
                        bring_to_front();
                    }
                }
            })
            .context("starting the thread that listens for further starts")?;
        Ok(())
    }
}

/// When the window was raised last, in ms.
#[derive(Debug, Default)]
struct Raises(Option<Millis>);

impl Raises {
    /// Whether it may be raised at `now` (ms); then it counts as raised.
    fn takes_one(&mut self, now: Millis) -> bool {
        let is_due = self.0.is_none_or(|last| (now - last).abs() >= RAISE_EVERY);
        if is_due {
            self.0 = Some(now);
        }
        is_due
    }
}

/// A name for the data folder's socket that is short whatever the folder's path.
fn short_name(folder: &DataFolder) -> String {
    let mut hasher = DefaultHasher::new();
    folder.root().hash(&mut hasher);
    format!("retake-{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn folder(root: &tempfile::TempDir) -> DataFolder {
        DataFolder::open(Some(root.path())).unwrap()
    }

    fn first(root: &tempfile::TempDir) -> FirstInstance {
        let Start::First(first) = claim(&folder(root)).unwrap() else {
            panic!("nobody else uses the folder");
        };
        first
    }

    #[test]
    fn g3_the_second_start_brings_the_first_to_front() {
        let root = tempfile::tempdir().unwrap();
        let mut first = first(&root);
        let (sender, receiver) = mpsc::channel();
        first.listen(Arc::new(Clock::new()), move || sender.send(()).unwrap()).unwrap();
        assert!(matches!(claim(&folder(&root)).unwrap(), Start::Second));
        receiver.recv().unwrap();
    }

    #[test]
    fn g3_other_data_folders_run_beside_it() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = claim(&folder(&one)).unwrap();
        let beside = claim(&folder(&other)).unwrap();
        assert!(matches!((first, beside), (Start::First(_), Start::First(_))));
    }

    #[test]
    fn a_window_is_raised_at_most_once_a_second() {
        let mut raises = Raises::default();
        let count = |raises: &mut Raises, now| (0..50).filter(|_| raises.takes_one(now)).count();
        assert_eq!(count(&mut raises, 0), 1);
        assert_eq!(count(&mut raises, 999), 0);
        assert_eq!(count(&mut raises, 1_000), 1);
        assert_eq!(count(&mut raises, -5_000), 1, "a clock that was set back");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_whose_socket_cannot_be_made_starts_all_the_same() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("retake.sock")).unwrap();
        let mut first = first(&root);
        first.listen(Arc::new(Clock::new()), || {}).unwrap();
        let told = claim(&folder(&root)).err().map(|error| format!("{error:#}"));
        assert!(told.unwrap().contains("does not answer"));
    }

    #[test]
    fn a_socket_that_a_crash_left_is_taken_over() {
        let root = tempfile::tempdir().unwrap();
        let crashed = listen(&folder(&root)).unwrap();
        std::mem::forget(crashed);
        let mut first = first(&root);
        let (sender, receiver) = mpsc::channel();
        first.listen(Arc::new(Clock::new()), move || sender.send(()).unwrap()).unwrap();
        call(&folder(&root)).unwrap();
        receiver.recv().unwrap();
    }
}
