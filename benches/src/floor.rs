//! What the work costs at the least: a typed serde parse of the same text, and one bare durable
//! transaction on the same disk.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use rusqlite::Connection;
use serde::Deserialize;

use crate::table::median;

/// How often each floor is measured.
const RUNS: u32 = 41;

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    state: State<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "Grok's names")]
struct State<'a> {
    #[serde(borrow)]
    video_by_media_id: HashMap<Cow<'a, str>, Vec<Attempt<'a>>>,
    #[serde(borrow)]
    image_by_media_id: HashMap<Cow<'a, str>, Vec<Image<'a>>>,
    #[serde(borrow)]
    favorites_by_id: HashMap<Cow<'a, str>, Image<'a>>,
}

/// Read into memory as Retake needs it, so that the floor is no lower than the work.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "reading them is the work that is measured")]
struct Attempt<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    video_id: Option<Cow<'a, str>>,
    video_post_id: Option<Cow<'a, str>>,
    parent_post_id: Option<Cow<'a, str>>,
    status: Option<Cow<'a, str>>,
    moderated: Option<bool>,
    progress: Option<f64>,
    prompt: Option<String>,
    video_prompt: Option<String>,
    media_url: Option<String>,
    video_url: Option<String>,
    create_time: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "reading them is the work that is measured")]
struct Image<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    prompt: Option<String>,
    original_prompt: Option<String>,
    media_url: Option<String>,
    create_time: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
}

/// A typed serde parse of `text`, alone.
pub(crate) fn parse(text: &str) -> Result<Duration> {
    let known: Envelope = serde_json::from_str(text)?;
    let state = known.state;
    let read =
        state.video_by_media_id.len() + state.image_by_media_id.len() + state.favorites_by_id.len();
    anyhow::ensure!(read > 0, "the floor reads nothing");
    Ok(median(RUNS, |_| {
        let parsed: serde_json::Result<Envelope> = serde_json::from_str(text);
        drop(std::hint::black_box(parsed));
    }))
}

/// One durable transaction that inserts one row, alone.
pub(crate) fn transaction(folder: &Path) -> Result<Duration> {
    let connection = Connection::open(folder.join("floor.db"))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (text TEXT) STRICT",
    )?;
    let mut failed = None;
    let time = median(RUNS, |number| {
        let done = connection.execute("INSERT INTO rows VALUES (?1)", [format!("row {number}")]);
        failed = failed.take().or(done.err());
    });
    failed.map_or(Ok(time), |error| Err(error.into()))
}
