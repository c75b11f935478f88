//! The list of images and one image whole, as the sidebar shows them.

use retake_protocol::history::{
    HistoryCursor, HistoryFilter, HistoryOrder, HistoryOutcome, HistoryQuery,
};
use retake_protocol::log::LogEvent;
use retake_protocol::view::Activity;
use retake_protocol::{
    ActionKind, ActionState, AttemptOutcome, Millis, Preferences, Prompt, Refusal, SessionId,
    SessionOutcome,
};
use retake_session::record::{AttemptRecord, Change, ImageFacts, LogRecord, SessionRecord};
use retake_store::{MAX_DETAIL_ATTEMPTS, Store};
use rusqlite::Connection;

use crate::support::*;

/// All images by pages of this many cards.
fn in_pages(store: &Store, limit: u32) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after: Option<HistoryCursor> = None;
    loop {
        let query = HistoryQuery { search: String::new(), after, limit, ..HistoryQuery::default() };
        let page = store.history_page(&query).unwrap();
        assert!(page.cards.len() <= limit as usize);
        ids.extend(page.cards.into_iter().map(|card| card.media_id.to_string()));
        after = page.next;
        if after.is_none() {
            return ids;
        }
    }
}

#[test]
fn d5_pages_put_together_are_the_whole_list() {
    let store = Store::in_memory().unwrap();
    for (image, at) in [("a", 30), ("b", 10), ("c", 20), ("d", 20), ("e", 20), ("f", 40)] {
        store.apply(&listed_image(image, at)).unwrap();
    }
    let whole = ["f", "a", "e", "d", "c", "b"];
    for limit in 1..=7 {
        assert_eq!(in_pages(&store, limit), whole, "the last active first, {limit} a page");
    }
}

#[test]
fn d5_the_next_page_follows_though_an_image_becomes_active_in_between() {
    let store = Store::in_memory().unwrap();
    for (image, at) in [("a", 50), ("b", 40), ("c", 30), ("d", 20)] {
        store.apply(&listed_image(image, at)).unwrap();
    }
    let query =
        |after| HistoryQuery { search: String::new(), after, limit: 2, ..HistoryQuery::default() };
    let first = store.history_page(&query(None)).unwrap();
    store.apply(&[log("d", None, 60, "seen again")]).unwrap();

    let second = store.history_page(&query(first.next)).unwrap();
    let ids: Vec<_> = second.cards.iter().map(|card| card.media_id.as_str()).collect();
    assert_eq!(ids, ["c"], "none of the first page comes twice");
    assert_eq!(second.next, None);
}

#[test]
fn only_images_with_an_attempt_or_a_session_are_listed() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("only-seen")),
            log("only-seen", None, 50, "seen"),
            Change::Image(facts("with-session")),
            Change::Session(session("with-session", 1)),
            Change::Image(facts("with-attempt")),
            Change::Attempt(attempt("with-attempt", "one")),
        ])
        .unwrap();
    assert_eq!(found(&store, ""), ["with-attempt", "with-session"]);
    assert_eq!(found(&store, "  \n"), ["with-attempt", "with-session"], "blank: all");
}

#[test]
fn a_limit_out_of_range_is_taken_as_the_nearest_one() {
    let store = Store::in_memory().unwrap();
    for number in 0..202 {
        store.apply(&listed_image(&format!("image-{number}"), number)).unwrap();
    }
    for (limit, cards) in [(0, 1), (1, 1), (200, 200), (u32::MAX, 200)] {
        let query = HistoryQuery { limit, ..HistoryQuery::default() };
        assert_eq!(store.history_page(&query).unwrap().cards.len(), cards, "limit {limit}");
    }
}

#[test]
fn d3_a_card_counts_by_outcome() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Session(full_session("lake", 1)),
            Change::Session(session("lake", 2)),
            Change::Attempt(attempt("lake", "one")),
            Change::Attempt(ended_attempt("lake", "two", AttemptOutcome::Completed, 30)),
            Change::Attempt(ended_attempt("lake", "three", AttemptOutcome::Moderated, 50)),
            Change::Attempt(ended_attempt("lake", "four", AttemptOutcome::Failed, 40)),
        ])
        .unwrap();
    let card = page(&store, "").cards.remove(0);
    let totals = card.totals;
    assert_eq!((totals.attempts, totals.completed), (4, 1));
    assert_eq!((totals.moderated, totals.failed), (1, 1));
    assert_eq!((card.sessions, card.is_running), (2, true));
    assert_eq!(card.last_active_at, 50, "the latest time that anything names");
    assert_eq!(card.original_prompt, Some(Prompt::new("a mountain lake at dawn")));
}

