//! One Retake for a data folder: `SQLite` and the page's profile have one owner.
//!
//! A file lock decides, so that a crash leaves nothing behind; a local socket carries the second
//! start's wish to bring the first to front. Other data folders run beside it.

use std::fs::{File, OpenOptions, TryLockError};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;

use anyhow::Context as _;
use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{
    GenericNamespaced, Listener, ListenerOptions, Name, Stream, ToNsName as _,
};

use crate::data_folder::DataFolder;

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
    further_starts: Listener,
}

/// Takes the data folder's lock, or asks its owner to come to front.
pub(crate) fn claim(folder: &DataFolder) -> anyhow::Result<Start> {
    let path = folder.lock();
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("opening the lock file {}", path.display()))?;
    let name = socket_name(folder).context("naming the socket of the data folder")?;
    match lock.try_lock() {
        Ok(()) => {
            let further_starts = ListenerOptions::new()
                .name(name)
                .create_sync()
                .context("listening for further starts of Retake")?;
            Ok(Start::First(FirstInstance { _lock: lock, further_starts }))
        }
        Err(TryLockError::WouldBlock) => {
            Stream::connect(name).with_context(|| {
                format!(
                    "another Retake uses {} and does not answer: end it, or name another folder \
                     with --data-dir",
                    folder.root().display()
                )
            })?;
            Ok(Start::Second)
        }
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("locking {}", path.display()))
        }
    }
}

/// Keeps the data folder for a command that must be alone with it, until the lock is dropped.
pub(crate) fn hold(folder: &DataFolder) -> anyhow::Result<File> {
    let path = folder.lock();
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("opening the lock file {}", path.display()))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => {
            anyhow::bail!("Retake is using {}: end it first", folder.root().display())
        }
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("locking {}", path.display()))
        }
    }
}

impl FirstInstance {
    /// Calls `bring_to_front` for every further start. The data folder stays claimed until the
    /// program ends.
    pub(crate) fn listen(self, bring_to_front: impl Fn() + Send + 'static) -> anyhow::Result<()> {
        std::thread::Builder::new()
            .name("further-starts".into())
            .spawn(move || {
                let Self { _lock: lock, further_starts } = self;
                // Connecting is the whole message.
                for _connection in further_starts.incoming().filter_map(Result::ok) {
                    bring_to_front();
                }
                drop(lock);
            })
            .context("starting the thread that listens for further starts")?;
        Ok(())
    }
}

/// Paths may be longer than a socket's name, so it is a hash of the folder's path.
fn socket_name(folder: &DataFolder) -> io::Result<Name<'static>> {
    let mut hasher = DefaultHasher::new();
    folder.root().hash(&mut hasher);
    format!("retake-{:016x}", hasher.finish()).to_ns_name::<GenericNamespaced>()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn folder(root: &tempfile::TempDir) -> DataFolder {
        DataFolder::open(Some(root.path())).unwrap()
    }

    #[test]
    fn g3_the_second_start_brings_the_first_to_front() {
        let root = tempfile::tempdir().unwrap();
        let Start::First(first) = claim(&folder(&root)).unwrap() else {
            panic!("nobody else uses the folder");
        };
        let (sender, receiver) = mpsc::channel();
        first.listen(move || sender.send(()).unwrap()).unwrap();
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
}
