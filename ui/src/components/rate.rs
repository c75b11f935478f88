//! How often attempts become a video and how sure that is, and where the others fail: of one image,
//! of one prompt, of all.

use retake_locale::text;
use retake_protocol::view::Totals;
use yew::prelude::*;

use crate::chance::interval;
use crate::words::intl;
use crate::words::say;

/// `8 of 20 attempts` as a rate with its interval at 95 %; `None`: no attempt has ended.
pub fn rate_of(videos: u32, attempts: u32) -> Option<(String, String)> {
    let (low, high) = interval(videos, attempts)?;
    let rate = f64::from(videos) / f64::from(attempts);
    let between = text::rate_likely(intl::percent(low), intl::percent(high));
    Some((intl::percent(rate), say(between)))
}

/// The rate in a sentence; empty where no attempt has ended.
pub fn rate(totals: &Totals, test_id: &'static str) -> Html {
    let ended = totals.completed + totals.moderated + totals.failed;
    let Some((rate, between)) = rate_of(totals.completed, ended) else { return Html::default() };
    html! {
        <p>
            <strong data-testid={test_id}>{ rate }</strong>{ " " }{ say(text::rate_of_attempts()) }{ " " }
            <span class="figures">{ format!("({between})") }</span>
        </p>
    }
}

/// So many failures of each layer, in words.
fn named(layers: [u32; 3]) -> [(u32, String); 3] {
    let [early, half_way, late] = layers;
    [
        (early, say(text::layer_early(early))),
        (half_way, say(text::layer_half_way(half_way))),
        (late, say(text::layer_late(late))),
    ]
}

/// Failures by layer (spec C5), as one bar in three parts with its numbers below.
pub fn layers(layers: [u32; 3]) -> Html {
    if layers == [0; 3] {
        return Html::default();
    }
    html! {
        <>
            { layers_bar(layers) }
            <ul class="legend">
                { for named(layers).into_iter().enumerate().map(|(number, (_, words))| html! {
                    <li><span class={format!("swatch layer-{}", number + 1)} />
                        { words }</li>
                }) }
            </ul>
        </>
    }
}

/// The bar alone; what it says must stand beside it in words.
pub fn layers_bar(layers: [u32; 3]) -> Html {
    let all: u32 = layers.iter().sum::<u32>().max(1);
    let mut from = 0.0;
    let parts = named(layers).into_iter().enumerate().map(|(number, (failures, words))| {
        let width = f64::from(failures) * 100.0 / f64::from(all);
        let x = from;
        from += width;
        html! {
            <rect x={x.to_string()} y="0" width={width.to_string()} height="8"
                class={format!("layer-{}", number + 1)}>
                <title>{ words }</title>
            </rect>
        }
    });
    html! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            { for parts }
        </svg>
    }
}
