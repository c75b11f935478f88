//! The thread that saves videos, with a webview that does what a test says.

mod image;

use std::collections::BTreeSet;
use std::fs;
use std::sync::mpsc;
use std::time::Duration;

use jiff::Timestamp;
use retake_protocol::VideoQuality;
use retake_protocol::history::VideoView;
use retake_protocol::observer::FullSnapshot;
use retake_store::{ReplacementStatus, VideoSource, VideoStatus};
use tempfile::TempDir;

use super::*;
use crate::settings::Overrides;

impl Video {
    /// The video of an attempt of the image `lake`.
    pub(super) fn test(attempt: &str) -> Self {
        Self {
            media_id: MediaId::new("lake").unwrap(),
            attempt_id: AttemptId::new(attempt).unwrap(),
        }
    }
}

/// A video that little is known of.
pub(super) fn source_of_test() -> VideoSource {
    VideoSource {
        files: Vec::new(),
        number: 1,
        session_id: None,
        prompt: None,
        original_prompt: None,
        image_url: None,
        create_time: None,
        finished_at: 0,
        length_seconds: None,
        resolution: None,
        partial: None,
        given_up: BTreeSet::new(),
        saved: None,
        placing: None,
    }
}

/// Long enough for any machine: only a test that fails waits for it.
const PATIENCE: Duration = Duration::from_mins(1);

const MP4: &[u8] = b"\0\0\0\x20ftypisom and a film";

/// A store with two finished videos of an image, and the thread on it.
struct World {
    store: Store,
    place: TempDir,
    videos: Videos,
    downloads: mpsc::Receiver<(Wanted, Ended)>,
    changes: mpsc::Receiver<MediaId>,
    engine: retake_engine::Engine,
    clock: Arc<Clock>,
    /// Where Grok has the image; empty: it does not say.
    image_url: &'static str,
}

impl World {
    fn new(settings: &[(&str, &str)]) -> Self {
        Self::on(Store::in_memory().unwrap(), settings)
    }

    fn on(store: Store, settings: &[(&str, &str)]) -> Self {
        let place = TempDir::new().unwrap();
        let clock = Arc::new(Clock::new());
        let overrides = settings.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        let overrides = Overrides(overrides.collect());
        let engine_settings = retake_engine::Settings::default();
        let engine = retake_engine::Engine::open(store.clone(), engine_settings, clock.now());
        let dependencies = Dependencies {
            store: store.clone(),
            clock: Arc::clone(&clock),
            settings: SettingsStore::new(store.clone(), overrides),
            folder: DataFolder::open(Some(place.path())).unwrap(),
            grok: "https://grok.com".parse().unwrap(),
        };
        let (begun, downloads) = mpsc::channel();
        let (teller, changes) = mpsc::channel();
        let callbacks = Callbacks {
            fetch: Box::new(move |wanted, ended| {
                begun.send((wanted, ended)).map_err(|_| anyhow::anyhow!("the test is over"))
            }),
            // A test that has seen enough is gone.
            tell: Box::new(move |media_id| drop(teller.send(media_id.clone()))),
        };
        let videos = Videos::start(dependencies, callbacks).unwrap();
        let engine = engine.unwrap();
        Self { store, place, videos, downloads, changes, engine, clock, image_url: "" }
    }

    /// Grok's store holds these attempts, finished.
    fn see(&mut self, sequence: u64, attempts: &[&str]) {
        self.see_at(self.clock.now(), sequence, attempts);
    }

    fn see_at(&mut self, now: Millis, sequence: u64, attempts: &[&str]) {
        let files: Vec<_> = attempts.iter().map(|id| (*id, &[][..])).collect();
        self.see_files_at(now, sequence, &files);
    }

    /// Grok's store holds these attempts, finished, each with these files beside the usual one.
    fn see_files(&mut self, sequence: u64, attempts: &[(&str, &[&str])]) {
        self.see_files_at(self.clock.now(), sequence, attempts);
    }

