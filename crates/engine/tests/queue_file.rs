//! A CSV of images to be queued: what of it can be taken, and why the rest can't (spec M10).

use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay_into};
use retake_engine::transfer::{QueueFileError, read_queue_file};
use retake_locale::text;
use retake_protocol::queue::{QueueFile, QueueFileRow, RefusedRow};
use retake_protocol::{MediaId, Prompt};
use retake_store::Store;

/// `lake` and `hill` are known, and `fox` waits in the queue.
const STORY: &str = r#"{"at":1,"type":"route","post_id":"lake"}
{"at":2,"type":"snapshot","store":{"state":{"videoByMediaId":{"lake":[{"id":"v1"}],"hill":[{"id":"v2"}]},"imageByMediaId":{"lake":[{"id":"lake","originalPrompt":"a lake"}],"hill":[{"id":"hill"}],"fox":[{"id":"fox"}]}},"version":1}}
{"at":3,"type":"route","post_id":"hill"}
{"at":4,"type":"route","post_id":"fox"}
{"at":5,"type":"queue","change":{"do":"add","media_id":"fox","prompt":"slow pan","max_retries":null,"video_goal":null}}"#;

fn story() -> Store {
    let store = Store::in_memory().expect("a store");
    replay_into(&store, STORY, Settings::default(), Confirm::Automatic).expect("a story");
    store
}

fn read(file: &str) -> QueueFile {
    read_queue_file(file, &story()).expect("a file that can be read")
}

fn row(image: &str, prompt: &str, numbers: Option<(u32, u32)>) -> QueueFileRow {
    QueueFileRow {
        media_id: MediaId::new(image).expect("an id"),
        original_prompt: (image == "lake").then(|| Prompt::new("a lake")),
        prompt: Prompt::new(prompt),
        max_retries: numbers.map(|(max_retries, _)| max_retries),
        video_goal: numbers.map(|(_, goal)| goal),
    }
}

#[test]
fn m10_an_image_is_named_by_its_id_or_by_the_url_of_a_post() {
    let file = "image,prompt,max_retries,goal\n\
        lake,\"slow pan, then still\",5,2\n\
        https://grok.com/imagine/post/v2?source=x,,,\n";
    let found = read(file);
    assert_eq!(found.refused, []);
    assert_eq!(
        found.rows,
        [row("lake", "slow pan, then still", Some((5, 2))), row("hill", "", None)]
    );
}

#[test]
fn m10_columns_are_found_by_name_whatever_separates_them() {
    let file = "Goal;Prompt;Media ID;Max retries;note\r\n2;slow pan;lake;5;mine\r\n;;;;\r\n";
    let found = read(file);
    assert_eq!(
        found,
        QueueFile { rows: vec![row("lake", "slow pan", Some((5, 2)))], refused: vec![] }
    );
}

#[test]
fn m10_each_row_that_can_not_be_taken_says_why() {
    let file = "image,prompt,max_retries,goal\nlake,a,,\n,b,,\nowl,c,,\nlake,d,,\nfox,e,,\nhill,f,51,\nhill,g,,two\n";
    let refused = [
        (3, text::queue_row_no_image()),
        (4, text::queue_row_unknown("owl")),
        (5, text::queue_row_twice("2")),
        (6, text::queue_row_queued()),
        (7, text::queue_row_range("max_retries", 1_u32, 50_u32)),
        (8, text::queue_row_range("goal", 1_u32, 50_u32)),
    ];
    let found = read(file);
    assert_eq!(found.rows, [row("lake", "a", None)]);
    assert_eq!(found.refused, refused.map(|(line, why)| RefusedRow { line, why }));
}

#[test]
fn m10_a_file_without_a_column_of_images_is_refused_by_name() {
    let refused = read_queue_file("prompt,goal\nslow pan,2\n", &story()).unwrap_err();
    assert!(matches!(refused, QueueFileError::NoImageColumn), "{refused}");
    assert!(refused.to_string().contains("image, prompt, max_retries, goal"));
}
