//! Requests for a video, of spring and of autumn 2026 (spec H4).

use crate::fixtures::{
    IMAGE, OTHER_VIDEO, PROMPT, TALK, VIDEO, assert_all_of, fixture, post, posts,
};
use proptest::prelude::*;
use retake_grok::request::VideoKind::{Edit, Extension, ImageToVideo, Other, TextToVideo};
use retake_grok::request::{VideoKind, VideoRequest};
use retake_protocol::{PostId, Prompt};
use serde_json::{Value, json};

fn read(body: &Value) -> VideoRequest {
    VideoRequest::read(Some(&body.to_string()))
}

/// The usual request of a fixture.
fn usual() -> VideoRequest {
    VideoRequest {
        kind: ImageToVideo,
        inputs: posts(&[IMAGE]),
        prompt: Some(Prompt::new(PROMPT)),
        length_s: Some(6.0),
        resolution: Some("480p".to_owned()),
        aspect: Some("2:3".to_owned()),
        mode: Some("custom".to_owned()),
        conversation: None,
    }
}

#[test]
fn h4_a_request_tells_kind_inputs_prompt_and_settings() {
    let cases = [
        ("v1.json", usual()),
        ("v1-late.json", usual()),
        ("v2.json", usual()),
        ("v2-continued.json", usual()),
        ("v2-no-audio.json", usual()),
        ("v2-normal.json", VideoRequest { prompt: None, mode: Some("normal".into()), ..usual() }),
        (
            "v2-text-to-video.json",
            VideoRequest {
                kind: TextToVideo,
                inputs: Vec::new(),
                aspect: Some("9:16".into()),
                ..usual()
            },
        ),
        (
            "v2-extension.json",
            VideoRequest { kind: Extension, inputs: posts(&[VIDEO]), aspect: None, ..usual() },
        ),
        ("v2-loop.json", VideoRequest { kind: Other, ..usual() }),
    ];
    assert_all_of("requests", cases.iter().map(|(name, _)| *name));
    for (name, expected) in cases {
        let read = VideoRequest::read(Some(&fixture(&format!("requests/{name}"))));
        assert_eq!(read, expected, "{name}");
        assert_eq!(
            read.prompt.as_ref().map(Prompt::as_str),
            expected.prompt.as_ref().map(Prompt::as_str)
        );
    }
}

fn v1(settings: &Value) -> Value {
    json!({
        "temporary": true,
        "modelName": "grok-3",
        "message": "https://imagine-public.x.ai/imagine-public/images/1.jpg  slow pan --mode=custom",
        "responseMetadata": { "modelConfigOverride": { "modelMap": { "videoGenModelConfig": settings } } },
    })
}

#[test]
fn h4_what_a_request_is_for_is_told_by_its_body() {
    for (what, body, expected) in [
        (
            "a loop",
            json!({ "mediaGenInput": { "referenceToVideo": { "firstFrameAsset": "1" } } }),
            Other,
        ),
        (
            "an extension",
            json!({ "mediaGenInput": { "videoExtension": { "inputAssets": ["2"] } } }),
            Extension,
        ),
        ("an edit", json!({ "mediaGenInput": { "videoEdit": { "inputAssets": ["2"] } } }), Edit),
        (
            "a kind that came later",
            json!({ "mediaGenInput": { "audioToVideo": { "prompt": "a lake" } } }),
            Other,
        ),
        (
            "a video of an image, before 2026",
            v1(&json!({ "parentPostId": "1", "videoLength": 6 })),
            ImageToVideo,
        ),
        ("a video of text, before 2026", v1(&json!({ "videoLength": 6 })), TextToVideo),
        ("an empty config, before 2026", v1(&json!({})), TextToVideo),
        (
            "an extension, before 2026",
            v1(&json!({ "parentPostId": "1", "isVideoExtension": true })),
            Extension,
        ),
        ("an edit, before 2026", v1(&json!({ "parentPostId": "1", "isVideoEdit": "true" })), Edit),
        (
            "the tool alone",
            json!({ "message": "a lake", "toolOverrides": { "videoGen": true } }),
            Other,
        ),
        (
            "the model alone",
            json!({ "message": "a lake", "modelName": "imagine-video-gen" }),
            Other,
        ),
    ] {
        let read = read(&body);
        assert_eq!(read.kind, expected, "{what}");
        assert_ne!(read, VideoRequest::default(), "{what} or its prompt is read");
    }
}

