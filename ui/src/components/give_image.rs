//! The button that gives the page the image on the clipboard, where the webview's own paste can't
//! (spec W9).

use retake_locale::text;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::{run_and_tell, use_dispatcher};
use crate::components::icon::Icon;
use crate::words::say;

/// The button, or an empty element where pasting works.
#[component]
pub fn GiveImage() -> Html {
    let dispatcher = use_dispatcher();
    let is_needed = use_state(|| false);
    {
        let is_needed = is_needed.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let machine = backend::machine().await;
                is_needed.set(machine.is_ok_and(|machine| machine.needs_image_button));
            });
        });
    }
    if !*is_needed {
        return html! { <span hidden=true /> };
    }
    let onclick = Callback::from(move |_| run_and_tell(&dispatcher, backend::give_image()));
    html! {
        <button class="button button-plain page-tool" data-testid="give-image"
            aria-label={say(text::give_image())} title={say(text::give_image())} {onclick}>
            { Icon::Clipboard.html() }
        </button>
    }
}
