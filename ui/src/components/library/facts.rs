//! What is known of an item: its facts, what the user thinks of it, and its image's sessions with their
//! time lines (spec K2).

use std::rc::Rc;

use retake_locale::{Text, text};
use retake_protocol::Millis;
use retake_protocol::history::{ImageDetail, VideoView};
use retake_protocol::library::{LibraryItem, MarkChange};
use yew::prelude::*;

use super::marks::Marks;
use crate::backend;
use crate::commands::{Dispatcher, run, use_dispatcher};
use crate::components::sessions::Sessions;
use crate::format::{saved_size, success_rate};
use crate::hooks::use_turns::use_turns;
use crate::words::intl;
use crate::words::say;

/// Which item.
#[derive(PartialEq, Properties)]
pub struct FactsProps {
    /// The item.
    pub item: LibraryItem,
    /// The day it was made on.
    pub date: AttrValue,
    /// The tags that other items have.
    pub known_tags: Vec<String>,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// A change of what the user thinks of it.
    pub onmark: Callback<MarkChange>,
}

/// The panel.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let dispatcher = use_dispatcher();
    let detail = use_state(|| None::<Rc<ImageDetail>>);
    let turns = use_turns();
    {
        let (detail, dispatcher) = (detail.clone(), dispatcher.clone());
        use_effect_with((props.item.id.media_id.clone(), props.revision), move |(media_id, _)| {
            let media_id = media_id.clone();
            let question = async move { backend::image_detail(&media_id).await };
            turns.ask(&dispatcher, question, move |found| detail.set(found.map(Rc::new)));
        });
    }
    let shown = detail.as_ref().filter(|one| one.card.media_id == props.item.id.media_id);
    let now = now();
    html! {
        <aside class="lightbox-facts" aria-label={say(text::facts())} data-testid="facts">
            <h2 class="unseen">{ say(text::facts()) }</h2>
            <Marks mark={props.item.mark.clone()} known_tags={props.known_tags.clone()}
                onchange={props.onmark.clone()} />
            { list(props, shown) }
            { tools(props, &dispatcher) }
            if let Some(detail) = shown {
                <Sessions detail={detail.clone()} {now} revision={props.revision} />
            }
        </aside>
    }
}

fn list(props: &FactsProps, detail: Option<&Rc<ImageDetail>>) -> Html {
    let item = &props.item;
    let mut facts: Vec<(Text, String)> = Vec::new();
    if let Some(prompt) = item.prompt.as_ref().filter(|prompt| !prompt.is_blank()) {
        facts.push((text::prompt(), prompt.as_str().to_owned()));
    }
    facts.push((text::fact_date(), intl::whole_day(&props.date)));
    if let Some((width, height)) = item.size {
        facts.push((text::size(), format!("{width} × {height}")));
    }
    if let Some(length) = item.length_seconds {
        facts.push((text::fact_length(), intl::seconds(length)));
    }
    if let Some(resolution) = &item.resolution {
        facts.push((text::fact_resolution(), resolution.clone()));
    }
    if let VideoView::Saved { file, quality, bytes: size, .. } = &item.video {
        facts.push((text::fact_file(), format!("{file} · {}", saved_size(*quality, *size))));
    }
    if let Some(detail) = detail {
        let totals = &detail.card.totals;
        let videos = text::videos_count(totals.completed);
        let rate = success_rate(totals).map(intl::percent);
        let numbers = match rate {
            Some(rate) => text::fact_videos_rate(videos, rate),
            None => videos,
        };
        facts.push((text::fact_image(), say(numbers)));
    }
    facts.push((text::fact_image_id(), item.id.media_id.to_string()));
    html! {
        <dl class="facts">
            { for facts.into_iter().map(|(name, value)| html! {
                <><dt>{ say(name) }</dt><dd>{ value }</dd></>
            }) }
        </dl>
    }
}

fn tools(props: &FactsProps, dispatcher: &Dispatcher) -> Html {
    let open = {
        let (dispatcher, media_id) = (dispatcher.clone(), props.item.id.media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let media_id = media_id.clone();
            run(&dispatcher, async move { backend::open_image(&media_id).await });
        })
    };
    let video = props.item.id.attempt_id.clone();
    let is_saved = matches!(props.item.video, VideoView::Saved { .. });
    let show = {
        let (dispatcher, media_id) = (dispatcher.clone(), props.item.id.media_id.clone());
        Callback::from(move |_: MouseEvent| {
            let (media_id, video) = (media_id.clone(), video.clone());
            run(&dispatcher, async move {
                match video {
                    Some(attempt_id) => backend::show_video(&media_id, &attempt_id).await,
                    None => Ok(()),
                }
            });
        })
    };
    html! {
        <div class="library-line">
            <button class="button" onclick={open}>{ say(text::open_on_grok()) }</button>
            if is_saved {
                <button class="button" onclick={show}>{ say(text::show_file()) }</button>
            }
        </div>
    }
}

/// The time, in ms.
#[expect(clippy::cast_possible_truncation, reason = "a time in ms is far below 2^53")]
fn now() -> Millis {
    js_sys::Date::now() as Millis
}
