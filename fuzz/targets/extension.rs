//! What the browser extension left is read and merged whatever it is (spec E1–E3).

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use retake_grok::extension::{LegacyEntry, read_file};
use retake_protocol::{MediaId, Preferences, SessionId};
use retake_session::importing::MergedImage;

fuzz_target!(|text: &str| {
    let Ok(reading) = read_file(text) else { return };
    for entry in &reading.entries {
        let kept = LegacyEntry::from_kept(entry.key.clone(), entry.owner.clone(), &entry.kept());
        assert_eq!(kept.as_ref(), Some(entry), "what is kept is what was read");
    }
    let Some(merged) = MergedImage::of(&reading.entries) else { return };
    let Preferences { max_retries, video_goal, .. } = merged.preferences;
    assert!(Preferences::RANGE.contains(&max_retries) && Preferences::RANGE.contains(&video_goal));
    let post_ids = &merged.fields.post_ids;
    let once: HashSet<_> = post_ids.iter().map(|post_id| post_id.as_str()).collect();
    assert_eq!(once.len(), post_ids.len(), "a post is collected once (spec E2)");
    let media_id = MediaId::new("lake").expect("an id");
    let imported = merged.session(&media_id, SessionId(1), 5);
    let counters = imported.session.counters;
    assert!(counters.failures() >= counters.moderated);
    assert!(imported.session.ended_at >= Some(imported.session.started_at));
    assert!(!imported.log.is_empty());
});
