//! What the page fetches by itself of files and conversations (spec H8).

use proptest::prelude::*;
use retake_grok::record::{AssetKind, Lineage, Records, SeenAsset};
use retake_grok::request::VideoKind;
use retake_grok::{Derivation, NoticeReading, RefusalReading, Sender};
use retake_protocol::{PostId, Prompt};
use serde_json::{Value, json};

use crate::fixtures::{
    ASKING, IMAGE, IMAGE_TALK, MAKING, OTHER_VIDEO, PROMPT, TALK, VIDEO, assert_all_of, fixture,
    media, post, posts,
};

const THIRD_VIDEO: &str = "bbbbbbbb-0000-4000-8000-000000000003";

fn records(name: &str) -> Records {
    Records::read(&fixture(&format!("records/{name}")))
}

fn read(body: &Value) -> Records {
    Records::read(&body.to_string())
}

fn image(id: &str) -> Lineage {
    Lineage::Image(media(id))
}

fn asset<'a>(records: &'a Records, id: &str) -> &'a SeenAsset {
    records.asset(&post(id)).unwrap_or_else(|| panic!("no {id} in {records:?}"))
}

/// A record of a video.
fn video(id: &str, more: &Value) -> Value {
    let mut record = json!({ "assetId": id, "mimeType": "video/mp4" });
    for (name, value) in more.as_object().into_iter().flatten() {
        record[name] = value.clone();
    }
    record
}

#[test]
fn h8_every_answer_tells_of_its_files_turns_and_conversations() {
    let both = [IMAGE_TALK, TALK];
    let cases: [(&str, &[&str], usize, &[&str]); 13] = [
        ("asset-detail-image.json", &[IMAGE], 0, &both[..1]),
        ("asset-detail-video-hd.json", &[OTHER_VIDEO], 0, &both[1..]),
        ("asset-detail-video-normal-mode.json", &[VIDEO], 0, &both[1..]),
        ("asset-detail-video.json", &[VIDEO], 0, &both[1..]),
        ("asset-list.json", &[OTHER_VIDEO, VIDEO, IMAGE], 0, &[TALK, IMAGE_TALK]),
        ("asset-list-with-extension.json", &[OTHER_VIDEO, VIDEO], 0, &both[1..]),
        ("asset-wrapped-text-to-video.json", &[THIRD_VIDEO], 0, &both[1..]),
        ("conversation-list.json", &[VIDEO], 0, &both[1..]),
        ("conversation-responses.json", &[IMAGE, VIDEO], 2, &[TALK, IMAGE_TALK]),
        ("conversation-responses-moderated.json", &[IMAGE], 2, &[TALK, IMAGE_TALK]),
        ("v1-post-get.json", &[IMAGE, VIDEO], 0, &[]),
        ("v1-post-list.json", &[IMAGE, VIDEO, OTHER_VIDEO], 0, &[]),
        ("v1-post-bulk-get.json", &[VIDEO, THIRD_VIDEO], 0, &[]),
    ];
    assert_all_of("records", cases.iter().map(|(name, ..)| *name));
    for (name, assets, turns, conversations) in cases {
        let records = records(name);
        let ids: Vec<_> = records.assets.iter().map(|asset| asset.id.as_str()).collect();
        assert_eq!(ids, assets, "{name}");
        assert_eq!(records.turns.len(), turns, "{name}");
        assert_eq!(records.conversations, posts(conversations), "{name}");
        for id in ids.iter().filter(|id| **id != THIRD_VIDEO) {
            assert_eq!(records.lineage(&post(id)), image(IMAGE), "{name}: {id}");
        }
    }
}

#[test]
fn h8_a_record_tells_what_grok_keeps_of_a_video() {
    let records = records("asset-detail-video-hd.json");
    let folder = format!("users/eeeeeeee-0000-4000-8000-000000000001/generated/{OTHER_VIDEO}");
    let expected = SeenAsset {
        id: post(OTHER_VIDEO),
        aliases: posts(&[OTHER_VIDEO]),
        kind: AssetKind::Video,
        inputs: posts(&[IMAGE]),
        made_as: Some(VideoKind::ImageToVideo),
        derivation: None,
        is_moderated: false,
        file: Some(format!("{folder}/generated_video.mp4")),
        url: None,
        hd_url: Some(format!("{folder}/generated_video_hd.mp4")),
        hd_1080_url: Some(format!("{folder}/generated_video_1080_hd.mp4")),
        create_time: Some(1_791_108_041_223),
        length_s: Some(6.0),
        resolution: Some("480p".to_owned()),
        prompt: Some(Prompt::new(PROMPT)),
        conversation: PostId::new(TALK),
        response: PostId::new(MAKING),
    };
    assert_eq!(records.assets, [expected]);
    let normal = crate::record::records("asset-detail-video-normal-mode.json");
    assert_eq!(normal.assets[0].prompt, None);
}