#[test]
fn c7_a_completed_attempt_that_turns_moderated_moves_in_the_totals() {
    let store = Store::in_memory().unwrap();
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    for outcome in [AttemptOutcome::Completed, AttemptOutcome::Moderated] {
        store.apply(&[Change::Attempt(ended_attempt("lake", "one", outcome, 30))]).unwrap();
    }
    let totals = page(&store, "").cards.remove(0).totals;
    assert_eq!((totals.attempts, totals.completed, totals.moderated), (1, 0, 1));
}

#[test]
fn an_image_without_an_original_prompt_is_named_by_its_prompt() {
    let store = Store::in_memory().unwrap();
    let prompt = Some(Prompt::new("the same lake, wider"));
    let unnamed = ImageFacts { original_prompt: None, prompt: prompt.clone(), ..facts("lake") };
    store.apply(&[Change::Image(unnamed), Change::Session(session("lake", 1))]).unwrap();
    let detail = store.image_detail(&media("lake")).unwrap().unwrap();
    assert_eq!(detail.card.original_prompt, prompt);
    assert_eq!(detail.sessions[0].original_prompt, prompt);
}

#[test]
fn a_detail_has_sessions_and_attempts_newest_first_and_logs_where_they_belong() {
    let store = Store::in_memory().unwrap();
    let about_one = Change::Log(LogRecord {
        media_id: media("lake"),
        session_id: Some(SessionId(1)),
        attempt_id: Some(attempt_id("one")),
        at: 22,
        event: LogEvent::text("one was moderated"),
    });
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Session(full_session("lake", 1)),
            Change::Session(session("lake", 2)),
            Change::Attempt(full_attempt("lake", "one", SessionId(1))),
            Change::Attempt(attempt("lake", "two")),
            log("lake", Some(1), 21, "started"),
            about_one,
            log("lake", None, 30, "seen"),
            log("lake", None, 31, "seen again"),
        ])
        .unwrap();
    let detail = store.image_detail(&media("lake")).unwrap().unwrap();

    let [newer, older] = &detail.sessions[..] else { panic!("two sessions: {detail:?}") };
    assert_eq!((newer.session_id, &newer.activity), (SessionId(2), &Activity::Quiet));
    assert_eq!((older.session_id, &older.activity), (SessionId(1), &Activity::Ended));
    assert_eq!((older.failures, older.retry_count), (5, 3), "c4: at most max retries");
    assert_eq!((older.credits_used, older.videos_generated), (6, 2), "c4: moderated and completed");
    let lines: Vec<_> = older.log.iter().map(|line| &line.event).collect();
    assert_eq!(
        lines,
        [&LogEvent::text("started"), &LogEvent::text("one was moderated")],
        "oldest first"
    );
    assert_eq!(older.log[1].attempt_id, Some(attempt_id("one")));
    assert_eq!(newer.log, []);

    let ids: Vec<_> = detail.attempts.iter().map(|one| one.attempt_id.as_str()).collect();
    assert_eq!(ids, ["two", "one"]);
    assert_eq!(detail.attempts[1].session_id, Some(SessionId(1)), "the one that counted it");
    let outside: Vec<_> = detail.log.iter().map(|line| &line.event).collect();
    assert_eq!(outside, [&LogEvent::text("seen again"), &LogEvent::text("seen")]);
    assert_eq!(detail.preferences, Preferences::default());
}

