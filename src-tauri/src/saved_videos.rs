//! Gives the app's own windows the videos that Retake saved, by the scheme `video:` (spec K2). An address
//! names an image and an attempt, never a path: which file that is, the database says, and it must still be
//! an ordinary file that holds a video. Parts of it are given as HTTP gives ranges, because players seek.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::RangeInclusive;
use std::path::Path;

use http_range_header::parse_range_header;
use retake_protocol::AttemptId;
use retake_store::Store;
use tauri::http::header::{
    ACCEPT_RANGES, ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_RANGE, CONTENT_TYPE, RANGE,
};
use tauri::http::{Request, Response, StatusCode};

use crate::pictures;
use crate::videos::keep;

/// The scheme: `video://localhost/<media_id>/<attempt_id>`.
pub(crate) const SCHEME: &str = "video";

/// The most that is given at once of a range, in bytes: a player asks for the rest.
const MOST_OF_RANGE: u64 = 8 * 1024 * 1024;

/// Where the app's own pages are served from, on Linux and macOS, and on Windows.
const OWN_ORIGIN: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// Answers a request for a saved video.
pub(crate) fn serve(store: &Store, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let range = request.headers().get(RANGE).map(|range| range.to_str().unwrap_or("none"));
    match answer(store, request.uri().path(), range) {
        Ok(Part { mime, bytes, of }) => {
            let builder = Response::builder()
                .header(CONTENT_TYPE, mime)
                .header("X-Content-Type-Options", "nosniff")
                .header(ACCEPT_RANGES, "bytes")
                .header(ACCESS_CONTROL_ALLOW_ORIGIN, OWN_ORIGIN);
            let builder = match of {
                None => builder.status(StatusCode::OK),
                Some((range, size)) => {
                    let (from, to) = (range.start(), range.end());
                    builder
                        .status(StatusCode::PARTIAL_CONTENT)
                        .header(CONTENT_RANGE, format!("bytes {from}-{to}/{size}"))
                }
            };
            builder.body(bytes).unwrap_or_default()
        }
        Err(Missing::Video) => refused(StatusCode::NOT_FOUND, None),
        Err(Missing::Range { size }) => {
            refused(StatusCode::RANGE_NOT_SATISFIABLE, Some(format!("bytes */{size}")))
        }
    }
}

fn refused(status: StatusCode, range: Option<String>) -> Response<Vec<u8>> {
    let mut builder =
        Response::builder().status(status).header(ACCESS_CONTROL_ALLOW_ORIGIN, OWN_ORIGIN);
    if let Some(range) = range {
        builder = builder.header(CONTENT_RANGE, range);
    }
    builder.body(Vec::new()).unwrap_or_default()
}

/// What of a video is given.
struct Part {
    mime: &'static str,
    bytes: Vec<u8>,
    /// The bytes, of how many; `None`: it is the whole video.
    of: Option<(RangeInclusive<u64>, u64)>,
}

/// What is not there.
enum Missing {
    Video,
    /// The video is there, and has no such bytes.
    Range {
        size: u64,
    },
}

fn answer(store: &Store, path: &str, range: Option<&str>) -> Result<Part, Missing> {
    let (media_id, attempt_id) = pictures::place_of(path).ok_or(Missing::Video)?;
    let attempt_id = AttemptId::new(attempt_id).ok_or(Missing::Video)?;
    let source = store.video(&media_id, &attempt_id).ok().flatten();
    let saved = source.and_then(|source| source.saved).ok_or(Missing::Video)?;
    let (mut file, mime, size) = open(Path::new(&saved.path)).ok_or(Missing::Video)?;
    let range = range.map(|range| wanted(range, size)).transpose()?;
    let (from, length) = match &range {
        None => (0, size),
        Some(range) => (*range.start(), range.end() - range.start() + 1),
    };
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(from)).map_err(|_| Missing::Video)?;
    file.take(length).read_to_end(&mut bytes).map_err(|_| Missing::Video)?;
    Ok(Part { mime, bytes, of: range.map(|range| (range, size)) })
}

/// A file that is still an ordinary one, with a video in it.
fn open(path: &Path) -> Option<(File, &'static str, u64)> {
    let about = path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    let mut file = File::open(path).ok()?;
    let mut first = [0; 12];
    file.read_exact(&mut first).ok()?;
    let mime = match keep::ending_of(&first)? {
        "webm" => "video/webm",
        _ => "video/mp4",
    };
    Some((file, mime, about.len()))
}