#[test]
fn h8_a_post_of_spring_tells_the_same() {
    let records = records("v1-post-list.json");
    let video = asset(&records, VIDEO);
    assert_eq!((video.kind, video.length_s, video.derivation), (AssetKind::Video, Some(6.0), None));
    assert!(video.url.as_deref().is_some_and(|url| url.ends_with("generated_video.mp4")));
    assert!(video.hd_url.as_deref().is_some_and(|url| url.ends_with("generated_video_hd.mp4")));
    assert_eq!(video.inputs, posts(&[IMAGE]));
    let longer = asset(&records, OTHER_VIDEO);
    assert_eq!(
        (&longer.inputs, longer.derivation),
        (&posts(&[VIDEO]), Some(Derivation::Extension))
    );
    let bulk = crate::record::records("v1-post-bulk-get.json");
    assert!(asset(&bulk, THIRD_VIDEO).is_moderated);
    assert_eq!(asset(&bulk, THIRD_VIDEO).url, None);
}

#[test]
fn a8_inputs_are_those_of_the_surest_field() {
    let path = format!("https://assets.grok.com/users/u/generated/{IMAGE}/image.jpg");
    let input = |inputs: Value| json!({ "imageToVideo": { "inputAssets": inputs } });
    for (more, expected) in [
        (
            json!({ "mediaGenInput": input(json!([IMAGE])), "auxKeys": { "input_assets": "[\"other\"]" } }),
            IMAGE,
        ),
        (
            json!({ "mediaGenInput": input(json!([])), "auxKeys": { "input_assets": format!("[\"{IMAGE}\"]") } }),
            IMAGE,
        ),
        (json!({ "auxKeys": { "input_assets": [IMAGE], "image_references": "[\"a/b\"]" } }), IMAGE),
        (json!({ "auxKeys": { "image_references": format!("[\"{path}\"]") } }), IMAGE),
        (json!({ "auxKeys": { "input_assets": "[broken", "image_reference": path } }), IMAGE),
        (json!({ "parentPostId": IMAGE, "originalPostId": "other" }), IMAGE),
        (
            json!({ "parentPostId": "", "inputMediaItems": [{ "id": IMAGE }], "originalPostId": "other" }),
            IMAGE,
        ),
        (json!({ "originalPostId": IMAGE }), IMAGE),
    ] {
        let records = read(&video(VIDEO, &more));
        assert_eq!(asset(&records, VIDEO).inputs, posts(&[expected]), "{more}");
        assert_eq!(records.lineage(&post(VIDEO)), image(expected), "{more}");
    }
}

/// The second was found by fuzzing.
#[test]
fn a8_a_file_is_never_made_of_itself() {
    let itself = video(VIDEO, &json!({ "parentPostId": VIDEO }));
    let other_name = json!([
        { "id": "a", "videoId": "b", "mediaUrl": "v.mp4" },
        { "id": "a", "mediaUrl": "v.mp4", "parentPostId": "b" },
    ]);
    for body in [itself, other_name] {
        assert_eq!(read(&body).assets[0].inputs, [], "{body}");
    }
}

#[test]
fn a8_only_groks_own_turn_made_a_file_and_its_record_is_surer() {
    let turn = |response: &str, sender: &str, input: &str, attached: &str| {
        json!({
            "responseId": response, "sender": sender, "fileAttachments": [attached],
            "mediaGenInput": { "imageToVideo": { "inputAssets": [input] } },
        })
    };
    let body = json!({ "responses": [
        turn("t1", "human", "first", "first"),
        turn("t2", "ASSISTANT", "first", VIDEO),
        turn("t3", "human", "second", VIDEO),
        turn("t4", "ASSISTANT", "second", OTHER_VIDEO),
        { "responseId": "t5", "sender": "ASSISTANT", "fileAttachmentAssetMetadata": [
            video(VIDEO, &json!({ "responseId": "t2" })),
            video(OTHER_VIDEO, &json!({ "responseId": "t4", "mediaGenInput": { "imageToVideo": { "inputAssets": ["own"] } } })),
        ] },
    ] });
    let records = read(&body);
    assert_eq!(asset(&records, VIDEO).inputs, posts(&["first"]));
    assert_eq!(records.lineage(&post(VIDEO)), image("first"));
    assert_eq!(records.lineage(&post(OTHER_VIDEO)), image("own"));
    let mut without_records = body;
    without_records["responses"].as_array_mut().expect("turns").pop();
    let records = read(&without_records);
    assert_eq!(records.lineage(&post(VIDEO)), image("first"), "the turn that attached it");
    assert_eq!(records.lineage(&post(OTHER_VIDEO)), image("second"));
}

