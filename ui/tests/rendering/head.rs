//! What is read in the head.

use retake_protocol::shell::ShellView;
use retake_protocol::view::{
    Activity, LimitEnd, LimitView, NoImageReason, PageView, PanelView, QuotaView,
};
use retake_protocol::{ActionKind, MediaId, Millis, PostId, Refusal, SessionOutcome};

use crate::render::{a_session, an_end, an_image, panel, panel_in};

#[test]
fn a_running_session_tells_its_numbers_and_when_it_goes_on() {
    let shown = panel(a_session(retry_in_8_s(None)));
    assert_eq!(shown.text("status").as_deref(), Some("Running"));
    assert_eq!(shown.text("retry-count").as_deref(), Some("2/3"));
    assert_eq!(shown.text("videos-count").as_deref(), Some("1/2"));
    assert_eq!(shown.text("credits-used").as_deref(), Some("3"));
    assert_eq!(shown.text("countdown").as_deref(), Some("8 s"));
}

fn retry_in_8_s(refused: Option<Refusal>) -> Activity {
    Activity::Countdown { kind: ActionKind::Retry, refused, due_at: 8_000 }
}

#[test]
fn c9_a_try_that_waits_for_the_user_says_so() {
    let shown = panel(a_session(retry_in_8_s(Some(Refusal::UserBusy))));
    assert_eq!(shown.text("refused").as_deref(), Some("You're using the page"));
    assert_eq!(shown.text("countdown").as_deref(), Some("8 s"));
    assert_eq!(panel(a_session(retry_in_8_s(None))).text("refused"), None);
}

#[test]
fn progress_shows_while_a_video_is_made_and_only_then() {
    let shown = panel(a_session(Activity::Generating { percent: Some(41.6) }));
    assert_eq!(shown.text("attempt-progress").as_deref(), Some("42%"));
    assert_eq!(shown.text("countdown"), None);
    assert_eq!(panel(a_session(Activity::Quiet)).text("attempt-progress"), None);
}

#[test]
fn an_end_is_told_by_its_outcome() {
    let shown = panel(an_end(SessionOutcome::Success, false));
    assert_eq!(shown.text("status").as_deref(), Some("Success"));
    assert_eq!(shown.attribute("status", "data-outcome").as_deref(), Some("success"));
}

#[test]
fn the_image_on_the_page_is_named() {
    assert_eq!(panel(an_image()).text("image-id").as_deref(), Some("lake"));
    assert_eq!(panel(PanelView::default()).text("image-id"), None);
}

#[test]
fn l1_a_reader_of_screens_hears_the_state_and_no_countdown() {
    let running = panel(a_session(retry_in_8_s(None)));
    assert_eq!(running.text("announcement").as_deref(), Some("Running"));
    let ended = panel(an_end(SessionOutcome::MaxRetries, true)).text("announcement");
    assert_eq!(ended.as_deref(), Some("Max retries. All retries are used up."));
}

#[test]
fn l2_after_a_session_its_results_stand_before_the_limits() {
    let shown = panel(an_end(SessionOutcome::Success, false));
    let sums = "3 attempts · failed: 1 early, 1 halfway · 1 min";
    assert_eq!(shown.text("results").as_deref(), Some(sums));
    assert!(shown.place("results") < shown.place("max-retries"));
    assert_eq!(panel(an_image()).text("results"), None);
}

#[test]
fn h10_what_is_left_stands_beside_start() {
    let quota =
        QuotaView { remaining: Some(12), is_available: Some(true), next_available_at: None };
    let shown = panel(PanelView { quota: Some(quota), ..an_image() });
    assert_eq!(shown.text("start-hint").as_deref(), Some("Up to 4 attempts."));
    assert_eq!(shown.text("allowance").as_deref(), Some("12 videos left."));
}

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;

/// What is read of Grok's limits at `now`, by a clock of UTC.
fn allowance(limit: Option<LimitView>, quota: Option<QuotaView>, now: Millis) -> String {
    let shown = panel(PanelView { limit, quota, now, ..an_image() });
    shown.text("allowance").expect("the line is there")
}

