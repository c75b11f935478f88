//! The library's window (spec D7, K1–K5): what it shows, how it is used by keys, and that the page can't
//! reach it. Videos are `WebM` here: no story needs a system that plays H.264.

use std::path::Path;

use anyhow::{Context, Result};
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{App, Stage, until};
use serde_json::{Value, json};

const PROMPT: &str = "slow pan across a mountain lake";
const DAY: i64 = 86_400_000;
/// Noon at UTC of some day.
const NOON: i64 = 1_795_000_000_000 / DAY * DAY + DAY / 2;

/// Two finished videos of the first image.
async fn make_videos(stage: &Stage) -> Result<()> {
    let app = stage.app();
    app.open_image(1).await?;
    app.reads("image-id", &image_id(1)).await?;
    app.fill("video-goal", "2").await?;
    app.fill("prompt", PROMPT).await?;
    app.click("start").await?;
    app.reads("status", "Success").await
}

/// Has both videos saved, and puts `WebM` in their files.
async fn save_as_webm(stage: &Stage) -> Result<()> {
    let app = stage.app();
    for (number, item) in items(app, 2).await?.iter().enumerate() {
        let (media, attempt) = item.split_once('/').context("a video's name has two parts")?;
        let asked = json!({ "mediaId": media, "attemptId": attempt });
        let script =
            format!("window.__TAURI_INTERNALS__.invoke('save_video', {asked}); return true;");
        app.sidebar_script(&script).await?;
        let folder = stage.launch.data_dir.join("videos");
        until("the video is saved", async || {
            Ok((videos_in(&folder).len() == number + 1).then_some(()))
        })
        .await?;
    }
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grok-sim/assets/lake.webm");
    for file in videos_in(&stage.launch.data_dir.join("videos")) {
        std::fs::copy(&assets, file)?;
    }
    Ok(())
}

fn videos_in(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "mp4")).collect()
}

/// The export of a history of `count` images, `a_day` of them each day, each with one video.
fn history(count: i64, a_day: i64) -> Value {
    let image = |number: i64| {
        let at = NOON - number / a_day * DAY - number % a_day;
        let id = format!("22222222-aaaa-4aaa-8aaa-{number:012}");
        let attempt = format!("33333333-aaaa-4aaa-8aaa-{number:012}");
        json!({
            "image": { "media_id": id, "kind": "image", "original_prompt": format!("lake {number}"),
                       "prompt": null, "image_url": null, "width": 768, "height": 1152,
                       "create_time": at, "first_seen_at": at },
            "preferences": null, "posts": [], "sessions": [], "actions": [], "log": [],
            "attempts": [{
                "media_id": id, "attempt_id": attempt, "aliases": [attempt], "outcome": "completed",
                "unknown_status": null, "prompt": PROMPT, "video_url": "/v.mp4", "thumbnail_url": null,
                "create_time": at, "length_seconds": if number % 2 == 0 { 6.0 } else { 10.0 },
                "resolution": "480p", "mode": null, "percent": null, "derived": null, "layer": null,
                "layer_source": null, "first_seen_at": at, "ended_at": at, "seen_in": null,
                "counted": null, "pressed_at": null, "told_by": [], "decided": null, "announced": null,
            }],
        })
    };
    let images: Vec<Value> = (0..count).map(image).collect();
    json!({ "format": "retake-history", "version": 2, "images": images })
}

/// Takes a history over, as the sidebar does with a file.
async fn import(app: &App, history: &Value) -> Result<()> {
    let text = Value::from(history.to_string());
    let script = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('import_history', new TextEncoder().encode({text}))
           .then(() => done(null), (error) => done(error.message));"
    );
    let answer = app.in_sidebar().await?.execute_async(script, Vec::new()).await?.json().clone();
    anyhow::ensure!(answer.is_null(), "the history was not taken: {answer}");
    Ok(())
}

/// The library of a history of `count` images, `a_day` of them each day.
async fn library_of(stage: &Stage, count: i64, a_day: i64) -> Result<&App> {
    let app = stage.app();
    import(app, &history(count, a_day)).await?;
    app.open_library().await?;
    Ok(app)
}

/// The library with two videos of the first image.
async fn library_with_videos(stage: &Stage) -> Result<&App> {
    make_videos(stage).await?;
    let app = stage.app();
    app.open_library().await?;
    Ok(app)
}

