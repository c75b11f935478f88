//! All texts of one language, to say them in.

use std::cmp::Ordering;

use crate::text::{ENGLISH, Text, Value};
use crate::{Direction, Language};

/// What a language does with numbers; the webview's `Intl` knows it, or a library.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// Which plural form a number takes: `one`, `few`, `other`, as CLDR calls them.
    pub form: fn(Language, f64) -> &'static str,
    /// Writes a number.
    pub write: fn(Language, f64) -> String,
}

/// The texts of a language.
#[derive(Clone, Debug)]
pub struct Texts {
    language: Language,
    numbers: Numbers,
    /// The lines, sorted, each a key and its pattern.
    lines: String,
}

impl Texts {
    /// The English ones, which are part of a program that asks for them.
    pub fn english(numbers: Numbers) -> Self {
        Self::of(Language::English, ENGLISH, numbers)
    }

    /// The texts of the lines that `crate::compile` made of a language's files.
    pub fn of(language: Language, lines: impl Into<String>, numbers: Numbers) -> Self {
        Self { language, numbers, lines: lines.into() }
    }

    /// Whose they are.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text in words. A key that there is none of, as from another version of Retake, is said as it is.
    pub fn say(&self, text: &Text) -> String {
        let Some(pattern) = self.pattern_of(text.key()) else { return text.key().to_owned() };
        let mut said = String::new();
        let mut reader = Reader { texts: self, arguments: &text.arguments, rest: pattern };
        reader.pattern(&mut said);
        said
    }

    /// Finds a line by halves: a line that begins before the middle is in the first one.
    fn pattern_of(&self, key: &str) -> Option<&str> {
        let mut lines = self.lines.as_str();
        while !lines.is_empty() {
            let middle =
                lines.as_bytes()[..lines.len() / 2].iter().rposition(|byte| *byte == b'\n');
            let (before, rest) = lines.split_at(middle.map_or(0, |end| end + 1));
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            let (known, pattern) = line.split_once('=').unwrap_or((line, ""));
            match key.cmp(known) {
                Ordering::Equal => return Some(pattern),
                Ordering::Less => lines = before,
                Ordering::Greater => lines = after,
            }
        }
        None
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => (self.numbers.write)(self.language, *number),
            Value::Text(text) => self.say(text),
            // Signs keep what may run the other way apart in a sentence that runs from right to left;
            // elsewhere they are not needed, and would be copied along.
            Value::Words(words) if self.language.direction() == Direction::RightToLeft => {
                format!("\u{2068}{words}\u{2069}")
            }
            Value::Words(words) => words.clone(),
        }
    }
}

/// Reads a pattern from its beginning to its end.
struct Reader<'a> {
    texts: &'a Texts,
    arguments: &'a [Value],
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Says what comes until the pattern ends: at a `|` or `}`, which are left, or with the line.
    fn pattern(&mut self, said: &mut String) {
        while let Some(letter) = self.rest.chars().next() {
            match letter {
                '|' | '}' => return,
                '{' => {
                    self.skip();
                    self.placeable(said);
                }
                '\\' => {
                    self.skip();
                    said.extend(self.skip());
                }
                letter => {
                    self.skip();
                    said.push(letter);
                }
            }
        }
    }

    /// A variable, or a choice by one.
    fn placeable(&mut self, said: &mut String) {
        let place = self.word();
        let value = place.parse().ok().and_then(|place: usize| self.arguments.get(place));
        if self.skip() != Some('|') {
            said.extend(value.map(|value| self.texts.value(value)));
            return;
        }
        let form = match value {
            Some(Value::Number(number)) => (self.texts.numbers.form)(self.texts.language, *number),
            _ => OTHER,
        };
        let mut is_said = false;
        loop {
            let known = self.word();
            self.skip();
            let mut words = String::new();
            self.pattern(&mut words);
            let is_last = self.skip() != Some('|');
            if !is_said && (is_last || known == form) {
                *said += &words;
                is_said = true;
            }
            if is_last {
                return;
            }
        }
    }

    /// What comes before the next `|` or `}`.
    fn word(&mut self) -> &'a str {
        let end = self.rest.find(['|', '}']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn skip(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let first = letters.next();
        self.rest = letters.as_str();
        first
    }
}

/// The plural form of what is no number.
const OTHER: &str = "other";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    const PLAIN: Numbers = Numbers {
        form: |_, number| if (number - 1.0).abs() < f64::EPSILON { "one" } else { "other" },
        write: |_, number| number.to_string(),
    };

    #[test]
    fn l7_a_text_is_said_with_its_arguments_and_the_plural_that_fits() {
        let english = Texts::english(PLAIN);
        assert_eq!(english.say(&text::videos_count(1_u32)), "1 video");
        assert_eq!(english.say(&text::videos_count(2_u32)), "2 videos");
        let limits = text::limits(text::videos_count(1_u32), text::retries_count(3_u32));
        assert_eq!(english.say(&limits), "1 video, up to 3 retries", "a text stands in another");
        assert_eq!(english.say(&"as {it} is|".into()), "as {it} is|");
    }

    #[test]
    fn l7_every_text_is_found_by_its_key() {
        let english = Texts::english(PLAIN);
        for line in ENGLISH.lines() {
            let (key, pattern) = line.split_once('=').unwrap();
            assert_eq!(english.pattern_of(key), Some(pattern));
        }
        assert_eq!(english.pattern_of("no-such-text"), None);
    }

    #[test]
    fn l7_a_language_has_an_order_of_its_own() {
        let lines = "videos-of-goal={1|one|Ziel|other|Ziele}: {1}, \\{davon\\} {0}\n";
        let german = Texts::of(Language::German, lines, PLAIN);
        assert_eq!(german.say(&text::videos_of_goal(1_u32, 4_u32)), "Ziele: 4, {davon} 1");
        assert_eq!(german.say(&text::ok()), "ok", "a key without a text is said as it is");
    }

    #[test]
    fn l7_what_runs_the_other_way_is_kept_apart_in_arabic() {
        let arabic = Texts::of(Language::Arabic, "plain={0}\n", PLAIN);
        assert_eq!(arabic.say(&"a.mp4".into()), "\u{2068}a.mp4\u{2069}");
    }

    #[test]
    fn l7_a_broken_line_says_what_it_can() {
        for line in [
            "videos-count={0|one|a",
            "videos-count={",
            "videos-count={7}",
            "videos-count=}",
            "x",
            "\n\n",
        ] {
            let texts = Texts::of(Language::German, line, PLAIN);
            let _said = texts.say(&text::videos_count(1_u32));
        }
    }
}
