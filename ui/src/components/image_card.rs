//! One image in the history; opened, all that is known of it.

use std::rc::Rc;

use retake_locale::{Text, text};
use retake_protocol::history::{ImageCard, ImageDetail};
use retake_protocol::{ImageKind, Millis};
use yew::prelude::*;

use crate::backend;
use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::components::image_detail::Detail;
use crate::components::picture::Picture;
use crate::components::when::When;
use crate::format::success_rate;
use crate::hooks::use_shortcuts::CLOSE;
use crate::hooks::use_turns::use_turns;
use crate::words::intl;
use crate::words::say;

/// One card.
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// What the list says of the image.
    pub card: ImageCard,
    /// Whether its sessions and attempts are shown.
    pub is_open: bool,
    /// Called when the user opens or closes it.
    pub toggle: Callback<()>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let dispatcher = use_dispatcher();
    let detail = use_state(|| None::<Rc<ImageDetail>>);
    let turns = use_turns();
    {
        let detail = detail.clone();
        let dispatcher = dispatcher.clone();
        let asked = (props.is_open, props.card.media_id.clone(), props.revision);
        use_effect_with(asked, move |(is_open, media_id, _)| {
            if !is_open {
                detail.set(None);
                return;
            }
            let media_id = media_id.clone();
            let question = async move { backend::image_detail(&media_id).await };
            turns.ask(&dispatcher, question, move |found| detail.set(found.map(Rc::new)));
        });
    }
    let card = &props.card;
    let media_id = card.media_id.as_str().to_owned();
    let name = card.original_prompt.as_ref().map(|prompt| prompt.as_str().to_owned());
    let onclick = props.toggle.reform(|_| ());
    html! {
        <div class="card" data-testid="image-card" data-media-id={media_id.clone()}>
            <button class="card-head" {onclick}
                aria-keyshortcuts={props.is_open.then_some(CLOSE)} aria-expanded={props.is_open.to_string()}>
                <Picture class="card-picture" media_id={card.media_id.clone()}
                    revision={props.revision} />
                <span class="grow">
                    <span class="card-name">
                        { name.unwrap_or_else(|| say(without_prompt(card.kind))) }
                    </span>
                    { figures(card, props.now) }
                </span>
                <span class="card-chevron">{ Icon::Chevron.html() }</span>
            </button>
            if let Some(detail) = &*detail {
                <Detail detail={detail.clone()} now={props.now} revision={props.revision} />
            }
        </div>
    }
}

/// What a row without a prompt is called.
fn without_prompt(kind: ImageKind) -> Text {
    match kind {
        ImageKind::Image => text::image_without_prompt(),
        ImageKind::Unknown | ImageKind::TextVideo => text::video_without_prompt(),
    }
}

fn figures(card: &ImageCard, now: Millis) -> Html {
    let totals = &card.totals;
    let figure = |tone: &'static str, icon: Icon, number: u32, words: Text| {
        let words = say(words);
        html! {
            <span class={tone} title={words.clone()}>
                { icon.html() }<span aria-hidden="true">{ intl::number(number) }</span>
                <span class="unseen">{ words }</span>
            </span>
        }
    };
    html! {
        <span class="card-figures">
            <span class="card-counts">
            if card.kind == ImageKind::Unknown {
                <span class="tag" data-testid="image-unknown"
                    title={say(text::image_unknown_hint())}>
                    { say(text::image_unknown()) }
                </span>
            }
            if card.kind == ImageKind::TextVideo {
                <span class="tag">{ say(text::from_text()) }</span>
            }
            if card.is_running {
                <span class="tag tone-accent">{ say(text::status_running()) }</span>
            }
            if card.can_resume {
                <span class="tag tone-moderated" data-testid="can-resume">{ say(text::resume()) }</span>
            }
            { figure("tone-success", Icon::Check, totals.completed,
                text::videos_count(totals.completed)) }
            { figure("tone-moderated", Icon::EyeOff, totals.moderated,
                text::card_moderated(totals.moderated)) }
            if totals.failed > 0 {
                { figure("tone-failed", Icon::Alert, totals.failed, text::card_failed(totals.failed)) }
            }
            if let Some(rate) = success_rate(totals) {
                <span title={say(text::card_rate())}>{ intl::percent(rate) }</span>
            }
            </span>
            <When at={card.last_active_at} {now} />
        </span>
    }
}
