//! Exports of the history and their import (spec D6).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay_into};
use retake_engine::transfer::{self, Form, ImportError};
use retake_protocol::MediaId;
use retake_protocol::log::LogEvent;
use retake_store::{Scope, Store, StoreError};

fn export(store: &Store, form: Form) -> String {
    let mut bytes = Vec::new();
    transfer::export(store, &Scope::All, form, &mut bytes).expect("an export");
    String::from_utf8(bytes).expect("an export is UTF-8")
}

fn recordings() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/recordings");
    let folders = ["conformance", "rules"].map(|name| fs::read_dir(root.join(name)));
    let files = folders.into_iter().flat_map(|folder| folder.expect("a folder"));
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    files
}

/// The history that a recording leads to.
fn played(recording: &Path) -> Store {
    let text = fs::read_to_string(recording).expect("a recording");
    let lines: Vec<_> = text.lines().filter(|line| !line.contains("\"options\"")).collect();
    let store = Store::in_memory().expect("a store");
    replay_into(&store, &lines.join("\n"), Settings::default(), Confirm::Automatic)
        .expect("it can be replayed");
    store
}

fn imported(text: &str) -> Store {
    let store = Store::in_memory().expect("a store");
    store.import(transfer::read(text).expect("an export")).expect("it can be imported");
    store
}

const STORY: &str = r#"{"at":1,"type":"route","post_id":"lake"}
{"at":2,"type":"snapshot","store":{"state":{"videoByMediaId":{"lake":[]},"imageByMediaId":{"lake":[{"id":"lake","originalPrompt":"a lake"}]}},"version":1}}
{"at":3,"type":"start","prompt":"slow pan across a mountain lake","max_retries":3,"video_goal":1}
{"at":9,"type":"progress","percent":33.3}
{"at":10,"type":"snapshot","store":{"state":{"videoByMediaId":{"lake":[{"id":"a","moderated":true,"videoDuration":6.1}]}},"version":1}}
{"at":9000,"type":"snapshot","store":{"state":{"videoByMediaId":{"lake":[{"id":"b","videoUrl":"https://x/b.mp4","prompt":"=1+1"}]}},"version":1}}"#;

fn story() -> Store {
    let store = Store::in_memory().expect("a store");
    replay_into(&store, STORY, Settings::default(), Confirm::Automatic).expect("a story");
    store
}

