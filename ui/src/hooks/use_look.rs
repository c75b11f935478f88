//! What a window goes by of the settings: blurred pictures, and a sound (spec L8).

use retake_protocol::settings::SettingView;
use yew::prelude::*;

use crate::commands::Dispatcher;
use crate::hooks::use_turns::use_turns;
use crate::{backend, browser};

/// What it goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether pictures are blurred until they are pointed at.
    pub is_blurred: bool,
    /// Whether a sound plays when something needs attention.
    pub has_sound: bool,
}

impl Look {
    fn of(settings: &[SettingView]) -> Self {
        let is_on = |name| settings.iter().any(|one| one.name == name && one.value == "on");
        Self { is_blurred: is_on("blur_pictures"), has_sound: is_on("sound") }
    }
}

/// Asks for the settings, again whenever `revision` changes, and marks the document for the stylesheet.
#[hook]
pub fn use_look(revision: u32, dispatcher: &Dispatcher) -> Look {
    let look = use_state(Look::default);
    let turns = use_turns();
    {
        let (look, dispatcher) = (look.clone(), dispatcher.clone());
        use_effect_with(revision, move |_| {
            let take = move |settings: Vec<SettingView>| look.set(Look::of(&settings));
            turns.ask(&dispatcher, backend::settings(), take);
        });
    }
    use_effect_with(look.is_blurred, |is_blurred| mark(*is_blurred));
    *look
}

fn mark(is_blurred: bool) {
    let root = browser::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // A document that can't be marked shows pictures as they are; there is nothing else to do.
        let _marked = root.toggle_attribute_with_force("data-blurred", is_blurred);
    }
}
