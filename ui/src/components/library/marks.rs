//! What the user thinks of one item: stars, picked or rejected, tags, a note (spec K3).

use retake_locale::{Text, text};
use retake_protocol::Pick;
use retake_protocol::library::{LONGEST_NOTE, LONGEST_TAG, Mark, MarkChange};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::words::say;

/// The item's mark.
#[derive(PartialEq, Properties)]
pub struct MarksProps {
    /// What is thought of it.
    pub mark: Mark,
    /// The tags that other items have.
    pub known_tags: Vec<String>,
    /// A change of it.
    pub onchange: Callback<MarkChange>,
}

/// All of it.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let note = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: Event| {
            let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            onchange.emit(MarkChange::Note { note });
        })
    };
    html! {
        <div class="marks">
            <Stars rating={props.mark.rating} onchange={props.onchange.clone()} />
            <Picks pick={props.mark.pick} onchange={props.onchange.clone()} />
            <Tags tags={props.mark.tags.clone()} known={props.known_tags.clone()}
                onchange={props.onchange.clone()} />
            <label class="field">
                <span class="field-name">{ say(text::note()) }</span>
                <textarea rows="3" data-testid="note" maxlength={LONGEST_NOTE.to_string()}
                    value={props.mark.note.clone()} onchange={note} />
            </label>
        </div>
    }
}

/// The stars.
#[derive(PartialEq, Properties)]
pub struct StarsProps {
    /// How many are set, 0–5.
    pub rating: u8,
    /// Another number.
    pub onchange: Callback<MarkChange>,
}

/// Five stars; the one that is set already takes the rating away.
#[component]
pub fn Stars(props: &StarsProps) -> Html {
    let rating = props.rating;
    html! {
        <div class="stars" role="group" aria-label={say(text::rating())} data-testid="stars" data-rating={rating.to_string()}>
            { for (1..=5_u8).map(|stars| {
                let wanted = if stars == rating { 0 } else { stars };
                let onclick = props.onchange.reform(move |_: MouseEvent| MarkChange::Rating { rating: wanted });
                html! {
                    <button class={classes!("rating-star", (stars <= rating).then_some("rating-star-set"))}
                        aria-label={say(text::stars_of_five(stars))} title={say(text::key_hint(stars.to_string()))}
                        aria-pressed={(stars == rating).to_string()} {onclick}>{ Icon::Star.html() }</button>
                }
            }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct PicksProps {
    pick: Pick,
    onchange: Callback<MarkChange>,
}

#[component]
fn Picks(props: &PicksProps) -> Html {
    let button = |pick: Pick, label: Text, key: &'static str| {
        let is_set = props.pick == pick;
        let wanted = if is_set { Pick::None } else { pick };
        let onclick = props.onchange.reform(move |_: MouseEvent| MarkChange::Pick { pick: wanted });
        html! {
            <button class={classes!("button", is_set.then_some("button-set"))} title={say(text::key_hint(key))}
                aria-pressed={is_set.to_string()} data-testid={format!("mark-{}", pick.as_str())} {onclick}>
                { say(label) }
            </button>
        }
    };
    html! {
        <div class="library-line" role="group" aria-label={say(text::pick())}>
            { button(Pick::Picked, text::pick_it(), "P") }
            { button(Pick::Rejected, text::reject_it(), "X") }
        </div>
    }
}

/// The tags.
#[derive(PartialEq, Properties)]
pub struct TagsProps {
    /// Those that are set.
    pub tags: Vec<String>,
    /// Those that other items have.
    pub known: Vec<String>,
    /// One more, or one less.
    pub onchange: Callback<MarkChange>,
}

/// The tags, and a box for one more.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let onkeydown = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if event.key() == "Enter" && !input.value().trim().is_empty() {
                event.prevent_default();
                onchange.emit(MarkChange::Tag { tag: input.value() });
                input.set_value("");
            }
        })
    };
    html! {
        <div class="field">
            <label class="field-name" for="new-tag">{ say(text::tags()) }</label>
            <div class="tags" data-testid="tags">
                { for props.tags.iter().map(|tag| {
                    let gone = tag.clone();
                    let onclick = props.onchange.reform(move |_: MouseEvent| MarkChange::Untag { tag: gone.clone() });
                    html! {
                        <button key={tag.clone()} class="chip" {onclick} title={say(text::tag_remove(tag.as_str()))}
                            aria-label={say(text::tag_remove(tag.as_str()))}>{ tag }{ " ✕" }</button>
                    }
                }) }
            </div>
            <input id="new-tag" type="text" data-testid="new-tag" placeholder={say(text::tag_add())}
                maxlength={LONGEST_TAG.to_string()} list="known-tags" {onkeydown} />
            <datalist id="known-tags">
                { for props.known.iter().map(|tag| html! { <option key={tag.clone()} value={tag.clone()} /> }) }
            </datalist>
        </div>
    }
}