async fn key(app: &App, key: &str) -> Result<()> {
    let script = format!(
        "const event = new KeyboardEvent('keydown', {{ key: {}, bubbles: true, cancelable: true }});
         (document.activeElement ?? document.body).dispatchEvent(event); return true;",
        json!(key)
    );
    app.sidebar_script(&script).await.map(drop)
}

async fn focus_grid(app: &App) -> Result<()> {
    let script = "document.querySelector('[data-testid=library-grid]').focus(); return true;";
    app.sidebar_script(script).await.map(drop)
}

async fn focused(app: &App) -> Result<i64> {
    let script = "return document.querySelector('[data-testid=library-grid]')
                    .getAttribute('aria-activedescendant');";
    let id = app.sidebar_script(script).await?;
    let number = id.as_str().and_then(|id| id.strip_prefix("item-")?.parse().ok());
    number.context("no item has the focus")
}

async fn is_focused(app: &App, expected: i64) -> Result<()> {
    until_equal("the item with the focus", &expected, async || focused(app).await).await
}

/// The items in the grid, once all `count` have come.
async fn items(app: &App, count: usize) -> Result<Vec<String>> {
    until("the items have come", async || {
        let items = app.all("tile", "data-item").await?;
        Ok((items.iter().filter(|item| !item.is_empty()).count() == count).then_some(items))
    })
    .await
}

async fn count_is(app: &App, expected: &str) -> Result<()> {
    app.reads("library-count", expected).await
}

