//! What a session waits for, in words.

use retake_protocol::Refusal;

/// What the user is to do: Grok's own words first, where it said any (spec H6).
pub fn needs_user(refusal: Refusal, grok_says: Option<&str>) -> String {
    let reason = sentence(refusal.in_words());
    let what_to_do = refusal.what_to_do();
    match grok_says {
        Some(words) => format!("{reason} Grok says: “{words}” {what_to_do}"),
        None => format!("{reason} {what_to_do}"),
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