    fn see_files_at(&mut self, now: Millis, sequence: u64, attempts: &[(&str, &[&str])]) {
        let create_time = Timestamp::from_millisecond(now).unwrap();
        let entry = |(id, files): &(&str, &[&str])| {
            let better = files.iter().map(|name| format!(r#""{name}":"users/u/{id}_{name}.mp4","#));
            let better: String = better.collect();
            format!(
                r#"{{"id":"{id}","status":"completed","prompt":"slow pan",{better}
                    "videoUrl":"users/u/{id}.mp4","createTime":"{create_time}"}}"#
            )
        };
        let entries: Vec<_> = attempts.iter().map(entry).collect();
        let text = format!(
            r#"{{"state":{{"videoByMediaId":{{"lake":[{}]}},"imageByMediaId":{{"lake":[{{"id":"lake","mediaUrl":"{}"}}]}}}}}}"#,
            entries.join(","),
            self.image_url
        );
        let whole = FullSnapshot::of_session(sequence, Some(text));
        self.engine.handle(retake_engine::Input::FullSnapshot(whole), now).unwrap();
        self.videos.image_changed(&Video::test("x").media_id);
    }

    fn save(&self, attempt: &str) {
        assert!(self.videos.save(Video::test(attempt)).unwrap(), "there is a video to save");
    }

    /// The next download brings these bytes.
    fn brings(&self, bytes: &[u8]) -> Wanted {
        let (wanted, ended) = self.downloads.recv_timeout(PATIENCE).unwrap();
        fs::write(&wanted.partial, bytes).unwrap();
        ended(Ok(()));
        wanted
    }

    /// The next download ends so.
    fn fails(&self, trouble: Trouble) -> Wanted {
        let (wanted, ended) = self.downloads.recv_timeout(PATIENCE).unwrap();
        ended(Err(trouble));
        wanted
    }

    /// Which file of the attempt is saved, once one is.
    fn saved_quality(&self, attempt: &str) -> VideoQuality {
        match self.says(attempt, |view| matches!(view, VideoView::Saved { .. })) {
            VideoView::Saved { quality, .. } => quality,
            view => panic!("it is saved: {view:?}"),
        }
    }

    /// What the sidebar says of an attempt's video, once it says so.
    fn says(&self, attempt: &str, is_expected: impl Fn(&VideoView) -> bool) -> VideoView {
        let id = AttemptId::new(attempt).unwrap();
        loop {
            let detail = self.store.image_detail(&Video::test(attempt).media_id).unwrap().unwrap();
            let found = detail.attempts.into_iter().find(|found| found.attempt_id == id);
            match found.map(|found| found.video) {
                Some(view) if is_expected(&view) => return view,
                _ => drop(self.changes.recv_timeout(PATIENCE).unwrap()),
            }
        }
    }

    /// Waits until this file of the attempt is saved, and answers its name.
    fn has(&self, attempt: &str, expected: VideoQuality) -> String {
        let is_expected = |view: &VideoView| matches!(view, VideoView::Saved { quality, .. } if *quality == expected);
        match self.says(attempt, is_expected) {
            VideoView::Saved { file, .. } => file,
            view => panic!("it is saved: {view:?}"),
        }
    }

    /// Nothing else is fetched before the video of this attempt, which the user asks for now.
    fn fetches_next(&self, attempt: &str) {
        self.save(attempt);
        let wanted = self.brings(MP4);
        assert_eq!(wanted.url.path(), format!("/users/u/{attempt}.mp4"));
        self.has(attempt, VideoQuality::Base);
    }

    /// The next download, still under way.
    fn begins(&self) -> (Wanted, Ended) {
        self.downloads.recv_timeout(PATIENCE).unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.place.path().join("videos")
    }

    fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.folder().join(file)).unwrap()
    }

    fn files(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.place.path().join("videos")) else { return Vec::new() };
        let name = |file: std::io::Result<fs::DirEntry>| file.unwrap().file_name();
        let mut files: Vec<_> =
            files.map(|file| name(file).to_string_lossy().into_owned()).collect();
        files.sort();
        files
    }
}

