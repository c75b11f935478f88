//! Takes answers of the backend in the order of their questions: on a busy machine the answer to an earlier
//! question may come last, and must not take the place of a later one's.

use std::cell::Cell;
use std::rc::Rc;

use retake_protocol::command::CommandError;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::commands::Dispatcher;

/// Numbers the questions of one place. Clones share the count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turns {
    asked: Rc<Cell<u32>>,
    /// The latest question whose answer was taken.
    answered: Rc<Cell<u32>>,
}

/// One question's place among the others.
#[derive(Debug)]
pub struct Turn {
    turns: Turns,
    number: u32,
}

impl Turns {
    /// The next question is asked now.
    pub fn next(&self) -> Turn {
        self.asked.set(self.asked.get() + 1);
        Turn { turns: self.clone(), number: self.asked.get() }
    }

    /// Asks, and hands the answer to `take`, or shows why there is none; nothing of both where a later
    /// question was answered before.
    pub fn ask<T>(
        &self,
        dispatcher: &Dispatcher,
        question: impl Future<Output = Result<T, CommandError>> + 'static,
        take: impl FnOnce(T) + 'static,
    ) {
        let (turn, dispatcher) = (self.next(), dispatcher.clone());
        spawn_local(async move {
            let answer = question.await;
            if !turn.is_news() {
                return;
            }
            match answer {
                Ok(found) => take(found),
                Err(error) => dispatcher.dispatch(error.into()),
            }
        });
    }
}

impl Turn {
    /// Whether its answer, which is here now, is newer than every answer before.
    pub fn is_news(&self) -> bool {
        let is_news = self.number > self.turns.answered.get();
        if is_news {
            self.turns.answered.set(self.number);
        }
        is_news
    }
}

/// The turns of a component, for as long as it is there.
#[hook]
pub fn use_turns() -> Turns {
    (*use_memo((), |()| Turns::default())).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_to_an_earlier_question_comes_too_late() {
        let turns = Turns::default();
        let (first, second, third) = (turns.next(), turns.next(), turns.next());
        assert!(second.is_news());
        assert!(!first.is_news());
        assert!(third.is_news(), "a slow backend is still heard");
    }
}
