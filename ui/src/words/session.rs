//! What a session waits for, and why there can be none, in words.

use retake_locale::{Text, text};
use retake_protocol::Refusal;
use retake_protocol::view::NoImageReason;

/// What the user is to do: Grok's own words first, where it said any (spec H6).
pub fn needs_user(refusal: Refusal, grok_says: Option<&str>) -> Text {
    match grok_says {
        Some(words) => text::grok_says(refusal.reason(), refusal.remedy(), words),
        None => refusal.needs_user(),
    }
}

/// Why the page's post has no image, and what helps (spec B2, B4).
pub fn no_image(why: NoImageReason) -> Text {
    match why {
        NoImageReason::NotTold => text::hint_no_image(),
        NoImageReason::SeveralSources => text::hint_several_images(),
        NoImageReason::TextVideo => text::hint_text_video(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::say;

    #[test]
    fn h6_groks_own_words_stand_beside_the_remedy() {
        let said = say(needs_user(Refusal::PageOutOfDate, Some("Reload to continue.")));
        let expected = "Grok says the page is out of date. Reload the page, then continue. \
                        Grok says: “Reload to continue.”";
        assert_eq!(said, expected);
    }
}
