//! The guide names the sidebar's controls by the words that stand on them: what it puts in `"…"` is an English
//! text of the language files. What somebody else says stands in `“…”`.

use std::collections::BTreeSet;

use super::{File, Finding};

/// Every quotation of the guide that stands nowhere in the sidebar.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let texts: BTreeSet<&str> = files
        .iter()
        .filter(|file| is_english(&file.path))
        .flat_map(|f| texts_of(&f.text))
        .collect();
    let pages = files.iter().filter(|file| is_of_guide(&file.path));
    let stale = |page: &File| {
        let stale = quoted(&page.text).into_iter().filter(|words| !stands_in(&texts, words));
        stale
            .map(|words| Finding {
                file: page.path.clone(),
                advice: format!(
                    "no text of the sidebar is \"{words}\": quote what stands there, and put the words of \
                     others in “…”"
                ),
            })
            .collect::<Vec<_>>()
    };
    pages.flat_map(stale).collect()
}

fn is_english(path: &str) -> bool {
    path.starts_with("ui/locales/en/")
}

fn is_of_guide(path: &str) -> bool {
    path.starts_with("docs/guide/")
}

/// What stands behind the `=` or the `]` of each line.
fn texts_of(file: &str) -> impl Iterator<Item = &str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(" = ").or_else(|| line.split_once("] ")))
        .map(|at| at.1.trim())
}

/// A number of the text's own may follow the words.
fn stands_in(texts: &BTreeSet<&str>, words: &str) -> bool {
    let begins = |text: &&str| {
        text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ({"))
    };
    texts.iter().any(begins)
}

/// What stands between straight quotation marks, over ends of lines too.
fn quoted(page: &str) -> Vec<String> {
    let words = page.split('"').skip(1).step_by(2);
    words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(guide: &str) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let english = "enqueue = Add to queue\nretry = Retry failed ({ $count })\n# stop = Halt\n";
        let files = [file("ui/locales/en/panel.ftl", english), file("docs/guide/queue.md", guide)];
        findings(&files).into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn the_guide_quotes_what_stands_in_the_sidebar() {
        assert!(found("Press \"Add to\nqueue\", then \"Retry failed\".").is_empty());
        assert!(found("Google says “no”.").is_empty(), "words of others");
    }

    #[test]
    fn a_quotation_that_stands_nowhere_is_found() {
        let found = found("Press \"Add\" or \"Halt\".");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("docs/guide/queue.md: no text of the sidebar is \"Add\""));
    }
}
