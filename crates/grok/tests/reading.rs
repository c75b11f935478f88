//! Snapshots as Grok's page writes them, and as it might (spec A).

use std::sync::Arc;

use retake_grok::{Derivation, RemarkKind, StoreProblem, StoreReading};
use retake_protocol::{AttemptId, AttemptOutcome, MediaId, PostId, Prompt};

fn read(text: &str) -> StoreReading {
    StoreReading::read(Some(&Arc::new(text.to_owned()))).expect("a well-formed store")
}

fn ids_of(reading: &StoreReading) -> Vec<Vec<&str>> {
    let attempts = reading.containers[0].attempts.iter();
    attempts.map(|attempt| attempt.aliases.iter().map(AttemptId::as_str).collect()).collect()
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
    assert_eq!(ids_of(&reading), [vec!["a", "b", "c"], vec!["d"], vec!["7", "e"]]);
}

#[test]
fn a1_ids_of_the_item_the_page_and_the_file_are_aliases_and_never_the_first() {
    let reading = videos(
        r#"[{"assetId":"file","optimisticId":"early","inflightId":"flight","itemId":"item","id":"a"},
            {"assetId":"","id":"b"}]"#,
    );
    assert_eq!(ids_of(&reading), [vec!["a", "item", "early", "flight", "file"], vec!["b"]]);
}

#[test]
fn a1_the_id_of_an_image_or_a_conversation_is_no_alias() {
    let reading = read(&store(
        r#"{"videoByMediaId":{"image":[
                {"id":"image","videoId":"a","itemId":"other","videoPostId":"talk",
                 "conversationId":"talk","parentPostId":"image"}]},
            "imageByMediaId":{"image":[{"id":"image"}],"other":[{"id":"other"}]}}"#,
    ));
    assert_eq!(ids_of(&reading), [vec!["a"]]);
}

#[test]
fn a1_an_optimistic_id_means_the_real_one() {
    let reading = read(&store(
        r#"{"optimisticToRealIdMap":{"early":"real"},
            "videoByMediaId":{"image":[{"id":"early","progress":40},{"id":"real","progress":41}]}}"#,
    ));
    assert_eq!(ids_of(&reading), [vec!["early", "real"]]);
    assert_eq!(reading.containers[0].attempts[0].percent, Some(41.0));
    let renamed = reading.renamed.iter().map(|(early, real)| (early.as_str(), real.as_str()));
    assert!(renamed.eq([("early", "real")]));
}

#[test]
fn a1_entries_that_would_join_three_attempts_or_two_other_videos_join_none() {
    for entries in [
        r#"[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"a","videoId":"b","videoPostId":"c"}]"#,
        r#"[{"id":"a","videoUrl":"1.mp4"},{"id":"b","videoUrl":"2.mp4"},{"id":"a","videoId":"b"}]"#,
    ] {
        let reading = videos(entries);
        assert!(reading.containers[0].attempts.iter().all(|attempt| attempt.aliases.len() == 1));
        assert_eq!(reading.remarks[0].kind, RemarkKind::AmbiguousAliases, "{entries}");
    }
}

