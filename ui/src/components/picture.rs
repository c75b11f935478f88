//! A small picture that Retake keeps (spec D2), or a calm placeholder where there is none.

use retake_protocol::MediaId;
use yew::prelude::*;

use crate::browser::{self, url_part};
use crate::components::icon::Icon;

/// Which picture.
#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// The image.
    pub media_id: MediaId,
    /// `image`, or the id of one of its attempts.
    #[prop_or(AttrValue::Static("image"))]
    pub attempt: AttrValue,
    /// Counts changes of what is stored: a picture that was missing may have come.
    pub revision: u32,
    /// How it is shown.
    pub class: Classes,
}

/// The picture. It repeats what stands beside it, so it has no text of its own.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    // The revision at which it was missing.
    let missing_at = use_state(|| None::<u32>);
    let onerror = {
        let (missing_at, revision) = (missing_at.clone(), props.revision);
        Callback::from(move |_: Event| missing_at.set(Some(revision)))
    };
    if *missing_at == Some(props.revision) {
        return html! {
            <span class={classes!(props.class.clone(), "picture-none")}>{ Icon::Image.html() }</span>
        };
    }
    let tries = missing_at.map_or(0, |_| props.revision);
    let src = source(&props.media_id, &props.attempt, tries);
    html! {
        <img class={props.class.clone()} {src} {onerror} alt="" loading="lazy" decoding="async"
            data-testid="picture" />
    }
}

/// `tries` tells a new try from the one that failed, which the webview remembers.
fn source(media_id: &MediaId, key: &str, tries: u32) -> String {
    let (image, key) = (url_part(media_id.as_str()), url_part(key));
    let windows = browser::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol.starts_with("http"));
    let origin = if windows { "http://picture.localhost" } else { "picture://localhost" };
    format!("{origin}/{image}/{key}?{tries}")
}
