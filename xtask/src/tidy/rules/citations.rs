//! Where a file cites a rule, in one of these forms:
//!
//! - `spec C6`, `spec B1, B3`, `spec C2–C5` in any text; in a comment the bare id as well, so that a
//!   table of modules and a list that goes on in the next line need no more words;
//! - a test's name: `fn c6_…` in Rust, `"c6_…"` in a script;
//! - a recording's name: `c6-….jsonl`.

use std::collections::BTreeSet;
use std::path::Path;

use super::rule::Rule;
use super::{RECORDINGS, SPEC};

/// One id at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Citation {
    pub(super) rule: Rule,
    /// From 1; 0: the file's name.
    pub(super) line: usize,
    pub(super) place: Place,
}

/// What a citation counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It says where the rule is implemented.
    Source,
    /// It says what shows the rule.
    Test,
    /// It is prose, and shows nothing.
    Prose,
}

/// Every citation of a file. A bare id counts only where its letter is one of `sections`.
pub(super) fn of_file(path: &str, text: &str, sections: &BTreeSet<char>) -> Vec<Citation> {
    if let Some(name) = recording(path) {
        let rules = by_name(name, '-');
        return rules.map(|rule| Citation { rule, line: 0, place: Place::Test }).collect();
    }
    let Some(language) = Language::of(path) else { return Vec::new() };
    let mut place = place_of(path, language);
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim() == "#[cfg(test)]" {
            place = Place::Test;
        }
        let mut rules = in_prose(line, language.bare_from(path, line), sections);
        if place == Place::Test {
            rules.extend(in_test_names(line, language));
        }
        found.extend(rules.into_iter().map(|rule| Citation { rule, line: index + 1, place }));
    }
    found
}

/// The name of a recording, if the file is one.
pub(super) fn recording(path: &str) -> Option<&str> {
    let path = Path::new(path.strip_prefix(RECORDINGS)?);
    path.file_name()?.to_str().filter(|_| path.extension().is_some_and(|ending| ending == "jsonl"))
}

/// How a file marks its comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    Rust,
    Script,
    Sql,
    Prose,
}

impl Language {
    fn of(path: &str) -> Option<Self> {
        Some(match Path::new(path).extension()?.to_str()? {
            "rs" => Self::Rust,
            "js" | "mjs" | "jsx" | "ts" | "css" => Self::Script,
            "sql" => Self::Sql,
            "md" | "toml" | "html" => Self::Prose,
            _ => return None,
        })
    }

    /// From which byte on a bare id is a citation: in comments, and all over the spec itself.
    fn bare_from(self, path: &str, line: &str) -> usize {
        let begins = match self {
            Self::Rust => line.find("//"),
            Self::Script if line.trim_start().starts_with('*') => Some(0),
            Self::Script => line.find("//").or_else(|| line.find("/*")),
            Self::Sql => line.find("--"),
            Self::Prose => (path == SPEC).then_some(0),
        };
        begins.unwrap_or(line.len())
    }
}

fn place_of(path: &str, language: Language) -> Place {
    let in_folder = |name| path.split('/').rev().skip(1).any(|folder| folder == name);
    let file = path.rsplit('/').next().unwrap_or(path);
    let is_test = in_folder("tests") || in_folder("test") || in_folder("fuzz");
    match language {
        Language::Prose => Place::Prose,
        _ if is_test || file == "tests.rs" || file.contains(".test.") => Place::Test,
        _ => Place::Source,
    }
}

/// The ids after the word `spec`, and from the byte `bare_from` on every bare one.
fn in_prose(line: &str, bare_from: usize, sections: &BTreeSet<char>) -> Vec<Rule> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((start, rules, after)) = next_ids(rest) {
        let at = line.len() - rest.len() + start;
        let is_bare = at >= bare_from && rules.iter().all(|rule| sections.contains(&rule.section));
        if is_bare || follows_spec(&line[..at]) {
            found.extend(rules);
        }
        rest = after;
    }
    found
}

/// The next id or range that stands as a word of its own: where it begins, what it is, what follows.
fn next_ids(text: &str) -> Option<(usize, Vec<Rule>, &str)> {
    let starts = text.char_indices().filter(|(_, letter)| letter.is_ascii_uppercase());
    let is_word = |start: usize| {
        let before = text[..start].chars().next_back();
        !before.is_some_and(|before| before.is_alphanumeric() || "_-#./".contains(before))
    };
    starts.map(|(start, _)| start).filter(|start| is_word(*start)).find_map(|start| {
        let (rules, rest) = Rule::range_at_start(&text[start..])?;
        Some((start, rules, rest))
    })
}

