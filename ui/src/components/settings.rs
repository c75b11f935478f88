//! Settings of this version: the theme. The bounds stand with each image.

use yew::prelude::*;

use crate::components::icon::Icon;
use crate::hooks::use_theme::{Theme, use_theme};

/// The settings.
#[component]
pub fn Settings() -> Html {
    let (theme, choose) = use_theme();
    let option = |offered: Theme| {
        let choose = choose.clone();
        let onchange = Callback::from(move |_: Event| choose.emit(offered));
        let label = match offered {
            Theme::System => "As the system",
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
        <details class="fold" data-testid="settings">
            <summary>{ Icon::Chevron.html() }{ "Settings" }</summary>
            <fieldset class="choices">
                <legend>{ "Theme" }</legend>
                { for Theme::ALL.into_iter().map(option) }
            </fieldset>
        </details>
    }
}
