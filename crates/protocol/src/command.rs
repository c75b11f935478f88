//! What the sidebar asks for, and how a refusal looks.
//!
//! Each request is one Tauri command of the same name in `snake_case`; only the `sidebar` webview
//! may call them.

use retake_locale::Text;
use serde::{Deserialize, Deserializer, Serialize};

use crate::health::ControlPiece;
use crate::{MediaId, Prompt};

/// `start_session`: begins a session for the image on the page (spec C1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartSession {
    /// The image that the user means; `None`: the one on the page. It is refused where the page shows
    /// another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<MediaId>,
    /// Typed before each click; blank: nothing is typed.
    #[serde(default)]
    pub prompt: Prompt,
    /// 1–50; `None`: the image's preference.
    #[serde(default, deserialize_with = "bound", skip_serializing_if = "Option::is_none")]
    pub max_retries: Option<u32>,
    /// 1–50; `None`: the image's preference.
    #[serde(default, deserialize_with = "bound", skip_serializing_if = "Option::is_none")]
    pub video_goal: Option<u32>,
}

/// `set_preferences`: changes what is given (spec C15, C17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPreferences {
    /// The image that the user means; `None`: the one on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<MediaId>,
    /// 1–50.
    #[serde(default, deserialize_with = "bound", skip_serializing_if = "Option::is_none")]
    pub max_retries: Option<u32>,
    /// 1–50.
    #[serde(default, deserialize_with = "bound", skip_serializing_if = "Option::is_none")]
    pub video_goal: Option<u32>,
    /// Whether Retake may schedule actions for the image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auto_retry: Option<bool>,
}

/// A bound as it was asked for. A fraction or a negative number becomes one that is out of
/// range, so that the session machine refuses it with the range in its sentence (spec C17).
fn bound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let number = Option::<f64>::deserialize(deserializer)?;
    Ok(number.map(|number| {
        if number.fract() != 0.0 {
            return u32::MAX;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let whole = number as u32;
        whole
    }))
}

/// Why a command was not carried out: a code to branch on, and a text to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommandError {
    /// What the sidebar may branch on.
    pub code: ErrorCode,
    /// What was wrong and what to do.
    pub message: Text,
    /// What a press can do about it (spec L5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Remedy>,
}

impl CommandError {
    /// A command that was understood and not carried out.
    pub fn refused(message: impl Into<Text>) -> Self {
        Self { code: ErrorCode::Refused, message: message.into(), remedy: None }
    }

    /// A command that could not be carried out.
    pub fn failed(message: impl Into<Text>) -> Self {
        Self { code: ErrorCode::Failed, message: message.into(), remedy: None }
    }

    /// The same, with a button that helps; `None`: no press can.
    #[must_use]
    pub fn with_remedy(self, remedy: impl Into<Option<Remedy>>) -> Self {
        Self { remedy: remedy.into(), ..self }
    }
}

/// What helps after an error: a button beside it (spec L5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Remedy {
    /// The page goes to Grok's start page, where the user's images are.
    OpenStartPage,
    /// The page goes to this image.
    OpenImage {
        /// The image.
        media_id: MediaId,
    },
    /// The page is loaded again.
    ReloadPage,
    /// The user points at a control in the page.
    PickControl {
        /// Which.
        piece: ControlPiece,
    },
    /// Auto-retry is turned on for this image.
    TurnOnAutoRetry {
        /// The image.
        media_id: MediaId,
    },
    /// The sidebar shows the queue.
    ShowQueue,
    /// The file manager shows the data folder: backups and the log are there.
    OpenDataFolder,
    /// Retake closes.
    CloseRetake,
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
