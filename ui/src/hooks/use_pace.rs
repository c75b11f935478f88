//! What the newest sessions took: estimates of sessions to come go by it (spec M8).

use retake_protocol::statistics::Pace;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::Dispatcher;
use crate::state::{Action, State};

/// Asks for it at first, and again when a session has ended or the history became another one. `None`: it
/// is not known yet.
#[hook]
pub fn use_pace(state: &State, dispatcher: &Dispatcher) -> Option<Pace> {
    let pace = use_state(|| None::<Pace>);
    {
        let (pace, dispatcher) = (pace.clone(), dispatcher.clone());
        use_effect_with((state.attention, state.replacements), move |_| {
            spawn_local(async move {
                match backend::pace().await {
                    Ok(found) => pace.set(Some(found)),
                    Err(error) => dispatcher.dispatch(Action::refused(error.message)),
                }
            });
        });
    }
    *pace
}
