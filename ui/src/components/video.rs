//! Whether an attempt's video is saved as a file, and having it saved.

use retake_locale::{Text, text};
use retake_protocol::history::VideoView;
use retake_protocol::{AttemptId, MediaId};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::icon::Icon;
use crate::format::saved_size;
use crate::words::say;

/// One attempt's video.
#[derive(PartialEq, Properties)]
pub struct VideoProps {
    /// The image that it was made from.
    pub media_id: MediaId,
    /// The attempt that it came of.
    pub attempt_id: AttemptId,
    /// The name that tests rely on.
    #[prop_or(AttrValue::Static("video"))]
    pub test_id: AttrValue,
    /// Whether it is saved.
    pub video: VideoView,
}

/// Its line; nothing where there is no video.
#[component]
pub fn Video(props: &VideoProps) -> Html {
    let dispatcher = use_dispatcher();
    let save = |label: Text| {
        let (dispatcher, media_id, attempt_id) =
            (dispatcher.clone(), props.media_id.clone(), props.attempt_id.clone());
        let onclick = Callback::from(move |_| {
            let (media_id, attempt_id) = (media_id.clone(), attempt_id.clone());
            run(&dispatcher, async move { backend::save_video(&media_id, &attempt_id).await });
        });
        html! {
            <button class="button button-plain" data-testid="save-video" title={say(text::video_save_hint())}
                {onclick}>
                { Icon::Save.html() }{ say(label) }
            </button>
        }
    };
    let line = match &props.video {
        VideoView::None => return Html::default(),
        VideoView::Offered => save(text::video_save()),
        VideoView::Saving => html! {
            <span class="hint" role="status">{ Icon::Loader.html() }{ say(text::video_saving()) }</span>
        },
        VideoView::Saved { file, quality, bytes: size, .. } => html! {
            <>
                <span class="grow ellipsis" title={file.clone()}>
                    { Icon::Check.html() }{ say(text::video_saved(file.as_str())) }
                </span>
                <span class="figures">{ saved_size(*quality, *size) }</span>
                { show(&dispatcher, props) }
            </>
        },
        VideoView::Failed { reason } => html! {
            <>
                <span class="grow field-error">{ say(text::video_not_saved(reason.as_str())) }</span>
                { save(text::video_retry()) }
            </>
        },
    };
    let state = match &props.video {
        VideoView::None => "none",
        VideoView::Offered => "offered",
        VideoView::Saving => "saving",
        VideoView::Saved { .. } => "saved",
        VideoView::Failed { .. } => "failed",
    };
    html! { <div class="row-video" data-testid={props.test_id.clone()} data-state={state}>{ line }</div> }
}

fn show(dispatcher: &Dispatcher, props: &VideoProps) -> Html {
    let (dispatcher, media_id, attempt_id) =
        (dispatcher.clone(), props.media_id.clone(), props.attempt_id.clone());
    let onclick = Callback::from(move |_| {
        let (media_id, attempt_id) = (media_id.clone(), attempt_id.clone());
        run(&dispatcher, async move { backend::show_video(&media_id, &attempt_id).await });
    });
    html! {
        <button class="button button-plain" data-testid="show-video" {onclick}
            title={say(text::video_show_hint())}>
            { say(text::video_show()) }
        </button>
    }
}