#[test]
fn a_video_is_fetched_from_grok_and_named_by_the_pattern() {
    let mut world = World::new(&[("video_name", "{image} {number}")]);
    world.see(1, &["a", "b"]);
    world.save("b");
    let wanted = world.brings(MP4);
    assert_eq!(wanted.url.as_str(), "https://assets.grok.com/users/u/b.mp4");
    let view = world.says("b", |view| matches!(view, VideoView::Saved { .. }));
    let VideoView::Saved { file, bytes, .. } = view else { panic!("it is saved: {view:?}") };
    assert_eq!((file.as_str(), bytes), ("lake 2.mp4", MP4.len() as u64));
    assert_eq!(world.files(), ["lake 2.json", "lake 2.mp4"]);
    assert!(world.videos.folder_of(Video::test("b")).unwrap().ends_with("videos"));
}

#[test]
fn n4_a_web_page_is_refused_and_leaves_no_file() {
    let mut world = World::new(&[]);
    world.see(1, &["a"]);
    world.save("a");
    world.brings(b"<!doctype html><title>Sign in</title>");
    let view = world.says("a", |view| matches!(view, VideoView::Failed { .. }));
    let VideoView::Failed { reason } = view else { panic!("it failed: {view:?}") };
    assert!(reason.contains("Sign in on the page"), "{reason}");
    assert_eq!(world.files(), [""; 0]);
}

#[test]
fn a_download_that_broke_off_leaves_no_file_and_comes_again() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see(1, &["a"]);
    world.save("a");
    let (wanted, ended) = world.downloads.recv_timeout(PATIENCE).unwrap();
    fs::write(&wanted.partial, &MP4[..9]).unwrap();
    ended(Err(Trouble::Passing("It broke off.".into())));
    world.brings(MP4);
    world.says("a", |view| matches!(view, VideoView::Saved { .. }));
    assert_eq!(world.files(), ["a.json", "a.mp4"]);
}

#[test]
fn n1_by_itself_only_what_was_finished_since_is_saved_and_once() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_at(1_000, 1, &["old"]);
    let on = World::on(world.store.clone(), &[("keep_videos", "on"), ("video_name", "{attempt}")]);
    let mut on = World { engine: world.engine, ..on };
    on.see(2, &["old", "new"]);
    on.brings(MP4);
    on.says("new", |view| matches!(view, VideoView::Saved { .. }));
    on.see(3, &["old", "new", "newer"]);
    on.brings(MP4);
    on.says("newer", |view| matches!(view, VideoView::Saved { .. }));
    assert_eq!(on.files(), ["new.json", "new.mp4", "newer.json", "newer.mp4"]);
}

#[test]
fn n1_without_the_setting_nothing_is_saved_by_itself() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see(1, &["a", "b"]);
    world.save("b");
    let wanted = world.brings(MP4);
    assert!(wanted.url.path().ends_with("/b.mp4"), "the first download is that of the button");
}

#[test]
fn n7_what_a_crashed_run_left_goes_on_without_its_unfinished_file() {
    let mut before = World::new(&[]);
    before.see(1, &["a"]);
    before.save("a");
    let (wanted, _ended) = before.downloads.recv_timeout(PATIENCE).unwrap();
    before.says("a", |view| matches!(view, VideoView::Saving));
    let left = before.place.path().join("videos/.retake-left.part");
    fs::write(&left, &MP4[..9]).unwrap();
    let outcome = VideoStatus::Fetching { partial: left.display().to_string() };
    let Video { media_id, attempt_id } = Video::test("a");
    before.store.set_video(&media_id, &attempt_id, &outcome).unwrap();
    drop(wanted);

    let after = World::on(before.store.clone(), &[]);
    after.videos.go_on();
    after.brings(MP4);
    after.says("a", |view| matches!(view, VideoView::Saved { .. }));
    assert!(!left.exists(), "the unfinished file is gone");
}

