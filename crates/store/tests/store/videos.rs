//! Saved videos: asked for once, kept in mind over restarts, and gone with their image.

use retake_protocol::history::VideoView;
use retake_protocol::{AttemptOutcome, Prompt, SessionId, VideoQuality};
use retake_session::record::{AttemptRecord, Change, Counted};
use retake_store::{ReplacementStatus, Scope, Store, VideoFile, VideoSource, VideoStatus};

use crate::support::*;

fn finished(image: &str, id: &str, at: i64) -> AttemptRecord {
    AttemptRecord {
        video_url: Some(format!("/{id}.mp4")),
        ..ended_attempt(image, id, AttemptOutcome::Completed, at)
    }
}

fn store_with(attempts: Vec<AttemptRecord>) -> Store {
    let store = Store::in_memory().unwrap();
    let mut changes =
        vec![Change::Image(full_facts("lake")), Change::Session(full_session("lake", 1))];
    changes.extend(attempts.into_iter().map(Change::Attempt));
    store.apply(&changes).unwrap();
    store
}

fn view(store: &Store, id: &str) -> VideoView {
    let attempts = store.image_detail(&media("lake")).unwrap().unwrap().attempts;
    attempts.into_iter().find(|found| found.attempt_id == attempt_id(id)).unwrap().video
}

fn ask(store: &Store, id: &str) -> bool {
    store.ask_for_video(&media("lake"), &attempt_id(id), 50).unwrap()
}

fn set(store: &Store, id: &str, outcome: &VideoStatus) {
    store.set_video(&media("lake"), &attempt_id(id), outcome).unwrap();
}

fn open(store: &Store) -> Vec<String> {
    store.open_videos().unwrap().into_iter().map(|(_, id)| id.to_string()).collect()
}

fn saved() -> VideoStatus {
    saved_video("/videos/a.mp4", 812)
}

#[test]
fn n7_a_video_is_open_from_the_asking_until_it_is_saved_or_given_up() {
    let store = store_with(vec![finished("lake", "a", 20), finished("lake", "b", 30)]);
    assert_eq!(view(&store, "a"), VideoView::Offered);
    assert!(ask(&store, "b") && ask(&store, "a"));
    assert_eq!(open(&store), ["b", "a"], "in order of asking");
    set(&store, "a", &VideoStatus::Fetching { partial: "/videos/x.part".into() });
    assert_eq!(view(&store, "a"), VideoView::Saving);
    let source = store.video(&media("lake"), &attempt_id("a")).unwrap().unwrap();
    assert_eq!(source.partial.as_deref(), Some("/videos/x.part"));

    set(&store, "a", &saved());
    let expected = VideoView::Saved {
        file: "a.mp4".into(),
        quality: VideoQuality::Base,
        bytes: 812,
        saved_at: 60,
    };
    assert_eq!(view(&store, "a"), expected);
    set(&store, "b", &VideoStatus::Failed { reason: "it broke off".into() });
    assert_eq!(view(&store, "b"), VideoView::Failed { reason: "it broke off".into() });
    assert!(open(&store).is_empty());
    assert!(ask(&store, "b"), "the user may ask again");
    assert_eq!((open(&store), view(&store, "b")), (vec!["b".into()], VideoView::Saving));
}

#[test]
fn only_a_finished_video_with_an_address_can_be_asked_for() {
    let without_address = ended_attempt("lake", "bare", AttemptOutcome::Completed, 20);
    let moderated =
        AttemptRecord { outcome: AttemptOutcome::Moderated, ..finished("lake", "moderated", 20) };
    let store = store_with(vec![without_address, moderated]);
    for id in ["bare", "moderated", "unknown"] {
        assert!(!ask(&store, id), "{id}");
    }
    assert_eq!(view(&store, "bare"), VideoView::None);
    assert_eq!(store.video(&media("lake"), &attempt_id("bare")).unwrap(), None);
}

#[test]
fn a_new_video_was_counted_or_begun_since_and_not_asked_for() {
    let counted = Some(Counted { session_id: SessionId(1), position: 0 });
    let store = store_with(vec![
        AttemptRecord { counted, ..finished("lake", "before", 99) },
        AttemptRecord { counted, ..finished("lake", "counted", 100) },
        AttemptRecord { create_time: Some(100), ..finished("lake", "begun-since", 110) },
        AttemptRecord { create_time: Some(5), ..finished("lake", "first-seen-now", 110) },
        AttemptRecord { counted, ..finished("lake", "asked-for", 120) },
        AttemptRecord {
            counted,
            outcome: AttemptOutcome::Moderated,
            ..finished("lake", "moderated", 120)
        },
    ]);
    assert!(ask(&store, "asked-for"));
    let new = store.new_videos(&media("lake"), 100).unwrap();
    assert_eq!(new, [attempt_id("counted"), attempt_id("begun-since")]);
}

