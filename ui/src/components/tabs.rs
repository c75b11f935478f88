//! The tabs below the head. Each stays in the document, so that it keeps its scroll and what was typed.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::statistics::Pace;
use yew::prelude::*;

use crate::commands::use_dispatcher;
use crate::components::history::History;
use crate::components::icon::Icon;
use crate::components::make::Make;
use crate::components::prompts::Prompts;
use crate::components::queue::Queue;
use crate::components::statistics::Statistics;
use crate::components::tab_list::{TabItem, TabList};
use crate::drafts::Draft;
use crate::hooks::use_shortcuts::{SETTINGS, TABS, titled};
use crate::palette_entries::tab_name;
use crate::place::{Step, Tab};
use crate::state::{Action, State};
use crate::words::say;

/// What the tabs show.
#[derive(PartialEq, Properties)]
pub struct TabsProps {
    /// The sidebar's state.
    pub state: Rc<State>,
    /// What the user has typed for the image on the page and not sent.
    pub draft: Draft,
    /// How many problems nobody has looked at.
    pub unseen: usize,
    /// What the newest sessions took, once that is known.
    pub pace: Option<Pace>,
}

/// Tabs and their panels.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let dispatcher = use_dispatcher();
    let state = &props.state;
    let Some(panel) = &state.panel else { return html! { <></> } };
    let choose = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |place: usize| {
            if let Some(tab) = Tab::ALL.get(place) {
                dispatcher.dispatch(Action::Go(Step::Tab(*tab)));
            }
        })
    };
    let open_settings =
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Go(Step::Settings)));
    let item = |(tab, keys): (Tab, &'static str)| TabItem {
        id: format!("tab-{}", tab.name()).into(),
        panel: format!("panel-{}", tab.name()).into(),
        label: say(tab_name(tab)).into(),
        icon: icon(tab),
        waiting: if tab == Tab::Queue { panel.queue.entries.len() } else { 0 },
        keys: Some(keys),
    };
    let tabs: Vec<TabItem> = Tab::ALL.into_iter().zip(TABS).map(item).collect();
    let chosen = Tab::ALL.iter().position(|tab| *tab == state.place.tab);
    html! {
        <div class="tabs" id="tabs-view" hidden={state.place.is_in_settings}>
            <div class="tabs-top">
                <TabList label={say(text::tabs_label())} class="tab-strip grow" {tabs}
                    {chosen} {choose} />
                <button class="button button-plain tab-tool" data-testid="open-settings"
                    aria-controls="settings-view" aria-label={say(text::settings())} title={titled(text::settings(), SETTINGS)} aria-keyshortcuts={SETTINGS}
                    onclick={open_settings}>
                    { Icon::Gear.html() }
                    if props.unseen > 0 {
                        <span class="badge">{ say(text::plain(props.unseen)) }</span>
                    }
                </button>
            </div>
            { for Tab::ALL.map(|tab| view(props, tab)) }
        </div>
    }
}

fn view(props: &TabsProps, tab: Tab) -> Html {
    let is_shown = props.state.place.tab == tab;
    html! {
        <div class="view" role="tabpanel" tabindex="0" id={format!("panel-{}", tab.name())}
            aria-labelledby={format!("tab-{}", tab.name())} hidden={!is_shown}>
            <h2 class="unseen">{ say(tab_name(tab)) }</h2>
            { inside(props, tab) }
        </div>
    }
}

fn inside(props: &TabsProps, tab: Tab) -> Html {
    let TabsProps { state, draft, pace, .. } = props;
    let Some(panel) = state.panel.clone() else { return html! { <></> } };
    let (revision, now) = (state.history_revision, panel.now);
    let is_shown = state.place.shown_tab() == Some(tab);
    match tab {
        Tab::Make => html! {
            <Make {panel} shell={state.shell.clone()} draft={draft.clone()} {revision} />
        },
        Tab::Queue => html! {
            <Queue queue={Rc::new(panel.queue.clone())} {now} received_at={state.received_at}
                {revision} quota={panel.quota} pace={*pace} />
        },
        Tab::History => html! {
            <History {is_shown} {revision} changed={state.last_changed.clone()} {now}
                forgetting={state.forgetting()} />
        },
        Tab::Prompts => html! { <Prompts {is_shown} {revision} {now} /> },
        Tab::Statistics => html! { <Statistics {is_shown} {revision} /> },
    }
}

fn icon(tab: Tab) -> Icon {
    match tab {
        Tab::Make => Icon::Film,
        Tab::Queue => Icon::List,
        Tab::History => Icon::Clock,
        Tab::Prompts => Icon::Quote,
        Tab::Statistics => Icon::Chart,
    }
}
