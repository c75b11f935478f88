//! The app through kills, restarts, reloads and other images in mid-session, on Grok's page of either version.
//! It fails where a session pressed too often or too soon, where a video is missing from the history or in it
//! twice, or where the history holds what nobody made.
//!
//! The engine's own crash test kills it at far more moments, without webviews (`crates/engine/tests/crash`).
//!
//! Arguments: how many rounds on each version.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use retake_e2e::app::binary;
use retake_e2e::page::image_id;
use retake_e2e::{Stage, until};
use serde_json::{Value, json};

/// The simulator's images that the sessions go round.
const IMAGES: u32 = 6;
/// The tries of a session: the goal of one video and three retries, as Retake begins with.
const TRIES: usize = 4;
/// Nearly the cooldown that a stage sets, in ms: the simulator's clock begins when the request has arrived.
const COOLDOWN_MS: u64 = 600;

/// What happens to a session in its middle.
#[derive(Clone, Copy, Debug)]
enum Disturbance {
    /// The app's process is killed, and started again.
    Kill,
    /// The app is closed, and started again.
    Restart,
    /// The page is loaded again.
    Reload,
    /// The user looks at another image, and comes back.
    OtherImage,
}

const DISTURBANCES: [Disturbance; 4] =
    [Disturbance::Kill, Disturbance::Restart, Disturbance::Reload, Disturbance::OtherImage];

#[tokio::main]
async fn main() -> Result<()> {
    let rounds = std::env::args().nth(1).map_or(Ok(25), |word| word.parse()).context("a number")?;
    Stage::play("restarts", async |stage| play(stage, rounds).await).await?;
    // The clips of the account beside each post are a player each, and WebKitGTK keeps those of every post
    // that was shown: after twenty sessions the page has no time left for anything else.
    let without_clips = json!({ "history": false });
    let body = async |stage: &mut Stage| play(stage, rounds).await;
    Stage::play_autumn("restarts_autumn", without_clips, body).await
}

async fn play(stage: &mut Stage, rounds: u32) -> Result<()> {
    stage.give_up_presses_after(8_000);
    for (round, disturbance) in (0..rounds).zip(DISTURBANCES.into_iter().cycle()) {
        let before = stage.simulator.generations().await?.len();
        let outcome = one_round(stage, round, disturbance)
            .await
            .with_context(|| format!("round {round}, {disturbance:?}"))?;
        let made = stage.simulator.generations().await?.split_off(before);
        println!("round {round}, {disturbance:?}: {outcome} after {} tries", made.len());
        presses_hold(&made).with_context(|| format!("round {round}, {disturbance:?}"))?;
    }
    let made = stage.simulator.generations().await?;
    stage.restart().await?;
    history_holds(stage, &made)?;
    println!("{rounds} rounds, {} tries, and all of them are as they should be", made.len());
    Ok(())
}

/// One session with a disturbance after its first press; the answer is how it ended.
async fn one_round(stage: &mut Stage, round: u32, disturbance: Disturbance) -> Result<String> {
    let moderated = json!({ "kind": "moderated", "at_percent": 40 });
    let mut outcomes = vec![moderated; usize::try_from(round / 4 % 3)?];
    outcomes.push(json!({ "kind": "completed" }));
    stage.simulator.script(json!(outcomes)).await?;
    let image = round % IMAGES + 1;
    let before = stage.simulator.generations().await?.len();
    stage.start_session(image, "slow pan across a mountain lake").await?;
    until("the first try is made", async || {
        Ok((stage.simulator.generations().await?.len() > before).then_some(()))
    })
    .await?;
    match disturbance {
        Disturbance::Kill => stage.kill().await?,
        Disturbance::Restart => stage.restart().await?,
        Disturbance::Reload => stage.app().click("page-reload").await?,
        Disturbance::OtherImage => {
            let other = image % IMAGES + 1;
            stage.app().open_image(other).await?;
            stage.app().reads("image-id", &image_id(other)).await?;
        }
    }
    stage.app().open_image(image).await?;
    stage.app().reads("image-id", &image_id(image)).await?;
    go_on(stage).await
}

/// Resumes the session where it was cut off, and waits for its end.
async fn go_on(stage: &Stage) -> Result<String> {
    let app = stage.app();
    until("the session has ended", async || {
        let outcomes = app.all("status", "data-outcome").await?;
        let outcome = outcomes.into_iter().next().unwrap_or_default();
        if outcome != "interrupted" {
            return Ok((!outcome.is_empty()).then_some(outcome));
        }
        // Where the video of its last press came in first, nothing is left to resume.
        let press = "const resume = document.querySelector('[data-testid=resume]');
            resume?.click(); return resume !== null;";
        let is_resumed = app.sidebar_script(press).await? == true;
        Ok((!is_resumed).then(|| "interrupted, with its video".to_owned()))
    })
    .await
}

/// No more tries than its bounds allow, and none before the cooldown has passed (spec C8, C20).
fn presses_hold(made: &[Value]) -> Result<()> {
    ensure!(made.len() <= TRIES, "{} tries of {TRIES}", made.len());
    let times: Vec<u64> = made.iter().filter_map(|one| one["started_at"].as_u64()).collect();
    for (first, second) in times.iter().zip(times.iter().skip(1)) {
        let gap = second - first;
        ensure!(gap >= COOLDOWN_MS, "two tries within {gap} ms");
    }
    Ok(())
}

/// Every video is in the history once, and nothing is that nobody made.
fn history_holds(stage: &Stage, made: &[Value]) -> Result<()> {
    let file = stage.launch.data_dir.join("restarts.csv");
    let mut export = Command::new(binary());
    export.arg("export").arg(&file).arg("--data-dir").arg(&stage.launch.data_dir);
    ensure!(export.status()?.success(), "the history can't be exported");
    let text = fs::read_to_string(&file).context("the export")?;
    fs::remove_file(&file).context("the export")?;
    // No value before the times holds a comma.
    let rows = || text.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>());
    let listed: Vec<&str> = rows().filter_map(|row| row.get(1).copied()).collect();
    let ids: BTreeSet<&str> = listed.iter().copied().collect();
    ensure!(ids.len() == listed.len(), "an attempt is in the history twice:\n{text}");
    let id_of = |one: &Value| one["attempt_id"].as_str().unwrap_or_default().to_owned();
    for video in made.iter().filter(|one| one["outcome"]["kind"] == "completed") {
        ensure!(ids.contains(id_of(video).as_str()), "{video} is not in the history:\n{text}");
    }
    let all: BTreeSet<String> = made.iter().map(id_of).collect();
    // Those of a session; the account holds older videos, too.
    let counted = rows().filter(|row| row.get(6).is_some_and(|session| !session.is_empty()));
    let strangers: Vec<_> =
        counted.filter_map(|row| row.get(1).copied()).filter(|id| !all.contains(*id)).collect();
    ensure!(strangers.is_empty(), "nobody made {strangers:?}:\n{text}");
    Ok(())
}
