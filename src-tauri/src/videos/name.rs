//! How a saved video's file is called: a pattern of the user's, filled in and made fit for every
//! file system. Whether the name is free is left to `keep`.

use std::fmt::Write as _;
use std::str::FromStr;

use jiff::civil::DateTime;
use retake_protocol::{AttemptId, MediaId};

/// The pattern where nothing was ever set.
pub(crate) const DEFAULT: &str = "{date}_{image}_{number}";

/// The longest pattern, in bytes.
pub(crate) const LONGEST_PATTERN: usize = 100;

/// The longest name without its ending, in bytes: file systems take 255, and a number in brackets
/// and the ending come after it.
const LONGEST_NAME: usize = 180;

/// What not every file system takes in a name.
const FORBIDDEN: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// Names that Windows keeps for devices, also with an ending.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul"];

const PLACEHOLDERS: &[(&str, Placeholder)] = &[
    ("date", Placeholder::Date),
    ("time", Placeholder::Time),
    ("image", Placeholder::Image),
    ("attempt", Placeholder::Attempt),
    ("number", Placeholder::Number),
];

/// What a name may say of a video.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    /// When it was finished, by the user's own clock.
    pub(crate) finished: DateTime,
    pub(crate) media_id: &'a MediaId,
    pub(crate) attempt_id: &'a AttemptId,
    /// Which video of its image it is, from 1.
    pub(crate) number: u32,
}

/// A pattern that names videos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(Placeholder),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placeholder {
    Date,
    Time,
    Image,
    Attempt,
    Number,
}

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BadPattern {
    #[error("it is longer than {LONGEST_PATTERN} bytes")]
    TooLong,
    #[error("it holds {0:?}, which not every file system takes in a name")]
    Forbidden(char),
    #[error("there is no {{{0}}}; there are: {all}", all = all_placeholders())]
    Unknown(String),
    #[error("a brace in it has no counterpart")]
    LoneBrace,
    #[error("all videos would have one name: put in one of {all}", all = all_placeholders())]
    NoPlaceholder,
}

fn all_placeholders() -> String {
    let names: Vec<_> = PLACEHOLDERS.iter().map(|(name, _)| format!("{{{name}}}")).collect();
    names.join(", ")
}

impl FromStr for Pattern {
    type Err = BadPattern;

    fn from_str(text: &str) -> Result<Self, BadPattern> {
        if text.len() > LONGEST_PATTERN {
            return Err(BadPattern::TooLong);
        }
        if let Some(found) = text.chars().find(|&character| is_forbidden(character)) {
            return Err(BadPattern::Forbidden(found));
        }
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, left) = after.split_once('}').ok_or(BadPattern::LoneBrace)?;
            let known = PLACEHOLDERS.iter().find(|(known, _)| *known == name);
            let (_, placeholder) = known.ok_or_else(|| BadPattern::Unknown(name.to_owned()))?;
            push_text(&mut pieces, before)?;
            pieces.push(Piece::Placeholder(*placeholder));
            rest = left;
        }
        push_text(&mut pieces, rest)?;
        if !pieces.iter().any(|piece| matches!(piece, Piece::Placeholder(_))) {
            return Err(BadPattern::NoPlaceholder);
        }
        Ok(Self(pieces))
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) -> Result<(), BadPattern> {
    if text.contains('}') {
        return Err(BadPattern::LoneBrace);
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
    Ok(())
}

impl Default for Pattern {
    fn default() -> Self {
        Self(vec![
            Piece::Placeholder(Placeholder::Date),
            Piece::Text("_".into()),
            Piece::Placeholder(Placeholder::Image),
            Piece::Text("_".into()),
            Piece::Placeholder(Placeholder::Number),
        ])
    }
}

impl Pattern {
    /// The name of a video's file, without its ending.
    pub(crate) fn name(&self, facts: &Facts<'_>) -> String {
        let mut name = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => name.push_str(text),
                Piece::Placeholder(placeholder) => placeholder.fill_in(facts, &mut name),
            }
        }
        fit(&name)
    }
}

impl Placeholder {
    fn fill_in(self, facts: &Facts<'_>, name: &mut String) {
        // Writing to a string does not fail.
        let _ = match self {
            Self::Date => write!(name, "{}", facts.finished.strftime("%Y-%m-%d")),
            // A colon is no part of a file's name everywhere.
            Self::Time => write!(name, "{}", facts.finished.strftime("%H-%M-%S")),
            Self::Image => write!(name, "{}", facts.media_id),
            Self::Attempt => write!(name, "{}", facts.attempt_id),
            Self::Number => write!(name, "{}", facts.number),
        };
    }
}

