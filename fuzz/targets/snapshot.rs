//! The snapshot's parser takes any text (spec A1–A5): it never panics, and what it makes of a store
//! can be relied on.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use retake_grok::StoreReading;
use retake_protocol::PostId;
use retake_protocol::id::MAX_ID_BYTES;

fuzz_target!(|text: &str| {
    let text = Arc::new(text.to_owned());
    let Ok(reading) = StoreReading::read(Some(&text)) else { return };
    assert_eq!(StoreReading::read(Some(&text)).as_ref(), Ok(&reading), "reading twice is the same");
    for container in &reading.containers {
        for (number, attempt) in container.attempts.iter().enumerate() {
            assert!(!attempt.aliases.is_empty());
            assert!(attempt.aliases.iter().all(|alias| alias.as_str().len() <= MAX_ID_BYTES));
            assert!(attempt.percent.is_none_or(|percent| (0.0..=100.0).contains(&percent)));
            let before = &container.attempts[..number];
            assert!(!before.iter().any(|other| other.shares_alias(attempt)), "spec A1");
        }
    }
    let posts: Vec<PostId> = reading.favorites.ids().filter_map(PostId::new).collect();
    for post_id in posts.iter().take(20) {
        reading.image_of(post_id);
    }
    reading.images_of(&posts);
});
