//! What the page script finds on the page, and the controls that the user can point at.

use serde::{Deserialize, Serialize};

use crate::Millis;

/// The longest selector of the user's, in bytes.
pub const MAX_SELECTOR_BYTES: usize = 500;

/// Which Retake this is, as a bug report has to say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its version.
    pub version: String,
    /// The commit that it was built from; `None`: it was built from no checkout.
    pub commit: Option<String>,
    /// The webview's name and version; `None`: it is not found.
    pub webview: Option<String>,
}

impl About {
    /// In one line.
    pub fn line(&self) -> String {
        let commit = self.commit.as_ref().map(|commit| format!(" ({commit})"));
        let webview = self.webview.as_ref().map(|webview| format!(", {webview}"));
        let rest = [commit, webview].into_iter().flatten();
        rest.fold(format!("Retake {}", self.version), |line, part| line + &part)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g5_what_is_known_of_a_retake_fits_one_line() {
        let mut about =
            About { version: "1.2.3".into(), commit: Some("0123456789ab".into()), webview: None };
        assert_eq!(about.line(), "Retake 1.2.3 (0123456789ab)");
        about.webview = Some("WebView2 130.0".into());
        assert_eq!(about.line(), "Retake 1.2.3 (0123456789ab), WebView2 130.0");
        about.commit = None;
        assert_eq!(about.line(), "Retake 1.2.3, WebView2 130.0");
    }
}
