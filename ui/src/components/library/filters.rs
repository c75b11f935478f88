//! The filters: each field with its values and how many items have each (spec K3), and the filters that
//! are kept under a name.

use crate::words::intl;
use crate::words::say;
use retake_locale::{Text, text};
use retake_protocol::library::{Facet, LONGEST_FILTER_NAME, LibraryFilter, NamedFilter};
use retake_protocol::{LibraryField, LibraryKind};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What is offered.
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// What is chosen.
    pub filter: LibraryFilter,
    /// The values with their counts.
    pub facets: Vec<Facet>,
    /// The kept filters.
    pub kept: Vec<NamedFilter>,
    /// Another choice.
    pub onchange: Callback<LibraryFilter>,
    /// Keeps the filter under a name.
    pub onkeep: Callback<String>,
    /// Keeps the filter of a name no longer.
    pub ondrop: Callback<String>,
    /// Looks at the files of the saved videos (spec K6).
    pub oncheck: Callback<()>,
}

/// The panel.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let clear = {
        let filter = LibraryFilter { kind: props.filter.kind, ..LibraryFilter::default() };
        props.onchange.reform(move |_: MouseEvent| filter.clone())
    };
    html! {
        <aside class="library-filters" aria-label={say(text::filters())} data-testid="library-filters">
            <Kept filter={props.filter.clone()} kept={props.kept.clone()}
                onchange={props.onchange.clone()} onkeep={props.onkeep.clone()}
                ondrop={props.ondrop.clone()} />
            if !props.filter.is_everything() {
                <button class="button" data-testid="filters-clear" onclick={clear}>
                    { say(text::filters_clear()) }
                </button>
            }
            { for props.facets.iter().map(|facet| group(props, facet)) }
            <button class="button" data-testid="check-files"
                title={say(text::check_files_hint())}
                onclick={props.oncheck.reform(|_: MouseEvent| ())}>{ say(text::check_files()) }</button>
        </aside>
    }
}

fn group(props: &FiltersProps, facet: &Facet) -> Html {
    let field = facet.field;
    let mut values: Vec<(String, u32)> =
        facet.values.iter().map(|one| (one.value.clone(), one.count)).collect();
    // What is chosen stays there to be taken back, also where nothing has it any more.
    for chosen in props.filter.choices.get(&field).into_iter().flatten() {
        if !values.iter().any(|(value, _)| value == chosen) {
            values.push((chosen.clone(), 0));
        }
    }
    if values.is_empty() || (is_yes_or_no(field) && values.iter().all(|(value, _)| value == "no")) {
        return html! { <span key={field.as_str()} hidden=true /> };
    }
    if field == LibraryField::Rating {
        values.sort_by(|a, b| b.0.cmp(&a.0));
    }
    html! {
        <fieldset key={field.as_str()} class="facet" data-testid={format!("facet-{}", field.as_str())}>
            <legend>{ say(field_name(field)) }</legend>
            { for values.into_iter().map(|(value, count)| choice(props, field, &value, count)) }
        </fieldset>
    }
}

fn choice(props: &FiltersProps, field: LibraryField, value: &str, count: u32) -> Html {
    let is_chosen = props.filter.has(field, value);
    let onchange = {
        let (filter, value) = (props.filter.clone(), value.to_owned());
        props.onchange.reform(move |_: Event| toggled(&filter, field, &value))
    };
    html! {
        <label key={value} class="facet-value">
            <input type="checkbox" checked={is_chosen} {onchange} data-value={value.to_owned()} />
            <span class="grow ellipsis" title={value.to_owned()}>{ value_name(field, value) }</span>
            <span class="figures">{ intl::number(count) }</span>
        </label>
    }
}

fn toggled(filter: &LibraryFilter, field: LibraryField, value: &str) -> LibraryFilter {
    let mut filter = filter.clone();
    let values = filter.choices.entry(field).or_default();
    match values.iter().position(|known| known == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value.to_owned()),
    }
    filter.choices.retain(|_, values| !values.is_empty());
    filter
}

fn is_yes_or_no(field: LibraryField) -> bool {
    matches!(field, LibraryField::Saved | LibraryField::Resumable | LibraryField::Queued)
}

fn field_name(field: LibraryField) -> Text {
    match field {
        LibraryField::Rating => text::rating(),
        LibraryField::Pick => text::pick(),
        LibraryField::Tag => text::tags(),
        LibraryField::Outcome => text::history_outcome(),
        LibraryField::Length => text::fact_length(),
        LibraryField::Resolution => text::fact_resolution(),
        LibraryField::Saved => text::filter_saved(),
        LibraryField::Resumable => text::filter_resumable(),
        LibraryField::Queued => text::filter_queued(),
        LibraryField::Prompt => text::prompt(),
    }
}

