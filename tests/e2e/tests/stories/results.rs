//! The videos of a session that ended, as tiles in the sidebar (spec L2). Videos are `WebM` here: no story
//! needs a system that plays H.264.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use retake_e2e::wait::until_equal;
use retake_e2e::{App, Stage, until};
use serde_json::json;
use thirtyfour::Key;

const PROMPT: &str = "slow pan across a mountain lake";

/// The one saved video, once it is there.
async fn saved_file(stage: &Stage) -> Result<PathBuf> {
    let folder = stage.launch.data_dir.join("videos");
    until("the video is saved", async || {
        let entries = std::fs::read_dir(&folder).into_iter().flatten();
        let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        Ok(paths.find(|path| path.extension().is_some_and(|ending| ending == "mp4")))
    })
    .await
}

async fn is_gone(app: &App, test_id: &str) -> Result<()> {
    until_equal(test_id, &Vec::<String>::new(), async || app.all(test_id, "class").await).await
}

async fn has_focus(app: &App, test_id: &str) -> Result<()> {
    let script = "return document.activeElement?.dataset.testid ?? '';";
    until_equal("what has the focus", &json!(test_id), async || app.sidebar_script(script).await)
        .await
}

async fn is_starred(app: &App, expected: &str) -> Result<()> {
    let expected = vec![expected.to_owned()];
    until_equal("the star", &expected, async || app.all("star-result", "aria-pressed").await).await
}

/// Waits until the library says this word of its one video.
async fn library_says(app: &App, word: &str) -> Result<()> {
    until(&format!("the library says {word:?}"), async || {
        let labels = app.all("tile", "title").await?;
        Ok(matches!(&labels[..], [label] if label.contains(word)).then_some(()))
    })
    .await
}

#[tokio::test]
async fn l2_a_saved_result_plays_in_its_tile_and_what_is_not_saved_says_so() -> Result<()> {
    Stage::play("l2_a_saved_result_plays", async |stage| {
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        app.click("play-result").await?;
        app.reads("only-saved", "Only saved videos play here.").await?;
        has_focus(app, "close-result").await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        app.press_in_focus(Key::Escape).await?;
        has_focus(app, "play-result").await?;

        app.click("save-video").await?;
        let states = async || app.all("result-video", "data-state").await;
        until_equal("the video's state", &vec!["saved".to_owned()], states).await?;
        let file = saved_file(stage).await?;
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grok-sim/assets/lake.webm");
        std::fs::copy(&assets, &file)?;
        app.click("play-result").await?;
        until("the video plays", async || {
            let script = "const video = document.querySelector('[data-testid=player]');
                          return Boolean(video && video.readyState >= 2 && video.videoWidth > 0);";
            Ok((app.sidebar_script(script).await? == json!(true)).then_some(()))
        })
        .await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        app.click("close-result").await?;
        is_gone(app, "player").await?;

        std::fs::write(&file, "no video any more")?;
        app.click("play-result").await?;
        let name = file.file_name().context("the file has a name")?.to_string_lossy().into_owned();
        until("it says that the file is broken", async || {
            let words = app.text("cant-play").await?;
            Ok((words.contains(&name) || words.contains("H.264")).then_some(()))
        })
        .await?;
        app.click("save-to-play").await?;
        let whole = stage.simulator.video("lake").await?;
        until("the video is saved again", async || {
            let saved = std::fs::read_dir(stage.launch.data_dir.join("videos"))?
                .filter_map(|entry| std::fs::read(entry.ok()?.path()).ok());
            Ok(saved.into_iter().any(|content| content == whole).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn l2_a_star_picks_a_result_for_the_library_too() -> Result<()> {
    Stage::play("l2_a_star_picks_a_result", async |stage| {
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        is_starred(app, "false").await?;
        app.click("star-result").await?;
        is_starred(app, "true").await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());

        app.open_library().await?;
        library_says(app, "Picked").await?;
        let focus = "document.querySelector('[data-testid=library-grid]').focus(); return true;";
        app.sidebar_script(focus).await?;
        app.press_in_focus("x").await?;
        library_says(app, "Rejected").await?;
        app.leave_library();
        is_starred(app, "false").await?;
        app.click("star-result").await?;
        is_starred(app, "true").await?;
        app.open_library().await?;
        library_says(app, "Picked").await?;
        app.leave_library();
        app.click("star-result").await?;
        is_starred(app, "false").await?;
        Ok(())
    })
    .await
}
