//! The body of a request for a video is read whatever it is (spec H4), and its line of a recording says
//! the same (spec F3).

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use retake_grok::request::VideoRequest;

fuzz_target!(|body: &str| {
    let read = VideoRequest::read(Some(body));
    let once: HashSet<_> = read.inputs.iter().collect();
    assert_eq!(once.len(), read.inputs.len(), "each input once");
    assert!(read.length_s.is_none_or(|seconds| seconds > 0.0));
    assert!(read.prompt.as_ref().is_none_or(|prompt| !prompt.is_blank()));
    let Ok(line) = serde_json::to_string(&read) else { panic!("no line of {read:?}") };
    let Ok(again) = serde_json::from_str::<VideoRequest>(&line) else {
        panic!("no request in {line}")
    };
    // Numbers may differ in their last digit.
    assert_eq!(VideoRequest { length_s: read.length_s, ..again }, read);
});
