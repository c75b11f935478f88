//! Answers that are no video (spec H6): words before codes before status.

use std::collections::BTreeMap;

use proptest::prelude::*;
use retake_grok::refusal::MOST_WORDS;
use retake_grok::{RefusalReading, Until};
use retake_protocol::Refusal;
use retake_protocol::Refusal::{
    AccountBlocked, CloudflareCheck, PageOutOfDate, RefusedByGrok, SignInNeeded,
};
use retake_protocol::observer::Answer;
use serde_json::Value;

use crate::fixtures::fixture;

fn answer(status: u16, body: &str) -> Answer {
    Answer {
        stream: Some(1),
        path: "/rest/app-chat/conversations/new".to_owned(),
        status,
        headers: BTreeMap::new(),
        body: body.to_owned(),
    }
}

fn with_header(name: &str, value: &str, answer: Answer) -> Answer {
    Answer { headers: BTreeMap::from([(name.to_owned(), value.to_owned())]), ..answer }
}

fn read(status: u16, body: &str) -> RefusalReading {
    RefusalReading::of_answer(&answer(status, body))
}

fn limited(until: Option<Until>) -> RefusalReading {
    RefusalReading::Limited { until }
}

fn refused(reason: Refusal, words: &str) -> RefusalReading {
    RefusalReading::Refused { reason, words: words.to_owned() }
}

#[test]
fn h6_every_answer_that_was_seen_is_named_for_what_it_is() {
    let answers: Vec<Value> = serde_json::from_str(&fixture("http-errors.json")).expect("JSON");
    let readings: Vec<_> = answers
        .iter()
        .map(|seen| {
            let headers = seen.get("headers").cloned().unwrap_or_else(|| serde_json::json!({}));
            let body = match seen.get("body") {
                Some(body) => body.to_string(),
                None => seen["text"].as_str().expect("a text").to_owned(),
            };
            let status = seen["status"].as_u64().and_then(|status| u16::try_from(status).ok());
            let headers = serde_json::from_value(headers).expect("headers");
            RefusalReading::of_answer(&Answer {
                headers,
                ..answer(status.expect("a status"), &body)
            })
        })
        .collect();
    let expected = [
        limited(Some(Until::In { seconds: 60 })),
        limited(None),
        refused(RefusedByGrok, "Request rejected by anti-bot rules."),
        refused(PageOutOfDate, "This page is out of date. Reload to continue."),
        refused(AccountBlocked, "User is blocked [WKE=unauthorized:blocked-user]"),
        refused(CloudflareCheck, ""),
        refused(SignInNeeded, ""),
        refused(SignInNeeded, "Bad credentials"),
        RefusalReading::Nothing,
        RefusalReading::Nothing,
        RefusalReading::ServerError,
    ];
    assert_eq!(readings, expected);
}

const ANTI_BOT: &str =
    r#"{"error":{"code":7,"message":"Request rejected by anti-bot rules.","details":[]}}"#;

