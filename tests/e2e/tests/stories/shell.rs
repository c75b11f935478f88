//! The shell around page and sidebar: instances, a page that can't be loaded, a database that can't be
//! used, folders (spec G2, G3, P5, R5, W5, W13).

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use retake_e2e::app::{App, binary, free_port, processes_with, run_script};
use retake_e2e::wait::until_equal;
use retake_e2e::window::{ENTER, ESCAPE, K, PERIOD, SLASH, has_window, type_in_window};
use retake_e2e::{Launch, Stage, until};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;

#[tokio::test]
async fn g3_a_second_start_on_the_same_data_folder_leaves_the_first_alone() -> Result<()> {
    Stage::play("g_a_second_start", async |stage| {
        let data_dir = &stage.launch.data_dir;
        let before = processes_with(data_dir)?;
        let second = Command::new(binary())
            .arg("--grok-url")
            .arg(&stage.launch.grok_url)
            .arg("--data-dir")
            .arg(data_dir)
            .status()
            .context("failed to start the app a second time")?;
        assert!(second.success(), "the second start ends well: {second}");
        assert_eq!(processes_with(data_dir)?, before, "the first still runs, alone");
        stage.app().reads("status", "Idle").await
    })
    .await
}

#[tokio::test]
async fn g3_another_data_folder_runs_beside_it() -> Result<()> {
    Stage::play("g_another_data_folder", async |stage| {
        let other = TempDir::new()?;
        let data_dir = other.path().join("data");
        let second = App::start(&Launch { data_dir, ..stage.launch.clone() }).await?;
        second.reads("status", "Idle").await?;
        stage.app().reads("status", "Idle").await?;
        second.close().await
    })
    .await
}