#[test]
fn n7_a_video_forgotten_during_its_download_is_not_kept() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see(1, &["a", "b"]);
    world.save("a");
    let (wanted, ended) = world.downloads.recv_timeout(PATIENCE).unwrap();
    fs::write(&wanted.partial, MP4).unwrap();
    world.store.forget(&retake_store::Scope::All).unwrap();
    ended(Ok(()));
    world.videos.go_on();
    while wanted.partial.exists() {
        std::thread::yield_now();
    }
    assert_eq!(world.files(), [""; 0]);
}

#[test]
fn a_saved_video_that_is_gone_can_be_saved_again() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see(1, &["a"]);
    world.save("a");
    world.brings(MP4);
    world.says("a", |view| matches!(view, VideoView::Saved { .. }));
    fs::remove_file(world.place.path().join("videos/a.mp4")).unwrap();
    let refused = world.videos.folder_of(Video::test("a")).unwrap_err().to_string();
    assert!(refused.contains("no longer there"), "{refused}");
    world.says("a", |view| matches!(view, VideoView::Failed { .. }));
}

fn not_there() -> Trouble {
    fetch::refusal(404)
}

const BOTH: &[&str] = &["hdMediaUrl", "hd1080MediaUrl"];

#[test]
fn n8_the_best_file_is_saved_by_a_press_and_by_itself() {
    for keeps in ["off", "on"] {
        let mut world = World::new(&[("keep_videos", keeps), ("video_name", "{attempt}")]);
        world.see_files(1, &[("a", BOTH)]);
        if keeps == "off" {
            world.save("a");
        }
        let video = whole::test_video("with 1080 lines");
        let wanted = world.brings(&video);
        assert_eq!(wanted.url.path(), "/users/u/a_hd1080MediaUrl.mp4");
        assert_eq!(world.saved_quality("a"), VideoQuality::Hd1080);
        assert_eq!(fs::read(world.place.path().join("videos/a.mp4")).unwrap(), video);
    }
}

#[test]
fn n8_where_a_better_file_can_not_be_had_the_next_one_is_taken() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_files(1, &[("a", BOTH)]);
    world.save("a");
    let first = world.fails(not_there());
    assert_eq!(first.url.path(), "/users/u/a_hd1080MediaUrl.mp4");
    let second = world.brings(&whole::test_video("cut off")[..30]);
    assert_eq!(second.url.path(), "/users/u/a_hdMediaUrl.mp4");
    let third = world.brings(MP4);
    assert_eq!(third.url.path(), "/users/u/a.mp4");
    assert_eq!(world.saved_quality("a"), VideoQuality::Base);
    assert_eq!(world.files(), ["a.json", "a.mp4"]);
}

#[test]
fn n8_what_is_refused_in_every_file_is_given_up_and_all_are_tried_when_asked_again() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_files(1, &[("a", &["hdMediaUrl"])]);
    world.save("a");
    world.fails(fetch::refusal(403));
    world.fails(fetch::refusal(403));
    world.says("a", |view| matches!(view, VideoView::Failed { .. }));
    world.save("a");
    let wanted = world.brings(&whole::test_video("in high definition"));
    assert_eq!(wanted.url.path(), "/users/u/a_hdMediaUrl.mp4");
    assert_eq!(world.saved_quality("a"), VideoQuality::Hd);
}

/// A world in which the video of `a` is saved in its usual file, and that of `b` is not.
fn world_with_saved(settings: &[(&str, &str)]) -> World {
    let settings: Vec<_> = settings.iter().copied().chain([("video_name", "{attempt}")]).collect();
    let mut world = World::new(&settings);
    world.see_files(1, &[("a", &[]), ("b", &[])]);
    world.save("a");
    world.brings(MP4);
    world.has("a", VideoQuality::Base);
    world
}

fn better() -> Vec<u8> {
    whole::test_video("far better")
}

fn replacement_of_a(store: &Store, status: &ReplacementStatus) {
    let Video { media_id, attempt_id } = Video::test("a");
    store.set_replacement(&media_id, &attempt_id, status).unwrap();
}

