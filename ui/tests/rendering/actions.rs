//! Which buttons there are, and which of them can be pressed.

use retake_protocol::statistics::Pace;
use retake_protocol::view::Activity;
use retake_protocol::{Refusal, SessionOutcome};
use retake_ui::drafts::DraftField;

use crate::render::{a_session, an_end, an_image, paced, panel, typed};

#[test]
fn an_image_can_be_started_and_lined_up() {
    let shown = panel(an_image());
    assert!(shown.is_enabled("start") && shown.is_enabled("enqueue"));
    assert_eq!(shown.text("stop"), None);
    assert_eq!(shown.text("resume"), None);
}

#[test]
fn c17_a_box_without_a_number_keeps_start_and_queue_shut() {
    let shown = typed(an_image(), DraftField::MaxRetries, "51");
    assert!(!shown.is_enabled("start") && !shown.is_enabled("enqueue"));
    assert_eq!(shown.text("start-hint").as_deref(), Some("Correct the limits to start."));
}

#[test]
fn c15_without_auto_retry_nothing_is_started() {
    let mut image = an_image();
    if let Some(image) = &mut image.image {
        image.preferences.auto_retry = false;
    }
    assert!(!panel(image).is_enabled("start"));
}

#[test]
fn a_running_session_can_be_stopped_and_not_started_twice() {
    let shown = panel(a_session(Activity::Quiet));
    assert!(shown.is_enabled("stop"));
    assert_eq!(shown.text("start"), None);
}

#[test]
fn l1_a_running_session_can_be_paused_and_continued() {
    let running = panel(a_session(Activity::Quiet));
    assert!(running.is_enabled("pause") && running.place("stop") < running.place("pause"));
    assert_eq!(running.text("go-on"), None);
    let mut paused = a_session(Activity::Paused);
    if let Some(image) = &mut paused.image {
        image.preferences.auto_retry = false;
    }
    let paused = panel(paused);
    assert!(paused.is_enabled("go-on") && paused.place("go-on") < paused.place("stop"));
    assert_eq!(paused.text("pause"), None);
}

#[test]
fn c13_what_can_be_resumed_offers_that_first() {
    let shown = panel(an_end(SessionOutcome::Interrupted, true));
    assert!(shown.is_enabled("resume") && shown.place("resume") < shown.place("start"));
    assert_eq!(shown.text("start").as_deref(), Some("Start over"));
    assert_eq!(shown.attribute("resume", "aria-keyshortcuts").as_deref(), Some("Control+Enter"));
    assert_eq!(shown.attribute("start", "aria-keyshortcuts"), None);
    assert_eq!(panel(an_end(SessionOutcome::Success, false)).text("resume"), None);
}

#[test]
fn l5_a_session_that_needs_the_user_carries_the_remedy() {
    let needs = |refusal| panel(a_session(Activity::NeedsUser { refusal, grok_says: None }));
    let shown = needs(Refusal::ControlMissing);
    assert_eq!(shown.text("remedy").as_deref(), Some("Show me the button"));
    assert!(shown.is_enabled("resume") && shown.is_enabled("stop"));
    let shown = needs(Refusal::PageOutOfDate);
    assert_eq!(shown.text("remedy").as_deref(), Some("Reload page"));
}

#[test]
fn l3_what_was_typed_stands_in_the_prompts_box() {
    let shown = typed(an_image(), DraftField::Prompt, "slow pan");
    assert_eq!(shown.text("prompt").as_deref(), Some("slow pan"));
}

#[test]
fn m8_beside_start_stands_what_it_will_likely_take_once_enough_is_known() {
    let known = Pace { attempts: 20, videos: 10, credits: 20, attempt_ms: Some(60_000) };
    let told = paced(an_image(), known).text("start-estimate");
    assert_eq!(told.as_deref(), Some("About 2 attempts, 2 credits, 2 min."));
    let little = Pace { attempts: 19, ..known };
    assert_eq!(paced(an_image(), little).text("start-estimate").as_deref(), Some(""));
}
