//! What Retake prints in a terminal. Ids, keys and prompts in it come from a page
//! or a file, so nothing of them may reach the terminal as a command to it.

use std::borrow::Cow;
use std::io::{self, ErrorKind, Write as _};

use anyhow::Context as _;

/// Prints `text` and a line break. A reader that has gone, as `head` goes, ends it quietly.
pub(crate) fn say(text: &str) -> anyhow::Result<()> {
    let text = escaped(text);
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.write_all(b"\n")) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed.context("printing the answer"),
    }
}

/// `text` with what a terminal would act on written as JSON escapes, so that JSON stays JSON.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(is_acted_on) {
        return Cow::Borrowed(text);
    }
    let escape = |character: char| {
        if is_acted_on(character) {
            format!("\\u{:04x}", u32::from(character))
        } else {
            character.to_string()
        }
    };
    Cow::Owned(text.chars().map(escape).collect())
}

/// Control characters but line breaks, and marks that turn the direction of what follows.
fn is_acted_on(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_printed_as_an_escape() {
        for (text, printed) in [
            ("lake\nhill é", "lake\nhill é"),
            ("\u{1b}]0;mine\u{7}", "\\u001b]0;mine\\u0007"),
            ("a\r\u{9b}2J", "a\\u000d\\u009b2J"),
            ("abc\u{202e}cba", "abc\\u202ecba"),
        ] {
            assert_eq!(escaped(text), printed);
        }
    }
}
