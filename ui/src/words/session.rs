//! What a session waits for, and why there can be none, in words.

use retake_protocol::Refusal;
use retake_protocol::view::NoImageReason;

/// What the user is to do: Grok's own words first, where it said any (spec H6).
pub fn needs_user(refusal: Refusal, grok_says: Option<&str>) -> String {
    let reason = sentence(refusal.in_words());
    let what_to_do = refusal.what_to_do();
    match grok_says {
        Some(words) => format!("{reason} Grok says: “{words}” {what_to_do}"),
        None => format!("{reason} {what_to_do}"),
    }
}

/// Why the page's post has no image, and what helps (spec B2, B4).
pub const fn no_image(why: NoImageReason) -> &'static str {
    match why {
        NoImageReason::NotTold => {
            "Can't find an image on this page. Open one of your images, or reload."
        }
        NoImageReason::SeveralSources => {
            "This video was made from several images. Open the one you mean."
        }
        NoImageReason::TextVideo => {
            "This video was made from text alone, so it has no image. Open an image to make videos \
             from it."
        }
    }
}

/// Words as a sentence of their own.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h6_groks_own_words_stand_beside_the_remedy() {
        let said = needs_user(Refusal::PageOutOfDate, Some("Reload to continue."));
        let expected = "Grok says that the page is out of date. Grok says: “Reload to continue.” \
                        Reload the page, then press Continue.";
        assert_eq!(said, expected);
    }
}
