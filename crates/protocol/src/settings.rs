//! The settings as the sidebar's page shows and changes them. What each name means is the shell's.

use serde::{Deserialize, Serialize};

/// The value of a setting of [`SettingKind::Language`] that follows the system.
pub const SYSTEM_LANGUAGE: &str = "system";

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingView {
    /// Its name, which `set_setting` and `--setting` take.
    pub name: String,
    /// Its value now.
    pub value: String,
    /// Its value where nothing was ever set.
    pub default: String,
    /// What values it takes.
    pub kind: SettingKind,
    /// Whether the command line decides it for this run.
    pub is_overridden: bool,
}

/// What values a setting takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SettingKind {
    /// A whole number of ms.
    Span {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// A whole number.
    Count {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// A whole number of percent.
    Percent {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// A language's tag (BCP 47), or [`SYSTEM_LANGUAGE`].
    Language,
    /// `on` or `off`.
    Switch,
    /// A folder's whole path; empty: the usual one.
    Folder {
        /// The longest, in bytes.
        longest: usize,
    },
    /// A text.
    Text {
        /// The longest, in bytes.
        longest: usize,
    },
}
