//! What tests read from `tests/fixtures`, and the ids in there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use retake_protocol::{AttemptId, MediaId, PostId};

/// The image of every fixture that has one.
pub(crate) const IMAGE: &str = "aaaaaaaa-0000-4000-8000-000000000001";
/// The first video, and the second where there are two.
pub(crate) const VIDEO: &str = "bbbbbbbb-0000-4000-8000-000000000001";
pub(crate) const OTHER_VIDEO: &str = "bbbbbbbb-0000-4000-8000-000000000002";
/// The conversation that a video was made in, and the one of its image.
pub(crate) const TALK: &str = "cccccccc-0000-4000-8000-000000000001";
pub(crate) const IMAGE_TALK: &str = "cccccccc-0000-4000-8000-000000000000";
/// The turn that asked for a video, and the one that made it.
pub(crate) const ASKING: &str = "dddddddd-0000-4000-8000-000000000001";
pub(crate) const MAKING: &str = "dddddddd-0000-4000-8000-000000000002";
pub(crate) const PROMPT: &str = "a paper boat drifts across the pond";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The text of a fixture.
pub(crate) fn fixture(name: &str) -> String {
    fs::read_to_string(folder(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Checks that a table of cases leaves out no fixture of a folder.
pub(crate) fn assert_all_of<'a>(folder_name: &str, named: impl IntoIterator<Item = &'a str>) {
    let found: BTreeSet<String> = fs::read_dir(folder(folder_name))
        .expect("a folder of fixtures")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let named: BTreeSet<String> = named.into_iter().map(str::to_owned).collect();
    assert_eq!(named, found, "each fixture of {folder_name} has its case");
}

pub(crate) fn post(id: &str) -> PostId {
    PostId::new(id).expect("an id")
}

pub(crate) fn posts(ids: &[&str]) -> Vec<PostId> {
    ids.iter().map(|id| post(id)).collect()
}

pub(crate) fn attempt(id: &str) -> AttemptId {
    AttemptId::new(id).expect("an id")
}

pub(crate) fn media(id: &str) -> MediaId {
    MediaId::new(id).expect("an id")
}

/// A store's text, as the reader takes it.
pub(crate) fn shared(text: String) -> Arc<String> {
    Arc::new(text)
}