#[test]
fn a9_what_was_made_of_a_video_is_followed_to_its_image() {
    let records = records("asset-list-with-extension.json");
    let longer = asset(&records, OTHER_VIDEO);
    assert_eq!(
        (longer.derivation, &longer.inputs),
        (Some(Derivation::Extension), &posts(&[VIDEO]))
    );
    assert_eq!(records.lineage(&post(OTHER_VIDEO)), image(IMAGE));
    for (more, expected) in [
        (json!({ "mediaGenInput": { "videoEdit": {} } }), Some(Derivation::Edit)),
        (json!({ "mediaGenInput": { "videoUpscale": {} } }), Some(Derivation::Upscale)),
        (json!({ "auxKeys": { "is_ext": "true" } }), Some(Derivation::Extension)),
        (json!({ "auxKeys": { "is_ext": "false" } }), None),
        (json!({ "originalRefType": "ORIGINAL_REF_TYPE_VIDEO_EDIT" }), Some(Derivation::Edit)),
        (json!({ "hdKey": "v_hd.mp4" }), None),
    ] {
        assert_eq!(asset(&read(&video(VIDEO, &more)), VIDEO).derivation, expected, "{more}");
    }
}

/// Videos, each an extension of the next, and the last of `end`.
fn chain(length: usize, end: &str) -> Records {
    let record = |number: usize| {
        let input = if number + 1 == length { end.to_owned() } else { format!("v{}", number + 1) };
        let kind = if number + 1 == length { "imageToVideo" } else { "videoExtension" };
        video(
            &format!("v{number}"),
            &json!({ "mediaGenInput": { kind: { "inputAssets": [input] } } }),
        )
    };
    read(&json!({ "assets": (0..length).map(record).collect::<Vec<_>>() }))
}

#[test]
fn b1_a_lineage_is_followed_over_eight_videos_and_no_circle() {
    let first = post("v0");
    for (length, expected) in [(1, image("lake")), (8, image("lake")), (9, Lineage::Unknown)] {
        assert_eq!(chain(length, "lake").lineage(&first), expected, "{length}");
    }
    assert_eq!(chain(3, "v0").lineage(&first), Lineage::Unknown);
}

#[test]
fn b4_a_file_without_one_image_says_why() {
    let of = |more: Value| read(&video(VIDEO, &more)).lineage(&post(VIDEO));
    let made = |kind: &str, input: Value| of(json!({ "mediaGenInput": { kind: input } }));
    assert_eq!(
        records("asset-wrapped-text-to-video.json").lineage(&post(THIRD_VIDEO)),
        Lineage::Text
    );
    assert_eq!(made("textToVideo", json!({ "prompt": "a lake" })), Lineage::Text);
    assert_eq!(made("imageToVideo", json!({})), Lineage::Unknown);
    assert_eq!(made("videoExtension", json!({ "inputAssets": ["gone"] })), Lineage::Unknown);
    assert_eq!(made("imageToVideo", json!({ "inputAssets": ["a", "b"] })), Lineage::Several);
    assert_eq!(
        made("referenceToVideo", json!({ "firstFrameAsset": "a", "lastFrameAsset": "b" })),
        Lineage::Several
    );
    assert_eq!(
        made("referenceToVideo", json!({ "firstFrameAsset": "a", "lastFrameAsset": "a" })),
        image("a")
    );
    assert_eq!(of(json!({})), Lineage::Unknown);
    let records = records("conversation-responses.json");
    assert_eq!(records.lineage(&post("nobody")), Lineage::Unknown);
    assert_eq!(records.lineage(&post(TALK)), Lineage::Unknown);
    let edited = read(
        &json!({ "assetId": "edited", "mimeType": "image/png", "mediaGenInput": { "imageToImage": { "inputAssets": [IMAGE] } } }),
    );
    assert_eq!(
        edited.lineage(&post("edited")),
        image("edited"),
        "an edited image is its own original"
    );
}

#[test]
fn h8_what_a_video_was_made_of_is_an_image() {
    let records = records("asset-detail-video.json");
    assert_eq!(records.lineage(&post(IMAGE)), image(IMAGE));
}

#[test]
fn h2_a_turn_without_a_file_is_told_as_one() {
    let records = records("conversation-responses-moderated.json");
    let [asked, answered] = &records.turns[..] else { panic!("two turns") };
    assert_eq!((asked.sender, answered.sender), (Sender::Human, Sender::Assistant));
    assert_eq!((&asked.response, &answered.parent), (&PostId::new(ASKING), &PostId::new(ASKING)));
    assert!(asked.attachment(&post(IMAGE)).is_some());
    assert!(answered.attachments.is_empty() && answered.errors.is_empty() && !answered.is_partial);
    let request = answered.request.as_ref().expect("what it was to make");
    assert_eq!((request.kind, &request.inputs), (VideoKind::ImageToVideo, &posts(&[IMAGE])));
    assert_eq!(
        (answered.words, answered.create_time),
        (NoticeReading::Other, Some(1_791_108_000_200))
    );
}

