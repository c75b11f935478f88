//! JSON as browsers take it. `JSON.parse` accepts half a surrogate pair wherever a string may stand;
//! Rust's strings can't hold one. So each text from outside passes through here once, before it is
//! parsed: then no key, name, hole or unknown field can hide its neighbours (spec A4, E5).

use std::borrow::Cow;

/// What stands in the place of half a pair, as four hexadecimal digits: U+FFFD, as `toWellFormed`
/// of JavaScript has it.
const REPLACEMENT: &str = "fffd";

/// `text` with each escape of half a surrogate pair replaced. It keeps its length, and is not copied
/// where there is nothing to replace.
pub fn well_formed(text: &str) -> Cow<'_, str> {
    let mut copy: Option<String> = None;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        let Some(first) = surrogate_at(text, at) else {
            // A backslash is always followed by one ASCII character in JSON; elsewhere it is text.
            at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
            continue;
        };
        let is_pair = first.is_high()
            && surrogate_at(text, at + ESCAPE_BYTES).is_some_and(|second| !second.is_high());
        if is_pair {
            at += 2 * ESCAPE_BYTES;
        } else {
            let digits = at + 2..at + ESCAPE_BYTES;
            copy.get_or_insert_with(|| text.to_owned()).replace_range(digits, REPLACEMENT);
            at += ESCAPE_BYTES;
        }
    }
    copy.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The length of `\ud83c`.
const ESCAPE_BYTES: usize = 6;

/// Half of a surrogate pair: a number from 0xD800 to 0xDFFF.
#[derive(Clone, Copy)]
struct Surrogate(u32);

impl Surrogate {
    fn is_high(self) -> bool {
        self.0 < 0xDC00
    }
}

/// The half pair whose escape stands at byte `at`.
fn surrogate_at(text: &str, at: usize) -> Option<Surrogate> {
    let digits = text.get(at..at + ESCAPE_BYTES)?.strip_prefix("\\u")?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let unit = u32::from_str_radix(digits, 16).ok()?;
    (0xD800..=0xDFFF).contains(&unit).then_some(Surrogate(unit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a4_half_a_pair_is_replaced_and_all_else_stays() {
        for (text, expected) in [
            (r#""lake \ud83c""#, r#""lake \ufffd""#),
            (r#""\uDC00 and \uD800""#, r#""\ufffd and \ufffd""#),
            (r#""\ud83c\ud83c\udfd4""#, r#""\ufffd\ud83c\udfd4""#),
            (r#""\ud83c\udfd4""#, r#""\ud83c\udfd4""#),
            (r#""\\ud83c""#, r#""\\ud83c""#),
            (r#""\\\ud83c""#, r#""\\\ufffd""#),
            (r#""\u00e9 \n \"\ud83c\"""#, r#""\u00e9 \n \"\ufffd\"""#),
            (r#""\ud8"#, r#""\ud8"#),
            ("\"é \\", "\"é \\"),
            ("\"\\é\"", "\"\\é\""),
        ] {
            assert_eq!(well_formed(text), expected);
        }
    }

    #[test]
    fn a_text_without_half_pairs_is_not_copied() {
        assert!(matches!(well_formed(r#"{"a":"\ud83c\udfd4 \n"}"#), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn any_string_of_escapes_becomes_one_that_rust_reads(units in prop::collection::vec(any::<u16>(), 0..12)) {
            let escapes: Vec<_> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let json = format!("\"{}\"", escapes.concat());
            let read: String = serde_json::from_str(&well_formed(&json)).unwrap();
            prop_assert_eq!(read, String::from_utf16_lossy(&units));
        }
    }
}
