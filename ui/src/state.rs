//! What the sidebar knows: a reducer without a DOM.

use std::rc::Rc;

use retake_protocol::MediaId;
use retake_protocol::view::{PanelView, Update};
use yew::Reducible;

/// All that the components share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The last state that the engine sent; `None`: nothing came yet.
    pub panel: Option<Rc<PanelView>>,
    /// The sidebar's own clock when `panel` came, in ms; countdowns go on from here.
    pub received_at: f64,
    /// Counts changes of the history, so that a list knows when to ask again.
    pub history_revision: u32,
    /// The image that changed last.
    pub last_changed: Option<MediaId>,
    /// What the backend refused last, until the user does something else.
    pub error: Option<String>,
    /// What was done last, one sentence a line, until it was seen.
    pub done: Option<Rc<Vec<String>>>,
    /// Images whose history is about to be deleted, while that can be undone.
    pub leaving: Vec<MediaId>,
    /// The image whose last session is resumed as soon as the page shows it.
    pub resuming: Option<MediaId>,
    /// A prompt that is to stand in the prompt's box, with a number that tells it from the one before.
    pub inserted: Option<Rc<(u32, String)>>,
}

/// What may happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A message came, at a time of the sidebar's own clock in ms.
    Received(Update, f64),
    /// A command was refused.
    Refused(String),
    /// Something was done that the user should hear of.
    Done(Vec<String>),
    /// What was done was seen.
    DoneSeen,
    /// The user wants this prompt in the prompt's box.
    UsePrompt(String),
    /// The user wants the history of an image deleted.
    Forget(MediaId),
    /// It was deleted, could not be, or the user thought again.
    ForgetSettled(MediaId),
    /// The user wants the last session of an image resumed, whatever the page shows now.
    Resume(MediaId),
    /// It was resumed, or no longer is to be.
    ResumeSettled,
    /// The user goes on: an old error is no longer shown.
    ErrorSeen,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Received(Update::State(panel), at) => {
                state.panel = Some(Rc::new(*panel));
                state.received_at = at;
            }
            Action::Received(Update::HistoryChanged { media_id }, _) => {
                state.history_revision = state.history_revision.wrapping_add(1);
                state.last_changed = Some(media_id);
            }
            Action::Received(Update::HistoryReplaced, _) => {
                state.history_revision = state.history_revision.wrapping_add(1);
                state.last_changed = None;
            }
            Action::Refused(message) => state.error = Some(message),
            Action::Done(lines) => {
                state.done = Some(Rc::new(lines));
                state.error = None;
            }
            Action::UsePrompt(prompt) => {
                let number = state.inserted.as_ref().map_or(0, |inserted| inserted.0 + 1);
                state.inserted = Some(Rc::new((number, prompt)));
            }
            Action::Forget(media_id) => {
                if !state.leaving.contains(&media_id) {
                    state.leaving.push(media_id);
                }
            }
            Action::ForgetSettled(media_id) => state.leaving.retain(|id| *id != media_id),
            Action::Resume(media_id) => state.resuming = Some(media_id),
            Action::ResumeSettled => state.resuming = None,
            Action::DoneSeen => state.done = None,
            Action::ErrorSeen => state.error = None,
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_stays_until_it_was_seen_and_changes_nothing_else() {
        let state = Rc::new(State { history_revision: 3, ..State::default() });
        let refused = state.clone().reduce(Action::Refused("no image".into()));
        assert_eq!(refused.error.as_deref(), Some("no image"));
        assert_eq!(refused.reduce(Action::ErrorSeen), state);
    }

    #[test]
    fn a_changed_history_counts_up() {
        let media_id = MediaId::new("lake").unwrap();
        let update = Update::HistoryChanged { media_id: media_id.clone() };
        let state = Rc::new(State::default()).reduce(Action::Received(update, 5.0));
        assert_eq!((state.history_revision, state.last_changed.clone()), (1, Some(media_id)));
    }
}