/// Whether what stands before an id is the word `spec`, or a list of ids that begins with it.
fn follows_spec(before: &str) -> bool {
    let last_word = |text: &str| text.trim_end().to_ascii_lowercase().ends_with("spec");
    let is_listed = |word: &str| {
        let word = word.trim_matches(',');
        matches!(word, "and" | "or" | "")
            || Rule::range_at_start(word).is_some_and(|(_, rest)| rest.is_empty())
    };
    let Some(spec) = before.to_ascii_lowercase().rfind("spec ") else { return false };
    let (head, list) = before.split_at(spec + "spec ".len());
    last_word(head) && list.split_whitespace().all(is_listed)
}

fn in_test_names(line: &str, language: Language) -> Vec<Rule> {
    match language {
        Language::Rust => {
            let name = line.split_once("fn ").map_or("", |(_, name)| name);
            by_name(name, '_').collect()
        }
        Language::Script => {
            let quoted = line.split(['"', '\'', '`']).skip(1).step_by(2);
            quoted.flat_map(|name| by_name(name, '_')).collect()
        }
        Language::Sql | Language::Prose => Vec::new(),
    }
}

/// The ids that a name begins with, each followed by `mark`.
fn by_name(name: &str, mark: char) -> impl Iterator<Item = Rule> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let (rule, after) =
            Rule::at_start(rest).filter(|_| rest.starts_with(char::is_lowercase))?;
        rest = after.strip_prefix(mark)?;
        Some(rule)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(path: &str, text: &str) -> Vec<(String, Place)> {
        let found = of_file(path, text, &BTreeSet::from(['B', 'C', 'D', 'H']));
        found.iter().map(|one| (one.rule.to_string(), one.place)).collect()
    }

    fn rules(path: &str, text: &str) -> Vec<String> {
        cited(path, text).into_iter().map(|(rule, _)| rule).collect()
    }

    #[test]
    fn the_word_spec_opens_a_list() {
        assert_eq!(
            rules("a/src/lib.rs", "let why = \"known (spec C2, C4–C6 and D1)\";"),
            ["C2", "C4", "C5", "C6", "D1"]
        );
        assert_eq!(rules("README.md", "Spec C6 decides."), ["C6"]);
    }

    #[test]
    fn a_bare_id_counts_in_a_comment_and_nowhere_else() {
        assert_eq!(
            rules("a/src/lib.rs", "//! | `ending` | C10–C11: how a session ends |"),
            ["C10", "C11"]
        );
        assert_eq!(rules("a/src/lib.rs", "    // B3: a route change."), ["B3"]);
        assert_eq!(rules("a/migrations/1.sql", "-- C9: stored first"), ["C9"]);
        assert_eq!(rules("injected/act.js", " * The press (C9)."), ["C9"]);
        assert_eq!(rules("a/src/icon.rs", "let path = \"H5 C6\";"), [""; 0]);
        assert_eq!(rules("README.md", "C6 decides."), [""; 0]);
        assert_eq!(rules(SPEC, "As C7 says."), ["C7"]);
    }

    #[test]
    fn what_only_looks_like_an_id_is_none() {
        for line in [
            "// H264",
            "// #C1C2C3",
            "// 0xB1",
            "// x-C6",
            "// a.C6",
            "// V2 of the page",
            "// C6f3",
        ] {
            assert_eq!(rules("a/src/lib.rs", line), [""; 0], "{line}");
        }
    }

    #[test]
    fn a_test_is_named_after_its_rules() {
        assert_eq!(rules("a/tests/all.rs", "async fn c2_c6_two_rules() {"), ["C2", "C6"]);
        assert_eq!(
            rules("injected/test/act.test.mjs", "test(`c9_no_press: ${why}`, () => {"),
            ["C9"]
        );
        assert_eq!(rules("a/src/lib.rs", "fn c6_is_no_test() {}"), [""; 0]);
        assert_eq!(
            rules("a/src/lib.rs", "#[cfg(test)]\nmod tests {\n    fn c6_is_one() {}"),
            ["C6"]
        );
    }

    #[test]
    fn a_recording_is_named_after_its_rule() {
        let path = "tests/recordings/rules/c6-ten-failures.jsonl";
        assert_eq!(cited(path, "{}"), [("C6".to_owned(), Place::Test)]);
        assert_eq!(rules("tests/recordings/rules/ten-failures.jsonl", "{}"), [""; 0]);
    }

    #[test]
    fn code_and_tests_and_prose_count_for_what_they_are() {
        let place = |path| cited(path, "// spec C6")[0].1;
        for path in ["a/src/lib.rs", "injected/act.js", "a/src/tested.rs"] {
            assert_eq!(place(path), Place::Source, "{path}");
        }
        for path in
            ["a/tests/all.rs", "a/src/tests.rs", "injected/test/page.mjs", "fuzz/targets/a.rs"]
        {
            assert_eq!(place(path), Place::Test, "{path}");
        }
        assert_eq!(place("CHANGELOG.md"), Place::Prose);
    }
}
