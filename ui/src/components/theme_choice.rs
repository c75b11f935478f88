//! The theme: the system's, or one that was chosen.

use yew::prelude::*;

use crate::hooks::use_theme::{Theme, use_theme};

/// The choice.
#[component]
pub fn ThemeChoice() -> Html {
    let (theme, choose) = use_theme();
    let option = |offered: Theme| {
        let choose = choose.clone();
        let onchange = Callback::from(move |_: Event| choose.emit(offered));
        let label = match offered {
            Theme::System => "System",
            Theme::Dark => "Dark",
            Theme::Light => "Light",
        };
        html! {
            <label class="choice">
                <input type="radio" name="theme" value={offered.name()}
                    checked={theme == offered} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{ "Theme" }</legend>
            { for Theme::ALL.into_iter().map(option) }
        </fieldset>
    }
}
