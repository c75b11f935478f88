//! Draws the pictures of the README and the guide: a running session, and the library in light and dark.
//! The argument names the folder that they go to. Look at each before it is committed.
//!
//! Everything in them is made up: the simulator's drawings, harmless prompts.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use retake_e2e::page::image_id;
use retake_e2e::{App, Stage, until};
use retake_protocol::MediaId;
use retake_store::Store;
use serde_json::{Value, json};

/// The simulator's drawings: name, prompt, width and height in pixels.
const SCENES: [(&str, &str, u32, u32); 9] = [
    ("lake", "mountain lake at dawn", 784, 1168),
    ("dunes", "sand dunes in evening light", 1168, 784),
    ("forest", "pine forest under the stars", 784, 1168),
    ("lighthouse", "lighthouse on a calm coast", 960, 960),
    ("balloons", "hot-air balloons over green hills", 784, 1168),
    ("peaks", "snowy peaks at the blue hour", 1168, 784),
    ("sail", "sailing boat on a quiet sea", 784, 1168),
    ("lavender", "lavender rows at sunset", 960, 960),
    ("skyline", "city skyline in the morning mist", 1168, 784),
];

const DAY: i64 = 86_400_000;
/// How many images the made-up history has, and how many of them are of one day.
const IMAGES: usize = 22;
const A_DAY: usize = 6;
/// Stars of the first images in the library; 0: none.
const STARS: [u8; 12] = [5, 4, 0, 3, 5, 0, 4, 2, 0, 5, 0, 3];
/// The window, in pixels.
const SIZE: (u32, u32) = (1360, 860);

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from).context("name a folder")?;
    Stage::play("pictures", async |stage| {
        make_up(stage).await?;
        stage.restart().await?;
        running_session(stage, &folder).await?;
        library(stage.app(), &folder).await
    })
    .await
}

/// A data folder with a history, and with its pictures.
async fn make_up(stage: &Stage) -> Result<()> {
    let app = stage.app();
    let file = stage.launch.data_dir.join("made-up.json");
    std::fs::write(&file, history()?.to_string())?;
    app.unfold("data").await?;
    app.choose_file("import", &file).await?;
    until("the history is there", async || {
        Ok(app.text("notices").await?.contains("image").then_some(()))
    })
    .await?;
    let store = Store::open(&stage.launch.data_dir.join("retake.db"))?;
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grok-sim/assets");
    for number in 0..IMAGES {
        let (scene, ..) = SCENES[number % SCENES.len()];
        let bytes = std::fs::read(assets.join(format!("{scene}.large.jpg")))?;
        let media_id = MediaId::new(media(number)).context("an image has an id")?;
        store.put_picture(&media_id, "image", &bytes, now()?, i64::MAX)?;
        store.put_picture(&media_id, &attempt(number), &bytes, now()?, i64::MAX)?;
    }
    Ok(())
}

fn media(number: usize) -> String {
    format!("22222222-aaaa-4aaa-8aaa-{number:012}")
}

fn attempt(number: usize) -> String {
    format!("33333333-aaaa-4aaa-8aaa-{number:012}")
}

#[expect(clippy::disallowed_methods, reason = "the pictures are of today")]
fn now() -> Result<i64> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(i64::try_from(now.as_millis())?)
}