/// What the image's own file is called, without its ending.
pub(crate) fn of_image(media_id: &MediaId) -> String {
    fit(&format!("image {media_id}"))
}

/// The name with a number that tells it from others; the first one has none.
pub(crate) fn numbered(name: &str, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name} ({number})") }
}

fn is_forbidden(character: char) -> bool {
    FORBIDDEN.contains(&character) || character.is_control()
}

/// Ids are Grok's, and opaque: what no file system should see goes.
fn fit(name: &str) -> String {
    let mut name: String =
        name.chars().map(|found| if is_forbidden(found) { '-' } else { found }).collect();
    name.truncate(name.floor_char_boundary(LONGEST_NAME));
    // A dot in front hides a file; one at the end, or a space, gets lost on Windows.
    let is_edge = |found: char| found == '.' || found.is_whitespace();
    let name = name.trim_matches(is_edge);
    let device = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let is_port = ["com", "lpt"].iter().any(|port| {
        let number = device.strip_prefix(port).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some([digit]) if digit.is_numeric())
    });
    match name {
        "" => "video".to_owned(),
        _ if is_port || RESERVED.contains(&device.as_str()) => format!("_{name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn named(pattern: &str, media: &str) -> String {
        let facts = Facts {
            finished: date(2026, 11, 21).at(4, 5, 6, 0),
            media_id: &MediaId::new(media).unwrap(),
            attempt_id: &AttemptId::new("try-7").unwrap(),
            number: 2,
        };
        pattern.parse::<Pattern>().unwrap().name(&facts)
    }

    #[test]
    fn the_default_is_what_its_text_says() {
        assert_eq!(DEFAULT.parse(), Ok(Pattern::default()));
    }

    #[test]
    fn n5_a_pattern_is_filled_in() {
        for (pattern, expected) in [
            (DEFAULT, "2026-11-21_lake_2"),
            ("{date} {time} {attempt}", "2026-11-21 04-05-06 try-7"),
            ("My video {number} of {image}.", "My video 2 of lake"),
            ("{number}{number}", "22"),
            ("été_{number}", "été_2"),
        ] {
            assert_eq!(named(pattern, "lake"), expected, "{pattern}");
        }
    }

    #[test]
    fn n5_a_name_fits_every_file_system() {
        for (pattern, media, expected) in [
            ("{image}", "a/../b", "a-..-b"),
            ("{image}", "..", "video"),
            ("{image}", "../..", "-"),
            ("{image}", "C:\\x\n\0", "C--x--"),
            ("{image}", ".hidden ", "hidden"),
            ("{image}", "con", "_con"),
            ("{image}", "NUL.tar", "_NUL.tar"),
            ("{image}", "com1", "_com1"),
            ("{image}", "LPT²", "_LPT²"),
            ("{image}", "com10", "com10"),
            ("{image}", "console", "console"),
        ] {
            assert_eq!(named(pattern, media), expected, "{media:?}");
        }
    }

    #[test]
    fn n5_a_name_is_never_too_long_and_no_letter_is_cut() {
        let long = "ü".repeat(64);
        let name = named("{image}{image}", &long);
        assert_eq!((name.len(), name.chars().all(|letter| letter == 'ü')), (180, true));
    }

    #[test]
    fn n5_a_pattern_that_names_nothing_says_what_is_wrong() {
        for (pattern, expected) in [
            ("", "all videos would have one name: put in one of {date}, {time}"),
            ("video", "all videos would have one name"),
            ("{day}", "there is no {day}; there are: {date}, {time}, {image}, {attempt}, {number}"),
            ("{}", "there is no {}"),
            ("{date", "a brace"),
            ("date}", "a brace"),
            ("{date}}", "a brace"),
            ("{{date}}", "there is no {{date}"),
            ("a/{date}", "'/'"),
            ("..\\{date}", "'\\\\'"),
            ("{date}?", "'?'"),
            ("{date}\u{7}", "\\u{7}"),
            (&"{date}".repeat(17), "100 bytes"),
        ] {
            let refused = pattern.parse::<Pattern>().unwrap_err().to_string();
            assert!(refused.contains(expected), "{pattern:?}: {refused}");
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        assert_eq!((numbered("a", 1).as_str(), numbered("a", 2).as_str()), ("a", "a (2)"));
    }
}
