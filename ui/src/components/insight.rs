//! What the history adds up to: the success rate and how sure it is, where failures happen, the days.
//! Each chart is small SVG with its numbers as text beside it.

use std::rc::Rc;

use retake_protocol::Millis;
use retake_protocol::insight::{DayCount, Insight as Sums};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::chance::attempts_per_video;
use crate::components::icon::Icon;
use crate::components::rate::{layers, rate};
use crate::format::{count, day};
use crate::hooks::use_unfolded::use_unfolded;
use crate::state::{Action, State};

/// What the section asks anew for.
#[derive(PartialEq, Properties)]
pub struct InsightProps {
    /// Counts changes of what is stored.
    pub revision: u32,
    /// The engine's clock, in ms.
    pub now: Millis,
    /// Where refusals go.
    pub dispatcher: UseReducerDispatcher<State>,
}

/// The section, folded away.
#[component]
pub fn Insight(props: &InsightProps) -> Html {
    let (is_open, ontoggle) = use_unfolded();
    let sums = use_state(|| None::<Rc<Sums>>);
    {
        let sums = sums.clone();
        let dispatcher = props.dispatcher.clone();
        use_effect_with((is_open, props.revision), move |(is_open, _)| {
            if *is_open {
                spawn_local(async move {
                    match backend::insight().await {
                        Ok(found) => sums.set(Some(Rc::new(found))),
                        Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                    }
                });
            }
        });
    }
    html! {
        <details class="fold" name="fold" data-testid="insight" {ontoggle}>
            <summary>{ Icon::Chevron.html() }{ "Insight" }</summary>
            if let Some(sums) = &*sums {
                { all_of(sums) }
                { days(&sums.days) }
            }
        </details>
    }
}

fn all_of(sums: &Sums) -> Html {
    let totals = &sums.totals;
    html! {
        <div class="insight-rate">
            { rate(totals, "insight-rate") }
            <p>{ attempts_per_video(totals.completed, totals.attempts) }</p>
            <p class="figures">
                { format!("{}, {} moderated, {} failed, {} credits", count(totals.completed, "video"),
                    totals.moderated, totals.failed, totals.completed + totals.moderated) }
            </p>
            if sums.layers != [0; 3] {
                <h3>{ "Where failures happen" }</h3>
                { layers(sums.layers) }
            }
        </div>
    }
}

/// How many days the chart shows.
const DAYS: u32 = 30;
const DAY_MS: Millis = 86_400_000;

/// A column a day, videos below and failures above, over the days up to the newest one.
fn days(days: &[DayCount]) -> Html {
    let all = |day: &DayCount| day.videos + day.moderated + day.failed;
    let most = days.iter().map(all).max().unwrap_or(0);
    let (Some(newest), true) = (days.last(), most > 0) else { return Html::default() };
    let height = |number: u32| f64::from(number) * 40.0 / f64::from(most);
    let column = |one: &DayCount| {
        let ago = u32::try_from((newest.day - one.day) / DAY_MS).unwrap_or(u32::MAX);
        let place = (DAYS - 1).checked_sub(ago)?;
        let failures = one.moderated + one.failed;
        let (videos, lost) = (height(one.videos), height(failures));
        let x = (f64::from(place) * 10.0 + 1.0).to_string();
        let text = format!(
            "{}: {} of {}, {}",
            day(one.day),
            one.videos,
            count(all(one), "attempt"),
            count(one.videos + one.moderated, "credit")
        );
        Some(html! {
            <g>
                <title>{ text }</title>
                <rect x={x.clone()} y={(40.0 - videos).to_string()} width="8"
                    height={videos.to_string()} class="videos" />
                <rect {x} y={(40.0 - videos - lost).to_string()} width="8"
                    height={lost.to_string()} class="lost" />
            </g>
        })
    };
    let first = newest.day - Millis::from(DAYS - 1) * DAY_MS;
    html! {
        <>
            <h3>{ "By day" }</h3>
            <div class="chart" aria-hidden="true">
                <span class="chart-most">{ most }</span>
                <svg class="columns" viewBox={format!("0 0 {} 41", DAYS * 10)}>
                    <path class="axis" d={format!("M0 40.5H{}", DAYS * 10)} />
                    { for days.iter().filter_map(column) }
                </svg>
                <span class="chart-least">{ 0 }</span>
                <span class="chart-days"><span>{ day(first) }</span><span>{ day(newest.day) }</span></span>
            </div>
            <ul class="legend" aria-hidden="true">
                <li><span class="swatch videos" />{ "videos" }</li>
                <li><span class="swatch lost" />{ "failures" }</li>
            </ul>
            <div class="unseen">
                <table>
                    <caption>{ "Attempts by day" }</caption>
                    <thead><tr><th>{ "Day" }</th><th>{ "Videos" }</th><th>{ "Failures" }</th>
                        <th>{ "Credits" }</th></tr></thead>
                    <tbody>
                        { for days.iter().map(|one| html! {
                            <tr><td>{ day(one.day) }</td><td>{ one.videos }</td>
                                <td>{ one.moderated + one.failed }</td>
                                <td>{ one.videos + one.moderated }</td></tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}
