//! What this machine brings for the webviews, and what it lacks.

use serde::{Deserialize, Serialize};

/// What Health and the first banner say of this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// What plays H.264 and AAC here; `None`: the system brings it, or its packages are not known.
    pub codecs: Option<CodecPackages>,
    /// Each variable that changes how the webview draws, as `NAME=VALUE`.
    pub graphics: Vec<String>,
    /// Whether the webview's own paste brings the page no image, so that a button has to.
    pub needs_image_button: bool,
    /// Whether the sidebar draws the grip that its width is dragged by: the window has none.
    pub needs_grip: bool,
}

/// The packages that play H.264 and AAC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodecPackages {
    /// What the distribution is called, such as `Debian GNU/Linux 12`.
    pub system: String,
    /// The packages' names there.
    pub packages: Vec<String>,
    /// What installs them, for a terminal.
    pub command: String,
    /// A further source of packages that the distribution's own do not replace, such as `RPM Fusion`.
    pub repository: Option<String>,
}
