//! The whole sidebar: holds the state, listens to the engine, and lays out the parts.

use std::rc::Rc;

use retake_protocol::command::CommandError;
use retake_protocol::maintenance::Done;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
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
use crate::state::{About, Action, State};

/// Runs a command and shows its refusal.
pub fn run(
    state: &UseReducerDispatcher<State>,
    command: impl Future<Output = Result<(), CommandError>> + 'static,
) {
    let state = state.clone();
    spawn_local(async move {
        match command.await {
            Ok(()) => state.dispatch(Action::RefusalsSeen),
            Err(error) => state.dispatch(Action::refused(error.message)),
        }
    });
}

/// Runs a command that says what it did, and shows that.
pub fn run_and_tell(
    state: &UseReducerDispatcher<State>,
    command: impl Future<Output = Result<Done, CommandError>> + 'static,
) {
    let state = state.clone();
    spawn_local(async move {
        match command.await {
            Ok(done) => state.dispatch(Action::Notify(About::Done(done.lines))),
            Err(error) => state.dispatch(Action::refused(error.message)),
        }
    });
}

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
                move |update| receiver.dispatch(Action::Received(update, backend::clock()));
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
        <main class="sidebar">
            <h1 class="unseen">{ "Retake" }</h1>
            <Notices notices={state.notices.clone()} downloads={panel.downloads.clone()}
                shown={panel.image.as_ref().map(|image| image.media_id.clone())}
                dispatcher={dispatcher.clone()} />
            <Banners is_close_asked={panel.close_asked} interrupted={panel.interrupted.clone()}
                dispatcher={dispatcher.clone()} />
            if let Some(problem) = &panel.storage_problem {
                <p class="notice" role="alert" data-testid="storage-problem">
                    { format!("Nothing can be stored: {problem}. What is shown below is what could \
                        be read; sessions can't be started.") }
                </p>
            }
            <PageBar address={panel.address.clone()} dispatcher={dispatcher.clone()} />
            <Panel panel={panel.clone()} received_at={state.received_at}
                drafts={state.drafts.clone()}
                dispatcher={dispatcher.clone()} />
            <Queue queue={Rc::new(panel.queue.clone())} now={panel.now}
                received_at={state.received_at} revision={state.history_revision}
                dispatcher={dispatcher.clone()} />
            <Elsewhere sessions={panel.elsewhere.clone()} dispatcher={dispatcher.clone()} />
            <History revision={state.history_revision} changed={state.last_changed.clone()}
                now={panel.now} forgetting={state.forgetting()} dispatcher={dispatcher.clone()} />
            <footer class="footer">
                <Insight revision={state.history_revision}
                    dispatcher={dispatcher.clone()} />
                <Prompts revision={state.history_revision} now={panel.now}
                    dispatcher={dispatcher.clone()} />
                <Settings replacements={state.replacements} dispatcher={dispatcher.clone()} />
                <Data revision={state.history_revision} now={panel.now}
                    dispatcher={dispatcher.clone()} />
                <Help />
                <Diagnostics problems={Rc::new(panel.diagnostics.clone())}
                    generations={panel.generations.clone()}
                    recording={panel.recording.clone()} now={panel.now}
                    {dispatcher} />
            </footer>
        </main>
    }
}
