//! The store as autumn's page keeps it in memory, and as spring's kept it in sessionStorage (spec A,
//! H7).

use retake_grok::{StoreProblem, StoreReading};
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, Prompt};

use crate::fixtures::{
    IMAGE, IMAGE_TALK, OTHER_VIDEO, PROMPT, TALK, VIDEO, assert_all_of, attempt, fixture, media,
    post, posts, shared,
};

const EARLY: &str = "f0f0f0f0-0000-4000-8000-000000000001";
const IN_FLIGHT: &str = "f1f1f1f1-0000-4000-8000-000000000001";

fn store(name: &str) -> StoreReading {
    let text = shared(fixture(&format!("stores/{name}")));
    StoreReading::read(Some(&text)).expect("a store")
}

#[test]
fn h7_every_store_is_read_without_a_remark() {
    let names = ["v1-session-storage.json", "v2.json", "v2-conversation-root.json"];
    assert_all_of("stores", names);
    for name in names {
        let reading = store(name);
        assert_eq!(reading.remarks, [], "{name}");
        assert!(reading.has_videos, "{name}");
        assert_eq!(reading.image_of(&post(IMAGE)), Some(media(IMAGE)), "{name}");
        assert_eq!(reading.image_of(&post(VIDEO)), Some(media(IMAGE)), "{name}");
    }
}

#[test]
fn h7_a_state_without_its_envelope_is_the_same_store() {
    let state =
        r#"{"videoByMediaId":{"lake":[{"id":"a"}]},"byId":{"lake":{"id":"lake"}},"other":1}"#;
    let read = |text: String| StoreReading::read(Some(&shared(text)));
    let in_envelope = read(format!(r#"{{"state":{state},"version":1}}"#)).expect("a store");
    assert_eq!(read(state.to_owned()), Ok(in_envelope));
    for other in [r#"{"state":null,"videoByMediaId":{}}"#, r#"{"version":1}"#, r#"{"byIds":{}}"#] {
        let problem = read(other.to_owned()).expect_err("no store");
        assert!(matches!(problem, StoreProblem::OtherShape("`state` is missing")), "{other}");
    }
}

#[test]
fn a1_an_optimistic_id_is_another_name_and_the_placeholder_is_under_way() {
    let reading = store("v2.json");
    let [done, moderated, open] = &reading.containers[0].attempts[..] else {
        panic!("three attempts")
    };
    assert_eq!(
        [done, moderated, open].map(|one| one.outcome),
        [AttemptOutcome::Completed, AttemptOutcome::Moderated, AttemptOutcome::Processing]
    );
    assert_eq!(done.aliases, [attempt(VIDEO)]);
    assert_eq!(open.aliases, [attempt(EARLY), attempt(IN_FLIGHT)]);
    assert!(open.is_placeholder && open.percent == Some(37.0) && open.video_url.is_none());
    let renamed: Vec<_> =
        reading.renamed.iter().map(|(early, real)| (early.as_str(), real)).collect();
    assert_eq!(renamed, [("f0f0f0f0-0000-4000-8000-000000000000", &attempt(VIDEO))]);
    assert_eq!(done.prompt.as_ref().map(Prompt::as_str), Some(PROMPT));
    assert_eq!((done.length_seconds, done.resolution.as_deref()), (Some(6.0), Some("480p")));
}

#[test]
fn a8_inputs_and_derivations_are_told() {
    for (name, inputs) in [
        ("v1-session-storage.json", vec![posts(&[IMAGE])]),
        ("v2.json", vec![posts(&[IMAGE]); 3]),
        ("v2-conversation-root.json", vec![posts(&[IMAGE]), vec![]]),
    ] {
        let reading = store(name);
        let attempts = &reading.containers[0].attempts;
        let made_from: Vec<_> = attempts.iter().map(|attempt| attempt.made_from.clone()).collect();
        assert_eq!(made_from, inputs, "{name}");
        assert!(attempts.iter().all(|attempt| attempt.derivation.is_none()), "{name}");
    }
}

#[test]
fn b1_a_container_that_is_a_conversation_is_never_an_image() {
    let reading = store("v2-conversation-root.json");
    let container = &reading.containers[0];
    assert_eq!((&container.key, &container.image), (&post(TALK), &Some(media(IMAGE))));
    let conversations: Vec<_> = reading.conversations().collect();
    assert!(conversations.contains(&&post(TALK)) && conversations.contains(&&post(IMAGE_TALK)));
    assert!(!reading.is_image(&post(TALK)), "though it stands in `byId`");
    assert_eq!(reading.image_of(&post(IMAGE_TALK)), None);
    assert_eq!(
        reading.image_of(&post(OTHER_VIDEO)),
        Some(media(IMAGE)),
        "the only image of its conversation"
    );
    let ids: Vec<&[AttemptId]> = container.attempts.iter().map(|one| &one.aliases[..]).collect();
    assert_eq!(ids, [&[attempt(VIDEO)], &[attempt(OTHER_VIDEO)]]);
    assert_eq!(
        reading.images.iter().map(|image| &image.media_id).collect::<Vec<&MediaId>>(),
        [&media(IMAGE)]
    );
}
