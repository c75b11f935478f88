//! One test's world: a simulator, the app on a data folder of its own, and a picture when it fails.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use futures_util::FutureExt;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::app::{App, Launch, PageLoad};
use crate::chromium;
use crate::page::image_id;
use crate::simulator::Simulator;

/// A generation's length in the simulator, in ms: long enough for every step to be seen.
const GENERATION_MS: u32 = 500;

/// What a test plays on.
pub struct Stage {
    /// The stand-in for grok.com.
    pub simulator: Simulator,
    /// How the app was started; a restart uses it again.
    pub launch: Launch,
    app: Option<App>,
    _data_dir: TempDir,
}

impl Stage {
    /// Starts simulator and app with a short cooldown, plays `body`, and ends both. When `body`
    /// fails, the screen is kept under `artifacts/<name>.png`.
    pub async fn play(name: &str, body: impl AsyncFnOnce(&mut Self) -> Result<()>) -> Result<()> {
        Self::play_on(json!({}), name, body).await
    }

    /// The same on Grok's page of autumn 2026, with these options of the simulator.
    pub async fn play_autumn(
        name: &str,
        options: Value,
        body: impl AsyncFnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let mut all = json!({ "version": "v2" });
        for (name, value) in options.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        Self::play_on(all, name, body).await
    }

    async fn play_on(
        options: Value,
        name: &str,
        body: impl AsyncFnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let data_dir = TempDir::new().context("failed to make a data folder")?;
        let simulator = Simulator::start()?;
        simulator.options(json!({ "speed_ms": GENERATION_MS })).await?;
        simulator.options(options).await?;
        let launch = Launch {
            grok_url: simulator.url.clone(),
            data_dir: data_dir.path().join("data"),
            sign_in_urls: Vec::new(),
            settings: vec!["cooldown_ms=700".to_owned()],
            programs: None,
            environment: Vec::new(),
            page_load: PageLoad::Awaited,
        };
        let app = match App::start(&launch).await {
            Ok(app) => Some(app),
            Err(error) => {
                keep_screen(name);
                return Err(error);
            }
        };
        let mut stage = Self { simulator, launch, app, _data_dir: data_dir };
        // A failed assertion is a panic: the picture is taken and the app ended nonetheless.
        let outcome = AssertUnwindSafe(body(&mut stage)).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            stage.keep_looks(name).await;
            stage.keep_log(name);
        }
        let closed = match stage.app.take() {
            Some(app) => app.close().await,
            None => Ok(()),
        };
        // What the test found comes first: an app that hangs does not close either.
        outcome.unwrap_or_else(|panic| resume_unwind(panic)).and(closed)
    }

    /// The running app.
    ///
    /// # Panics
    /// Between the two halves of a restart, where no test can call it.
    pub fn app(&self) -> &App {
        self.app.as_ref().expect("the app runs while a test plays")
    }

    /// Opens an image, types the prompt and presses Start.
    pub async fn start_session(&self, image: u32, prompt: &str) -> Result<()> {
        let app = self.app();
        app.open_image(image).await?;
        app.reads("image-id", &image_id(image)).await?;
        app.fill("prompt", prompt).await?;
        app.click("start").await
    }

    /// The main job: two moderated attempts, then a video, with one click and the very prompt each. The
    /// answer holds the generations that it made, as the simulator tells them.
    pub async fn main_job(&self, image: u32, prompt: &str) -> Result<Vec<Value>> {
        let script = json!([
            {"kind": "moderated", "at_percent": 40},
            {"kind": "moderated", "at_percent": 95},
            {"kind": "completed"},
        ]);
        self.simulator.script(script).await?;
        let before = self.simulator.generations().await?.len();
        self.start_session(image, prompt).await?;
        let app = self.app();
        app.reads("status", "Success").await?;
        app.reads("image-id", &image_id(image)).await?;
        app.reads("retry-count", "2/3").await?;
        app.reads("videos-count", "1/1").await?;
        app.reads("credits-used", "3").await?;
        let made = self.simulator.generations().await?.split_off(before);
        let prompts: Vec<_> = made.iter().filter_map(|one| one["prompt"].as_str()).collect();
        anyhow::ensure!(prompts == [prompt; 3], "c9: one click each, the same prompt: {prompts:?}");
        Ok(made)
    }

    /// From the next start on, a press that nothing is heard of is given up after so many ms: a resumed
    /// session waits for it first (spec H12).
    pub fn give_up_presses_after(&mut self, ms: u32) {
        self.launch.settings.push(format!("attempt_timeout_ms={ms}"));
    }

    /// Closes the app, and starts it again on the same data folder.
    pub async fn restart(&mut self) -> Result<()> {
        if let Some(app) = self.app.take() {
            app.close().await?;
        }
        self.app = Some(App::start(&self.launch).await?);
        Ok(())
    }

    /// Kills the app's process, as a power cut would, and starts it again on the same data folder.
    pub async fn kill(&mut self) -> Result<()> {
        if let Some(app) = self.app.take() {
            app.kill().await?;
        }
        self.app = Some(App::start(&self.launch).await?);
        Ok(())
    }

    /// Closes the window, and starts the app again on the same data folder.
    pub async fn reopen(&mut self) -> Result<()> {
        if let Some(app) = self.app.take() {
            app.close_window().await?;
        }
        self.app = Some(App::start(&self.launch).await?);
        Ok(())
    }

    /// In Chromium there is no screen: the window chosen last is kept.
    async fn keep_looks(&self, name: &str) {
        match &self.app {
            Some(app) if chromium::is_wanted() => {
                let file = artifacts().join(format!("{name}.png"));
                let _there = std::fs::create_dir_all(artifacts());
                if let Err(error) = app.driver.screenshot(&file).await {
                    eprintln!("failed to keep the window's looks: {error}");
                }
            }
            _ => keep_screen(name),
        }
    }

    fn keep_log(&self, name: &str) {
        let Ok(entries) = std::fs::read_dir(self.launch.data_dir.join("logs")) else { return };
        for entry in entries.flatten() {
            let to = artifacts().join(format!("{name}.log"));
            if let Err(error) = std::fs::copy(entry.path(), &to) {
                eprintln!("failed to keep the log {}: {error}", to.display());
            }
        }
    }
}

fn artifacts() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../artifacts")
}

/// Keeps a picture of the whole screen.
fn keep_screen(name: &str) {
    let folder = artifacts();
    let file = folder.join(format!("{name}.png"));
    let kept = std::fs::create_dir_all(&folder)
        .and_then(|()| Command::new("import").args(["-window", "root"]).arg(&file).status());
    match kept {
        Ok(_) => eprintln!("the screen is kept in {}", file.display()),
        Err(error) => eprintln!("failed to keep the screen: {error}"),
    }
}
