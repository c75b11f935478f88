//! What was stored comes back as it was stored.

use retake_grok::quota::ProductQuota;
use retake_protocol::{
    ActionId, ActionState, AttemptOutcome, MediaId, Preferences, PressState, Prompt, SessionId,
    SessionOutcome,
};
use retake_session::record::{
    ActionRecord, AttemptRecord, Change, LastPress, PressRecord, QueueDone, QueueEntry,
    SessionRecord, StoredImage, StoredState,
};
use retake_store::Store;

use crate::support::*;

fn image_of(store: &Store, id: &str) -> Option<MediaId> {
    store.owner_of(&post(id)).unwrap().map(|owner| owner.media_id)
}

#[test]
fn every_record_comes_back_whole() {
    let store = Store::in_memory().unwrap();
    let (old, new) = (full_session("lake", 1), session("lake", 2));
    let (first, second) = (full_attempt("lake", "one", SessionId(1)), attempt("lake", "two"));
    store
        .apply(&[
            Change::Image(full_facts("lake")),
            preferences("lake"),
            Change::Session(old.clone()),
            Change::Session(new.clone()),
            Change::Attempt(first.clone()),
            Change::Attempt(second.clone()),
            Change::Action(full_action("lake", 1, 1)),
            Change::Action(action("lake", 2, 2)),
            post_of("lake", "post-7"),
            post_of("lake", "post-3"),
            Change::Press(press("lake", 70, PressState::Ended)),
            Change::Press(press("lake", 80, PressState::UnderWay)),
        ])
        .unwrap();

    let loaded = store.load_image(&media("lake")).unwrap().unwrap();
    let expected = StoredImage {
        facts: full_facts("lake"),
        preferences: Some(Preferences {
            max_retries: 7,
            video_goal: 2,
            auto_retry: false,
            last_prompt: Prompt::new("slow pan across a mountain lake"),
        }),
        attempts: vec![first.clone(), second],
        last_session: Some(new.clone()),
        last_press: None,
        posts: vec![post("post-7"), post("post-3")],
        presses: vec![press("lake", 80, PressState::UnderWay)],
        pictures: vec![post("upload")],
    };
    assert_eq!(loaded, expected);

    let report = store.report().unwrap();
    assert_eq!(report.sessions, [(old, vec![first.attempt_id]), (new, vec![])]);
    assert_eq!(report.actions, [full_action("lake", 1, 1), action("lake", 2, 2)]);
}

#[test]
fn every_word_comes_back() {
    let store = Store::in_memory().unwrap();
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    for (number, outcome) in (1..).zip(SessionOutcome::ALL) {
        let session = SessionRecord { outcome: *outcome, ..session("lake", number) };
        store.apply(&[Change::Session(session.clone())]).unwrap();
        let loaded = store.load_image(&media("lake")).unwrap().unwrap();
        assert_eq!(loaded.last_session, Some(session));
    }
    for (number, state) in (1..).zip(ActionState::ALL) {
        let action = ActionRecord { state: *state, ..action("lake", 1, number) };
        store.apply(&[Change::Action(action.clone())]).unwrap();
        assert_eq!(store.report().unwrap().actions.last(), Some(&action));
    }
    for outcome in AttemptOutcome::ALL {
        let attempt = AttemptRecord { outcome: *outcome, ..attempt("lake", "one") };
        store.apply(&[Change::Attempt(attempt.clone())]).unwrap();
        let loaded = store.load_image(&media("lake")).unwrap().unwrap();
        assert_eq!(loaded.attempts, [attempt]);
    }
}

#[test]
fn an_image_that_was_never_seen_is_none() {
    let store = Store::in_memory().unwrap();
    assert_eq!(store.load_image(&media("lake")).unwrap(), None);
    assert_eq!(store.image_detail(&media("lake")).unwrap(), None);
    assert_eq!(store.owner_of(&post("lake")).unwrap(), None);
}

#[test]
fn an_image_without_preferences_has_none_until_the_user_sets_some() {
    let store = Store::in_memory().unwrap();
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    assert_eq!(store.load_image(&media("lake")).unwrap().unwrap().preferences, None);
}

