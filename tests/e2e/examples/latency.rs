//! How long a change of the page's store takes to the changed number in the sidebar: the median
//! and the 95th percentile of 50, in the built app. Needs a display, as the tests do.
//!
//! A figure to quote and no test: nothing fails when it is slow. It writes stores of its own into
//! the page, each with one more finished video, and reads the clock that both webviews share.

use std::time::Duration;

use anyhow::{Context, Result};
use retake_e2e::Stage;
use retake_e2e::page::image_id;
use serde_json::{Value, json};

const SAMPLES: u32 = 50;

/// The page script reads the store at most four times a second: a change sooner than that after
/// the one before would measure the wait.
const APART: Duration = Duration::from_millis(400);

/// Writes a store with `count` finished videos, and answers when.
fn write_store(media_id: &str, count: u32) -> String {
    let videos: Vec<Value> = (1..=count)
        .map(|number| json!({ "id": format!("v{number}"), "status": "completed" }))
        .collect();
    let store = json!({ "state": {
        "videoByMediaId": { media_id: videos },
        "imageByMediaId": { media_id: [{ "id": media_id, "prompt": "a mountain lake" }] },
    }, "version": 1 });
    format!(
        "const at = performance.timeOrigin + performance.now();
         sessionStorage.setItem('useMediaStore', JSON.stringify({store}));
         return at;"
    )
}

#[tokio::main]
async fn main() -> Result<()> {
    Stage::play("latency", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        let media_id = image_id(1);
        app.reads("image-id", &media_id).await?;
        let mut samples = Vec::new();
        for count in 1..=SAMPLES {
            tokio::time::sleep(APART).await;
            app.note_when_a_card_says(&format!("{count} video")).await?;
            let written = app.page_script(&write_store(&media_id, count)).await?;
            let written = written["value"].as_f64().context("the page told no time")?;
            let seen = app.noted_at().await?;
            samples.push(seen - written);
        }
        samples.sort_by(f64::total_cmp);
        let at = |part: usize| samples[samples.len() * part / 100];
        println!(
            "store change to sidebar, {SAMPLES} samples: median {:.0} ms, 95th percentile {:.0} ms",
            at(50),
            at(95)
        );
        Ok(())
    })
    .await
}