#[test]
fn d3_a_detail_has_the_images_facts_its_posts_its_layers_and_what_was_decided() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(full_facts("lake")),
            Change::Session(full_session("lake", 1)),
            Change::Attempt(full_attempt("lake", "one", SessionId(1))),
            Change::Attempt(attempt("lake", "two")),
            Change::Action(action("lake", 1, 4)),
            Change::Action(full_action("lake", 1, 5)),
            post_of("lake", "lake"),
            post_of("lake", "one"),
            Change::Image(facts("hill")),
            Change::Session(session("hill", 2)),
            Change::Action(action("hill", 2, 6)),
            Change::Attempt(full_attempt("hill", "three", SessionId(2))),
        ])
        .unwrap();
    let detail = store.image_detail(&media("lake")).unwrap().unwrap();

    assert_eq!((detail.size, detail.create_time), (Some((1024, 1536)), Some(5)));
    assert_eq!(detail.first_seen_at, 10);
    assert_eq!(detail.posts, [post("lake"), post("one")]);
    assert_eq!(detail.layers, [0, 0, 1], "of this image, and of failures alone");
    let video = &detail.attempts[1];
    assert_eq!(
        (video.length_seconds, video.resolution.as_deref()),
        (Some(6.041_667), Some("480p"))
    );

    let [newer, older] = &detail.actions[..] else { panic!("two of this image: {detail:?}") };
    assert_eq!((older.kind, older.state, older.issued_at), FIRST_SCHEDULED);
    assert_eq!((newer.issued_at, newer.answered_at), (Some(17), Some(18)));
    assert_eq!(newer.refusal, Some(Refusal::ControlDisabled));
}

const FIRST_SCHEDULED: (ActionKind, ActionState, Option<Millis>) =
    (ActionKind::First, ActionState::Scheduled, None);

#[test]
fn a_detail_gives_the_newest_attempts_up_to_its_limit_and_counts_all() {
    let store = Store::in_memory().unwrap();
    let mut changes = vec![Change::Image(facts("lake"))];
    let many = MAX_DETAIL_ATTEMPTS + 3;
    changes.extend((0..many).map(|number| {
        let id = format!("attempt-{number}");
        Change::Attempt(AttemptRecord { ..attempt("lake", &id) })
    }));
    store.apply(&changes).unwrap();
    let detail = store.image_detail(&media("lake")).unwrap().unwrap();
    assert_eq!(detail.attempts.len(), MAX_DETAIL_ATTEMPTS as usize);
    assert_eq!(detail.attempts[0].attempt_id, attempt_id(&format!("attempt-{}", many - 1)));
    assert_eq!(detail.card.totals.attempts, many);
}

/// A database that was filled so, read from outside.
fn connection_of(fill: impl FnOnce(&Store)) -> (Place, Connection) {
    let place = Place::new();
    fill(&place.open());
    let connection = Connection::open(&place.path).unwrap();
    (place, connection)
}

/// An image with so many attempts of each outcome, last active at `at`.
fn with_outcomes(store: &Store, image: &str, at: i64, counts: [u32; 3]) {
    let outcomes = [AttemptOutcome::Completed, AttemptOutcome::Moderated, AttemptOutcome::Failed];
    let mut changes = vec![Change::Image(facts(image))];
    for (outcome, times) in outcomes.into_iter().zip(counts) {
        for number in 0..times {
            let id = format!("{image}-{}-{number}", outcome.as_str());
            changes.push(Change::Attempt(ended_attempt(image, &id, outcome, at)));
        }
    }
    store.apply(&changes).unwrap();
}

/// Four images of different outcomes; the letters are in order of their last activity.
fn four_images() -> Store {
    let store = Store::in_memory().unwrap();
    with_outcomes(&store, "a", 10, [1, 0, 0]);
    with_outcomes(&store, "b", 20, [4, 2, 1]);
    with_outcomes(&store, "c", 30, [0, 3, 0]);
    with_outcomes(&store, "d", 40, [2, 2, 0]);
    store
}

fn listed(store: &Store, query: &HistoryQuery) -> String {
    let page = store.history_page(query).unwrap();
    page.cards.iter().map(|card| card.media_id.as_str()).collect()
}

#[test]
fn d5_the_list_is_sorted_as_asked_for_and_its_pages_fit() {
    let store = four_images();
    for (order, expected) in [
        (HistoryOrder::Recent, "dcba"),
        (HistoryOrder::MostVideos, "bdac"),
        (HistoryOrder::BestRate, "badc"),
    ] {
        let mut query = HistoryQuery { order, limit: 3, ..HistoryQuery::default() };
        let first = store.history_page(&query).unwrap();
        let mut whole = listed(&store, &query);
        query.after = first.next;
        whole += &listed(&store, &query);
        assert_eq!(whole, expected, "{order:?}");
    }
}

