//! What the page script costs the page, in the real webview: the time on the main thread for a write of
//! the store that adds an attempt, beside the plain way, one `JSON.parse` of the whole store; what it costs while nothing changes; and how long a change takes to be committed and to be
//! seen in the sidebar. Needs a display, as the tests do; `cargo xtask bench` brings one.
//!
//! A figure to quote and no test: nothing fails when it is slow. Time is what the kernel counts for the
//! page's main thread, so that the machine's other work does not matter. The cost of the write itself
//! is measured by writes of the same texts under a key that nobody watches, and taken off.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};
use retake_e2e::Stage;
use retake_e2e::page::image_id;
use retake_e2e::page_thread::{cost, page_process, ran};

/// Sizes of the store, in characters.
const SIZES: [u32; 3] = [100_000, 1_000_000, 4_600_000];
/// Writes of each kind.
const WRITES: u32 = 16;
/// Between two writes, in ms: the page script reads at most four times a second.
const APART_MS: u32 = 300;
/// How often, and for how long, the page is left alone. What it still had to do, such as collecting
/// garbage, is in the first times and not in all of them.
const STILL: u32 = 4;
const STILL_FOR: Duration = Duration::from_secs(10);
/// Changes that are followed to the sidebar.
const CHANGES: u32 = 40;
/// What a write may cost at most, as a part of one parse.
const MOST_OF_A_PARSE: f64 = 0.25;
/// What a change of 1 MB may take to be committed, and to be seen, in ms (95th percentile of the latter).
const MOST_MS: (f64, f64) = (10.0, 50.0);

/// Makes `window.texts`: stores of `size` characters, each with one more attempt than the one before.
fn prepare(size: u32, count: u32) -> String {
    let media_id = image_id(1);
    format!(
        "const image = (number) => ({{ id: `33333333-cccc-4ccc-8ccc-${{String(number).padStart(12, '0')}}`,
           prompt: 'mountain lake at dawn, seen from far above '.repeat(8), width: 8, height: 8, images: [], videos: [] }});
         const favoritesById = {{}};
         let length = 0;
         for (let number = 0; length < {size}; number += 1) {{
           favoritesById[image(number).id] = image(number);
           length += JSON.stringify(image(number)).length + 40;
         }}
         const imageByMediaId = {{ '{media_id}': [{{ id: '{media_id}', prompt: 'a mountain lake' }}] }};
         const favorites = JSON.stringify(favoritesById);
         window.texts = Array.from({{ length: {count} }}, (_, index) => {{
           const videos = Array.from({{ length: index + 1 }}, (_, number) => ({{ id: `{size}-v${{number}}`, status: 'completed' }}));
           return `{{\"state\":{{\"byId\":{{}},\"favoritesById\":${{favorites}},\"imageByMediaId\":${{JSON.stringify(imageByMediaId)}},\"videoByMediaId\":${{JSON.stringify({{ '{media_id}': videos }})}}}},\"version\":1}}`;
         }});
         return texts[0].length;"
    )
}

/// Writes the first text under `key`, and waits until whoever watches it has had the whole of it.
fn begin(key: &str) -> String {
    format!(
        "sessionStorage.clear();
         await new Promise((done) => setTimeout(done, 600));
         sessionStorage.setItem('{key}', texts[0]);
         await new Promise((done) => setTimeout(done, 1000));
         return 1;"
    )
}

/// Writes every other text under `key`, and does `also` after each.
fn write_all(key: &str, also: &str) -> String {
    let apart = APART_MS;
    format!(
        "for (const text of texts.slice(1)) {{
           sessionStorage.setItem('{key}', text);
           await new Promise((done) => setTimeout(done, {apart} / 2));
           {also}
           await new Promise((done) => setTimeout(done, {apart} / 2));
         }}
         return 1;"
    )
}

/// What each of the writes under `key` costs, with what follows it, in ms.
async fn cost_of_writes(stage: &Stage, process: u32, key: &str, also: &str) -> Result<f64> {
    stage.app().page_script(&begin(key)).await?;
    Ok(cost(stage, process, &write_all(key, also)).await? / f64::from(WRITES))
}

