//! What the history adds up to: the success rate and how sure it is, where failures happen, the days.
//! Each chart is small SVG with its numbers as text beside it.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::statistics::{DayCount, Statistics as Sums};
use yew::prelude::*;

use crate::backend;
use crate::chance::attempts_per_video;
use crate::commands::use_dispatcher;
use crate::components::rate::{layers, rate};
use crate::hooks::use_turns::use_turns;
use crate::words::intl;
use crate::words::say;

/// What the section asks again for.
#[derive(PartialEq, Properties)]
pub struct StatisticsProps {
    /// Whether it can be seen: it asks only then.
    pub is_shown: bool,
    /// Counts changes of what is stored.
    pub revision: u32,
}

/// The section.
#[component]
pub fn Statistics(props: &StatisticsProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_open = props.is_shown;
    let sums = use_state(|| None::<Rc<Sums>>);
    let turns = use_turns();
    {
        let sums = sums.clone();
        let dispatcher = dispatcher.clone();
        use_effect_with((is_open, props.revision), move |(is_open, _)| {
            if *is_open {
                let take = move |found| sums.set(Some(Rc::new(found)));
                turns.ask(&dispatcher, backend::statistics(), take);
            }
        });
    }
    html! {
        <div class="pane" data-testid="statistics">
            if let Some(sums) = &*sums {
                { all_of(sums) }
                { days(&sums.days) }
            }
        </div>
    }
}

fn all_of(sums: &Sums) -> Html {
    let totals = &sums.totals;
    html! {
        <div class="statistics-rate">
            { rate(totals, "statistics-rate") }
            <p>{ attempts_per_video(totals.completed, totals.attempts) }</p>
            <p class="figures">
                { say(text::statistics_sums(text::videos_count(totals.completed), totals.moderated,
                    totals.failed, text::credits_count(totals.completed + totals.moderated))) }
            </p>
            if sums.layers != [0; 3] {
                <h3>{ say(text::statistics_where()) }</h3>
                { layers(sums.layers) }
            }
        </div>
    }
}

/// A column a day, videos below and failures above.
fn days(days: &[DayCount]) -> Html {
    let all = |day: &DayCount| day.videos + day.moderated + day.failed;
    let most = days.iter().map(all).max().unwrap_or(0);
    let (Some(oldest), Some(newest), true) = (days.first(), days.last(), most > 0) else {
        return Html::default();
    };
    let height = |number: u32| f64::from(number) * 40.0 / f64::from(most);
    let column = |(place, one): (usize, &DayCount)| {
        let (videos, lost) = (height(one.videos), height(one.moderated + one.failed));
        let x = (place * 10 + 1).to_string();
        let title = say(text::statistics_day(
            intl::day(&one.date),
            one.videos,
            text::attempts_count(all(one)),
            text::credits_count(one.videos + one.moderated),
        ));
        html! {
            <g>
                <title>{ title }</title>
                <rect x={x.clone()} y={(40.0 - videos).to_string()} width="8"
                    height={videos.to_string()} class="videos" />
                <rect {x} y={(40.0 - videos - lost).to_string()} width="8"
                    height={lost.to_string()} class="lost" />
            </g>
        }
    };
    let width = days.len() * 10;
    let counted = days.iter().filter(|day| all(day) > 0);
    html! {
        <>
            <h3>{ say(text::statistics_by_day()) }</h3>
            <div class="chart" aria-hidden="true">
                <span class="chart-most">{ intl::number(most) }</span>
                <svg class="columns" viewBox={format!("0 0 {width} 41")}>
                    <path class="axis" d={format!("M0 40.5H{width}")} />
                    { for days.iter().enumerate().map(column) }
                </svg>
                <span class="chart-least">{ intl::number(0) }</span>
                <span class="chart-days"><span>{ intl::day(&oldest.date) }</span><span>{ intl::day(&newest.date) }</span></span>
            </div>
            <ul class="legend" aria-hidden="true">
                <li><span class="swatch videos" />{ say(text::statistics_videos()) }</li>
                <li><span class="swatch lost" />{ say(text::statistics_failures()) }</li>
            </ul>
            <div class="unseen">
                <table>
                    <caption>{ say(text::statistics_table()) }</caption>
                    <thead><tr><th>{ say(text::statistics_table_day()) }</th><th>{ say(text::statistics_table_videos()) }</th><th>{ say(text::statistics_table_failures()) }</th>
                        <th>{ say(text::statistics_table_credits()) }</th></tr></thead>
                    <tbody>
                        { for counted.map(|one| html! {
                            <tr><td>{ intl::day(&one.date) }</td><td>{ one.videos }</td>
                                <td>{ one.moderated + one.failed }</td>
                                <td>{ one.videos + one.moderated }</td></tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}
