//! The history: every image with an attempt or a session, searched, sorted and filtered. Of a long
//! list only the rows in the window are in the document.

use retake_locale::{Text, text};
use retake_protocol::history::{HistoryFilter, HistoryOrder, HistoryOutcome, ImageCard};
use retake_protocol::{MediaId, Millis};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::commands::use_dispatcher;
use crate::components::icon::Icon;
use crate::components::image_card::Card;
use crate::hooks::use_height::use_height;
use crate::hooks::use_history::{List, Wanted, use_history};
use crate::hooks::use_rows::{TallRow, use_rows};
use crate::hooks::use_shortcuts::SEARCH;
use crate::hooks::use_style::use_style;
use crate::words::say;

/// A closed card with the gap below it, in pixels: `--card` and `--space-2` of the stylesheet.
const ROW: f64 = 72.0;

/// So many rows before the end of what is loaded, more is asked for.
const AHEAD: usize = 40;

const DAY: Millis = 24 * 60 * 60 * 1000;

/// What makes the list ask again.
#[derive(PartialEq, Properties)]
pub struct HistoryProps {
    /// Whether the list can be seen: its rows are placed again when it comes into sight.
    pub is_shown: bool,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The image that changed last; `None`: perhaps all of them.
    pub changed: Option<MediaId>,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Images that are about to be deleted: they are not listed.
    pub forgetting: Vec<MediaId>,
}

/// The list.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let dispatcher = use_dispatcher();
    let wanted = use_state(Wanted::default);
    let (list, more) = use_history(&wanted, props.revision, props.changed.as_ref(), &dispatcher);
    let cards: Vec<&ImageCard> =
        list.cards.iter().filter(|card| !props.forgetting.contains(&card.media_id)).collect();
    let opened = use_state(|| None::<MediaId>);
    let extra = use_state(|| 0.0_f64);
    let place = use_node_ref();
    let tall = opened.as_ref().and_then(|opened| {
        let index = cards.iter().position(|card| card.media_id == *opened)?;
        Some(TallRow { index, extra: *extra })
    });
    use_style(&place, "height", format!("{}px", top_of(cards.len(), tall)));
    let rows = use_rows(&place, cards.len(), ROW, tall, props.is_shown);
    if rows.end + AHEAD >= cards.len() {
        more.emit(());
    }
    let measured = {
        let extra = extra.clone();
        Callback::from(move |height: f64| {
            // What the browser rounds must not render for ever.
            if ((height - ROW).max(0.0) - *extra).abs() > 1.0 {
                extra.set((height - ROW).max(0.0));
            }
        })
    };
    let card = |(index, card): (usize, &ImageCard)| {
        let media_id = card.media_id.clone();
        let is_open = opened.as_ref() == Some(&media_id);
        let toggle = {
            let (opened, extra) = (opened.clone(), extra.clone());
            let media_id = media_id.clone();
            Callback::from(move |()| {
                extra.set(0.0);
                opened.set((!is_open).then(|| media_id.clone()));
            })
        };
        html! {
            <Row key={media_id.as_str().to_owned()} top={top_of(index, tall)} index={index}
                measured={is_open.then(|| measured.clone())}>
                <Card card={card.clone()} {is_open} {toggle} now={props.now}
                    revision={props.revision} />
            </Row>
        }
    };
    let shown = cards.iter().copied().enumerate().skip(rows.first).take(rows.end - rows.first);
    let clear = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| wanted.set(Wanted::default()))
    };
    html! {
        <section class="history" aria-label={say(text::history())} data-testid="history">
            <Controls wanted={(*wanted).clone()} now={props.now}
                changed={Callback::from(move |to| wanted.set(to))} />
            <ul class="cards" ref={place}>
                { for shown.map(card) }
            </ul>
            if list.is_there && cards.is_empty() {
                { empty(&list, clear) }
            }
        </section>
    }
}

/// Where a row begins, in pixels from the list's top.
#[expect(clippy::cast_precision_loss, reason = "a list has no 2^52 rows")]
fn top_of(index: usize, tall: Option<TallRow>) -> f64 {
    let extra = tall.filter(|tall| tall.index < index).map_or(0.0, |tall| tall.extra);
    index as f64 * ROW + extra
}

