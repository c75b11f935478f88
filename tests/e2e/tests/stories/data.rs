//! What the user does with the whole history, in the sidebar (spec D6, E), and the settings.

use std::path::PathBuf;

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::json;

/// An image with one finished video in its history.
async fn make_history(stage: &Stage) -> Result<()> {
    stage.simulator.script(json!([{"kind": "completed"}])).await?;
    let app = stage.app();
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    app.click("start").await?;
    app.reads("status", "Success").await
}

async fn cards(stage: &Stage, expected: usize) -> Result<()> {
    until(&format!("the history lists {expected} images"), async || {
        let cards = stage.app().all("image-card", "data-media-id").await?;
        Ok((cards.len() == expected).then_some(()))
    })
    .await
}

async fn is_told(stage: &Stage, words: &str) -> Result<String> {
    until(&format!("the sidebar tells of {words:?}"), async || {
        let told = stage.app().text("notices").await?;
        Ok(told.contains(words).then_some(told))
    })
    .await
}

fn files(stage: &Stage, folder: &str) -> Result<Vec<PathBuf>> {
    let folder = stage.launch.data_dir.join(folder);
    let files = std::fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))?;
    files.map(|file| Ok(file?.path())).collect()
}

#[tokio::test]
async fn d6_a_backup_is_made_the_history_deleted_and_restored() -> Result<()> {
    Stage::play("d6_a_backup_is_made", async |stage| {
        make_history(stage).await?;
        cards(stage, 1).await?;
        let app = stage.app();
        app.unfold("data").await?;
        app.click("back-up").await?;
        is_told(stage, "Backed up to").await?;
        assert_eq!(files(stage, "backups")?.len(), 1);

        app.click("forget-all").await?;
        cards(stage, 1).await?;
        app.click("forget-all-confirm").await?;
        is_told(stage, "History of 1 image deleted").await?;
        cards(stage, 0).await?;

        // The backup was made with the default; it comes along only where that is picked.
        app.unfold("settings").await?;
        app.set_setting("setting-default_max_retries", "7").await?;
        app.set_setting("setting-default_video_goal", "9").await?;
        app.unfold("data").await?;
        app.click("restore").await?;
        app.click("restore-default_max_retries").await?;
        app.click("restore-confirm").await?;
        is_told(stage, "Your previous history is backed up in").await?;
        cards(stage, 1).await?;
        app.setting_is("default_max_retries", "3").await?;
        app.setting_is("default_video_goal", "9").await?;
        assert_eq!(files(stage, "backups")?.len(), 2, "what was there is kept");
        app.reads("status", "Success").await
    })
    .await
}

#[tokio::test]
async fn d6_an_image_is_exported_deleted_and_imported_again() -> Result<()> {
    Stage::play("d6_an_image_is_exported", async |stage| {
        make_history(stage).await?;
        let app = stage.app();
        app.unfold("data").await?;
        app.click("export-csv").await?;
        is_told(stage, ".csv").await?;
        app.click("export-json").await?;
        is_told(stage, ".json").await?;
        let exports = files(stage, "exports")?;
        let json = exports.iter().find(|file| file.extension().is_some_and(|end| end == "json"));
        let json = json.context("there is a JSON export")?;

        app.open_card(&image_id(1)).await?;
        app.click("forget").await?;
        app.click("forget-confirm").await?;
        cards(stage, 0).await?;
        app.click("forget-undo").await?;
        cards(stage, 1).await?;
        app.open_card(&image_id(1)).await?;
        app.click("forget").await?;
        app.click("forget-confirm").await?;
        app.click("forget-now").await?;
        is_told(stage, "History of 1 image deleted").await?;
        cards(stage, 0).await?;
        app.choose_file("import", json).await?;
        is_told(stage, "Imported: 1 image").await?;
        cards(stage, 1).await?;
        app.reads("status", "Success").await
    })
    .await
}

#[tokio::test]
async fn e1_what_the_extension_left_is_imported_from_a_file_and_from_the_page() -> Result<()> {
    Stage::play("e1_what_the_extension_left", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let file = stage.launch.data_dir.join("old.json");
        let key = |number: u32| format!("grokRetrySession_{}", image_id(number));
        // As PowerShell saves a text: UTF-16 with its mark.
        let text = format!("\u{feff}{}", json!({ key(1): {"videosGenerated": 2} }));
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(&file, bytes)?;
        app.unfold("data").await?;
        app.choose_file("import", &file).await?;
        is_told(stage, "Imported from the browser extension. New: 1.").await?;
        cards(stage, 1).await?;

        let leave = format!(
            "sessionStorage.setItem('{}', JSON.stringify({{creditsUsed: 4}})); location.reload();",
            key(2)
        );
        app.page_script(&leave).await?;
        app.open_image(2).await?;
        cards(stage, 2).await?;
        let kept = app.page_script(&format!("return sessionStorage.getItem('{}')", key(2))).await?;
        assert!(kept.to_string().contains("creditsUsed"), "e4: old keys stay: {kept}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_setting_holds_at_once_and_a_bad_one_says_its_range() -> Result<()> {
    Stage::play("a_setting_holds_at_once", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("status", "Idle").await?;
        assert_eq!(app.value("max-retries").await?, "3");
        app.unfold("settings").await?;
        app.set_setting("setting-default_max_retries", "7").await?;
        until("a new image has it", async || {
            Ok((app.value("max-retries").await? == "7").then_some(()))
        })
        .await?;
        app.set_setting("setting-stale_grace_ms", "1").await?;
        until("the range is named", async || {
            let text = app.text("setting-stale_grace_ms").await?;
            Ok(text.contains("2000 to 600000").then_some(()))
        })
        .await
    })
    .await
}
