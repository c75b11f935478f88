//! Which theme the sidebar has: the system's, or the one that was chosen.

use yew::prelude::*;

use crate::browser;

/// Where the choice is kept.
const KEY: &str = "retake-theme";

/// The choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Dark, Self::Light];

    /// What the stylesheet and the storage know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    fn stored() -> Self {
        let storage = browser::window().and_then(|window| window.local_storage().ok().flatten());
        let name = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
        let chosen = Self::ALL.into_iter().find(|theme| name.as_deref() == Some(theme.name()));
        chosen.unwrap_or(Self::System)
    }

    fn apply(self) {
        let Some(window) = browser::window() else { return };
        let root = window.document().and_then(|document| document.document_element());
        if let Some(root) = root {
            // A page that can't be marked keeps the system's theme; there is nothing else to do.
            let _marked = root.set_attribute("data-theme", self.name());
        }
        if let Ok(Some(storage)) = window.local_storage() {
            let _kept = storage.set_item(KEY, self.name());
        }
    }
}

/// Keeps the choice again, after what is kept beside it was deleted.
pub fn keep_theme() {
    let root = browser::window().and_then(|window| window.document()?.document_element());
    let name = root.and_then(|root| root.get_attribute("data-theme"));
    if let Some(theme) = Theme::ALL.into_iter().find(|one| name.as_deref() == Some(one.name())) {
        theme.apply();
    }
}

/// The theme, and how to choose another.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state(Theme::stored);
    use_effect_with(*theme, |theme| theme.apply());
    let choose = {
        let theme = theme.clone();
        Callback::from(move |chosen| theme.set(chosen))
    };
    (*theme, choose)
}
