//! Which Retake this is (spec G5).

use retake_protocol::health::About;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;

/// The section.
#[component]
pub fn AboutRetake() -> Html {
    let line = use_about().map(|about| about.line()).unwrap_or_default();
    html! { <p data-testid="about">{ line }</p> }
}

/// Which Retake this is, asked once. Without an answer it is left out.
#[hook]
pub fn use_about() -> Option<About> {
    let about = use_state(|| None);
    {
        let about = about.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { about.set(backend::about().await.ok()) });
        });
    }
    (*about).clone()
}
