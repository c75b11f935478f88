//! What the sidebar asks for, and how a refusal looks.
//!
//! Each request is one Tauri command of the same name in `snake_case`; only the `sidebar` webview
//! may call them.

use serde::{Deserialize, Serialize};

use crate::{MediaId, Prompt};

/// `start_session`: begins a session for the image on the page (spec C1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartSession {
    /// The image that the user means; `None`: the one on the page. It is refused where the page shows
    /// another one.
    #[serde(default)]
    pub media_id: Option<MediaId>,
    /// Typed before each click; blank: nothing is typed.
    pub prompt: Prompt,
    /// 1–50; `None`: the image's preference.
    pub max_retries: Option<u32>,
    /// 1–50; `None`: the image's preference.
    pub video_goal: Option<u32>,
}

/// `set_preferences`: changes what is given (spec C15, C17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPreferences {
    /// The image that the user means; `None`: the one on the page.
    #[serde(default)]
    pub media_id: Option<MediaId>,
    /// 1–50.
    pub max_retries: Option<u32>,
    /// 1–50.
    pub video_goal: Option<u32>,
    /// Whether Retake may schedule actions for the image.
    pub auto_retry: Option<bool>,
}

/// Why a command was not carried out: a code to branch on, and a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandError {
    /// What the sidebar may branch on.
    pub code: ErrorCode,
    /// What was wrong and what to do.
    pub message: String,
}

/// A code is added only when the sidebar branches on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The command was understood and refused; nothing changed.
    Refused,
    /// The database or the page could not be reached.
    Failed,
}
