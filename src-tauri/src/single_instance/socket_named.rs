//! The socket where it has a name and no file: Windows' named pipes, which only their maker's own session
//! may write to.

use anyhow::Context as _;
use interprocess::local_socket::{GenericNamespaced, Name, Stream, ToNsName as _};

use super::short_name;
use crate::data_folder::DataFolder;

/// The name of the data folder's socket.
pub(super) fn name(folder: &DataFolder) -> anyhow::Result<Name<'static>> {
    short_name(folder).to_ns_name::<GenericNamespaced>().context("naming a pipe")
}

/// Whether the one that called is this user: the pipe's own rights have said so.
pub(super) fn is_of_owner(_caller: &Stream) -> bool {
    true
}
