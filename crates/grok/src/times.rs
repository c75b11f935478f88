//! The words around times and spans, by language: `data/times.json`. How a text is read by them is
//! `until.rs`'s.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use crate::folding::{ends_with_word, fold, is_of_word, is_unspaced};

/// Every word known.
pub(crate) static TIMES: LazyLock<Times> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/times.json"))
        .expect("data/times.json has the form of `Times`: each test reads it")
});

/// Words by what they say of a number.
#[derive(Deserialize)]
pub(crate) struct Times {
    pub(crate) morning: Words,
    pub(crate) afternoon: Words,
    pub(crate) night: Words,
    /// Behind the hour of a time.
    pub(crate) hour_marks: Words,
    /// Behind the minute of a time.
    pub(crate) minute_marks: Words,
    /// Before a time with a dot in it.
    pub(crate) dotted: Words,
    days: Words,
    pub(crate) hours: Words,
    minutes: Words,
    seconds: Words,
    /// Before a span from now.
    pub(crate) before: Words,
    /// Before a span from now, and never before a time.
    pub(crate) countdown: Words,
    /// Behind a span from now.
    pub(crate) after: Words,
    /// Between the parts of a span.
    and: Words,
}

impl Times {
    /// The seconds of the unit that `text` begins with, and what stands behind it.
    pub(crate) fn unit<'a>(&self, text: &'a str) -> Option<(u32, &'a str)> {
        let units =
            [(&self.days, 86_400), (&self.hours, 3_600), (&self.minutes, 60), (&self.seconds, 1)];
        units.into_iter().find_map(|(words, seconds)| Some((seconds, words.skip(text)?)))
    }

    /// `text` without what may stand between two parts of a span.
    pub(crate) fn behind_and<'a>(&self, text: &'a str) -> &'a str {
        let text = text.strip_prefix(',').unwrap_or(text);
        self.and.skip(text).unwrap_or(text).trim_start()
    }
}

/// Alternative words of all languages, the longest first.
pub(crate) struct Words(Vec<Word>);

struct Word {
    text: String,
    /// Whether more may follow without a space.
    is_unspaced: bool,
}

impl Words {
    /// What stands in `text` behind one of the words, where it begins with one, or with a space and
    /// one.
    pub(crate) fn skip<'a>(&self, text: &'a str) -> Option<&'a str> {
        let text = text.trim_start();
        self.0.iter().find_map(|word| {
            let rest = text.strip_prefix(&*word.text)?;
            // A digit may follow at once, as in `1h30`.
            let goes_on = |letter: char| is_of_word(letter) && !letter.is_ascii_digit();
            (word.is_unspaced || !rest.starts_with(goes_on)).then_some(rest)
        })
    }

    /// Whether `text` ends with one of the words, or with one and a space.
    pub(crate) fn end(&self, text: &str) -> bool {
        let text = text.trim_end();
        self.0.iter().any(|word| {
            if word.is_unspaced {
                text.ends_with(&word.text)
            } else {
                ends_with_word(text, &word.text)
            }
        })
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let languages = BTreeMap::<String, Vec<String>>::deserialize(deserializer)?;
        let mut words: Vec<_> = languages
            .into_values()
            .flatten()
            .map(|word| fold(&word))
            .map(|text| Word { is_unspaced: is_unspaced(&text), text })
            .collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
        Ok(Self(words))
    }
}