#[test]
fn h12_the_app_starts_with_the_images_whose_presses_are_under_way() {
    let store = Store::in_memory().unwrap();
    let pressed_images = || store.load_state().unwrap().pressed_images;
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Image(facts("river")),
            Change::Press(press("lake", 70, PressState::UnderWay)),
            Change::Press(press("lake", 80, PressState::UnderWay)),
            Change::Press(press("river", 90, PressState::Unknown)),
        ])
        .unwrap();
    assert_eq!(pressed_images(), [media("lake")]);
    let over = [70, 80].map(|at| Change::Press(press("lake", at, PressState::Ended)));
    store.apply(&over).unwrap();
    assert_eq!(pressed_images(), []);
}

#[test]
fn h10_the_app_starts_with_what_grok_said_last_is_left() {
    let place = Place::new();
    let plenty = quota(ProductQuota { is_available: Some(true), ..ProductQuota::default() }, 70);
    let few = quota(
        ProductQuota {
            is_available: Some(false),
            remaining: Some(12),
            window_s: Some(64_800),
            next_available_at: Some(900),
        },
        80,
    );
    for told in [few, plenty, few] {
        place.open().apply(&[Change::VideoQuota(told)]).unwrap();
        assert_eq!(place.open().load_state().unwrap().video_quota, Some(told));
    }
}

#[test]
fn attempts_keep_their_order_of_first_sight_however_often_they_change() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Attempt(attempt("lake", "zebra")),
            Change::Attempt(attempt("lake", "ant")),
            Change::Attempt(attempt("lake", "moose")),
        ])
        .unwrap();
    let ended = ended_attempt("lake", "zebra", AttemptOutcome::Completed, 90);
    store.apply(&[Change::Attempt(ended)]).unwrap();

    let loaded = store.load_image(&media("lake")).unwrap().unwrap();
    let ids: Vec<_> = loaded.attempts.iter().map(|one| one.attempt_id.as_str()).collect();
    assert_eq!(ids, ["zebra", "ant", "moose"]);
}

#[test]
fn a1_an_attempt_gains_aliases_as_they_become_known() {
    let store = Store::in_memory().unwrap();
    let mut known = attempt("lake", "one");
    store.apply(&[Change::Image(facts("lake")), Change::Attempt(known.clone())]).unwrap();
    known.aliases.push(attempt_id("one-post"));
    store.apply(&[Change::Attempt(known.clone())]).unwrap();

    assert_eq!(store.load_image(&media("lake")).unwrap().unwrap().attempts, [known]);
    assert_eq!(image_of(&store, "one-post"), Some(media("lake")));
}

#[test]
fn b1_a_post_is_resolved_by_alias_then_by_image_then_by_post() {
    let store = Store::in_memory().unwrap();
    let owner = |id: &str| image_of(&store, id).as_ref().map(MediaId::to_string);
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Image(facts("river")),
            Change::Attempt(attempt("lake", "video")),
            post_of("river", "seen"),
            post_of("lake", "river"),
            post_of("river", "video"),
        ])
        .unwrap();
    assert_eq!(owner("video").as_deref(), Some("lake"), "an attempt's alias comes first");
    assert_eq!(owner("river").as_deref(), Some("river"), "then an image of that id");
    assert_eq!(owner("seen").as_deref(), Some("river"), "then a post that the page showed");
    assert_eq!(owner("unknown"), None);
}

#[test]
fn b1_the_newer_word_on_a_post_counts() {
    let store = Store::in_memory().unwrap();
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Image(facts("river")),
            post_of("lake", "shared"),
        ])
        .unwrap();
    store.apply(&[post_of("river", "shared")]).unwrap();
    assert_eq!(image_of(&store, "shared"), Some(media("river")));
    assert_eq!(found(&store, "shared"), Vec::<String>::new(), "neither has an attempt");
}

#[test]
fn a_new_database_recalls_nothing_at_the_start() {
    assert_eq!(Store::in_memory().unwrap().load_state().unwrap(), StoredState::default());
}

