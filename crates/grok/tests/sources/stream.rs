//! The answers to requests for a video (spec H3): every address, nesting and framing, cut anywhere.

mod fields;
mod words;

use proptest::prelude::*;
use retake_grok::stream::{AnswerStream, MAX_OBJECT_BYTES, StreamEvent};
use retake_grok::{RefusalReading, Sender};
use retake_protocol::observer::StreamEnd;
use serde_json::{Value, json};

use crate::fixtures::{OTHER_VIDEO, TALK, VIDEO, assert_all_of, fixture, post};

/// Reads a whole stream that Grok closed.
fn read(text: &str) -> Vec<StreamEvent> {
    let mut stream = AnswerStream::default();
    let mut events = stream.read(text);
    events.extend(stream.end(StreamEnd::Closed));
    events
}

fn frame(fields: &Value) -> String {
    json!({ "result": { "response": { "streamingVideoGenerationResponse": fields } } }).to_string()
}

/// An event in a few words: what H3 weighs of it.
fn told(event: &StreamEvent) -> String {
    match event {
        StreamEvent::Conversation(_) => "conversation".to_owned(),
        StreamEvent::Frame(frame) => {
            let number = if frame.ids[0].as_str() == OTHER_VIDEO { "other " } else { "" };
            let percent = frame.progress.map(|percent| percent.to_string()).unwrap_or_default();
            let moderated = if frame.is_moderated { " moderated" } else { "" };
            let url = if frame.video_url.is_some() { " url" } else { "" };
            let file = if frame.file.is_some() { " file" } else { "" };
            format!("{number}{percent}{moderated}{url}{file}")
        }
        StreamEvent::Unnamed { progress, is_moderated } => {
            format!("unnamed {progress:?} {is_moderated}")
        }
        StreamEvent::Turn(turn) if turn.sender == Sender::Human => "asked".to_owned(),
        StreamEvent::Turn(turn) => format!("answered {}", turn.attachments.len()),
        StreamEvent::Error { reading: RefusalReading::Limited { .. } } => "limited".to_owned(),
        StreamEvent::Error { reading: RefusalReading::ServerError } => "failed".to_owned(),
        StreamEvent::Error { reading } => format!("{reading:?}"),
        StreamEvent::Ended(_) => "end".to_owned(),
    }
}

const SUCCESS: &[&str] =
    &["conversation", "asked", "0", "5", "37", "72", "95", "100 url file", "answered 1", "end"];
const OTHER_SUCCESS: &[&str] = &[
    "conversation",
    "asked",
    "other 0",
    "other 5",
    "other 37",
    "other 72",
    "other 95",
    "other 100 url file",
    "answered 1",
    "end",
];

/// Each fixture with what it tells.
const STREAMS: [(&str, &[&str]); 29] = [
    ("v1-error.ndjson", &["conversation", "asked", "12", "failed", "end"]),
    ("v1-moderated-without-id.ndjson", &["conversation", "asked", "unnamed Some(0.0) true", "end"]),
    (
        "v1-moderated.ndjson",
        &["conversation", "asked", "1", "46", "95", "100 moderated", "answered 1", "end"],
    ),
    (
        "v1-side-by-side.ndjson",
        &["conversation", "asked", "1", "other 1", "100 url", "other 100 moderated", "end"],
    ),
    (
        "v1-success.ndjson",
        &["conversation", "asked", "1", "13", "46", "95", "100 url file", "answered 1", "end"],
    ),
    (
        "v2-720p-fell-back.ndjson",
        &["conversation", "asked", "0", "60", "100 url file", "answered 1", "end"],
    ),
    ("v2-asset-id-only.ndjson", &["conversation", "asked", "42", "100 file", "end"]),
    ("v2-continued-moderated.ndjson", &["asked", "0", "48", "100 moderated", "end"]),
    (
        "v2-continued-success.ndjson",
        &["asked", "0", "5", "37", "72", "95", "100 url file", "answered 1", "end"],
    ),
    ("v2-cut-off.ndjson", &["conversation", "asked", "0", "37", "end"]),
    (
        "v2-final-then-stays-open.ndjson",
        &["conversation", "asked", "0", "50", "100 url file", "end"],
    ),
    ("v2-heavy-usage.ndjson", &["conversation", "asked", "limited", "end"]),
    (
        "v2-moderated-early-then-closed.ndjson",
        &["conversation", "asked", "unnamed Some(0.0) true", "answered 0", "end"],
    ),
    (
        "v2-moderated.ndjson",
        &["conversation", "asked", "0", "5", "48", "96", "100 moderated file", "answered 0", "end"],
    ),
    (
        "v2-provisional-moderated-then-cleared.ndjson",
        &[
            "conversation",
            "asked",
            "0",
            "3 moderated",
            "11 moderated",
            "44",
            "88",
            "100 url file",
            "answered 1",
            "end",
        ],
    ),
    (
        "v2-provisional-moderated-then-moderated.ndjson",
        &["conversation", "asked", "0", "3 moderated", "44 moderated", "100 moderated", "end"],
    ),
    (
        "v2-rate-limit-as-text-turn.ndjson",
        &["conversation", "asked", "limited", "answered 0", "end"],
    ),
    ("v2-rate-limit-in-200.ndjson", &["conversation", "asked", "limited", "end"]),
    ("v2-rate-limit-top-level.ndjson", &["limited", "end"]),
    (
        "v2-refused-in-200.ndjson",
        &[
            "Refused { reason: RefusedByGrok, words: \"Request rejected by anti-bot rules.\" }",
            "end",
        ],
    ),
    ("v2-server-error.ndjson", &["conversation", "asked", "0", "12", "failed", "end"]),
    (
        "v2-side-by-side-one-stream.ndjson",
        &[
            "conversation",
            "asked",
            "0",
            "other 0",
            "40",
            "other 31",
            "100 url file",
            "other 77",
            "other 100 url file",
            "answered 2",
            "end",
        ],
    ),
    ("v2-side-by-side-request-a.ndjson", SUCCESS),
    ("v2-side-by-side-request-b.ndjson", OTHER_SUCCESS),
    (
        "v2-stream-errors.ndjson",
        &["conversation", "asked", "0", "12", "failed", "answered 0", "end"],
    ),
    ("v2-success.concat.txt", SUCCESS),
    ("v2-success.ndjson", SUCCESS),
    ("v2-success.sse.txt", SUCCESS),
    (
        "v2-url-only-in-attachments.ndjson",
        &["conversation", "asked", "42", "100", "answered 1", "end"],
    ),
];

