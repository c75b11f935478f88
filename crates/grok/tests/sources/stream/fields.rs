//! What frames and turns of a stream tell.

use retake_grok::request::VideoKind;
use retake_grok::stream::{Pixels, StreamEvent};
use retake_grok::{NoticeReading, Sender};
use retake_protocol::{AttemptId, PostId, Prompt};
use serde_json::{Value, json};

use super::{frame, read};
use crate::fixtures::{ASKING, IMAGE, MAKING, PROMPT, TALK, VIDEO, fixture, post, posts};

#[test]
fn h3_a_frame_tells_all_that_grok_says_of_a_video() {
    let events = read(&fixture("streams/v1-success.ndjson"));
    let frames: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            StreamEvent::Frame(frame) => Some(frame),
            _ => None,
        })
        .collect();
    let last = frames.last().expect("a frame");
    let user = "eeeeeeee-0000-4000-8000-000000000001";
    let folder = format!("users/{user}/generated/{VIDEO}");
    assert_eq!(last.ids, [AttemptId::new(VIDEO).expect("an id")]);
    assert_eq!((last.progress, last.is_moderated), (Some(100.0), false));
    assert_eq!(last.video_url, Some(format!("{folder}/generated_video.mp4")));
    assert_eq!(last.thumbnail_url, Some(format!("{folder}/preview_image.jpg")));
    assert_eq!((last.file.clone(), last.image.clone()), (Some(post(VIDEO)), Some(post(IMAGE))));
    assert_eq!((last.resolution.as_deref(), last.mode.as_deref()), (Some("480p"), Some("custom")));
    assert_eq!(last.size, Some(Pixels { width: 464, height: 688 }));
    assert_eq!(last.prompt.as_ref().map(Prompt::as_str), Some(PROMPT));
    assert_eq!((last.side_by_side, last.create_time), (None, None));
}

#[test]
fn h3_every_name_and_form_of_a_field_is_read() {
    let only = |fields: Value| match &read(&frame(&fields))[..] {
        [StreamEvent::Frame(frame), StreamEvent::Ended(_)] => frame.clone(),
        other => panic!("{fields}: {other:?}"),
    };
    let ids = |fields: Value| {
        only(fields).ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(json!({ "videoId": "a", "videoPostId": "b", "assetId": "c" })), ["a", "b", "c"]);
    assert_eq!(ids(json!({ "videoId": 7, "videoPostId": "7", "assetId": "" })), ["7"]);
    assert_eq!(ids(json!({ "videoId": IMAGE, "assetId": VIDEO, "parentPostId": IMAGE })), [VIDEO]);
    let talk = json!({ "conversationId": TALK }).to_string();
    let of_talk = talk + &frame(&json!({ "videoId": TALK, "moderated": true }));
    let unnamed = StreamEvent::Unnamed { progress: None, is_moderated: true };
    assert_eq!(read(&of_talk)[1], unnamed, "a conversation is no video");
    let of_url = json!({ "videoId": "", "videoUrl": format!("users/u/generated/{VIDEO}/generated_video.mp4") });
    assert_eq!(ids(of_url), [VIDEO]);
    for (progress, expected) in [
        (json!("61%"), Some(61.0)),
        (json!(61.5), Some(61.5)),
        (json!(104), Some(100.0)),
        (json!(-1), None),
        (json!("many"), None),
        (json!([]), None),
    ] {
        assert_eq!(
            only(json!({ "videoId": "a", "progress": progress })).progress,
            expected,
            "{progress}"
        );
    }
    for moderated in [json!(true), json!("true"), json!(1), json!({ "isModerated": true })] {
        assert!(
            only(json!({ "videoId": "a", "moderated": moderated })).is_moderated,
            "{moderated}"
        );
    }
    assert!(only(json!({ "videoId": "a", "isModerated": true })).is_moderated);
    for (name, url, is_video) in [
        ("videoUrl", "users/u/v.mp4?cache=1", true),
        ("contentUrl", "https://assets.grok.com/users/u/v/content", true),
        ("fileUri", "V.MP4", true),
        ("assetUrl", "clip.webm", true),
        ("videoUrl", "preview_image.jpg", false),
        ("videoUrl", "", false),
        ("videoUrl", "frame.png?next=v.mp4", false),
    ] {
        assert_eq!(
            only(json!({ "videoId": "a", name: url })).video_url.is_some(),
            is_video,
            "{url}"
        );
    }
    let reference =
        json!({ "videoId": "a", "imageReference": format!("https://x.ai/images/{IMAGE}.jpg") });
    assert_eq!(only(reference).image, Some(post(IMAGE)));
    assert_eq!(only(json!({ "videoId": "a", "sideBySideIndex": "1" })).side_by_side, Some(1));
    assert_eq!(
        only(json!({ "videoId": "a", "createTime": "2026-10-04T10:00:00Z" })).create_time,
        Some(1_791_108_000_000)
    );
}

