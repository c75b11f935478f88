//! A session that begins when the user makes a video on Grok's page by hand (spec C22).

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::json;
use thirtyfour::prelude::*;

const PROMPT: &str = "slow pan across a mountain lake";

/// Writes the prompt into the page's own box and presses the page's own button.
async fn make_a_video(stage: &Stage, prompt_box: &str, control: &str) -> Result<()> {
    let page = stage.app().in_page().await?;
    page.find(By::Css(prompt_box)).await?.send_keys(PROMPT).await?;
    until("the page's button can be pressed", async || {
        let Some(control) = page.find_all(By::Css(control)).await?.pop() else { return Ok(None) };
        Ok(control.click().await.is_ok().then_some(()))
    })
    .await
}

/// The user presses once; after a moderated attempt Retake makes the video, with the same prompt.
async fn goes_on_from_the_users_press(
    stage: &Stage,
    prompt_box: &str,
    control: &str,
) -> Result<()> {
    let app = stage.app();
    app.turn_switch("setting-start_at_press").await?;
    app.setting_is("start_at_press", "on").await?;
    let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
    stage.simulator.script(script).await?;
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    make_a_video(stage, prompt_box, control).await?;
    app.reads("retry-count", "1/3").await?;
    app.reads("status", "Success").await?;
    app.reads("videos-count", "1/1").await?;
    let made = stage.simulator.generations().await?;
    let prompts: Vec<_> = made.iter().filter_map(|one| one["prompt"].as_str()).collect();
    assert_eq!(prompts, [PROMPT; 2], "the user's press and one retry");
    app.unfold("log").await?;
    until("the log says who began", async || {
        Ok(app.text("log").await?.contains("Started by you on Grok's page").then_some(()))
    })
    .await
}

#[tokio::test]
async fn c22_the_users_own_press_begins_a_session() -> Result<()> {
    Stage::play("own_press", async |stage| {
        goes_on_from_the_users_press(stage, "textarea", "[aria-label='Make video']").await
    })
    .await
}

#[tokio::test]
async fn c22_the_users_own_press_begins_a_session_on_the_autumn_page() -> Result<()> {
    Stage::play_autumn("own_press_autumn", json!({}), async |stage| {
        let control = "form button[type=submit]:enabled";
        goes_on_from_the_users_press(stage, "form .ProseMirror", control).await
    })
    .await
}