/// One video of one attempt is no better a rate than 20 of 45.
#[test]
fn the_best_rate_is_the_one_that_is_best_at_least() {
    let floor = |completed: u32, ended: u32| {
        let (c, n) = (f64::from(completed), f64::from(ended));
        let root = (c * (n - c) / n + 0.9604).sqrt();
        ((c + 1.9208 - 1.96 * root) / (n + 3.8416)).max(0.0)
    };
    let (_place, connection) = connection_of(|store| {
        with_outcomes(store, "once", 10, [1, 0, 0]);
        with_outcomes(store, "often", 20, [20, 20, 5]);
        with_outcomes(store, "never", 30, [0, 3, 0]);
        with_outcomes(store, "always", 40, [60, 0, 0]);
    });
    let mut query = connection
        .prepare(
            "SELECT media_id, completed, completed + moderated + failed, rate_floor FROM images",
        )
        .unwrap();
    let mut rows = query.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let image: String = row.get(0).unwrap();
        let by_sql = row.get::<_, f64>(3).unwrap() / 1e6;
        let exact = floor(row.get(1).unwrap(), row.get(2).unwrap());
        assert!((by_sql - exact).abs() < 1e-4, "{image}: {by_sql}, exactly {exact}");
    }
    drop(rows);
    let order = "SELECT group_concat(media_id, ' ') FROM
                 (SELECT media_id FROM images ORDER BY rate_floor DESC)";
    let order: String = connection.query_row(order, [], |row| row.get(0)).unwrap();
    assert_eq!(order, "always often once never");
}

#[test]
fn l4_what_can_be_resumed_is_told_by_the_last_session_alone() {
    let store = four_images();
    let ended = |image: &str, number: i64, outcome: SessionOutcome| {
        let started_at = number * 100;
        let ended_at = Some(started_at + 50);
        Change::Session(SessionRecord { outcome, started_at, ended_at, ..session(image, number) })
    };
    store.apply(&[ended("a", 1, SessionOutcome::Interrupted)]).unwrap();
    store.apply(&[ended("b", 2, SessionOutcome::Stale)]).unwrap();
    store.apply(&[ended("b", 3, SessionOutcome::Success)]).unwrap();
    store.apply(&[ended("c", 4, SessionOutcome::MaxRetries)]).unwrap();
    store.apply(&[ended("c", 5, SessionOutcome::Cancelled)]).unwrap();

    let filter =
        HistoryFilter { outcome: Some(HistoryOutcome::Resumable), ..HistoryFilter::default() };
    let query = HistoryQuery { filter, limit: 9, ..HistoryQuery::default() };
    assert_eq!(listed(&store, &query), "ca");
    let all = HistoryQuery { limit: 9, ..HistoryQuery::default() };
    let told: String = (store.history_page(&all).unwrap().cards.iter())
        .filter(|card| card.can_resume)
        .map(|card| card.media_id.as_str().to_owned())
        .collect();
    assert_eq!(told, "ca", "each card tells it too");
}

#[test]
fn d5_the_list_is_filtered_by_outcome_and_date() {
    let store = four_images();
    let running = SessionRecord { outcome: SessionOutcome::Pending, ..session("c", 1) };
    store.apply(&[Change::Session(running)]).unwrap();
    for (outcome, expected) in [
        (HistoryOutcome::Completed, "dba"),
        (HistoryOutcome::WithoutVideo, "c"),
        (HistoryOutcome::Moderated, "dcb"),
        (HistoryOutcome::Failed, "b"),
        (HistoryOutcome::Running, "c"),
    ] {
        let filter = HistoryFilter { outcome: Some(outcome), ..HistoryFilter::default() };
        let query = HistoryQuery { filter, limit: 9, ..HistoryQuery::default() };
        assert_eq!(listed(&store, &query), expected, "{outcome:?}");
    }
    let filter = HistoryFilter { since: Some(20), before: Some(40), ..HistoryFilter::default() };
    let query = HistoryQuery { filter: filter.clone(), limit: 9, ..HistoryQuery::default() };
    assert_eq!(listed(&store, &query), "cb");
    let filter = HistoryFilter { outcome: Some(HistoryOutcome::Failed), ..filter };
    let search = "b-failed".to_owned();
    let query = HistoryQuery { filter, search, limit: 9, ..HistoryQuery::default() };
    assert_eq!(listed(&store, &query), "b", "all of them together");
}
