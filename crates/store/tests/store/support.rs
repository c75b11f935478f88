//! Records to store, and a place for a database. Times are small numbers: nothing here means a
//! real moment.

use std::collections::BTreeSet;
use std::path::PathBuf;

use retake_grok::quota::ProductQuota;
use retake_protocol::history::{HistoryPage, HistoryQuery};
use retake_protocol::log::LogEvent;
use retake_protocol::{
    ActionId, ActionKind, ActionState, AttemptId, AttemptOutcome, ImageKind, Layer, LayerSource,
    MediaId, Millis, PostId, Preferences, PressState, Prompt, QueueEntryId, Refusal, SessionId,
    SessionOutcome, VideoQuality,
};
use retake_session::record::{
    ActionRecord, AttemptRecord, Change, Counted, Counters, ImageFacts, LogRecord, PressRecord,
    QueueEntry, SessionRecord, VideoQuota,
};
use retake_store::{SavedFile, Store, VideoStatus};
use tempfile::TempDir;

/// A folder of its own with a database file's place in it; gone at the end of the test.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
}

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("retake.db");
        Self { folder, path }
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.path).unwrap()
    }
}

pub(crate) fn media(text: &str) -> MediaId {
    MediaId::new(text).unwrap()
}

pub(crate) fn attempt_id(text: &str) -> AttemptId {
    AttemptId::new(text).unwrap()
}

pub(crate) fn post(text: &str) -> PostId {
    PostId::new(text).unwrap()
}

pub(crate) fn facts(image: &str) -> ImageFacts {
    ImageFacts {
        media_id: media(image),
        kind: ImageKind::Image,
        original_prompt: Some(Prompt::new("a mountain lake at dawn")),
        prompt: None,
        image_url: None,
        width: None,
        height: None,
        create_time: None,
        first_seen_at: 10,
    }
}

/// Every field set.
pub(crate) fn full_facts(image: &str) -> ImageFacts {
    ImageFacts {
        prompt: Some(Prompt::new("the same lake, wider")),
        image_url: Some("https://images.example/lake.jpg".to_owned()),
        width: Some(1024),
        height: Some(1536),
        create_time: Some(5),
        ..facts(image)
    }
}

/// A video that is saved in its usual file.
pub(crate) fn saved_video(path: &str, bytes: u64) -> VideoStatus {
    VideoStatus::Saved { file: saved_file(path, VideoQuality::Base, bytes), at: 60 }
}

pub(crate) fn saved_file(path: &str, quality: VideoQuality, bytes: u64) -> SavedFile {
    SavedFile { path: path.to_owned(), quality, bytes, modified_at: Some(59) }
}

pub(crate) fn attempt(image: &str, id: &str) -> AttemptRecord {
    AttemptRecord {
        media_id: media(image),
        attempt_id: attempt_id(id),
        aliases: vec![attempt_id(id)],
        outcome: AttemptOutcome::Pending,
        unknown_status: None,
        prompt: None,
        video_url: None,
        hd_url: None,
        hd_1080_url: None,
        thumbnail_url: None,
        create_time: None,
        length_seconds: None,
        resolution: None,
        mode: None,
        percent: None,
        derived: None,
        layer: None,
        layer_source: None,
        first_seen_at: 20,
        ended_at: None,
        seen_in: None,
        counted: None,
        pressed_at: None,
        told_by: BTreeSet::new(),
        decided: None,
        announced: None,
    }
}

/// Every field set. Its session must be stored too.
pub(crate) fn full_attempt(image: &str, id: &str, session_id: SessionId) -> AttemptRecord {
    AttemptRecord {
        aliases: vec![attempt_id(id), attempt_id(&format!("{id}-video"))],
        outcome: AttemptOutcome::Moderated,
        unknown_status: Some("queued_for_review".to_owned()),
        prompt: Some(Prompt::new("slow pan across a mountain lake")),
        video_url: Some("https://videos.example/pan.mp4".to_owned()),
        hd_url: Some("https://videos.example/pan_hd.mp4".to_owned()),
        hd_1080_url: Some("https://videos.example/pan_1080_hd.mp4".to_owned()),
        thumbnail_url: Some("https://videos.example/pan.jpg".to_owned()),
        create_time: Some(21),
        length_seconds: Some(6.041_667),
        resolution: Some("480p".to_owned()),
        mode: Some("normal".to_owned()),
        percent: Some(88.5),
        derived: None,
        layer: Some(Layer::Three),
        layer_source: Some(LayerSource::Seen),
        ended_at: Some(30),
        seen_in: Some(session_id),
        counted: Some(Counted { session_id, position: 0 }),
        ..attempt(image, id)
    }
}