#[test]
fn the_origin_of_a_video_has_what_its_file_is_named_and_described_by() {
    let store = store_with(vec![
        finished("lake", "one", 20),
        ended_attempt("lake", "lost", AttemptOutcome::Moderated, 25),
        AttemptRecord {
            prompt: Some(Prompt::new("slow pan")),
            counted: Some(Counted { session_id: SessionId(1), position: 1 }),
            create_time: Some(21),
            ..finished("lake", "two", 30)
        },
    ]);
    assert!(ask(&store, "one") && ask(&store, "two"));
    let first = store.video(&media("lake"), &attempt_id("one")).unwrap().unwrap();
    assert_eq!(first.number, 1, "later videos do not count");
    let source = store.video(&media("lake"), &attempt_id("two")).unwrap().unwrap();
    let file = VideoFile { quality: VideoQuality::Base, address: "/two.mp4".into() };
    assert_eq!((source.files, source.number), (vec![file], 2));
    assert_eq!(source.prompt, Some(Prompt::new("slow pan")));
    assert_eq!(source.original_prompt, Some(Prompt::new("a mountain lake at dawn")));
    assert_eq!(source.session_id, Some(SessionId(1)));
    assert_eq!((source.create_time, source.finished_at), (Some(21), 30));
}

#[test]
fn n8_the_files_that_grok_has_of_a_video_come_best_first() {
    use VideoQuality::{Base, Hd, Hd1080};
    let (hd, hd_1080) = (Some("/hd.mp4".to_owned()), Some("/1080.mp4".to_owned()));
    let store = store_with(vec![
        AttemptRecord {
            hd_url: hd.clone(),
            hd_1080_url: hd_1080.clone(),
            ..finished("lake", "both", 20)
        },
        AttemptRecord { hd_url: hd, ..finished("lake", "hd", 20) },
        AttemptRecord { hd_url: Some(String::new()), ..finished("lake", "base", 20) },
    ]);
    for (id, expected) in [
        ("both", vec![(Hd1080, "/1080.mp4"), (Hd, "/hd.mp4"), (Base, "/both.mp4")]),
        ("hd", vec![(Hd, "/hd.mp4"), (Base, "/hd.mp4")]),
        ("base", vec![(Base, "/base.mp4")]),
    ] {
        assert!(ask(&store, id));
        let source = store.video(&media("lake"), &attempt_id(id)).unwrap().unwrap();
        let files: Vec<_> =
            source.files.iter().map(|file| (file.quality, file.address.as_str())).collect();
        assert_eq!(files, expected);
    }
}

#[test]
fn n8_which_file_is_saved_is_kept() {
    let store = store_with(vec![finished("lake", "a", 20)]);
    assert!(ask(&store, "a"));
    let file = saved_file("/videos/a.mp4", VideoQuality::Hd, 812);
    set(&store, "a", &VideoStatus::Saved { file, at: 60 });
    assert!(matches!(view(&store, "a"), VideoView::Saved { quality: VideoQuality::Hd, .. }));
}

/// A store with a saved video of each of these ids, and what Grok names in high definition beside it.
fn store_with_saved(videos: &[(&str, Option<&str>)]) -> Store {
    let attempts = videos.iter().map(|(id, hd)| AttemptRecord {
        hd_url: hd.map(str::to_owned),
        ..finished("lake", id, 20)
    });
    let store = store_with(attempts.collect());
    for (id, _) in videos {
        assert!(ask(&store, id));
        set(&store, id, &saved());
    }
    store
}

fn source(store: &Store, id: &str) -> VideoSource {
    store.video(&media("lake"), &attempt_id(id)).unwrap().unwrap()
}

fn replace(store: &Store, id: &str, status: &ReplacementStatus) {
    store.set_replacement(&media("lake"), &attempt_id(id), status).unwrap();
}

fn replacing(store: &Store) -> Vec<String> {
    store.open_replacements().unwrap().into_iter().map(|(_, id)| id.to_string()).collect()
}

