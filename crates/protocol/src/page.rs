//! Where the page is, and where the sidebar has it go.

use serde::{Deserialize, Serialize};

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageSite {
    /// Grok's.
    Grok,
    /// One that signing in leads through.
    SignIn,
}

/// The page's address, as the sidebar shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressView {
    /// Host, and port where it is not the usual one.
    pub host: String,
    /// The path, without query.
    pub path: String,
    /// Whose page it is.
    pub site: PageSite,
}

/// One step of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageMove {
    /// To the page before.
    Back,
    /// To the page after.
    Forward,
    /// The same again.
    Reload,
    /// To Grok's own start.
    Home,
}

/// How to change the size at which the page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoomStep {
    /// One step larger.
    Larger,
    /// One step smaller.
    Smaller,
    /// In its own size.
    OwnSize,
}

/// Which way to look for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindDirection {
    /// From here down.
    Next,
    /// From here up.
    Previous,
}

/// The longest text that is looked for, in bytes.
pub const MAX_FIND_BYTES: usize = 500;
