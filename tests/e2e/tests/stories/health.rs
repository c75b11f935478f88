//! Health: what is found on the page, and mending what is not by pointing at it (spec P1, P2).

use std::process::Command;

use anyhow::{Context, Result};
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
        for piece in ["prompt_box", "store", "post", "toasts"] {
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
        app.click("look-again").await?;
        let stream = async || outcome_of(stage, "stream").await;
        until_equal("the stream was read", &json!("found"), stream).await?;
        let progress = "return document.querySelector('[data-piece=progress]').textContent;";
        let progress = app.sidebar_script(progress).await?;
        let progress = progress.as_str().unwrap_or_default();
        assert!(progress.contains("Not found (last seen now)"), "{progress}");
        app.click("copy-report").await?;
        app.reads("copy-report", "Copied").await
    })
    .await
}

/// A recording begun in the middle of a run, from the sidebar, holds what `retake replay` needs.
#[tokio::test]
async fn f6_a_session_is_recorded_from_the_sidebar_and_replayed() -> Result<()> {
    Stage::play("f_a_session_is_recorded", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.fill("max-retries", "7").await?;
        app.unfold("diagnostics").await?;
        app.click("record").await?;
        app.reads("record", "Stop recording").await?;
        app.fill("prompt", "slow pan across a mountain lake").await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        app.click("record").await?;
        app.reads("record", "Record a bug report").await?;

        let folder = stage.launch.data_dir.join("recordings");
        let file = std::fs::read_dir(&folder)?.next().context("no recording")??.path();
        let replay = Command::new(retake_e2e::app::binary())
            .args(["replay", "--setting", "cooldown_ms=700"])
            .arg(&file)
            .output()?;
        let said = String::from_utf8_lossy(&replay.stderr);
        let report: Value =
            serde_json::from_slice(&replay.stdout).with_context(|| format!("{said}"))?;
        let session = &report["sessions"][0];
        assert_eq!(session["outcome"], "success", "{report}");
        assert_eq!(session["failures"], 1, "{report}");
        assert_eq!(session["layer2_failures"], 1, "{report}");
        assert_eq!(session["max_retries"], 7, "what the user had set is part of it: {report}");
        Ok(())
    })
    .await
}
