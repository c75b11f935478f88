//! The stand-in for grok.com, and its scripting.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::child::Process;

/// A running simulator.
#[derive(Debug)]
pub struct Simulator {
    /// Its address, without a slash at the end.
    pub url: String,
    client: reqwest::Client,
    _process: Process,
}

/// The simulator's folder, with its packages.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("RETAKE_SIM").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../grok-sim"),
        PathBuf::from,
    )
}

impl Simulator {
    /// Starts one on a free port.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("node");
        command.arg(folder().join("server/main.mjs"));
        command.args(["--port", "0", "--until-stdin-closes"]);
        let mut process = Process::start("the simulator", &mut command)?;
        let mut line = String::new();
        BufReader::new(process.output()?).read_line(&mut line)?;
        let ready: Value = serde_json::from_str(&line)
            .with_context(|| format!("the simulator did not say where it is: {line:?}"))?;
        let url = ready["url"].as_str().context("the simulator named no url")?;
        let url = url.trim_end_matches('/').to_owned();
        Ok(Self { url, client: reqwest::Client::new(), _process: process })
    }

    /// Lines up what the next generations come to, such as `{"kind":"moderated","at_percent":40}`.
    pub async fn script(&self, outcomes: Value) -> Result<()> {
        self.post("script", json!({ "outcomes": outcomes })).await
    }

    /// Lines up how the next downloads of a video are answered, such as `breaks_off`.
    pub async fn answer_videos(&self, answers: &[&str]) -> Result<()> {
        self.post("videos", json!({ "answers": answers })).await
    }

    /// How many downloads of videos there were.
    pub async fn video_downloads(&self) -> Result<u64> {
        self.state().await?["video_downloads"].as_u64().context("it told no downloads")
    }

    /// How often it served a page's document.
    pub async fn documents(&self) -> Result<u64> {
        self.state().await?["documents"].as_u64().context("it told no documents")
    }

    /// The video of the gallery's image `name`, as the page's player gets it.
    pub async fn video(&self, name: &str) -> Result<Vec<u8>> {
        let url = format!("{}/assets/{name}.mp4?cache=1", self.url);
        Ok(self.client.get(url).send().await?.error_for_status()?.bytes().await?.to_vec())
    }

    /// Sets options such as `speed_ms`.
    pub async fn options(&self, options: Value) -> Result<()> {
        self.post("options", options).await
    }

    /// Has the page's store hold favourites of about so many bytes.
    pub async fn favorites(&self, bytes: u32) -> Result<()> {
        self.post("page", json!({ "do": "favorites_bytes", "bytes": bytes })).await
    }

    /// Every generation that was ever started, oldest first.
    pub async fn generations(&self) -> Result<Vec<Value>> {
        let state = self.state().await?;
        let generations = state["generations"].as_array();
        Ok(generations.context("the simulator told no generations")?.clone())
    }

    /// All that the simulator reports about itself.
    pub async fn state(&self) -> Result<Value> {
        Ok(self.client.get(format!("{}/sim/state", self.url)).send().await?.json().await?)
    }

    /// Has the page do something, such as `{"do":"clear_store"}`.
    pub async fn page(&self, what: Value) -> Result<()> {
        self.post("page", what).await
    }

    async fn post(&self, to: &str, body: Value) -> Result<()> {
        let answer = self.client.post(format!("{}/sim/{to}", self.url)).json(&body).send().await?;
        answer.error_for_status().with_context(|| format!("the simulator refused {to} {body}"))?;
        Ok(())
    }
}
