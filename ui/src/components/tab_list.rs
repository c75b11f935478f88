//! A list of tabs: one stop of the Tab key, arrows within it, each tab tied to its panel.

use retake_locale::text;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::components::icon::Icon;
use crate::hooks::use_shortcuts::Shortcut;
use crate::words::{key_in_reading_order, say};

/// One tab.
#[derive(Clone, PartialEq)]
pub struct TabItem {
    /// The name that tests rely on, and the element's id.
    pub id: AttrValue,
    /// The id of its panel.
    pub panel: AttrValue,
    /// What it says.
    pub label: AttrValue,
    /// What it shows above that.
    pub icon: Icon,
    /// How many things wait there; 0 shows nothing.
    pub waiting: usize,
    /// Its shortcut.
    pub keys: Option<&'static str>,
}

/// The list.
#[derive(PartialEq, Properties)]
pub struct TabListProps {
    /// What it is a list of.
    pub label: AttrValue,
    /// How it is shown.
    pub class: Classes,
    /// The tabs.
    pub tabs: Vec<TabItem>,
    /// The place of the chosen one; `None`: none is.
    pub chosen: Option<usize>,
    /// Called with the place of the tab that the user chose.
    pub choose: Callback<usize>,
}

/// The list.
#[component]
pub fn TabList(props: &TabListProps) -> Html {
    let place = use_node_ref();
    let onkeydown = {
        let (place, choose) = (place.clone(), props.choose.clone());
        let (chosen, count) = (props.chosen.unwrap_or(0), props.tabs.len());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = step(key_in_reading_order(&event.key()), chosen, count) else {
                return;
            };
            event.prevent_default();
            choose.emit(next);
            focus_tab(&place, next);
        })
    };
    let tab = |(place, tab): (usize, &TabItem)| {
        let is_chosen = props.chosen == Some(place);
        let is_stop = is_chosen || (props.chosen.is_none() && place == 0);
        let onclick = props.choose.reform(move |_| place);
        html! {
            <button type="button" role="tab" id={tab.id.clone()} data-testid={tab.id.clone()}
                aria-controls={tab.panel.clone()} aria-selected={is_chosen.to_string()}
                aria-keyshortcuts={tab.keys} title={tab.keys.map(|keys| format!("{} ({})", tab.label, Shortcut::shown(keys)))}
                tabindex={if is_stop { "0" } else { "-1" }} {onclick}>
                { tab.icon.html() }
                <span class="tab-label">{ &tab.label }</span>
                if tab.waiting > 0 {
                    <span class="badge">{ say(text::plain(tab.waiting)) }</span>
                }
            </button>
        }
    };
    html! {
        <div ref={place} class={props.class.clone()} role="tablist" aria-label={props.label.clone()}
            {onkeydown}>
            { for props.tabs.iter().enumerate().map(tab) }
        </div>
    }
}

/// The tab that a key leads to.
fn step(key: &str, chosen: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(if chosen >= last { 0 } else { chosen + 1 }),
        "ArrowLeft" | "ArrowUp" => Some(if chosen == 0 { last } else { chosen - 1 }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn focus_tab(list: &NodeRef, place: usize) {
    let tabs = list.cast::<Element>().and_then(|list| list.query_selector_all("[role=tab]").ok());
    let tab = tabs.and_then(|tabs| tabs.get(u32::try_from(place).ok()?));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        let _focused = tab.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_home_and_end_to_the_ends() {
        for (key, from, to) in [
            ("ArrowRight", 0, Some(1)),
            ("ArrowRight", 4, Some(0)),
            ("ArrowLeft", 0, Some(4)),
            ("ArrowUp", 3, Some(2)),
            ("Home", 3, Some(0)),
            ("End", 1, Some(4)),
            ("Enter", 1, None),
        ] {
            assert_eq!(step(key, from, 5), to, "{key} from {from}");
        }
        assert_eq!(step("End", 0, 0), None);
    }
}
