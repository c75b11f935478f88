//! Spec E1 and E3: what the extension left is read in every form it comes in.

use retake_grok::extension::{
    ExtensionReading, LegacyEntry, OldOwner, is_extension_file, read_file,
};
use retake_protocol::{MediaId, PostId};

fn read(text: &str) -> ExtensionReading {
    read_file(text).expect("it is of the extension")
}

fn owners(reading: &ExtensionReading) -> Vec<OldOwner> {
    reading.entries.iter().map(|entry| entry.owner.clone()).collect()
}

fn post(id: &str) -> OldOwner {
    OldOwner::Post(PostId::new(id).expect("an id"))
}

fn image(id: &str) -> OldOwner {
    OldOwner::Image(MediaId::new(id).expect("an id"))
}

#[test]
fn e1_a_value_is_an_object_or_its_json_text() {
    for value in [r#"{"retryCount":2}"#, r#""{\"retryCount\":2}""#] {
        let reading = read(&format!(r#"{{"grokRetrySession_lake":{value}}}"#));
        assert_eq!(owners(&reading), [post("lake")]);
        assert_eq!(reading.entries[0].fields.retry_count, 2);
    }
}

#[test]
fn e1_the_store_stands_in_a_state_or_bare() {
    let bare = r#"{"sessionByMediaId":{"lake":{"videosGenerated":1}},
                   "persistentByMediaId":{"lake":{"maxRetries":5}}}"#;
    for store in [bare.to_owned(), format!(r#"{{"state":{bare},"version":1}}"#)] {
        let reading = read(&format!(r#"{{"useGrokRetryVideoSessions_store":{store}}}"#));
        assert_eq!(owners(&reading), [image("lake")], "both halves are one entry");
        assert_eq!(reading.entries[0].fields.videos_generated, 1);
        assert_eq!(reading.entries[0].fields.max_retries, Some(5));
    }
}

#[test]
fn e2_entries_come_in_the_order_of_the_file() {
    let reading = read(r#"{"grokRetrySession_z":{}, "theme":"dark", "grokRetrySession_a":{}}"#);
    assert_eq!(owners(&reading), [post("z"), post("a")]);
}

#[test]
fn e3_a_malformed_entry_is_reported_by_key_and_stops_no_other() {
    let reading = read(
        r#"{"grokRetrySession_":{}, "grokRetrySession_text":"{half", "grokRetrySession_list":[],
            "useGrokRetryVideoSessions_store":{"sessionByMediaId":{"lake":null,"forest":{}}},
            "grokRetrySession_good":{"retryCount":"three","logs":["one",2],"creditsUsed":-1}}"#,
    );
    let keys: Vec<&str> = reading.malformed.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "grokRetrySession_",
            "grokRetrySession_text",
            "grokRetrySession_list",
            "useGrokRetryVideoSessions_store/sessionByMediaId/lake"
        ]
    );
    assert_eq!(owners(&reading), [image("forest"), post("good")]);
    let good = &reading.entries[1].fields;
    assert_eq!((good.retry_count, good.credits_used), (0, 0));
    assert_eq!(good.logs, ["one"]);
}

#[test]
fn e3_a_broken_store_is_reported_and_stops_no_other() {
    for store in ["null", "7", r#""{half""#, r#"{"state":null}"#] {
        let reading = read(&format!(
            r#"{{"useGrokRetryVideoSessions_store":{store},"grokRetrySession_lake":{{}}}}"#
        ));
        assert_eq!(reading.malformed.len(), 1, "{store}");
        assert_eq!(owners(&reading), [post("lake")], "{store}");
    }
}

#[test]
fn e1_other_files_are_not_taken_for_the_extensions() {
    assert!(is_extension_file(r#"{"grokRetrySession_lake":{}}"#));
    for other in ["", "[]", "7", "{}", r#"{"retake_export":1}"#] {
        assert!(!is_extension_file(other), "{other}");
    }
}

#[test]
fn e5_every_form_of_file_says_the_same() {
    let entry = r#"{"retryCount":2,"lastPromptValue":"slow pan"}"#;
    let as_text = serde_json::Value::from(entry).to_string();
    let expected = read(&format!(r#"{{"grokRetrySession_lake":{entry}}}"#));
    for file in [
        format!("\u{feff}{{\"grokRetrySession_lake\":{entry}}}"),
        format!(r#"{{"sessionStorage":{{"grokRetrySession_lake":{as_text}}}}}"#),
        format!(r#"{{"origin":"x","localStorage":{{"grokRetrySession_lake":{entry}}}}}"#),
        format!(r#"[{{"key":"grokRetrySession_lake","value":{as_text}}}]"#),
        format!(r#"[["grokRetrySession_lake",{as_text}],["theme","dark"]]"#),
        format!("theme\tdark\ngrokRetrySession_lake\t{entry}\n"),
        format!("\u{feff}grokRetrySession_lake\t{entry}\r\n"),
    ] {
        assert_eq!(read(&file), expected, "{file}");
    }
}

#[test]
fn e5_an_entry_that_a_browser_reads_is_taken_whatever_its_neighbours_hold() {
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let reading = read(&format!(
        r#"{{"grokRetrySession_deep":{{"retryCount":1,"later":{deep}}},
             "grokRetrySession_half":{{"lastPromptValue":"lake \ud83c","tag\udc00":1}},
             "grokRetrySession_text":"{{\"lastPromptValue\":\"hill \\ud83c\"}}",
             "grokRetrySession_good":{{"retryCount":3}}}}"#
    ));
    assert_eq!(owners(&reading), [post("deep"), post("half"), post("text"), post("good")]);
    assert_eq!(reading.malformed, []);
    let prompt = |number: usize| {
        let prompt = reading.entries[number].fields.last_prompt.as_ref().expect("a prompt");
        prompt.as_str().to_owned()
    };
    assert_eq!((prompt(1).as_str(), prompt(2).as_str()), ("lake \u{fffd}", "hill \u{fffd}"));
    let again = LegacyEntry::from_kept(
        reading.entries[0].key.clone(),
        post("deep"),
        &reading.entries[0].kept(),
    );
    assert_eq!(again.as_ref(), Some(&reading.entries[0]));
}

#[test]
fn e5_numbers_and_booleans_may_be_text() {
    let reading = read(
        r#"{"grokRetrySession_lake":{"retryCount":"2","creditsUsed":"3","layer1Failures":"1",
            "lastAttemptTime":"1770306000000","isActive":"true","autoRetryEnabled":"false"}}"#,
    );
    let fields = &reading.entries[0].fields;
    assert_eq!((fields.retry_count, fields.credits_used, fields.layer_failures[0]), (2, 3, 1));
    assert_eq!(fields.last_attempt_time, 1_770_306_000_000);
    assert_eq!((fields.is_active, fields.auto_retry), (true, Some(false)));
}

#[test]
fn e5_another_form_of_file_is_refused_with_the_form_that_is_wanted() {
    for other in ["", "slow pan across a lake", "[1,2]", r#"{"theme":"dark"}"#, "{", "a\tb"] {
        let error = read_file(other).expect_err(other).to_string();
        assert!(error.contains("grokRetrySession_"), "{error}");
    }
}
