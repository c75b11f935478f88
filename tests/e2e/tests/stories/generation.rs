//! What the answer to a generation request tells beside the store: progress, outcomes, refusals
//! (spec C5, H6, H1, H2, U1–U3).

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across a mountain lake";

async fn log_tells(stage: &Stage, text: &str) -> Result<()> {
    until(&format!("the log tells {text:?}"), async || {
        Ok(stage.app().text("log").await?.contains(text).then_some(()))
    })
    .await
}

async fn next_is(stage: &Stage, text: &str) -> Result<()> {
    until(&format!("the panel says {text:?}"), async || {
        let said = "return document.querySelector('.head')?.textContent ?? '';";
        let said = stage.app().sidebar_script(said).await?;
        Ok(said.as_str().is_some_and(|said| said.contains(text)).then_some(()))
    })
    .await
}

/// Where the page shows no percent at all, the bar moves and the layers are exact nonetheless.
#[tokio::test]
async fn c5_layers_are_exact_where_the_page_displays_no_progress() -> Result<()> {
    Stage::play("c5_layers_are_exact_without_a_display", async |stage| {
        let app = stage.app();
        stage.simulator.options(json!({ "progress": "none", "speed_ms": 2000 })).await?;
        // The last progress of each is the first of its layer, and comes shortly before the store's word.
        let script = json!([
            {"kind": "moderated", "at_percent": 88},
            {"kind": "moderated", "at_percent": 25},
            {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        until("the bar moves", async || {
            let percent = app.text("attempt-progress").await?;
            let percent: Option<u32> = percent.trim_end_matches('%').trim_end().parse().ok();
            Ok(percent.filter(|percent| (1..90).contains(percent)))
        })
        .await?;
        app.reads("status", "Success").await?;
        app.unfold("log").await?;
        log_tells(stage, "Moderated at 88%").await?;
        log_tells(stage, "Moderated at 25%").await
    })
    .await
}

/// A page whose storage is full: what the answers tell is checked for a while, and then counts.
#[tokio::test]
async fn h2_where_the_store_is_over_its_quota_the_answers_decide() -> Result<()> {
    Stage::play("a_store_over_its_quota", async |stage| {
        let app = stage.app();
        let script = json!([{"kind": "moderated", "at_percent": 40}, {"kind": "completed"}]);
        stage.simulator.script(script).await?;
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let length = "return sessionStorage.getItem('useMediaStore').length;";
        let length = app.page_script(length).await?["value"].as_u64().unwrap_or_default();
        stage.simulator.options(json!({ "quota": length + 50 })).await?;
        app.fill("prompt", PROMPT).await?;
        app.click("start").await?;
        next_is(stage, "Moderated, confirming with Grok").await?;
        app.reads("retry-count", "0/3").await?;
        assert_eq!(stage.simulator.generations().await?.len(), 1, "c6: one click, nothing more");
        app.unfold("diagnostics").await?;
        let told = "could not write its store";
        until(told, async || Ok(app.text("diagnostics").await?.contains(told).then_some(())))
            .await?;
        // Such a page asks for nothing when it is pressed again (spec H9).
        app.reads("status", "Needs you").await?;
        next_is(stage, "Grok didn't take the click").await?;
        stage.simulator.options(json!({ "quota": 0 })).await?;
        app.click("resume").await?;
        app.reads("status", "Success").await?;
        app.reads("retry-count", "1/3").await?;
        app.reads("videos-count", "1/1").await
    })
    .await
}

async fn waits_and_goes_on(name: &str, script: Value, why: &str, clicks: usize) -> Result<()> {
    Stage::play(name, async |stage| {
        let app = stage.app();
        stage.simulator.script(script).await?;
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Needs you").await?;
        next_is(stage, why).await?;
        let before = stage.simulator.generations().await?.len();
        assert_eq!(before, clicks, "nothing is pressed while it waits");
        app.click("resume").await?;
        app.reads("status", "Success").await?;
        app.reads("videos-count", "1/1").await?;
        until_equal("one click more", &(clicks + 1), async || {
            Ok(stage.simulator.generations().await?.len())
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_missing_sign_in_is_named_and_the_session_waits_for_the_user() -> Result<()> {
    let script = json!([{"kind": "signed_out"}, {"kind": "completed"}]);
    waits_and_goes_on("a_missing_sign_in", script, "signed out of Grok. Sign in", 1).await
}

/// Spec H6: code 7 has four meanings, and a missing sign-in is none of them.
#[tokio::test]
async fn h6_a_refusal_by_grok_is_never_taken_for_a_missing_sign_in() -> Result<()> {
    let script = json!([{"kind": "forbidden"}, {"kind": "completed"}]);
    waits_and_goes_on("a_refusal_by_grok", script, "See what Grok says on the page", 1).await
}

#[tokio::test]
async fn a_check_by_cloudflare_is_named_and_the_session_waits_for_the_user() -> Result<()> {
    let script = json!([{"kind": "check"}, {"kind": "completed"}]);
    waits_and_goes_on("a_check_by_cloudflare", script, "Cloudflare wants to check", 1).await
}

#[tokio::test]
async fn a_retry_that_would_run_with_another_length_waits_where_the_page_shows_no_choice()
-> Result<()> {
    let script = json!([
        {"kind": "moderated", "at_percent": 40, "length_s": 10, "resolution": "720p"},
        {"kind": "moderated", "at_percent": 40, "length_s": 6, "resolution": "720p"},
        {"kind": "completed", "length_s": 10, "resolution": "720p"},
    ]);
    waits_and_goes_on("another_length", script, "length or resolution changed. Set them", 2).await
}

/// Presses the page's choices of these names.
async fn choose(stage: &Stage, names: [&str; 2]) -> Result<()> {
    stage.simulator.options(json!({ "video_settings": "buttons" })).await?;
    let press = format!(
        "const named = (name) => [...document.querySelectorAll('.bar button')].find((one) => one.textContent === name);
         const all = {}.map(named);
         if (all.includes(undefined)) return false;
         for (const one of all) one.click();
         return true;",
        json!(names)
    );
    until("the choices are there", async || {
        Ok(stage.app().page_script(&press).await?["value"].as_bool().filter(|done| *done))
    })
    .await?;
    Ok(())
}

/// Grok falls back to 6 s, for what it makes and for what it would make next; the retry asks for the 10 s
/// that the session began with, without the user.
async fn falls_back_and_is_put_right(choice: &str) -> Result<()> {
    Stage::play(&format!("put_right_by_{choice}"), async |stage| {
        let app = stage.app();
        let script = json!([
            {"kind": "moderated", "at_percent": 40},
            {"kind": "moderated", "at_percent": 40, "length_s": 6, "resolution": "480p"},
            {"kind": "completed"},
        ]);
        stage.simulator.script(script).await?;
        app.open_image(1).await?;
        choose(stage, ["10s", "720p"]).await?;
        stage.simulator.options(json!({ "video_settings": choice })).await?;
        stage.start_session(1, PROMPT).await?;
        app.reads("status", "Success").await?;
        app.reads("retry-count", "2/3").await?;
        let generations = stage.simulator.generations().await?;
        let asked_for: Vec<_> = generations.iter().map(|one| one["wanted"].clone()).collect();
        assert_eq!(asked_for, vec![json!({ "length_s": 10, "resolution": "720p" }); 3]);
        let open = "return document.querySelectorAll('[role=menu]').length;";
        assert_eq!(app.page_script(open).await?["value"], 0, "no menu is left open");
        app.unfold("log").await?;
        log_tells(stage, "6s instead of 10s and 480p instead of 720p. Retake sets it right").await
    })
    .await
}

#[tokio::test]
async fn another_length_is_put_right_by_the_pages_buttons() -> Result<()> {
    falls_back_and_is_put_right("buttons").await
}

#[tokio::test]
async fn another_length_is_put_right_in_the_pages_menu() -> Result<()> {
    falls_back_and_is_put_right("menu").await
}
