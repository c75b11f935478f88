//! The wire of the page script: the limits of what is taken, and how each part is spelled.

use std::{env, fs};

use ts_rs::{Config, TS};

use super::*;
use crate::health::{ControlPiece, Found};

const HEAD: &str = "\
/**
 * The shapes of the wire, made from `crates/protocol/src/observer.rs` by
 * `RETAKE_UPDATE=1 cargo test -p retake-protocol wire`. Do not edit.
 */
declare namespace Wire {
";

fn declaration<T: TS>(config: &Config) -> String {
    format!("\n{}\n", T::decl(config))
}

#[test]
fn the_page_script_has_the_types_of_the_wire() {
    let config = Config::new().with_large_int("number");
    let text = [
        HEAD.to_owned(),
        declaration::<MediaId>(&config),
        declaration::<PostId>(&config),
        declaration::<AttemptId>(&config),
        declaration::<ActionId>(&config),
        declaration::<Prompt>(&config),
        declaration::<Refusal>(&config),
        declaration::<ActionResult>(&config),
        declaration::<PressSign>(&config),
        declaration::<Signal>(&config),
        declaration::<Answer>(&config),
        declaration::<SnapshotSource>(&config),
        declaration::<FullSnapshot>(&config),
        declaration::<Splice>(&config),
        declaration::<SnapshotReply>(&config),
        declaration::<StreamEnd>(&config),
        declaration::<StreamPiece>(&config),
        declaration::<PageAction>(&config),
        declaration::<VideoSettings>(&config),
        declaration::<Required<f64>>(&config),
        declaration::<Strictness>(&config),
        declaration::<ControlPiece>(&config),
        declaration::<Found>(&config),
        "}\n".to_owned(),
    ]
    .concat();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../injected/wire.d.ts");
    if env::var_os("RETAKE_UPDATE").is_some() {
        fs::write(path, &text).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, text, "run `RETAKE_UPDATE=1 cargo test -p retake-protocol wire`");
}

#[test]
fn a_result_that_is_not_known_is_a_refusal_all_the_same() {
    for (text, result) in [
        ("\"clicked\"", ActionResult::Clicked),
        ("\"dialog_open\"", ActionResult::Refused(Refusal::DialogOpen)),
        ("\"of_tomorrow\"", ActionResult::Refused(Refusal::Other)),
    ] {
        assert_eq!(serde_json::from_str::<ActionResult>(text).unwrap(), result);
    }
}

#[test]
fn f2_older_recordings_say_of_a_streams_end_that_it_is_one() {
    for (text, end) in [
        (r#"{"stream":1,"text":""}"#, None),
        (r#"{"stream":1,"text":"","is_end":false}"#, None),
        (r#"{"stream":1,"text":"","is_end":true}"#, Some(StreamEnd::Closed)),
        (r#"{"stream":1,"text":"","end":"broken"}"#, Some(StreamEnd::Broken)),
    ] {
        assert_eq!(serde_json::from_str::<StreamPiece>(text).unwrap().end, end, "{text}");
    }
}