#[test]
fn h4_what_asks_for_no_video_says_nothing() {
    for body in [
        json!({ "modelName": "grok-4", "message": "what is a videoGenModelConfig?", "toolOverrides": {} }),
        json!({ "message": "hello", "toolOverrides": { "videoGen": false } }),
        json!({ "modelName": "imagine-image-gen", "mediaGenInput": { "textToImage": { "prompt": "a lake" } } }),
        json!({ "mediaGenInput": { "imageToImage": { "inputAssets": ["1"] }, "imageToVideo": null } }),
        json!({ "mediaGenInput": { "constructor": {} } }),
        json!(7),
        json!([]),
    ] {
        assert_eq!(read(&body), VideoRequest::default(), "{body}");
    }
    for body in [None, Some(""), Some("message=hello"), Some("{\"mediaGenInput\":")] {
        assert_eq!(VideoRequest::read(body), VideoRequest::default(), "{body:?}");
    }
}

#[test]
fn h4_inputs_are_named_in_every_form() {
    let user = "eeeeeeee-0000-4000-8000-000000000001";
    let path = format!("users/{user}/generated/{IMAGE}/image.jpg");
    let address = format!("https://assets.grok.com/users/{user}/{IMAGE}/content?cache=1");
    let input = |input: Value| json!({ "mediaGenInput": { "imageToVideo": input } });
    let reference = |input: Value| json!({ "mediaGenInput": { "referenceToVideo": input } });
    for (body, expected) in [
        (input(json!({ "inputAssets": [path] })), vec![IMAGE]),
        (input(json!({ "inputAssets": [address, IMAGE.to_uppercase()] })), vec![IMAGE]),
        (input(json!({ "inputAssets": { "0": IMAGE } })), vec![IMAGE]),
        (input(json!({ "inputAssets": IMAGE })), vec![IMAGE]),
        (input(json!({ "inputAssets": [null, {}, "", "a/b", 7, IMAGE] })), vec!["7", IMAGE]),
        (input(json!({})), vec![]),
        (
            reference(json!({ "firstFrameAsset": IMAGE, "lastFrameAsset": "last" })),
            vec![IMAGE, "last"],
        ),
        (reference(json!({ "lastFrameAsset": IMAGE, "inputAssets": [] })), vec![IMAGE]),
        (reference(json!({ "referenceAssets": [IMAGE, "other", IMAGE] })), vec![IMAGE, "other"]),
        (
            v1(&json!({ "parentPostId": IMAGE, "imageReferences": [address, "other"] })),
            vec![IMAGE, "other"],
        ),
        (
            v1(&json!({ "isVideoExtension": true, "extendPostId": VIDEO, "parentPostId": IMAGE })),
            vec![VIDEO],
        ),
        (
            json!({ "message": format!("{address}  slow --mode=normal"), "toolOverrides": { "videoGen": true } }),
            vec![IMAGE],
        ),
        (
            json!({ "message": "slow", "modelName": "imagine-video-gen", "fileAttachments": [OTHER_VIDEO] }),
            vec![OTHER_VIDEO],
        ),
    ] {
        assert_eq!(read(&body).inputs, posts(&expected), "{body}");
    }
}

