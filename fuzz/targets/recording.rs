//! The recording's reader and the engine behind it: whatever a file says, nothing panics, and the
//! counters and clicks keep to the rules.

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay};
use serde_json::Value;

/// A longer one finds nothing that a short one does not.
const MOST_LINES: usize = 60;

fuzz_target!(|text: &str| {
    if text.lines().count() > MOST_LINES {
        return;
    }
    let settings = Settings::default();
    let cooldown = settings.cooldown_ms;
    let Ok(report) = replay(text, settings, Confirm::Automatic) else { return };
    let report = serde_json::to_value(report).expect("a report is JSON");
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    for session in list(&report, "sessions") {
        let number = |name: &str| session[name].as_u64().expect("a count");
        let counted = list(&session, "processed_attempt_ids");
        assert_eq!(number("failures") + number("videos_generated"), counted.len() as u64);
        let once: HashSet<_> = counted.iter().map(Value::to_string).collect();
        assert_eq!(once.len(), counted.len(), "an attempt counts once (spec C3)");
        let layers = ["layer1_failures", "layer2_failures", "layer3_failures"].map(number);
        assert_eq!(layers.iter().sum::<u64>(), number("failures"));
        assert_eq!(session["ended_at"].is_null(), session["outcome"] == "pending");
    }
    let mut issued: Vec<i64> =
        list(&report, "actions").iter().filter_map(|action| action["issued_at"].as_i64()).collect();
    issued.sort_unstable();
    for pair in issued.windows(2) {
        // An action that was refused was no click: the next one may follow sooner.
        let is_refused = list(&report, "actions").iter().any(|action| {
            action["issued_at"].as_i64() == Some(pair[0]) && action["state"] != "clicked"
        });
        assert!(is_refused || pair[1] - pair[0] >= cooldown, "spec C8: {pair:?}");
    }
});
