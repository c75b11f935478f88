//! What the queue's tab shows.

use retake_locale::text;
use retake_protocol::queue::{
    DoneEntryView, QueueEntryView, QueueFile, QueueFileRow, QueueView, RefusedRow,
};
use retake_protocol::statistics::Pace;
use retake_protocol::{Prompt, QueueEntryId, SessionOutcome};

use crate::render::{lake, preview, queue};

fn waiting() -> QueueEntryView {
    QueueEntryView {
        entry_id: QueueEntryId(1),
        media_id: lake(),
        original_prompt: Some(Prompt::new("mountain lake")),
        prompt: Prompt::new("slow pan"),
        max_retries: 3,
        video_goal: 1,
        goes_on: false,
    }
}

fn done(outcome: SessionOutcome) -> DoneEntryView {
    DoneEntryView {
        entry_id: QueueEntryId(2),
        media_id: lake(),
        original_prompt: None,
        prompt: Prompt::new("slow tilt"),
        outcome,
        at: 0,
    }
}

#[test]
fn m8_the_queue_says_what_all_of_it_will_likely_take_once_enough_is_known() {
    let two = QueueView { entries: vec![waiting(), waiting()], ..QueueView::default() };
    let pace = Pace { attempts: 40, videos: 20, credits: 40, attempt_ms: Some(60_000) };
    let told = queue(two.clone(), Some(pace)).text("queue-estimate");
    assert_eq!(told.as_deref(), Some("About 4 attempts, 4 credits, 4 min."));
    assert_eq!(queue(two, None).text("queue-estimate").as_deref(), Some(""));
}

#[test]
fn m9_what_is_done_stands_there_with_its_outcome_though_nothing_waits() {
    let ended = QueueView {
        done: vec![done(SessionOutcome::MaxRetries)],
        failed: 1,
        ..QueueView::default()
    };
    let shown = queue(ended, None);
    assert_eq!(shown.attribute("queue-done-entry", "data-outcome").as_deref(), Some("max_retries"));
    assert_eq!(shown.text("queue-retry-failed").as_deref(), Some("Retry failed (1)"));
    assert!(shown.is_enabled("queue-clear-done"));
}

#[test]
fn m9_where_nothing_failed_there_is_nothing_to_retry() {
    let ended = QueueView { done: vec![done(SessionOutcome::Success)], ..QueueView::default() };
    assert_eq!(queue(ended, None).text("queue-retry-failed"), None);
    assert_eq!(queue(QueueView::default(), None).text("queue-done"), None);
}

#[test]
fn m10_a_file_is_shown_with_what_can_not_be_taken_before_anything_is_queued() {
    let row = QueueFileRow {
        media_id: lake(),
        original_prompt: Some(Prompt::new("mountain lake")),
        prompt: Prompt::new("slow pan"),
        max_retries: None,
        video_goal: Some(2),
    };
    let refused = RefusedRow { line: 3, why: text::queue_row_queued() };
    let shown = preview(QueueFile { rows: vec![row], refused: vec![refused.clone()] });
    assert!(shown.is_enabled("queue-import-take") && shown.is_enabled("queue-import-cancel"));
    let taken = shown.text("queue-import-row");
    assert_eq!(taken.as_deref().map(str::trim), Some("mountain lakeslow pan · 2 videos"));
    let why = shown.text("queue-import-refused");
    assert_eq!(why.as_deref(), Some("Line 3: already in the queue"));
    let none = preview(QueueFile { rows: Vec::new(), refused: vec![refused] });
    assert!(!none.is_enabled("queue-import-take"));
}
