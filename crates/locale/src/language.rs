//! The languages that Retake has, and which of them a system's wishes lead to.

use serde::{Deserialize, Serialize};
#[cfg(feature = "negotiate")]
use unic_langid::LanguageIdentifier;

/// A language of the sidebar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English, which the others are translated from.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Portuguese as in Brazil.
    #[serde(rename = "pt-BR")]
    BrazilianPortuguese,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Japanese.
    #[serde(rename = "ja")]
    Japanese,
    /// Korean.
    #[serde(rename = "ko")]
    Korean,
    /// Chinese in simplified characters.
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
    /// Chinese in traditional characters.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
    /// English with accents, in brackets and longer than it is: for tests, which find by it what does not
    /// come from the language files and what has no room.
    #[serde(rename = "en-XA")]
    Pseudo,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// Those that a user may choose, in the order in which they are offered.
    pub const OFFERED: &[Self] = &[
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::BrazilianPortuguese,
        Self::Italian,
        Self::Dutch,
        Self::Polish,
        Self::Russian,
        Self::Turkish,
        Self::Arabic,
        Self::Japanese,
        Self::Korean,
        Self::SimplifiedChinese,
        Self::TraditionalChinese,
    ];

    /// Its tag (BCP 47), which its folder is named by.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::BrazilianPortuguese => "pt-BR",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Russian => "ru",
            Self::Turkish => "tr",
            Self::Arabic => "ar",
            Self::Japanese => "ja",
            Self::Korean => "ko",
            Self::SimplifiedChinese => "zh-Hans",
            Self::TraditionalChinese => "zh-Hant",
            Self::Pseudo => "en-XA",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::BrazilianPortuguese => "Português (Brasil)",
            Self::Italian => "Italiano",
            Self::Dutch => "Nederlands",
            Self::Polish => "Polski",
            Self::Russian => "Русский",
            Self::Turkish => "Türkçe",
            Self::Arabic => "العربية",
            Self::Japanese => "日本語",
            Self::Korean => "한국어",
            Self::SimplifiedChinese => "简体中文",
            Self::TraditionalChinese => "繁體中文",
            Self::Pseudo => "[Ṕšéûðö]",
        }
    }

    /// Which way it is written.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The language with this tag, as a setting holds it; `None`: there is none, or its files are not
    /// complete yet.
    pub fn with_tag(tag: &str) -> Option<Self> {
        Self::OFFERED.iter().copied().chain([Self::Pseudo]).find(|one| one.tag() == tag)
    }

    /// The best for someone who reads these, best first, by their tags (BCP 47, or as POSIX has them:
    /// `pt_BR.UTF-8`). English where none fits.
    #[cfg(feature = "negotiate")]
    pub fn best_for<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Self {
        wanted.into_iter().find_map(Self::closest_to).unwrap_or_default()
    }

    /// The one of the same language in the same script: `zh-TW` is for readers of `zh-Hant`, and
    /// `pt-PT` leads to `pt-BR` rather than to English.
    #[cfg(feature = "negotiate")]
    fn closest_to(wanted: &str) -> Option<Self> {
        let tag = wanted.split(['.', '@']).next().unwrap_or_default();
        let mut wanted: LanguageIdentifier = tag.parse().ok()?;
        wanted.maximize();
        Self::OFFERED.iter().copied().find(|one| {
            let mut have = one.identifier();
            have.maximize();
            (have.language, have.script) == (wanted.language, wanted.script)
        })
    }

    #[cfg(feature = "negotiate")]
    fn identifier(self) -> LanguageIdentifier {
        // Each is written above; a test parses them all.
        self.tag().parse().unwrap_or_default()
    }
}

#[cfg(all(test, feature = "negotiate"))]
mod tests {
    use super::*;

    #[test]
    fn l7_a_systems_language_leads_to_the_closest_that_there_is() {
        for (wanted, expected) in [
            (&["en-GB"][..], Language::English),
            (&["de_AT.UTF-8"], Language::German),
            (&["zh-TW"], Language::TraditionalChinese),
            (&["zh_CN.UTF-8"], Language::SimplifiedChinese),
            (&["pt-PT"], Language::BrazilianPortuguese),
            (&["tlh", "ja-JP"], Language::Japanese),
            (&["C.UTF-8"], Language::English),
            (&["tlh", "en"], Language::English),
            (&[], Language::English),
        ] {
            assert_eq!(Language::best_for(wanted.iter().copied()), expected, "{wanted:?}");
        }
    }

    #[test]
    fn l7_each_language_is_known_by_its_tag() {
        for language in Language::OFFERED {
            assert_eq!(Language::with_tag(language.tag()), Some(*language));
            assert_eq!(language.identifier().to_string(), language.tag());
            let written = serde_json::to_value(language).unwrap();
            assert_eq!(written, language.tag(), "files and messages name it alike");
        }
        assert_eq!(Language::with_tag("xx"), None);
    }
}