pub(crate) fn ended_attempt(
    image: &str,
    id: &str,
    outcome: AttemptOutcome,
    at: Millis,
) -> AttemptRecord {
    AttemptRecord { outcome, first_seen_at: at, ended_at: Some(at), ..attempt(image, id) }
}

pub(crate) fn session(image: &str, id: i64) -> SessionRecord {
    SessionRecord {
        session_id: SessionId(id),
        media_id: media(image),
        prompt: Prompt::new("slow pan across a mountain lake"),
        max_retries: 3,
        video_goal: 1,
        counters: Counters::default(),
        outcome: SessionOutcome::Pending,
        current_post_id: None,
        started_at: 15,
        ended_at: None,
        last_failure_time: None,
        resumed_from: None,
    }
}

/// An image that waits in the queue.
pub(crate) fn queued(image: &str, number: i64) -> QueueEntry {
    QueueEntry {
        entry_id: QueueEntryId(number),
        position: number,
        media_id: media(image),
        prompt: Prompt::new("slow pan"),
        max_retries: 3,
        video_goal: 1,
        added_at: 20,
        session_id: None,
        done: None,
    }
}

/// Every field set.
pub(crate) fn full_session(image: &str, id: i64) -> SessionRecord {
    SessionRecord {
        counters: Counters {
            moderated: 4,
            failed: 1,
            videos_generated: 2,
            layer1_failures: 1,
            layer2_failures: 3,
            layer3_failures: 6,
            beside: 0,
        },
        outcome: SessionOutcome::RateLimited,
        current_post_id: Some(post("post-7")),
        ended_at: Some(40),
        last_failure_time: Some(30),
        ..session(image, id)
    }
}

pub(crate) fn action(image: &str, session_id: i64, id: i64) -> ActionRecord {
    ActionRecord {
        action_id: ActionId(id),
        session_id: SessionId(session_id),
        media_id: media(image),
        kind: ActionKind::First,
        prompt: Prompt::new("slow pan across a mountain lake"),
        due_at: 16,
        issued_at: None,
        answered_at: None,
        state: ActionState::Scheduled,
        refusal: None,
    }
}

/// Every field set.
pub(crate) fn full_action(image: &str, session_id: i64, id: i64) -> ActionRecord {
    ActionRecord {
        kind: ActionKind::Retry,
        issued_at: Some(17),
        answered_at: Some(18),
        state: ActionState::Refused,
        refusal: Some(Refusal::ControlDisabled),
        ..action(image, session_id, id)
    }
}

pub(crate) fn log(image: &str, session_id: Option<i64>, at: Millis, message: &str) -> Change {
    Change::Log(LogRecord {
        media_id: media(image),
        session_id: session_id.map(SessionId),
        attempt_id: None,
        at,
        event: LogEvent::text(message),
    })
}

pub(crate) fn preferences(image: &str) -> Change {
    Change::Preferences {
        media_id: media(image),
        preferences: Preferences {
            max_retries: 7,
            video_goal: 2,
            auto_retry: false,
            last_prompt: Prompt::new("slow pan across a mountain lake"),
        },
    }
}

pub(crate) fn post_of(image: &str, id: &str) -> Change {
    Change::Post { media_id: media(image), post_id: post(id) }
}

/// An image with one attempt first seen at this time: enough to be in the history's list.
pub(crate) fn listed_image(image: &str, at: Millis) -> Vec<Change> {
    vec![
        Change::Image(facts(image)),
        Change::Attempt(AttemptRecord {
            first_seen_at: at,
            ..attempt(image, &format!("{image}-first"))
        }),
    ]
}

pub(crate) fn page(store: &Store, search: &str) -> HistoryPage {
    let query = HistoryQuery {
        search: search.to_owned(),
        after: None,
        limit: 200,
        ..HistoryQuery::default()
    };
    store.history_page(&query).unwrap()
}

/// The images that a search finds, the last active first.
pub(crate) fn found(store: &Store, search: &str) -> Vec<String> {
    page(store, search).cards.into_iter().map(|card| card.media_id.to_string()).collect()
}

pub(crate) fn quota(left: ProductQuota, since: Millis) -> VideoQuota {
    VideoQuota { left, since }
}

/// The user's own press, of two requests.
pub(crate) fn press(image: &str, at: Millis, state: PressState) -> PressRecord {
    let picture = Some(post("upload"));
    let media_id = media(image);
    PressRecord {
        media_id,
        pressed_at: at,
        action_id: None,
        begins_session: None,
        picture,
        requests: 2,
        state,
    }
}