#[test]
fn h4_a_prompt_is_what_the_user_wrote() {
    let prompt = |body: &Value| read(body).prompt.map(|prompt| prompt.as_str().to_owned());
    let message = |text: &str| json!({ "message": text, "modelName": "imagine-video-gen" });
    for (text, expected) in [
        ("slow pan --mode=custom", Some("slow pan")),
        ("https://x.ai/1.jpg  slow\npan  --mode=extremely-crazy", Some("slow\npan")),
        (
            "a sign that reads --mode=custom twice --mode=custom",
            Some("a sign that reads --mode=custom twice"),
        ),
        ("a link https://x.ai/ in it", Some("a link https://x.ai/ in it")),
        ("--mode=normal", None),
        ("https://x.ai/1.jpg --mode=normal", None),
        ("  ", None),
    ] {
        assert_eq!(prompt(&message(text)).as_deref(), expected, "{text}");
    }
    let both = json!({
        "message": "x --mode=custom",
        "mediaGenInput": { "textToVideo": { "prompt": "https://x.ai/ as written --mode=custom" } },
    });
    assert_eq!(prompt(&both).as_deref(), Some("https://x.ai/ as written --mode=custom"));
}

#[test]
fn a4_a_field_of_another_type_hides_no_neighbour() {
    let body = format!(
        r#"{{"note \ud83c":"\udc00","mediaGenInput":{{"imageToVideo":{{"prompt":"pond \ud83c","duration":"6 ",
            "resolutionName":480,"aspectRatio":[2,3],"mode":"","inputAssets":["{IMAGE}"],"deep":{}1{}}}}},
            "conversationId":"{TALK}"}}"#,
        "[".repeat(5_000),
        "]".repeat(5_000),
    );
    let read = VideoRequest::read(Some(&body));
    assert_eq!(read.prompt.as_ref().map(Prompt::as_str), Some("pond \u{fffd}"));
    assert_eq!(
        (read.length_s, read.resolution, read.aspect, read.mode),
        (Some(6.0), None, None, None)
    );
    assert_eq!((read.inputs, read.conversation), (posts(&[IMAGE]), Some(post(TALK))));
}

#[test]
fn f3_a_request_is_written_and_read_as_a_recording_has_it() {
    let line = json!({
        "kind": "image_to_video", "inputs": [IMAGE], "prompt": PROMPT, "length_s": 6.0, "resolution": "480p",
        "aspect": "2:3", "mode": "custom",
    });
    assert_eq!(serde_json::to_value(usual()).expect("JSON"), line);
    let of = |line: Value| serde_json::from_value::<VideoRequest>(line).expect("a request");
    assert_eq!(of(line), usual());
    assert_eq!(of(json!({})), VideoRequest::default());
    let odd = of(json!({ "kind": "audio_to_video", "inputs": ["", "lake"], "prompt": null }));
    assert_eq!(odd, VideoRequest { inputs: posts(&["lake"]), ..VideoRequest::default() });
}

fn any_kind() -> impl Strategy<Value = VideoKind> {
    prop_oneof![Just(ImageToVideo), Just(TextToVideo), Just(Extension), Just(Edit), Just(Other)]
}

proptest! {
    #[test]
    fn f3_every_request_reads_back_from_its_line(
        kind in any_kind(), inputs in prop::collection::vec("[a-z0-9-]{1,40}", 0..4),
        prompt in prop::option::of(".{0,20}"), halves in prop::option::of(1..200_u8),
    ) {
        let inputs = inputs.into_iter().filter_map(PostId::new).collect();
        let length_s = halves.map(|halves| f64::from(halves) / 2.0);
        let request = VideoRequest { kind, inputs, prompt: prompt.map(Prompt::new), length_s, ..VideoRequest::default() };
        let line = serde_json::to_string(&request).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<VideoRequest>(&line).expect("a request"), request);
    }

    #[test]
    fn no_body_makes_it_fail(body in "[{}\\[\\]\":,a-z\\\\0-9]{0,80}") {
        let _ = VideoRequest::read(Some(&body));
    }
}
