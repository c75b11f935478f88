//! Speaks the language that the user chose, or the system has (spec L7).

use retake_locale::{Language, Texts};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::hooks::use_turns::use_turns;
use crate::words::{self, intl};

/// The language that is spoken; `None`: it is not known yet, and nothing can be said. It is asked for at the
/// start and whenever settings changed. What is on the screen has to be drawn again in another one.
#[hook]
pub fn use_language(settings_revision: u32) -> Option<Language> {
    let spoken = use_state_eq(|| None::<Language>);
    let turns = use_turns();
    {
        let spoken = spoken.clone();
        use_effect_with(settings_revision, move |_| {
            let turn = turns.next();
            spawn_local(async move {
                let language = backend::language().await.unwrap_or_default();
                if !turn.is_news() {
                    return;
                }
                if *spoken != Some(language) {
                    match texts_of(language).await {
                        Ok(texts) => words::speak(texts),
                        Err(why) => web_sys::console::error_1(&why.into()),
                    }
                }
                spoken.set(Some(language));
            });
        });
    }
    *spoken
}

async fn texts_of(language: Language) -> Result<Texts, String> {
    let name = format!("texts-{}.txt", language.tag());
    let file = backend::own_file(&name).await.map_err(|error| format!("{name}: {error:?}"))?;
    Ok(Texts::of(language, file, intl::NUMBERS))
}
