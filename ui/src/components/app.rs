//! The whole sidebar: holds the state, listens to the engine, and lays out the parts.

use std::rc::Rc;

use yew::prelude::*;

use crate::backend;
use crate::browser;
use crate::commands::{Dispatcher, run};
use crate::components::banners::Banners;
use crate::components::data::Data;
use crate::components::diagnostics::Diagnostics;
use crate::components::elsewhere::Elsewhere;
use crate::components::help::Help;
use crate::components::history::History;
use crate::components::insight::Insight;
use crate::components::notices::Notices;
use crate::components::page_bar::PageBar;
use crate::components::panel::Panel;
use crate::components::prompts::Prompts;
use crate::components::queue::Queue;
use crate::components::settings::Settings;
use crate::hooks::use_shortcuts::use_shortcuts;
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
    use_shortcuts();
    let Some(panel) = state.panel.clone() else {
        return html! {
            <main class="sidebar"><p class="hint" role="status">{ "Starting…" }</p></main>
        };
    };
    html! {
        <ContextProvider<Dispatcher> context={dispatcher}>
        <main class="sidebar">
            <h1 class="unseen">{ "Retake" }</h1>
            <Notices notices={state.notices.clone()} downloads={panel.downloads.clone()}
                shown={panel.image.as_ref().map(|image| image.media_id.clone())} />
            <Banners is_close_asked={panel.close_asked} interrupted={panel.interrupted.clone()} />
            if let Some(problem) = &panel.storage_problem {
                <p class="notice" role="alert" data-testid="storage-problem">
                    { format!("Nothing can be stored: {problem}. What is shown below is what could \
                        be read; sessions can't be started.") }
                </p>
            }
            <PageBar address={panel.address.clone()} />
            <Panel panel={panel.clone()} received_at={state.received_at}
                drafts={state.drafts.clone()} />
            <Queue queue={Rc::new(panel.queue.clone())} now={panel.now}
                received_at={state.received_at} revision={state.history_revision} />
            <Elsewhere sessions={panel.elsewhere.clone()} />
            <History revision={state.history_revision} changed={state.last_changed.clone()}
                now={panel.now} forgetting={state.forgetting()} />
            <footer class="footer">
                <Insight revision={state.history_revision} />
                <Prompts revision={state.history_revision} now={panel.now} />
                <Settings replacements={state.replacements} />
                <Data revision={state.history_revision} now={panel.now} />
                <Help />
                <Diagnostics problems={Rc::new(panel.diagnostics.clone())}
                    generations={panel.generations.clone()}
                    recording={panel.recording.clone()} now={panel.now} />
            </footer>
        </main>
        </ContextProvider<Dispatcher>>
    }
}
