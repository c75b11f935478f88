//! One item of the grid: its picture, what the user thinks of it, and under the pointer its video.

use gloo_timers::callback::Timeout;
use retake_locale::text;
use retake_protocol::Pick;
use retake_protocol::history::VideoView;
use retake_protocol::library::LibraryItem;
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::player::{Player, PlayerMode};
use crate::format::image_name;
use crate::words::intl;
use crate::words::say;

/// How long the pointer rests on a tile before its video plays, in ms.
const REST_MS: u32 = 150;

/// The item.
#[derive(PartialEq, Properties)]
pub struct TileProps {
    /// Its index in the grid.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// `None`: it has not come yet.
    pub item: Option<LibraryItem>,
    /// The day it was made on.
    pub date: AttrValue,
    /// Whether the keyboard is on it.
    pub is_focused: bool,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// A click on it.
    pub onclick: Callback<(usize, MouseEvent)>,
    /// A double click on it.
    pub onopen: Callback<usize>,
}

/// The id of a tile's element.
pub fn id_of(index: usize) -> String {
    format!("item-{index}")
}

/// The tile.
#[component]
pub fn Tile(props: &TileProps) -> Html {
    let is_under_pointer = use_state(|| false);
    let is_rested = use_state(|| false);
    {
        let is_rested = is_rested.clone();
        use_effect_with(*is_under_pointer, move |is_under| {
            if !is_under {
                is_rested.set(false);
            }
            let timeout = is_under.then(|| Timeout::new(REST_MS, move || is_rested.set(true)));
            move || drop(timeout)
        });
    }
    let index = props.index;
    let onclick = props.onclick.reform(move |event| (index, event));
    let ondblclick = props.onopen.reform(move |_: MouseEvent| index);
    let point = |is_under: bool| {
        let is_under_pointer = is_under_pointer.clone();
        Callback::from(move |_: PointerEvent| is_under_pointer.set(is_under))
    };
    let classes = classes!(
        "tile",
        props.is_focused.then_some("tile-focused"),
        props.is_selected.then_some("tile-selected"),
        props
            .item
            .as_ref()
            .is_some_and(|item| item.mark.pick == Pick::Rejected)
            .then_some("tile-rejected"),
    );
    html! {
        <div id={id_of(index)} class={classes} role="option" data-testid="tile"
            data-item={props.item.as_ref().map(name_of)}
            aria-selected={props.is_selected.to_string()}
            aria-setsize={props.count.to_string()} aria-posinset={(index + 1).to_string()}
            title={label(props)} {onclick} {ondblclick}
            onpointerenter={point(true)} onpointerleave={point(false)}>
            <span class="unseen">{ label(props) }</span>
            if let Some(item) = &props.item {
                { body(props, item, *is_rested) }
            }
        </div>
    }
}

fn body(props: &TileProps, item: &LibraryItem, is_rested: bool) -> Html {
    let attempt = item.id.attempt_id.as_ref().map_or("image", |id| id.as_str()).to_owned();
    let saved = item.id.attempt_id.as_ref().filter(|_| is_saved(item) && is_rested);
    html! {
        <>
            <Picture media_id={item.id.media_id.clone()} {attempt} revision={props.revision}
                class="tile-picture" />
            if let Some(attempt_id) = saved {
                <Player media_id={item.id.media_id.clone()} attempt_id={attempt_id.clone()}
                    mode={PlayerMode::Preview} class="tile-picture" />
            }
            <div class="tile-top" aria-hidden="true">
                if item.is_running { <span class="item-badge item-badge-accent">{ say(text::status_running()) }</span> }
                if item.is_queued { <span class="item-badge">{ say(text::queued()) }</span> }
                if is_saved(item) { <span class="item-badge">{ Icon::Save.html() }</span> }
                if let Some(length) = item.length_seconds {
                    <span class="item-badge">{ intl::seconds(length.round()) }</span>
                }
                if item.id.attempt_id.is_none() && item.videos > 0 {
                    <span class="item-badge">{ Icon::Play.html() }{ intl::number(item.videos) }</span>
                }
            </div>
            if item.mark.rating > 0 || item.mark.pick != Pick::None {
                <div class="tile-bottom" aria-hidden="true">
                    { match item.mark.pick {
                        Pick::None => html! {},
                        Pick::Picked => html! { <span class="item-badge item-badge-success">{ Icon::Check.html() }</span> },
                        Pick::Rejected => html! { <span class="item-badge item-badge-failed">{ "✕" }</span> },
                    } }
                    if item.mark.rating > 0 {
                        <span class="item-badge item-badge-stars">{ stars(item.mark.rating) }</span>
                    }
                </div>
            }
        </>
    }
}

fn stars(rating: u8) -> String {
    "★".repeat(rating.into())
}

/// What tests know it by: the image's id, and the video's after a slash.
fn name_of(item: &LibraryItem) -> String {
    let image = item.id.media_id.as_str();
    item.id.attempt_id.as_ref().map_or(image.to_owned(), |id| format!("{image}/{id}"))
}

/// Whether the video is a file here.
pub fn is_saved(item: &LibraryItem) -> bool {
    matches!(item.video, VideoView::Saved { .. })
}

fn label(props: &TileProps) -> String {
    let Some(item) = &props.item else { return say(text::loading()) };
    let mut parts = vec![image_name(item.prompt.as_ref()), props.date.to_string()];
    if item.mark.rating > 0 {
        parts.push(say(text::stars_of_five(item.mark.rating)));
    }
    match item.mark.pick {
        Pick::None => {}
        Pick::Picked => parts.push(say(text::picked())),
        Pick::Rejected => parts.push(say(text::rejected())),
    }
    if is_saved(item) {
        parts.push(say(text::filter_saved()));
    }
    parts.join(", ")
}
