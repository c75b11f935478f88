//! What the panel shows while a story goes on, moment by moment.

use retake_engine::recording::{Recorded, read};
use retake_engine::{Effect, Engine, Input, Settings};
use retake_protocol::log::{LogEvent, PressedBy};
use retake_protocol::observer::{ActionResult, Signal};
use retake_protocol::view::{
    Activity, GenerationState, LimitEnd, NoImageReason, PageView, PanelView,
};
use retake_protocol::{MediaId, Prompt, SessionOutcome};
use retake_store::Store;

/// An engine fed with the lines of a recording; each action counts as clicked at once.
struct Story {
    store: Store,
    engine: Engine,
    now: i64,
    sequence: u64,
}

impl Story {
    fn empty() -> Self {
        let memory = Store::in_memory().expect("SQLite works in memory");
        let engine =
            Engine::open(memory.clone(), Settings::default(), 0).expect("the store is empty");
        Self { store: memory, engine, now: 0, sequence: 0 }
    }

    /// Image `lake` is on the page, with a session whose first click was made.
    fn of_a_running_session() -> Self {
        let mut story = Self::empty();
        story.tell(&line(STORE));
        story.tell(r#"{"at":1,"type":"route","post_id":"lake"}"#);
        story.tell(r#"{"at":2,"type":"start","prompt":"slow pan"}"#);
        story
    }

    fn tell(&mut self, line: &str) -> PanelView {
        for line in read(line).expect("a line of a recording").lines {
            self.now = line.at;
            self.sequence += 1;
            match line.event {
                Recorded::Restart => self.engine.restart(line.at).expect("the store works"),
                event => {
                    if let Some(input) = event.into_input(self.sequence) {
                        self.input(input);
                    }
                }
            }
        }
        self.engine.panel(self.now)
    }

    fn input(&mut self, input: Input) {
        let handled = self.engine.handle(input, self.now).expect("the store works");
        for effect in handled.effects {
            if let Effect::Issue(action) = effect {
                let (action_id, result) = (action.action_id, ActionResult::Clicked);
                self.input(Input::Signal(Signal::ActionResult { action_id, result }));
            }
        }
    }
}

const STORE: &str = r#"{"at":0,"type":"snapshot","store":{"state":{
    "videoByMediaId":{"lake":[{"id":"old","videoUrl":"/v.mp4"}]},
    "imageByMediaId":{"lake":[{"id":"lake","prompt":"a mountain lake"}]}}}}"#;

fn activity(panel: &PanelView) -> Activity {
    panel.session.as_ref().expect("a session is shown").activity.clone()
}

fn line(text: &str) -> String {
    text.replace('\n', " ")
}