#[test]
fn n9_while_a_better_file_is_fetched_the_video_stays_saved_as_it_is() {
    let store = store_with_saved(&[("a", Some("/hd.mp4"))]);
    let (before, file) = (view(&store, "a"), source(&store, "a").saved);
    let better = saved_file("/videos/a.mp4", VideoQuality::Hd, 9_000);
    for status in [
        ReplacementStatus::Asked { at: 70 },
        ReplacementStatus::Fetching { partial: "/videos/x.part".into() },
        ReplacementStatus::Placing { partial: "/videos/x.part".into(), file: better },
    ] {
        replace(&store, "a", &status);
        assert_eq!((view(&store, "a"), source(&store, "a").saved), (before.clone(), file.clone()));
        assert_eq!(replacing(&store), ["a"], "it is still open: {status:?}");
        assert!(open(&store).is_empty(), "it is not to be saved anew");
    }
    replace(&store, "a", &ReplacementStatus::Over);
    assert_eq!(view(&store, "a"), before);
    assert_eq!((replacing(&store), source(&store, "a").partial), (vec![], None));
}

#[test]
fn n9_what_an_unfinished_replacement_has_left_is_known_until_it_is_over() {
    let store = store_with_saved(&[("a", Some("/hd.mp4"))]);
    replace(&store, "a", &ReplacementStatus::Asked { at: 70 });
    replace(&store, "a", &ReplacementStatus::Fetching { partial: "/videos/x.part".into() });
    assert_eq!(source(&store, "a").partial.as_deref(), Some("/videos/x.part"));
    let better = saved_file("/videos/a.mp4", VideoQuality::Hd, 9_000);
    let (partial, file) = ("/videos/x.part".to_owned(), better.clone());
    replace(&store, "a", &ReplacementStatus::Placing { partial, file });
    let VideoSource { placing, partial, .. } = source(&store, "a");
    assert_eq!((placing.as_ref(), partial.as_deref()), (Some(&better), Some("/videos/x.part")));
    set(&store, "a", &VideoStatus::Saved { file: better.clone(), at: 80 });
    assert_eq!((source(&store, "a").saved, source(&store, "a").placing), (Some(better), None));
    assert!(replacing(&store).is_empty());
}

#[test]
fn n9_better_files_are_fetched_in_order_of_asking_and_only_of_saved_videos() {
    let store = store_with_saved(&[("a", Some("/a.mp4")), ("b", Some("/b.mp4")), ("c", None)]);
    set(&store, "c", &VideoStatus::Failed { reason: "it is gone".into() });
    for (id, at) in [("b", 70), ("a", 71), ("c", 72), ("b", 73)] {
        replace(&store, id, &ReplacementStatus::Asked { at });
    }
    assert_eq!(replacing(&store), ["b", "a"]);
}

#[test]
fn n9_a_file_that_was_given_up_is_kept_in_mind_until_the_video_is_asked_for_again() {
    let store = store_with_saved(&[("a", Some("/hd.mp4"))]);
    let give_up = |quality| {
        store.give_up_file(&media("lake"), &attempt_id("a"), quality).unwrap();
        source(&store, "a").given_up.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(give_up(VideoQuality::Hd), [VideoQuality::Hd]);
    assert_eq!(give_up(VideoQuality::Hd1080), [VideoQuality::Hd, VideoQuality::Hd1080]);
    set(&store, "a", &saved());
    assert_eq!(source(&store, "a").given_up.len(), 2, "over saving, too");
    assert!(ask(&store, "a"));
    assert!(source(&store, "a").given_up.is_empty());
}

#[test]
fn n9_only_saved_videos_with_another_file_can_be_replaced() {
    let store = store_with_saved(&[
        ("usual", None),
        ("hd", Some("/hd.mp4")),
        ("empty", Some("")),
        ("best", Some("/best.mp4")),
        ("lost", Some("/lost.mp4")),
        ("asked", Some("/asked.mp4")),
    ]);
    let best = saved_file("/videos/best.mp4", VideoQuality::Hd1080, 9_000);
    set(&store, "best", &VideoStatus::Saved { file: best, at: 60 });
    set(&store, "lost", &VideoStatus::Failed { reason: "it is gone".into() });
    replace(&store, "asked", &ReplacementStatus::Asked { at: 70 });
    assert_eq!(store.replaceable_videos(&media("lake")).unwrap(), [attempt_id("hd")]);
}

#[test]
fn d6_what_is_known_of_saved_videos_goes_with_their_image() {
    let store = store_with(vec![finished("lake", "a", 20)]);
    assert!(ask(&store, "a"));
    store.forget(&Scope::All).unwrap();
    assert!(open(&store).is_empty());
    set(&store, "a", &saved());
    assert_eq!(store.video(&media("lake"), &attempt_id("a")).unwrap(), None);
}
