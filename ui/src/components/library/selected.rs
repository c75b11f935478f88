//! What can be done with the selected items (spec K5).

use crate::words::say;
use retake_locale::{Text, text};
use retake_protocol::library::MarkChange;
use retake_protocol::{LibraryKind, Pick};
use yew::prelude::*;

use super::marks::{Stars, Tags};

/// What is selected.
#[derive(PartialEq, Properties)]
pub struct SelectedProps {
    /// How many.
    pub count: usize,
    /// Images or videos.
    pub kind: LibraryKind,
    /// The tags that other items have.
    pub known_tags: Vec<String>,
    /// A change of all of them.
    pub onmark: Callback<MarkChange>,
    /// Something else with all of them.
    pub onwork: Callback<Work>,
}

/// Something to do with all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Save the videos.
    Save,
    /// Put the images into the queue.
    Queue,
    /// Export the images' histories.
    Export,
    /// Side by side.
    Compare,
    /// Delete the images' histories.
    Delete,
    /// Select none any more.
    Clear,
}

/// The bar.
#[component]
pub fn Selected(props: &SelectedProps) -> Html {
    let work = |work: Work, label: Text, test_id: &'static str, class: &'static str| {
        let onclick = props.onwork.reform(move |_: MouseEvent| work);
        html! { <button class={classes!("button", class)} data-testid={test_id} {onclick}>{ say(label) }</button> }
    };
    let is_videos = props.kind == LibraryKind::Videos;
    let pick = |pick: Pick, label: Text| {
        let onclick = props.onmark.reform(move |_: MouseEvent| MarkChange::Pick { pick });
        html! { <button class="button" {onclick}>{ say(label) }</button> }
    };
    html! {
        <section class="library-selected" aria-label={say(text::selected())} data-testid="library-selected">
            <strong aria-live="polite" data-testid="selected-count">
                { say(text::selected_count(props.count)) }
            </strong>
            <Stars rating={0} onchange={props.onmark.clone()} />
            { pick(Pick::Picked, text::pick_it()) }
            { pick(Pick::Rejected, text::reject_it()) }
            <Tags tags={Vec::<String>::new()} known={props.known_tags.clone()}
                onchange={props.onmark.clone()} />
            if is_videos {
                { work(Work::Save, text::video_save(), "selected-save", "") }
            }
            if is_videos && (2..=4).contains(&props.count) {
                { work(Work::Compare, text::compare(), "selected-compare", "") }
            }
            { work(Work::Queue, text::enqueue(), "selected-queue", "") }
            { work(Work::Export, text::export(), "selected-export", "") }
            if !is_videos {
                { work(Work::Delete, text::delete(), "selected-delete", "button-danger") }
            }
            { work(Work::Clear, text::done(), "selected-clear", "button-plain") }
        </section>
    }
}
