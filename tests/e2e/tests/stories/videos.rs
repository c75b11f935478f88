//! Videos become files of the user's: whole or not at all, and never in another file's place
//! (spec N1–N9).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across a mountain lake";

/// An image with one finished video in its history, and its card open. The image's own file stays where it is,
/// so that the files are the videos' alone.
async fn make_video(stage: &Stage) -> Result<()> {
    let name = "keep_image_files";
    let set = format!(
        "return window.__TAURI_INTERNALS__.invoke('set_setting', {{ name: '{name}', value: 'off' }})
            .then(() => true);"
    );
    stage.app().sidebar_script(&set).await?;
    stage.app().setting_is(name, "off").await?;
    make_video_with_image(stage).await
}

async fn make_video_with_image(stage: &Stage) -> Result<()> {
    stage.start_session(1, PROMPT).await?;
    let app = stage.app();
    app.reads("status", "Success").await?;
    app.open_card(&image_id(1)).await
}

/// What the sidebar says of the videos of the open card, the newest first.
async fn are(stage: &Stage, expected: &[&str]) -> Result<()> {
    let expected: Vec<_> = expected.iter().map(|&state| state.to_owned()).collect();
    let read = async || stage.app().all("video", "data-state").await;
    until_equal("what the videos are", &expected, read).await
}

/// The files in a folder by their names; none where it is not there.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(BTreeMap::new()) };
    let named = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok((name, std::fs::read(entry.path())?))
    };
    entries.map(named).collect()
}

fn is_video(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "mp4")
}

