//! What the page fetches of files and conversations is read whatever it is, and every file has a
//! lineage (spec H8, A8).

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use retake_grok::record::{AssetKind, Lineage, Records};

fuzz_target!(|body: &str| {
    let records = Records::read(body);
    let once: HashSet<_> = records.conversations.iter().collect();
    assert_eq!(once.len(), records.conversations.len(), "each conversation once");
    for asset in &records.assets {
        assert_eq!(asset.aliases.first(), Some(&asset.id));
        assert!(records.asset(&asset.id).is_some());
        assert!(asset.inputs.iter().all(|input| !asset.aliases.contains(input)), "not of itself");
        let lineage = records.lineage(&asset.id);
        if asset.kind == AssetKind::Image {
            assert_eq!(lineage, Lineage::Image(asset.id.as_image()));
        }
    }
    for turn in &records.turns {
        let ids = turn.attachments.iter().filter_map(|file| file.id.as_ref());
        assert!(ids.into_iter().all(|id| turn.attachment(id).is_some()));
        for file in &turn.attachments {
            assert!(file.id.is_some() || file.path.is_some());
        }
    }
});
