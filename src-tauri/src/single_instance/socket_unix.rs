//! The socket as a file: in the data folder, which only its owner can enter, or where that path is too
//! long for a socket, in the session's own folder.

use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use interprocess::local_socket::traits::StreamCommon as _;
use interprocess::local_socket::{GenericFilePath, Name, Stream, ToFsName as _};
use rustix::process::geteuid;

use super::short_name;
use crate::data_folder::{DataFolder, OTHERS};

/// The longest path of a socket that every Unix takes, in bytes: macOS has 104 with the NUL at the end.
const MAX_PATH_BYTES: usize = 103;

/// Where the data folder's socket is.
pub(super) fn name(folder: &DataFolder) -> anyhow::Result<Name<'static>> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let path = path(folder, runtime.as_deref())?;
    path.to_fs_name::<GenericFilePath>().context("naming a socket file")
}

/// `runtime` is the session's own folder, where there is one.
fn path(folder: &DataFolder, runtime: Option<&Path>) -> anyhow::Result<PathBuf> {
    let places = [
        Some(folder.socket()),
        runtime.map(|runtime| runtime.join(format!("{}.sock", short_name(folder)))),
    ];
    let fits = |path: &PathBuf| {
        let is_private = path.parent().is_some_and(|parent| is_private(parent).unwrap_or(false));
        path.as_os_str().as_bytes().len() <= MAX_PATH_BYTES && is_private
    };
    places.into_iter().flatten().find(fits).context(
        "no folder is both short enough for a socket and closed to other users: \
         set XDG_RUNTIME_DIR, or name a shorter folder with --data-dir",
    )
}

/// Whether only this user can enter `folder`.
fn is_private(folder: &Path) -> io::Result<bool> {
    let about = std::fs::metadata(folder)?;
    let is_own = about.uid() == geteuid().as_raw();
    Ok(folder.is_absolute() && is_own && about.permissions().mode() & OTHERS == 0)
}

/// Whether the one that called is this user.
pub(super) fn is_of_owner(caller: &Stream) -> bool {
    let user = caller.peer_creds().ok().and_then(|peer| peer.euid());
    user == Some(geteuid().as_raw())
}

#[cfg(test)]
mod tests {
    use std::fs::{DirBuilder, Permissions, set_permissions};
    use std::os::unix::fs::DirBuilderExt as _;

    use super::*;

    #[test]
    fn the_socket_is_a_file_where_only_the_owner_can_enter() {
        let root = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(Some(root.path())).unwrap();
        let path = path(&folder, None).unwrap();
        assert_eq!(path.parent(), Some(folder.root()));
        set_permissions(root.path(), Permissions::from_mode(0o755)).unwrap();
        assert!(super::path(&folder, None).is_err(), "others can enter");
    }

    #[test]
    fn a_folder_with_a_long_path_has_its_socket_in_the_sessions_folder() {
        let (root, runtime) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let long = root.path().join("x".repeat(MAX_PATH_BYTES));
        let folder = DataFolder::open(Some(&long)).unwrap();
        assert!(path(&folder, None).is_err());
        let own = runtime.path().join("own");
        DirBuilder::new().mode(0o700).create(&own).unwrap();
        assert_eq!(path(&folder, Some(&own)).unwrap().parent(), Some(own.as_path()));
        set_permissions(&own, Permissions::from_mode(0o750)).unwrap();
        assert!(path(&folder, Some(&own)).is_err(), "others can enter");
    }
}