#[tokio::test]
async fn k1_the_library_says_that_it_is_empty_and_follows_what_happens() -> Result<()> {
    Stage::play("k1_the_library", async |stage| {
        let app = stage.app();
        app.open_library().await?;
        count_is(app, "0 videos").await?;
        until("it says that there are none", async || {
            Ok(app.text("library-empty").await?.contains("No videos yet").then_some(()))
        })
        .await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        app.leave_library();
        make_videos(stage).await?;
        app.open_library().await?;
        count_is(app, "2 videos").await?;
        app.click("library-images").await?;
        count_is(app, "1 image").await?;
        until_equal("the tiles", &vec![image_id(1)], async || app.all("tile", "data-item").await)
            .await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn k1_days_have_headings_and_only_what_is_seen_is_in_the_document() -> Result<()> {
    Stage::play("k1_days_have_headings", async |stage| {
        let app = library_of(stage, 300, 10).await?;
        count_is(app, "300 videos").await?;
        until("items have come", async || {
            let labels = app.all("tile", "title").await?;
            Ok(labels.iter().any(|label| label.contains("slow pan")).then_some(()))
        })
        .await?;
        let shown = app.all("tile", "id").await?.len();
        assert!(shown < 150, "{shown} tiles are in the document");
        assert!(!app.all("library-day", "class").await?.is_empty(), "a day has a heading");
        focus_grid(app).await?;
        is_focused(app, 0).await?;
        key(app, "ArrowRight").await?;
        is_focused(app, 1).await?;
        key(app, "End").await?;
        is_focused(app, 299).await?;
        key(app, "Home").await?;
        is_focused(app, 0).await?;
        let tab_stops = app.sidebar_script(
            "return document.querySelectorAll('[data-testid=library-grid] [tabindex=\"0\"]').length;",
        );
        assert_eq!(tab_stops.await?, json!(0), "the grid is one stop for Tab");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn k2_a_saved_video_plays_in_the_lightbox_and_the_focus_returns() -> Result<()> {
    Stage::play("k2_a_saved_video_plays", async |stage| {
        let app = library_with_videos(stage).await?;
        count_is(app, "2 videos").await?;
        save_as_webm(stage).await?;
        focus_grid(app).await?;
        until("the saving shows", async || {
            let labels = app.all("tile", "title").await?;
            Ok(labels.iter().all(|label| label.contains("Saved")).then_some(()))
        })
        .await?;
        key(app, "Enter").await?;
        until("the video plays", async || {
            let script = "const video = document.querySelector('[data-testid=player]');
                          return Boolean(video && video.readyState >= 2 && video.videoWidth > 0);";
            Ok((app.sidebar_script(script).await? == json!(true)).then_some(()))
        })
        .await?;
        key(app, "i").await?;
        until("the facts are there", async || {
            let facts = app.text("facts").await?;
            Ok((facts.contains(PROMPT) && facts.contains("Sessions")).then_some(()))
        })
        .await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        key(app, "Escape").await?;
        until("the lightbox is closed", async || {
            Ok(app.all("lightbox", "class").await?.is_empty().then_some(()))
        })
        .await?;
        let active = "return document.activeElement.dataset.testid ?? '';";
        assert_eq!(app.sidebar_script(active).await?, json!("library-grid"), "the focus is back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn k3_keys_rate_and_go_on_and_filters_count_what_is_left() -> Result<()> {
    Stage::play("k3_keys_rate", async |stage| {
        let app = library_of(stage, 3, 3).await?;
        count_is(app, "3 videos").await?;
        focus_grid(app).await?;
        items(app, 3).await?;
        key(app, "5").await?;
        is_focused(app, 1).await?;
        key(app, "x").await?;
        is_focused(app, 2).await?;
        until("stars and pick show", async || {
            let labels = app.all("tile", "title").await?;
            let fits = labels[0].contains("5 of 5 stars") && labels[1].contains("Rejected");
            Ok(fits.then_some(()))
        })
        .await?;
        app.click("library-filters-toggle").await?;
        until("the counts are there", async || {
            Ok(app.text("facet-rating").await?.contains("★★★★★").then_some(()))
        })
        .await?;
        app.click_on("[data-testid=facet-rating] input[data-value='5']").await?;
        count_is(app, "1 video").await?;
        app.fill("filter-name", "The best").await?;
        app.click("filter-keep").await?;
        until("the filter is kept", async || {
            Ok((!app.all("kept-filters", "id").await?.is_empty()).then_some(()))
        })
        .await?;
        app.click("filters-clear").await?;
        count_is(app, "3 videos").await?;
        app.choose("kept-filters", "The best").await?;
        count_is(app, "1 video").await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn k4_two_videos_stand_side_by_side_and_swap() -> Result<()> {
    Stage::play("k4_two_videos", async |stage| {
        let app = library_with_videos(stage).await?;
        count_is(app, "2 videos").await?;
        save_as_webm(stage).await?;
        focus_grid(app).await?;
        key(app, " ").await?;
        key(app, "ArrowRight").await?;
        key(app, " ").await?;
        app.reads("selected-count", "2 selected").await?;
        key(app, "c").await?;
        let compared = async || app.all("compared", "data-item").await;
        let before = until("both are there", async || {
            let found = compared().await?;
            Ok((found.len() == 2).then_some(found))
        })
        .await?;
        assert_eq!(app.violations().await?, Vec::<String>::new());
        key(app, "s").await?;
        let swapped: Vec<String> = before.into_iter().rev().collect();
        until_equal("their order", &swapped, compared).await?;
        key(app, "Escape").await?;
        until_equal("what is compared", &Vec::<String>::new(), compared).await
    })
    .await
}

#[tokio::test]
async fn k5_several_images_are_deleted_with_one_undo() -> Result<()> {
    Stage::play("k5_several_images", async |stage| {
        let app = library_of(stage, 3, 3).await?;
        app.click("library-images").await?;
        count_is(app, "3 images").await?;
        focus_grid(app).await?;
        key(app, " ").await?;
        key(app, "ArrowRight").await?;
        key(app, " ").await?;
        app.reads("selected-count", "2 selected").await?;
        app.click("selected-delete").await?;
        app.click("library-undo").await?;
        count_is(app, "3 images").await?;
        focus_grid(app).await?;
        key(app, " ").await?;
        app.click("selected-delete").await?;
        app.click("library-forget-now").await?;
        count_is(app, "2 images").await
    })
    .await
}

#[tokio::test]
async fn k1_the_page_gets_no_saved_video() -> Result<()> {
    Stage::play("k1_the_page_gets_nothing", async |stage| {
        let app = library_with_videos(stage).await?;
        count_is(app, "2 videos").await?;
        save_as_webm(stage).await?;
        let item = items(app, 2).await?.remove(0);
        let fetch = format!(
            "const answer = await fetch('video://localhost/{item}').catch(() => null);
             return answer ? (await answer.arrayBuffer()).byteLength : 0;"
        );
        assert_eq!(app.page_script(&fetch).await?["value"], json!(0), "no video");
        Ok(())
    })
    .await
}
