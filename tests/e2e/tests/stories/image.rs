//! One image in the history (spec D3): what is known of it, and what can be done from there.

use anyhow::Result;
use retake_e2e::Stage;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use serde_json::json;

const PROMPT: &str = "slow pan across a mountain lake";

#[tokio::test]
async fn d3_an_opened_image_tells_its_attempts_what_was_decided_and_why() -> Result<()> {
    Stage::play("d3_an_opened_image", async |stage| {
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        app.open_card(&image_id(1)).await?;

        app.reads("image-rate", "50%").await?;
        app.reads("bounds", "1 video, up to 3 retries, auto-retry on").await?;
        let steps = "return [...document.querySelectorAll('.timeline > li')].map((step) =>
            step.dataset.testid ?? step.querySelector('[data-testid=attempt]').dataset.outcome);";
        let expected = json!(["completed", "decision", "moderated", "decision"]);
        until_equal("the time line", &expected, async || app.sidebar_script(steps).await).await?;
        let told = app.sidebar_script(
            "return [...document.querySelectorAll('[data-testid=decision]')].map((one) => one.textContent);",
        );
        let told = told.await?.to_string();
        assert!(told.contains("Clicked: first attempt"), "{told}");
        assert!(told.contains("Clicked: retry"), "{told}");
        assert!(told.contains("after a pause of"), "why it was clicked then: {told}");
        let posts = app.text("posts").await?;
        for attempt in app.all("attempt", "data-attempt-id").await? {
            assert!(posts.contains(&attempt), "each attempt had a post of its own: {posts}");
        }

        app.click("copy-original-prompt").await?;
        app.reads("copy-original-prompt", "Copied").await
    })
    .await
}

#[tokio::test]
async fn c13_a_session_is_resumed_from_the_history_of_an_image_that_the_page_does_not_show()
-> Result<()> {
    Stage::play("c13_resumed_from_the_history", async |stage| {
        stage.simulator.script(json!([{"kind": "rate_limited"}])).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Rate limited").await?;
        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        stage.simulator.script(json!([{"kind": "completed"}])).await?;

        app.open_card(&image_id(1)).await?;
        app.click("resume-image").await?;
        app.reads("image-id", &image_id(1)).await?;
        app.reads("status", "Success").await?;
        let sessions = async || app.all("session", "data-outcome").await;
        let both = ["success", "rate_limited"].map(str::to_owned).to_vec();
        until_equal("a second session goes on with the first", &both, sessions).await
    })
    .await
}
