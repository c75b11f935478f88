//! Plurals and numbers without a webview: for what the shell shows itself.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::{Language, Numbers, Texts};

/// Plurals by CLDR; numbers in plain digits.
pub const WITHOUT_WEBVIEW: Numbers = Numbers { form, write: |_, number| number.to_string() };

/// The English texts, for who needs no other.
pub fn english() -> Texts {
    Texts::english(WITHOUT_WEBVIEW)
}

fn form(language: Language, number: f64) -> &'static str {
    // The rules know languages, not their scripts and countries.
    let name = language.tag().split('-').next().unwrap_or_default();
    let rules = name
        .parse::<LanguageIdentifier>()
        .ok()
        .and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
    match rules.and_then(|rules| rules.select(number).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l7_a_number_takes_the_form_of_its_language() {
        for (language, number, expected) in [
            (Language::English, 1.0, "one"),
            (Language::Pseudo, 2.0, "other"),
            (Language::Polish, 3.0, "few"),
            (Language::Russian, 5.0, "many"),
            (Language::Arabic, 2.0, "two"),
            (Language::BrazilianPortuguese, 1.0, "one"),
            (Language::TraditionalChinese, 1.0, "other"),
        ] {
            assert_eq!(form(language, number), expected, "{language:?} {number}");
        }
    }
}