#[test]
fn b2_the_image_stays_on_show_while_a_new_post_of_it_resolves() {
    let mut story = Story::of_a_running_session();
    let panel = story.tell(r#"{"at":100,"type":"route","post_id":"a-new-video"}"#);
    assert!(matches!(panel.page, PageView::Image { .. }), "{:?}", panel.page);
    assert_eq!(panel.image.map(|image| image.media_id.to_string()).as_deref(), Some("lake"));
    let panel = story.tell(r#"{"at":2200,"type":"tick"}"#);
    assert!(matches!(panel.page, PageView::Loading { .. }), "for 2 s: {:?}", panel.page);
}

#[test]
fn a_progress_of_before_a_reload_is_no_longer_shown() {
    let mut story = Story::of_a_running_session();
    let panel = story.tell(r#"{"at":50,"type":"progress","percent":5}"#);
    assert_eq!(activity(&panel), Activity::Generating { percent: Some(5.0) });
    story.tell(r#"{"at":60,"type":"page_load"}"#);
    story.tell(&line(STORE).replace(r#""at":0"#, r#""at":61"#));
    let panel = story.tell(r#"{"at":62,"type":"route","post_id":"lake"}"#);
    assert_eq!(activity(&panel), Activity::Reloaded);
    let panel = story.tell(r#"{"at":70,"type":"progress","percent":7}"#);
    assert_eq!(activity(&panel), Activity::Generating { percent: Some(7.0) });
}

#[test]
fn l4_a_session_that_was_cut_off_is_told_until_it_is_resumed() {
    let mut story = Story::of_a_running_session();
    let panel = story.tell(r#"{"at":100,"type":"restart"}"#);
    let told: Vec<_> = panel.interrupted.iter().map(|one| one.media_id.to_string()).collect();
    assert_eq!(told, ["lake"]);
    story.tell(&line(STORE).replace(r#""at":0"#, r#""at":101"#));
    let panel = story.tell(r#"{"at":102,"type":"route","post_id":"lake"}"#);
    assert_eq!(panel.interrupted.len(), 1, "looking at it is not resuming it");
    let panel = story.tell(r#"{"at":103,"type":"resume"}"#);
    assert!(panel.interrupted.is_empty());
}

/// Found by killing the app in mid-session: Resume then only said that the goal was reached.
#[test]
fn l4_a_session_whose_video_came_in_after_all_is_no_longer_offered() {
    let mut story = Story::of_a_running_session();
    story.tell(r#"{"at":100,"type":"restart"}"#);
    let with_video = line(STORE).replace(r#""at":0"#, r#""at":101"#).replace(
        r#"{"id":"old","videoUrl":"/v.mp4"}"#,
        r#"{"id":"old","videoUrl":"/v.mp4"},{"id":"new","videoUrl":"/n.mp4"}"#,
    );
    story.tell(&with_video);
    let panel = story.tell(r#"{"at":102,"type":"route","post_id":"lake"}"#);
    assert!(panel.session.is_some_and(|session| !session.can_resume), "its goal is reached");
    assert!(panel.interrupted.is_empty());
}

#[test]
fn c18_an_end_is_summed_up_by_the_session_and_its_last_line() {
    let mut story = Story::of_a_running_session();
    let panel = story.tell(&line(
        r#"{"at":9000,"type":"snapshot","store":{"state":{
            "videoByMediaId":{"lake":[{"id":"old","videoUrl":"/v.mp4"},{"id":"new","videoUrl":"/w.mp4"}]},
            "imageByMediaId":{"lake":[{"id":"lake","originalPrompt":"a lake","mediaUrl":"/lake.jpg"}]}}}}"#,
    ));
    let session = panel.session.expect("the session that has ended is shown");
    assert_eq!(session.outcome, SessionOutcome::Success);
    assert_eq!((session.videos_generated, session.video_goal), (1, 1));
    assert_eq!((session.retry_count, session.max_retries), (0, 3));
    assert_eq!(session.credits_used, 1);
    let layers = [session.layer1_failures, session.layer2_failures, session.layer3_failures];
    assert_eq!(layers, [0, 0, 0]);
    assert_eq!((session.started_at, session.ended_at), (2, Some(9000)));
    assert_eq!(session.prompt.as_str(), "slow pan");
    assert_eq!(session.original_prompt.as_ref().map(Prompt::as_str), Some("a lake"));
    let last = &session.log.last().expect("the summary").event;
    let LogEvent::Ended(summary) = last else { panic!("{last:?}") };
    assert_eq!(summary.outcome, SessionOutcome::Success);
    let image = story.store.load_image(&session.media_id).expect("the store works");
    let facts = image.expect("the image is kept").facts;
    assert_eq!(facts.image_url.as_deref(), Some("/lake.jpg"));
}

#[test]
fn c3_the_log_says_whose_press_an_attempt_was_of() {
    let mut story = Story::of_a_running_session();
    let request = |at: i64, stream: u32| {
        format!(
            r#"{{"at":{at},"type":"request","stream":{stream},"kind":"image_to_video","inputs":["lake"],"prompt":"slow pan"}}"#
        )
    };
    let snapshot = |at: i64, entries: &str| {
        format!(
            r#"{{"at":{at},"type":"snapshot","store":{{"state":{{"videoByMediaId":{{"lake":[{entries}]}},"imageByMediaId":{{"lake":[{{"id":"lake"}}]}}}}}}}}"#
        )
    };
    story.tell(&request(3, 1));
    story.tell(&snapshot(5000, r#"{"id":"one","moderated":true}"#));
    story.tell(r#"{"at":6000,"type":"user_press"}"#);
    story.tell(&request(6001, 2));
    let panel = story.tell(&snapshot(9000, r#"{"id":"two","moderated":true}"#));
    let log = panel.session.expect("a session").log;
    let presses: Vec<PressedBy> = log
        .iter()
        .filter_map(|line| match line.event {
            LogEvent::Counted { pressed_by, .. } => Some(pressed_by),
            _ => None,
        })
        .collect();
    assert_eq!(presses, [PressedBy::Retake, PressedBy::User]);
}

#[test]
fn c11_a_notice_without_a_time_leaves_the_limit_the_time_that_an_answer_told() {
    let mut story = Story::of_a_running_session();
    story.tell(&line(
        r#"{"at":100,"type":"request","stream":1,"kind":"image_to_video","inputs":["lake"],
            "prompt":"slow pan"}"#,
    ));
    story.tell(&line(
        r#"{"at":200,"type":"answer","stream":1,"path":"/rest/app-chat/conversations/new",
            "status":429,"headers":{"retry-after":"60"},"body":""}"#,
    ));
    let notice = r#"{"at":300,"type":"notice","text":"Rate limit reached","visible":true}"#;
    let limit = story.tell(notice).limit.expect("a limit was met");
    assert_eq!(limit.ends, Some(LimitEnd::At { at: 60_200 }));
}

/// The page is told what is left, as Grok's `video` says it.
fn quota(at: i64, video: &str) -> String {
    let body = format!(r#"{{"video":{video}}}"#).replace('"', r#"\""#);
    format!(
        r#"{{"at":{at},"type":"answer","path":"/rest/media/imagine/quota_info","status":200,"headers":{{}},"body":"{body}"}}"#
    )
}

#[test]
fn h10_what_is_left_is_known_after_a_restart_until_its_time_is_over() {
    let mut story = Story::empty();
    let in_a_minute = r#"{"remainingQueries":12,"nextAvailableAt":"1970-01-01T00:01:00Z"}"#;
    story.tell(&quota(100, in_a_minute));
    let told = story.tell(r#"{"at":200,"type":"restart"}"#).quota.expect("12 are left");
    assert_eq!((told.remaining, told.next_available_at), (Some(12), Some(60_000)));
    assert!(story.engine.panel(59_999).quota.is_some());
    assert_eq!(story.engine.panel(60_000).quota, None, "more has come");
    let panel = story.tell(r#"{"at":61000,"type":"restart"}"#);
    assert_eq!(panel.quota, None, "nor is it shown when the app starts later");
}

#[test]
fn h10_without_a_time_a_number_holds_for_as_long_as_grok_counts() {
    let mut story = Story::empty();
    let hour = 3_600_000;
    story.tell(&quota(0, r#"{"remainingQueries":7,"windowSizeSeconds":3600}"#));
    story.tell(&quota(1_000, r#"{"remainingQueries":7,"windowSizeSeconds":3600}"#));
    assert!(story.engine.panel(hour - 1).quota.is_some());
    assert_eq!(story.engine.panel(hour).quota, None);
    story.tell(&quota(hour, r#"{"available":false}"#));
    assert!(story.engine.panel(24 * hour).quota.is_some(), "or for a day");
    assert_eq!(story.engine.panel(25 * hour).quota, None);
}

#[test]
fn h10_an_answer_that_says_nothing_of_videos_leaves_what_is_known() {
    let mut story = Story::empty();
    story.tell(&quota(100, r#"{"remainingQueries":12}"#));
    let panel =
        story.tell(&quota(200, "null").replace("null", r#"null,\"image\":{\"available\":true}"#));
    assert_eq!(panel.quota.and_then(|quota| quota.remaining), Some(12));
}

#[test]
fn h8_a_record_tells_the_prompt_and_the_picture_that_no_store_tells() {
    let mut story = Story::of_a_running_session();
    story.tell(&line(
        r#"{"at":100,"type":"record","body":{"assets":[
            {"assetId":"other","mimeType":"image/jpeg","key":"users/u/generated/other/image.jpg",
             "prompt":"dunes in evening light"},
            {"assetId":"v","mimeType":"video/mp4","key":"users/u/generated/v/generated_video.mp4",
             "mediaGenInput":{"imageToVideo":{"prompt":"slow pan","inputAssets":["other"]}}},
            {"assetId":"t","mimeType":"video/mp4","key":"users/u/generated/t/generated_video.mp4",
             "mediaGenInput":{"textToVideo":{"prompt":"balloons over hills"}}},
            {"assetId":"lake","mimeType":"image/jpeg","key":"users/u/generated/lake/image.jpg",
             "prompt":"another prompt"}]}}"#,
    ));
    let facts = |id: &str| {
        let media_id = MediaId::new(id).expect("an id");
        let stored = story.store.load_image(&media_id).expect("the store works");
        let image = stored.expect("it is kept").facts;
        (image.prompt.map(|prompt| prompt.as_str().to_owned()), image.image_url)
    };
    let prompt = |text: &str| Some(text.to_owned());
    assert_eq!(facts("t"), (prompt("balloons over hills"), None));
    assert_eq!(facts("lake").0, prompt("a mountain lake"), "what the store told stays");
    assert_eq!(
        facts("other"),
        (prompt("dunes in evening light"), prompt("users/u/generated/other/image.jpg"))
    );
}

#[test]
fn b4_a_video_from_text_alone_is_said_to_have_no_image_and_start_says_why_not() {
    let mut story = Story::empty();
    story.tell(include_str!(
        "../../../tests/recordings/rules/b4-a-video-from-text-alone-is-kept-and-has-no-image.jsonl"
    ));
    let panel = story
        .tell(r#"{"at":12000,"type":"route","post_id":"bbbbbbbb-0000-4000-8000-000000000003"}"#);
    let why = NoImageReason::TextVideo;
    assert!(matches!(panel.page, PageView::NoImage { why: told, .. } if told == why), "{panel:?}");
    let panel = story.tell(r#"{"at":12001,"type":"start","prompt":"slow pan"}"#);
    assert!(panel.diagnostics[0].message.contains("from text alone"), "{:?}", panel.diagnostics);
    assert_eq!(panel.session, None);
}

#[test]
fn b4_the_images_that_a_video_of_several_was_made_of_are_offered() {
    let mut story = Story::of_a_running_session();
    story.tell(&line(
        r#"{"at":100,"type":"record","body":{"assets":[
            {"assetId":"old","mimeType":"video/mp4","key":"users/u/generated/old/generated_video.mp4",
             "mediaGenInput":{"imageToVideo":{"inputAssets":["lake"]}}},
            {"assetId":"both","mimeType":"video/mp4","key":"users/u/generated/both/generated_video.mp4",
             "mediaGenInput":{"imageToVideo":{"inputAssets":["lake","old","hill"]}}}]}}"#,
    ));
    let panel = story.tell(r#"{"at":3000,"type":"route","post_id":"both"}"#);
    let PageView::NoImage { why, sources, .. } = panel.page else { panic!("{:?}", panel.page) };
    assert_eq!(why, NoImageReason::SeveralSources);
    let sources: Vec<_> = sources.iter().map(MediaId::as_str).collect();
    assert_eq!(sources, ["lake", "hill"], "a video is no image");
}

#[test]
fn a8_a_video_of_an_unknown_image_shows_as_such_until_it_is_tied() {
    let mut story = Story::of_a_running_session();
    let frame = r#"{\"result\":{\"response\":{\"streamingVideoGenerationResponse\":{\"videoId\":\"stray\",\"progress\":100,\"videoUrl\":\"/s.mp4\"}}}}"#;
    let panel = story.tell(&format!(
        r#"{{"at":10,"type":"stream","stream":9,"text":"{frame}","end":"closed"}}"#
    ));
    let states: Vec<_> = panel.generations.iter().map(|one| one.state).collect();
    assert!(states.contains(&GenerationState::ImageUnknown), "{states:?}");
    let panel = story.tell(&line(
        r#"{"at":20,"type":"snapshot","store":{"state":{
            "videoByMediaId":{"lake":[{"id":"old","videoUrl":"/v.mp4"},{"id":"stray","videoUrl":"/s.mp4"}]},
            "imageByMediaId":{"lake":[{"id":"lake","prompt":"a mountain lake"}]}}}}"#,
    ));
    let states: Vec<_> = panel.generations.iter().map(|one| one.state).collect();
    assert!(!states.contains(&GenerationState::ImageUnknown), "tied: {states:?}");
}

#[test]
fn h9_a_request_that_comes_later_does_not_make_a_click_one_that_was_not_taken() {
    let mut story = Story::of_a_running_session();
    story.tell(r#"{"at":24000,"type":"tick"}"#);
    story.tell(&line(
        r#"{"at":25000,"type":"request","stream":1,"kind":"image_to_video","inputs":["hill"],
            "prompt":"slow tilt"}"#,
    ));
    let activity = activity(&story.tell(r#"{"at":26000,"type":"tick"}"#));
    assert!(!matches!(activity, Activity::NeedsUser { .. }), "{activity:?}");
}
