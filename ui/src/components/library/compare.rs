//! Two to four videos side by side, in step: they start, stop and jump together, and one key swaps them
//! (spec K4).

use gloo_events::EventListener;
use retake_locale::text;
use retake_protocol::library::{ItemId, LibraryItem, MarkChange};
use web_sys::{HtmlElement, HtmlVideoElement};
use yew::prelude::*;

use super::marks::Stars;
use super::tile::is_saved;
use crate::components::picture::Picture;
use crate::components::player::{Player, PlayerMode};
use crate::format::image_name;
use crate::words::say;

/// How far apart two videos may be before one jumps, in seconds.
const APART: f64 = 0.12;

/// Which videos.
#[derive(PartialEq, Properties)]
pub struct CompareProps {
    /// In the order in which they stand.
    pub items: Vec<LibraryItem>,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// A change of what the user thinks of one.
    pub onmark: Callback<(ItemId, MarkChange)>,
    /// The first one goes to the end.
    pub onswap: Callback<()>,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// All of them.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlElement>() {
                let _focused = dialog.focus();
            }
        });
    }
    let toggle = {
        let dialog = dialog.clone();
        Callback::from(move |()| toggle_all(&dialog))
    };
    {
        // Whichever is the first sets the pace.
        let dialog = dialog.clone();
        let ids: Vec<ItemId> = props.items.iter().map(|item| item.id.clone()).collect();
        use_effect_with(ids, move |_| {
            let listener = dialog.cast::<HtmlElement>().map(|element| {
                let options = gloo_events::EventListenerOptions::run_in_capture_phase();
                let dialog = dialog.clone();
                EventListener::new_with_options(&element, "timeupdate", options, move |_| {
                    bring_in_step(&dialog);
                })
            });
            move || drop(listener)
        });
    }
    let onkeydown = {
        let (toggle, onswap) = (toggle.clone(), props.onswap.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            " " => {
                event.prevent_default();
                toggle.emit(());
            }
            "s" | "S" => onswap.emit(()),
            _ => {}
        })
    };
    html! {
        <div class="lightbox" role="dialog" aria-modal="true" aria-label={say(text::compare())} tabindex="-1"
            ref={dialog} data-testid="compare" {onkeydown}>
            <div class="lightbox-bar">
                <span class="grow">{ say(text::compare()) }</span>
                <button class="button" title={say(text::key_space())} data-testid="compare-play"
                    onclick={toggle.reform(|_: MouseEvent| ())}>{ say(text::compare_play()) }</button>
                <button class="button" title={say(text::key_hint("S"))} data-testid="compare-swap"
                    onclick={props.onswap.reform(|_| ())}>{ say(text::compare_swap()) }</button>
                <button class="button button-plain" aria-label={say(text::close())} data-testid="compare-close"
                    onclick={props.onclose.reform(|_| ())}>{ "✕" }</button>
            </div>
            <div class={classes!("compare", format!("compare-{}", props.items.len()))}>
                { for props.items.iter().map(|item| one(props, item)) }
            </div>
        </div>
    }
}

fn one(props: &CompareProps, item: &LibraryItem) -> Html {
    let Some(attempt_id) = item.id.attempt_id.clone() else { return html! { <figure /> } };
    let media_id = item.id.media_id.clone();
    let id = item.id.clone();
    let onmark = props.onmark.reform(move |change| (id.clone(), change));
    html! {
        <figure key={attempt_id.as_str().to_owned()} data-testid="compared" data-item={attempt_id.as_str().to_owned()}>
            if is_saved(item) {
                <Player {media_id} {attempt_id} mode={PlayerMode::Led} class="compare-video" />
            } else {
                <Picture {media_id} attempt={attempt_id.as_str().to_owned()} revision={props.revision}
                    class="compare-video" />
            }
            <figcaption>
                <span class="grow ellipsis">
                    { if is_saved(item) { image_name(item.prompt.as_ref()) } else { say(text::compare_not_saved()) } }
                </span>
                <Stars rating={item.mark.rating} onchange={onmark} />
            </figcaption>
        </figure>
    }
}

fn videos(dialog: &NodeRef) -> Vec<HtmlVideoElement> {
    use wasm_bindgen::JsCast as _;
    let Some(found) =
        dialog.cast::<HtmlElement>().and_then(|element| element.query_selector_all("video").ok())
    else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}

fn toggle_all(dialog: &NodeRef) {
    let videos = videos(dialog);
    let Some(is_paused) = videos.first().map(|first| first.paused()) else { return };
    for video in videos {
        if is_paused {
            // A video that can't be played says so by itself.
            let _playing = video.play();
        } else {
            let _paused = video.pause();
        }
    }
}

fn bring_in_step(dialog: &NodeRef) {
    let videos = videos(dialog);
    let Some((first, others)) = videos.split_first() else { return };
    for other in others {
        let wanted = first.current_time().min(other.duration());
        if wanted.is_finite() && (other.current_time() - wanted).abs() > APART {
            other.set_current_time(wanted);
        }
    }
}
