//! The language files (spec L7): every language has the keys and the variables of the English, and the plural
//! forms that its grammar needs; every key is used by code. That code uses no key that is missing is the
//! compiler's to find (`crates/locale/build.rs`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;

use super::{File, Finding};

/// Where the files are.
const FOLDER: &str = "ui/locales/";
/// The language that the others are translated from.
const SOURCE: &str = "en";
/// What plural forms are called.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural forms that whole numbers of everyday size take in a language (CLDR, cardinal).
fn forms_of(language: &str) -> &'static [&'static str] {
    match language {
        "ja" | "ko" | "zh-Hans" | "zh-Hant" => &["other"],
        "pl" | "ru" => &["one", "few", "many", "other"],
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        _ => &["one", "other"],
    }
}

/// What is wrong with the language files.
pub(super) fn findings(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut languages: BTreeMap<&str, BTreeMap<String, Message>> = BTreeMap::new();
    for file in
        files.iter().filter(|file| file.path.starts_with(FOLDER) && has_extension(file, "ftl"))
    {
        let language = file.path[FOLDER.len()..].split('/').next().unwrap_or_default();
        match messages(&file.path, &file.text) {
            Ok(messages) => {
                let known = languages.entry(language).or_default();
                for (key, message) in messages {
                    if known.contains_key(&key) {
                        findings
                            .push(finding(&file.path, format!("`{key}` stands twice: keep one")));
                    }
                    known.insert(key, message);
                }
            }
            Err(advice) => findings.push(finding(&file.path, advice)),
        }
    }
    let Some(source) = languages.get(SOURCE) else { return findings };
    for (language, messages) in &languages {
        findings.extend(compared(language, messages, source));
    }
    findings.extend(unused(source, files));
    findings.extend(files.iter().filter_map(typed));
    findings
}

fn has_extension(file: &File, extension: &str) -> bool {
    Path::new(&file.path).extension().is_some_and(|found| found == extension)
}

fn finding(file: &str, advice: String) -> Finding {
    Finding { file: file.to_owned(), advice }
}

/// A message, as far as languages have to agree on it.
struct Message {
    file: String,
    variables: BTreeSet<String>,
    /// The forms of each choice that goes by a plural.
    plurals: Vec<BTreeSet<String>>,
}

