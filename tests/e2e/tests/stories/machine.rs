//! What this machine lacks, and what helps (spec W7, W9).

use std::process::Command;

use anyhow::Result;
use retake_e2e::child::Process;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::json;

/// A field that takes files, as Grok's composer has one, and what it was given.
const SHOWS_A_FIELD: &str = "
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.hidden = true;
    window.given = [];
    field.addEventListener('change', () => {
      for (const file of field.files) window.given.push([file.name, file.type, file.size > 0]);
    });
    document.body.append(field);
    return true;";

#[tokio::test]
async fn w7_codecs_that_are_missing_are_named_until_it_was_read_and_in_health() -> Result<()> {
    Stage::play("w7_codecs_that_are_missing", async |stage| {
        let plugins = ("GST_PLUGIN_SYSTEM_PATH_1_0".to_owned(), "/nonexistent".to_owned());
        // GStreamer remembers what it found: the user's own memory of it stays as it is.
        let registry = stage.launch.data_dir.join("gstreamer-registry").display().to_string();
        let registry = ("GST_REGISTRY_1_0".to_owned(), registry);
        stage.launch.environment = vec![plugins, registry];
        stage.restart().await?;
        let app = stage.app();
        app.reads("status", "Idle").await?;
        until_equal("the banner is there", &true, async || {
            Ok(app.all("codec-banner", "data-testid").await?.len() == 1)
        })
        .await?;
        app.click("codec-banner-close").await?;
        assert!(app.all("codec-banner", "data-testid").await?.is_empty());
        app.unfold("diagnostics").await?;
        until_equal("Health has it for good", &vec!["missing".to_owned()], async || {
            app.all("machine-videos", "data-outcome").await
        })
        .await
    })
    .await
}

/// Waits until a notice says this.
async fn says(stage: &Stage, notice: &str, words: &str) -> Result<()> {
    until(words, async || Ok(stage.app().text(notice).await?.contains(words).then_some(()))).await
}

/// Puts an image on the clipboard, for as long as what is answered is kept.
async fn copy_an_image() -> Result<Process> {
    let picture = concat!(env!("CARGO_MANIFEST_DIR"), "/../grok-sim/assets/dunes.png");
    let mut copies = Command::new("xclip");
    copies.args(["-quiet", "-selection", "clipboard", "-t", "image/png", "-i", picture]);
    let clipboard = Process::start("xclip", &mut copies)?;
    until_equal("the image is on the clipboard", &true, async || {
        let asks = ["-selection", "clipboard", "-o", "-t", "TARGETS"];
        let kinds = Command::new("xclip").args(asks).output()?.stdout;
        Ok(String::from_utf8_lossy(&kinds).contains("image/png"))
    })
    .await?;
    Ok(clipboard)
}

#[tokio::test]
async fn l5_an_error_carries_what_helps_as_a_button() -> Result<()> {
    Stage::play("l5_an_error_carries_what_helps", async |stage| {
        let _clipboard = copy_an_image().await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.click("give-image").await?;
        says(stage, "refusal", "Go to its start page").await?;
        app.click("error-remedy").await?;
        until_equal("the page is at its start", &json!("/imagine"), async || {
            Ok(app.page_script("return location.pathname;").await?["value"].take())
        })
        .await?;
        until("the error is gone", async || Ok(app.text("refusal").await?.is_empty().then_some(())))
            .await
    })
    .await
}

#[tokio::test]
async fn w9_an_image_on_the_clipboard_is_given_to_the_page_once_for_each_press() -> Result<()> {
    Stage::play("w9_an_image_on_the_clipboard", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.page_script(SHOWS_A_FIELD).await?;
        let given =
            async || anyhow::Ok(app.page_script("return window.given;").await?["value"].take());
        app.click("give-image").await?;
        says(stage, "refusal", "no image on the clipboard").await?;
        assert_eq!(given().await?, json!([]));

        let _clipboard = copy_an_image().await?;
        app.click("give-image").await?;
        says(stage, "told", "The page has the image").await?;
        assert_eq!(given().await?, json!([["clipboard.png", "image/png", true]]));
        Ok(())
    })
    .await
}
