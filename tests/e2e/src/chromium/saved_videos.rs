//! Saved videos as the app saves and serves them (spec K2): files of the run's data folder, and their bytes by
//! the address that WebView2 knows the scheme `video:` under.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use retake_protocol::{AttemptId, MediaId, VideoQuality};
use retake_store::{SavedFile, Store, VideoStatus};
use serde_json::{Value, json};

use super::sidebar_files;

/// What `video://localhost` is on Windows.
pub(super) const ORIGIN: &str = "http://video.localhost";

/// The most that the app gives of a range at once, in bytes.
const MOST_OF_RANGE: u64 = 8 * 1024 * 1024;

/// Saves a video at `now` (ms): no page has it to give, so it is the simulator's.
pub(super) fn save(
    store: &Store,
    data_dir: &Path,
    (media_id, attempt_id): (&MediaId, &AttemptId),
    now: i64,
) -> Result<()> {
    let asset = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grok-sim/assets/lake.webm");
    let folder = data_dir.join("videos");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{attempt_id}.mp4"));
    let bytes = std::fs::copy(&asset, &path).context("failed to copy the simulator's video")?;
    let path = path.display().to_string();
    let file = SavedFile { path, quality: VideoQuality::Base, bytes, modified_at: None };
    store.ask_for_video(media_id, attempt_id, now)?;
    Ok(store.set_video(media_id, attempt_id, &VideoStatus::Saved { file, at: now })?)
}

/// The answer to a request for a video that the browser holds back.
pub(super) fn answer(store: &Store, request: &Value) -> Value {
    let id = &request["requestId"];
    let range = request["request"]["headers"].as_object().and_then(|headers| {
        let range = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("range"));
        range.and_then(|(_, value)| value.as_str())
    });
    let url = request["request"]["url"].as_str().unwrap_or_default();
    let Some(bytes) = file_of(store, url).and_then(|file| std::fs::read(file).ok()) else {
        return json!({ "requestId": id, "responseCode": 404 });
    };
    let mut headers = vec![
        json!({ "name": "content-type", "value": "video/webm" }),
        json!({ "name": "x-content-type-options", "value": "nosniff" }),
        json!({ "name": "accept-ranges", "value": "bytes" }),
        json!({ "name": "access-control-allow-origin", "value": sidebar_files::ORIGIN }),
    ];
    let size = bytes.len();
    let (code, part, body) = match range.map(|range| wanted(range, size)) {
        None => (200, None, &bytes[..]),
        Some(None) => (416, Some(format!("bytes */{size}")), &[][..]),
        Some(Some(range)) => {
            let part = format!("bytes {}-{}/{size}", range.start(), range.end());
            (206, Some(part), &bytes[range])
        }
    };
    headers.extend(part.map(|part| json!({ "name": "content-range", "value": part })));
    let body = BASE64_STANDARD.encode(body);
    json!({ "requestId": id, "responseCode": code, "responseHeaders": headers, "body": body })
}

/// `<origin>/<media_id>/<attempt_id>`
fn file_of(store: &Store, url: &str) -> Option<PathBuf> {
    let (media_id, attempt_id) = url.strip_prefix(ORIGIN)?.strip_prefix('/')?.split_once('/')?;
    let source = store.video(&MediaId::new(media_id)?, &AttemptId::new(attempt_id)?).ok()??;
    Some(PathBuf::from(source.saved?.path))
}

/// `bytes=<from>-` or `bytes=<from>-<to>`, within a file of `size` bytes.
fn wanted(range: &str, size: usize) -> Option<RangeInclusive<usize>> {
    let (from, to) = range.strip_prefix("bytes=")?.split_once('-')?;
    let from: usize = from.parse().ok()?;
    let last = size.checked_sub(1)?;
    let most = from.checked_add(usize::try_from(MOST_OF_RANGE).ok()? - 1)?;
    let to = to.parse().unwrap_or(last).min(last).min(most);
    (from <= to).then_some(from..=to)
}
