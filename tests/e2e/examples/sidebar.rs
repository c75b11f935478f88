//! How soon the sidebar shows something, how soon an update reaches its document, and how it scrolls:
//! in the built app. Needs a display, as the tests do. An argument names a data folder to scroll in:
//! `retake-benches make-up FOLDER/retake.db` fills one with 100,000 images.
//!
//! Figures to quote and no test: nothing fails when they are bad.

use std::path::PathBuf;

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const STARTS: usize = 10;
const SAMPLES: u32 = 50;

/// Notes how long after its arrival each update of the engine changes the document. An arriving message
/// is first of all written as JSON, which is where it can be noticed from outside.
const WATCH: &str = "
    window.delays = [];
    const own = JSON.stringify;
    let arrived = null;
    new MutationObserver(() => {
      if (arrived !== null) window.delays.push(performance.now() - arrived);
      arrived = null;
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    JSON.stringify = (value, ...rest) => {
      if (value?.message?.type === 'state') arrived = performance.now();
      return own(value, ...rest);
    };
    return true;";

/// Scrolls on by most of a page in each frame, and notes how long the frames take and how many rows
/// are in the document.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const list = document.querySelector('#panel-history');
    const frames = [];
    let rows = 0;
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      rows = Math.max(rows, document.querySelectorAll('[data-testid=image-card]').length);
      if (frames.length > 300) return done({ frames, rows, at: list.scrollTop });
      list.scrollBy(0, 600);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);";

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    Stage::play("sidebar", async |stage| {
        first_paint(stage).await?;
        updates(stage).await?;
        if let Some(folder) = folder {
            stage.launch.data_dir = folder;
            stage.restart().await?;
            scrolling(stage).await?;
        }
        Ok(())
    })
    .await
}

async fn first_paint(stage: &mut Stage) -> Result<()> {
    let mut samples = Vec::new();
    for _ in 0..STARTS {
        stage.restart().await?;
        stage.app().reads("status", "Idle").await?;
        let script =
            "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;";
        let painted = until("the sidebar was painted", async || {
            Ok(stage.app().sidebar_script(script).await?.as_f64())
        });
        samples.push(painted.await?);
    }
    print("first paint after the start of loading", samples);
    Ok(())
}

async fn updates(stage: &Stage) -> Result<()> {
    let app = stage.app();
    let outcomes = vec![json!({ "kind": "completed" }); SAMPLES as usize];
    stage.simulator.script(Value::Array(outcomes)).await?;
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    app.fill("video-goal", "20").await?;
    app.sidebar_script(WATCH).await?;
    app.click("start").await?;
    let delays = until("enough updates came", async || {
        let delays = app.sidebar_script("return window.delays;").await?;
        let delays: Vec<f64> =
            delays.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        Ok((delays.len() >= SAMPLES as usize).then_some(delays))
    });
    print("update to document", delays.await?);
    app.click("stop").await
}

async fn scrolling(stage: &Stage) -> Result<()> {
    let app = stage.app();
    until("the history is there", async || {
        Ok((!app.all("image-card", "data-media-id").await?.is_empty()).then_some(()))
    })
    .await?;
    app.unfold("history").await?;
    let answer = app.in_sidebar().await?.execute_async(SCROLL, Vec::new()).await?;
    let answer = answer.json().clone();
    let frames = answer["frames"].as_array().context("frames")?;
    print("a frame while scrolling", frames.iter().filter_map(Value::as_f64).collect());
    println!("at most {} rows in the document, scrolled to {}", answer["rows"], answer["at"]);
    Ok(())
}

fn print(what: &str, mut samples: Vec<f64>) {
    samples.sort_by(f64::total_cmp);
    let at = |part: usize| samples[samples.len() * part / 100];
    println!(
        "{what}, {} samples: median {:.1} ms, 95th percentile {:.1} ms, longest {:.1} ms",
        samples.len(),
        at(50),
        at(95),
        samples[samples.len() - 1]
    );
}
