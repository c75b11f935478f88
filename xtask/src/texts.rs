//! The language files (spec L7): one folder a language in `ui/locales`, joined to one file each beside the
//! sidebar, and a language made of the English for tests. That they agree is checked by
//! [`crate::tidy`].

use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result, anyhow};
use fluent_syntax::ast::{Entry, Pattern, PatternElement, Resource};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;
use retake_locale::compile::{Arguments, arguments, compile};

use crate::workspace::root;

/// The language that the others are translated from.
const SOURCE: &str = "en";
/// The language made of it for tests.
const PSEUDO: &str = "en-XA";

/// Writes `texts-<language>.txt` of every language into a folder.
pub(crate) fn write(into: &Path) -> Result<()> {
    let arguments = arguments(&join(&folder().join(SOURCE))?).map_err(Error::msg)?;
    for entry in fs::read_dir(folder()).context("reading ui/locales")? {
        let entry = entry?;
        if !entry.path().is_dir() {
            continue;
        }
        let language = entry.file_name().to_string_lossy().into_owned();
        let joined = join(&folder().join(&language))?;
        if language == SOURCE {
            write_one(into, PSEUDO, &pseudo(&joined)?, &arguments)?;
        }
        write_one(into, &language, &joined, &arguments)?;
    }
    Ok(())
}

fn write_one(into: &Path, language: &str, text: &str, arguments: &Arguments) -> Result<()> {
    let lines = compile(text, arguments).map_err(|why| anyhow!("ui/locales/{language}: {why}"))?;
    let file = into.join(format!("texts-{language}.txt"));
    fs::write(&file, lines).with_context(|| format!("writing {}", file.display()))
}

fn folder() -> std::path::PathBuf {
    root().join("ui/locales")
}

/// All files of a language as one.
fn join(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files: Vec<_> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.sort();
    let mut joined = String::new();
    for file in files {
        joined +=
            &fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        joined.push('\n');
    }
    Ok(joined)
}

/// The same texts with accents, in brackets and some 40 % longer: what comes from elsewhere, and what has no
/// room, can be told at a glance and by a test.
fn pseudo(english: &str) -> Result<String> {
    let mut resource: Resource<String> = parse(english.to_owned())
        .map_err(|(_, errors)| anyhow!("the English texts: {errors:?}"))?;
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            disguise(pattern);
            let text = |value: &str| PatternElement::TextElement { value: value.to_owned() };
            pattern.elements.insert(0, text("⟦"));
            pattern.elements.push(text("⟧"));
        }
    }
    Ok(serialize(&resource))
}

fn disguise(pattern: &mut Pattern<String>) {
    use fluent_syntax::ast::Expression;
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = disguised(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    disguise(&mut variant.value);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Each vowel twice and with an accent: half as long again for most words.
fn disguised(text: &str) -> String {
    let of = |letter: char| match letter {
        'a' => "áá",
        'e' => "éé",
        'i' => "íí",
        'o' => "óó",
        'u' => "úú",
        'A' => "ÁÁ",
        'E' => "ÉÉ",
        'I' => "ÍÍ",
        'O' => "ÓÓ",
        'U' => "ÚÚ",
        _ => "",
    };
    let mut disguised = String::new();
    for letter in text.chars() {
        match of(letter) {
            "" => disguised.push(letter),
            longer => disguised += longer,
        }
    }
    disguised
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l7_the_language_for_tests_is_longer_in_brackets_and_keeps_its_variables() {
        let english =
            "videos = { $count ->\n    [one] { $count } video\n   *[other] { $count } videos\n}\n";
        let disguised = pseudo(english).unwrap();
        assert!(disguised.contains("⟦") && disguised.contains("vííd"), "{disguised}");
        assert!(parse(disguised.as_str()).is_ok(), "{disguised}");
        assert_eq!(disguised.matches("$count").count(), 3);
    }
}
