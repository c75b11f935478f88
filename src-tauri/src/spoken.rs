//! The language of what the shell itself shows: titles, notifications, its own pages (spec L7). The sidebar
//! speaks the same one, and loads its texts itself.

use std::sync::{Arc, PoisonError, RwLock};

use retake_locale::plurals::WITHOUT_WEBVIEW;
use retake_locale::{Language, Text, Texts};
use tauri::{AppHandle, Manager as _};

/// The texts of the language that is spoken now.
pub(crate) struct Spoken(RwLock<Arc<Texts>>);

impl Spoken {
    /// English, until another language is spoken.
    pub(crate) fn english() -> Self {
        Self(RwLock::new(Arc::new(Texts::english(WITHOUT_WEBVIEW))))
    }

    fn texts(&self) -> Arc<Texts> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, texts: Texts) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(texts);
    }
}

/// The texts of the language that is spoken now, for the shell's own pages.
#[cfg(target_os = "linux")]
pub(crate) fn texts(app: &AppHandle) -> Arc<Texts> {
    app.state::<Spoken>().texts()
}

/// A text in the language that is spoken now.
pub(crate) fn say(app: &AppHandle, text: &Text) -> String {
    app.state::<Spoken>().texts().say(text)
}

/// Speaks this language from now on. Where its texts can't be read, the one before stays.
pub(crate) fn speak(app: &AppHandle, language: Language) {
    let spoken = app.state::<Spoken>();
    if spoken.texts().language() == language {
        return;
    }
    match texts_of(app, language) {
        Ok(texts) => spoken.set(texts),
        Err(why) => tracing::error!("the texts of {}: {why}", language.tag()),
    }
}

fn texts_of(app: &AppHandle, language: Language) -> Result<Texts, String> {
    if language == Language::English {
        return Ok(Texts::english(WITHOUT_WEBVIEW));
    }
    let name = format!("texts-{}.txt", language.tag());
    let file = app.asset_resolver().get(name).ok_or("no such file is part of Retake")?;
    let text = std::str::from_utf8(file.bytes()).map_err(|error| error.to_string())?;
    Ok(Texts::of(language, text, WITHOUT_WEBVIEW))
}
