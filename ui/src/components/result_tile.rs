//! One video of a session that ended (spec L2): it plays where it lies, a star picks it, and it can be saved
//! and opened on Grok's page.

use retake_locale::text;
use retake_protocol::history::{AttemptView, VideoView};
use retake_protocol::library::{ItemId, MarkChange};
use retake_protocol::{MediaId, Pick};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::playable::Playable;
use crate::components::video::Video;
use crate::hooks::use_shortcuts::{CLOSE, titled};
use crate::words::intl;
use crate::words::say;

/// The video.
#[derive(PartialEq, Properties)]
pub struct ResultTileProps {
    /// The image that it was made from.
    pub media_id: MediaId,
    /// The attempt that made it.
    pub attempt: AttemptView,
    /// Whether it is to be played.
    pub is_playing: bool,
    /// Whether the user wants it played.
    pub onplay: Callback<bool>,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The tile.
#[component]
pub fn ResultTile(props: &ResultTileProps) -> Html {
    let dispatcher = use_dispatcher();
    let (play, close) = (use_node_ref(), use_node_ref());
    use_focus(props.is_playing, &play, &close);
    let ResultTileProps { media_id, attempt, is_playing, revision, .. } = props;
    // Where it is to be played and is not saved, that is said instead.
    let has_line = !is_playing || matches!(attempt.video, VideoView::Saved { .. });
    html! {
        <li class={classes!("result-tile", is_playing.then_some("result-tile-playing"))} data-testid="result">
            if *is_playing {
                // Not on the video, whose own controls take all its corners. The keys keep a button from
                // becoming another one that has the focus.
                <div key="bar" class="result-bar">
                    <span class="figures grow">{ facts(attempt) }</span>
                    { star(&dispatcher, props) }
                    <button class="result-button" ref={close} data-testid="close-result"
                        aria-label={say(text::close())} title={titled(text::close(), CLOSE)}
                        aria-keyshortcuts={CLOSE} onclick={props.onplay.reform(|_| false)}>
                        { Icon::Close.html() }
                    </button>
                </div>
                <Playable media_id={media_id.clone()} attempt_id={attempt.attempt_id.clone()}
                    video={attempt.video.clone()} class="result-large" hint_class="hint"
                    place={NodeRef::default()} revision={*revision} />
            } else {
                <div key="stage" class="result-stage">
                    <Picture class="result-picture" media_id={media_id.clone()}
                        attempt={attempt.attempt_id.as_str().to_owned()} revision={*revision} />
                    <button class="result-button result-play" ref={play} data-testid="play-result"
                        aria-label={say(text::result_play())} title={say(text::result_play())}
                        onclick={props.onplay.reform(|_| true)}>
                        { Icon::Play.html() }
                    </button>
                    { star(&dispatcher, props) }
                </div>
                <span class="figures">{ facts(attempt) }</span>
            }
            <span class="result-tools">
                if has_line {
                    <Video media_id={media_id.clone()} attempt_id={attempt.attempt_id.clone()}
                        video={attempt.video.clone()} test_id="result-video" />
                }
                { open(&dispatcher, media_id) }
            </span>
        </li>
    }
}

/// The focus goes along to the button that closes the video, and back, for the one that was pressed is gone.
#[hook]
fn use_focus(is_playing: bool, play: &NodeRef, close: &NodeRef) {
    let (play, close) = (play.clone(), close.clone());
    let had_played = use_mut_ref(|| false);
    use_effect_with(is_playing, move |is_playing| {
        let button = if *is_playing { close } else { play };
        let has_changed = had_played.replace(*is_playing) != *is_playing;
        if let Some(button) = button.cast::<HtmlElement>().filter(|_| has_changed && is_nowhere()) {
            let _focused = button.focus();
        }
    });
}

/// Whether nothing has the focus, as when what had it is gone.
fn is_nowhere() -> bool {
    let document = browser::window().and_then(|window| window.document());
    let focused = document.as_ref().and_then(web_sys::Document::active_element);
    focused.is_none() || focused == document.and_then(|document| document.body()).map(Into::into)
}

/// Picks the video, as the library's key P does, or takes that back.
fn star(dispatcher: &Dispatcher, props: &ResultTileProps) -> Html {
    let is_picked = props.attempt.pick == Pick::Picked;
    let pick = if is_picked { Pick::None } else { Pick::Picked };
    let (dispatcher, media_id) = (dispatcher.clone(), props.media_id.clone());
    let attempt_id = props.attempt.attempt_id.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let item = ItemId { media_id: media_id.clone(), attempt_id: Some(attempt_id.clone()) };
        let change = MarkChange::Pick { pick };
        run(&dispatcher, async move { backend::mark_items(&[item], &change).await });
    });
    html! {
        <button class="result-button result-star" data-testid="star-result" aria-label={say(text::result_star())}
            title={say(text::result_star_hint())} aria-pressed={is_picked.to_string()} {onclick}>
            { Icon::Star.html() }
        </button>
    }
}

fn open(dispatcher: &Dispatcher, media_id: &MediaId) -> Html {
    let (dispatcher, media_id) = (dispatcher.clone(), media_id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let media_id = media_id.clone();
        run(&dispatcher, async move { backend::open_image(&media_id).await });
    });
    html! {
        <button class="button button-plain" data-testid="open-result" {onclick}
            title={say(text::result_open_hint())}>
            { Icon::External.html() }{ say(text::open()) }
        </button>
    }
}

fn facts(attempt: &AttemptView) -> String {
    let length = attempt
        .length_seconds
        .map(|seconds| say(text::clip_length(intl::seconds(seconds.round()))));
    let parts = [length, attempt.resolution.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
