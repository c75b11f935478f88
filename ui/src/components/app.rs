//! The whole sidebar: holds the state, listens to the engine, and lays out the parts.

use std::rc::Rc;

use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::commands::{Dispatcher, run};
use crate::components::banners::Banners;
use crate::components::grip::Grip;
use crate::components::head::Head;
use crate::components::machine::CodecBanner;
use crate::components::notices::{Notices, ShownIn};
use crate::components::page_bar::PageBar;
use crate::components::settings::Settings;
use crate::components::storage_problem::StorageProblem;
use crate::components::tabs::Tabs;
use crate::hooks::use_context_menu::use_context_menu;
use crate::hooks::use_focus_return::use_focus_return;
use crate::hooks::use_language::use_language;
use crate::hooks::use_look::use_look;
use crate::hooks::use_pace::use_pace;
use crate::hooks::use_queued::Queued;
use crate::hooks::use_shortcuts::use_shortcuts;
use crate::hooks::use_sound::use_sound;
use crate::hooks::use_unseen::use_unseen;
use crate::place::Section;
use crate::state::{Action, State};

/// The root component.
#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let dispatcher = state.dispatcher();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| {
            let receiver = dispatcher.clone();
            let receive =
                move |update| receiver.dispatch(Action::Received(update, browser::clock()));
            run(&dispatcher, backend::subscribe(receive));
        });
    }
    let language = use_language(state.settings_revision);
    use_shortcuts();
    use_context_menu();
    let look = use_look(state.settings_revision, &dispatcher);
    use_sound(state.attention, look.has_sound);
    let pace = use_pace(&state, &dispatcher);
    let place = state.place;
    use_focus_return(place.is_in_settings);
    let (problems, now) = match &state.panel {
        Some(panel) => (panel.diagnostics.as_slice(), panel.now),
        None => (&[][..], 0),
    };
    let unseen = use_unseen(problems, place.shown_section() == Some(Section::Health), now);
    let (Some(panel), Some(language)) = (state.panel.clone(), language) else {
        return html! {
            <main class="sidebar"><p class="hint" role="status">{ "…" }</p></main>
        };
    };
    let shown = panel.image.as_ref().map(|image| image.media_id.clone());
    let draft = shown.as_ref().map(|media_id| state.drafts.of(media_id)).unwrap_or_default();
    let revision = state.history_revision;
    let shell = state.shell.clone();
    html! {
        // In another language everything is drawn again.
        <ContextProvider<Dispatcher> key={language.tag()} context={dispatcher}>
        <ContextProvider<Queued> context={Queued::of(&panel.queue)}>
            <main class={classes!("sidebar", place.is_in_settings.then_some("in-settings"))}>
                <h1 class="unseen">{ "Retake" }</h1>
                <Grip />
                <PageBar address={shell.address.clone()} />
                <Head panel={panel.clone()} shell={shell.clone()} received_at={state.received_at}
                    draft={draft.clone()} {revision} {pace} />
                <div class="stack">
                    <Notices shown_in={ShownIn::Sidebar} notices={state.notices.clone()} downloads={shell.downloads.clone()}
                        {shown} />
                    <Banners is_close_asked={shell.close_asked}
                        interrupted={panel.interrupted.clone()} />
                    <CodecBanner />
                    if let Some(problem) = &shell.storage_problem {
                        <StorageProblem problem={problem.clone()} />
                    }
                </div>
                <Tabs state={Rc::new((*state).clone())} {draft} {unseen} {pace} />
                <div class="settings-view" id="settings-view" hidden={!place.is_in_settings}>
                    <Settings shown={place.shown_section()} {panel} {shell} {revision}
                        replacements={state.replacements} {unseen} />
                </div>
            </main>
        </ContextProvider<Queued>>
        </ContextProvider<Dispatcher>>
    }
}
