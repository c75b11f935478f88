//! What the user types to find something (spec D5): all words, in any order, whatever their case and
//! accents; `"a phrase"` is one. Which rows hold a word is for the queries to say.
//!
//! The index of the history holds runs of three characters. A shorter word, and one that very many
//! texts hold, is found sooner by reading along the list.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Result};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How much of what was typed counts, in characters.
const MAX_CHARACTERS: usize = 300;
/// How many words count.
const MAX_WORDS: usize = 8;
/// The shortest word that the index finds, in characters.
const INDEXED_CHARACTERS: usize = 3;

/// One word, or one phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word(String);

/// The words of what was typed, each once.
pub(crate) fn words(typed: &str) -> Vec<Word> {
    // A NUL ends FTS5's reading, so a text holds none.
    let typed: String = typed.chars().filter(|&c| c != '\0').take(MAX_CHARACTERS).collect();
    let mut words: Vec<Word> = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() && words.len() < MAX_WORDS {
        let (word, after) = next_word(rest);
        let word = Word(word.split_whitespace().collect::<Vec<_>>().join(" "));
        if !word.0.is_empty() && !words.contains(&word) {
            words.push(word);
        }
        rest = after.trim_start();
    }
    words
}

/// The first word of `text`, which does not begin with a space, and what stands after it. A quotation
/// mark that nothing closes is part of its word.
fn next_word(text: &str) -> (&str, &str) {
    if let Some((phrase, after)) = text.strip_prefix('"').and_then(|rest| rest.split_once('"'))
        && !phrase.trim().is_empty()
    {
        return (phrase, after);
    }
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

impl Word {
    /// Whether the index can find it.
    pub(crate) fn is_indexed(&self) -> bool {
        folded(&self.0).chars().count() >= INDEXED_CHARACTERS
    }

    /// Whether one of these texts holds it.
    pub(crate) fn is_in(&self, texts: &[&str]) -> bool {
        let word = folded(&self.0);
        texts.iter().any(|text| folded(text).contains(&word))
    }

    /// A phrase of FTS5 that is this word, whatever FTS5 would make of its characters.
    pub(crate) fn phrase(&self) -> String {
        format!("\"{}\"", self.0.replace('"', "\"\""))
    }

    /// A LIKE pattern, with `\` as its escape, for a text that went through [`FOLD`].
    pub(crate) fn pattern(&self) -> String {
        let word = folded(&self.0);
        let quoted = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        format!("%{quoted}%")
    }
}

/// The name of the SQL function that leaves case and accents out of a text.
pub(crate) const FOLD: &str = "fold";

/// Lets this connection's queries call [`FOLD`].
pub(crate) fn add_fold(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function(FOLD, 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.map(folded))
    })
}

/// The text in lower case and without accents.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|one| !is_combining_mark(*one)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d5_words_are_parted_by_blanks_and_a_phrase_is_one() {
        for (typed, expected) in [
            ("fox snow", &["fox", "snow"][..]),
            ("  mountain \t lake\n", &["mountain", "lake"]),
            ("\"mountain  lake\" dawn", &["mountain lake", "dawn"]),
            ("fox fox", &["fox"]),
            ("5\" lens", &["5\"", "lens"]),
            ("\"open phrase", &["\"open", "phrase"]),
            ("\"\" x", &["\"\"", "x"]),
            ("", &[]),
            ("a\0b", &["ab"]),
        ] {
            let found: Vec<_> = words(typed).into_iter().map(|word| word.0).collect();
            assert_eq!(found, expected, "{typed:?}");
        }
        assert!(words("a b c d e f g h i j").len() <= MAX_WORDS);
    }

    #[test]
    fn d5_case_and_accents_are_left_out() {
        for (text, expected) in
            [("Übermütige", "ubermutige"), ("É", "e"), ("e\u{301}", "e"), ("ÅNGSTRÖM", "angstrom")]
        {
            assert_eq!(folded(text), expected);
        }
        assert_eq!(folded("湖の夜明け"), folded("湖の夜明け"));
    }
}