fn history() -> Result<Value> {
    let now = now()?;
    let image = |number: usize| {
        let (_, prompt, width, height) = SCENES[number % SCENES.len()];
        let back = i64::try_from(number / A_DAY).unwrap_or(0) * DAY;
        let at = now - back - i64::try_from(number % A_DAY).unwrap_or(0) * 60_000;
        json!({
            "image": { "media_id": media(number), "kind": "image", "original_prompt": prompt,
                       "prompt": null, "image_url": null, "width": width, "height": height,
                       "create_time": at, "first_seen_at": at },
            "preferences": null, "posts": [], "sessions": [], "actions": [], "log": [],
            "attempts": [{
                "media_id": media(number), "attempt_id": attempt(number),
                "aliases": [attempt(number)], "outcome": "completed", "unknown_status": null,
                "prompt": "slow pan to the left", "video_url": "/v.mp4", "thumbnail_url": null,
                "create_time": at, "length_seconds": 6.0, "resolution": "480p", "mode": null,
                "percent": null, "derived": null, "layer": null, "layer_source": null,
                "first_seen_at": at, "ended_at": at, "seen_in": null, "counted": null,
                "pressed_at": null, "told_by": [], "decided": null, "announced": null,
            }],
        })
    };
    let images: Vec<Value> = (0..IMAGES).map(image).collect();
    Ok(json!({ "format": "retake-history", "version": 2, "images": images }))
}

async fn running_session(stage: &Stage, folder: &Path) -> Result<()> {
    let app = stage.app();
    stage.simulator.options(json!({ "speed_ms": 30_000 })).await?;
    app.sidebar_script("document.documentElement.dataset.theme = 'dark'; return 1;").await?;
    app.open_image(7).await?;
    app.reads("image-id", &image_id(7)).await?;
    app.fill("video-goal", "2").await?;
    app.fill("prompt", "the boat drifts slowly to the left").await?;
    app.click("start").await?;
    app.reads("status", "Running").await?;
    until("the progress is in the middle", async || {
        let percent = app.text("attempt-progress").await?;
        Ok(["40", "41", "42", "43", "44", "45", "46", "47", "48", "49"]
            .iter()
            .any(|one| percent.contains(one))
            .then_some(()))
    })
    .await?;
    keep(folder, "screenshot", SIZE)?;
    app.click("stop").await
}

async fn library(app: &App, folder: &Path) -> Result<()> {
    app.open_library().await?;
    app.in_sidebar().await?.set_window_rect(0, 0, SIZE.0, SIZE.1).await?;
    app.click("library-images").await?;
    for (number, rating) in STARS.iter().enumerate().filter(|(_, rating)| **rating > 0) {
        let ids = json!([{ "media_id": media(number), "attempt_id": null }]);
        let change = json!({ "set": "rating", "rating": rating });
        let asked = json!({ "items": ids, "change": change });
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('mark_items', {asked})
               .then(() => done(null), (error) => done(JSON.stringify(error)));"
        );
        let answer = app.in_sidebar().await?.execute_async(script, Vec::new()).await?;
        ensure!(answer.json().is_null(), "not marked: {}", answer.json());
    }
    // What was marked from outside is seen as soon as the library is asked again.
    app.click("library-videos").await?;
    app.click("library-images").await?;
    app.click("library-filters-toggle").await?;
    until("the filters are there", async || {
        Ok(app.text("library-filters").await?.contains("Not rated").then_some(()))
    })
    .await?;
    for theme in ["light", "dark"] {
        let script = format!("document.documentElement.dataset.theme = '{theme}'; return 1;");
        app.sidebar_script(&script).await?;
        let decoded = "const done = arguments[arguments.length - 1];
            const all = [...document.images].map((image) => image.decode().catch(() => null));
            Promise.all(all).then(() => setTimeout(() => requestAnimationFrame(done), 500));";
        app.in_sidebar().await?.execute_async(decoded, Vec::new()).await?;
        keep(folder, &format!("library-{theme}"), SIZE)?;
    }
    Ok(())
}

/// Keeps the corner of the screen that the window is in.
fn keep(folder: &Path, name: &str, (width, height): (u32, u32)) -> Result<()> {
    let file = folder.join(format!("{name}.png"));
    let part = format!("{width}x{height}+0+0");
    let arguments =
        ["-window", "root", "-crop", &part, "+repage", "-strip", "+dither", "-colors", "255"];
    let status = Command::new("import").args(arguments).arg(&file).status();
    ensure!(status.context("failed to run import")?.success(), "import kept no {name}");
    println!("{}", file.display());
    Ok(())
}
