//! Spec E2, line by line of its table; E3: which entries are new; and E4: the rows that they become.

use retake_grok::extension::{LegacyEntry, read_file};
use retake_protocol::{MediaId, PostId, Preferences, Prompt, SessionId, SessionOutcome};
use retake_session::importing::{
    EntryStatus, FoundEntry, KeptEntry, KnownImage, MergedImage, named_posts,
};
use retake_session::record::Change;

/// Merges the values of the keys `grokRetrySession_post-1`, `…-2` and so on.
fn merged(values: &[&str]) -> MergedImage {
    MergedImage::of(&entries(values)).expect("there is an entry")
}

fn entries(values: &[&str]) -> Vec<LegacyEntry> {
    if values.is_empty() {
        // A file without a single key is refused as none of the extension's.
        return Vec::new();
    }
    let keys: Vec<String> = (1..)
        .zip(values)
        .map(|(number, value)| format!(r#""grokRetrySession_post-{number}":{value}"#))
        .collect();
    read_file(&format!("{{{}}}", keys.join(","))).expect("it is a JSON object").entries
}

fn lake() -> MediaId {
    MediaId::new("lake").expect("an id")
}

/// The entries of these values, stored at 70 ms and known to be the lake's.
fn kept(values: &[&str]) -> Vec<KeptEntry> {
    let kept = |entry| KeptEntry { entry, imported_at: 70, media_id: Some(lake()) };
    entries(values).into_iter().map(kept).collect()
}

/// The lake with these entries, imported for the first time into an empty store.
fn known(values: &[&str]) -> KnownImage {
    KnownImage {
        media_id: lake(),
        entries: kept(values),
        earlier_entries: Vec::new(),
        session_id: SessionId(4),
        preferences: None,
        owned_posts: [].into(),
    }
}

/// The preferences that the rows set.
fn preferences_in(rows: &[Change]) -> Option<&Preferences> {
    rows.iter().find_map(|row| match row {
        Change::Preferences { preferences, .. } => Some(preferences),
        _ => None,
    })
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

#[test]
fn e3_an_entry_is_taken_with_its_image_and_waits_without_one() {
    let [entry] = &entries(&["{}"])[..] else { panic!("one entry") };
    let found = |media_id| FoundEntry { entry: entry.clone(), media_id };
    let cases = [(Some(lake()), EntryStatus::Taken(lake())), (None, EntryStatus::Waits)];
    for (media_id, status) in cases {
        let found = found(media_id.clone());
        assert_eq!(found.status(None), status);
        let kept = found.to_keep(&status, 90).expect("it is new");
        assert_eq!((kept.media_id, kept.imported_at), (media_id, 90));
    }
}

#[test]
fn e3_an_entry_that_was_imported_changes_nothing_unless_its_content_is_new() {
    let [before] = &kept(&[r#"{"retryCount":1}"#])[..] else { panic!("one entry") };
    let same = FoundEntry { entry: before.entry.clone(), media_id: None };
    assert_eq!(same.status(Some(before)), EntryStatus::Unchanged);
    assert_eq!(same.to_keep(&EntryStatus::Unchanged, 90), None);
    let [entry] = &entries(&[r#"{"retryCount":2}"#])[..] else { panic!("one entry") };
    let changed = FoundEntry { entry: entry.clone(), media_id: None };
    let status = changed.status(Some(before));
    assert_eq!(status, EntryStatus::Taken(lake()), "an image that was found once stays");
    let hill = MediaId::new("hill").expect("an id");
    let elsewhere = FoundEntry { media_id: Some(hill), ..changed };
    assert_eq!(elsewhere.status(Some(before)), EntryStatus::Taken(lake()));
}

#[test]
fn e3_an_entry_that_waits_is_taken_once_its_image_is_known() {
    let [entry] = &entries(&["{}"])[..] else { panic!("one entry") };
    let waits = KeptEntry { entry: entry.clone(), imported_at: 70, media_id: None };
    let found = FoundEntry { entry: entry.clone(), media_id: Some(lake()) };
    assert_eq!(found.status(Some(&waits)), EntryStatus::Taken(lake()));
}

#[test]
fn e4_entries_become_one_session_with_its_log_and_the_time_of_the_import_where_they_have_none() {
    let rows = known(&[r#"{"logs":["START"],"retryCount":2}"#, r#"{"logs":["END"]}"#]).rows();
    let rows = rows.expect("there are entries");
    let sessions: Vec<_> = (rows.iter())
        .filter_map(|row| match row {
            Change::Session(session) => Some(session),
            _ => None,
        })
        .collect();
    let [session] = sessions[..] else { panic!("one session: {rows:?}") };
    assert_eq!((session.session_id, session.started_at), (SessionId(4), 70));
    assert_eq!(session.counters.failed, 2);
    let lines = rows.iter().filter(|row| matches!(row, Change::Log(_))).count();
    assert_eq!(lines, 3, "two of the extension's, and its own numbers");
    assert_eq!(known(&[]).rows(), None);
}

#[test]
fn e4_a_post_keeps_the_image_that_it_has() {
    let mut known = known(&["{}", "{}"]);
    let posts = named_posts(&known.entries);
    assert_eq!(posts.len(), 2);
    known.owned_posts = [posts[0].clone()].into();
    let rows = known.rows().expect("there are entries");
    let gained = rows.iter().filter_map(|row| match row {
        Change::Post { post_id, .. } => Some(post_id),
        _ => None,
    });
    assert_eq!(gained.collect::<Vec<_>>(), [&posts[1]]);
}

#[test]
fn e4_preferences_that_the_user_has_set_since_stay() {
    let first = r#"{"maxRetries":7}"#;
    let imported = |preferences, earlier: &[&str]| {
        let known = KnownImage { preferences, earlier_entries: kept(earlier), ..known(&[first]) };
        let rows = known.rows().expect("there are entries");
        preferences_in(&rows).map(|preferences| preferences.max_retries)
    };
    let set = |max_retries| Some(Preferences { max_retries, ..Preferences::default() });
    assert_eq!(imported(None, &[]), Some(7), "nobody set any");
    assert_eq!(imported(set(5), &[]), None, "the user set them");
    assert_eq!(imported(set(5), &[r#"{"maxRetries":5}"#]), Some(7), "an earlier import set them");
    assert_eq!(imported(set(9), &[r#"{"maxRetries":5}"#]), None, "the user has changed them since");
}
