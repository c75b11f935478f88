//! All texts of one language, to say them in.

use std::fmt;

pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
pub use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::text::{ENGLISH, Text, Value};
use crate::{Direction, Language};

/// Writes a number as its language does; `None`: left to Fluent, which writes plain digits.
pub type NumberFormat = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// The texts of a language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// A language file that is none: what is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTexts(String);

impl fmt::Display for BadTexts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BadTexts {}

impl fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Texts").field(&self.language).finish()
    }
}

impl Texts {
    /// The English ones, which are part of the program.
    pub fn english() -> Self {
        // A file that does not parse, or a key that stands twice, does not pass the lint.
        Self::of(Language::English, ENGLISH).unwrap_or_else(|_| Self::none(Language::English))
    }

    /// The texts that these files hold, each given as its content. Fails where one is no Fluent file, or
    /// where a key stands twice.
    pub fn of(language: Language, files: &[&str]) -> Result<Self, BadTexts> {
        let mut texts = Self::none(language);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned())
                .map_err(|(_, errors)| BadTexts(format!("{}: {errors:?}", language.tag())))?;
            texts
                .bundle
                .add_resource(resource)
                .map_err(|errors| BadTexts(format!("{}: {errors:?}", language.tag())))?;
        }
        Ok(texts)
    }

    fn none(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The signs that keep a name of one direction apart in a sentence of the other are needed only where
        // a sentence runs right to left; elsewhere they would be copied along.
        bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
        Self { language, bundle }
    }

    /// Has numbers written by `format` from now on.
    #[must_use]
    pub fn with_numbers(mut self, format: NumberFormat) -> Self {
        self.bundle.set_formatter(Some(format));
        self
    }

    /// Whose they are.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text in words. A key that there is none of, as from another version of Retake, is said as it is.
    pub fn say(&self, text: &Text) -> String {
        let message = self.bundle.get_message(&text.key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return text.key.to_string();
        };
        let mut arguments = FluentArgs::with_capacity(text.arguments.len());
        for (name, value) in &text.arguments {
            arguments.set(name.as_ref(), self.value(value));
        }
        // What can't be filled in stands as its variable's name; the lint keeps that from happening.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }

    fn value<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Number(number) => FluentValue::from(*number),
            Value::Words(words) => FluentValue::from(words.as_str()),
            Value::Text(text) => FluentValue::from(self.say(text)),
        }
    }
}
