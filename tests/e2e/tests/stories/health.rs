//! Health: what is found on the page, and mending what is not by pointing at it.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

async fn outcome_of(stage: &Stage, piece: &str) -> Result<Value> {
    let script =
        format!("return document.querySelector('[data-piece={piece}]')?.dataset.outcome ?? null;");
    stage.app().sidebar_script(&script).await
}

/// Presses the button of a piece that has the user point at it.
async fn point_at(stage: &Stage, piece: &str) -> Result<()> {
    let script =
        format!("document.querySelector('[data-piece={piece}] [data-testid=pick]').click();");
    stage.app().sidebar_script(&script).await.map(drop)
}

#[tokio::test]
async fn a_control_that_is_not_found_is_pointed_at_and_the_session_runs_with_it() -> Result<()> {
    Stage::play("a_control_that_is_not_found", async |stage| {
        stage.simulator.script(json!([{"kind": "completed"}])).await?;
        stage.simulator.options(json!({ "locale": "unknown" })).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.unfold("diagnostics").await?;
        until_equal("the button is missing", &json!("missing"), async || {
            outcome_of(stage, "generate_control").await
        })
        .await?;
        for piece in ["prompt_box", "store", "post"] {
            let seen = async || outcome_of(stage, piece).await;
            until_equal(piece, &json!("found"), seen).await?;
        }

        point_at(stage, "generate_control").await?;
        until("the page waits for the user to point", async || {
            // Each click is swallowed by the pick mode or does nothing but begin a generation: only
            // once it is on is the button clicked.
            let is_on = app.page_script(
                "const button = [...document.querySelectorAll('button')]
                   .find((one) => one.textContent.includes('Mekju vidju'));
                 button.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
                 return getComputedStyle(document.documentElement.lastElementChild).position;",
            );
            Ok((is_on.await?["value"] == json!("fixed")).then_some(()))
        })
        .await?;
        app.page_script(
            "[...document.querySelectorAll('button')]
               .find((one) => one.textContent.includes('Mekju vidju')).click();",
        )
        .await?;
        until_equal("it is found now", &json!("found"), async || {
            outcome_of(stage, "generate_control").await
        })
        .await?;
        assert!(stage.simulator.generations().await?.is_empty(), "pointing is not clicking");

        app.click("told-seen").await?;
        app.fill("prompt", "slow pan across a mountain lake").await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 1);
        app.click("copy-report").await?;
        app.reads("copy-report", "Copied").await
    })
    .await
}
