//! Spec E2, line by line of its table, and E4: what was active becomes history.

use retake_grok::extension::read_file;
use retake_protocol::{PostId, Preferences, Prompt, SessionOutcome};
use retake_session::importing::MergedImage;

/// Merges the values of the keys `grokRetrySession_post-1`, `…-2` and so on.
fn merged(values: &[&str]) -> MergedImage {
    let keys: Vec<String> = (1..)
        .zip(values)
        .map(|(number, value)| format!(r#""grokRetrySession_post-{number}":{value}"#))
        .collect();
    let reading = read_file(&format!("{{{}}}", keys.join(","))).expect("it is a JSON object");
    MergedImage::of(&reading.entries).expect("there is an entry")
}

#[test]
fn e2_the_first_entry_is_taken_over() {
    let one = merged(&[r#"{"retryCount":2,"videosGenerated":1,"creditsUsed":3,
        "layer1Failures":1,"layer3Failures":1,"lastAttemptTime":50,"lastFailureTime":40,
        "canRetry":true,"outcome":"success","logs":["START"],"maxRetries":7,"videoGoal":2,
        "autoRetryEnabled":false,"lastPromptValue":"slow pan across a mountain lake"}"#]);
    let fields = &one.fields;
    assert_eq!((fields.retry_count, fields.videos_generated, fields.credits_used), (2, 1, 3));
    assert_eq!(fields.layer_failures, [1, 0, 1]);
    assert_eq!((fields.last_attempt_time, fields.last_failure_time), (50, 40));
    assert_eq!(fields.post_ids.len(), 1);
    assert_eq!(one.outcome(), SessionOutcome::Success);
    let expected = Preferences {
        max_retries: 7,
        video_goal: 2,
        auto_retry: false,
        last_prompt: Prompt::new("slow pan across a mountain lake"),
    };
    assert_eq!(one.preferences, expected);
}

#[test]
fn e2_counts_and_times_merge_by_maximum() {
    let first = r#"{"retryCount":1,"videosGenerated":3,"lastAttemptTime":9,"lastFailureTime":2}"#;
    let second = r#"{"retryCount":2,"videosGenerated":1,"lastAttemptTime":4,"lastFailureTime":8}"#;
    let fields = merged(&[first, second]).fields;
    assert_eq!((fields.retry_count, fields.videos_generated), (2, 3));
    assert_eq!((fields.last_attempt_time, fields.last_failure_time), (9, 8));
}

#[test]
fn e2_credits_and_layers_merge_by_sum() {
    let first = r#"{"creditsUsed":2,"layer1Failures":1,"layer2Failures":4}"#;
    let second = r#"{"creditsUsed":3,"layer1Failures":2,"layer3Failures":5}"#;
    let fields = merged(&[first, second]).fields;
    assert_eq!(fields.credits_used, 5);
    assert_eq!(fields.layer_failures, [3, 4, 5]);
}

#[test]
fn e2_logs_and_progress_are_appended_and_posts_collected() {
    let first = r#"{"logs":["a"],"attemptProgress":[{"percent":1}],"processedAttemptIds":["x"]}"#;
    let second = r#"{"logs":["b"],"attemptProgress":[{"percent":2}],"processedAttemptIds":["x"]}"#;
    let fields = merged(&[first, second]).fields;
    assert_eq!(fields.logs, ["a", "b"]);
    assert_eq!(fields.attempt_progress.len(), 2);
    let posts: Vec<&str> = fields.post_ids.iter().map(PostId::as_str).collect();
    assert_eq!(posts, ["x", "post-1", "post-2"]);
    assert_eq!(fields.current_post_id.expect("the last one").as_str(), "post-2");
}

#[test]
fn e2_activity_and_the_right_to_retry_merge_by_or() {
    let fields = merged(&[r#"{"isActive":true}"#, r#"{"canRetry":true}"#, "{}"]).fields;
    assert!(fields.is_active && fields.can_retry);
}

#[test]
fn e2_the_first_preferences_win_but_a_later_prompt_that_is_not_empty() {
    assert_eq!(merged(&["{}", r#"{"maxRetries":9}"#]).preferences, Preferences::default());
    for (second, expected) in [
        (r#"{"lastPromptValue":"a wide lake"}"#, "a wide lake"),
        (r#"{"lastPromptValue":""}"#, "a lake"),
        ("{}", "a lake"),
    ] {
        let preferences = merged(&[r#"{"lastPromptValue":"a lake"}"#, second]).preferences;
        assert_eq!(preferences.last_prompt, Prompt::new(expected), "{second}");
    }
}

#[test]
fn e2_preferences_are_brought_into_their_range() {
    let preferences = merged(&[r#"{"maxRetries":0,"videoGoal":99}"#]).preferences;
    assert_eq!((preferences.max_retries, preferences.video_goal), (1, 50));
}

#[test]
fn e4_no_imported_session_is_active() {
    for (entry, expected) in [
        (r#"{"isActive":true,"outcome":"pending"}"#, SessionOutcome::Interrupted),
        (r#"{"isActive":true,"outcome":"success"}"#, SessionOutcome::Interrupted),
        (r#"{"outcome":"pending"}"#, SessionOutcome::Interrupted),
        (r#"{"outcome":"idle"}"#, SessionOutcome::Interrupted),
        (r#"{"outcome":"max_retries"}"#, SessionOutcome::MaxRetries),
        ("{}", SessionOutcome::Interrupted),
    ] {
        assert_eq!(merged(&[entry]).outcome(), expected, "{entry}");
    }
}
