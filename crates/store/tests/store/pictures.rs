//! Spec D2: small pictures, within a budget.

use retake_protocol::AttemptOutcome;
use retake_protocol::maintenance::KeptBytes;
use retake_session::record::{AttemptRecord, Change};
use retake_store::{OF_IMAGE, Scope, Store};

use crate::support::*;

const NO_LIMIT: i64 = i64::MAX;

fn store_with(images: &[&str]) -> Store {
    let store = Store::in_memory().unwrap();
    for image in images {
        let with_url = |url: &str| Some(url.to_owned());
        let mut facts = facts(image);
        facts.image_url = with_url("https://x/image.png");
        store
            .apply(&[
                Change::Image(facts),
                Change::Attempt(AttemptRecord {
                    thumbnail_url: with_url("https://x/a.jpg"),
                    ..attempt(image, "a")
                }),
                Change::Attempt(AttemptRecord {
                    thumbnail_url: with_url("https://x/b.jpg"),
                    ..attempt(image, "b")
                }),
                Change::Attempt(attempt(image, "without-a-thumbnail")),
            ])
            .unwrap();
    }
    store
}

fn missing(store: &Store) -> Vec<String> {
    let missing = store.missing_pictures(&media("lake"), 10).unwrap();
    missing.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn d2_what_is_missing_is_the_images_own_picture_and_then_the_newest_attempts() {
    let store = store_with(&["lake"]);
    assert_eq!(missing(&store), [OF_IMAGE, "b", "a"].map(str::to_owned));
    store.put_picture(&media("lake"), OF_IMAGE, &[1; 9], 5, NO_LIMIT).unwrap();
    assert_eq!(missing(&store), ["b", "a"]);
    assert_eq!(store.picture(&media("lake"), OF_IMAGE).unwrap(), Some(vec![1; 9]));
    assert_eq!(store.picture(&media("lake"), "a").unwrap(), None);
}

#[test]
fn d2_over_the_budget_those_unseen_longest_make_place() {
    let store = store_with(&["lake"]);
    let put = |key: &str, now| store.put_picture(&media("lake"), key, &[0; 100], now, 250);
    put(OF_IMAGE, 1).unwrap();
    put("a", 2).unwrap();
    put(OF_IMAGE, 3).unwrap();
    put("b", 4).unwrap();
    assert_eq!(missing(&store), ["a"], "it was unseen longest");
}

#[test]
fn d6_the_pictures_of_a_forgotten_image_go_with_it() {
    let store = store_with(&["lake", "hill"]);
    for image in ["lake", "hill"] {
        store.put_picture(&media(image), OF_IMAGE, &[1], 1, NO_LIMIT).unwrap();
    }
    store.forget(&Scope::Image(media("lake"))).unwrap();
    assert_eq!(store.picture(&media("lake"), OF_IMAGE).unwrap(), None);
    assert!(store.picture(&media("hill"), OF_IMAGE).unwrap().is_some());
}

#[test]
fn r7_what_pictures_and_saved_videos_take_is_added_up() {
    let store = Store::in_memory().unwrap();
    let (lake, pan) = (media("lake"), attempt_id("pan"));
    let video = AttemptRecord {
        video_url: Some("/pan.mp4".to_owned()),
        ..ended_attempt("lake", "pan", AttemptOutcome::Completed, 5)
    };
    store.apply(&[Change::Image(facts("lake")), Change::Attempt(video)]).unwrap();
    assert_eq!(store.kept_bytes().unwrap(), KeptBytes::default());
    store.put_picture(&lake, OF_IMAGE, &[1; 9], 5, NO_LIMIT).unwrap();
    assert!(store.ask_for_video(&lake, &pan, 50).unwrap());
    let saved = saved_video("/videos/pan.mp4", 70);
    store.set_video(&lake, &pan, &saved).unwrap();
    assert_eq!(store.kept_bytes().unwrap(), KeptBytes { pictures: 9, videos: 70 });
}
