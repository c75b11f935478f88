//! A video's last frame, drawn as a PNG (spec K6).

use gloo_events::EventListener;
use js_sys::Promise;
use retake_locale::text;
use retake_protocol::command::CommandError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement};
use yew::NodeRef;

use crate::browser;

/// How long before the end the last frame surely is, in seconds.
const BEFORE_END: f64 = 0.02;

/// The last frame as a PNG in base64. The video stands there then.
pub async fn last_frame(video: &NodeRef) -> Result<String, CommandError> {
    let video = video.cast::<HtmlVideoElement>().ok_or_else(not_drawn)?;
    let _paused = video.pause();
    let end = (video.duration() - BEFORE_END).max(0.0);
    if !end.is_finite() || video.video_width() == 0 {
        return Err(not_drawn());
    }
    let sought = {
        let video = video.clone();
        Promise::new(&mut move |done, _| {
            EventListener::once(&video, "seeked", move |_| {
                // Nobody hears what it returns.
                let _told = done.call0(&JsValue::NULL);
            })
            .forget();
        })
    };
    video.set_current_time(end);
    JsFuture::from(sought).await.map_err(|_| not_drawn())?;
    drawn(&video).ok_or_else(not_drawn)
}

fn drawn(video: &HtmlVideoElement) -> Option<String> {
    let document = browser::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(video.video_width());
    canvas.set_height(video.video_height());
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_video_element(video, 0.0, 0.0).ok()?;
    let url = canvas.to_data_url_with_type("image/png").ok()?;
    url.split_once(',').map(|(_, base64)| base64.to_owned())
}

/// Why there is no picture.
pub fn not_drawn() -> CommandError {
    CommandError::failed(text::frame_not_drawn())
}