#[test]
fn c14_the_start_recalls_active_sessions_and_open_actions_alone() {
    let store = Store::in_memory().unwrap();
    let issued =
        ActionRecord { state: ActionState::Issued, issued_at: Some(70), ..action("lake", 2, 8) };
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Session(full_session("lake", 1)),
            Change::Session(session("lake", 2)),
            Change::Action(full_action("lake", 1, 7)),
            Change::Action(issued.clone()),
            Change::Action(action("lake", 2, 9)),
        ])
        .unwrap();
    let loaded = store.load_state().unwrap();
    let expected = StoredState {
        queue: Vec::new(),
        pressed_images: Vec::new(),
        video_quota: None,
        last_session_id: Some(SessionId(2)),
        last_action_id: Some(ActionId(9)),
        last_click_at: Some(70),
        active_sessions: vec![session("lake", 2)],
        open_actions: vec![issued, action("lake", 2, 9)],
    };
    assert_eq!(loaded, expected);
}

#[test]
fn c8_the_last_click_is_the_later_of_answered_and_unanswered_ones() {
    let store = Store::in_memory().unwrap();
    let in_state = |id, state, issued_at, answered_at| {
        Change::Action(ActionRecord { state, issued_at, answered_at, ..action("lake", 1, id) })
    };
    store.apply(&[Change::Image(facts("lake")), Change::Session(session("lake", 1))]).unwrap();
    for (change, last_click_at, reason) in [
        (in_state(1, ActionState::Scheduled, None, None), None, "nothing was issued yet"),
        (in_state(1, ActionState::Issued, Some(50), None), Some(50), "it may have clicked"),
        (in_state(1, ActionState::Clicked, Some(50), Some(55)), Some(55), "it did, then"),
        (in_state(2, ActionState::Refused, Some(60), Some(61)), Some(55), "it did not click"),
        (in_state(3, ActionState::Issued, Some(70), None), Some(70), "the later one"),
        (in_state(3, ActionState::Dropped, None, None), Some(55), "it never left"),
    ] {
        store.apply(&[change]).unwrap();
        assert_eq!(store.load_state().unwrap().last_click_at, last_click_at, "{reason}");
    }
}

#[test]
fn m9_what_the_queue_is_done_with_is_kept_with_its_outcome() {
    let store = Store::in_memory().unwrap();
    let waits = queued("lake", 1);
    let done = QueueDone { outcome: SessionOutcome::MaxRetries, at: 90 };
    let done = QueueEntry { done: Some(done), ..queued("lake", 2) };
    let entries = [&waits, &done].map(|entry| Change::Queued(entry.clone()));
    store.apply(&[Change::Image(facts("lake"))]).unwrap();
    store.apply(&entries).unwrap();
    assert_eq!(store.load_state().unwrap().queue, [waits.clone(), done]);
    store.apply(&[Change::Queued(queued("lake", 2))]).unwrap();
    assert_eq!(store.load_state().unwrap().queue, [waits, queued("lake", 2)], "it waits again");
}

/// What begins at the user's press has no action (spec C22).
#[test]
fn c22_a_press_that_began_a_session_is_its_last_press_and_a_click() {
    let store = Store::in_memory().unwrap();
    let first = SessionRecord { outcome: SessionOutcome::Interrupted, ..session("lake", 1) };
    let resumed = SessionRecord {
        outcome: SessionOutcome::Interrupted,
        resumed_from: Some(SessionId(1)),
        ..session("lake", 2)
    };
    let began = PressRecord {
        begins_session: Some(SessionId(1)),
        ..press("lake", 70, PressState::UnderWay)
    };
    store
        .apply(&[
            Change::Image(facts("lake")),
            Change::Session(first),
            Change::Session(resumed),
            Change::Press(began.clone()),
            Change::Press(press("lake", 80, PressState::Ended)),
        ])
        .unwrap();
    let loaded = store.load_image(&media("lake")).unwrap().unwrap();
    assert_eq!(loaded.last_press, Some(LastPress { session_id: SessionId(1), at: 70 }));
    assert_eq!(loaded.presses, [began]);
    assert_eq!(store.load_state().unwrap().last_click_at, Some(70), "the other began none");
}
