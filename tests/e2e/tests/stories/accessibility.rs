//! Every view of the sidebar as axe-core sees it, in light and dark.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::json;

async fn is_clean(stage: &Stage, view: &str) -> Result<()> {
    for theme in ["light", "dark"] {
        let app = stage.app();
        let choose = format!("document.documentElement.setAttribute('data-theme', '{theme}');");
        app.sidebar_script(&choose).await?;
        let violations = app.violations().await?;
        assert!(violations.is_empty(), "{view}, {theme}: {violations:#?}");
    }
    Ok(())
}

#[tokio::test]
async fn no_view_of_the_sidebar_has_a_violation() -> Result<()> {
    Stage::play("no_view_of_the_sidebar_has_a_violation", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        app.reads("status", "Idle").await?;
        is_clean(stage, "nothing yet").await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        is_clean(stage, "an image").await?;
        app.click("start").await?;
        app.reads("status", "Running").await?;
        is_clean(stage, "a running session").await?;
        app.reads("status", "Success").await?;
        app.open_card(&image_id(1)).await?;
        until("the card is filled", async || {
            Ok((app.all("attempt", "data-outcome").await?.len() == 2).then_some(()))
        })
        .await?;
        is_clean(stage, "an opened card").await?;
        app.click("forget").await?;
        is_clean(stage, "a question").await?;
        for fold in ["insight", "prompts", "settings", "data", "help", "diagnostics"] {
            app.unfold(fold).await?;
            is_clean(stage, fold).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_is_started_and_stopped_by_the_keyboard() -> Result<()> {
    Stage::play("a_session_is_started_by_the_keyboard", async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        let app = stage.app();
        app.reads("status", "Idle").await?;
        app.press("/").await?;
        let focused = app.sidebar_script("return document.activeElement.dataset.testid;").await?;
        assert_eq!(focused, json!("history-search"));
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.press_with_control(thirtyfour::Key::Enter).await?;
        app.reads("status", "Running").await?;
        app.press_with_control('.').await?;
        app.reads("status", "Cancelled").await
    })
    .await
}
