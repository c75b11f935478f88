//! What the work costs at the least: a typed serde parse of the same text, and one bare durable
//! transaction on the same disk.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hint::black_box;
use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;
use serde::Deserialize;

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

/// Whether the typed parse reads anything of `text`.
pub(crate) fn reads(text: &str) -> bool {
    serde_json::from_str::<Envelope>(text).is_ok_and(|known| {
        let state = known.state;
        !(state.video_by_media_id.is_empty()
            || state.favorites_by_id.is_empty()
            || state.image_by_media_id.is_empty())
    })
}

/// A typed serde parse of `text`, alone.
pub(crate) fn parse(text: &str) {
    drop(black_box(serde_json::from_str::<Envelope>(text)));
}

/// A database with one table and nothing else.
pub(crate) struct BareDatabase(Connection);

impl BareDatabase {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE rows (text TEXT) STRICT",
        )?;
        Ok(Self(connection))
    }

    /// One durable transaction that inserts one row. Whether it was done.
    pub(crate) fn write(&self, number: u32) -> bool {
        self.0.execute("INSERT INTO rows VALUES (?1)", [format!("row {number}")]).is_ok()
    }
}