#[test]
fn h6_a_refusal_is_named_for_what_it_is() {
    for (status, body, reason) in [
        (403, ANTI_BOT, RefusedByGrok),
        (403, r#"{"error":{"code": 7,"message":"Forbidden"}}"#, RefusedByGrok),
        (403, r#"{"code":7}"#, RefusedByGrok),
        (403, r#"{"code":"7"}"#, RefusedByGrok),
        (429, ANTI_BOT, RefusedByGrok),
        (
            403,
            r#"{"code":7,"message":"This page is out of date. Reload to continue.","details":[]}"#,
            PageOutOfDate,
        ),
        (
            403,
            r#"{"code":7,"message":"User is blocked [WKE=unauthorized:blocked-user]"}"#,
            AccountBlocked,
        ),
        (401, r#"{"code":16,"message":"Bad credentials"}"#, SignInNeeded),
        (401, "", SignInNeeded),
        (403, r#"{"code":16}"#, SignInNeeded),
        (403, "", SignInNeeded),
        (403, r#"{"code":77}"#, SignInNeeded),
        (403, r#"{"code":7777}"#, SignInNeeded),
        (403, "<title>Just a moment...</title>", CloudflareCheck),
        (403, r#"{"error":{"code":7,"message":"cut of"#, RefusedByGrok),
    ] {
        match read(status, body) {
            RefusalReading::Refused { reason: read, .. } => assert_eq!(read, reason, "{body}"),
            other => panic!("{status} {body}: {other:?}"),
        }
    }
    for status in [403, 503] {
        let challenge = with_header("cf-mitigated", "Challenge", answer(status, "{}"));
        assert_eq!(RefusalReading::of_answer(&challenge), refused(CloudflareCheck, ""));
    }
}

#[test]
fn c11_a_limit_is_one_whatever_status_speaks_of_it() {
    for (status, body) in [
        (429, ""),
        (429, r#"{"result":{}}"#),
        (
            503,
            r#"{"error":{"message":"Grok is under heavy usage right now. Please try again later."}}"#,
        ),
        (403, r#"{"error":{"code":7,"message":"Too many requests"}}"#),
        (400, r#"{"code":8,"message":"resource exhausted"}"#),
        (
            400,
            r#"{"error":{"message":"You\u2019ve reached your usage limit. Please try again later."}}"#,
        ),
        (400, r#"{"error":{"message":"You\u2019ve reached your usage limit. Please"#),
        (200, r#"{"error":{"code":8,"message":"Too many requests"}}"#),
    ] {
        assert_eq!(read(status, body), limited(None), "{status} {body}");
    }
}

#[test]
fn c11_when_a_limit_ends_is_told_by_header_by_field_or_by_words() {
    let moment = Some(Until::Moment { ms: 1_791_177_150_000 });
    let field = r#"{"error":{"code":8,"details":[{"nextAvailableAt":"2026-10-05T05:12:30Z"}]}}"#;
    let words = r#"{"error":{"code":8,"message":"Usage limit reached. Try again at 6:01 PM"}}"#;
    assert_eq!(read(429, field), limited(moment));
    assert_eq!(read(429, words), limited(Some(Until::AtTime { hour: 18, minute: 1 })));
    for (header, expected) in [
        ("60", Some(Until::In { seconds: 60 })),
        ("Mon, 05 Oct 2026 05:12:30 GMT", moment),
        ("soon", moment),
    ] {
        let answer = with_header("retry-after", header, answer(429, field));
        assert_eq!(RefusalReading::of_answer(&answer), limited(expected), "{header}");
    }
}

#[test]
fn h6_a_failing_server_leaves_it_open() {
    for (status, body) in [
        (500, r#"{"code":13,"message":"Internal error"}"#),
        (502, "<html><title>Bad gateway</title></html>"),
        (0, ""),
        (200, r#"{"error":{"code":13,"message":"Internal error"}}"#),
    ] {
        assert_eq!(read(status, body), RefusalReading::ServerError, "{status}");
    }
    for (status, body) in [
        (404, r#"{"code":5,"message":"Response not found."}"#),
        (400, "{}"),
        (302, ""),
        (200, ""),
        (200, r#"{"result":{"message":"rate limit reached"},"error":null}"#),
    ] {
        assert_eq!(read(status, body), RefusalReading::Nothing, "{status} {body}");
    }
}

#[test]
fn h6_the_answer_to_another_request_says_nothing_of_videos() {
    for body in [ANTI_BOT, ""] {
        let other = Answer { stream: None, ..answer(429, body) };
        assert_eq!(RefusalReading::of_answer(&other), RefusalReading::Nothing);
    }
}

#[test]
fn h6_groks_words_are_kept_short() {
    let body = serde_json::json!({ "code": 7, "message": "é".repeat(1_000) }).to_string();
    assert_eq!(read(403, &body), refused(RefusedByGrok, &"é".repeat(MOST_WORDS)));
}

proptest! {
    #[test]
    fn h6_no_answer_makes_it_fail(status in any::<u16>(), body in "([{}\\[\\]\",:a7\\\\]|code|message|error|\\\\u00){0,40}") {
        let _ = read(status, &body);
    }
}
