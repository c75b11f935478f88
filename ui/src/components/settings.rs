//! The settings, as a view over the tabs: sections, a search over all of them, and the way back
//! (spec L1). What the backend keeps, and the theme, which is the sidebar's own.

use std::rc::Rc;

use retake_locale::text;
use retake_protocol::settings::SettingView;
use retake_protocol::shell::ShellView;
use retake_protocol::view::PanelView;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::backend;
use crate::commands::{Dispatcher, run_and_tell, use_dispatcher};
use crate::components::about::AboutRetake;
use crate::components::confirm::Confirm;
use crate::components::data::Data;
use crate::components::diagnostics::Diagnostics;
use crate::components::help::Help;
use crate::components::icon::Icon;
use crate::components::setting::Setting;
use crate::components::tab_list::{TabItem, TabList};
use crate::components::theme_choice::ThemeChoice;
use crate::hooks::use_shortcuts::{CLOSE, HELP, titled};
use crate::hooks::use_theme::keep_theme;
use crate::hooks::use_turns::use_turns;
use crate::place::{Section, Step};
use crate::setting_words::{section_label, section_matches, setting_matches, words};
use crate::state::Action;
use crate::words::say;

/// What the sections show.
#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    /// The section that is shown; `None`: the settings are not.
    pub shown: Option<Section>,
    /// What the session machine knows.
    pub panel: Rc<PanelView>,
    /// What the app around it knows.
    pub shell: Rc<ShellView>,
    /// Counts changes of what is stored.
    pub revision: u32,
    /// Counts how often the whole history, and settings with it, became another one.
    pub replacements: u32,
    /// How many problems nobody has looked at.
    pub unseen: usize,
}

/// The view.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let dispatcher = use_dispatcher();
    let settings = use_settings(&dispatcher, props.replacements);
    let search = use_state(String::new);
    let choose = {
        let (dispatcher, search) = (dispatcher.clone(), search.clone());
        Callback::from(move |place: usize| {
            search.set(String::new());
            if let Some(section) = Section::ALL.get(place) {
                dispatcher.dispatch(Action::Go(Step::Section(*section)));
            }
        })
    };
    let tabs = Section::ALL.map(|section| TabItem {
        id: format!("section-{}", section.name()).into(),
        panel: panel_id(section).into(),
        label: say(section_label(section)).into(),
        icon: icon(section),
        waiting: if section == Section::Health { props.unseen } else { 0 },
        keys: (section == Section::Shortcuts).then_some(HELP),
    });
    let searched = search.trim();
    let chosen = (props.shown)
        .filter(|_| searched.is_empty())
        .and_then(|shown| Section::ALL.iter().position(|section| *section == shown));
    let panels = Section::ALL.map(|section| {
        let found = settings.iter().filter(|setting| {
            words(&setting.name).section == section
                && (searched.is_empty()
                    || section_matches(section, searched)
                    || setting_matches(&setting.name, searched))
        });
        let found: Vec<SettingView> = found.cloned().collect();
        let is_shown = props.shown.is_some()
            && if searched.is_empty() {
                props.shown == Some(section)
            } else {
                !found.is_empty() || section_matches(section, searched)
            };
        html! {
            <div role="tabpanel" id={panel_id(section)} class="section" hidden={!is_shown}
                aria-labelledby={format!("section-{}", section.name())}>
                <h3>{ say(section_label(section)) }</h3>
                { for found.iter().map(|setting| html! {
                    <Setting key={setting.name.clone()} setting={setting.clone()}
                        took={settings.took()} />
                }) }
                { beside(&dispatcher, props, section, is_shown) }
            </div>
        }
    });
    html! {
        <div class="settings" data-testid="settings">
            { top(&dispatcher, &search) }
            <TabList label={say(text::settings_sections())} class="section-tabs" tabs={tabs.to_vec()} {chosen} {choose} />
            <div class="view" tabindex="0">{ for panels }</div>
        </div>
    }
}

/// All settings, and how to take over new ones.
#[derive(Clone)]
struct All(UseStateHandle<Rc<Vec<SettingView>>>);

impl All {
    fn iter(&self) -> impl Iterator<Item = &SettingView> {
        self.0.iter()
    }

    fn took(&self) -> Callback<Vec<SettingView>> {
        let settings = self.0.clone();
        Callback::from(move |all| settings.set(Rc::new(all)))
    }
}

#[hook]
fn use_settings(dispatcher: &Dispatcher, replacements: u32) -> All {
    let settings = use_state(|| Rc::new(Vec::<SettingView>::new()));
    let turns = use_turns();
    {
        let (settings, dispatcher) = (settings.clone(), dispatcher.clone());
        use_effect_with(replacements, move |_| {
            turns.ask(&dispatcher, backend::settings(), move |all| settings.set(Rc::new(all)));
        });
    }
    All(settings)
}

fn panel_id(section: Section) -> String {
    format!("section-{}-panel", section.name())
}

fn top(dispatcher: &Dispatcher, search: &UseStateHandle<String>) -> Html {
    let back = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Go(Step::Back)))
    };
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    html! {
        <div class="settings-top">
            <button class="button button-plain" data-testid="close-settings" aria-controls="tabs-view"
                onclick={back} aria-keyshortcuts={CLOSE} title={titled(text::back(), CLOSE)}>{ Icon::Back.html() }{ say(text::back()) }</button>
            <h2>{ say(text::settings()) }</h2>
            <label class="search grow">
                { Icon::Search.html() }
                <input type="search" data-testid="settings-search" value={(**search).clone()} {oninput}
                    placeholder={say(text::search())} aria-label={say(text::settings_search())} />
            </label>
        </div>
    }
}

/// What a section holds beside settings.
fn beside(
    dispatcher: &Dispatcher,
    props: &SettingsProps,
    section: Section,
    is_shown: bool,
) -> Html {
    let panel = &props.panel;
    match section {
        Section::Look => html! { <ThemeChoice /> },
        Section::Page => sign_out(dispatcher),
        Section::Data => html! { <Data {is_shown} revision={props.revision} now={panel.now} /> },
        Section::Health => html! {
            <Diagnostics {is_shown} problems={Rc::new(panel.diagnostics.clone())}
                generations={panel.generations.clone()} recording={props.shell.recording.clone()}
                now={panel.now} />
        },
        Section::Shortcuts => html! { <Help /> },
        Section::About => html! { <AboutRetake /> },
        Section::NewImages
        | Section::Timing
        | Section::Saving
        | Section::Notifications
        | Section::Advanced => html! { <></> },
    }
}

fn icon(section: Section) -> Icon {
    match section {
        Section::Look => Icon::Image,
        Section::NewImages => Icon::Plus,
        Section::Timing => Icon::Clock,
        Section::Saving => Icon::Save,
        Section::Notifications => Icon::Alert,
        Section::Page => Icon::External,
        Section::Advanced | Section::About => Icon::Gear,
        Section::Data => Icon::List,
        Section::Health => Icon::Check,
        Section::Shortcuts => Icon::Quote,
    }
}

/// Both webviews keep their data in one place, so the sidebar's theme is kept again afterwards.
fn sign_out(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let action = Callback::from(move |()| {
        run_and_tell(&dispatcher, async {
            let done = backend::clear_page_data().await;
            keep_theme();
            done
        });
    });
    html! {
        <div class="setting">
            <Confirm label={say(text::sign_out_label())} test_id="sign-out"
                question={say(text::sign_out_question())}
                confirm={say(text::sign_out_yes())} {action} />
        </div>
    }
}
