//! The generation stream, as peers recorded it: whole, cut anywhere, and with what does not belong.

use proptest::prelude::*;
use retake_grok::stream::{GenerationStream, MAX_OBJECT_BYTES, SeenGeneration, Stage};
use retake_protocol::AttemptOutcome::{Completed, Failed, Moderated};
use retake_protocol::{AttemptId, PostId};
use serde_json::{Value, json};

fn video(fields: &Value) -> String {
    let mut video = json!({
        "videoId": "v-1", "videoPostId": "v-1", "parentPostId": "img-1", "moderated": false,
        "videoPrompt": "slow pan {across} a \"mountain\" lake \\",
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        video[name] = value.clone();
    }
    json!({ "result": { "response": { "streamingVideoGenerationResponse": video } } }).to_string()
}

fn seen(stage: Stage) -> SeenGeneration {
    SeenGeneration {
        aliases: vec![AttemptId::new("v-1").expect("an id")],
        parent_post_id: PostId::new("img-1"),
        stage,
    }
}

fn progress(percent: f64) -> SeenGeneration {
    seen(Stage::Progress { percent })
}

fn story() -> Vec<String> {
    vec![
        json!({ "result": { "conversation": { "conversationId": "c-1" } } }).to_string(),
        json!({ "result": { "response": { "userResponse": { "message": "a lake" } } } })
            .to_string(),
        video(&json!({ "progress": 1 })),
        video(&json!({ "progress": 40 })),
        video(&json!({ "progress": 100, "moderated": true })),
        json!({ "result": { "response": { "isSoftStop": false } } }).to_string(),
    ]
}

fn read(text: &str) -> Vec<SeenGeneration> {
    GenerationStream::default().read(text)
}

#[test]
fn a_stream_is_read_on_lines_joined_and_behind_data() {
    let expected = [progress(40.0), seen(Stage::Over(Moderated))];
    for text in [
        story().join("\n"),
        story().join(""),
        format!("data: {}\n\n", story().join("\n\ndata: ")),
        format!("}} \" noise {}", story().join("]] \"")),
    ] {
        assert_eq!(read(&text), expected, "{text}");
    }
}

#[test]
fn each_piece_tells_of_its_last_progress() {
    let mut stream = GenerationStream::default();
    let told: Vec<_> = story().iter().map(|line| stream.read(line)).collect();
    let (none, over) = (Vec::new(), vec![seen(Stage::Over(Moderated))]);
    let expected =
        [none.clone(), none.clone(), vec![progress(1.0)], vec![progress(40.0)], over, none];
    assert_eq!(told, expected);
}

#[test]
fn a_generation_ends_by_its_url_by_moderation_or_by_an_error() {
    let error = json!({ "error": { "code": 13, "message": "no" } }).to_string();
    let inner = json!({ "result": { "response": { "error": { "code": 13 } } } }).to_string();
    let begun = video(&json!({ "progress": 3 }));
    for (text, expected) in [
        (video(&json!({ "videoUrl": "users/u/generated_video.mp4" })), Completed),
        (video(&json!({ "fileUri": "users/u/generated_video.mp4" })), Completed),
        (video(&json!({ "moderated": true, "videoUrl": "x" })), Moderated),
        (format!("{begun}{error}"), Failed),
        (format!("{begun}{inner}"), Failed),
    ] {
        assert_eq!(read(&text).pop(), Some(seen(Stage::Over(expected))), "{text}");
    }
    assert_eq!(read(&error), [], "an error of nothing says nothing");
}

#[test]
fn a4_what_is_of_another_shape_is_passed_over_and_hides_no_neighbour() {
    for odd in [
        "{}".to_owned(),
        "{\"result\":7}".to_owned(),
        "{not json}".to_owned(),
        video(&json!({ "videoId": null, "videoPostId": 7, "progress": 5 })),
        video(&json!({ "progress": "many" })),
        video(&json!({ "progress": 101 })),
        video(&json!({ "progress": null })),
        json!({ "error": null }).to_string(),
        format!("{}{}", "{\"a\":".repeat(500), "}".repeat(500)),
        format!("{{\"x\":\"{}\"}}", "y".repeat(MAX_OBJECT_BYTES)),
    ] {
        assert_eq!(read(&format!("{odd}{}", video(&json!({ "progress": 9 })))), [progress(9.0)]);
    }
}

#[test]
fn a1_both_ids_are_names_of_the_attempt() {
    let text = video(&json!({ "videoId": "v-2", "progress": 9 }));
    let ids = ["v-2", "v-1"].map(|id| AttemptId::new(id).expect("an id"));
    assert_eq!(read(&text)[0].aliases, ids);
}

proptest! {
    #[test]
    fn however_it_is_cut_the_last_word_is_the_same(cuts in prop::collection::vec(0_usize..1200, 0..40)) {
        let text = story().join("\n");
        let mut at: Vec<_> = cuts.into_iter().filter(|cut| text.is_char_boundary(*cut)).collect();
        at.extend([0, text.len()]);
        at.sort_unstable();
        let mut stream = GenerationStream::default();
        let told: Vec<_> = at.windows(2).flat_map(|pair| stream.read(&text[pair[0]..pair[1]])).collect();
        prop_assert_eq!(told.last(), Some(&seen(Stage::Over(Moderated))));
        let percents: Vec<_> = told.iter().filter_map(|one| match one.stage {
            Stage::Progress { percent } => Some(percent),
            Stage::Over(_) => None,
        }).collect();
        prop_assert_eq!(percents.last(), Some(&40.0));
    }

    #[test]
    fn no_text_makes_it_fail(texts in prop::collection::vec("[{}\"\\\\a:,\\[\\]é]{0,60}", 0..12)) {
        let mut stream = GenerationStream::default();
        for text in texts {
            prop_assert_eq!(stream.read(&text), []);
        }
    }
}