fn messages(path: &str, text: &str) -> Result<Vec<(String, Message)>, String> {
    let resource =
        parse(text).map_err(|(_, errors)| format!("this is no Fluent file: {errors:?}"))?;
    let message = |entry| match entry {
        Entry::Message(message) => {
            let mut read =
                Message { file: path.to_owned(), variables: BTreeSet::new(), plurals: Vec::new() };
            read.pattern(message.value.as_ref()?);
            Some((message.id.name.to_owned(), read))
        }
        _ => None,
    };
    Ok(resource.body.into_iter().filter_map(message).collect())
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        let Expression::Select { selector, variants } = expression else {
            let Expression::Inline(inline) = expression else { return };
            return self.inline(inline);
        };
        self.inline(selector);
        let mut forms = BTreeSet::new();
        for variant in variants {
            if let VariantKey::Identifier { name } = variant.key {
                forms.insert(name.to_owned());
            }
            self.pattern(&variant.value);
        }
        if forms.iter().all(|form| FORMS.contains(&form.as_str())) {
            self.plurals.push(forms);
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// What a language has otherwise than the English.
fn compared(
    language: &str,
    messages: &BTreeMap<String, Message>,
    source: &BTreeMap<String, Message>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, english) in source {
        let Some(message) = messages.get(key) else {
            let file = english.file.replace("/en/", &format!("/{language}/"));
            findings.push(finding(&file, format!("add `{key}`, which the English has")));
            continue;
        };
        if message.variables != english.variables {
            let advice = format!(
                "`{key}` has the variables {:?}, and the English {:?}: use the same",
                message.variables, english.variables
            );
            findings.push(finding(&message.file, advice));
        }
        for forms in &message.plurals {
            let missing: Vec<_> =
                forms_of(language).iter().filter(|form| !forms.contains(**form)).collect();
            if !missing.is_empty() {
                let advice = format!("`{key}` lacks the plural forms {missing:?}: add them");
                findings.push(finding(&message.file, advice));
            }
        }
    }
    for (key, message) in messages.iter().filter(|(key, _)| !source.contains_key(*key)) {
        findings.push(finding(&message.file, format!("`{key}` is not in the English: remove it")));
    }
    findings
}

/// Words that stand in the sidebar's code instead of in a language file.
fn typed(file: &File) -> Option<Finding> {
    // Keys are called what the webview calls them.
    let is_of_keys = file.path == "ui/src/hooks/use_shortcuts.rs";
    if !file.path.starts_with("ui/src/") || !has_extension(file, "rs") || is_of_keys {
        return None;
    }
    let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let starts = ["{ \"", " title=\"", "aria-label=\"", " placeholder=\"", " label=\""];
    let is_typed = |line: &&str| {
        starts.iter().any(|start| {
            let after = line.split_once(start).map_or("", |(_, after)| after);
            let words = after.split('"').next().unwrap_or_default();
            words.starts_with(|first: char| first.is_ascii_uppercase()) && words != "Retake"
        })
    };
    // A report for the maintainers is English in every language.
    let is_report = file.path == "ui/src/health.rs";
    let is_told = |line: &&str| !is_report && is_sentence(line);
    let line = code.lines().find(|line| is_typed(line) || is_told(line))?.trim();
    Some(finding(&file.path, format!("`{line}` has words in it: move them to ui/locales")))
}

/// Whether a line of code holds a text of several words that begins as a sentence does.
fn is_sentence(line: &str) -> bool {
    let line = line.trim_start();
    if ["//", "#["].iter().any(|start| line.starts_with(start))
        || ["reason = ", "expect(", ".expect(\""].iter().any(|inside| line.contains(inside))
    {
        return false;
    }
    line.split('"').skip(1).step_by(2).any(|text| {
        let mut letters = text.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.next().is_some_and(|second| second.is_ascii_lowercase())
            && text.contains(' ')
    })
}

/// Keys that no code says: each is `text::key` there.
fn unused(source: &BTreeMap<String, Message>, files: &[File]) -> Vec<Finding> {
    let mut used = BTreeSet::new();
    for file in files.iter().filter(|file| has_extension(file, "rs")) {
        let names = file.text.split("text::").skip(1).map(|rest| {
            let end = rest.find(|one: char| !one.is_alphanumeric() && one != '_');
            &rest[..end.unwrap_or(rest.len())]
        });
        used.extend(names);
    }
    let unused = source.iter().filter(|(key, _)| !used.contains(key.replace('-', "_").as_str()));
    unused
        .map(|(key, message)| {
            finding(&message.file, format!("no code says `{key}`: remove it from every language"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "made = { $count ->\n    [one] { $count } video of { $name }\n   *[other] { $count } videos of { $name }\n}\n";

    fn advice(language: &str, text: &str) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = [
            file("ui/locales/en/a.ftl", ENGLISH),
            file(&format!("ui/locales/{language}/a.ftl"), text),
            file("ui/src/a.rs", "say(&text::made(1, name))"),
        ];
        findings(&files).into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn l7_languages_that_agree_pass() {
        let german = ENGLISH.replace("videos of", "Videos aus");
        assert_eq!(advice("de", &german), Vec::<String>::new());
        assert_eq!(advice("ja", "made = { $name }の動画{ $count }本\n"), Vec::<String>::new());
    }

    #[test]
    fn l7_a_key_a_variable_and_a_plural_form_that_are_missing_are_found() {
        let [missing] = &advice("de", "# none\n")[..] else { panic!("one finding") };
        assert!(missing.starts_with("ui/locales/de/a.ftl: add `made`"), "{missing}");
        let [variable] = &advice("de", "made = { $count } Videos\n")[..] else {
            panic!("one finding")
        };
        assert!(variable.contains("same"), "{variable}");
        let [form] = &advice("pl", ENGLISH)[..] else { panic!("one finding") };
        assert!(form.contains("few") && form.contains("many"), "{form}");
    }

    #[test]
    fn l7_words_in_the_markup_are_found() {
        let file = |text: &str| File { path: "ui/src/components/a.rs".into(), text: text.into() };
        assert!(typed(&file("<p>{ \"No images yet\" }</p>")).is_some());
        assert!(typed(&file("<button title=\"Save\">")).is_some());
        assert!(typed(&file("None => \"Nothing is queued.\",")).is_some());
        assert!(typed(&file(".expect(\"Some state is there\")")).is_none());
        assert!(typed(&file("<h1>{ \"Retake\" }</h1><p>{ say(&text::ok()) }</p>")).is_none());
        assert!(typed(&file("#[cfg(test)]\nassert_eq!({ \"No\" }, 1)")).is_none());
    }

    #[test]
    fn l7_a_key_that_stands_twice_is_foreign_or_is_unused_is_found() {
        let twice = advice("de", &format!("{ENGLISH}{ENGLISH}"));
        assert!(twice[0].contains("twice"), "{twice:?}");
        let foreign = advice("de", &format!("{ENGLISH}more = mehr\n"));
        assert!(foreign[0].contains("not in the English"), "{foreign:?}");
        let file = File { path: "ui/locales/en/a.ftl".into(), text: ENGLISH.into() };
        let unused: Vec<_> = findings(&[file]).into_iter().map(|one| one.advice).collect();
        assert!(unused[0].contains("no code says"), "{unused:?}");
    }
}
