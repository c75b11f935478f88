//! The app at work for hours: session after session at a quiet pace, against the simulator. Once a minute it
//! prints what each process holds, how large the database is, and how many messages the page sent; at the
//! end, how each grew in an hour from the middle of the run on.
//!
//! Figures to look at and no test. The first half is left out of the growth: caches fill up there. The
//! messages are the lines of a recording, which Retake writes meanwhile (spec F6).
//!
//! Arguments: hours, the seconds between two sessions, and after how many sessions it ends at the latest.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use retake_e2e::app::processes_with;
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::json;
use tokio::time::Instant;

/// The simulator's images that the sessions go round.
const IMAGES: u32 = 6;
/// How often it prints.
const EVERY: Duration = Duration::from_mins(1);

/// One line of figures.
struct Sample {
    /// Since the beginning, in hours.
    at: f64,
    /// What each process of [`KINDS`] holds for itself and its share of the rest, in KiB.
    memory: [u64; 4],
    /// The database with its log, in bytes.
    database: u64,
    messages: usize,
    sessions: u32,
}

const KINDS: [&str; 4] = ["app", "sidebar", "page", "network"];

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |default: f64| {
        arguments.next().map_or(Ok(default), |word| word.parse::<f64>()).context("a number")
    };
    let (hours, pause, most) = (number(8.0)?, number(5.0)?, number(f64::INFINITY)?);
    let (span, pause) = (Duration::from_secs_f64(hours * 3600.0), Duration::from_secs_f64(pause));
    Stage::play("endurance", async |stage| {
        stage.app().unfold("diagnostics").await?;
        stage.app().click("record").await?;
        let samples = work(stage, span, pause, most).await?;
        growth(&samples);
        Ok(())
    })
    .await
}

async fn work(stage: &Stage, span: Duration, pause: Duration, most: f64) -> Result<Vec<Sample>> {
    let began = Instant::now();
    let mut samples: Vec<Sample> = Vec::new();
    let mut sessions = 0;
    while began.elapsed() < span && f64::from(sessions) < most {
        one_session(stage, sessions).await?;
        sessions += 1;
        let is_due = samples.last().is_none_or(|last| {
            began.elapsed().as_secs_f64() - last.at * 3600.0 >= EVERY.as_secs_f64()
        });
        if is_due {
            let at = began.elapsed().as_secs_f64() / 3600.0;
            let sample = sample(&stage.launch.data_dir, at, sessions)?;
            print(&sample);
            samples.push(sample);
        }
        tokio::time::sleep(pause).await;
    }
    Ok(samples)
}

/// A session of one moderated attempt and one video.
async fn one_session(stage: &Stage, number: u32) -> Result<()> {
    let outcomes = json!([{ "kind": "moderated", "at_percent": 40 }, { "kind": "completed" }]);
    stage.simulator.script(outcomes).await?;
    let before = stage.simulator.generations().await?.len();
    stage.start_session(number % IMAGES + 1, "slow pan across a mountain lake").await?;
    until("both attempts were made", async || {
        let made = stage.simulator.generations().await?.len() - before;
        Ok((made >= 2).then_some(()))
    })
    .await
    .with_context(|| format!("image {}", image_id(number % IMAGES + 1)))?;
    stage.app().reads("status", "Success").await
}

fn sample(data_dir: &Path, at: f64, sessions: u32) -> Result<Sample> {
    let mut memory = [0; 4];
    let mut processes = processes_of(data_dir)?;
    // The sidebar's process is the older one of the two webviews: it is opened first, and keeps its own.
    processes.sort_unstable();
    for process in processes {
        let name = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
        let kind = match name.trim() {
            name if name.starts_with("WebKitWeb") && memory[1] == 0 => 1,
            name if name.starts_with("WebKitWeb") => 2,
            name if name.starts_with("WebKitNet") => 3,
            name if name.starts_with("retake") => 0,
            _ => continue,
        };
        memory[kind] += held(process);
    }
    let length = |name: &str| fs::metadata(data_dir.join(name)).map_or(0, |file| file.len());
    let database = ["retake.db", "retake.db-wal"].into_iter().map(length).sum();
    Ok(Sample { at, memory, database, messages: messages(data_dir)?, sessions })
}

/// The app and everything that it started, in whatever generation.
fn processes_of(data_dir: &Path) -> Result<Vec<u32>> {
    let mut found = processes_with(data_dir)?;
    let mut parents = Vec::new();
    for entry in fs::read_dir("/proc").context("no /proc to look for processes in")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let parent =
            status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse().ok());
        parents.extend(parent.map(|parent: u32| (id, parent)));
    }
    let mut at = 0;
    while let Some(&one) = found.get(at) {
        let children = parents.iter().filter(|(_, parent)| *parent == one).map(|(id, _)| *id);
        let fresh: Vec<_> = children.filter(|id| !found.contains(id)).collect();
        found.extend(fresh);
        at += 1;
    }
    Ok(found)
}

/// What a process holds, in KiB, with its share of what several hold; 0 once it is gone.
fn held(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok()).unwrap_or(0)
}

/// How many lines the recording has.
fn messages(folder: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let is_recording = path.extension().is_some_and(|ending| ending == "jsonl");
        if path.is_dir() && entry.file_name() != "profile" {
            count += messages(&path)?;
        } else if is_recording {
            count += fs::read_to_string(&path)?.lines().count();
        }
    }
    Ok(count)
}

fn print(sample: &Sample) {
    let memory =
        KINDS.iter().zip(sample.memory).map(|(kind, kib)| format!("{kind} {} MiB", kib / 1024));
    println!(
        "{:>5.1} min: {} sessions, {} messages, database {} KiB, {}",
        sample.at * 60.0,
        sample.sessions,
        sample.messages,
        sample.database / 1024,
        memory.collect::<Vec<_>>().join(", ")
    );
}

/// By how much each grew in an hour, from the middle of the run to its end.
#[expect(clippy::cast_precision_loss, reason = "the figures are rounded when they are printed")]
fn growth(samples: &[Sample]) {
    let (Some(middle), Some(last)) = (samples.get(samples.len() / 2), samples.last()) else {
        return;
    };
    let hours = last.at - middle.at;
    if hours <= 0.0 {
        println!("too short a run to tell what grows");
        return;
    }
    let by = |from: u64, to: u64| (to as f64 - from as f64) / 1024.0 / hours;
    for (index, kind) in KINDS.iter().enumerate() {
        println!("{kind}: {:+.1} MiB an hour", by(middle.memory[index], last.memory[index]));
    }
    let sessions = f64::from(last.sessions - middle.sessions);
    println!("database: {:+.0} KiB an hour", by(middle.database, last.database));
    println!("sessions: {:.0} an hour", sessions / hours);
    println!(
        "messages: {:.0} an hour, {:.0} for each session",
        (last.messages - middle.messages) as f64 / hours,
        (last.messages - middle.messages) as f64 / sessions.max(1.0)
    );
}
