//! What the page script finds on the page, and the controls that the user can point at.

use serde::{Deserialize, Serialize};

use crate::Millis;

/// The longest selector of the user's, in bytes.
pub const MAX_SELECTOR_BYTES: usize = 500;

/// One piece of the page that the page script looks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Found {
    /// Its name in `injected/health.js`: `store`, `post`, `prompt_box`, `generate_control`,
    /// `video_settings`, `progress`, `toasts`, `stream`.
    pub piece: String,
    /// What it was found by; `None`: it is not there.
    pub how: Option<String>,
    /// How long ago it was last found, in ms; `None`: never since the page was loaded.
    #[serde(default)]
    pub ago: Option<Millis>,
}

/// A control that the user can point at in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ControlPiece {
    /// Where the prompt of a video is typed.
    PromptBox,
    /// What begins a generation.
    GenerateControl,
}
