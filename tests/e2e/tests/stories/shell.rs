//! The shell around page and sidebar: instances, and a page that can't be loaded.

use std::process::Command;

use anyhow::{Context, Result};
use retake_e2e::app::{App, binary, processes_with};
use retake_e2e::{Launch, Stage};
use tempfile::TempDir;

#[tokio::test]
async fn g_a_second_start_on_the_same_data_folder_leaves_the_first_alone() -> Result<()> {
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
async fn g_another_data_folder_runs_beside_it() -> Result<()> {
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
fn g_a_url_that_is_neither_grok_nor_loopback_is_refused() -> Result<()> {
    for url in ["https://grok.com.evil.example", "http://192.168.1.1", "file:///etc/passwd"] {
        let refused = Command::new(binary()).args(["--grok-url", url]).output()?;
        assert!(!refused.status.success(), "{url}");
        let message = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(message.contains("https://grok.com"), "says what is taken: {message}");
    }
    Ok(())
}
