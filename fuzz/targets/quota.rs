//! What is left of a quota is read whatever the answer is (spec H10).

#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_grok::quota::{ProductQuota, Quota};

fuzz_target!(|body: &str| {
    let Some(quota) = Quota::read(body) else { return };
    let Quota { video, video_720p, image, image_pro, image_edit } = quota;
    let told: Vec<_> =
        [video, video_720p, image, image_pro, image_edit].into_iter().flatten().collect();
    assert!(!told.is_empty());
    assert!(told.iter().all(|product| *product != ProductQuota::default()), "each says something");
});
