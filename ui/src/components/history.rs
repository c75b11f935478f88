//! The history: every image with an attempt or a session, the last active first.

use gloo_timers::callback::Timeout;
use retake_protocol::history::{HistoryCursor, HistoryPage, HistoryQuery, ImageCard};
use retake_protocol::{MediaId, Millis};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::components::icon::Icon;
use crate::components::image_card::Card;
use crate::state::{Action, State};

/// How many cards are asked for at once.
const PAGE: u32 = 30;

/// How many cards the list shows at the most; a search finds the others.
const MOST_CARDS: u32 = 200;

/// How long the list waits for more keys before it asks again, in ms.
const TYPING_MS: u32 = 150;

/// How long it waits for more changes of what is stored, in ms: one event brings several.
const CHANGES_MS: u32 = 16;

/// What makes the list ask again.
#[derive(PartialEq, Properties)]
pub struct HistoryProps {
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The image that changed last.
    pub changed: Option<MediaId>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The list.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let search = use_state(String::new);
    // What was asked for last: a text that differs is still being typed.
    let searched = use_mut_ref(String::new);
    let pages = use_state(|| 1_u32);
    let list = use_state(|| None::<HistoryPage>);
    let opened = use_state(|| None::<MediaId>);
    {
        let list = list.clone();
        let dispatcher = props.dispatcher.clone();
        let searched = searched.clone();
        let asked = ((*search).clone(), *pages, props.revision);
        use_effect_with(asked, move |(search, pages, _)| {
            let (search, limit) = (search.clone(), (pages * PAGE).min(MOST_CARDS));
            let is_typing = *searched.borrow() != search;
            let timeout = Timeout::new(if is_typing { TYPING_MS } else { CHANGES_MS }, move || {
                searched.borrow_mut().clone_from(&search);
                let query = HistoryQuery { search, after: None::<HistoryCursor>, limit };
                spawn_local(async move {
                    match backend::history_page(&query).await {
                        Ok(page) => list.set(Some(page)),
                        Err(error) => dispatcher.dispatch(Action::Refused(error.message)),
                    }
                });
            });
            move || drop(timeout)
        });
    }
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let more = {
        let pages = pages.clone();
        Callback::from(move |_| pages.set(*pages + 1))
    };
    let card = |card: &ImageCard| {
        let media_id = card.media_id.clone();
        let is_open = opened.as_ref() == Some(&media_id);
        let toggle = {
            let opened = opened.clone();
            let media_id = media_id.clone();
            Callback::from(move |()| opened.set((!is_open).then(|| media_id.clone())))
        };
        html! {
            <Card key={media_id.as_str().to_owned()} card={card.clone()} {is_open} {toggle}
                now={props.now} revision={props.revision} dispatcher={props.dispatcher.clone()} />
        }
    };
    html! {
        <section class="history" aria-label="History" data-testid="history">
            <h2>{ "History" }</h2>
            <label class="search">
                { Icon::Search.html() }
                <input type="search" data-testid="history-search" value={(*search).clone()}
                    {oninput} placeholder="Search prompts and ids"
                    aria-label="Search the history by prompt or id" />
            </label>
            if let Some(page) = &*list {
                <ul class="cards">{ for page.cards.iter().map(card) }</ul>
                if page.cards.is_empty() {
                    <p class="hint">{ empty(&search) }</p>
                }
                if page.next.is_some() && *pages * PAGE < MOST_CARDS {
                    <button class="button" onclick={more}>{ "Show more" }</button>
                }
            }
        </section>
    }
}

fn empty(search: &str) -> &'static str {
    if search.trim().is_empty() {
        "Nothing here yet. Every image that you make videos from will be kept here."
    } else {
        "Nothing matches this search."
    }
}
