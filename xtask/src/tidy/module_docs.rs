//! Every module opens with a paragraph: what it is for, and what it leaves to others.

use std::path::Path;

/// What to do about a module that doesn't, if this is one.
pub(super) fn finding(path: &str, text: &str) -> Option<String> {
    let path = Path::new(path);
    // A script's test is named after the script, and its cases are sentences.
    if path.with_extension("").extension().is_some_and(|ending| ending == "test") {
        return None;
    }
    let ending = path.extension()?.to_str()?;
    let opens = match ending {
        "rs" => text.starts_with("//! "),
        "js" | "mjs" | "jsx" => script_opens(text),
        _ => return None,
    };
    if opens {
        return None;
    }
    let comment = if ending == "rs" { "`//! `" } else { "a comment" };
    Some(format!(
        "open the file with {comment} that says what the module is for and what it leaves to others"
    ))
}

/// A `#!` line has to come first where there is one.
fn script_opens(text: &str) -> bool {
    let body = match text.strip_prefix("#!") {
        Some(rest) => rest.split_once('\n').map_or("", |(_, body)| body),
        None => text,
    };
    body.starts_with("//") || body.starts_with("/*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rust_module_opens_with_its_paragraph() {
        assert_eq!(finding("a/src/lib.rs", "//! Counts attempts.\n\nuse std::fmt;\n"), None);
        assert!(finding("a/src/lib.rs", "use std::fmt;\n").is_some());
        assert!(finding("a/src/lib.rs", "").is_some());
        assert!(finding("a/src/lib.rs", "// Not a doc comment.\n").is_some());
    }

    #[test]
    fn a_script_opens_with_a_comment_after_its_interpreter() {
        assert_eq!(finding("injected/route.js", "// Tells the route.\n"), None);
        assert_eq!(finding("server/main.mjs", "#!/usr/bin/env node\n/** Serves. */\n"), None);
        assert!(finding("injected/route.js", "'use strict';\n").is_some());
    }

    #[test]
    fn other_files_open_as_they_like() {
        assert_eq!(
            finding("injected/test/route.test.mjs", "import test from 'node:test';\n"),
            None
        );
        assert_eq!(finding("README.md", "# Retake\n"), None);
        assert_eq!(finding("LICENSE-MIT", "MIT License\n"), None);
    }
}
