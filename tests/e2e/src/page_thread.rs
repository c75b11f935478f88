//! The time that the page's own thread runs, as the kernel counts it: what the page script costs the page,
//! whatever else the machine does. For measurements, which need Linux.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::Stage;

/// The processes of webviews on this machine.
fn web_processes() -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").context("no /proc to look for processes in")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end while it is looked at; its name is cut to 15 letters.
        let name = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        if name.starts_with("WebKitWebProces") {
            found.push(id);
        }
    }
    Ok(found)
}

/// How long the main thread of a process has run, in ms.
pub fn ran(process: u32) -> Result<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/task/{process}/schedstat"))?;
    let nanoseconds = text.split(' ').next().and_then(|word| word.parse::<u64>().ok());
    let time = Duration::from_nanos(nanoseconds.context("the kernel counts no time")?);
    Ok(time.as_secs_f64() * 1000.0)
}

/// The process that the page runs in: the one that is busy when the page is.
pub async fn page_process(stage: &Stage) -> Result<u32> {
    let before: Vec<_> =
        web_processes()?.into_iter().filter_map(|id| Some((id, ran(id).ok()?))).collect();
    let busy = "const end = performance.now() + 300; while (performance.now() < end); return 1;";
    stage.app().page_script(busy).await?;
    let worked = |(id, before): &(u32, f64)| ran(*id).map_or(0.0, |now| now - before);
    let busiest = before.iter().max_by(|a, b| worked(a).total_cmp(&worked(b)));
    Ok(busiest.context("no webview's process was found")?.0)
}

/// What a script costs the page's main thread, in ms.
pub async fn cost(stage: &Stage, process: u32, script: &str) -> Result<f64> {
    let before = ran(process)?;
    let answer = stage.app().page_script(script).await?;
    anyhow::ensure!(answer["error"].is_null(), "the script failed: {answer}");
    Ok(ran(process)? - before)
}
