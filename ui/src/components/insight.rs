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
                        Err(error) => dispatcher.dispatch(Action::Refused(error.message)),
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

/// A column a day: videos below, failures above.
fn days(days: &[DayCount]) -> Html {
    let all = |day: &DayCount| day.videos + day.moderated + day.failed;
    let most = days.iter().map(all).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    let height = |number: u32| f64::from(number) * 40.0 / f64::from(most);
    let column = |(place, one): (u32, &DayCount)| {
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
        html! {
            <g>
                <title>{ text }</title>
                <rect x={x.clone()} y={(40.0 - videos).to_string()} width="8"
                    height={videos.to_string()} class="videos" />
                <rect {x} y={(40.0 - videos - lost).to_string()} width="8"
                    height={lost.to_string()} class="lost" />
            </g>
        }
    };
    let width = days.len().max(10) * 10;
    html! {
        <>
            <h3>{ format!("By day (at most {most} attempts)") }</h3>
            <svg class="columns" viewBox={format!("0 0 {width} 40")} aria-hidden="true">
                { for (0_u32..).zip(days).map(column) }
            </svg>
            <table class="unseen">
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
        </>
    }
}
