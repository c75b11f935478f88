//! The list of prompts: the results of each, and those that the user keeps (spec Q1–Q3).

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::json;
use thirtyfour::Key;

const PROMPT: &str = "slow pan across a mountain lake";

#[tokio::test]
async fn d3_a_prompt_that_was_used_is_kept_named_found_and_used_again() -> Result<()> {
    Stage::play("d3_a_prompt_that_was_used", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        app.unfold("prompts").await?;
        until("the list says how it ended", async || {
            let row = app.text("prompt-row").await?;
            Ok((row.contains(PROMPT) && row.contains("1 of 2 attempts")).then_some(()))
        })
        .await?;

        app.click("keep-prompt").await?;
        let kept = async || app.all("keep-prompt", "aria-pressed").await;
        until_equal("it is kept", &vec!["true".to_owned()], kept).await?;
        app.click("name-prompt").await?;
        app.fill("prompt-name-input", &format!("the lake{}", Key::Enter.value())).await?;
        app.reads("prompt-name", "the lake").await?;
        app.fill("prompt-search", "nothing like it").await?;
        let none: Vec<String> = Vec::new();
        let rows = async || app.all("prompt-row", "class").await;
        until_equal("nothing matches", &none, rows).await?;
        app.fill("prompt-search", "the la").await?;
        app.reads("prompt-name", "the lake").await?;

        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        assert_eq!(app.value("prompt").await?, "");
        app.click("use-prompt").await?;
        until("the prompt stands in the box", async || {
            Ok((app.value("prompt").await? == PROMPT).then_some(()))
        })
        .await?;

        app.click("export-prompts").await?;
        until("the file is named", async || {
            Ok(app.text("told").await?.contains("prompts-").then_some(()))
        })
        .await?;
        app.fill("prompt-search", "mountain").await?;
        app.click("keep-prompt").await?;
        until_equal("it is no longer kept", &vec!["false".to_owned()], kept).await
    })
    .await
}
