//! Questions that the sidebar has for the page: what is found there, and which control the user points
//! at. One of each kind is open at a time, under a number; the page is not trusted, so what was not
//! asked for is dropped.

use std::sync::{Arc, Mutex, PoisonError};

use retake_protocol::health::Found;
use tokio::sync::oneshot::{self, Receiver, Sender};

/// The questions that are open. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageRequests {
    found: Kind<Vec<Found>>,
    /// A selector; `None`: the user thought again.
    picked: Kind<Option<String>>,
}

impl PageRequests {
    /// What is found on the page.
    pub(crate) const fn found(&self) -> &Kind<Vec<Found>> {
        &self.found
    }

    /// Which control the user points at.
    pub(crate) const fn picked(&self) -> &Kind<Option<String>> {
        &self.picked
    }
}

/// One kind of question.
#[derive(Debug)]
pub(crate) struct Kind<T>(Arc<Mutex<Open<T>>>);

#[derive(Debug)]
struct Open<T> {
    number: u32,
    answer: Option<Sender<T>>,
}

impl<T> Default for Kind<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Open { number: 0, answer: None })))
    }
}

impl<T> Clone for Kind<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Kind<T> {
    /// Asks again: the number to ask under, and where the answer comes. A question that was open gets
    /// none any more.
    pub(crate) fn ask(&self) -> (u32, Receiver<T>) {
        let (sender, receiver) = oneshot::channel();
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.number = open.number.wrapping_add(1);
        open.answer = Some(sender);
        (open.number, receiver)
    }

    /// The page's answer to the question of this number.
    pub(crate) fn answered(&self, number: u32, answer: T) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.number == number
            && let Some(sender) = open.answer.take()
        {
            // Who asked may have given up.
            let _ = sender.send(answer);
        }
    }

    /// Nobody waits for an answer any more.
    pub(crate) fn withdraw(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).answer = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_only_the_open_question_is_answered_and_once() {
        let page_requests = PageRequests::default();
        let kind = page_requests.picked();
        kind.answered(0, Some("forged".into()));
        let (first, mut of_first) = kind.ask();
        let (second, mut of_second) = kind.ask();
        kind.answered(first, Some("too late".into()));
        assert!(of_first.try_recv().is_err(), "it was asked again");
        kind.answered(second, Some("button".into()));
        kind.answered(second, Some("forged".into()));
        assert_eq!(of_second.try_recv(), Ok(Some("button".into())));
        let (third, mut of_third) = kind.ask();
        kind.withdraw();
        kind.answered(third, Some("forged".into()));
        assert!(of_third.try_recv().is_err());
    }
}
