//! An import holds the file and one image's rows at a time, not all of them.
#![cfg(target_os = "linux")]

use std::fs;

use retake_engine::transfer::{self, Form};
use retake_engine::{Engine, Input, Settings};
use retake_protocol::observer::FullSnapshot;
use retake_store::{Scope, Store};

/// Of the file that is imported, in bytes.
const SIZE: usize = 24_000_000;

/// A value of `/proc/self/status`, in bytes.
fn memory(name: &str) -> usize {
    let status = fs::read_to_string("/proc/self/status").expect("it is there");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("it is there");
    let kib: usize =
        line.trim_matches([':', ' ', '\t']).trim_end_matches(" kB").parse().expect("it is there");
    kib * 1024
}

/// An export of one image with 20 attempts, in its JSON form: what stands before, in and after its list.
fn one_image() -> String {
    let folder = tempfile::tempdir().expect("it is there");
    let store = Store::in_memory().expect("it is there");
    let mut engine = Engine::open(store.clone(), Settings::default(), 0).expect("it is there");
    let attempts: Vec<_> = (0..20)
        .map(|number| {
            format!(r#"{{"id":"lake-{number}","status":"completed","prompt":"slow pan across a lake","videoUrl":"/v/{number}.mp4"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"state":{{"videoByMediaId":{{"lake":[{}]}},"imageByMediaId":{{"lake":[{{"id":"lake"}}]}}}}}}"#,
        attempts.join(",")
    );
    let whole = FullSnapshot::of_session(1, Some(text));
    engine.handle(Input::FullSnapshot(whole), 1).expect("it is there");
    let file = folder.path().join("lake.json");
    let sheet = fs::File::create(&file).expect("it is there");
    transfer::export(&store, &Scope::All, Form::Json, sheet).expect("it is there");
    fs::read_to_string(file).expect("it is there")
}

#[test]
fn an_import_takes_little_more_memory_than_its_file() {
    let one = one_image();
    let begin = one.find("[\n").unwrap() + 2;
    let end = one.rfind("\n]}").unwrap();
    let mut text = String::with_capacity(SIZE + one.len());
    text.push_str(&one[..begin]);
    let mut images = 0;
    while text.len() < SIZE {
        text.push_str(if images == 0 { "" } else { ",\n" });
        text.push_str(&one[begin..end].replace("lake", &format!("image{images}")));
        images += 1;
    }
    text.push_str(&one[end..]);
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("retake.db")).unwrap();
    // From here on the peak is counted again.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS");
    let tally = store.import(transfer::read(text).unwrap()).unwrap();
    let more = memory("VmHWM").saturating_sub(before);
    assert_eq!(tally.new_images, images);
    assert!(more < SIZE, "{} MB more than the file itself", more / 1_000_000);
    println!("{} MB more than the file itself", more / 1_000_000);
}