/// Of several ranges the first; a long one is cut.
fn wanted(range: &str, size: u64) -> Result<RangeInclusive<u64>, Missing> {
    let parsed = parse_range_header(range).and_then(|ranges| ranges.validate(size));
    let first = parsed.ok().and_then(|ranges| ranges.into_iter().next());
    let first = first.ok_or(Missing::Range { size })?;
    let (from, to) = first.into_inner();
    Ok(from..=to.min(from + MOST_OF_RANGE - 1))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use retake_protocol::observer::FullSnapshot;
    use retake_protocol::{MediaId, VideoQuality};
    use retake_store::{SavedFile, VideoStatus};
    use tempfile::TempDir;

    use super::*;

    const MP4: &[u8] = b"\0\0\0\x20ftypisom0123456789";

    /// A store that knows one saved video, whose file holds `bytes`.
    fn saved(bytes: &[u8]) -> (Store, TempDir) {
        let store = Store::in_memory().unwrap();
        let settings = retake_engine::Settings::default();
        let mut engine = retake_engine::Engine::open(store.clone(), settings, 0).unwrap();
        let text = serde_json::json!({ "state": {
            "videoByMediaId": { "lake": [{ "id": "v", "status": "completed",
                                           "videoUrl": "users/u/v.mp4" }] },
            "imageByMediaId": { "lake": [{ "id": "lake" }] },
        }});
        let whole = FullSnapshot::of_session(1, Some(text.to_string()));
        engine.handle(retake_engine::Input::FullSnapshot(whole), 1).unwrap();
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("lake.mp4");
        fs::write(&path, bytes).unwrap();
        let (lake, v) = (MediaId::new("lake").unwrap(), AttemptId::new("v").unwrap());
        assert!(store.ask_for_video(&lake, &v, 5).unwrap(), "the video is finished");
        let (path, quality) = (path.display().to_string(), VideoQuality::Base);
        let file = SavedFile { path, quality, bytes: 1, modified_at: None };
        let saved = VideoStatus::Saved { file, at: 6 };
        store.set_video(&lake, &v, &saved).unwrap();
        (store, folder)
    }

    fn asked(store: &Store, path: &str, range: Option<&str>) -> Response<Vec<u8>> {
        let mut request = Request::builder().uri(format!("video://localhost{path}"));
        if let Some(range) = range {
            request = request.header(RANGE, range);
        }
        serve(store, &request.body(Vec::new()).unwrap())
    }

    #[test]
    fn k2_a_saved_video_is_given_whole_and_by_ranges() {
        let (store, _folder) = saved(MP4);
        let whole = asked(&store, "/lake/v", None);
        assert_eq!((whole.status(), whole.body().as_slice()), (StatusCode::OK, MP4));
        assert_eq!(whole.headers()[CONTENT_TYPE], "video/mp4");
        for (range, expected, part) in [
            ("bytes=0-", "bytes 0-21/22", MP4),
            ("bytes=12-14", "bytes 12-14/22", b"012"),
            ("bytes=-2", "bytes 20-21/22", b"89"),
            ("bytes=20-99", "bytes 20-21/22", b"89"),
        ] {
            let answer = asked(&store, "/lake/v", Some(range));
            assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT, "{range}");
            assert_eq!(answer.headers()[CONTENT_RANGE], expected, "{range}");
            assert_eq!(answer.body(), part, "{range}");
        }
    }

    #[test]
    fn k2_a_range_that_the_video_does_not_have_is_refused_with_its_size() {
        let (store, _folder) = saved(MP4);
        for range in ["bytes=22-", "bytes=5-4", "lines=1-2", "bytes=a-b", ""] {
            let answer = asked(&store, "/lake/v", Some(range));
            assert_eq!(answer.status(), StatusCode::RANGE_NOT_SATISFIABLE, "{range}");
            assert_eq!(answer.headers()[CONTENT_RANGE], "bytes */22", "{range}");
            assert!(answer.body().is_empty());
        }
    }

    #[test]
    fn k2_nothing_but_a_saved_video_is_given() {
        let (store, folder) = saved(MP4);
        let file = folder.path().join("lake.mp4").display().to_string();
        for path in ["/", "/lake", "/lake/x", "/lake/image", "/lake/..%2F..%2Fetc%2Fpasswd", &file]
        {
            assert_eq!(asked(&store, path, None).status(), StatusCode::NOT_FOUND, "{path}");
        }
        fs::write(&file, "no video any more").unwrap();
        assert_eq!(asked(&store, "/lake/v", None).status(), StatusCode::NOT_FOUND);
        fs::remove_file(&file).unwrap();
        assert_eq!(asked(&store, "/lake/v", None).status(), StatusCode::NOT_FOUND);
    }

    #[cfg(unix)]
    #[test]
    fn k2_a_link_in_the_place_of_a_video_is_not_followed() {
        let (store, folder) = saved(MP4);
        let file = folder.path().join("lake.mp4");
        fs::rename(&file, folder.path().join("elsewhere.mp4")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("elsewhere.mp4"), &file).unwrap();
        assert_eq!(asked(&store, "/lake/v", None).status(), StatusCode::NOT_FOUND);
    }
}
