//! Spelling is checked where the user writes, in the page and in the sidebar (spec W11). WebKitGTK has it
//! turned off; WebView2 and WKWebView check by themselves, as the system is set up.

use std::env;

use anyhow::Context as _;
use tauri::Webview;
use webkit2gtk::{WebContextExt as _, WebViewExt as _};

/// Turns it on for all webviews that share `webview`'s profile. A language without a dictionary
/// (Debian's hunspell-en-us and others) is passed over.
pub(super) fn check(webview: &Webview) -> anyhow::Result<()> {
    // As the C library reads them: the first that is set has the say.
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = names.into_iter().find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    let more = env::var("LANGUAGE").unwrap_or_default();
    let languages = languages(&locale.unwrap_or_default(), &more);
    webview
        .with_webview(move |platform| {
            let Some(context) = platform.inner().context() else { return };
            let languages: Vec<_> = languages.iter().map(String::as_str).collect();
            context.set_spell_checking_languages(&languages);
            context.set_spell_checking_enabled(true);
        })
        .context("having spelling checked")
}

/// The dictionaries to use: of the user's languages, in their order, and English, which prompts are
/// mostly written in. `locale` is such as `de_AT.UTF-8`, `more` such as `de:fr`.
fn languages(locale: &str, more: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in std::iter::once(locale).chain(more.split(':')).chain(["en_US"]) {
        let word = word.split(['.', '@']).next().unwrap_or_default();
        let is_language = !matches!(word, "" | "C" | "POSIX");
        if is_language && !all.iter().any(|known| known == word) {
            all.push(word.to_owned());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w11_spelling_is_checked_in_the_users_languages_and_in_english() {
        for (locale, more, expected) in [
            ("de_AT.UTF-8", "", &["de_AT", "en_US"][..]),
            ("de_DE.UTF-8@euro", "de:fr", &["de_DE", "de", "fr", "en_US"]),
            ("en_US.UTF-8", "en_US:en", &["en_US", "en"]),
            ("en_GB", "", &["en_GB", "en_US"]),
            ("C.UTF-8", "", &["en_US"]),
            ("POSIX", "", &["en_US"]),
            ("", "", &["en_US"]),
        ] {
            assert_eq!(languages(locale, more), expected, "{locale} {more}");
        }
    }
}
