//! Notices of any words are read, and the times in them are times (spec C11).

#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_grok::{NoticeReading, Until};

fuzz_target!(|text: &str| {
    let until = Until::of_words(text);
    if let Some(Until::AtTime { hour, minute }) = until {
        assert!(hour < 24 && minute < 60);
    }
    if let NoticeReading::Limited { until: told } = NoticeReading::of(text) {
        assert_eq!(told, until);
        let louder = NoticeReading::of(&text.to_uppercase());
        assert!(matches!(louder, NoticeReading::Limited { .. }), "in any case");
    }
});
