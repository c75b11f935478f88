//! Everything in order, as `retake replay` prints it.

use retake_protocol::{AttemptId, AttemptOutcome, SessionId};
use retake_session::record::{AttemptRecord, Change, Counted};
use retake_store::Store;
use retake_store::report::{ImageCount, Report};

use crate::support::*;

#[test]
fn an_empty_database_reports_nothing() {
    assert_eq!(Store::in_memory().unwrap().report().unwrap(), Report::default());
}

#[test]
fn f7_images_come_in_order_of_first_sight_and_only_with_an_attempt_or_a_session() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("zebra")),
            Change::Image(facts("only-seen")),
            Change::Image(facts("ant")),
        ])
        .unwrap();
    store.apply(&[Change::Session(session("ant", 1))]).unwrap();
    store
        .apply(&[
            Change::Attempt(ended_attempt("zebra", "one", AttemptOutcome::Failed, 30)),
            Change::Attempt(attempt("zebra", "two")),
        ])
        .unwrap();
    let count = |image: &str, attempts, failed| ImageCount {
        media_id: media(image),
        attempts,
        completed: 0,
        moderated: 0,
        failed,
    };
    assert_eq!(store.report().unwrap().images, [count("zebra", 2, 1), count("ant", 0, 0)]);
}

#[test]
fn f7_a_session_lists_the_attempts_it_counted_in_counting_order() {
    let store = Store::in_memory().unwrap();
    let counted = |id: &str, session_id, position| {
        let counted = Some(Counted { session_id: SessionId(session_id), position });
        Change::Attempt(AttemptRecord { counted, ..attempt("lake", id) })
    };
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Session(session("lake", 2)),
            Change::Session(full_session("lake", 1)),
            counted("late", 1, 2),
            counted("early", 1, 0),
            counted("elsewhere", 2, 0),
            counted("middle", 1, 1),
            Change::Attempt(attempt("lake", "uncounted")),
            Change::Action(action("lake", 2, 11)),
            Change::Action(action("lake", 1, 10)),
        ])
        .unwrap();
    let report = store.report().unwrap();
    let sessions: Vec<(i64, Vec<&str>)> = report
        .sessions
        .iter()
        .map(|(session, ids)| (session.session_id.0, ids.iter().map(AttemptId::as_str).collect()))
        .collect();
    assert_eq!(sessions, [(1, vec!["early", "middle", "late"]), (2, vec!["elsewhere"])]);
    let actions: Vec<i64> = report.actions.iter().map(|action| action.action_id.0).collect();
    assert_eq!(actions, [10, 11]);
}
