//! The language files (spec L7): every language has the keys and the variables of the English, and the plural
//! forms that its grammar needs. That code uses no key that is missing is the compiler's to find
//! (`crates/locale/build.rs`).

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
    fn l7_a_key_that_stands_twice_or_is_foreign_is_found() {
        let twice = advice("de", &format!("{ENGLISH}{ENGLISH}"));
        assert!(twice[0].contains("twice"), "{twice:?}");
        let foreign = advice("de", &format!("{ENGLISH}more = mehr\n"));
        assert!(foreign[0].contains("not in the English"), "{foreign:?}");
    }
}
