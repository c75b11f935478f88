//! A video to be played (spec K2, L2): the saved file, or its picture with the reason why it can't be played
//! and the remedy.

use retake_locale::{Text, text};
use retake_protocol::history::VideoView;
use retake_protocol::{AttemptId, MediaId};
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::picture::Picture;
use crate::components::player::{Player, PlayerMode, plays_h264};
use crate::words::say;

/// Which video, and how it is shown.
#[derive(PartialEq, Properties)]
pub struct PlayableProps {
    /// The image.
    pub media_id: MediaId,
    /// The video.
    pub attempt_id: AttemptId,
    /// Whether it is saved.
    pub video: VideoView,
    /// How video and picture are shown.
    pub class: Classes,
    /// How the reason is shown.
    pub hint_class: Classes,
    /// The video's element, where it plays.
    pub place: NodeRef,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// What stands below a video that plays.
    #[prop_or_default]
    pub children: Html,
}

/// The video with controls, or why there is none.
#[component]
pub fn Playable(props: &PlayableProps) -> Html {
    let dispatcher = use_dispatcher();
    // The file that could not be played; what is saved again is another one.
    let failed = use_state(|| None::<VideoView>);
    let hint = |role: Option<&'static str>, test_id: Option<&'static str>, words: Text| {
        html! { <p class={props.hint_class.clone()} {role} data-testid={test_id}>{ say(words) }</p> }
    };
    let reason = match &props.video {
        VideoView::Saved { file, .. } if failed.as_ref() != Some(&props.video) => {
            let (failed, video) = (failed.clone(), props.video.clone());
            let onfail = Callback::from(move |()| failed.set(Some(video.clone())));
            return html! {
                <>
                    <Player media_id={props.media_id.clone()} attempt_id={props.attempt_id.clone()}
                        mode={PlayerMode::Large} class={props.class.clone()}
                        place={props.place.clone()} {onfail} />
                    if lacks_codec(file) { { hint(None, None, text::codec_missing()) } }
                    { props.children.clone() }
                </>
            };
        }
        VideoView::Saved { file, .. } => {
            let words = if lacks_codec(file) {
                text::codec_missing()
            } else {
                text::video_broken(file.as_str())
            };
            html! { <>{ hint(Some("alert"), Some("cant-play"), words) }{ save(props, &dispatcher, text::save_again()) }</> }
        }
        VideoView::Saving => hint(Some("status"), None, text::video_saving()),
        VideoView::Failed { reason } => html! {
            <>
                { hint(Some("alert"), None, text::video_not_saved(reason.as_str())) }
                { save(props, &dispatcher, text::save_again()) }
            </>
        },
        VideoView::None | VideoView::Offered => html! {
            <>
                { hint(Some("status"), Some("only-saved"), text::only_saved_play()) }
                { save(props, &dispatcher, text::video_save_hint()) }
            </>
        },
    };
    html! {
        <>
            <Picture media_id={props.media_id.clone()} attempt={props.attempt_id.as_str().to_owned()}
                revision={props.revision} class={props.class.clone()} />
            { reason }
        </>
    }
}

/// Whether the file holds H.264 and the system can't play that.
fn lacks_codec(file: &str) -> bool {
    let is_h264 = std::path::Path::new(file).extension().is_none_or(|ending| ending != "webm");
    is_h264 && !plays_h264()
}

fn save(props: &PlayableProps, dispatcher: &Dispatcher, label: Text) -> Html {
    let (dispatcher, media_id, attempt_id) =
        (dispatcher.clone(), props.media_id.clone(), props.attempt_id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (media_id, attempt_id) = (media_id.clone(), attempt_id.clone());
        run(&dispatcher, async move { backend::save_video(&media_id, &attempt_id).await });
    });
    html! { <button class="button" data-testid="save-to-play" {onclick}>{ say(label) }</button> }
}
