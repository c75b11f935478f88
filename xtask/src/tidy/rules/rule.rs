//! A rule's id, such as C6, and the lists and ranges of ids that prose has. Where they stand in a file
//! is for `citations`.

use std::fmt;

/// The id of a rule: the letter of its section and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rule {
    pub(super) section: char,
    number: u32,
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.section, self.number)
    }
}

impl Rule {
    /// The id that `text` begins with, and what follows it. Numbers have one or two digits.
    pub(super) fn at_start(text: &str) -> Option<(Self, &str)> {
        let section = text.chars().next().filter(char::is_ascii_alphabetic)?;
        let (number, rest) = number_at_start(&text[1..])?;
        Some((Self { section: section.to_ascii_uppercase(), number }, rest))
    }

    /// The ids that `text` begins with: one, or a range such as `C2–C5`, `C2-C5` or `C2–5`; and what
    /// follows them.
    pub(super) fn range_at_start(text: &str) -> Option<(Vec<Self>, &str)> {
        let (first, rest) =
            Self::at_start(text).filter(|_| text.starts_with(char::is_uppercase))?;
        let last = rest.strip_prefix(['–', '-']).and_then(|end| {
            let end = end.strip_prefix(first.section).unwrap_or(end);
            number_at_start(end).filter(|(last, _)| *last > first.number)
        });
        let (last, rest) = last.unwrap_or((first.number, rest));
        let section = first.section;
        let all = (first.number..=last).map(|number| Self { section, number }).collect();
        ends_here(rest).then_some((all, rest))
    }
}

/// A number of one or two digits, and what follows it.
fn number_at_start(text: &str) -> Option<(u32, &str)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let number = number.parse().ok().filter(|_| digits <= 2 && !number.starts_with('0'))?;
    Some((number, rest))
}

/// Whether a word ends where `rest` begins.
fn ends_here(rest: &str) -> bool {
    !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        let found = Rule::range_at_start(text).map(|(rules, _)| rules).unwrap_or_default();
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_id_is_a_letter_and_a_number() {
        assert_eq!(ids("C6: the decision"), ["C6"]);
        assert_eq!(ids("C13"), ["C13"]);
    }

    #[test]
    fn a_range_is_all_of_its_ids() {
        assert_eq!(ids("C2–C5"), ["C2", "C3", "C4", "C5"]);
        assert_eq!(ids("C2-C4, D1"), ["C2", "C3", "C4"]);
        assert_eq!(ids("C2–3"), ["C2", "C3"]);
    }

    #[test]
    fn a_dash_that_opens_no_range_ends_the_id() {
        assert_eq!(ids("C6 – the decision"), ["C6"]);
        assert_eq!(ids("C6-like"), ["C6"]);
        assert_eq!(ids("C6–B2"), ["C6"]);
    }

    #[test]
    fn other_words_are_no_ids() {
        for word in ["H264", "C", "C05", "6", "c6", "C6x", "C6_x", "AB1", ""] {
            assert_eq!(ids(word), [""; 0], "{word}");
        }
    }
}