#[test]
fn h3_every_stream_tells_what_it_says() {
    assert_all_of("streams", STREAMS.map(|(name, _)| name));
    for (name, expected) in STREAMS {
        let events = read(&fixture(&format!("streams/{name}")));
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn h3_all_framings_tell_the_same() {
    let lines = fixture("streams/v2-success.ndjson");
    let expected = read(&lines);
    for name in ["v2-success.concat.txt", "v2-success.sse.txt"] {
        assert_eq!(read(&fixture(&format!("streams/{name}"))), expected, "{name}");
    }
    for text in [
        lines.replace('\n', "\r\n"),
        format!("[{}]", lines.trim().replace('\n', ",")),
        format!("event: message\ndata:{}\n\n", lines.trim().replace('\n', "\n\n: alive\n\ndata:")),
    ] {
        assert_eq!(read(&text), expected, "{text}");
    }
}

#[test]
fn b1_a_conversation_is_told_once() {
    let line = json!({ "result": { "conversation": { "conversationId": TALK } } }).to_string();
    let expected = [StreamEvent::Conversation(post(TALK)), StreamEvent::Ended(StreamEnd::Closed)];
    assert_eq!(read(&format!("{line}{line}")), expected);
}

#[test]
fn a4_what_is_of_another_shape_is_passed_over_and_hides_no_neighbour() {
    let good = frame(&json!({ "videoId": VIDEO, "progress": 9 }));
    let expected = read(&good);
    for odd in [
        "{}".to_owned(),
        "{\"result\":7}".to_owned(),
        "{not json}".to_owned(),
        "{\"result\":{\"response\":{\"streamingVideoGenerationResponse\":{\"videoId\":\"cut"
            .to_owned()
            + "\n",
        "{\"result\":{\"response\":{\"streamingVideoGenerationResponse\":{\"progress\":1"
            .to_owned()
            + "\n",
        frame(&json!({ "videoId": null, "progress": "many" })),
        frame(&json!(7)),
        frame(&json!(null)),
        format!("{{\"x\":\"{}\"}}", "y".repeat(MAX_OBJECT_BYTES)),
        "}}]] \" ".to_owned(),
    ] {
        assert_eq!(read(&format!("{odd}{good}")), expected, "{}", &odd[..odd.len().min(80)]);
    }
    let deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
    let odd = good.replace(
        "\"progress\"",
        &format!("\"tag\\ud83c\":\"\\udc00\",\"deep\":{deep},\"progress\""),
    );
    assert_eq!(read(&odd), expected);
}

#[test]
fn h3_a_long_or_hostile_stream_is_read_in_no_time() {
    let errors = json!({ "error": { "message": "no" } }).to_string().repeat(2_000);
    assert_eq!(read(&errors).len(), 2, "the same error is given once");
    let spoken = json!({ "token": "x", "isSoftStop": true }).to_string().repeat(2_000);
    assert_eq!(read(&spoken).len(), 1);
    let open = "{\"a\":".repeat(100_000);
    assert_eq!(read(&open).len(), 1);
}

fn pieces(text: &str, cuts: &[usize]) -> Vec<StreamEvent> {
    let mut at: Vec<usize> = cuts.iter().map(|cut| cut % (text.len() + 1)).collect();
    at.retain(|cut| text.is_char_boundary(*cut));
    at.extend([0, text.len()]);
    at.sort_unstable();
    let mut stream = AnswerStream::default();
    let mut events: Vec<_> =
        at.windows(2).flat_map(|pair| stream.read(&text[pair[0]..pair[1]])).collect();
    events.extend(stream.end(StreamEnd::Closed));
    events
}

proptest! {
    #[test]
    fn h3_any_split_of_a_stream_tells_the_same(number in 0..STREAMS.len(), cuts in prop::collection::vec(any::<usize>(), 0..40)) {
        let text = fixture(&format!("streams/{}", STREAMS[number].0));
        prop_assert_eq!(pieces(&text, &cuts), read(&text));
    }

    #[test]
    fn h3_no_text_makes_it_fail(text in "([{}\\[\\]\"\\\\:,a\n]|error|token|videoId){0,80}", cuts in prop::collection::vec(any::<usize>(), 0..8)) {
        prop_assert_eq!(pieces(&text, &cuts), read(&text));
    }
}

#[test]
fn h3_a_stream_cut_at_every_byte_tells_the_same() {
    let text = fixture("streams/v2-provisional-moderated-then-cleared.ndjson");
    let cuts: Vec<usize> = (0..text.len()).collect();
    assert_eq!(pieces(&text, &cuts), read(&text));
}