#[test]
fn n9_a_better_file_that_grok_names_later_takes_the_saved_ones_place() {
    let mut world = world_with_saved(&[]);
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    let (wanted, ended) = world.begins();
    assert_eq!(wanted.url.path(), "/users/u/a_hd1080MediaUrl.mp4");
    assert_eq!(wanted.partial.parent(), Some(world.folder().as_path()));
    assert_eq!(world.saved_quality("a"), VideoQuality::Base, "the old one stays until then");
    assert_eq!(world.read("a.mp4"), MP4);
    fs::write(&wanted.partial, better()).unwrap();
    ended(Ok(()));
    assert_eq!(world.has("a", VideoQuality::Hd1080), "a.mp4");
    assert_eq!(world.read("a.mp4"), better());
    assert_eq!(world.files(), ["a.json", "a.mp4"]);
    let beside = String::from_utf8(world.read("a.json")).unwrap();
    assert!(beside.contains(r#""quality": "hd_1080""#), "{beside}");
    world.fetches_next("b");
}

#[test]
fn n9_a_better_file_is_replaced_by_a_still_better_one() {
    let mut world = world_with_saved(&[]);
    world.see_files(2, &[("a", &["hdMediaUrl"]), ("b", &[])]);
    world.brings(&better());
    world.has("a", VideoQuality::Hd);
    world.see_files(3, &[("a", BOTH), ("b", &[])]);
    world.brings(&whole::test_video("the best of all"));
    world.has("a", VideoQuality::Hd1080);
    assert_eq!(world.read("a.mp4"), whole::test_video("the best of all"));
}

#[test]
fn n9_a_better_file_that_is_named_while_the_usual_one_is_fetched_comes_after_it() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_files(1, &[("a", &[])]);
    world.save("a");
    let (wanted, ended) = world.begins();
    world.see_files(2, &[("a", BOTH)]);
    fs::write(&wanted.partial, MP4).unwrap();
    ended(Ok(()));
    world.brings(&better());
    assert_eq!(world.has("a", VideoQuality::Hd1080), "a.mp4");
}

#[test]
fn n9_nothing_is_replaced_where_the_user_has_turned_it_off() {
    let mut world = world_with_saved(&[("replace_videos", "off")]);
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    world.fetches_next("b");
    assert_eq!(world.read("a.mp4"), MP4);
}

#[test]
fn n9_what_is_turned_off_during_the_download_is_dropped() {
    let mut world = world_with_saved(&[]);
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    let (wanted, ended) = world.begins();
    world.store.set_setting("replace_videos", "off").unwrap();
    fs::write(&wanted.partial, better()).unwrap();
    ended(Ok(()));
    world.fetches_next("b");
    assert_eq!((world.read("a.mp4"), world.saved_quality("a")), (MP4.to_vec(), VideoQuality::Base));
    assert_eq!(world.files(), ["a.json", "a.mp4", "b.json", "b.mp4"]);
}

#[test]
fn n9_a_file_that_was_moved_is_not_replaced() {
    let mut world = world_with_saved(&[]);
    let elsewhere = world.place.path().join("mine.mp4");
    fs::rename(world.folder().join("a.mp4"), &elsewhere).unwrap();
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    world.fetches_next("b");
    assert_eq!(world.files(), ["a.json", "b.json", "b.mp4"]);
    assert_eq!(fs::read(elsewhere).unwrap(), MP4);
}

#[test]
fn n9_a_file_that_is_deleted_during_the_download_does_not_come_back() {
    let mut world = world_with_saved(&[]);
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    let (wanted, ended) = world.begins();
    fs::remove_file(world.folder().join("a.mp4")).unwrap();
    fs::write(&wanted.partial, better()).unwrap();
    ended(Ok(()));
    world.fetches_next("b");
    assert_eq!(world.files(), ["a.json", "b.json", "b.mp4"]);
    assert!(world.store.open_replacements().unwrap().is_empty());
}

#[test]
fn n9_beside_a_file_that_was_changed_the_better_one_is_saved_under_its_own_name() {
    let mut world = world_with_saved(&[]);
    fs::write(world.folder().join("a.mp4"), "cut by its user").unwrap();
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    world.brings(&better());
    assert_eq!(world.has("a", VideoQuality::Hd1080), "a (2).mp4");
    assert_eq!(world.read("a.mp4"), b"cut by its user");
    assert_eq!(world.read("a (2).mp4"), better());
    assert_eq!(world.files(), ["a (2).json", "a (2).mp4", "a.json", "a.mp4"]);
}

#[test]
fn n9_a_better_file_with_another_ending_gets_a_name_and_the_old_one_goes() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_files(1, &[("a", &[])]);
    world.save("a");
    world.brings(&[0x1a, 0x45, 0xdf, 0xa3, 0x9f]);
    assert_eq!(world.has("a", VideoQuality::Base), "a.webm");
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    world.brings(&better());
    assert_eq!(world.has("a", VideoQuality::Hd1080), "a (2).mp4");
    world.fetches_next("b");
    assert_eq!(world.files(), ["a (2).json", "a (2).mp4", "b.json", "b.mp4"]);
}

