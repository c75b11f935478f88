//! What the newest sessions took: estimates of sessions to come go by it (spec M8).

use retake_protocol::statistics::Pace;
use yew::prelude::*;

use crate::backend;
use crate::commands::Dispatcher;
use crate::hooks::use_turns::use_turns;
use crate::state::State;

/// Asks for it at first, and again when a session has ended or the history became another one. `None`: it
/// is not known yet.
#[hook]
pub fn use_pace(state: &State, dispatcher: &Dispatcher) -> Option<Pace> {
    let pace = use_state(|| None::<Pace>);
    let turns = use_turns();
    {
        let (pace, dispatcher) = (pace.clone(), dispatcher.clone());
        use_effect_with((state.attention, state.replacements), move |_| {
            turns.ask(&dispatcher, backend::pace(), move |found| pace.set(Some(found)));
        });
    }
    *pace
}
