//! One item large: arrows to the next, Space plays, `i` shows facts, Escape closes (spec K2). The keys are
//! the window's to handle.

use retake_locale::{Text, text};
use retake_protocol::library::{ItemId, LibraryItem, MarkChange};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::facts::Facts;
use super::frame::{last_frame, not_drawn};
use super::marks::Stars;
use crate::backend;
use crate::commands::{Dispatcher, run_and_tell, use_dispatcher};
use crate::components::icon::Icon;
use crate::components::picture::Picture;
use crate::components::playable::Playable;
use crate::format::image_name;
use crate::words::say;

/// Which item.
#[derive(PartialEq, Properties)]
pub struct LightboxProps {
    /// The item; `None`: it has not come yet.
    pub item: Option<LibraryItem>,
    /// Its index and how many there are.
    pub place: (usize, usize),
    /// The day it was made on.
    pub date: AttrValue,
    /// The tags that other items have.
    pub known_tags: Vec<String>,
    /// Whether the facts are shown.
    pub has_facts: bool,
    /// The video's element.
    pub video: NodeRef,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// So many items on, or back.
    pub onstep: Callback<isize>,
    /// Shows or hides the facts.
    pub onfacts: Callback<()>,
    /// A change of what the user thinks of it.
    pub onmark: Callback<MarkChange>,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// The item large.
#[component]
pub fn Lightbox(props: &LightboxProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlElement>() {
                let _focused = dialog.focus();
            }
        });
    }
    let (index, count) = props.place;
    let title =
        props.item.as_ref().map(|item| image_name(item.prompt.as_ref())).unwrap_or_default();
    let button = |label: Text, test_id: &'static str, icon: Html, onclick: Callback<MouseEvent>| {
        let label = say(label);
        html! {
            <button class="button button-plain" aria-label={label.clone()} title={label} data-testid={test_id}
                {onclick}>{ icon }</button>
        }
    };
    html! {
        <div class="lightbox" role="dialog" aria-modal="true" aria-label={title.clone()} tabindex="-1"
            ref={dialog} data-testid="lightbox">
            <div class="lightbox-bar">
                <span class="grow ellipsis">{ title }</span>
                <span class="figures">{ say(text::place_of(index + 1, count)) }</span>
                if let Some(item) = props.item.as_ref().filter(|_| !props.has_facts) {
                    <Stars rating={item.mark.rating} onchange={props.onmark.clone()} />
                }
                <button class={classes!("button", props.has_facts.then_some("button-set"))}
                    aria-pressed={props.has_facts.to_string()} title={say(text::key_hint("I"))} data-testid="lightbox-facts"
                    onclick={props.onfacts.reform(|_| ())}>{ say(text::facts()) }</button>
                { button(text::close(), "lightbox-close", html! { "✕" }, props.onclose.reform(|_| ())) }
            </div>
            <div class="lightbox-stage">
                { button(text::previous(), "lightbox-previous", Icon::Back.html(), props.onstep.reform(|_| -1)) }
                <div class="lightbox-item">
                    if let Some(item) = &props.item {
                        <Large key={format!("{:?}", item.id)} item={item.clone()} video={props.video.clone()}
                            revision={props.revision} />
                    }
                </div>
                { button(text::next(), "lightbox-next", Icon::Forward.html(), props.onstep.reform(|_| 1)) }
                if let Some(item) = props.item.as_ref().filter(|_| props.has_facts) {
                    <Facts item={item.clone()} date={props.date.clone()} known_tags={props.known_tags.clone()}
                        revision={props.revision} onmark={props.onmark.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct LargeProps {
    item: LibraryItem,
    video: NodeRef,
    revision: u32,
}

#[component]
fn Large(props: &LargeProps) -> Html {
    let dispatcher = use_dispatcher();
    let ItemId { media_id, attempt_id } = props.item.id.clone();
    match attempt_id {
        None => html! { <Picture {media_id} revision={props.revision} class="lightbox-picture" /> },
        Some(attempt_id) => html! {
            <Playable {media_id} {attempt_id} video={props.item.video.clone()} class="lightbox-picture"
                hint_class="lightbox-hint" place={props.video.clone()} revision={props.revision}>
                { frame(props, &dispatcher) }
            </Playable>
        },
    }
}

/// The last frame as a picture, to go on from (spec K6).
fn frame(props: &LargeProps, dispatcher: &Dispatcher) -> Html {
    let (dispatcher, id, video) = (dispatcher.clone(), props.item.id.clone(), props.video.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (id, video) = (id.clone(), video.clone());
        run_and_tell(&dispatcher, async move {
            let png = last_frame(&video).await?;
            match &id.attempt_id {
                Some(attempt_id) => backend::save_frame(&id.media_id, attempt_id, &png).await,
                None => Err(not_drawn()),
            }
        });
    });
    html! {
        <button class="button button-plain" data-testid="save-frame" {onclick}>
            { say(text::save_frame()) }
        </button>
    }
}
