//! A saved video, played from its own file by the scheme `video:` (spec K2, L2). On Linux the webview's player
//! can't read a scheme of the app's, so the whole file is fetched and played from memory.

use js_sys::encode_uri_component;
use retake_protocol::{AttemptId, MediaId};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlVideoElement, Response, Url};
use yew::prelude::*;

use crate::browser;

/// What Grok's videos are made of.
const H264: &str = "video/mp4; codecs=\"avc1.42E01E, mp4a.40.2\"";

/// Whether the system can play what Grok's videos are made of.
pub fn plays_h264() -> bool {
    let document = browser::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.create_element("video").ok());
    let video = element.and_then(|element| element.dyn_into::<HtmlVideoElement>().ok());
    video.is_some_and(|video| !video.can_play_type(H264).is_empty())
}

/// Which video, and how it is shown.
#[derive(PartialEq, Properties)]
pub struct PlayerProps {
    /// The image.
    pub media_id: MediaId,
    /// The video.
    pub attempt_id: AttemptId,
    /// Whether it has controls and sound, or plays muted and over and over.
    pub mode: PlayerMode,
    /// How it is shown.
    pub class: Classes,
    /// The element, for what starts and stops it.
    #[prop_or_default]
    pub place: NodeRef,
    /// Called when it can't be played.
    #[prop_or_default]
    pub onfail: Callback<()>,
}

/// How a video is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayerMode {
    /// Muted, over and over, under the pointer.
    Preview,
    /// With controls.
    Large,
    /// Muted, without controls: others start it.
    Led,
}

/// The video.
#[component]
pub fn Player(props: &PlayerProps) -> Html {
    let source = use_state(|| None::<AttrValue>);
    {
        let source = source.clone();
        let fail = props.onfail.clone();
        let ids = (props.media_id.clone(), props.attempt_id.clone());
        use_effect_with(ids, move |(media_id, attempt_id)| {
            let address = address_of(media_id, attempt_id);
            let made = std::rc::Rc::new(std::cell::RefCell::new(None::<String>));
            let is_over = std::rc::Rc::new(std::cell::Cell::new(false));
            if is_linux() {
                let (made, is_over) = (made.clone(), is_over.clone());
                source.set(None);
                spawn_local(async move {
                    match from_memory(&address).await {
                        Ok(url) if is_over.get() => drop(Url::revoke_object_url(&url)),
                        Ok(url) => {
                            *made.borrow_mut() = Some(url.clone());
                            source.set(Some(url.into()));
                        }
                        Err(_) => fail.emit(()),
                    }
                });
            } else {
                source.set(Some(address.into()));
            }
            move || {
                is_over.set(true);
                if let Some(url) = made.borrow_mut().take() {
                    drop(Url::revoke_object_url(&url));
                }
            }
        });
    }
    let is_preview = props.mode == PlayerMode::Preview;
    let is_large = props.mode == PlayerMode::Large;
    let onerror = props.onfail.reform(|_: Event| ());
    html! {
        <video class={props.class.clone()} ref={props.place.clone()} src={(*source).clone()}
            controls={is_large} muted={!is_large} autoplay={props.mode != PlayerMode::Led}
            loop={is_preview || !is_large} playsinline=true preload="auto" crossorigin="anonymous" {onerror}
            data-testid={if is_preview { "preview" } else { "player" }} />
    }
}

fn address_of(media_id: &MediaId, attempt_id: &AttemptId) -> String {
    let image = String::from(encode_uri_component(media_id.as_str()));
    let attempt = String::from(encode_uri_component(attempt_id.as_str()));
    let origin = if is_windows() { "http://video.localhost" } else { "video://localhost" };
    format!("{origin}/{image}/{attempt}")
}

fn is_windows() -> bool {
    let protocol = browser::window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| protocol.starts_with("http"))
}

fn is_linux() -> bool {
    let agent = browser::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Linux"))
}

/// The whole file as an address of the webview's own.
async fn from_memory(address: &str) -> Result<String, JsValue> {
    let window = browser::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err("the file is not there".into());
    }
    let blob: Blob = JsFuture::from(response.blob()?).await?.dyn_into()?;
    Url::create_object_url_with_blob(&blob)
}