#[test]
fn g2_a_url_that_is_neither_grok_nor_loopback_is_refused() -> Result<()> {
    for url in ["https://grok.com.evil.example", "http://192.168.1.1", "file:///etc/passwd"] {
        let refused = Command::new(binary()).args(["--grok-url", url]).output()?;
        assert!(!refused.status.success(), "{url}");
        let message = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(message.contains("https://grok.com"), "says what is taken: {message}");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_cannot_be_loaded_leaves_the_sidebar_at_work() -> Result<()> {
    Stage::play("a_page_that_cannot_be_loaded", async |stage| {
        let other = TempDir::new()?;
        let data_dir = other.path().join("data");
        let grok_url = format!("http://127.0.0.1:{}", free_port()?);
        let lonely = App::start(&Launch { data_dir, grok_url, ..stage.launch.clone() }).await?;
        lonely.reads("status", "No page").await?;
        until("the sidebar says that the page can't be loaded", async || {
            let panel = lonely.in_sidebar().await?.source().await?;
            Ok(panel.contains("can't be loaded").then_some(()))
        })
        .await?;
        assert!(!lonely.text("history").await?.is_empty(), "the history is there");
        lonely.close().await
    })
    .await
}

#[tokio::test]
async fn a_database_that_cannot_be_used_is_left_alone_and_the_app_opens() -> Result<()> {
    Stage::play("a_database_that_cannot_be_used", async |stage| {
        let other = TempDir::new()?;
        let data_dir = other.path().join("data");
        std::fs::create_dir(&data_dir)?;
        let database = data_dir.join("retake.db");
        let nonsense = "slow pan across a mountain lake\n".repeat(300);
        std::fs::write(&database, &nonsense)?;
        let app = App::start(&Launch { data_dir, ..stage.launch.clone() }).await?;
        until("the sidebar says what is wrong", async || {
            let problem = app.text("storage-problem").await?;
            Ok(problem.contains("failed to open the database").then_some(()))
        })
        .await?;
        app.open_image(1).await?;
        app.click("start").await?;
        until("a start is refused with the reason", async || {
            let panel = app.in_sidebar().await?.source().await?;
            Ok((panel.matches("failed to open the database").count() > 1).then_some(()))
        })
        .await?;
        app.close().await?;
        assert_eq!(std::fs::read_to_string(&database)?, nonsense, "not a byte was changed");
        Ok(())
    })
    .await
}

/// The width of a webview's content, in pixels.
async fn width(webview: &WebDriver) -> Result<i64> {
    let width = run_script(webview, "return window.innerWidth;", Vec::new()).await?;
    width.as_i64().context("a webview without a width")
}

#[tokio::test]
async fn the_splitter_stays_where_the_user_left_it() -> Result<()> {
    Stage::play("the_splitter", async |stage| {
        let before = width(stage.app().in_sidebar().await?).await?;
        // The splitter stands at the right of the page; without a window manager the window
        // stands in the screen's corner.
        let splitter = width(stage.app().in_page().await?).await? + 2;
        let drag = format!(
            "mousemove {splitter} 400 mousedown 1 mousemove --sync {} 400 \
             mousemove --sync {} 400 mouseup 1",
            splitter - 40,
            splitter - 120
        );
        let dragged = Command::new("xdotool").args(drag.split_whitespace()).status()?;
        assert!(dragged.success(), "xdotool drags");
        let after = until("the sidebar is wider", async || {
            let now = width(stage.app().in_sidebar().await?).await?;
            Ok((now > before + 80).then_some(now))
        })
        .await?;
        let place = stage.launch.data_dir.join("window.json");
        until("the place is kept", async || {
            let place: Value = serde_json::from_str(&std::fs::read_to_string(&place)?)?;
            let kept = place["sidebar_width"].as_i64().context("no width is kept")?;
            Ok((kept == after).then_some(()))
        })
        .await?;
        stage.restart().await?;
        until_equal("the sidebar is as wide as it was", &after, async || {
            width(stage.app().in_sidebar().await?).await
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_text_is_as_large_as_the_user_wants_it_also_after_a_restart() -> Result<()> {
    Stage::play("the_text_is_as_large", async |stage| {
        let width = "return Math.round(innerWidth);";
        stage.app().reads("status", "Idle").await?;
        let own = stage.app().sidebar_script(width).await?.as_u64().unwrap_or_default();
        let is_larger = async |stage: &Stage| {
            until("two thirds fit in", async || {
                let now = stage.app().sidebar_script(width).await?.as_u64().unwrap_or_default();
                Ok((now.abs_diff(own * 2 / 3) <= 2).then_some(()))
            })
            .await
        };
        stage.app().unfold("settings").await?;
        stage.app().set_setting("setting-text_size", "150").await?;
        is_larger(stage).await?;
        stage.restart().await?;
        is_larger(stage).await
    })
    .await
}

/// The title of the system's dialog.
const DIALOG: &str = "Choose a folder";

#[tokio::test]
async fn w13_a_folder_is_chosen_in_the_systems_dialog_and_closing_it_changes_nothing() -> Result<()>
{
    Stage::play("w13_a_folder_is_chosen", async |stage| {
        let folder = stage.launch.data_dir.join("mine");
        fs::create_dir_all(folder.join("k"))?;
        let app = stage.app();
        app.unfold("settings").await?;
        app.set_setting("setting-video_folder", &folder.to_string_lossy()).await?;
        let asked = async |keys: &'static [u8]| {
            app.click("choose-video_folder").await?;
            until("the dialog is there", async || Ok(type_in_window(DIALOG, keys)?.then_some(())))
                .await?;
            until("the dialog is gone", async || Ok((!has_window(DIALOG)?).then_some(()))).await
        };
        let is = async |folder: &Path| {
            let script = "return document.querySelector('#setting-video_folder').value;";
            let value = async || Ok(app.sidebar_script(script).await?);
            until_equal("the folder that is set", &json!(folder), value).await
        };
        asked(&[ESCAPE]).await?;
        is(&folder).await?;
        // It begins in the folder that is set: `./k` is in there.
        asked(&[PERIOD, SLASH, K, ENTER]).await?;
        is(&folder.join("k")).await
    })
    .await
}
