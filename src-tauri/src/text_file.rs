//! Texts that the user hands over: exports, files of the browser extension, recordings. They come
//! from editors, shells and browsers, and so in UTF-8 or UTF-16, with a byte order mark or without.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use anyhow::{Context as _, bail};

/// Reads a file, or standard input where `path` is `-`.
pub(crate) fn read(path: &Path) -> anyhow::Result<String> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).context("reading standard input")?;
        bytes
    } else {
        fs::read(path).with_context(|| format!("reading {}", path.display()))?
    };
    decode(bytes).with_context(|| format!("reading {}", path.display()))
}

/// The text of `bytes`, without its byte order mark. What breaks off inside its last character is
/// read up to it.
pub(crate) fn decode(mut bytes: Vec<u8>) -> anyhow::Result<String> {
    match &bytes[..] {
        [0xef, 0xbb, 0xbf, ..] => {
            // In place: a large file is not in memory twice.
            bytes.drain(..3);
            utf8(bytes)
        }
        [0xff, 0xfe, rest @ ..] => Ok(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Ok(utf16(rest, u16::from_be_bytes)),
        // JSON begins with an ASCII character, so the first zero tells which half comes first.
        [first, 0, ..] if *first != 0 => Ok(utf16(&bytes, u16::from_le_bytes)),
        [0, second, ..] if *second != 0 => Ok(utf16(&bytes, u16::from_be_bytes)),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> anyhow::Result<String> {
    let refused = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(refused) => refused,
    };
    let error = refused.utf8_error();
    let mut bytes = refused.into_bytes();
    if error.error_len().is_some() {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        bail!("line {line} is no text in UTF-8 or UTF-16; save the file as UTF-8");
    }
    bytes.truncate(error.valid_up_to());
    String::from_utf8(bytes).context("cutting off half a character")
}

/// Half a surrogate pair becomes U+FFFD: a browser writes such a text, and the rest of it is sound.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|found| found.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"prompt\": \"zoom into a rose \u{1f339}\"}\n";

    fn utf16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn d6_a_text_is_read_in_the_forms_that_editors_and_shells_save() {
        let little = utf16_of(TEXT, u16::to_le_bytes);
        let big = utf16_of(TEXT, u16::to_be_bytes);
        for (form, bytes) in [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8 with a mark", [b"\xef\xbb\xbf", TEXT.as_bytes()].concat()),
            ("UTF-16 of PowerShell", [&b"\xff\xfe"[..], &little].concat()),
            ("UTF-16, big end first", [&b"\xfe\xff"[..], &big].concat()),
            ("UTF-16 without a mark", little),
            ("UTF-16 without a mark, big end first", big),
        ] {
            assert_eq!(decode(bytes).unwrap(), TEXT, "{form}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_line_with_the_form_that_is_wanted() {
        let error = decode(b"{}\n\xe9t\xe9\n".to_vec()).unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("UTF-8"), "{error}");
    }

    #[test]
    fn f6_a_text_that_breaks_off_inside_a_character_is_read_up_to_it() {
        assert_eq!(decode("{}\né".as_bytes()[..4].to_vec()).unwrap(), "{}\n");
    }

    #[test]
    fn half_a_surrogate_pair_costs_itself_alone() {
        assert_eq!(decode(b"\xff\xfea\x00\x00\xd8b\x00".to_vec()).unwrap(), "a\u{fffd}b");
    }
}
