//! The main views, compared with pictures that somebody looked at.

use anyhow::Result;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

/// An export of three images with some history, so many days old that no text changes meanwhile: from a week
/// on, a date would stand there.
fn three_images() -> Result<String> {
    let now = i64::try_from(std::time::UNIX_EPOCH.elapsed()?.as_millis())?;
    let outcomes: [(&str, i64, &[&str]); 3] = [
        ("mountain lake at dawn", 3, &["moderated", "moderated", "completed"]),
        ("lighthouse on a calm coast", 5, &["completed", "completed"]),
        ("a very long prompt about sand dunes in the evening light with a caravan", 6, &["failed"]),
    ];
    let images = (1..).zip(outcomes).map(|(number, (prompt, days, outcomes))| {
        image(number, prompt, now - days * DAY - DAY / 2, outcomes)
    });
    let images: Vec<Value> = images.collect();
    Ok(json!({ "format": "retake-history", "version": 1, "images": images }).to_string())
}

fn image(number: i64, prompt: &str, at: i64, outcomes: &[&str]) -> Value {
    let media_id = format!("{number:08}-cccc-4ccc-8ccc-000000000001");
    let count = |outcome: &str| outcomes.iter().filter(|one| **one == outcome).count();
    let outcome = if count("completed") > 0 { "success" } else { "cancelled" };
    let session = json!({
        "session_id": number, "media_id": media_id, "prompt": "slow pan across the picture",
        "max_retries": 3, "video_goal": count("completed").max(1), "outcome": outcome, "current_post_id": null,
        "started_at": at, "ended_at": at + 60_000, "last_failure_time": null,
        "counters": {
            "moderated": count("moderated"), "failed": count("failed"),
            "videos_generated": count("completed"), "layer1_failures": 0,
            "layer2_failures": count("moderated"), "layer3_failures": count("failed"),
        },
    });
    let attempts: Vec<Value> = (0..)
        .zip(outcomes)
        .map(|(place, outcome)| {
            let id = format!("{media_id}-{place}");
            let is_failure = *outcome != "completed";
            let began = at + place * 12_000 + 1_000;
            json!({
                "media_id": media_id, "attempt_id": id, "aliases": [id], "outcome": outcome,
                "unknown_status": null, "prompt": "slow pan across the picture", "video_url": null,
                "thumbnail_url": null, "create_time": began, "length_seconds": 6.0,
                "resolution": "480p", "mode": "custom", "percent": is_failure.then_some(40),
                "layer": is_failure.then_some("2"), "layer_source": is_failure.then_some("seen"),
                "first_seen_at": began, "ended_at": began + 9_000, "seen_in": number,
                "counted": { "session_id": number, "position": place },
            })
        })
        .collect();
    let actions: Vec<Value> = (0..)
        .zip(outcomes)
        .map(|(place, _)| {
            let due = at + place * 12_000;
            json!({
                "action_id": number * 10 + place, "session_id": number, "media_id": media_id,
                "kind": if place == 0 { "first" } else { "retry" },
                "prompt": "slow pan across the picture", "due_at": due, "issued_at": due,
                "answered_at": due, "state": "clicked", "refusal": null,
            })
        })
        .collect();
    json!({
        "image": {
            "media_id": media_id, "original_prompt": prompt, "prompt": null, "image_url": null,
            "width": 784, "height": 1168, "create_time": at, "first_seen_at": at,
        },
        "preferences": null, "posts": [], "sessions": [session], "attempts": attempts,
        "actions": actions, "log": [],
    })
}

/// The view in both themes.
async fn looks_as_before(stage: &Stage, view: &str) -> Result<()> {
    let app = stage.app();
    for theme in ["light", "dark"] {
        // Without the focus, whose ring comes and goes with the window's.
        let choose = format!(
            "document.documentElement.setAttribute('data-theme', '{theme}');
             document.activeElement?.blur();"
        );
        app.sidebar_script(&choose).await?;
        app.looks_as_before(&format!("{view}-{theme}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_main_views_look_as_when_they_were_last_looked_at() -> Result<()> {
    Stage::play("the_main_views_look", async |stage| {
        let app = stage.app();
        app.reads("status", "Idle").await?;
        looks_as_before(stage, "first-run").await?;

        let file = stage.launch.data_dir.join("three.json");
        std::fs::write(&file, three_images()?)?;
        app.unfold("data").await?;
        app.choose_file("import", &file).await?;
        let ids = async || Ok(app.all("image-card", "data-media-id").await?.len());
        until_equal("the images are imported", &3, ids).await?;
        app.click("told-seen").await?;
        app.unfold("history").await?;
        looks_as_before(stage, "history").await?;

        for fold in ["statistics", "prompts", "settings", "help"] {
            app.unfold(fold).await?;
            if fold == "settings" {
                app.click("section-look").await?;
            }
            until(fold, async || Ok((app.text(fold).await?.len() > 60).then_some(()))).await?;
            looks_as_before(stage, fold).await?;
        }
        app.open_card("00000001-cccc-4ccc-8ccc-000000000001").await?;
        until_equal("its attempts are there", &3, async || {
            Ok(app.all("attempt", "data-outcome").await?.len())
        })
        .await?;
        app.sidebar_script("document.querySelector('[data-testid=image-card]').scrollIntoView();")
            .await?;
        looks_as_before(stage, "image").await?;

        app.open_image(1).await?;
        app.reads("image-id", &retake_e2e::page::image_id(1)).await?;
        app.unfold("make").await?;
        its_picture_has_come(stage).await?;
        looks_as_before(stage, "panel").await
    })
    .await
}

async fn its_picture_has_come(stage: &Stage) -> Result<()> {
    until("its picture has come", async || {
        let width = "return document.querySelector('img.head-picture')?.naturalWidth ?? 0;";
        let width = stage.app().sidebar_script(width).await?;
        Ok(width.as_u64().filter(|width| *width > 0))
    })
    .await
    .map(drop)
}

/// The same view where text runs from right to left (spec L7).
#[tokio::test]
async fn l7_the_panel_looks_in_arabic_as_when_it_was_last_looked_at() -> Result<()> {
    Stage::play("l7_the_panel_looks_in_arabic", async |stage| {
        stage.launch.settings.push("language=ar".to_owned());
        stage.restart().await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &retake_e2e::page::image_id(1)).await?;
        its_picture_has_come(stage).await?;
        app.sidebar_script("document.activeElement?.blur();").await?;
        app.looks_as_before("panel-arabic").await
    })
    .await
}
