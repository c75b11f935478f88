//! What the page itself downloads, as the sidebar shows it.

use serde::{Deserialize, Serialize};

/// Retake's number of a download, counted from 1 in each run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DownloadNumber(pub u32);

/// One download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadView {
    /// Tells it from the others.
    pub number: DownloadNumber,
    /// The file's name.
    pub name: String,
    /// How it stands.
    pub state: DownloadState,
}

/// How a download stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DownloadState {
    /// It is under way.
    Running {
        /// What has come, in bytes.
        bytes: u64,
        /// How large it will be, in bytes, where the server says so.
        of: Option<u64>,
    },
    /// It is there.
    Saved {
        /// The whole path.
        path: String,
    },
    /// It did not begin.
    Refused {
        /// Why, as a sentence.
        reason: String,
    },
    /// It broke off.
    Failed {
        /// Why, as a sentence.
        reason: String,
    },
}

impl DownloadState {
    /// Whether it is under way.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
