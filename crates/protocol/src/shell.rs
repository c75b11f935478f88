//! What the sidebar shows of the app around the session machine: page, window, downloads, storage.

use retake_locale::Text;
use serde::{Deserialize, Serialize};

use crate::download::DownloadView;
use crate::page::AddressView;

/// Everything that the app knows beside the session machine, whole in each update.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShellView {
    /// Where the page is; `None`: it has not loaded anything yet.
    pub address: Option<AddressView>,
    /// What can't be loaded and why, without a full stop; `None`: the page is there. The sidebar works
    /// on without it.
    pub unreachable: Option<Text>,
    /// Why nothing can be stored, in plain words; then no session can be started, and the history
    /// shows what could be read.
    pub storage_problem: Option<String>,
    /// The file that a recording is being written to (spec F6).
    pub recording: Option<String>,
    /// What the page itself downloads, oldest first.
    pub downloads: Vec<DownloadView>,
    /// Whether the user wanted to close the window while a session runs, and is to be asked.
    pub close_asked: bool,
}
