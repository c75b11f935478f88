//! What the user's presses do: a command of the backend, and then its refusal or its report. The
//! components find the way there by context, so that none has to hand it on.

use retake_locale::Text;
use retake_protocol::command::CommandError;
use retake_protocol::maintenance::Done;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::state::{About, Action, State, Undo};

/// Where refusals, reports and what the user typed go.
pub type Dispatcher = UseReducerDispatcher<State>;

/// The dispatcher of the sidebar's state.
///
/// # Panics
/// Outside of the `ContextProvider` that the root component holds around everything.
#[hook]
pub fn use_dispatcher() -> Dispatcher {
    use_context().expect("every component stands inside the state's provider")
}

/// Runs a command and shows its refusal.
pub fn run(state: &Dispatcher, command: impl Future<Output = Result<(), CommandError>> + 'static) {
    let state = state.clone();
    spawn_local(async move {
        match command.await {
            Ok(()) => state.dispatch(Action::RefusalsSeen),
            Err(error) => state.dispatch(error.into()),
        }
    });
}

/// Runs a command that removes something, and offers to bring it back.
pub fn remove(
    state: &Dispatcher,
    command: impl Future<Output = Result<(), CommandError>> + 'static,
    (words, undo): (Text, Undo),
) {
    let state = state.clone();
    spawn_local(async move {
        match command.await {
            Ok(()) => state.dispatch(Action::Notify(About::Removed(words, undo))),
            Err(error) => state.dispatch(error.into()),
        }
    });
}

/// Runs a command that says what it did, and shows that.
pub fn run_and_tell(
    state: &Dispatcher,
    command: impl Future<Output = Result<Done, CommandError>> + 'static,
) {
    let state = state.clone();
    spawn_local(async move {
        match command.await {
            Ok(done) => state.dispatch(Action::Notify(About::Done(done.lines))),
            Err(error) => state.dispatch(error.into()),
        }
    });
}
