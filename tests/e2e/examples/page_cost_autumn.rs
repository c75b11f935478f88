//! What the page script costs the page of autumn 2026, in the real webview: for a request for a video with
//! its answer's beginning, for each frame of that answer, and for an answer that the page fetches. Each is
//! asked for as the page does, once under its own path and once under one that nobody watches, which
//! is taken off. Needs a display, as the tests do; `cargo xtask bench` brings one.
//!
//! A figure to quote and no test: nothing fails when it is slow.

use anyhow::Result;
use retake_e2e::Stage;
use retake_e2e::page::image_id;
use retake_e2e::page_thread::{cost, page_process};
use serde_json::json;

/// How often each is asked for.
const TIMES: u32 = 40;
/// Frames of an answer that the simulator writes: of its progress, and its end.
const FRAMES: u32 = 13;
/// What one of them may cost at most, in ms.
const MOST_MS: f64 = 0.5;
/// How often each script runs, watched and not.
const ROUNDS: u32 = 6;
/// A path that nobody watches, with the same answers.
const QUIET: &str = "/sim/quiet";

/// Asks for `TIMES` videos, and reads each answer to its end as the page does.
fn videos(prefix: &str) -> String {
    let image = image_id(1);
    let body = json!({
        "modelName": "imagine-video-gen", "message": "slow pan --mode=custom", "enableSideBySide": true,
        "responseMetadata": {"experiments": [], "modelConfigOverride": {"modelMap": {}}},
        "mediaGenInput": {"imageToVideo": {
            "prompt": "slow pan", "inputAssets": [image], "aspectRatio": "2:3", "duration": 6,
            "resolutionName": "480p", "mode": "custom",
        }},
        "kind": "CONVERSATION_KIND_IMAGINE",
    });
    format!(
        "for (let n = 0; n < {TIMES}; n += 1) {{
           const answer = await fetch('{prefix}/rest/app-chat/conversations/new', {{
             method: 'POST', headers: {{ 'content-type': 'application/json' }}, body: JSON.stringify({body}) }});
           const reader = answer.body.getReader();
           while (!(await reader.read()).done);
           await new Promise((done) => setTimeout(done, 20));
         }}
         return 1;"
    )
}

/// Fetches the page's list of files `TIMES` times.
fn lists(prefix: &str) -> String {
    format!(
        "for (let n = 0; n < {TIMES}; n += 1) {{
           const answer = await fetch('{prefix}/rest/assets?pageSize=40&orderBy=ORDER_BY_CREATE_TIME');
           await answer.json();
           await new Promise((done) => setTimeout(done, 20));
         }}
         return 1;"
    )
}

/// What one of them costs with the page script, beyond what it costs without, in ms: the least of all rounds
/// but the first, in which the page's code is made fast.
async fn beyond(stage: &Stage, process: u32, script: impl Fn(&str) -> String) -> Result<f64> {
    let [mut watched, mut bare] = [f64::MAX; 2];
    for round in 0..ROUNDS {
        let one = cost(stage, process, &script(QUIET)).await?;
        let other = cost(stage, process, &script("")).await?;
        if round > 0 {
            (bare, watched) = (bare.min(one), watched.min(other));
        }
    }
    Ok((watched - bare) / f64::from(TIMES))
}

#[tokio::main]
async fn main() -> Result<()> {
    Stage::play_autumn("page_cost_autumn", json!({ "store": "absent" }), async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let process = page_process(stage).await?;
        stage.simulator.options(json!({ "speed_ms": 130 })).await?;
        let list = beyond(stage, process, lists).await?;
        println!("an answer that the page fetches costs {list:.2} ms (at most {MOST_MS})");
        let refused = vec![json!({"kind": "rate_limited"}); usize::try_from(2 * ROUNDS * TIMES)?];
        stage.simulator.script(json!(refused)).await?;
        let request = beyond(stage, process, videos).await?;
        println!("a request with a refusal for an answer costs {request:.2} ms");
        stage.simulator.script(json!([])).await?;
        let video = beyond(stage, process, videos).await?;
        println!(
            "a request with an answer of {FRAMES} frames costs {video:.2} ms: {:.2} ms a frame (at most \
             {MOST_MS}), where a message to the backend is most of it",
            (video - request) / f64::from(FRAMES)
        );
        Ok(())
    })
    .await
}