#[test]
fn h3_known_objects_are_found_in_any_nesting_of_eight_levels() {
    let object = json!({ "streamingVideoGenerationResponse": { "videoId": VIDEO, "progress": 9 } });
    for (levels, is_found) in [(0, true), (1, true), (2, true), (8, true), (9, false)] {
        let nested = (0..levels).fold(object.clone(), |inner, _| json!({ "part": inner }));
        let text = json!({ "x": 1 }).to_string() + &nested.to_string();
        assert_eq!(read(&text).len() > 1, is_found, "{levels} levels");
    }
    let in_list = json!([{ "parts": [[{ "x": [object] }]] }]);
    assert_eq!(read(&in_list.to_string()).len(), 2);
    let list = json!({ "streamingVideoGenerationResponse": [{ "videoId": "a" }, null, { "videoId": "b" }] });
    assert_eq!(read(&list.to_string()).len(), 3);
}

#[test]
fn h4_the_first_turn_repeats_the_request_and_tells_groks_clock() {
    for (name, resolution) in
        [("v1-success.ndjson", "480p"), ("v2-continued-success.ndjson", "480p")]
    {
        let events = read(&fixture(&format!("streams/{name}")));
        let asked = events.iter().find_map(|event| match event {
            StreamEvent::Turn(turn) if turn.sender == Sender::Human => Some(turn),
            _ => None,
        });
        let asked = asked.expect("the user's turn");
        let request = asked.request.as_ref().expect("a request");
        assert_eq!(
            (request.kind, &request.inputs),
            (VideoKind::ImageToVideo, &posts(&[IMAGE])),
            "{name}"
        );
        assert_eq!(request.prompt.as_ref().map(Prompt::as_str), Some(PROMPT), "{name}");
        assert_eq!(request.resolution.as_deref(), Some(resolution), "{name}");
        assert_eq!(
            (asked.response.clone(), asked.create_time),
            (PostId::new(ASKING), Some(1_791_108_000_200))
        );
    }
}

#[test]
fn h3_groks_turn_names_the_files_by_id_or_by_path() {
    let turn = |name: &str| {
        let events = read(&fixture(&format!("streams/{name}")));
        let found = events.into_iter().rev().find_map(|event| match event {
            StreamEvent::Turn(turn) => Some(turn),
            _ => None,
        });
        found.expect("a turn")
    };
    let by_id = turn("v2-success.ndjson");
    let file = by_id.attachment(&post(VIDEO)).expect("the video");
    assert_eq!(
        (file.path.as_deref(), by_id.response.clone(), by_id.is_partial),
        (None, PostId::new(MAKING), false)
    );
    let by_path = turn("v2-url-only-in-attachments.ndjson");
    let path = by_path.attachment(&post(VIDEO)).and_then(|file| file.path.clone());
    assert!(path.is_some_and(|path| path.ends_with("generated_video.mp4")));
    assert_eq!(turn("v2-moderated.ndjson").attachments, []);
    assert_eq!(turn("v2-moderated.ndjson").words, NoticeReading::Other);
}
