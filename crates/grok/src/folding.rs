//! Texts as they are compared: in one case, with one kind of space, quote and dash, and the digits of
//! every script as 0 to 9. What the words mean is for others to say.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};

/// Letters that are typed one for the other, and "you have", in the order in which they are replaced.
const ALIKE: [(&str, &str); 9] = [
    ("i\u{307}", "i"),
    ("ё", "е"),
    ("ş", "ș"),
    ("ţ", "ț"),
    ("ي", "ی"),
    ("ى", "ی"),
    ("ك", "ک"),
    ("٪", "%"),
    ("﹪", "%"),
];

/// `text` folded: one space between words, none around, lower case.
pub(crate) fn fold(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !is_unseen(*letter)).map(even).collect();
    // Upper case goes first: it makes one of what lower case keeps apart, such as ß and ss.
    let one_form = ComposingNormalizerBorrowed::new_nfkc().normalize(&plain).to_uppercase();
    let spaced = one_form.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let alike = (ALIKE.iter()).fold(spaced, |text, (letters, one)| text.replace(letters, one));
    with_short_have(&alike)
}

/// `text` without spaces: for scripts that set none between words, or set them as the writer likes.
pub(crate) fn squeeze(text: &str) -> String {
    text.replace(' ', "")
}

/// Whether the words of `text` stand without spaces, as Chinese, Japanese and Korean ones do.
pub(crate) fn is_unspaced(text: &str) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    let unspaced = [Script::Han, Script::Hiragana, Script::Katakana, Script::Hangul];
    text.chars().any(|letter| unspaced.contains(&scripts.get(letter)))
}

/// Whether `letter` is part of a word: a letter, a mark on one, or a number.
pub(crate) fn is_of_word(letter: char) -> bool {
    is_letter_or_number(letter) || GeneralCategoryGroup::Mark.contains(category(letter))
}

/// `text` without signs and spaces at either end.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_start_matches(|letter| !is_letter_or_number(letter))
        .trim_end_matches(|letter| !is_of_word(letter))
}

/// Whether what stands in `text` at `range` is whole words, with nothing of a word on either side.
pub(crate) fn is_whole_at(text: &str, range: Range<usize>) -> bool {
    !text[..range.start].ends_with(is_of_word) && !text[range.end..].starts_with(is_of_word)
}

/// Whether `text` ends with the word `word`, with nothing of a word before it.
pub(crate) fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(is_of_word))
}

fn category(letter: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(letter)
}

fn is_letter_or_number(letter: char) -> bool {
    GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Number).contains(category(letter))
}

/// A digit as 0 to 9, and one kind of quote and of dash.
fn even(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' | '′' | '＇' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        _ => digit(letter).unwrap_or(letter),
    }
}

/// Unicode keeps the ten digits of a script together and in order. Where such runs touch (the
/// mathematical ones), each begins a multiple of ten after the first of them, so the way down to where
/// the digits begin tells the value of any of them.
fn digit(letter: char) -> Option<char> {
    let is_digit = |number: u32| {
        char::from_u32(number).is_some_and(|one| category(one) == GeneralCategory::DecimalNumber)
    };
    let at = u32::from(letter);
    if !is_digit(at) {
        return None;
    }
    let first = (0..=at).rev().take_while(|number| is_digit(*number)).last()?;
    char::from_digit((at - first) % 10, 10)
}

/// Joiners, soft hyphens, marks of direction, Arabic vowel signs and stretching, and what chooses
/// between an emoji and a sign: a word is the same without them.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{640}'
            | '\u{64b}'..='\u{652}'
    )
}

/// "you have" as "you've", where both are whole words.
fn with_short_have(text: &str) -> String {
    const LONG: &str = "you have";
    let mut short = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(LONG) {
        let end = at + LONG.len();
        if is_whole_at(text, at..end) {
            short.push_str(&text[from..at]);
            short.push_str("you've");
            from = end;
        }
    }
    short.push_str(&text[from..]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spacing_quotes_dashes_and_digits_are_of_one_kind() {
        for (text, expected) in [
            ("  Rate\n LIMIT\u{a0}reached ", "rate limit reached"),
            ("You’ve — you‘ve", "you've - you've"),
            ("YOU HAVE", "you've"),
            ("thank you haven't", "thank you haven't"),
            ("STRASSE straße", "strasse strasse"),
            ("İSTEK ısı", "istek isi"),
            ("٦:٠١ ۱۸ ६ 𝟞 ６", "6:01 18 6 6 6"),
            ("100٪", "100%"),
            ("رسیده\u{200c}اید كتابي", "رسیدهاید کتابی"),
            ("6:01\u{202f}PM", "6:01 pm"),
            ("ﾄﾞﾗﾏ", "ドラマ"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn words_are_whole_where_nothing_of_a_word_is_beside_them() {
        let is_whole = |text: &str, word: &str| {
            text.match_indices(word).any(|(at, _)| is_whole_at(text, at..at + word.len()))
        };
        assert!(is_whole("rate limit. retry", "limit"));
        assert!(is_whole("limitless limit", "limit"));
        assert!(!is_whole("unlimited limits", "limit"));
        assert!(!is_whole("वीडियोा", "वीडियो"), "a vowel sign is of the word");
    }
}
