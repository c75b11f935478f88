//! What this machine lacks for the page: codecs for its videos, said above everything until somebody has
//! read it, and in Health for good; and what was changed for its graphics driver (spec W7, W8).

use gloo_timers::callback::Timeout;
use retake_locale::text;
use retake_protocol::machine::{CodecPackages, Machine};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlMediaElement;
use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::components::copy::Copy;
use crate::components::icon::Icon;
use crate::words::say;

/// What Grok's videos are made of.
const VIDEO: &str = "video/mp4; codecs=\"avc1.42E01E, mp4a.40.2\"";
/// When the webview is asked, in ms after the start: its first answer takes a while, and nobody waits
/// for it.
const ASKED_AFTER: u32 = 1_500;

/// What is known of this machine.
#[derive(Clone, PartialEq)]
struct Known {
    machine: Machine,
    plays_videos: bool,
}

/// Asks once. `None`: not asked yet.
#[hook]
fn use_machine() -> Option<Known> {
    let known = use_state(|| None);
    {
        let known = known.clone();
        use_effect_with((), move |()| {
            let asking = Timeout::new(ASKED_AFTER, move || {
                spawn_local(async move {
                    if let Ok(machine) = backend::machine().await {
                        known.set(Some(Known { machine, plays_videos: plays_videos() }));
                    }
                });
            });
            move || drop(asking)
        });
    }
    (*known).clone()
}

/// The page's webview is the sidebar's, so what plays here plays there.
fn plays_videos() -> bool {
    let document = browser::window().and_then(|window| window.document());
    let video = document.and_then(|document| document.create_element("video").ok());
    let video = video.and_then(|element| element.dyn_into::<HtmlMediaElement>().ok());
    // Where there is no such element to ask, nothing is known to be missing.
    video.is_none_or(|video| !video.can_play_type(VIDEO).is_empty())
}

/// The banner of a machine that can't play Grok's videos; empty where it can, or once it is closed.
#[component]
pub fn CodecBanner() -> Html {
    let known = use_machine();
    let is_read = use_state(|| false);
    let missing = known.filter(|known| !known.plays_videos && !*is_read);
    let Some(known) = missing else { return html! { <div hidden=true /> } };
    let close = {
        let is_read = is_read.clone();
        Callback::from(move |_| is_read.set(true))
    };
    html! {
        <section class="notice codecs" aria-label={say(text::codecs_cant_play())} data-testid="codec-banner">
            { advice(known.machine.codecs.as_ref()) }
            <button class="button button-plain" data-testid="codec-banner-close" aria-label={say(text::close())}
                onclick={close}>{ Icon::Close.html() }</button>
        </section>
    }
}

/// What is missing, by its name here.
fn advice(codecs: Option<&CodecPackages>) -> Html {
    let Some(codecs) = codecs else {
        return html! {
            <p class="grow">
                <strong>{ say(text::codecs_cant_play()) }{ " " }</strong>
                { say(text::codecs_general()) }
            </p>
        };
    };
    let from = codecs.repository.as_ref();
    let from = from.map(|name| say(text::codecs_repository(name.as_str())));
    html! {
        <div class="grow">
            <p>
                <strong>{ say(text::codecs_cant_play()) }{ " " }</strong>
                { say(text::codecs_packages(codecs.system.as_str())) }
            </p>
            <code class="command" data-testid="codec-command">{ &codecs.command }</code>
            if let Some(from) = from {
                <p>{ from }</p>
            }
            <Copy text={codecs.command.clone()} label={say(text::codecs_copy())}
                test_id="copy-codec-command" />
        </div>
    }
}

/// This machine, as a part of Health.
#[component]
pub fn MachineHealth() -> Html {
    let Some(Known { machine, plays_videos }) = use_machine() else {
        return html! { <div hidden=true /> };
    };
    let (icon, tone) =
        if plays_videos { (Icon::Check, "tone-success") } else { (Icon::Alert, "tone-failed") };
    let outcome = if plays_videos { "found" } else { "missing" };
    html! {
        <>
            <h3>{ say(text::machine()) }</h3>
            <ul class="rows">
                <li class="row" data-testid="machine-videos" data-outcome={outcome}>
                    <span class={tone}>{ icon.html() }</span>
                    if plays_videos {
                        <span class="grow">{ say(text::machine_plays()) }</span>
                    } else {
                        { advice(machine.codecs.as_ref()) }
                    }
                </li>
                <li class="row" data-testid="machine-graphics">
                    <span class="tone-quiet">{ Icon::Check.html() }</span>
                    <span class="grow">{ graphics(&machine.graphics) }</span>
                </li>
            </ul>
        </>
    }
}

fn graphics(variables: &[String]) -> Html {
    if variables.is_empty() {
        return html! { say(text::machine_graphics_own()) };
    }
    html! {
        <>{ say(text::machine_graphics_with()) }<code class="id piece-how">{ variables.join(" ") }</code></>
    }
}