/// What it costs to send the backend a message that it drops unread: the least that telling it anything
/// can, since a webview wakes the page to say that the message was delivered.
async fn cost_of_a_message(stage: &Stage, process: u32) -> Result<f64> {
    let wait = "await new Promise((done) => setTimeout(done, 100));";
    let call = "window.ipc.postMessage(JSON.stringify({ cmd: 'observer_splice', callback: 1, error: 2, \
         payload: {}, __TAURI_INVOKE_KEY__: 'none' }));";
    let times =
        |body: &str| format!("for (let n = 0; n < 40; n += 1) {{ {body} {wait} }} return 1;");
    let [mut bare, mut calling] = [f64::MAX; 2];
    for _ in 0..3 {
        bare = bare.min(cost(stage, process, &times("")).await?);
        calling = calling.min(cost(stage, process, &times(call)).await?);
    }
    Ok((calling - bare) / 40.0)
}

async fn writes(stage: &Stage, process: u32) -> Result<()> {
    let message = cost_of_a_message(stage, process).await?;
    println!(
        "a message to the backend costs {message:.2} ms, whatever it says: the floor of all telling"
    );
    let parse = "JSON.parse(sessionStorage.getItem('unwatched'));";
    for size in SIZES {
        stage.app().page_script(&prepare(size, WRITES + 1)).await?;
        let [mut bare, mut watched, mut parsed] = [f64::MAX; 3];
        // The least of three: what else a webview does at times is not the script's.
        for _ in 0..3 {
            bare = bare.min(cost_of_writes(stage, process, "unwatched", "").await?);
            watched = watched.min(cost_of_writes(stage, process, "useMediaStore", "").await?);
            parsed = parsed.min(cost_of_writes(stage, process, "unwatched", parse).await?);
        }
        let (script, seeds) = (watched - bare, parsed - bare);
        println!(
            "{:>5.1} MB: a write with an attempt costs {script:.2} ms, one JSON.parse {seeds:.2} ms: \
             {:.2} of it (at most {MOST_OF_A_PARSE}), {:.2} without the message; the write itself {bare:.2} ms",
            f64::from(size) / 1e6,
            script / seeds,
            (script - message) / seeds,
        );
    }
    Ok(())
}

/// What the page costs while nobody writes and nobody asks: not even the driver, which would wake it.
async fn nothing_changes(stage: &Stage, process: u32) -> Result<()> {
    stage.app().page_script("sessionStorage.clear(); return 1;").await?;
    let mut least = f64::MAX;
    for _ in 0..STILL {
        let before = ran(process)?;
        tokio::time::sleep(STILL_FOR).await;
        least = least.min((ran(process)? - before) / STILL_FOR.as_secs_f64());
    }
    println!("nothing changes: the page's main thread runs for {least:.2} ms of each second");
    Ok(())
}

async fn a_change_of_1_mb(stage: &Stage) -> Result<()> {
    let app = stage.app();
    app.page_script("sessionStorage.clear(); return 1;").await?;
    app.page_script(&prepare(1_000_000, CHANGES + 1)).await?;
    let log = stage.launch.data_dir.join("retake.db-wal");
    let (mut committed, mut seen) = (Vec::new(), Vec::new());
    let earlier = u32::try_from(SIZES.len())? * (WRITES + 1);
    let write = |number: u32| {
        format!(
            "const at = performance.timeOrigin + performance.now();
             sessionStorage.setItem('useMediaStore', texts[{number}].replaceAll('1000000-v', 'late-v'));
             return at;"
        )
    };
    // What comes first goes as a whole text, and is no change of one yet.
    app.note_when_a_card_says(&format!("{} video", earlier + 1)).await?;
    app.page_script(&write(0)).await?;
    app.noted_at().await?;
    for change in 1..=CHANGES {
        tokio::time::sleep(Duration::from_millis(400)).await;
        app.note_when_a_card_says(&format!("{} video", earlier + change + 1)).await?;
        let written =
            app.page_script(&write(change)).await?["value"].as_f64().context("no time")?;
        seen.push(app.noted_at().await? - written);
        let changed = fs::metadata(&log)?.modified()?.duration_since(std::time::UNIX_EPOCH)?;
        committed.push(changed.as_secs_f64() * 1000.0 - written);
    }
    for (what, times, most) in [("committed", committed, MOST_MS.0), ("seen", seen, MOST_MS.1)] {
        let mut times = times;
        times.sort_by(f64::total_cmp);
        let at = |part: usize| times[times.len() * part / 100];
        println!(
            "1 MB, a change is {what} after {:.0} ms (median), {:.0} ms (95th percentile); target {most:.0} ms",
            at(50),
            at(95)
        );
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    Stage::play("page_cost", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let process = page_process(stage).await?;
        writes(stage, process).await?;
        a_change_of_1_mb(stage).await?;
        nothing_changes(stage, process).await
    })
    .await
}