#[test]
fn h8_a_turn_tells_of_files_errors_and_words() {
    let turn = |more: Value| {
        let mut turn = json!({ "responseId": "t", "sender": "ASSISTANT" });
        for (name, value) in more.as_object().into_iter().flatten() {
            turn[name] = value.clone();
        }
        read(&turn).turns.remove(0)
    };
    let file = format!("users/u/generated/{VIDEO}/generated_video.mp4");
    let named = turn(json!({
        "fileAttachments": [VIDEO, null, 7, "a/b"],
        "fileAttachmentAssetMetadata": [{ "assetId": VIDEO, "key": file }, { "assetId": OTHER_VIDEO }],
    }));
    assert_eq!(named.attachments.len(), 4);
    assert_eq!(named.attachment(&post(VIDEO)).and_then(|one| one.path.clone()), Some(file));
    let limited =
        turn(json!({ "message": "You've reached your usage limit. Please try again later." }));
    assert_eq!(limited.words, NoticeReading::Limited { until: None });
    let failed = turn(
        json!({ "streamErrors": [{ "message": "upstream stream failed" }, "Content moderated"], "partial": "true" }),
    );
    assert_eq!(
        (failed.errors, failed.words),
        (vec![RefusalReading::ServerError], NoticeReading::Moderated)
    );
    assert!(failed.is_partial);
    let made = turn(json!({
        "message": "I generated a video", "modelName": "imagine-video-gen", "fileAttachments": [VIDEO],
    }));
    let request = made.request.expect("a request");
    assert_eq!(
        (request.prompt, request.inputs),
        (None, vec![]),
        "Grok's words are no prompt, its files no inputs"
    );
    let asked =
        read(&json!({ "responseId": "t", "sender": "human", "message": "rate limit reached" }))
            .turns
            .remove(0);
    assert_eq!(asked.words, NoticeReading::Other);
}

#[test]
fn h8_two_records_of_a_file_are_one() {
    let records = read(&json!([
        { "assetId": VIDEO, "key": "v.mp4" },
        video(&VIDEO.to_uppercase(), &json!({ "hdKey": "hd.mp4", "auxKeys": { "moderated": "true", "input_assets": "[\"lake\"]" } })),
    ]));
    let [one] = &records.assets[..] else { panic!("one file") };
    assert_eq!(
        (one.kind, one.is_moderated, &one.inputs),
        (AssetKind::Video, true, &posts(&["lake"]))
    );
    assert_eq!((one.file.as_deref(), one.hd_url.as_deref()), (Some("v.mp4"), Some("hd.mp4")));
}

#[test]
fn a4_what_is_of_another_shape_hides_no_neighbour() {
    let body = format!(
        r#"{{"assets":{{"0":null,"1":7,"2":{{"assetId":""}},"3":{{"assetId":"a","key":7,"auxKeys":"x","note \ud83c":"\udc00","deep":{}1{}}},
            "4":{{"assetId":"b","mediaGenInput":null,"createTime":[],"mimeType":{{}}}}}},"responses":[null,{{}},{{"sender":"human"}}]}}"#,
        "[".repeat(5_000),
        "]".repeat(5_000),
    );
    let records = Records::read(&body);
    let ids: Vec<_> = records.assets.iter().map(|asset| asset.id.as_str()).collect();
    assert_eq!((ids, records.turns.len()), (vec!["a", "b"], 0));
    for body in ["", "7", "[", "null", "{}", "[]", "{\"error\":{\"code\":5}}"] {
        assert_eq!(Records::read(body), Records::default(), "{body}");
    }
}

#[test]
fn a10_a_long_list_costs_no_more_than_its_length() {
    let assets: Vec<_> = (0..3_000)
        .map(|number| video(&format!("v{number}"), &json!({ "mediaGenInput": { "videoExtension": { "inputAssets": [format!("v{}", number + 1)] } } })))
        .collect();
    let records = read(&json!({ "assets": assets }));
    assert_eq!(records.assets.len(), 3_000);
    assert!(records.assets.iter().all(|asset| records.lineage(&asset.id) == Lineage::Unknown));
}

proptest! {
    #[test]
    fn h8_no_answer_makes_it_fail(body in "([{}\\[\\]\",:a]|\"assetId\":|\"responseId\":|\"sender\":|\"id\":|\"mediaUrl\":){0,60}") {
        let records = Records::read(&body);
        for asset in &records.assets {
            let _ = records.lineage(&asset.id);
        }
    }
}