fn value_name(field: LibraryField, value: &str) -> String {
    let name = match (field, value) {
        (LibraryField::Rating, "0") => text::not_rated(),
        (LibraryField::Rating, stars) => {
            return "★".repeat(stars.parse().unwrap_or_default());
        }
        (LibraryField::Pick, "none") => text::pick_neither(),
        (LibraryField::Pick, "picked") => text::picked(),
        (LibraryField::Pick, "rejected") => text::rejected(),
        (LibraryField::Outcome, "running") => text::status_running(),
        (LibraryField::Outcome, "completed") => text::history_outcome_completed(),
        (LibraryField::Outcome, "moderated") => text::attempt_moderated(),
        (LibraryField::Outcome, "failed") => text::attempt_failed(),
        (LibraryField::Outcome, "none") => text::filter_nothing(),
        (LibraryField::Length, seconds) => {
            return seconds.parse().map_or_else(|_| seconds.to_owned(), intl::seconds);
        }
        (_, "yes") if is_yes_or_no(field) => text::yes(),
        (_, "no") if is_yes_or_no(field) => text::no(),
        (_, other) => return other.to_owned(),
    };
    say(name)
}

#[derive(PartialEq, Properties)]
struct KeptProps {
    filter: LibraryFilter,
    kept: Vec<NamedFilter>,
    onchange: Callback<LibraryFilter>,
    onkeep: Callback<String>,
    ondrop: Callback<String>,
}

#[component]
fn Kept(props: &KeptProps) -> Html {
    let name = use_state(String::new);
    let shown = props.kept.iter().find(|kept| kept.filter == props.filter);
    let choose = {
        let (kept, onchange) = (props.kept.clone(), props.onchange.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(one) = kept.iter().find(|one| one.name == chosen) {
                onchange.emit(one.filter.clone());
            }
        })
    };
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| {
            name.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let (name, onkeep) = (name.clone(), props.onkeep.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            onkeep.emit((*name).clone());
            name.set(String::new());
        })
    };
    html! {
        <div class="field">
            if !props.kept.is_empty() {
                <label class="field-name" for="kept-filters">{ say(text::filters_kept()) }</label>
                <div class="library-line">
                    <select id="kept-filters" class="grow" data-testid="kept-filters" onchange={choose}>
                        <option value="" selected={shown.is_none()}>{ say(text::choose()) }</option>
                        { for props.kept.iter().map(|one| html! {
                            <option key={one.name.clone()} value={one.name.clone()}
                                selected={shown == Some(one)}>{ &one.name }</option>
                        }) }
                    </select>
                    if let Some(shown) = shown {
                        <button class="button button-plain" data-testid="filter-drop" onclick={{
                            let name = shown.name.clone();
                            props.ondrop.reform(move |_: MouseEvent| name.clone())
                        }}>{ say(text::remove()) }</button>
                    }
                </div>
            }
            if shown.is_none() && !props.filter.is_everything() {
                <form class="library-line" {onsubmit}>
                    <input class="grow" type="text" aria-label={say(text::filter_name())} placeholder={say(text::filter_name())}
                        data-testid="filter-name" maxlength={LONGEST_FILTER_NAME.to_string()}
                        value={(*name).clone()} {oninput} />
                    <button class="button" data-testid="filter-keep"
                        disabled={name.trim().is_empty()}>{ say(text::prompt_name_save()) }</button>
                </form>
            }
        </div>
    }
}

/// The filter for the other kind: what it does not have is left out.
pub fn of_kind(filter: &LibraryFilter, kind: LibraryKind) -> LibraryFilter {
    let mut filter = LibraryFilter { kind, ..filter.clone() };
    let is_of_one_kind = |field: &LibraryField| {
        matches!(field, LibraryField::Outcome | LibraryField::Length | LibraryField::Resolution)
    };
    filter.choices.retain(|field, _| !is_of_one_kind(field));
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k3_a_value_is_chosen_and_taken_back() {
        let none = LibraryFilter::default();
        let one = toggled(&none, LibraryField::Rating, "5");
        let two = toggled(&one, LibraryField::Rating, "4");
        assert!(two.has(LibraryField::Rating, "5") && two.has(LibraryField::Rating, "4"));
        let back = toggled(&toggled(&two, LibraryField::Rating, "4"), LibraryField::Rating, "5");
        assert_eq!(back, none);
    }

    #[test]
    fn k3_what_only_videos_have_is_left_out_for_images() {
        let videos = toggled(&LibraryFilter::default(), LibraryField::Length, "6");
        let videos = toggled(&videos, LibraryField::Rating, "5");
        let images = of_kind(&videos, LibraryKind::Images);
        assert!(!images.has(LibraryField::Length, "6") && images.has(LibraryField::Rating, "5"));
    }
}
