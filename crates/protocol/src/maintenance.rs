//! What the sidebar does with the whole history: export, import, backup, restore, forget (spec D6),
//! and what it gets back.

use retake_locale::Text;
use serde::{Deserialize, Serialize};

use crate::Millis;

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportForm {
    /// To be imported again.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// `data_folder`: where everything is, and how large it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataFolderView {
    /// Its path.
    pub path: String,
    /// The database's size, in bytes.
    pub database_bytes: u64,
    /// What takes place in it and beside it; `None`: the database can't be read.
    #[serde(default)]
    pub kept: Option<KeptBytes>,
    /// The backups in it, newest first.
    pub backups: Vec<BackupView>,
}

/// What pictures and videos take, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBytes {
    /// The pictures, which are in the database.
    pub pictures: u64,
    /// The saved videos, as large as they were when they were saved.
    pub videos: u64,
}

/// One backup in the data folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupView {
    /// Its name, which `restore_backup` takes.
    pub name: String,
    /// In bytes.
    pub bytes: u64,
    /// When it was made.
    pub made_at: Millis,
}

/// A setting that a backup has otherwise: it comes along only where the user picks it (spec D6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingDifference {
    /// Its name.
    pub name: String,
    /// Its value here.
    pub here: String,
    /// Its value in the backup.
    pub there: String,
}

/// What was done, in plain words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// One sentence each; the first one sums up.
    pub lines: Vec<Text>,
}
