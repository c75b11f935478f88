//! The list of the history, page by page as it is scrolled, and kept current while it changes.

use std::collections::HashSet;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use retake_protocol::MediaId;
use retake_protocol::history::{
    HistoryCursor, HistoryFilter, HistoryOrder, HistoryPage, HistoryQuery, ImageCard,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::hooks::use_turns::use_turns;
use crate::state::State;

/// How many cards are asked for at once.
const PAGE: u32 = 100;

/// How long the list waits for more keys before it asks again, in ms.
const TYPING_MS: u32 = 120;

/// How long it waits for more changes of what is stored, in ms: one event brings several.
const CHANGES_MS: u32 = 16;

/// What the user wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// As in [`HistoryQuery`].
    pub search: String,
    /// Which come first.
    pub order: HistoryOrder,
    /// Which are left out.
    pub filter: HistoryFilter,
}

/// What is known of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// What it is a list of.
    wanted: Wanted,
    /// From the first one on, without a gap.
    pub cards: Rc<Vec<ImageCard>>,
    /// Where to go on; `None`: that is all.
    pub next: Option<HistoryCursor>,
    /// Whether the first page came.
    pub is_there: bool,
}

/// What may happen to it.
pub enum Step {
    /// The first page of another list came.
    Whole(Wanted, HistoryPage),
    /// The first page of the same list came again, after a change.
    Refreshed(HistoryPage),
    /// One more page came, for the list that went on at this place.
    More(HistoryCursor, HistoryPage),
}

impl Reducible for List {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        Rc::new(match step {
            Step::Whole(wanted, page) => {
                Self { wanted, cards: Rc::new(page.cards), next: page.next, is_there: true }
            }
            Step::Refreshed(page) => self.refreshed(page),
            Step::More(after, page) if self.next.as_ref() == Some(&after) => {
                let known: HashSet<&MediaId> =
                    self.cards.iter().map(|card| &card.media_id).collect();
                let more = page.cards.iter().filter(|card| !known.contains(&card.media_id));
                let cards = self.cards.iter().chain(more).cloned().collect();
                Self { cards: Rc::new(cards), next: page.next, ..(*self).clone() }
            }
            // An answer to an older question.
            Step::More(..) => return self,
        })
    }
}

impl List {
    /// What it is a list of.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// What the fresh page says comes first; the rest of a longer list stays after it.
    fn refreshed(&self, page: HistoryPage) -> Self {
        let is_whole = page.next.is_none() || self.cards.len() <= page.cards.len();
        if is_whole {
            let cards = Rc::new(page.cards);
            return Self { cards, next: page.next, is_there: true, ..self.clone() };
        }
        let fresh: HashSet<&MediaId> = page.cards.iter().map(|card| &card.media_id).collect();
        let rest = self.cards.iter().filter(|card| !fresh.contains(&card.media_id)).cloned();
        let cards = page.cards.iter().cloned().chain(rest).collect();
        Self { cards: Rc::new(cards), ..self.clone() }
    }
}

/// The list, and how to have more of it.
#[hook]
pub fn use_history(
    wanted: &Wanted,
    revision: u32,
    changed: Option<&MediaId>,
    dispatcher: &UseReducerDispatcher<State>,
) -> (UseReducerHandle<List>, Callback<()>) {
    let list = use_reducer(List::default);
    let turns = use_turns();
    {
        let steps = list.dispatcher();
        let dispatcher = dispatcher.clone();
        let is_same = list.is_there && list.wanted == *wanted;
        let is_typing = list.is_there && list.wanted.search != wanted.search;
        let is_refresh = is_same && changed.is_some();
        use_effect_with((wanted.clone(), revision), move |(wanted, _)| {
            let wanted = wanted.clone();
            let timeout = Timeout::new(if is_typing { TYPING_MS } else { CHANGES_MS }, move || {
                let query = query(&wanted, None);
                let question = async move { backend::history_page(&query).await };
                turns.ask(&dispatcher, question, move |page| {
                    steps.dispatch(if is_refresh {
                        Step::Refreshed(page)
                    } else {
                        Step::Whole(wanted, page)
                    });
                });
            });
            move || drop(timeout)
        });
    }
    let asked = use_mut_ref(|| None::<HistoryCursor>);
    let more = {
        let (list, dispatcher) = (list.clone(), dispatcher.clone());
        Callback::from(move |()| {
            let Some(after) = list.next.clone() else { return };
            if asked.borrow().as_ref() == Some(&after) {
                return;
            }
            *asked.borrow_mut() = Some(after.clone());
            let (list, dispatcher) = (list.clone(), dispatcher.clone());
            let asked = asked.clone();
            spawn_local(async move {
                match backend::history_page(&query(&list.wanted, Some(after.clone()))).await {
                    Ok(page) => list.dispatch(Step::More(after, page)),
                    Err(error) => dispatcher.dispatch(error.into()),
                }
                *asked.borrow_mut() = None;
            });
        })
    };
    (list, more)
}

fn query(wanted: &Wanted, after: Option<HistoryCursor>) -> HistoryQuery {
    let Wanted { search, order, filter } = wanted.clone();
    HistoryQuery { search, order, filter, after, limit: PAGE }
}

#[cfg(test)]
mod tests {
    use retake_protocol::view::Totals;

    use super::*;

    fn page(ids: &str, next: Option<&str>) -> HistoryPage {
        let id = |text: &str| MediaId::new(text).unwrap();
        let card = |letter: char| ImageCard {
            media_id: id(&letter.to_string()),
            kind: retake_protocol::ImageKind::Image,
            original_prompt: None,
            totals: Totals::default(),
            sessions: 0,
            is_running: false,
            can_resume: false,
            last_active_at: 0,
        };
        let next = next.map(|after| HistoryCursor { rank: 0, media_id: id(after) });
        HistoryPage { cards: ids.chars().map(card).collect(), next }
    }

    fn ids(list: &List) -> String {
        list.cards.iter().map(|card| card.media_id.as_str()).collect()
    }

    fn list(ids: &str, next: Option<&str>) -> Rc<List> {
        Rc::new(List::default()).reduce(Step::Whole(Wanted::default(), page(ids, next)))
    }

    #[test]
    fn pages_follow_each_other_and_no_image_comes_twice() {
        let two = list("ab", Some("b"));
        let after = two.next.clone().unwrap();
        let all = two.reduce(Step::More(after, page("bc", None)));
        assert_eq!((ids(&all).as_str(), all.next.is_none()), ("abc", true));
    }

    #[test]
    fn an_answer_to_an_older_question_changes_nothing() {
        let two = list("ab", Some("b"));
        let older = HistoryCursor { rank: 7, media_id: MediaId::new("z").unwrap() };
        assert_eq!(ids(&two.clone().reduce(Step::More(older, page("xy", None)))), "ab");
    }

    #[test]
    fn a_change_brings_its_image_to_the_front_and_keeps_what_was_scrolled_to() {
        let long = list("abcdef", Some("f"));
        let fresh = long.reduce(Step::Refreshed(page("dab", Some("b"))));
        assert_eq!(ids(&fresh), "dabcef");
        assert!(fresh.next.is_some());
        let gone = list("ab", None).reduce(Step::Refreshed(page("b", None)));
        assert_eq!(ids(&gone), "b", "a short list is what the answer says");
    }
}