fn names(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

#[tokio::test]
async fn a_video_is_saved_as_grok_serves_it_with_what_is_known_of_it_beside_it() -> Result<()> {
    Stage::play("a_video_is_saved", async |stage| {
        make_video(stage).await?;
        are(stage, &["offered"]).await?;
        let app = stage.app();
        app.click("save-video").await?;
        are(stage, &["saved"]).await?;

        let files = files(&stage.launch.data_dir.join("videos"))?;
        let [beside, video] = names(&files)[..] else { panic!("two files: {:?}", names(&files)) };
        assert_eq!(files[video], stage.simulator.video("lake").await?, "it is the very video");
        let stem = video.strip_suffix(".mp4").context("it is an MP4")?;
        assert_eq!(beside, format!("{stem}.json"));
        let (date, rest) = stem.split_once('_').context("the date comes first")?;
        assert_eq!((date.len(), rest), (10, format!("{}_1", image_id(1)).as_str()));
        let text = app.text("video").await?;
        assert!(text.contains(video), "the sidebar names the file: {text}");
        assert_eq!(app.violations().await?, Vec::<String>::new());

        let beside: Value = serde_json::from_slice(&files[beside])?;
        let generation = stage.simulator.generations().await?.remove(0);
        for (field, expected) in [
            ("prompt", json!(PROMPT)),
            ("media_id", json!(image_id(1))),
            ("attempt_id", generation["attempt_id"].clone()),
            ("file", json!(video)),
        ] {
            assert_eq!(beside[field], expected, "{field}");
        }
        for time in ["create_time", "finished_at", "saved_at"] {
            let time = beside[time].as_str().unwrap_or_default();
            assert!(time.len() >= 20 && time.ends_with('Z'), "{time}: {beside}");
        }
        stage.restart().await?;
        stage.app().open_card(&image_id(1)).await?;
        are(stage, &["saved"]).await?;
        assert_eq!(stage.simulator.video_downloads().await?, 1, "it is not fetched twice");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn k2_the_images_own_file_is_kept_beside_its_first_video() -> Result<()> {
    Stage::play("k2_the_images_own_file", async |stage| {
        make_video_with_image(stage).await?;
        stage.app().click("save-video").await?;
        are(stage, &["saved"]).await?;
        let folder = stage.launch.data_dir.join("videos");
        let name = format!("image {}.jpg", image_id(1));
        let image = until("the image's file is there", async || {
            Ok(files(&folder)?.remove(&name).filter(|bytes| !bytes.is_empty()))
        })
        .await?;
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grok-sim/assets");
        assert_eq!(image, std::fs::read(assets.join("lake.jpg"))?, "it is the very image");
        until("nothing unfinished is left", async || Ok((files(&folder)?.len() == 3).then_some(())))
            .await
    })
    .await
}

#[tokio::test]
async fn a_download_that_breaks_off_is_tried_again_and_no_half_file_has_a_name() -> Result<()> {
    Stage::play("a_download_that_breaks_off", async |stage| {
        make_video(stage).await?;
        let whole = stage.simulator.video("lake").await?;
        stage.simulator.answer_videos(&["breaks_off"]).await?;
        stage.app().click("save-video").await?;
        let folder = stage.launch.data_dir.join("videos");
        until("the video is saved", async || {
            let files = files(&folder)?;
            let mut videos = files.iter().filter(|(name, _)| is_video(name));
            assert!(videos.all(|(_, content)| *content == whole), "half a video has a name");
            Ok(files.keys().any(|name| is_video(name)).then_some(()))
        })
        .await?;
        are(stage, &["saved"]).await?;
        assert_eq!(stage.simulator.video_downloads().await?, 2);
        assert_eq!(files(&folder)?.len(), 2, "the video and what stands beside it");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_restart_goes_on_with_a_video_that_was_being_saved() -> Result<()> {
    Stage::play("a_restart_goes_on_with_a_video", async |stage| {
        make_video(stage).await?;
        stage.simulator.answer_videos(&["hangs"]).await?;
        stage.app().click("save-video").await?;
        are(stage, &["saving"]).await?;
        let folder = stage.launch.data_dir.join("videos");
        until("half of the video is there", async || {
            let parts = files(&folder)?;
            Ok(parts.values().any(|content| !content.is_empty()).then_some(()))
        })
        .await?;
        stage.restart().await?;
        stage.app().open_card(&image_id(1)).await?;
        are(stage, &["saved"]).await?;
        let files = files(&folder)?;
        assert_eq!(files.len(), 2, "nothing unfinished is left: {:?}", names(&files));
        let whole = stage.simulator.video("lake").await?;
        assert!(files.values().any(|content| *content == whole), "the video is whole");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_web_page_in_the_place_of_a_video_is_refused_and_said() -> Result<()> {
    Stage::play("a_web_page_in_the_place_of_a_video", async |stage| {
        make_video(stage).await?;
        stage.simulator.answer_videos(&["sign_in", "forbidden"]).await?;
        let app = stage.app();
        for expected in ["web page instead of the video", "HTTP 403"] {
            app.click("save-video").await?;
            until(&format!("the sidebar says {expected:?}"), async || {
                let text = app.text("video").await?;
                Ok((text.contains(expected) && text.contains("Sign in")).then_some(()))
            })
            .await?;
            are(stage, &["failed"]).await?;
            assert_eq!(app.violations().await?, Vec::<String>::new());
            assert!(files(&stage.launch.data_dir.join("videos"))?.is_empty());
        }
        app.click("save-video").await?;
        are(stage, &["saved"]).await
    })
    .await
}

#[tokio::test]
async fn n8_the_best_file_is_saved_and_where_it_is_missing_the_next() -> Result<()> {
    Stage::play("n8_the_best_file_is_saved", async |stage| {
        stage.simulator.script(json!([{"kind": "completed", "hd": true}])).await?;
        make_video(stage).await?;
        stage.simulator.answer_videos(&["not_found"]).await?;
        let app = stage.app();
        app.click("save-video").await?;
        are(stage, &["saved"]).await?;
        let text = app.text("video").await?;
        assert!(text.contains("HD ·"), "the sidebar says which file it is: {text}");
        let files = files(&stage.launch.data_dir.join("videos"))?;
        let [beside, video] = names(&files)[..] else { panic!("two files: {:?}", names(&files)) };
        let hd = stage.simulator.video("lake_hd").await?;
        assert_ne!(hd, stage.simulator.video("lake").await?, "it is another file");
        assert_eq!(files[video], hd);
        let beside: Value = serde_json::from_slice(&files[beside])?;
        assert_eq!(beside["quality"], json!("hd"));
        assert_eq!(stage.simulator.video_downloads().await?, 2, "the better one was tried first");
        assert_eq!(app.violations().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn n9_a_better_file_that_grok_names_later_takes_the_saved_ones_place() -> Result<()> {
    Stage::play("n9_a_better_file_takes_the_saved_ones_place", async |stage| {
        stage.simulator.script(json!([{"kind": "completed", "hd": "later"}])).await?;
        make_video(stage).await?;
        let app = stage.app();
        app.click("save-video").await?;
        are(stage, &["saved"]).await?;
        let folder = stage.launch.data_dir.join("videos");
        let usual = files(&folder)?;
        let [_, name] = names(&usual)[..] else { panic!("two files: {:?}", names(&usual)) };
        assert_eq!(usual[name], stage.simulator.video("lake").await?);

        // The page asks for what it does not hold any more.
        app.click("page-reload").await?;
        let best = stage.simulator.video("lake_1080_hd").await?;
        until("the better file has its place", async || {
            let video = std::fs::read(folder.join(name))?;
            assert!(video == usual[name] || video == best, "it is one of the two, and whole");
            Ok((video == best).then_some(()))
        })
        .await?;
        app.open_card(&image_id(1)).await?;
        until("the sidebar says which file it is", async || {
            Ok(app.text("video").await?.contains("1080p ·").then_some(()))
        })
        .await?;
        let now = files(&folder)?;
        assert_eq!(names(&now), names(&usual), "under the same name");
        let [beside, _] = names(&now)[..] else { panic!("two files: {:?}", names(&now)) };
        let beside: Value = serde_json::from_slice(&now[beside])?;
        assert_eq!(beside["quality"], json!("hd_1080"));
        assert_eq!(stage.simulator.video_downloads().await?, 2, "each file was fetched once");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_finished_video_is_saved_by_itself_where_the_user_wants_it_so() -> Result<()> {
    Stage::play("every_finished_video_is_saved", async |stage| {
        make_video(stage).await?;
        let app = stage.app();
        let folder = stage.launch.data_dir.join("of mine");
        app.unfold("settings").await?;
        app.turn_switch("setting-keep_videos").await?;
        app.set_setting("setting-video_folder", &folder.to_string_lossy()).await?;
        app.set_setting("setting-video_name", "{number} of {image}").await?;
        until("the folder is tried out", async || Ok(folder.is_dir().then_some(()))).await?;
        app.unfold("make").await?;

        app.fill("video-goal", "2").await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        are(stage, &["saved", "saved", "offered"]).await?;
        // The session of an image that is not on the page any more.
        app.open_image(3).await?;
        app.reads("image-id", &image_id(3)).await?;
        app.click("start").await?;
        until("it was begun", async || {
            Ok((stage.simulator.generations().await?.len() == 4).then_some(()))
        })
        .await?;
        app.open_image(2).await?;
        let of = |number: u32, image: u32, ending: &str| {
            format!("{number} of {}.{ending}", image_id(image))
        };
        let mut expected = Vec::new();
        for (number, image) in [(1, 3), (2, 1), (3, 1)] {
            expected.extend([of(number, image, "json"), of(number, image, "mp4")]);
        }
        let read = async || Ok(files(&folder)?.into_keys().collect::<Vec<_>>());
        until_equal("the saved files", &expected, read).await?;
        let saved = files(&folder)?;
        assert_eq!(saved[&of(1, 3, "mp4")], stage.simulator.video("forest").await?);
        assert_eq!(saved[&of(2, 1, "mp4")], stage.simulator.video("lake").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_taken_name_is_left_to_its_file_and_a_bad_pattern_is_refused() -> Result<()> {
    Stage::play("a_taken_name_is_left_to_its_file", async |stage| {
        make_video(stage).await?;
        let folder = stage.launch.data_dir.join("videos");
        std::fs::create_dir_all(&folder)?;
        let taken = format!("{}.mp4", image_id(1));
        std::fs::write(folder.join(&taken), "something of the user's")?;
        let app = stage.app();
        app.unfold("settings").await?;
        app.set_setting("setting-video_name", "{day}").await?;
        until("the placeholder is named", async || {
            let text = app.text("setting-video_name").await?;
            Ok(text.contains("there is no {day}").then_some(()))
        })
        .await?;
        app.set_setting("setting-video_name", "{image}").await?;
        until("the refusal is gone", async || {
            let text = app.text("setting-video_name").await?;
            Ok((!text.contains("there is no")).then_some(()))
        })
        .await?;
        app.unfold("make").await?;
        app.click("save-video").await?;
        are(stage, &["saved"]).await?;
        let files = files(&folder)?;
        let second = format!("{} (2)", image_id(1));
        let expected = [format!("{second}.json"), format!("{second}.mp4"), taken.clone()];
        assert_eq!(names(&files), expected);
        assert_eq!(files[&taken], b"something of the user's");
        Ok(())
    })
    .await
}
