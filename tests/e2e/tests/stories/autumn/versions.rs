//! The main job on every pair of versions of the page: address and nesting and framing of an answer, one or
//! two requests of a press, and where the store is (spec H). All combinations are 160; these 20 hold every
//! value of each beside every value of each other.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

use super::PROMPT;

const STORES: [&str; 5] = ["absent", "stale", "memory", "late", "session"];
const FRAMINGS: [&str; 4] = ["lines", "joined", "data", "cut"];
const ADDRESSES: [&str; 2] = ["new", "continued"];
const NESTINGS: [&str; 2] = ["response", "flat"];

/// The versions.
fn versions() -> Vec<Value> {
    let of = |store: usize, framing: usize| {
        json!({
            "store": STORES[store],
            "stream": FRAMINGS[framing],
            "address": ADDRESSES[(framing + store) % 2],
            "nesting": NESTINGS[(framing / 2 + store / 2) % 2],
            "requests_per_press": 1 + (framing + framing / 2 + store / 4) % 2,
        })
    };
    (0..STORES.len()).flat_map(|store| (0..FRAMINGS.len()).map(move |one| of(store, one))).collect()
}

#[test]
fn every_pair_of_versions_is_there() {
    let mut pairs = BTreeSet::new();
    for version in versions() {
        let values: Vec<_> = version.as_object().into_iter().flatten().collect();
        for (at, (name, value)) in values.iter().enumerate() {
            for (other_name, other) in &values[at + 1..] {
                pairs.insert(format!("{name} {value}, {other_name} {other}"));
            }
        }
    }
    let counts = [STORES.len(), FRAMINGS.len(), ADDRESSES.len(), NESTINGS.len(), 2];
    let products = (0..counts.len())
        .flat_map(|one| (one + 1..counts.len()).map(move |other| counts[one] * counts[other]));
    assert_eq!(pairs.len(), products.sum::<usize>(), "{pairs:#?}");
}

/// A moderated try, then one with a video.
async fn moderated_then_made(stage: &Stage, image: u32, requests: u64) -> Result<()> {
    let moderated = json!({"kind": "moderated", "at_percent": 40});
    let one = json!([moderated, {"kind": "completed"}]);
    let two = json!([moderated, moderated, {"kind": "completed"}, moderated]);
    stage.simulator.script(if requests == 1 { one } else { two }).await?;
    let before = stage.simulator.generations().await?.len();
    let wanted = usize::try_from(2 * requests)?;
    stage.start_session(image, PROMPT).await?;
    until("the second try is under way", async || {
        Ok((stage.simulator.generations().await?.len() - before == wanted).then_some(()))
    })
    .await?;
    let app = stage.app();
    app.reads("status", "Success").await?;
    app.reads("retry-count", "1/3").await?;
    app.reads("videos-count", "1/1").await?;
    let generations = stage.simulator.generations().await?;
    let image = image_id(image);
    let is_of_image =
        |one: &Value| one["media_id"] == json!(image) && one["prompt"] == json!(PROMPT);
    let made = &generations[before..];
    ensure!(made.len() == wanted, "c9: one press for each try, not {}", made.len());
    ensure!(made.iter().all(is_of_image), "{made:#?}");
    Ok(())
}

/// Those with one of these stores, each on a picture of its own.
async fn main_job_with_stores(name: &str, stores: &[&str]) -> Result<()> {
    let is_meant = |version: &Value| stores.iter().any(|store| version["store"] == json!(store));
    Stage::play_autumn(name, json!({}), async |stage| {
        stage.app().reads("status", "Idle").await?;
        for (image, version) in (1..).zip(versions().into_iter().filter(is_meant)) {
            stage.simulator.options(version.clone()).await?;
            let requests = version["requests_per_press"].as_u64().unwrap_or(1);
            if let Err(error) = moderated_then_made(stage, image, requests).await {
                let log = stage.app().text("log").await?;
                return Err(error.context(format!("the version {version}; its log: {log}")));
            }
        }
        assert_eq!(super::forbidden_presses(stage).await?, json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn h_the_main_job_on_every_pair_of_versions_without_a_store_that_speaks() -> Result<()> {
    main_job_with_stores("autumn_versions_silent", &["absent", "stale"]).await
}

#[tokio::test]
async fn h_the_main_job_on_every_pair_of_versions_with_a_store_in_memory_or_late() -> Result<()> {
    main_job_with_stores("autumn_versions_memory", &["memory", "late"]).await
}

#[tokio::test]
async fn h_the_main_job_on_every_pair_of_versions_with_a_store_in_the_session() -> Result<()> {
    main_job_with_stores("autumn_versions_session", &["session"]).await
}
