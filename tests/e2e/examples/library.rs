//! How the library scrolls, in the built app: its frames while a hundred thousand images pass, and how many
//! tiles are in the document meanwhile. Needs a display, as the tests do. The first argument names a data
//! folder: `retake-benches make-up FOLDER/retake.db` fills one. A second names a folder for pictures of
//! the library at several widths, in light and dark.
//!
//! Figures to quote and no test: nothing fails when they are bad.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use retake_e2e::{App, Stage, until};
use serde_json::{Value, json};

/// Scrolls on by most of a page in each frame.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const grid = document.querySelector('[data-testid=library-grid]');
    const frames = [];
    let tiles = 0;
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      tiles = Math.max(tiles, document.querySelectorAll('[data-testid=tile]').length);
      if (frames.length > 300) return done({ frames, tiles, at: grid.scrollTop, of: grid.scrollHeight });
      grid.scrollTop += 600;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);";

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).map(PathBuf::from).context("name a data folder")?;
    let pictures = std::env::args().nth(2).map(PathBuf::from);
    Stage::play("library", async |stage| {
        stage.launch.data_dir = folder;
        stage.restart().await?;
        let app = stage.app();
        app.open_library().await?;
        println!("{}", app.text("library-count").await?);
        if let Some(pictures) = pictures {
            fs::create_dir_all(&pictures)?;
            return look(app, &pictures).await;
        }
        scroll(app).await?;
        app.click("library-images").await?;
        until("the images are there", async || {
            Ok(app.text("library-count").await?.contains("image").then_some(()))
        })
        .await?;
        println!("{}", app.text("library-count").await?);
        scroll(app).await
    })
    .await
}

async fn scroll(app: &App) -> Result<()> {
    let answer = app.in_sidebar().await?.execute_async(SCROLL, Vec::new()).await?;
    let answer = answer.json().clone();
    let frames = answer["frames"].as_array().context("frames")?;
    let mut frames: Vec<f64> = frames.iter().filter_map(Value::as_f64).collect();
    frames.sort_by(f64::total_cmp);
    let at = |part: usize| frames[(frames.len() * part / 100).min(frames.len() - 1)];
    println!(
        "a frame while scrolling, {} samples: median {:.1} ms, 95th percentile {:.1} ms, longest {:.1} ms; \
         at most {} tiles in the document, scrolled to {} of {} pixels",
        frames.len(),
        at(50),
        at(95),
        at(100),
        answer["tiles"],
        answer["at"],
        answer["of"],
    );
    Ok(())
}

/// Pictures of each view.
async fn look(app: &App, folder: &std::path::Path) -> Result<()> {
    let press = async |key: &str| {
        let script = format!(
            "const event = new KeyboardEvent('keydown', {{ key: {}, bubbles: true, cancelable: true }});
             (document.activeElement ?? document.body).dispatchEvent(event); return true;",
            json!(key)
        );
        app.sidebar_script(&script).await.map(drop)
    };
    for theme in ["light", "dark"] {
        let script = format!("document.documentElement.dataset.theme = '{theme}'; return true;");
        app.sidebar_script(&script).await?;
        for width in [900, 1400, 2200] {
            let driver = app.in_sidebar().await?;
            driver.set_window_rect(0, 0, width, 900).await?;
            let keep = async |view: &str| {
                // Pictures are decoded beside everything else.
                let script = "const done = arguments[arguments.length - 1];
                    const all = [...document.images].map((image) => image.decode().catch(() => null));
                    Promise.all(all).then(() => requestAnimationFrame(() => requestAnimationFrame(done)));";
                app.in_sidebar().await?.execute_async(script, Vec::new()).await?;
                let bytes = app.in_sidebar().await?.screenshot_as_png().await?;
                Ok::<(), anyhow::Error>(fs::write(
                    folder.join(format!("{view}-{width}-{theme}.png")),
                    bytes,
                )?)
            };
            until("tiles have come or there are none", async || {
                let labels = app.all("tile", "title").await?;
                Ok((!labels.iter().any(|label| label == "Loading")).then_some(()))
            })
            .await?;
            keep("grid").await?;
            app.click("library-filters-toggle").await?;
            until("the counts are there", async || {
                Ok(app.text("library-filters").await?.contains("Check files").then_some(()))
            })
            .await?;
            keep("filters").await?;
            app.click("library-filters-toggle").await?;
            if app.all("tile", "id").await?.is_empty() {
                continue;
            }
            app.sidebar_script(
                "document.querySelector('[data-testid=library-grid]').focus(); return 1;",
            )
            .await?;
            press(" ").await?;
            press("ArrowRight").await?;
            press(" ").await?;
            keep("selected").await?;
            press("c").await?;
            keep("compare").await?;
            press("Escape").await?;
            press("Escape").await?;
            press("Enter").await?;
            press("i").await?;
            until("the facts are there", async || {
                Ok(app.text("facts").await?.contains("Image id").then_some(()))
            })
            .await?;
            keep("lightbox").await?;
            press("i").await?;
            press("Escape").await?;
        }
    }
    Ok(())
}