#[test]
fn n9_what_can_not_be_had_is_not_asked_for_again_and_the_old_file_stays() {
    let mut before = world_with_saved(&[]);
    before.see_files(2, &[("a", BOTH), ("b", &[]), ("c", &[])]);
    let first = before.fails(not_there());
    assert_eq!(first.url.path(), "/users/u/a_hd1080MediaUrl.mp4");
    let second = before.brings(&better()[..30]);
    assert_eq!(second.url.path(), "/users/u/a_hdMediaUrl.mp4", "and that one is cut off");
    before.fetches_next("b");
    before.videos.image_changed(&Video::test("a").media_id);
    before.fetches_next("c");
    assert_eq!(
        (before.read("a.mp4"), before.saved_quality("a")),
        (MP4.to_vec(), VideoQuality::Base)
    );
    assert_eq!(before.files().len(), 6, "nothing unfinished is left: {:?}", before.files());

    before.see_files(3, &[("a", BOTH), ("b", &[]), ("c", &[]), ("d", &[])]);
    let after = World::on(before.store.clone(), &[("video_name", "{attempt}")]);
    after.videos.go_on();
    after.videos.image_changed(&Video::test("a").media_id);
    after.fetches_next("d");
}

#[test]
fn n9_what_was_refused_to_a_user_who_was_signed_out_is_asked_for_in_the_next_run() {
    let mut before = world_with_saved(&[]);
    before.see_files(2, &[("a", BOTH), ("b", &[])]);
    before.fails(Trouble::NeedsUser("Sign in.".into()));
    before.fetches_next("b");
    assert_eq!(before.saved_quality("a"), VideoQuality::Base);

    let mut after = World::on(before.store.clone(), &[("video_name", "{attempt}")]);
    after.see_files(3, &[("a", BOTH), ("b", &[])]);
    after.brings(&better());
    assert_eq!(after.has("a", VideoQuality::Hd1080), "a.mp4");
}

#[test]
fn n9_beside_a_better_file_that_may_be_none_the_saved_one_stays() {
    let webm = [0x1a, 0x45, 0xdf, 0xa3, 0x9f];
    let smaller = whole::test_video("");
    assert!(smaller.len() < better().len());
    for (brought, name) in [(&webm[..], "a (2).webm"), (&smaller[..], "a (2).mp4")] {
        let mut world = world_with_saved(&[]);
        world.see_files(2, &[("a", &["hdMediaUrl"]), ("b", &[])]);
        world.brings(&better());
        world.has("a", VideoQuality::Hd);
        world.see_files(3, &[("a", BOTH), ("b", &[])]);
        world.brings(brought);
        assert_eq!(world.has("a", VideoQuality::Hd1080), name);
        assert_eq!(world.read("a.mp4"), better());
    }
}