#[test]
fn d6_export_import_export_gives_the_same_bytes() {
    for recording in recordings() {
        let first = export(&played(&recording), Form::Json);
        assert_eq!(export(&imported(&first), Form::Json), first, "{}", recording.display());
    }
    assert!(export(&story(), Form::Json).contains(r#""percent":33.3"#), "there is something in it");
}

#[test]
fn d6_an_export_holds_one_image_where_that_is_asked_for() {
    let which = Scope::Image(MediaId::new("hill").unwrap());
    assert_eq!(transfer::export(&story(), &which, Form::Json, io::sink()).unwrap(), 0);
    let which = Scope::Image(MediaId::new("lake").unwrap());
    assert_eq!(transfer::export(&story(), &which, Form::Json, io::sink()).unwrap(), 1);
}

#[test]
fn d6_importing_twice_adds_nothing_and_tells_of_no_difference() {
    let store = story();
    let text = export(&store, Form::Json);
    let tally = store.import(transfer::read(&text).unwrap()).unwrap();
    assert_eq!(tally, retake_session::merging::Tally::default());
    assert_eq!(export(&store, Form::Json), text);
}

#[test]
fn d6_a_history_joins_another_with_numbers_of_its_own() {
    let store = story();
    let other = export(&story(), Form::Json).replace("lake", "hill");
    let tally = store.import(transfer::read(&other).unwrap()).unwrap();
    assert_eq!((tally.new_images, tally.new_sessions, tally.new_attempts), (1, 1, 2));
    let report = store.report().unwrap();
    let ids: Vec<_> = report.sessions.iter().map(|(session, _)| session.session_id.0).collect();
    assert_eq!(ids, [1, 2]);
    let (hill, counted) = &report.sessions[1];
    assert_eq!((hill.media_id.as_str(), counted.len()), ("hill", 2));
    let actions: Vec<_> =
        report.actions.iter().map(|action| (action.action_id.0, action.session_id.0)).collect();
    assert_eq!(actions, [(1, 1), (2, 1), (3, 2), (4, 2)]);
}

#[test]
fn d6_where_both_have_it_what_is_here_stays_and_the_difference_is_told() {
    let store = story();
    let before = export(&store, Form::Json);
    let other = before
        .replace(r#""outcome":"moderated","unknown"#, r#""outcome":"failed","unknown"#)
        .replace(r#""prompt":"slow pan across a mountain lake""#, r#""prompt":"slow tilt""#);
    let tally = store.import(transfer::read(&other).unwrap()).unwrap();
    assert_eq!(export(&store, Form::Json), before);
    let told = tally.differences.join("\n");
    assert!(told.contains("attempt a") && told.contains("session 1"), "{told}");
}

#[test]
fn d6_an_end_that_only_the_file_knows_is_taken_over_uncounted() {
    let store = story();
    let text = export(&store, Form::Json);
    let here = text.replace(r#""outcome":"moderated""#, r#""outcome":"processing""#);
    let here = imported(&here);
    here.import(transfer::read(&text).unwrap()).unwrap();
    let (_, counted) = &here.report().unwrap().sessions[0];
    assert_eq!(here.report().unwrap().images[0].moderated, 1);
    assert_eq!(counted.len(), 2, "what its session had counted stays counted");
}

#[test]
fn d6_a_file_that_no_retake_has_written_is_refused_and_nothing_of_it_taken() {
    let text = export(&story(), Form::Json);
    for (from, to) in [
        (r#""session_id":1,"media_id":"lake""#, r#""session_id":1,"media_id":"hill""#),
        (r#""counted":{"session_id":1"#, r#""counted":{"session_id":7"#),
        (
            r#""max_retries":3,"video_goal":1,"counters""#,
            r#""max_retries":99,"video_goal":1,"counters""#,
        ),
        (r#""moderated":1,"#, r#""moderated":4000000000,"#),
        (r#""aliases":["a"]"#, r#""aliases":["b"]"#),
    ] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text, "{from} is in the export");
        let store = Store::in_memory().unwrap();
        let error = store.import(transfer::read(&broken).unwrap()).unwrap_err();
        assert!(matches!(error, StoreError::InvalidHistory(_)), "{to}: {error:?}");
        assert!(error.to_string().contains("image lake"), "{error}");
        assert_eq!(store.report().unwrap(), retake_store::report::Report::default());
    }
}

/// Found in a review: clocks count from these, and such a one would never pass.
#[test]
fn d6_a_time_that_no_calendar_has_is_refused() {
    let text = export(&story(), Form::Json);
    let start = text.find(r#""first_seen_at":"#).expect("a time is in the export");
    let end = start + text[start..].find([',', '}']).expect("the time ends");
    for time in [i64::MIN, i64::MAX] {
        let broken = format!("{}\"first_seen_at\":{time}{}", &text[..start], &text[end..]);
        let store = Store::in_memory().unwrap();
        let error = store.import(transfer::read(&broken).unwrap()).unwrap_err();
        assert!(error.to_string().contains("which no calendar has"), "{error}");
        assert_eq!(store.report().unwrap(), retake_store::report::Report::default());
    }
}

/// Found while fuzzing: after such a number there is none left for the next row.
#[test]
fn d6_a_number_that_no_retake_gives_out_is_refused() {
    let text = export(&story(), Form::Json);
    for names in [&["session_id", "seen_in"][..], &["action_id"]] {
        let broken = names.iter().fold(text.clone(), |text, name| {
            text.replace(&format!(r#""{name}":1,"#), &format!(r#""{name}":{},"#, i64::MAX))
        });
        assert_ne!(broken, text, "{names:?} are in the export");
        let store = Store::in_memory().unwrap();
        let error = store.import(transfer::read(&broken).unwrap()).unwrap_err();
        assert!(matches!(error, StoreError::InvalidHistory(_)), "{names:?}: {error:?}");
        assert!(error.to_string().contains(&i64::MAX.to_string()), "{error}");
        assert_eq!(store.report().unwrap(), retake_store::report::Report::default());
    }
}

#[test]
fn d6_what_is_no_export_is_refused_by_what_it_is() {
    assert!(matches!(transfer::read("media_id,outcome"), Err(ImportError::Form(_))));
    assert!(matches!(transfer::read("{}"), Err(ImportError::Form(_))));
    let other = r#"{"format":"playlist","version":1,"images":[]}"#;
    assert!(matches!(transfer::read(other), Err(ImportError::Format(_))));
    let newer = r#"{"format":"retake-history","version":3,"images":"of another kind"}"#;
    assert!(matches!(transfer::read(newer), Err(ImportError::Newer(3))));
    let long = format!(r#"{{"image":{{"media_id":"{}"}}}}"#, "a".repeat(500));
    let long = format!(r#"{{"format":"retake-history","version":1,"images":[{long}]}}"#);
    let error = transfer::read(&long).unwrap_err().to_string();
    assert!(error.contains("128"), "{error}");
}

#[test]
fn d6_a_spreadsheet_gets_one_row_an_attempt_and_no_formulas() {
    let text = export(&story(), Form::Csv);
    let rows: Vec<_> = text.lines().collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert!(rows[0].starts_with("\u{feff}media_id,attempt_id,outcome,"), "{}", rows[0]);
    assert!(rows[1].starts_with("lake,a,moderated,2,seen,33.3,1,"), "{}", rows[1]);
    assert!(rows[1].contains("1970-01-01T00:00:00.01Z"), "{}", rows[1]);
    assert!(rows[2].contains(",'=1+1,"), "{}", rows[2]);
}

#[test]
fn d6_the_words_of_a_log_that_an_older_retake_exported_are_kept() {
    let line = r#"{"media_id":"lake","session_id":null,"attempt_id":null,"at":7,"message":"Clicked: first try"}"#;
    let image = r#"{"media_id":"lake","original_prompt":null,"prompt":null,"image_url":null,"width":null,"height":null,"create_time":null,"first_seen_at":1}"#;
    let file = format!(
        r#"{{"format":"retake-history","version":1,"images":[{{"image":{image},"preferences":null,"posts":[],"sessions":[],"attempts":[],"actions":[],"log":[{line}]}}]}}"#
    );
    let lake = MediaId::new("lake").expect("an id");
    let detail = imported(&file).image_detail(&lake).expect("the store works").expect("an image");
    assert_eq!(detail.log[0].event, LogEvent::text("Clicked: first try"));
}
