//! Limits, errors and moderations that a stream speaks of.

use retake_grok::stream::StreamEvent;
use retake_grok::{RefusalReading, Until};
use retake_protocol::Refusal;
use serde_json::json;

use super::{read, told};

#[test]
fn h6_errors_are_read_by_words_before_codes_wherever_they_stand() {
    let limited = |until| RefusalReading::Limited { until };
    let refused = |words: &str| RefusalReading::Refused {
        reason: Refusal::RefusedByGrok,
        words: words.into(),
    };
    for (error, expected) in [
        (
            json!({ "error": { "code": 7, "message": "You've used up your credits" } }),
            limited(None),
        ),
        (json!({ "error": { "code": 8 } }), limited(None)),
        (json!({ "error": "rate limited" }), limited(None)),
        (json!({ "error": { "error": { "message": "usage quota" } } }), limited(None)),
        (
            json!({ "error": { "code": 8, "message": "Too many requests", "details": [{ "nextAvailableAt": "2026-10-05T05:12:30Z" }] } }),
            limited(Some(Until::Moment { ms: 1_791_177_150_000 })),
        ),
        (
            json!({ "result": { "error": { "message": "Usage limit reached. Try again at 6:01 PM" } } }),
            limited(Some(Until::AtTime { hour: 18, minute: 1 })),
        ),
        (json!({ "error": { "code": "7", "message": "no" } }), refused("no")),
        (
            json!({ "result": { "response": { "modelResponse": { "streamErrors": ["upstream failed"] } } } }),
            RefusalReading::ServerError,
        ),
        (json!({ "streamErrors": [{ "error": { "code": 13 } }] }), RefusalReading::ServerError),
        (
            json!({ "result": { "response": { "cardAttachment": { "jsonData": "{\"a\":[{\"systemErrCode\":\"rate_limit\"}]}" } } } }),
            limited(None),
        ),
    ] {
        let events = read(&error.to_string());
        assert_eq!(events[0], StreamEvent::Error { reading: expected }, "{error}");
    }
    for nothing in [
        json!({ "error": null }),
        json!({ "error": {} }),
        json!({ "error": "" }),
        json!({ "streamErrors": [] }),
    ] {
        assert_eq!(read(&nothing.to_string()).len(), 1, "{nothing}");
    }
}

#[test]
fn h3_words_of_a_moderation_name_no_video_and_are_no_failure() {
    let moderated = StreamEvent::Unnamed { progress: None, is_moderated: true };
    for said in [
        json!({ "error": { "code": 3, "message": "Content Moderated. Try a different idea." } }),
        json!({ "token": "Content moderated", "isSoftStop": true }),
        json!({ "modelResponse": { "message": "Content moderated" } }),
        json!({ "modelResponse": { "streamErrors": [{ "message": "Content moderated" }] } }),
    ] {
        let text = format!("{said}{said}");
        let events = read(&text);
        assert_eq!(events.iter().filter(|event| **event == moderated).count(), 1, "{said}");
        assert!(!events.iter().any(|event| matches!(event, StreamEvent::Error { .. })), "{said}");
    }
}

#[test]
fn h3_a_limit_may_be_spoken_in_pieces() {
    let tokens = ["You've reached", " your usage", " limit."]
        .map(|token| json!({ "token": token }).to_string());
    let events = read(&tokens.concat());
    assert_eq!(events.iter().map(told).collect::<Vec<_>>(), ["limited", "end"]);
    let long =
        json!({ "token": format!("{} rate limit reached", "a lake ".repeat(80)) }).to_string();
    assert_eq!(read(&long).len(), 1, "a long speech is about something else");
}

#[test]
fn h3_the_users_words_and_images_say_nothing() {
    let prompt = "rate limit reached, content moderated, too many requests";
    for other in [
        json!({ "result": { "response": { "userResponse": { "message": prompt, "sender": "human" } } } }),
        json!({ "result": { "response": { "streamingImageGenerationResponse": { "videoId": "i", "progress": 50, "moderated": true } } } }),
        json!({ "mediaGenInput": { "imageToVideo": { "prompt": prompt, "error": prompt } } }),
        json!({ "result": { "title": { "newTitle": prompt } } }),
        json!({ "result": { "response": { "token": "", "isThinking": false, "isSoftStop": false } } }),
    ] {
        let events = read(&other.to_string());
        let says =
            |event: &&StreamEvent| !matches!(event, StreamEvent::Turn(_) | StreamEvent::Ended(_));
        assert_eq!(events.iter().find(says), None, "{other}");
    }
}
