//! Answers that are no video are read whatever they are (spec H6).

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use retake_grok::RefusalReading;
use retake_grok::refusal::MOST_WORDS;
use retake_protocol::Refusal;
use retake_protocol::observer::Answer;

fuzz_target!(|input: (&str, u16, Option<&str>)| {
    let (body, status, retry_after) = input;
    let headers = retry_after.map(|value| ("retry-after".to_owned(), value.to_owned()));
    let answer = Answer {
        stream: Some(1),
        path: String::new(),
        status,
        headers: BTreeMap::from_iter(headers),
        body: body.to_owned(),
    };
    if let RefusalReading::Refused { reason, words } = RefusalReading::of_answer(&answer) {
        assert!(words.chars().count() <= MOST_WORDS);
        assert!(matches!(
            reason,
            Refusal::RefusedByGrok
                | Refusal::PageOutOfDate
                | Refusal::AccountBlocked
                | Refusal::SignInNeeded
                | Refusal::CloudflareCheck
        ));
    }
    let other = Answer { stream: None, ..answer };
    assert_eq!(RefusalReading::of_answer(&other), RefusalReading::Nothing);
});
