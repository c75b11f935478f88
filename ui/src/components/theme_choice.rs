//! The theme: the system's, or one that was chosen.

use retake_locale::text;
use yew::prelude::*;

use crate::hooks::use_theme::{Theme, use_theme};
use crate::words::say;

/// The choice.
#[component]
pub fn ThemeChoice() -> Html {
    let (theme, choose) = use_theme();
    let option = |offered: Theme| {
        let choose = choose.clone();
        let onchange = Callback::from(move |_: Event| choose.emit(offered));
        let label = match offered {
            Theme::System => text::theme_system(),
            Theme::Dark => text::theme_dark(),
            Theme::Light => text::theme_light(),
        };
        html! {
            <label class="choice">
                <input type="radio" name="theme" value={offered.name()}
                    checked={theme == offered} {onchange} />
                <span>{ say(label) }</span>
            </label>
        }
    };
    html! {
        <div class="setting">
            <fieldset class="choices">
                <legend>{ say(text::theme()) }</legend>
                { for Theme::ALL.into_iter().map(option) }
            </fieldset>
        </div>
    }
}
