//! The history with many images (spec D5): found, sorted, filtered, and scrolled without a gap.

use anyhow::Result;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

const IMAGES: u32 = 600;

fn media_id(number: u32) -> String {
    format!("{number:08}-cccc-4ccc-8ccc-000000000001")
}

/// An export of many images: each is one minute older than the one before, every tenth has two
/// videos, and the others have a moderated attempt.
fn many_images() -> String {
    let images: Vec<Value> = (0..IMAGES)
        .map(|number| {
            let media_id = media_id(number);
            let at = 1_700_000_000_000_i64 - i64::from(number) * 60_000;
            let outcomes =
                if number % 10 == 0 { vec!["completed", "completed"] } else { vec!["moderated"] };
            let attempts: Vec<Value> = (0..)
                .zip(outcomes)
                .map(|(one, outcome)| {
                    let id = format!("{media_id}-{one}");
                    json!({
                        "media_id": media_id, "attempt_id": id, "aliases": [id],
                        "outcome": outcome, "unknown_status": null,
                        "prompt": "slow pan across a mountain lake", "video_url": null,
                        "thumbnail_url": null, "create_time": at, "length_seconds": 6.0,
                        "resolution": null, "mode": null, "percent": null, "layer": null,
                        "layer_source": null, "first_seen_at": at, "ended_at": at,
                        "seen_in": null, "counted": null,
                    })
                })
                .collect();
            json!({
                "image": {
                    "media_id": media_id, "original_prompt": format!("lake number {number}"),
                    "prompt": null, "image_url": null, "width": null, "height": null,
                    "create_time": null, "first_seen_at": at,
                },
                "preferences": null, "posts": [], "sessions": [], "attempts": attempts,
                "actions": [], "log": [],
            })
        })
        .collect();
    json!({ "format": "retake-history", "version": 1, "images": images }).to_string()
}

async fn import_many(stage: &Stage) -> Result<()> {
    let app = stage.app();
    app.reads("status", "Idle").await?;
    let file = stage.launch.data_dir.join("many.json");
    std::fs::write(&file, many_images())?;
    app.unfold("data").await?;
    app.choose_file("import", &file).await?;
    until("the images are imported", async || {
        Ok(app.text("told").await?.contains("Imported: 600 images").then_some(()))
    })
    .await?;
    first_card(stage, 0).await
}

async fn first_card(stage: &Stage, number: u32) -> Result<()> {
    until_equal("the first card", &Some(media_id(number)), async || {
        Ok(stage.app().all("image-card", "data-media-id").await?.into_iter().next())
    })
    .await
}

#[tokio::test]
async fn d5_six_hundred_images_are_scrolled_and_only_those_in_sight_are_in_the_document()
-> Result<()> {
    Stage::play("d5_six_hundred_images_are_scrolled", async |stage| {
        import_many(stage).await?;
        let app = stage.app();
        app.unfold("history").await?;
        let mut seen = std::collections::BTreeSet::new();
        until("every image came into sight", async || {
            let cards = app.all("image-card", "data-media-id").await?;
            assert!(cards.len() < 60, "{} cards are in the document", cards.len());
            seen.extend(cards);
            app.sidebar_script("document.querySelector('#panel-history').scrollBy(0, 700);")
                .await?;
            Ok((seen.len() == IMAGES as usize).then_some(()))
        })
        .await?;
        app.sidebar_script("document.querySelector('#panel-history').scrollTo(0, 0);").await?;
        first_card(stage, 0).await
    })
    .await
}

#[tokio::test]
async fn d5_the_history_is_searched_sorted_and_filtered() -> Result<()> {
    Stage::play("d5_the_history_is_searched", async |stage| {
        import_many(stage).await?;
        let app = stage.app();
        app.choose("history-outcome", "without_video").await?;
        first_card(stage, 1).await?;
        app.choose("history-outcome", "all").await?;
        app.choose("history-order", "most_videos").await?;
        // Of equal ones the greater id comes first.
        first_card(stage, 590).await?;
        app.fill("history-search", "number 57").await?;
        first_card(stage, 570).await?;
        app.choose("history-outcome", "running").await?;
        until("nothing matches", async || {
            Ok(app.text("history").await?.contains("No matches").then_some(()))
        })
        .await
    })
    .await
}

/// The history still shows an image when the page is gone: its picture is kept here (spec D2).
#[tokio::test]
async fn d2_the_history_shows_pictures_that_retake_keeps() -> Result<()> {
    Stage::play("d2_the_history_shows_pictures", async |stage| {
        stage.simulator.script(json!([{"kind": "completed"}])).await?;
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        app.click("start").await?;
        app.reads("status", "Success").await?;
        let shown = "const picture = document.querySelector('[data-testid=image-card] img');
            return picture && picture.complete ? [picture.naturalWidth, picture.src] : null;";
        let picture = until("the card shows its picture", async || {
            let picture = app.sidebar_script(shown).await?;
            let width = picture[0].as_u64().unwrap_or_default();
            Ok((width > 0).then_some(picture))
        })
        .await?;
        assert!(picture[0].as_u64().is_some_and(|width| width <= 256), "it is small: {picture}");
        let address = picture[1].to_string();
        assert!(address.contains("picture://localhost/"), "it is Retake's own: {address}");

        let page = "return await new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('shown');
            image.onerror = () => resolve('refused');
            image.src = arguments[0] ?? 'picture://localhost/ID/image';
        });"
        .replace("ID", &image_id(1));
        assert_eq!(app.page_script(&page).await?["value"], json!("refused"), "the page gets none");
        Ok(())
    })
    .await
}