#[test]
fn n9_what_could_not_be_had_when_the_video_was_saved_is_not_asked_for_again() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.see_files(1, &[("a", &["hdMediaUrl"])]);
    world.save("a");
    world.fails(not_there());
    world.brings(MP4);
    world.has("a", VideoQuality::Base);
    world.see_files(2, &[("a", &["hdMediaUrl"]), ("b", &[])]);
    world.fetches_next("b");
}

#[test]
fn n9_a_restart_in_the_middle_removes_the_unfinished_file_and_fetches_the_better_one_once() {
    let mut before = world_with_saved(&[]);
    before.see_files(2, &[("a", BOTH), ("b", &[])]);
    let _under_way = before.begins();
    let left = before.folder().join(".retake-left.part");
    fs::write(&left, &better()[..9]).unwrap();
    let partial = left.display().to_string();
    replacement_of_a(&before.store, &ReplacementStatus::Fetching { partial });

    let after = World::on(before.store.clone(), &[("video_name", "{attempt}")]);
    after.videos.go_on();
    after.brings(&better());
    assert_eq!(after.has("a", VideoQuality::Hd1080), "a.mp4");
    assert!(!left.exists(), "the unfinished file is gone");
    assert_eq!(before.read("a.mp4"), better());
    after.fetches_next("b");
}

/// What a run noted right before the better file took its place, which is at `path`.
fn note_placing(world: &World, path: &std::path::Path) {
    let content =
        keep::Content { quality: VideoQuality::Hd, ending: "mp4", bytes: better().len() as u64 };
    let file = keep::finish(path, content, &world.folder().join("a.mp4")).unwrap();
    let partial = world.folder().join(".retake-left.part").display().to_string();
    replacement_of_a(&world.store, &ReplacementStatus::Asked { at: 1 });
    replacement_of_a(&world.store, &ReplacementStatus::Placing { partial, file });
}

#[test]
fn n9_a_restart_knows_a_better_file_that_has_its_place_already() {
    let before = world_with_saved(&[]);
    let path = before.folder().join("a.mp4");
    fs::write(&path, better()).unwrap();
    note_placing(&before, &path);
    let after = World::on(before.store.clone(), &[("video_name", "{attempt}")]);
    after.videos.go_on();
    assert_eq!(after.has("a", VideoQuality::Hd), "a.mp4");
    assert!(String::from_utf8(before.read("a.json")).unwrap().contains(r#""quality": "hd""#));
    after.fetches_next("b");
    assert_eq!(before.files(), ["a.json", "a.mp4"]);
}

#[test]
fn n9_a_restart_right_before_the_better_file_had_its_place_fetches_it_again() {
    let mut before = world_with_saved(&[("replace_videos", "off")]);
    before.see_files(2, &[("a", &["hdMediaUrl"]), ("b", &[])]);
    let left = before.folder().join(".retake-left.part");
    fs::write(&left, better()).unwrap();
    note_placing(&before, &left);
    let after = World::on(before.store.clone(), &[("video_name", "{attempt}")]);
    after.videos.go_on();
    after.brings(&better());
    assert_eq!(after.has("a", VideoQuality::Hd), "a.mp4");
    assert_eq!((before.read("a.mp4"), before.files().len()), (better(), 2));
    after.fetches_next("b");
}

#[test]
fn n9_a_video_that_is_lost_while_a_better_file_comes_can_be_saved_again() {
    let mut world = world_with_saved(&[]);
    world.see_files(2, &[("a", BOTH), ("b", &[])]);
    let (wanted, ended) = world.begins();
    fs::remove_file(world.folder().join("a.mp4")).unwrap();
    world.videos.folder_of(Video::test("a")).unwrap_err();
    world.says("a", |view| matches!(view, VideoView::Failed { .. }));
    fs::write(&wanted.partial, better()).unwrap();
    ended(Ok(()));
    world.save("a");
    world.brings(&better());
    assert_eq!(
        world.has("a", VideoQuality::Hd1080),
        "a (2).mp4",
        "what stands beside the lost one stays"
    );
    assert!(!wanted.partial.exists());
}
