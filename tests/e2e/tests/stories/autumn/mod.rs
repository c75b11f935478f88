//! The main job on Grok's page of autumn 2026 (spec H): with each source missing in turn, and with every
//! form of the page's requests and answers.

mod left_alone;
mod versions;

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{App, Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across a mountain lake";

/// The main job, with each click for a video of the image.
async fn the_main_job(stage: &Stage, image: u32) -> Result<()> {
    let made = stage.main_job(image, PROMPT).await?;
    let images: Vec<_> = made.iter().filter_map(|one| one["media_id"].as_str()).collect();
    assert_eq!(images, [image_id(image).as_str(); 3], "c9: each of the image");
    Ok(())
}

async fn forbidden_presses(stage: &Stage) -> Result<Value> {
    Ok(stage.simulator.state().await?["forbidden_presses"].clone())
}

#[tokio::test]
async fn h_the_main_job_on_the_autumn_page() -> Result<()> {
    Stage::play_autumn("autumn_main_job", json!({}), async |stage| {
        the_main_job(stage, 1).await?;
        let app = stage.app();
        app.open_card(&image_id(1)).await?;
        let outcomes = async || app.all("attempt", "data-outcome").await;
        let newest_first = ["completed", "moderated", "moderated"].map(str::to_owned).to_vec();
        until_equal("the card lists the attempts", &newest_first, outcomes).await?;
        assert_eq!(forbidden_presses(stage).await?, json!(0));
        app.unfold("diagnostics").await?;
        until("h11: Health tells what told of the last videos", async || {
            Ok((app.all("generation", "class").await?.len() == 3).then_some(()))
        })
        .await
    })
    .await
}

/// Each on an image of its own, one after another in one app.
async fn family(name: &str, variants: Vec<Value>) -> Result<()> {
    Stage::play_autumn(name, json!({}), async |stage| {
        stage.app().reads("status", "Idle").await?;
        for (image, variant) in (1..).zip(variants) {
            stage.simulator.options(variant.clone()).await?;
            let done = the_main_job(stage, image).await;
            done.with_context(|| format!("the variant {variant}"))?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn h_the_main_job_with_each_source_missing() -> Result<()> {
    family(
        "autumn_each_source_missing",
        vec![
            json!({"store": "absent"}),
            json!({"store": "session"}),
            json!({"store": "stale"}),
            json!({"store": "memory", "passive": false}),
            json!({"passive": true, "progress": "none"}),
            json!({"progress": "pill", "toast": "off"}),
        ],
    )
    .await
}

#[tokio::test]
async fn h3_the_main_job_with_a_conversation_s_id_for_a_post_or_a_key() -> Result<()> {
    family(
        "autumn_conversations",
        vec![
            json!({"address": "auto", "nesting": "auto", "container": "conversation"}),
            json!({"path_id": "conversation", "container": "image"}),
        ],
    )
    .await
}

async fn two_videos_of_one_press(name: &str, options: Value) -> Result<()> {
    Stage::play_autumn(name, options, async |stage| {
        let script = json!([
            {"kind": "moderated", "at_percent": 40}, {"kind": "moderated", "at_percent": 40},
            {"kind": "completed"}, {"kind": "moderated", "at_percent": 90},
        ]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Success").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("videos-count", "1/1").await?;
        let presses = stage.simulator.state().await?["presses"].clone();
        assert_eq!(presses.as_array().map(Vec::len), Some(2), "one press for each try: {presses}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn h5_two_requests_of_one_press_are_one_try() -> Result<()> {
    two_videos_of_one_press("autumn_two_requests", json!({ "requests_per_press": 2 })).await
}

#[tokio::test]
async fn h5_two_videos_of_one_answer_are_one_try() -> Result<()> {
    two_videos_of_one_press("autumn_side_by_side", json!({ "side_by_side": 2 })).await
}

/// Starts a session, which `limit` ends.
async fn ends_by_a_limit(stage: &Stage, image: u32, limit: &Value) -> Result<()> {
    stage.simulator.script(json!([limit])).await?;
    stage.start_session(image, PROMPT).await?;
    let app = stage.app();
    app.reads("status", "Rate limited").await?;
    app.reads("retry-count", "0/3").await
}

/// The sidebar tells when a limit ends, today or tomorrow.
async fn tells_when_more_comes(app: &App, time: &str) -> Result<()> {
    until("the end of the limit is shown", async || {
        let line = app.text("allowance").await?;
        let is_it = line.starts_with("Grok makes more videos ") && line.ends_with(time);
        Ok(is_it.then_some(()))
    })
    .await
}

#[tokio::test]
async fn c11_every_form_of_a_limit_ends_the_session_and_its_time_is_shown() -> Result<()> {
    Stage::play_autumn("autumn_limits", json!({"quota_poll_s": 0}), async |stage| {
        let kinds =
            ["limit_toast", "limit_in_200", "limit_top_level", "limit_as_text", "heavy_usage"];
        let app = stage.app();
        for (image, kind) in (1..).zip(kinds) {
            let limit = json!({ "kind": kind, "until": "Available again at 6:01 PM." });
            ends_by_a_limit(stage, image, &limit).await.with_context(|| kind.to_owned())?;
            tells_when_more_comes(app, "at 06:01 PM.").await?;
        }
        let in_an_hour = json!({ "kind": "rate_limited", "retry_after_s": 3600 });
        ends_by_a_limit(stage, 6, &in_an_hour).await?;
        tells_when_more_comes(app, "").await?;
        ends_by_a_limit(stage, 7, &json!({ "kind": "rate_limited_plain" })).await?;
        app.reads("allowance", "").await?;
        let made = stage.simulator.generations().await?.len();
        assert_eq!(made, 7, "nothing is pressed after a limit");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c11_the_composer_s_gauge_ends_the_session_and_its_time_is_shown() -> Result<()> {
    Stage::play_autumn("autumn_gauge", json!({"quota_poll_s": 0}), async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}])).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Running").await?;
        stage.simulator.options(json!({"gauge": "always"})).await?;
        app.reads("status", "Rate limited").await?;
        tells_when_more_comes(app, "at 06:01 PM.").await
    })
    .await
}

#[tokio::test]
async fn h6_a_refusal_has_the_session_wait_with_grok_s_own_words() -> Result<()> {
    Stage::play_autumn("autumn_refusals", json!({}), async |stage| {
        stage.simulator.script(json!([{"kind": "anti_bot"}, {"kind": "completed"}])).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Needs you").await?;
        until("the words of Grok stand there", async || {
            let panel = app.in_sidebar().await?.source().await?;
            Ok(panel.contains("rejected by anti-bot rules").then_some(()))
        })
        .await?;
        app.reads("retry-count", "0/3").await
    })
    .await
}

#[tokio::test]
async fn b3_a_session_goes_on_from_image_to_video_to_image() -> Result<()> {
    let options = json!({ "after": "video", "query": "never" });
    Stage::play_autumn("autumn_continuity", options, async |stage| {
        let script = json!([
            {"kind": "completed"}, {"kind": "moderated", "at_percent": 40}, {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        let app = stage.app();
        app.open_image(2).await?;
        app.reads("image-id", &image_id(2)).await?;
        app.fill("video-goal", "2").await?;
        app.fill("prompt", PROMPT).await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        app.reads("videos-count", "2/2").await?;
        app.reads("image-id", &image_id(2)).await?;
        assert_eq!(forbidden_presses(stage).await?, json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn c14_a_session_is_stopped_resumed_and_outlives_a_restart() -> Result<()> {
    Stage::play_autumn("autumn_stop_and_restart", json!({}), async |stage| {
        stage.simulator.script(json!([{"kind": "hang"}, {"kind": "completed"}])).await?;
        stage.start_session(1, PROMPT).await?;
        let app = stage.app();
        app.reads("status", "Running").await?;
        until("it is being made", async || {
            Ok(app.text("activity").await?.contains("Generating").then_some(()))
        })
        .await?;
        app.click("stop").await?;
        app.reads("status", "Cancelled").await?;
        stage.give_up_presses_after(8_000);
        stage.restart().await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.click("resume").await?;
        app.reads("status", "Success").await
    })
    .await
}

#[tokio::test]
async fn m1_the_queue_goes_over_three_images() -> Result<()> {
    Stage::play_autumn("autumn_queue", json!({}), async |stage| {
        let app = stage.app();
        for image in 1..=3 {
            app.open_image(image).await?;
            app.reads("image-id", &image_id(image)).await?;
            app.fill("prompt", PROMPT).await?;
            app.click("enqueue").await?;
        }
        until("all three have a video", async || {
            let generations = stage.simulator.generations().await?;
            let mut images: Vec<&str> =
                generations.iter().filter_map(|one| one["media_id"].as_str()).collect();
            images.sort_unstable();
            images.dedup();
            Ok((images.len() == 3).then_some(()))
        })
        .await
    })
    .await
}

/// What the page offers beside making a video of the image is never pressed, and what the user makes by
/// it counts nowhere.
#[tokio::test]
async fn a9_what_the_user_makes_by_himself_is_left_alone() -> Result<()> {
    Stage::play_autumn("autumn_left_alone", json!({ "after": "stays" }), async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let elsewhere = json!({"do": "elsewhere", "media_id": image_id(1), "kind": "completed"});
        stage.simulator.page(elsewhere).await?;
        the_main_job(stage, 2).await?;
        assert_eq!(forbidden_presses(stage).await?, json!(0));
        Ok(())
    })
    .await
}