/// What to do where nothing is listed: the three steps of a first run.
fn empty(list: &List, clear: Callback<MouseEvent>) -> Html {
    if !list.is_everything() {
        return html! {
            <p class="hint">
                { say(text::history_no_match()) }
                <button class="button" data-testid="clear-filters" onclick={clear}>
                    { say(text::history_clear()) }
                </button>
            </p>
        };
    }
    html! {
        <div class="steps" data-testid="first-run">
            <p>{ say(text::history_empty()) }</p>
            <ol>
                <li>
                    { say(text::history_step_sign_in()) }
                </li>
                <li>{ say(text::history_step_image()) }</li>
                <li>{ say(text::history_step_start()) }</li>
            </ol>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    /// In pixels from the list's top.
    top: f64,
    /// From 0.
    index: usize,
    /// Of an opened row: told its height with the gap below, in pixels.
    measured: Option<Callback<f64>>,
    children: Html,
}

/// A card in its place.
#[component]
fn Row(props: &RowProps) -> Html {
    let place = use_node_ref();
    use_height(&place, props.measured.clone());
    use_style(&place, "transform", format!("translateY({}px)", props.top));
    html! {
        <li class="card-row" ref={place} aria-setsize="-1"
            aria-posinset={(props.index + 1).to_string()}>{ props.children.clone() }</li>
    }
}

#[derive(PartialEq, Properties)]
struct ControlsProps {
    wanted: Wanted,
    now: Millis,
    changed: Callback<Wanted>,
}

/// Search, order and filters.
#[component]
fn Controls(props: &ControlsProps) -> Html {
    let wanted = &props.wanted;
    let with = |change: fn(&mut Wanted, String, Millis)| {
        let (wanted, changed, now) = (wanted.clone(), props.changed.clone(), props.now);
        move |value: String| {
            let mut wanted = wanted.clone();
            change(&mut wanted, value, now);
            changed.emit(wanted);
        }
    };
    let search = with(|wanted, text, _| wanted.search = text);
    let order = with(|wanted, name, _| wanted.order = named(&ORDERS, &name));
    let outcome = with(|wanted, name, _| wanted.filter.outcome = named(&OUTCOMES, &name));
    let period = with(|wanted, days, now| {
        let days: Option<Millis> = days.parse().ok();
        wanted.filter.since = days.map(|days| now - days * DAY);
    });
    let oninput = Callback::from(move |event: InputEvent| {
        search(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let days = wanted.filter.since.map(|since| ((props.now - since) / DAY).to_string());
    html! {
        <>
            <label class="search">
                { Icon::Search.html() }
                <input type="search" data-testid="history-search" aria-keyshortcuts={SEARCH} value={wanted.search.clone()}
                    {oninput} placeholder={say(text::search())}
                    aria-label={say(text::history_search_label())} />
            </label>
            <div class="filters">
                { select(text::history_order(), "history-order", &ORDERS.map(|(name, label, _)| (name, label())),
                    name_of(&ORDERS, &wanted.order), order) }
                { select(text::history_outcome(), "history-outcome", &OUTCOMES.map(|(name, label, _)| (name, label())),
                    name_of(&OUTCOMES, &wanted.filter.outcome), outcome) }
                { select(text::history_period(), "history-period", &PERIODS.map(|(days, label)| (days, label())),
                    PERIODS.iter().map(|(days, _)| *days)
                        .find(|known| Some(*known) == days.as_deref()).unwrap_or("any"), period) }
            </div>
        </>
    }
}

/// A value of a choice: its own name, what it is called, what it stands for.
type Offered<T> = (&'static str, fn() -> Text, T);

const ORDERS: [Offered<HistoryOrder>; 3] = [
    ("recent", text::history_order_recent, HistoryOrder::Recent),
    ("most_videos", text::history_order_videos, HistoryOrder::MostVideos),
    ("best_rate", text::history_order_rate, HistoryOrder::BestRate),
];

const OUTCOMES: [Offered<Option<HistoryOutcome>>; 7] = [
    ("all", text::history_outcome_all, None),
    ("completed", text::history_outcome_completed, Some(HistoryOutcome::Completed)),
    ("without_video", text::history_outcome_without, Some(HistoryOutcome::WithoutVideo)),
    ("moderated", text::history_outcome_moderated, Some(HistoryOutcome::Moderated)),
    ("failed", text::history_outcome_failed, Some(HistoryOutcome::Failed)),
    ("running", text::history_outcome_running, Some(HistoryOutcome::Running)),
    ("resumable", text::history_outcome_resumable, Some(HistoryOutcome::Resumable)),
];

/// Days, and what they are called.
type Period = (&'static str, fn() -> Text);

const PERIODS: [Period; 4] = [
    ("any", text::history_period_any),
    ("1", text::history_period_day),
    ("7", text::history_period_week),
    ("30", text::history_period_month),
];

fn named<T: Copy + Default>(all: &[Offered<T>], name: &str) -> T {
    all.iter().find(|(known, ..)| *known == name).map(|(.., value)| *value).unwrap_or_default()
}

fn name_of<T: PartialEq>(all: &[Offered<T>], value: &T) -> &'static str {
    all.iter().find(|(.., known)| known == value).map_or("", |(name, ..)| *name)
}

fn select(
    label: Text,
    test_id: &'static str,
    options: &[(&'static str, Text)],
    chosen: &str,
    choose: impl Fn(String) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        choose(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <select data-testid={test_id} aria-label={say(label)} {onchange}>
            { for options.iter().map(|(value, text)| html! {
                <option value={*value} selected={*value == chosen}>{ say(text.clone()) }</option>
            }) }
        </select>
    }
}

impl List {
    /// Whether nothing is searched for or left out.
    fn is_everything(&self) -> bool {
        let Wanted { search, filter, .. } = self.wanted();
        search.trim().is_empty() && *filter == HistoryFilter::default()
    }
}
