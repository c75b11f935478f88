//! The whole life of one image: seen, tried, interrupted by the app's end, resumed, succeeded, and
//! looked at years later by a newer program.

use retake_protocol::log::LogEvent;
use retake_protocol::{
    ActionState, AttemptOutcome, Layer, LayerSource, Preferences, Prompt, SessionId, SessionOutcome,
};
use retake_session::record::{ActionRecord, AttemptRecord, Change, Counted, SessionRecord};

use crate::support::*;

#[test]
fn the_life_of_an_image() {
    let place = Place::new();

    // It is seen on the page, and nothing has happened yet.
    let store = place.open();
    store.apply(&[Change::Image(full_facts("lake")), post_of("lake", "lake")]).unwrap();
    assert_eq!(page(&store, "").cards, [], "an image alone is no history");

    // A session starts; its first action is stored before it is issued (spec C9).
    let mut first_session = session("lake", 1);
    let mut first_action = action("lake", 1, 1);
    store
        .apply(&[
            Change::Session(first_session.clone()),
            Change::Action(first_action.clone()),
            preferences("lake"),
            log("lake", Some(1), 15, "session started"),
        ])
        .unwrap();
    first_action = ActionRecord { state: ActionState::Issued, issued_at: Some(16), ..first_action };
    store.apply(&[Change::Action(first_action.clone())]).unwrap();

    // The app ends before the page answers, and knows of it at the next start.
    drop(store);
    let store = place.open();
    let start = store.load_state().unwrap();
    assert_eq!(start.active_sessions, [first_session.clone()]);
    assert_eq!(start.open_actions, [first_action]);
    assert_eq!(start.last_click_at, Some(16), "it may have clicked: the cooldown counts from it");
    first_session.outcome = SessionOutcome::Interrupted;
    first_session.ended_at = Some(100);
    store
        .apply(&[
            Change::Session(first_session.clone()),
            log("lake", Some(1), 100, "the app had ended"),
        ])
        .unwrap();

    // Resumed: a try is moderated, the next one succeeds.
    let second_session = SessionRecord { started_at: 110, ..session("lake", 2) };
    store.apply(&[Change::Session(second_session.clone())]).unwrap();
    let counted = |position| Some(Counted { session_id: SessionId(2), position });
    let moderated = AttemptRecord {
        layer: Some(Layer::Two),
        layer_source: Some(LayerSource::Seen),
        percent: Some(61.0),
        seen_in: Some(SessionId(2)),
        counted: counted(0),
        ..ended_attempt("lake", "try", AttemptOutcome::Moderated, 130)
    };
    let completed = AttemptRecord {
        seen_in: Some(SessionId(2)),
        counted: counted(1),
        prompt: Some(Prompt::new("slow pan across a mountain lake")),
        ..ended_attempt("lake", "success", AttemptOutcome::Completed, 170)
    };
    let mut ended = second_session;
    ended.counters.moderated = 1;
    ended.counters.layer2_failures = 1;
    ended.counters.videos_generated = 1;
    ended.outcome = SessionOutcome::Success;
    ended.ended_at = Some(170);
    store.apply(&[Change::Attempt(moderated.clone()), post_of("lake", "success")]).unwrap();
    store
        .apply(&[
            Change::Attempt(completed.clone()),
            Change::Session(ended.clone()),
            log("lake", Some(2), 170, "goal reached"),
        ])
        .unwrap();
    drop(store);

    // Later: nothing is open, and all of it is there.
    let store = place.open();
    let start = store.load_state().unwrap();
    assert_eq!(start.active_sessions, []);
    assert_eq!(start.last_session_id, Some(SessionId(2)));

    let loaded = store.load_image(&media("lake")).unwrap().unwrap();
    assert_eq!(loaded.facts, full_facts("lake"));
    assert_eq!(loaded.attempts, [moderated, completed]);
    assert_eq!(loaded.last_session, Some(ended.clone()));
    assert_eq!(loaded.posts, [post("lake"), post("success")]);

    let detail = store.image_detail(&media("lake")).unwrap().unwrap();
    assert_eq!(detail.card.totals.attempts, 2);
    assert_eq!((detail.card.sessions, detail.card.is_running), (2, false));
    assert_eq!(detail.card.last_active_at, 170);
    assert_eq!(detail.sessions[0].log[0].event, LogEvent::text("goal reached"));
    assert_eq!(detail.sessions[1].log.len(), 2);
    assert_ne!(detail.preferences, Preferences::default());
    assert_eq!(found(&store, "slow pan across"), ["lake"]);
    assert_eq!(
        store.owner_of(&post("success")).unwrap().map(|owner| owner.media_id),
        Some(media("lake"))
    );

    let report = store.report().unwrap();
    let counted = vec![attempt_id("try"), attempt_id("success")];
    assert_eq!(report.sessions, [(first_session, vec![]), (ended, counted)]);
}
