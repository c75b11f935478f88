//! What a notice of the page speaks of (spec C11), by whole phrases in every language of Grok. Whether
//! it can be seen, and what follows from it, is for others to say.

use crate::phrases::{PHRASES, Text};
use crate::until::Until;

/// What a notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeReading {
    /// A limit of videos, images, requests or use is reached.
    Limited {
        /// When it ends, where the notice says so.
        until: Option<Until>,
    },
    /// A video was moderated; it does not say which.
    Moderated,
    /// It reports a change ("switched to 480p"), of a limit of something else (uploads, characters,
    /// a chat), or of one that is near or gone: it ends nothing.
    OnlyTells,
    /// Nothing of these.
    Other,
}

/// The longest text that is a notice, in UTF-16 units.
const LONGEST: usize = 500;

impl NoticeReading {
    /// Reads the text of a toast, an alert or a status.
    pub fn of(text: &str) -> Self {
        if text.encode_utf16().nth(LONGEST).is_some() {
            return Self::Other;
        }
        let words = Text::of(text);
        if PHRASES.limit.is_in(&words) {
            Self::Limited { until: Until::of_words(text) }
        } else if PHRASES.moderation.is_in(&words) {
            Self::Moderated
        } else if PHRASES.limit.is_another_in(&words) {
            Self::OnlyTells
        } else {
            Self::Other
        }
    }
}