#[test]
fn c11_the_day_stands_beside_the_time_of_a_limit_that_ends_on_another_one() {
    let at = |at| LimitView { since: 0, ends: Some(LimitEnd::At { at }) };
    let evening = 18 * HOUR + MINUTE;
    for (end, now, expected) in [
        (evening, 0, "Grok makes more videos at 18:01."),
        (evening, evening, "Grok's limit should be over. You can resume."),
        (DAY + evening, DAY - 1, "Grok makes more videos tomorrow at 18:01."),
        (DAY + evening, DAY, "Grok makes more videos at 18:01."),
        (DAY, DAY - 1, "Grok makes more videos tomorrow at 00:00."),
        (2 * DAY + evening, DAY - 1, "Grok makes more videos on day 2 at 18:01."),
    ] {
        assert_eq!(allowance(Some(at(end)), None, now), expected, "{end} at {now}");
    }
}

#[test]
fn c11_a_bare_time_of_day_is_the_next_one_after_the_limit_was_met() {
    let ends = Some(LimitEnd::AtTime { hour: 18, minute: 1 });
    let met_at = |since| Some(LimitView { since, ends });
    let evening = 18 * HOUR + MINUTE;
    for (since, now, expected) in [
        (HOUR, HOUR, "Grok makes more videos at 18:01."),
        (HOUR, evening, "Grok's limit should be over. You can resume."),
        // Said within that very minute, it is now.
        (evening + MINUTE - 1, evening + MINUTE, "Grok's limit should be over. You can resume."),
        (evening + MINUTE, evening + MINUTE, "Grok makes more videos tomorrow at 18:01."),
        (evening + MINUTE, DAY, "Grok makes more videos at 18:01."),
        (evening + MINUTE, DAY + evening, "Grok's limit should be over. You can resume."),
    ] {
        assert_eq!(allowance(met_at(since), None, now), expected, "{since} at {now}");
    }
}

#[test]
fn h10_the_day_stands_beside_the_time_at_which_more_videos_come_on_another_one() {
    let quota = |remaining, next_available_at| {
        Some(QuotaView { remaining, is_available: Some(false), next_available_at })
    };
    let evening = 18 * HOUR + MINUTE;
    for (remaining, next, expected) in [
        (Some(12), Some(evening), "12 videos left until 18:01."),
        (Some(0), Some(evening), "No videos left until 18:01."),
        (None, Some(DAY), "No videos left. Grok makes more videos tomorrow at 00:00."),
        (Some(1), Some(3 * DAY), "1 video left. Grok makes more videos on day 3 at 00:00."),
        (Some(0), None, "No videos left."),
        (Some(12), Some(MINUTE), ""),
    ] {
        assert_eq!(
            allowance(None, quota(remaining, next), MINUTE),
            expected,
            "{remaining:?} {next:?}"
        );
    }
}

#[test]
fn b4_each_image_that_a_video_was_made_of_can_be_opened() {
    let no_image = |images: &[&str]| {
        let post_id = PostId::new("both").expect("an id");
        let sources = images.iter().filter_map(|id| MediaId::new(*id)).collect();
        let page = PageView::NoImage { post_id, why: NoImageReason::SeveralSources, sources };
        panel(PanelView { page, ..PanelView::default() })
    };
    let shown = no_image(&["lake", "hill"]);
    assert_eq!(shown.text("open-source").as_deref(), Some("Open image 1Open image 2"));
    assert_eq!(shown.text("reload-page"), None);
    assert!(no_image(&[]).text("reload-page").is_some(), "nothing is known to open");
}

#[test]
fn b2_until_the_image_is_known_nothing_can_be_changed_or_started() {
    let page = PageView::Loading { post_id: PostId::new("lake").expect("an id") };
    let shown = panel(PanelView { page, ..PanelView::default() });
    assert_eq!(shown.text("start").as_deref(), Some("Loading…"));
    for name in ["start", "max-retries", "video-goal", "auto-retry", "prompt"] {
        assert!(shown.text(name).is_some() && !shown.is_enabled(name), "{name}");
    }
}

#[test]
fn a_page_that_cannot_be_loaded_is_said_with_its_remedy() {
    let shell =
        ShellView { unreachable: Some("no way to grok.com".into()), ..ShellView::default() };
    let shown = panel_in(an_image(), shell);
    assert_eq!(shown.text("status").as_deref(), Some("No page"));
    assert!(shown.text("page-problem").is_some_and(|said| said.contains("no way to grok.com")));
    assert!(shown.is_enabled("try-page-again"));
    assert_eq!(shown.text("prompt"), None, "nothing can be set for a page that is not there");
}