#[test]
fn a2_a_list_may_be_an_object_by_index_or_by_id_or_a_single_entry() {
    let entry = r#"{"id":"a","prompt":"slow pan","moderated":true}"#;
    let other = r#"{"id":"b","videoUrl":"v.mp4","resolution":{"width":1,"height":2}}"#;
    let list = videos(&format!("[{entry},{other}]"));
    for form in [
        format!(r#"{{"0":{entry},"1":{other}}}"#),
        format!(r#"{{"a":{entry},"b":{other}}}"#),
        format!(r#"{{"a":{},"b":{other}}}"#, r#"{"prompt":"slow pan","moderated":true}"#),
    ] {
        assert_eq!(videos(&form), list, "{form}");
    }
    assert_eq!(videos(other), videos(&format!("[{other}]")));
    let with_hole = videos(&format!(r#"{{"0":{entry},"1":null}}"#));
    assert_eq!(with_hole.remarks[0].kind, RemarkKind::SkippedEntries);
}

#[test]
fn a2_numbers_and_booleans_may_be_text() {
    for (moderated, expected) in [
        (r#""moderated":true"#, AttemptOutcome::Moderated),
        (r#""moderated":"true""#, AttemptOutcome::Moderated),
        (r#""moderated":"True""#, AttemptOutcome::Moderated),
        (r#""moderated":1"#, AttemptOutcome::Moderated),
        (r#""isModerated":true"#, AttemptOutcome::Moderated),
        (r#""moderated":{"isModerated":true}"#, AttemptOutcome::Moderated),
        (r#""moderated":"false""#, AttemptOutcome::Pending),
        (r#""moderated":0"#, AttemptOutcome::Pending),
        (r#""moderated":{}"#, AttemptOutcome::Pending),
        (r#""complete":true"#, AttemptOutcome::Completed),
        (r#""complete":true,"isTemporaryVideoGenPlaceholder":true"#, AttemptOutcome::Processing),
    ] {
        let reading = videos(&format!(r#"[{{"id":"a",{moderated}}}]"#));
        assert_eq!(reading.containers[0].attempts[0].outcome, expected, "{moderated}");
    }
    for progress in ["61", r#""61""#, r#""61%""#, r#"" 61 %""#] {
        let reading = videos(&format!(r#"[{{"id":"a","progress":{progress}}}]"#));
        assert_eq!(reading.containers[0].attempts[0].percent, Some(61.0), "{progress}");
    }
}

#[test]
fn a2_an_empty_prompt_gives_way_to_the_other_name_of_it() {
    let reading = videos(r#"[{"id":"a","prompt":"","videoPrompt":"slow pan"}]"#);
    let prompt = reading.containers[0].attempts[0].prompt.as_ref().expect("a prompt");
    assert_eq!(prompt.as_str(), "slow pan");
}

#[test]
fn a2_an_images_size_may_stand_in_its_resolution() {
    let image = r#"{"id":"i","resolution":{"width":1536,"height":2752}}"#;
    let reading = read(&store(&format!(r#"{{"imageByMediaId":{{"i":{image}}}}}"#)));
    assert_eq!((reading.images[0].width, reading.images[0].height), (Some(1536), Some(2752)));
}

#[test]
fn a4_half_a_surrogate_pair_anywhere_hides_nothing() {
    for state in [
        r#"{"videoByMediaId":{"image":[{"id":"a","note":"\ud83c"},"cut \ud83c"]}}"#,
        r#"{"favoritesById":{"k\ud83c":{"id":"x"}},"videoByMediaId":{"image":[{"id":"a"}]}}"#,
        r#"{"videoByMediaId":{"image":[{"id":"a"}]},"custom\ud83c":{"b":1}}"#,
        r#"{"videoByMediaId":{"image":[{"id":"a","tag\ud83c":1}]}}"#,
        r#"{"videoByMediaId":{"\udc00":[{"id":"b"}],"image":[{"id":"a"}]}}"#,
        r#"{"videoByMediaId":{"image":[{"id":"a","prompt":"\ud83c\ud83c"}]}}"#,
    ] {
        let reading = read(&store(state));
        let found = reading.image_of(&PostId::new("a").expect("an id"));
        assert_eq!(found, MediaId::new("image"), "{state}");
    }
}

#[test]
fn a8_what_an_attempt_was_made_from_is_told_the_surest_first() {
    let file = "11111111-aaaa-4aaa-8aaa-000000000001";
    let reading = videos(&format!(
        r#"[{{"id":"a","originalPostId":"original","inputMediaItems":[{{"id":"input"}},{{"id":"x"}}],
             "imageReferences":["https://assets.grok.com/users/u/{file}/content"],
             "parentPostId":"parent"}},
            {{"id":"b","parentPostId":"b","originalPostId":""}}]"#
    ));
    let made_from = |number: usize| {
        let attempt = &reading.containers[0].attempts[number];
        attempt.made_from.iter().map(PostId::as_str).collect::<Vec<_>>()
    };
    assert_eq!(made_from(0), ["parent", "input", file, "original"]);
    assert!(made_from(1).is_empty(), "not from itself");
}

#[test]
fn a9_what_was_done_to_a_video_is_told() {
    for (kind, expected) in [
        ("ORIGINAL_REF_TYPE_VIDEO_EXTENSION", Some(Derivation::Extension)),
        ("ORIGINAL_REF_TYPE_VIDEO_UPSCALE", Some(Derivation::Upscale)),
        ("ORIGINAL_REF_TYPE_VIDEO_EDIT", Some(Derivation::Edit)),
        ("ORIGINAL_REF_TYPE_IMAGE_EDIT", None),
        ("", None),
    ] {
        let reading = videos(&format!(r#"[{{"id":"a","originalRefType":"{kind}"}}]"#));
        assert_eq!(reading.containers[0].attempts[0].derivation, expected, "{kind}");
    }
}

#[test]
fn a9_a_video_in_high_definition_is_told_beside_the_usual_one() {
    for (fields, hd, hd_1080) in [
        (
            r#""hdMediaUrl":"v_hd.mp4","hd1080MediaUrl":"v_1080.mp4""#,
            Some("v_hd.mp4"),
            Some("v_1080.mp4"),
        ),
        (r#""hdKey":"v_hd.mp4","hd1080Key":"v_1080.mp4""#, Some("v_hd.mp4"), Some("v_1080.mp4")),
        (r#""hdMediaUrl":"","hd1080MediaUrl":null"#, None, None),
        (r#""hd1080MediaUrl":"v_1080.mp4""#, None, Some("v_1080.mp4")),
    ] {
        let reading = videos(&format!(r#"[{{"id":"a","mediaUrl":"v.mp4",{fields}}}]"#));
        let attempt = &reading.containers[0].attempts[0];
        assert_eq!(attempt.video_url.as_deref(), Some("v.mp4"), "{fields}");
        let better = (attempt.hd_url.as_deref(), attempt.hd_1080_url.as_deref());
        assert_eq!(better, (hd, hd_1080), "{fields}");
    }
}

#[test]
fn b1_a_key_may_be_a_conversation_a_video_or_nothing() {
    let reading = read(&store(
        r#"{"videoByMediaId":{
              "talk":[{"id":"a","conversationId":"talk"}],
              "lone talk":[{"id":"b","conversationId":"lone talk"}],
              "a":[{"id":"longer","originalRefType":"ORIGINAL_REF_TYPE_VIDEO_EXTENSION"}],
              "clip":[], "undefined":[{"id":"c"}], "several":[], "image":[]},
            "imageByMediaId":{"talk":[{"id":"lake"}],"several":[{"id":"lake"},{"id":"hill"}]},
            "favoritesById":{"clip":{"mediaType":"video"}}}"#,
    ));
    let images = reading
        .containers
        .iter()
        .map(|container| (container.key.as_str(), container.image.as_ref().map(MediaId::as_str)));
    assert!(images.eq([
        ("talk", Some("lake")),
        ("lone talk", None),
        ("a", None),
        ("clip", None),
        ("undefined", None),
        ("several", None),
        ("image", Some("image")),
    ]));
}

#[test]
fn b1_a_favourite_that_is_a_video_leads_to_its_image_in_every_form() {
    for (favourites, expected) in [
        (r#""v":{"mediaType":"video","originalPostId":"lake"}"#, Some("lake")),
        (r#""v":{"mimeType":"video/mp4","originalPostId":"lake"}"#, Some("lake")),
        (r#""v":{"videoDuration":6,"parentPostId":"lake"}"#, Some("lake")),
        (r#""v":{"mediaUrl":"https://x.ai/v.mp4?cache=1","originalPostId":"lake"}"#, Some("lake")),
        (r#""v":{"mediaType":"MEDIA_POST_TYPE_VIDEO"}"#, None),
        (r#""lake":{"mediaUrl":"x.png","videos":[{"id":"v"}]}"#, Some("lake")),
        (r#""lake":{"mediaUrl":"x.png","childPosts":[{"id":"v"}]}"#, Some("lake")),
        (r#""lake":{"mediaUrl":"x.png","prompt":"v"}"#, None),
    ] {
        let reading = read(&store(&format!(
            r#"{{"favoritesById":{{{favourites}}},"imageByMediaId":{{"lake":[{{"id":"lake"}}]}},
                 "videoByMediaId":{{}}}}"#
        )));
        let found = reading.image_of(&PostId::new("v").expect("an id"));
        assert_eq!(found.as_ref().map(MediaId::as_str), expected, "{favourites}");
    }
}

#[test]
fn b1_an_image_is_itself_though_another_was_made_from_it() {
    let reading = read(&store(
        r#"{"videoByMediaId":{"edited":[{"id":"v","parentPostId":"lake"}]},
            "imageByMediaId":{"lake":[{"id":"lake"}],"edited":[{"id":"edited"}]}}"#,
    ));
    for (post, expected) in [("lake", "lake"), ("edited", "edited"), ("v", "lake")] {
        let found = reading.image_of(&PostId::new(post).expect("an id"));
        assert_eq!(found.as_ref().map(MediaId::as_str), Some(expected), "{post}");
    }
}

#[test]
fn c13_a_store_without_videos_says_so() {
    assert!(read(&store(r#"{"videoByMediaId":{}}"#)).has_videos);
    assert!(!read(&store(r#"{"videosByMediaId":{},"imageByMediaId":{}}"#)).has_videos);
}

#[test]
fn a1_a_second_entry_that_shares_any_alias_is_the_same_attempt() {
    let reading =
        videos(r#"[{"id":"a","videoId":"b"},{"id":"x"},{"videoPostId":"b","moderated":true}]"#);
    let attempts = &reading.containers[0].attempts;
    assert_eq!(attempts.len(), 2);
    assert_eq!(attempts[0].outcome, AttemptOutcome::Moderated, "the outcome that came later");
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
    let attempt = &a.containers[0].attempts[0];
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
    let attempt = &reading.containers[0].attempts[0];
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
    let attempts = &reading.containers[0].attempts;
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempts[0].id().as_str(), "a");
    assert_eq!(attempts[0].prompt, None, "a field of another type is as if it were absent");
    assert_eq!(reading.remarks[0].kind, RemarkKind::SkippedEntries);
    assert_eq!(reading.remarks[0].count, 8);
}

#[test]
fn a4_a_lone_surrogate_in_a_prompt_hides_nothing() {
    let reading = videos(r#"[{"id":"a","prompt":"lake \ud83c"},{"id":"b"}]"#);
    assert_eq!(reading.containers[0].attempts.len(), 2);
}

#[test]
fn a4_nesting_of_any_depth_in_an_unknown_field_is_no_error() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let reading = read(&store(&format!(
        r#"{{"videoByMediaId":{{"image":[{{"id":"a","x":{deep}}}]}},"unknown":{deep}}}"#
    )));
    assert_eq!(reading.containers[0].attempts.len(), 1);
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
        let text = text.map(|text| Arc::new(text.to_owned()));
        let problem: StoreProblem = StoreReading::read(text.as_ref()).expect_err("no store");
        assert!(problem.to_string().contains(expected), "{text:?}: {problem}");
    }
}

#[test]
fn a6_the_facts_of_an_image_and_of_an_attempt_are_kept() {
    let reading = read(&store(
        r#"{"videoByMediaId":{"image":[{"id":"v","videoDuration":6,"resolutionName":"480p",
                "mode":"custom"}]},
            "imageByMediaId":{"image":[{"id":"image","originalPrompt":"a lake","prompt":"a blue lake",
                "mediaUrl":"/lake.jpg","width":832,"height":1248,
                "createTime":"2026-02-05T15:40:00Z"}]}}"#,
    ));
    let image = &reading.images[0];
    assert_eq!(image.original_prompt.as_ref().map(Prompt::as_str), Some("a lake"));
    assert_eq!(image.prompt.as_ref().map(Prompt::as_str), Some("a blue lake"));
    assert_eq!(image.image_url.as_deref(), Some("/lake.jpg"));
    assert_eq!((image.width, image.height), (Some(832), Some(1248)));
    assert_eq!(image.create_time, Some(1_770_306_000_000));
    let attempt = &reading.containers[0].attempts[0];
    assert_eq!(attempt.length_seconds, Some(6.0));
    assert_eq!(attempt.resolution.as_deref(), Some("480p"));
    assert_eq!(attempt.mode.as_deref(), Some("custom"));
}

#[test]
fn a7_a_key_with_an_empty_array_is_present() {
    let reading = videos("[]");
    assert_eq!(reading.containers.len(), 1);
    assert!(reading.containers[0].attempts.is_empty());
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
    assert_eq!(reading.containers.len(), 1);
    assert_eq!(reading.remarks[0].kind, RemarkKind::OtherVersion);
}

#[test]
fn b1_an_entry_of_the_favourites_is_an_image_unless_it_is_a_video_or_broken() {
    let reading = read(
        r#"{"state":{
            "favoritesById":{
                "lake":{"prompt":"a mountain lake","mediaType":"MEDIA_POST_TYPE_IMAGE"},
                "clip":{"mediaType":"MEDIA_POST_TYPE_VIDEO"},
                "hole":null,
                "\u0068ill":{"width":10,"height":"tall"}},
            "byId":{"clip":{"prompt":"the image of that name"},"":{}}},"version":1}"#,
    );
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
    let reading = read(&text);
    assert_eq!(ids_of(&reading), [vec!["a", "b"], vec!["other"]]);
    let attempts = &reading.containers[0].attempts;
    assert_eq!(attempts[0].outcome, AttemptOutcome::Moderated, "the later outcome wins");
}
