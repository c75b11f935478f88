//! Snapshots as Grok's page writes them, and as it might (spec A).

use retake_grok::{RemarkKind, StoreProblem, StoreReading};
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, PostId};

fn read(text: &str) -> StoreReading {
    StoreReading::read(Some(text)).expect("a well-formed store")
}

fn store(state: &str) -> String {
    format!(r#"{{"state":{state},"version":1}}"#)
}

fn videos(entries: &str) -> StoreReading {
    read(&store(&format!(r#"{{"videoByMediaId":{{"image":{entries}}}}}"#)))
}

#[test]
fn a1_the_id_is_the_first_present_and_all_three_are_aliases() {
    let reading = videos(
        r#"[{"videoPostId":"c","videoId":"b","id":"a"},{"videoId":"","videoPostId":"d"},
            {"id":7,"videoId":"e"}]"#,
    );
    let ids: Vec<Vec<&str>> = (reading.videos[0].attempts.iter())
        .map(|attempt| attempt.aliases.iter().map(AttemptId::as_str).collect())
        .collect();
    assert_eq!(ids, [vec!["a", "b", "c"], vec!["d"], vec!["e"]]);
}

#[test]
fn a1_a_second_entry_that_shares_any_alias_is_the_same_attempt() {
    let reading =
        videos(r#"[{"id":"a","videoId":"b"},{"id":"x"},{"videoPostId":"b","moderated":true}]"#);
    let attempts = &reading.videos[0].attempts;
    assert_eq!(attempts.len(), 2);
    assert_eq!(attempts[0].outcome, AttemptOutcome::Moderated, "the fate that came later");
    assert_eq!(attempts[0].id().as_str(), "a");
}

#[test]
fn a2_both_shapes_say_the_same() {
    let shape_a = r#"{"videoId":"a","videoPrompt":"slow pan","mediaUrl":"v.mp4",
        "thumbnailImageUrl":"t.jpg","progress":100,"videoDuration":6,"resolutionName":"480p",
        "mode":"custom","moderated":false,"createTime":"2026-02-05T15:40:00Z"}"#;
    let shape_b = r#"{"id":"a","prompt":"slow pan","videoUrl":"v.mp4","thumbnailUrl":"t.jpg",
        "progress":100,"videoDuration":6,"resolutionName":"480p","mode":"custom",
        "status":"completed","createTime":"2026-02-05T15:40:00Z"}"#;
    let (a, b) = (videos(&format!("[{shape_a}]")), videos(&format!("[{shape_b}]")));
    assert_eq!(a, b);
    let attempt = &a.videos[0].attempts[0];
    assert_eq!(attempt.outcome, AttemptOutcome::Completed);
    assert_eq!(attempt.length_seconds, Some(6.0));
    assert_eq!(attempt.resolution.as_deref(), Some("480p"));
}

#[test]
fn a2_an_image_is_a_list_or_a_single_object() {
    let image = r#"{"id":"i","prompt":"a lake","originalPrompt":"a mountain lake","width":784}"#;
    let list = read(&store(&format!(r#"{{"imageByMediaId":{{"i":[{image}]}}}}"#)));
    let single = read(&store(&format!(r#"{{"imageByMediaId":{{"i":{image}}}}}"#)));
    assert_eq!(list, single);
    let prompt = list.images[0].original_prompt.as_ref().map(|prompt| prompt.as_str().to_owned());
    assert_eq!(prompt.as_deref(), Some("a mountain lake"));
    assert_eq!(list.images[0].width, Some(784));
}

#[test]
fn a3_an_unknown_status_is_kept_counts_as_processing_and_is_remarked() {
    let reading = videos(r#"[{"id":"a","status":"queued"}]"#);
    let attempt = &reading.videos[0].attempts[0];
    assert_eq!(attempt.outcome, AttemptOutcome::Processing);
    assert_eq!(attempt.unknown_status.as_deref(), Some("queued"));
    assert_eq!(reading.remarks[0].kind, RemarkKind::UnknownStatus("queued".into()));
}

#[test]
fn a4_one_bad_entry_never_hides_its_neighbours() {
    let long = "x".repeat(129);
    let reading = videos(&format!(
        r#"[null,7,"text",[1,[2]],true,{{}},{{"id":null}},{{"id":"{long}"}},
            {{"id":"a","prompt":{{"deep":[1]}},"progress":"40","moderated":"yes",
              "createTime":[],"new field":{{"x":[{{}}]}}}}]"#
    ));
    let attempts = &reading.videos[0].attempts;
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempts[0].id().as_str(), "a");
    assert_eq!(attempts[0].prompt, None, "a field of another type is as if it were absent");
    assert_eq!(reading.remarks[0].kind, RemarkKind::SkippedEntries);
    assert_eq!(reading.remarks[0].count, 8);
}

#[test]
fn a4_a_lone_surrogate_in_a_prompt_hides_nothing() {
    let reading = videos(r#"[{"id":"a","prompt":"lake \ud83c"},{"id":"b"}]"#);
    assert_eq!(reading.videos[0].attempts.len(), 2);
}

#[test]
fn a4_nesting_of_any_depth_in_an_unknown_field_is_no_error() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let reading = read(&store(&format!(
        r#"{{"videoByMediaId":{{"image":[{{"id":"a","x":{deep}}}]}},"unknown":{deep}}}"#
    )));
    assert_eq!(reading.videos[0].attempts.len(), 1);
}

#[test]
fn a5_what_is_no_store_says_why() {
    let cases: [(Option<&str>, &str); 10] = [
        (None, "holds no media store"),
        (Some(""), "is empty"),
        (Some("  "), "is empty"),
        (Some("{\"state\":"), "is not JSON"),
        (Some("[]"), "another shape"),
        (Some("7"), "another shape"),
        (Some("{\"version\":1}"), "`state` is missing"),
        (Some("{\"state\":null}"), "`state` is missing"),
        (Some("{\"state\":{\"other\":{}}}"), "none of the known maps"),
        (Some("{\"state\":{\"videoByMediaId\":[],\"byId\":{}}}"), "`videoByMediaId` is no object"),
    ];
    for (text, expected) in cases {
        let problem: StoreProblem = StoreReading::read(text).expect_err("no store");
        assert!(problem.to_string().contains(expected), "{text:?}: {problem}");
    }
}

#[test]
fn a7_a_key_with_an_empty_array_is_present() {
    let reading = videos("[]");
    assert_eq!(reading.videos.len(), 1);
    assert!(reading.videos[0].attempts.is_empty());
}

#[test]
fn b1_the_first_match_wins() {
    let text = store(
        r#"{"videoByMediaId":{
              "image-1":[{"id":"video-1","videoPostId":"post-1","parentPostId":"parent-1"}],
              "both":[]},
            "imageByMediaId":{"image-2":[{"id":"image-2"}],"video-1":[{"id":"video-1"}]},
            "favoritesById":{"image-3":{"id":"image-3"},
              "video-9":{"id":"video-9","mediaType":"MEDIA_POST_TYPE_VIDEO"}},
            "byId":{"image-4":{"id":"image-4"}}}"#,
    );
    let reading = read(&text);
    for (post, expected) in [
        ("image-1", Some("image-1")),
        ("both", Some("both")),
        ("video-1", Some("image-1")),
        ("post-1", Some("image-1")),
        ("parent-1", Some("image-1")),
        ("image-2", Some("image-2")),
        ("image-3", Some("image-3")),
        ("image-4", Some("image-4")),
        ("video-9", None),
        ("nothing", None),
    ] {
        let post_id = PostId::new(post).expect("an id");
        let found = reading.image_of(&post_id);
        assert_eq!(found.as_ref().map(MediaId::as_str), expected, "{post}");
    }
}

#[test]
fn a_version_that_is_not_1_is_remarked_and_read_all_the_same() {
    let reading =
        read(r#"{"state":{"videoByMediaId":{"image":[{"id":"a"}]}},"version":2,"more":[]}"#);
    assert_eq!(reading.videos.len(), 1);
    assert_eq!(reading.remarks[0].kind, RemarkKind::OtherVersion);
}

#[test]
fn b1_an_entry_of_the_favourites_is_an_image_unless_it_is_a_video_or_broken() {
    let reading = StoreReading::read(Some(
        r#"{"state":{
            "favoritesById":{
                "lake":{"prompt":"a mountain lake","mediaType":"MEDIA_POST_TYPE_IMAGE"},
                "clip":{"mediaType":"MEDIA_POST_TYPE_VIDEO"},
                "hole":null,
                "\u0068ill":{"width":10,"height":"tall"}},
            "byId":{"clip":{"prompt":"the image of that name"},"":{}}},"version":1}"#,
    ))
    .unwrap();
    let prompt = |id: &str| {
        let prompt = reading.favorites.image(id).map(|image| image.prompt);
        prompt.map(|prompt| prompt.map(|prompt| prompt.as_str().to_owned()))
    };
    assert_eq!(prompt("lake"), Some(Some("a mountain lake".to_owned())));
    assert_eq!(prompt("clip"), Some(Some("the image of that name".to_owned())));
    assert_eq!(prompt("hill"), Some(None), "a key with an escape is found by what it says");
    for id in ["hole", "", "nobody"] {
        assert_eq!(prompt(id), None, "{id:?}");
    }
    assert_eq!(reading.favorites.image("hill").unwrap().width, Some(10));
}

/// Found by fuzzing.
#[test]
fn a1_an_entry_that_bridges_two_others_makes_one_attempt_of_them() {
    let text = store(
        r#"{"videoByMediaId":{"lake":[
            {"id":"a","prompt":"slow pan"},{"id":"b","moderated":true},{"id":"other"},
            {"id":"a","videoPostId":"b"}]}}"#,
    );
    let attempts = &read(&text).videos[0].attempts;
    let aliases: Vec<Vec<_>> = (attempts.iter())
        .map(|attempt| attempt.aliases.iter().map(AttemptId::as_str).collect())
        .collect();
    assert_eq!(aliases, [vec!["a", "b"], vec!["other"]]);
    assert_eq!(attempts[0].outcome, AttemptOutcome::Moderated, "the later fate wins");
}
